"""What courses cost, over HTTP: as JSON, CSV and a picture."""

from typing import Annotated, Any

from fastapi import Header, Query, Response

from app.gate.answers import prefers
from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.resources.report import report
from app.resources.report_forms import as_csv, as_picture
from app.resources.report_views import CourseCostReport, PictureQuery, ReportQuery

router = GatedRouter(prefix="/v1/reports", tags=["Time and cost"])

CSV, SVG = "text/csv", "image/svg+xml"
_TEXT: dict[str, Any] = {"schema": {"type": "string"}}


@router.get(
    "/course-cost",
    operation_id="getCourseCostReport",
    response_model=CourseCostReport,
    responses={200: {"content": {CSV: _TEXT}}},
    openapi_extra={"x-statuses": [404]},
)
async def course_cost(
    query: Annotated[ReportQuery, Query()],
    response: Response,
    desk: Annotated[Desk, needs("time_entry", READ, action="report", media=(CSV,), also=("cost", "hourly_rate"))],
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Any:
    """What a project's courses cost (forløbspris): approved time x hourly rate, and booked costs, in øre.

    Of one's own organisation, as far as the caller sees: rates and costs are for coordinators, secretaries and case
    systems; an NGO's user sees the time of one track. Each entry is rounded to the nearest øre (half up) before it is
    summed, so that courses, tasks with categories, and workers with categories all add up to the totals. Workers stand
    under a pseudonym. CSV (`format=csv`, or `Accept: text/csv`) has the same lines, safe against formulas.
    """
    found = await report(desk, query)
    if query.format == "csv" or (query.format is None and prefers(accept, CSV)):
        named = {"Content-Disposition": 'attachment; filename="course-cost.csv"', "Vary": "Accept"}
        return Response(as_csv(found, desk.language), media_type=f"{CSV}; charset=utf-8; header=present", headers=named)
    response.headers["Vary"] = "Accept"
    return found


@router.get(
    "/course-cost.svg",
    operation_id="getCourseCostPicture",
    response_class=Response,
    responses={200: {"description": "The picture.", "content": {SVG: _TEXT}}},
    openapi_extra={"x-statuses": [404]},
)
async def course_cost_picture(
    query: Annotated[PictureQuery, Query()],
    desk: Annotated[
        Desk, needs("time_entry", READ, action="report", media=(SVG, "image/*"), also=("cost", "hourly_rate"))
    ],
) -> Response:
    """The same as a picture (SVG): a bar a course, dearest first, with its text for screen readers."""
    return Response(as_picture(await report(desk, query), desk.language), media_type=SVG)
