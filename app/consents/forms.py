"""Consent forms in versions: templates are the programme's data, not code (R36)."""

from uuid import UUID

from sqlalchemy import ColumnElement, func, select

from app.common.errors import ForbiddenTransition, InvalidContent
from app.consents.terms import not_partners, partners_among
from app.consents.views import ConsentFormIn, ConsentFormList, ConsentFormOut
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, tagged


async def get(desk: Desk, form_id: UUID) -> Tagged[ConsentFormOut]:
    """One version of a form."""
    return tagged(ConsentFormOut, "consent_form", await desk.find("consent_form", form_id))


async def page(desk: Desk, query: ConsentFormList) -> Page[ConsentFormOut]:
    """Versions of forms, newest first."""
    form = table_of("consent_form")
    wanted: list[ColumnElement[bool]] = []
    if query.project_id:
        wanted.append(form.c.project_id == query.project_id)
    if query.name:
        wanted.append(form.c.name == query.name)
    if query.retired is not None:
        wanted.append(form.c.retired_at.is_not(None) == query.retired)
    return await page_of(desk, "consent_form", query, ConsentFormOut, where=wanted)


async def publish(desk: Desk, new: ConsentFormIn) -> Tagged[ConsentFormOut]:
    """A new version, numbered on from those of the same project and name; earlier ones stay until retired."""
    project, form = table_of("project"), table_of("consent_form")
    if await desk.row(select(project.c.id).where(project.c.id == new.project_id, desk.readable("project"))) is None:
        raise unknown_reference("/project_id")
    await _require_partners(desk, new)
    await desk.alone("consent_form", new.project_id, new.name)  # two at a time would count to the same number
    latest = await desk.row(
        select(func.coalesce(func.max(form.c.form_version), 0).label("number")).where(
            form.c.project_id == new.project_id, form.c.name == new.name
        )
    )
    row = {
        **fresh(),
        **new.model_dump(),
        "form_version": (latest["number"] if latest else 0) + 1,
        "retired_at": None,
    }
    await desk.insert("consent_form", row)
    desk.event.record_id = row["id"]
    return tagged(ConsentFormOut, "consent_form", row)


async def retire(desk: Desk, form_id: UUID) -> Tagged[ConsentFormOut]:
    """Nobody signs this version from now on; what was signed stands."""
    row = await matched(desk, "consent_form", form_id)
    if row["retired_at"] is not None:
        raise ForbiddenTransition(state="retired", allowed=[])
    return tagged(ConsentFormOut, "consent_form", await desk.update("consent_form", row, {"retired_at": utc_now()}))


async def _require_partners(desk: Desk, new: ConsentFormIn) -> None:
    rows = await desk.rows(partners_among(desk, new.project_id, new.recipients))
    if faults := [*not_partners(new.recipients, {row["organisation_id"] for row in rows})]:
        raise InvalidContent(errors=faults)
