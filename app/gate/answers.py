"""A resource with its ETag as an HTTP answer, and in which form it is wanted; for routes."""

from starlette.responses import Response

from app.gate.resources import Tagged, View


def answer(response: Response, of: Tagged[View], *, location: str | None = None) -> View:
    """The body; the ETag, and for a new resource where it is, go on the response."""
    response.headers["ETag"] = of.etag
    if location is not None:
        response.headers["Location"] = location
    return of.view


def prefers(accept: str, media: str) -> bool:
    """Whether this media type is asked for, and JSON is not."""
    kinds = {part.partition(";")[0].strip().lower() for part in accept.split(",")}
    return media in kinds and "application/json" not in kinds
