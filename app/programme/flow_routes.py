"""Programme status over HTTP: as JSON and as a picture."""

from typing import Annotated, Any

from fastapi import Header, Query, Response

from app.gate.answers import prefers
from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.programme.flow_picture import as_picture
from app.programme.flow_service import flow
from app.programme.flow_views import FlowQuery, ProgrammeFlow

router = GatedRouter(prefix="/v1/programme", tags=["Programme"])

SVG = "image/svg+xml"
_PICTURE: dict[str, Any] = {"description": "The picture.", "content": {SVG: {"schema": {"type": "string"}}}}


@router.get(
    "/flow",
    operation_id="getProgrammeFlow",
    response_model=ProgrammeFlow,
    responses={200: {"content": _PICTURE["content"]}},
    openapi_extra={"x-statuses": [404]},
)
async def programme_flow(
    query: Annotated[FlowQuery, Query()],
    response: Response,
    desk: Annotated[Desk, needs("flow", READ, action="flow", media=(SVG,))],
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Any:
    """How far the citizens of a project have come (programstatus): one's own part exactly, the others' at least.

    Citizens are counted, once a step: `identified` (registered in the project, or passed on to one), `consented` (a
    consent that was ever active), `passed_on` (a first referral that was ever sent), `contacted` (a contact attempt
    that reached the citizen, or a course), `started` (a course that came to clarification or went on), `ended` (a
    course that was completed, interrupted or referred on), `followed_up` (a completed follow-up). In the municipal
    programme nothing is passed on: `passed_on` and `contacted` are `not_applicable`.

    `own` is counted from records that the caller may read anyway. `others` is what the project's other parties have
    besides, of citizens of whom the caller does not know it: rounded down to a multiple of `minimum_cell`, null below
    it, and from `consented` on never more than all but five, nor than four fifths, of those whom it could be, so that
    nobody learns that everyone they know of has come so far. Those whom a recipient has had for less than 28 days are
    not among whom it could be, so a project's first weeks may show `below_minimum`. There is no breakdown. The agency
    has `others` alone.

    `Accept: image/svg+xml` gives the picture. A project that is not one's own is 404.
    """
    found = await flow(desk, query.project_id)
    if prefers(accept, SVG):
        return Response(as_picture(found, desk.language), media_type=SVG, headers={"Vary": "Accept"})
    response.headers["Vary"] = "Accept"
    return found


@router.get(
    "/flow.svg",
    operation_id="getProgrammeFlowPicture",
    response_class=Response,
    responses={200: _PICTURE},
    openapi_extra={"x-statuses": [404]},
)
async def programme_flow_picture(
    query: Annotated[FlowQuery, Query()],
    desk: Annotated[Desk, needs("flow", READ, action="flow", media=(SVG, "image/*"))],
) -> Response:
    """The same as a picture (SVG): a bar a step, with its text for screen readers."""
    return Response(as_picture(await flow(desk, query.project_id), desk.language), media_type=SVG)
