"""Consent forms in versions: templates are the programme's data, not code (R36)."""

from uuid import UUID, uuid4

from sqlalchemy import any_, func, literal, select

from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.consents.terms import NOT_A_PARTNER
from app.consents.views import ConsentFormIn, ConsentFormList, ConsentFormOut
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, matched, tagged


async def get(desk: Desk, form_id: UUID) -> Tagged[ConsentFormOut]:
    """One version of a form."""
    return tagged(ConsentFormOut, "consent_form", await desk.find("consent_form", form_id))


async def page(desk: Desk, query: ConsentFormList) -> Page[ConsentFormOut]:
    """Versions of forms, newest first."""
    form = table_of("consent_form")
    keys = keyset(desk, query, "consent-forms")
    found = select(form).where(*keys.where(form.c.created_at, form.c.id), desk.readable("consent_form"))
    if query.project_id:
        found = found.where(form.c.project_id == query.project_id)
    if query.name:
        found = found.where(form.c.name == query.name)
    if query.retired is not None:
        found = found.where(form.c.retired_at.is_not(None) if query.retired else form.c.retired_at.is_(None))
    rows = await desk.rows(found.order_by(form.c.created_at.desc(), form.c.id.desc()).limit(query.limit + 1))
    return keys.page(rows, [ConsentFormOut.model_validate(dict(row)) for row in rows[: query.limit]])


async def publish(desk: Desk, new: ConsentFormIn) -> Tagged[ConsentFormOut]:
    """A new version, numbered on from those of the same project and name; earlier ones stay until retired."""
    project, form = table_of("project"), table_of("consent_form")
    if await desk.row(select(project.c.id).where(project.c.id == new.project_id, desk.readable("project"))) is None:
        raise unknown_reference("/project_id")
    await _require_partners(desk, new)
    # Two at a time would count to the same number.
    await desk.row(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{new.project_id}/{new.name}", 0))))
    latest = await desk.row(
        select(func.coalesce(func.max(form.c.form_version), 0).label("number")).where(
            form.c.project_id == new.project_id, form.c.name == new.name
        )
    )
    now = utc_now()
    row = {
        **new.model_dump(),
        "id": uuid4(),
        "created_at": now,
        "updated_at": now,
        "version": 1,
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
    partner = table_of("project_partner")
    rows = await desk.rows(
        select(partner.c.organisation_id).where(
            partner.c.project_id == new.project_id,
            partner.c.ended_at.is_(None),
            partner.c.organisation_id == any_(literal(new.recipients, table_of("consent_form").c.recipients.type)),
            desk.readable("project_partner"),
        )
    )
    partners = {row["organisation_id"] for row in rows}
    faults = [
        FieldError(f"/recipients/{place}", *NOT_A_PARTNER)
        for place, each in enumerate(new.recipients)
        if each not in partners
    ]
    if faults:
        raise InvalidContent(errors=faults)
