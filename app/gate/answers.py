"""A resource with its ETag as an HTTP answer; for routes."""

from starlette.responses import Response

from app.gate.resources import Tagged, View


def answer(response: Response, of: Tagged[View], *, location: str | None = None) -> View:
    """The body; the ETag, and for a new resource where it is, go on the response."""
    response.headers["ETag"] = of.etag
    if location is not None:
        response.headers["Location"] = location
    return of.view
