"""What becomes of a meeting: invited, held, its minutes approved; or cancelled."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.database.columns import utc_now
from app.gate.desk import UNKNOWN_REFERENCE, Desk
from app.gate.resources import Tagged, matched, require_transition
from app.programme.errors import not_yet_held, rule
from app.programme.meeting_service import out
from app.programme.meeting_views import CancelledIn, HeldIn, MeetingOut
from app.programme.parties import counted
from app.programme.states import MEETING_TRANSITIONS, MeetingStatus


async def _on_the_way(desk: Desk, meeting_id: UUID, to: MeetingStatus) -> Mapping[Any, Any]:
    row = await matched(desk, "meeting", meeting_id)
    require_transition(MEETING_TRANSITIONS, MeetingStatus(row["status"]), to)
    return row


async def invite(desk: Desk, meeting_id: UUID) -> Tagged[MeetingOut]:
    """Send the invitation: from now on those invited see the meeting, also in their calendars."""
    row = await _on_the_way(desk, meeting_id, MeetingStatus.INVITED)
    return out(desk, await desk.update("meeting", row, {"status": MeetingStatus.INVITED, "invited_at": utc_now()}))


async def hold(desk: Desk, meeting_id: UUID, held: HeldIn) -> Tagged[MeetingOut]:
    """It took place, with so many from each organisation."""
    row = await _on_the_way(desk, meeting_id, MeetingStatus.HELD)
    if row["starts_at"] > utc_now():
        raise not_yet_held()
    require_invited([each.organisation_id for each in held.attendance], [*row["required_ids"], *row["optional_ids"]])
    changes = {"status": MeetingStatus.HELD, "attendance": counted(held.attendance)}
    return out(desk, await desk.update("meeting", row, changes))


def require_invited(present: list[UUID], invited: list[UUID]) -> None:
    """Only who was invited has attended, and stands once."""
    errors = [
        FieldError(
            f"/attendance/{place}/organisation_id",
            "duplicate_item" if each in present[:place] else UNKNOWN_REFERENCE,
            "Stands already, or was not invited.",
            "Står der allerede eller var ikke inviteret.",
        )
        for place, each in enumerate(present)
        if each in present[:place] or each not in invited
    ]
    if errors:
        raise InvalidContent(errors=errors)


async def cancel(desk: Desk, meeting_id: UUID, why: CancelledIn) -> Tagged[MeetingOut]:
    """It will not take place; calendars show it as cancelled."""
    row = await _on_the_way(desk, meeting_id, MeetingStatus.CANCELLED)
    changes = {
        "status": MeetingStatus.CANCELLED,
        "cancelled_reason": why.reason,
        "sequence": row["sequence"] + 1,
    }
    return out(desk, await desk.update("meeting", row, changes))


async def approve_minutes(desk: Desk, meeting_id: UUID) -> Tagged[MeetingOut]:
    """The minutes are final, and so are the decisions' words."""
    row = await _on_the_way(desk, meeting_id, MeetingStatus.MINUTES_APPROVED)
    if row["minutes"] is None:
        raise rule("minutes_required", "There are no minutes to approve.", "Der er intet referat at godkende.")
    return out(desk, await desk.update("meeting", row, {"status": MeetingStatus.MINUTES_APPROVED}))


async def write_minutes(desk: Desk, meeting_id: UUID, minutes: str) -> Mapping[Any, Any]:
    """Write the minutes of a meeting that was held, until they are approved."""
    row = await matched(desk, "meeting", meeting_id)
    if row["status"] != MeetingStatus.HELD:
        raise ForbiddenTransition(state=row["status"], allowed=sorted(MEETING_TRANSITIONS[row["status"]]))
    return await desk.update("meeting", row, {"minutes": minutes})
