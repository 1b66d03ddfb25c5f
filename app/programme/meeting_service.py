"""Planning meetings and changing them; what becomes of them is in `meeting_actions`."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, select

from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.common.workdays import COPENHAGEN
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, filters, matched, row_etag
from app.organisations.states import OrganisationType
from app.programme.errors import invalid, rule
from app.programme.meeting_views import EndsBeforeBeginning, MeetingIn, MeetingList, MeetingOut, MeetingPatch
from app.programme.parties import Partner, partners_of, require_partners, stand_for
from app.programme.period import require_times
from app.programme.plan_service import current_plan, rows_of
from app.programme.plan_views import PlanRow
from app.programme.states import MEETING_TRANSITIONS, MeetingParty, MeetingScope, MeetingStatus, MeetingType
from app.programme.tables import Meeting

MEETINGS = table_of(Meeting.__tablename__)
_OF_ONE_MUNICIPALITY = frozenset(
    {MeetingType.DIALOGUE_MEETING, MeetingType.START_WORKSHOP, MeetingType.CLOSING_WORKSHOP}
)
_SEEN_IN_CALENDARS = frozenset({"starts_at", "ends_at", "place", "virtual_link"})
CHANGEABLE = frozenset({MeetingStatus.PLANNED, MeetingStatus.INVITED})


def shown(row: Mapping[Any, Any]) -> dict[str, Any]:
    """A row as its view has it."""
    return {
        **row,
        "organisers": row["organiser_ids"],
        "required": row["required_ids"],
        "optional": row["optional_ids"],
        "local_start": row["starts_at"].astimezone(COPENHAGEN),
        "local_end": row["ends_at"].astimezone(COPENHAGEN),
        "has_minutes": row["minutes"] is not None,
    }


def out(desk: Desk, row: Mapping[Any, Any]) -> Tagged[MeetingOut]:
    """A row as its view, with its ETag."""
    desk.event.record_id = row["id"]
    return Tagged(MeetingOut.model_validate(shown(row)), row_etag("meeting", row))


async def create(desk: Desk, new: MeetingIn) -> Tagged[MeetingOut]:
    """Plan a meeting; nobody but the secretariat sees it before the invitation."""
    planned = await _row_of(desk, new)
    kind = planned.meeting_type if planned else new.meeting_type
    if kind is None:
        raise invalid("/meeting_type", "missing", "Needed without a row of the plan.", "Skal angives uden planrække.")
    if kind is MeetingType.COMPETENCE_DEVELOPMENT:
        raise invalid(
            "/plan_row" if planned else "/meeting_type",
            "teaching_days_apart",
            "Competence development is registered as /v1/training-days.",
            "Kompetenceudvikling registreres som /v1/training-days.",
        )
    await require_times(desk, new.project_id, new.starts_at, new.ends_at)
    partners = await partners_of(desk, new.project_id)
    municipality = _municipality(new, kind, planned, partners)
    given = {"/required": new.required or (), "/optional": new.optional or ()}
    require_partners(partners, given)
    row = {
        **fresh(),
        **new.model_dump(exclude={"required", "optional"}),
        "organisation_id": desk.organisation_id,
        "meeting_type": kind,
        "municipality_id": municipality,
        "place": new.place if new.place or new.virtual_link or not planned else planned.place,
        "status": MeetingStatus.PLANNED,
        "attendance": [],
        "sequence": 0,
        **_participants(new, kind, planned, partners),
    }
    await desk.insert("meeting", row, refers="/project_id")
    desk.did("create", row["id"])
    return out(desk, {**row, "invited_at": None, "minutes": None, "cancelled_reason": None})


async def _row_of(desk: Desk, new: MeetingIn) -> PlanRow | None:
    if new.plan_row is None:
        return None
    plan = await current_plan(desk, new.project_id)
    found = next((each for each in rows_of(plan) if each.number == new.plan_row), None) if plan else None
    if found is None:
        raise unknown_reference("/plan_row")
    if new.meeting_type not in {None, found.meeting_type}:
        raise invalid(
            "/meeting_type", "not_of_the_row", "The plan's row is of another type.", "Rækken er en anden type."
        )
    if found.cancelled:
        raise rule("plan_row_cancelled", "The plan's row is cancelled.", "Planens række er aflyst.", "/plan_row")
    return found


def _municipality(new: MeetingIn, kind: MeetingType, row: PlanRow | None, partners: list[Partner]) -> UUID | None:
    alone = row.scope is MeetingScope.PER_MUNICIPALITY if row else kind in _OF_ONE_MUNICIPALITY
    if alone and new.municipality_id is None:
        raise invalid("/municipality_id", "missing", "Which municipality is it in?", "Hvilken kommune foregår det i?")
    if not alone and new.municipality_id is not None:
        raise invalid("/municipality_id", "joint_meeting", "A joint meeting has none.", "Et fælles møde har ingen.")
    there = {each.organisation_id for each in partners if each.type == OrganisationType.MUNICIPALITY}
    if new.municipality_id not in {None, *there}:
        raise unknown_reference("/municipality_id")
    return new.municipality_id


def _participants(
    new: MeetingIn, kind: MeetingType, row: PlanRow | None, partners: list[Partner]
) -> dict[str, list[UUID]]:
    where = new.municipality_id
    together = [MeetingParty.AGENCY, MeetingParty.MUNICIPALITY]
    organisers = row.organisers if row else (together if kind is MeetingType.DIALOGUE_MEETING else together[:1])
    required = stand_for(row.required, partners, where) if row else stand_for(together, partners, where)
    optional = stand_for(row.optional, partners, where) if row else []
    must = new.required if new.required is not None else required
    may = new.optional if new.optional is not None else [each for each in optional if each not in must]
    return {
        "organiser_ids": stand_for(organisers, partners, where),
        "required_ids": must,
        "optional_ids": _apart(must, may),
    }


def _apart(required: list[UUID], optional: list[UUID]) -> list[UUID]:
    if not required:
        raise invalid("/required", "nobody_required", "Somebody must take part.", "Nogen skal deltage.")
    twice = [place for place, each in enumerate(optional) if each in required]
    if twice:
        raise InvalidContent(
            errors=[
                FieldError(f"/optional/{place}", "duplicate_item", "Is required already.", "Er allerede påkrævet.")
                for place in twice
            ]
        )
    return optional


async def get(desk: Desk, meeting_id: UUID) -> Tagged[MeetingOut]:
    """A meeting."""
    return out(desk, await desk.find("meeting", meeting_id))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), COPENHAGEN).astimezone(UTC)


async def page(desk: Desk, query: MeetingList) -> Page[MeetingOut]:
    """The caller's meetings, newest first."""
    keys = keyset(desk, query, "meetings")
    plain = query.model_copy(update={"from_day": None, "to_day": None})
    wanted: list[ColumnElement[bool]] = [*filters(plain, MEETINGS), *keys.where(MEETINGS.c.created_at, MEETINGS.c.id)]
    if query.from_day is not None:
        wanted.append(MEETINGS.c.starts_at >= _midnight(query.from_day))
    if query.to_day is not None:
        wanted.append(MEETINGS.c.starts_at < _midnight(query.to_day + timedelta(days=1)))
    rows = await desk.rows(
        select(MEETINGS)
        .where(*wanted, desk.readable("meeting"))
        .order_by(MEETINGS.c.created_at.desc(), MEETINGS.c.id.desc())
        .limit(query.limit + 1)
    )
    return keys.page(rows, [MeetingOut.model_validate(shown(row)) for row in rows[: query.limit]])


async def patch(desk: Desk, meeting_id: UUID, changes: MeetingPatch) -> Tagged[MeetingOut]:
    """Change a meeting before it is held; what calendars show raises the event's sequence."""
    row = await matched(desk, "meeting", meeting_id)
    state = MeetingStatus(row["status"])
    if state not in CHANGEABLE:
        raise ForbiddenTransition(state=state, allowed=sorted(MEETING_TRANSITIONS[state]))
    names = {"required": "required_ids", "optional": "optional_ids"}
    given = changes.model_dump(exclude_unset=True)
    given = {names.get(name, name): value for name, value in given.items() if row[names.get(name, name)] != value}
    after = {**row, **given}
    if after["ends_at"] <= after["starts_at"]:
        wrong = EndsBeforeBeginning
        raise InvalidContent(errors=[FieldError("/ends_at", wrong.code, wrong.message_en, wrong.message_da)])
    if given.keys() & {"starts_at", "ends_at"}:
        await require_times(desk, row["project_id"], after["starts_at"], after["ends_at"])
    if given.keys() & {"required_ids", "optional_ids"}:
        both = {"/required": changes.required or (), "/optional": changes.optional or ()}
        require_partners(await partners_of(desk, row["project_id"]), both)
        _apart(after["required_ids"], after["optional_ids"])
    if given.keys() & _SEEN_IN_CALENDARS:
        given["sequence"] = row["sequence"] + 1
    return out(desk, await desk.update("meeting", row, given))
