"""Words on meetings and training days: who is invited, whose they are."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, any_, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import one, picture, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category


def _meetings() -> FromClause:
    return picture("meeting", "id project_id meeting_type municipality_id required_ids optional_ids invited_at")


@word
def invited(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The invitation to the meeting has gone out, and the asker is among those who must or may come."""
    return and_(
        row.c.invited_at.is_not(None),
        or_(asker.organisation == any_(row.c.required_ids), asker.organisation == any_(row.c.optional_ids)),
    )


@word
def own_dialogue_meeting(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The meeting is the dialogue meeting (dialogmøde) with the asker itself."""
    return and_(row.c.meeting_type == literal("dialogue_meeting"), row.c.municipality_id == asker.organisation)


@word
def of_invited_meeting(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is invited to the meeting that the decision was taken at."""
    meeting = _meetings()
    return there_is(one(meeting).where(meeting.c.id == row.c.meeting_id, invited(meeting, asker, category)), row)


@word
def of_own_dialogue_meeting(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The decision was taken at the asker's own dialogue meeting, to which it is invited."""
    meeting = _meetings()
    return there_is(
        one(meeting).where(
            meeting.c.id == row.c.meeting_id,
            invited(meeting, asker, category),
            own_dialogue_meeting(meeting, asker, category),
        ),
        row,
    )


@word
def owes(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The decision is the asker's to carry out."""
    return row.c.owner_id == asker.organisation


@word
def organises(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The training day is the asker's to give."""
    return row.c.organiser_id == asker.organisation


@word
def taking_part(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The training day is for the asker's staff."""
    return asker.organisation == any_(row.c.participant_ids)
