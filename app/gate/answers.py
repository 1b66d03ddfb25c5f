"""What a single resource is answered with: its view, and the ETag of the version that was read."""

from collections.abc import Mapping
from typing import Any, Generic, NamedTuple, TypeVar

from pydantic import BaseModel
from starlette.responses import Response

from app.common.conditional import etag_of

View = TypeVar("View", bound=BaseModel)


class Tagged(NamedTuple, Generic[View]):
    """A view and the ETag of what it shows."""

    view: View
    etag: str


def row_etag(category: str, row: Mapping[Any, Any]) -> str:
    """The ETag of a resource that everyone who may read it reads alike."""
    return etag_of(category, row["id"], row["version"])


def tag(response: Response, tagged: Tagged[View], *, location: str | None = None) -> View:
    """Put the ETag, and for a new resource where it is, on the response."""
    response.headers["ETag"] = tagged.etag
    if location is not None:
        response.headers["Location"] = location
    return tagged.view
