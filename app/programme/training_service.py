"""Training days: planned by the secretariat, kept and held by who gives them (R11)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.common.days import today
from app.common.errors import ForbiddenTransition
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, filters, matched, page_of, require_transition, row_etag
from app.organisations.states import OrganisationType
from app.programme.errors import invalid, not_yet_held
from app.programme.meeting_actions import require_invited
from app.programme.parties import Partner, counted, partners_of, require_partners
from app.programme.period import require_day
from app.programme.states import TRAINING_DAY_TRANSITIONS, TrainingDayStatus
from app.programme.tables import TrainingDay
from app.programme.training_views import HeldIn, TrainingDayIn, TrainingDayList, TrainingDayOut, TrainingDayPatch

DAYS = table_of(TrainingDay.__tablename__)


def _shown(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {**row, "participants": row["participant_ids"]}


def _out(desk: Desk, row: Mapping[Any, Any]) -> Tagged[TrainingDayOut]:
    desk.event.record_id = row["id"]
    return Tagged(TrainingDayOut.model_validate(_shown(row)), row_etag("training_day", row))


async def create(desk: Desk, new: TrainingDayIn) -> Tagged[TrainingDayOut]:
    """Plan a day."""
    partners = await partners_of(desk, new.project_id)
    if not partners:
        raise unknown_reference("/project_id")
    municipalities = [each.organisation_id for each in partners if each.type == OrganisationType.MUNICIPALITY]
    participants = municipalities if new.participants is None else new.participants
    _require(partners, participants)
    organiser = _organiser(partners, new.organiser_id)
    await require_day(desk, new.project_id, "/day", new.day)
    row = {
        **fresh(),
        **new.model_dump(exclude={"participants", "organiser_id"}),
        "organisation_id": desk.organisation_id,
        "organiser_id": organiser,
        "participant_ids": participants,
        "status": TrainingDayStatus.PLANNED,
        "attendance": [],
    }
    await desk.insert("training_day", row, refers="/project_id")
    desk.did("create", row["id"])
    return _out(desk, row)


def _require(partners: list[Partner], participants: list[UUID]) -> None:
    require_partners(partners, {"/participants": participants})
    if not participants:
        raise invalid("/participants", "nobody_required", "Somebody must take part.", "Nogen skal deltage.")


def _organiser(partners: list[Partner], given: UUID | None) -> UUID:
    able = {OrganisationType.TRAINING_PROVIDER, OrganisationType.AGENCY}
    found = [
        each.organisation_id
        for each in partners
        if (each.type == OrganisationType.TRAINING_PROVIDER if given is None else each.type in able)
        and given in {None, each.organisation_id}
    ]
    if not found:
        raise unknown_reference("/organiser_id")
    return found[0]


async def get(desk: Desk, day_id: UUID) -> Tagged[TrainingDayOut]:
    """A day."""
    return _out(desk, await desk.find("training_day", day_id))


async def page(desk: Desk, query: TrainingDayList) -> Page[TrainingDayOut]:
    """Days that one gives or takes part in, newest first."""
    wanted = filters(query.model_copy(update={"from_day": None, "to_day": None}), DAYS)
    if query.from_day is not None:
        wanted.append(DAYS.c.day >= query.from_day)
    if query.to_day is not None:
        wanted.append(DAYS.c.day <= query.to_day)
    return await page_of(desk, "training_day", query, TrainingDayOut, where=wanted, shown=_shown)


async def patch(desk: Desk, day_id: UUID, changes: TrainingDayPatch) -> Tagged[TrainingDayOut]:
    """Change a day before it is held."""
    row = await matched(desk, "training_day", day_id)
    if row["status"] != TrainingDayStatus.PLANNED:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    given = changes.model_dump(exclude_unset=True)
    if "day" in given:
        await require_day(desk, row["project_id"], "/day", given["day"])
    if "participants" in given:
        given["participant_ids"] = given.pop("participants")
        _require(await partners_of(desk, row["project_id"]), given["participant_ids"])
    return _out(desk, await desk.update("training_day", row, given))


async def hold(desk: Desk, day_id: UUID, held: HeldIn) -> Tagged[TrainingDayOut]:
    """It was held, for so many from each organisation."""
    row = await matched(desk, "training_day", day_id)
    require_transition(TRAINING_DAY_TRANSITIONS, TrainingDayStatus(row["status"]), TrainingDayStatus.HELD)
    if row["day"] > today():
        raise not_yet_held()
    require_invited([each.organisation_id for each in held.attendance], row["participant_ids"])
    changes = {"status": TrainingDayStatus.HELD, "attendance": counted(held.attendance)}
    return _out(desk, await desk.update("training_day", row, changes))


async def cancel(desk: Desk, day_id: UUID) -> Tagged[TrainingDayOut]:
    """It will not be held."""
    row = await matched(desk, "training_day", day_id)
    require_transition(TRAINING_DAY_TRANSITIONS, TrainingDayStatus(row["status"]), TrainingDayStatus.CANCELLED)
    return _out(desk, await desk.update("training_day", row, {"status": TrainingDayStatus.CANCELLED}))
