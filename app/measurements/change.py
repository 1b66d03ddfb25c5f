"""What changed over a course: each instrument's score at the end against that at the start."""

from collections.abc import Mapping
from itertools import groupby
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, and_, any_, bindparam, literal, select
from sqlalchemy.dialects.postgresql import ARRAY, TEXT

from app.gate.desk import Desk
from app.gate.references import kept
from app.measurements.instruments import INSTRUMENTS
from app.measurements.service import ANSWERS, RESPONSES
from app.measurements.states import ResponseStatus, Wave
from app.measurements.views import Change, CourseChange, Measurement

Row = Mapping[Any, Any]
_COMPARED: Any = literal([Wave.START.value, Wave.END.value], ARRAY(TEXT))


def _statement(desk: Desk) -> Select[Any]:
    visible = and_(ANSWERS.c.response_id == RESPONSES.c.id, desk.shown("questionnaire_answers"))
    return (
        select(
            *RESPONSES.c,
            *(INSTRUMENTS.c[name] for name in ("title_da", "title_en", "relevant_change")),
            ANSWERS.c.id.label("answers_id"),
            ANSWERS.c.score,
            ANSWERS.c.band,
        )
        .select_from(
            RESPONSES.join(INSTRUMENTS, INSTRUMENTS.c.id == RESPONSES.c.instrument_id).outerjoin(ANSWERS, visible)
        )
        .where(
            RESPONSES.c.course_id == bindparam("course_id", type_=Uuid),
            RESPONSES.c.status == ResponseStatus.ANSWERED,
            RESPONSES.c.wave == any_(_COMPARED),
            desk.readable("questionnaire_response"),
            desk.readable("instrument"),
        )
        .order_by(RESPONSES.c.instrument_code)
    )


async def change(desk: Desk, course_id: UUID) -> CourseChange:
    """From start to end, by instrument; two statements.

    Raises:
        NotFound: the course is not the asker's own.
    """
    course = await kept(desk, "course", course_id)
    desk.saw("course", course)
    desk.event.record_id = course_id
    rows = await desk.fetch("course-change", _statement, course_id=course_id)
    for row in rows:
        desk.saw("questionnaire_response", row)
        if row["answers_id"] is not None:
            desk.saw("questionnaire_answers", {**row, "id": row["answers_id"]})
    shown = [row for row in rows if row["answers_id"] is not None]
    return CourseChange(
        course_id=course_id,
        items=[_change(list(group)) for _, group in groupby(shown, key=lambda row: row["instrument_code"])],
        withheld=["answers"] if len(shown) < len(rows) else [],
    )


def _change(rows: list[Row]) -> Change:
    by_wave = {row["wave"]: row for row in rows}
    start, end = by_wave.get(Wave.START), by_wave.get(Wave.END)
    difference = relevant = None
    # Two versions may score differently, so their scores are not set against each other.
    if start and end and start["instrument_id"] == end["instrument_id"] and None not in {start["score"], end["score"]}:
        difference = end["score"] - start["score"]
        relevant = abs(difference) >= rows[0]["relevant_change"] if rows[0]["relevant_change"] else None
    return Change(
        instrument_code=rows[0]["instrument_code"],
        title_da=rows[0]["title_da"],
        title_en=rows[0]["title_en"],
        start=_measurement(start),
        end=_measurement(end),
        change=difference,
        relevant_change=rows[0]["relevant_change"],
        relevant=relevant,
    )


def _measurement(row: Row | None) -> Measurement | None:
    if row is None:
        return None
    return Measurement(response_id=row["id"], answered_on=row["answered_on"], score=row["score"], band=row["band"])
