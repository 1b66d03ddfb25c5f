"""Which courses wait for an answer: a wave is due, and nothing has come of it yet.

A wave is due from the day the course starts, ends, or is followed up. It is missing while an instrument in use has no
closed response to it; one that needs consent only where the citizen has consented; one that was assigned in any case.
"""

from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Interval,
    Text,
    and_,
    any_,
    cast,
    column,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.sql.selectable import LateralFromClause

from app.consents.states import Scope
from app.database.columns import table_of
from app.follow_ups.states import FollowUpStatus
from app.gate.desk import Desk
from app.measurements.states import CLOSED, InstrumentStatus, Wave

DAYS_TO_ANSWER = timedelta(days=14)
"""How long after a wave's day an answer is on time."""
HORIZON = timedelta(days=180)
"""What nobody asked for in half a year is not going to be asked."""


def _alias(desk: Desk, category: str, name: str) -> FromClause:
    return table_of(desk.policy[category].table).alias(name)


def _followed_up_on(desk: Desk, course: FromClause) -> ColumnElement[Any]:
    row = _alias(desk, "follow_up", "measured_follow_up")
    query = select(func.min(func.coalesce(row.c.completed_on, row.c.due_on))).where(
        row.c.course_id == course.c.id,
        or_(row.c.status == FollowUpStatus.PLANNED, row.c.status == FollowUpStatus.COMPLETED),
        desk.readable("follow_up", row),
    )
    return query.correlate(course).scalar_subquery()


def _consented(desk: Desk, course: FromClause) -> ColumnElement[bool]:
    row = _alias(desk, "consent", "measuring_consent")
    query = select(row.c.id).where(
        row.c.citizen_id == course.c.citizen_id,
        desk.relied_on(row),
        desk.asker.organisation == any_(row.c.recipients),
        literal(Scope.EVALUATION_QUESTIONNAIRE.value) == any_(row.c.scopes),
    )
    return exists(query.correlate(course))


def first_missing(desk: Desk, course: FromClause, today: ColumnElement[Any]) -> LateralFromClause:
    """The `day` of the earliest wave of the course that is due and unanswered; NULL where none is."""
    days = (course.c.started_on, course.c.ended_on, _followed_up_on(desk, course))
    wave = (
        func.unnest(
            array([literal(each.value, Text) for each in (Wave.START, Wave.END, Wave.FOLLOW_UP)]),
            array([cast(each, Date) for each in days]),
        )
        .table_valued(column("name", Text), column("day", Date), name="wave")
        .render_derived()
    )
    instrument, closed = _alias(desk, "instrument", "in_use"), _alias(desk, "questionnaire_response", "closed_response")
    waiting = _alias(desk, "questionnaire_response", "waiting_response")
    done = select(closed.c.id).where(
        closed.c.course_id == course.c.id,
        closed.c.instrument_code == instrument.c.code,
        closed.c.wave == wave.c.name,
        or_(*(closed.c.status == each for each in sorted(CLOSED))),
        desk.readable("questionnaire_response", closed),
    )
    unasked = select(instrument.c.id).where(
        instrument.c.status == InstrumentStatus.ACTIVE,
        wave.c.name == any_(instrument.c.waves),
        or_(not_(instrument.c.requires_evaluation_consent), _consented(desk, course)),
        ~exists(done.correlate(course, wave, instrument)),
        desk.readable("instrument", instrument),
    )
    unanswered = select(waiting.c.id).where(
        waiting.c.course_id == course.c.id,
        waiting.c.wave == wave.c.name,
        not_(or_(*(waiting.c.status == each for each in sorted(CLOSED)))),
        desk.readable("questionnaire_response", waiting),
    )
    due = and_(wave.c.day <= today, wave.c.day > today - literal(HORIZON, Interval))
    missing = or_(exists(unasked.correlate(course, wave)), exists(unanswered.correlate(course, wave)))
    return select(func.min(wave.c.day).label("day")).where(due, missing).correlate(course).lateral("missing")
