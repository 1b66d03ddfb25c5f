"""Needs that others must meet, and the bridge to them.

A need is one row that two may write: the one that registered it says what is needed, the one it was handed over
to says how the contact went.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.boundary.policy import Operation
from app.citizens.stem import about
from app.citizens.vault import OpenKey, keys_of, own_key
from app.common.errors import ForbiddenTransition
from app.courses.errors import OtherPartysPart
from app.courses.listing import Walk, filters_of, newest_first
from app.courses.protection import controller_of, hidden
from app.courses.states import (
    SUPPORT_NEED_OF_CONTROLLER,
    SUPPORT_NEED_OF_RECIPIENT,
    SUPPORT_NEED_TRANSITIONS,
    SupportNeedStatus,
)
from app.courses.support_need_views import (
    Handover,
    SupportNeedIn,
    SupportNeedList,
    SupportNeedOut,
    SupportNeedPatch,
)
from app.courses.tables import SupportNeed
from app.database.columns import table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import refer
from app.gate.paging import Page, keyset
from app.gate.references import kept, referred
from app.gate.resources import Tagged, matched, row_etag
from app.referrals import sending
from app.referrals import service as referrals
from app.referrals.states import ReferralKind
from app.referrals.terms import Terms

NEEDS = table_of(SupportNeed.__tablename__)
BEFORE_HANDOVER = frozenset({SupportNeedStatus.IDENTIFIED, SupportNeedStatus.AGREED})

Keys = Mapping[tuple[UUID, UUID], OpenKey]


async def create(desk: Desk, new: SupportNeedIn) -> Tagged[SupportNeedOut]:
    """Register a need."""
    citizen = await referred(desk, "citizen", new.citizen_id, "/citizen_id")
    if new.course_id is not None:
        await _of_the_same(desk, new.course_id, new.citizen_id)
    base = about(desk, citizen)
    row = {
        **base,
        "course_id": new.course_id,
        "theme": new.theme,
        "level": new.level,
        "recipient_id": None,
        "referral_id": None,
        "status": SupportNeedStatus.IDENTIFIED,
        "external_reference": new.external_reference,
        **await _sealed(desk, base, new.description),
    }
    await desk.insert("support_need", row, refers="/citizen_id")
    await refer(desk, "support_need", row, new.external_reference)
    return await _tagged(desk, row)


async def get(desk: Desk, need_id: UUID) -> Tagged[SupportNeedOut]:
    """A need, one's own or handed over to one."""
    return await _tagged(desk, await desk.find("support_need", need_id))


async def page(desk: Desk, query: SupportNeedList) -> Page[SupportNeedOut]:
    """One's own needs and those handed over to one, newest first."""
    keys = keyset(desk, query, "support-needs")
    wanted = filters_of(query, NEEDS)

    def walks(template: Desk) -> list[Walk]:
        own = [NEEDS.c.organisation_id == template.asker.organisation]
        received = [NEEDS.c.recipient_id == template.asker.organisation]
        # Which course a need is part of is its controller's own business.
        return [own] if "course_id" in wanted.conditions else [own, received]

    rows = await newest_first(desk, "support_need", keys, walks, wanted)
    shown = rows[: query.limit]
    opened = await keys_of(desk, {row["citizen_id"] for row in shown if row["description"]})
    of_hidden = await hidden(desk, shown)
    return keys.page(rows, [_out(desk, row, opened, of_hidden) for row in shown])


async def patch(desk: Desk, need_id: UUID, changes: SupportNeedPatch) -> Tagged[SupportNeedOut]:
    """Describe the need anew; what was handed over stays as it went."""
    row = await matched(desk, "support_need", need_id)
    if not _own(desk, row):
        raise OtherPartysPart
    if row["status"] not in BEFORE_HANDOVER:
        raise ForbiddenTransition(state=row["status"], allowed=await _allowed(desk, row))
    given = changes.model_dump(exclude_unset=True)
    if "description" in given:
        given |= await _sealed(desk, row, given["description"])
    return await _tagged(desk, await desk.update("support_need", row, given))


async def become(desk: Desk, need_id: UUID, to: SupportNeedStatus) -> Tagged[SupportNeedOut]:
    """Say how it goes, each party its own part of it."""
    row = await _about_to(desk, need_id, to)
    return await _tagged(desk, await desk.update("support_need", row, {"status": to}))


async def decline(desk: Desk, need_id: UUID) -> Tagged[SupportNeedOut]:
    """The citizen wants no help with it: what was sent for it and not answered yet is recalled with it.

    Raises:
        ForbiddenTransition: among others, once the bridging was accepted and what it opened is open still.
    """
    row = await matched(desk, "support_need", need_id)
    if row["referral_id"] is not None and _own(desk, row):
        await referrals.recall_unanswered(desk, row["referral_id"])
    return await become(desk, need_id, SupportNeedStatus.DECLINED)


async def hand_over(desk: Desk, need_id: UUID, terms: Handover) -> Tagged[SupportNeedOut]:
    """Send a bridging referral and let the need travel with it; again where the last one came to nothing."""
    # What it takes to do it directly: the referral written, with its summary, and sent.
    for operation in (Operation.CREATE, Operation.UPDATE):
        desk.require_scope("referral", operation)
    if terms.summary is not None:
        desk.require_scope("referral_summary", Operation.CREATE)
    row = await _about_to(desk, need_id, SupportNeedStatus.SENT)
    referral = await sending.create_and_send(
        desk,
        await desk.find("citizen", row["citizen_id"]),
        terms.consent_id,
        Terms(terms.recipient_id, ReferralKind.BRIDGING, tuple(terms.scopes)),
        urgency=terms.urgency,
        summary=terms.summary,
    )
    changes = {"recipient_id": terms.recipient_id, "referral_id": referral["id"], "status": SupportNeedStatus.SENT}
    return await _tagged(desk, await desk.update("support_need", row, changes))


def _own(desk: Desk, row: Mapping[Any, Any]) -> bool:
    return bool(row["organisation_id"] == desk.organisation_id)


async def _allowed(desk: Desk, row: Mapping[Any, Any]) -> list[SupportNeedStatus]:
    part = SUPPORT_NEED_OF_CONTROLLER if _own(desk, row) else SUPPORT_NEED_OF_RECIPIENT
    allowed = SUPPORT_NEED_TRANSITIONS[SupportNeedStatus(row["status"])] & part
    if (
        SupportNeedStatus.DECLINED in allowed
        and row["referral_id"]
        and await referrals.is_open(desk, row["referral_id"])
    ):
        # The recipient reads the citizen for the need's sake: what ends that is a withdrawal.
        allowed -= {SupportNeedStatus.DECLINED}
    if (
        row["status"] == SupportNeedStatus.SENT
        and _own(desk, row)
        and await referrals.came_to_nothing(desk, row["referral_id"])
    ):
        allowed |= {SupportNeedStatus.SENT}
    return sorted(allowed)


async def _about_to(desk: Desk, need_id: UUID, to: SupportNeedStatus) -> Mapping[Any, Any]:
    row = await matched(desk, "support_need", need_id)
    allowed = await _allowed(desk, row)
    if to not in allowed:
        raise ForbiddenTransition(state=row["status"], allowed=allowed)
    return row


async def _of_the_same(desk: Desk, course_id: UUID, citizen_id: UUID) -> None:
    course = await kept(desk, "course", course_id, "/course_id")
    if course["citizen_id"] != citizen_id:
        raise unknown_reference("/course_id")


async def _sealed(desk: Desk, row: Mapping[Any, Any], description: str | None) -> dict[str, bytes | None]:
    if description is None:
        return {"description": None}
    return (await own_key(desk, row)).seal(NEEDS.name, row["id"], description=description)


async def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[SupportNeedOut]:
    desk.event.record_id = row["id"]
    keys = await keys_of(desk, [row["citizen_id"]]) if row["description"] else {}
    return Tagged(_out(desk, row, keys, await hidden(desk, [row])), row_etag("support_need", row))


def _out(desk: Desk, row: Mapping[Any, Any], keys: Keys, of_hidden: frozenset[UUID]) -> SupportNeedOut:
    key = keys.get((row["citizen_id"], row["organisation_id"]))
    return SupportNeedOut.model_validate(
        {
            **row,
            "controller_id": controller_of(row, of_hidden),
            "course_id": row["course_id"] if _own(desk, row) else None,
            "description": key.open(NEEDS.name, row, "description") if key else None,
        }
    )
