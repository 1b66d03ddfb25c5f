"""Asking citizens, and what they answered."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Uuid, any_, bindparam, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.boundary.policy import Operation
from app.citizens.stem import about
from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.consents.states import Scope
from app.courses.errors import CourseNotEnded, day_before
from app.courses.ground import signatures
from app.courses.listing import filters_of, newest_first, own_by_track
from app.courses.states import FOLLOWED_UP, CourseStatus
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.paging import Page, keyset
from app.gate.references import kept, referred
from app.gate.resources import Tagged, matched, require_transition, row_etag
from app.measurements import errors
from app.measurements.link_rows import end_link
from app.measurements.scoring import band_of, score_of
from app.measurements.states import RESPONSE_TRANSITIONS, AnsweredThrough, InstrumentStatus, ResponseStatus, Wave
from app.measurements.tables import QuestionnaireAnswers, QuestionnaireResponse
from app.measurements.views import AnswersBlock, ItemAnswer, ResponseAnswers, ResponseIn, ResponseList, ResponseOut

Row = Mapping[Any, Any]

RESPONSES = table_of(QuestionnaireResponse.__tablename__)
ANSWERS = table_of(QuestionnaireAnswers.__tablename__)
_IDS: Any = ARRAY(Uuid)


async def assign(desk: Desk, new: ResponseIn) -> Tagged[ResponseOut]:
    """Note that the citizen is going to be asked."""
    course = await kept(desk, "course", new.course_id, "/course_id")
    instrument = await referred(desk, "instrument", new.instrument_id, "/instrument_id")
    _require_measurable(course, new.wave)
    if instrument["status"] != InstrumentStatus.ACTIVE:
        raise errors.InstrumentNotActive
    if new.wave not in instrument["waves"]:
        raise InvalidContent(errors=[errors.wrong_wave()])
    await require_consent(desk, instrument, course["citizen_id"])
    row = {
        **about(desk, course),
        "course_id": new.course_id,
        "instrument_id": new.instrument_id,
        "instrument_code": instrument["code"],
        "wave": new.wave,
        "status": ResponseStatus.ASSIGNED,
        "handed_out_at": None,
        "answered_on": None,
        "answered_through": None,
        "external_reference": new.external_reference,
    }
    try:
        await desk.insert("questionnaire_response", row, refers="/course_id")
    except asyncpg.UniqueViolationError as error:
        raise errors.AlreadyAssigned from error
    await refer(desk, "questionnaire_response", row, new.external_reference)
    return _tagged(desk, row)


async def get(desk: Desk, response_id: UUID) -> Tagged[ResponseOut]:
    """A response, with the answers where the asker may see them."""
    row = await desk.find("questionnaire_response", response_id)
    return _tagged(desk, row, await _answers_of(desk, [row]))


async def page(desk: Desk, query: ResponseList) -> Page[ResponseOut]:
    """One's own responses, newest first; one statement more for the answers of the page."""
    keys = keyset(desk, query, "questionnaire-responses")
    wanted = filters_of(query, RESPONSES)
    rows = await newest_first(
        desk,
        "questionnaire_response",
        keys,
        lambda template: own_by_track(template, RESPONSES, wanted),
        wanted,
    )
    shown = rows[: query.limit]
    answers = await _answers_of(desk, shown)
    return keys.page(rows, [_out(row, answers.get(row["id"])) for row in shown])


async def hand_out(desk: Desk, response_id: UUID) -> Tagged[ResponseOut]:
    """The citizen has the questionnaire."""
    row = await about_to(desk, response_id, ResponseStatus.HANDED_OUT)
    await require_consent(desk, await desk.find("instrument", row["instrument_id"]), row["citizen_id"])
    return _tagged(desk, await desk.update("questionnaire_response", row, handed_out()))


def handed_out() -> dict[str, Any]:
    """What changes when the citizen gets the questionnaire."""
    return {"status": ResponseStatus.HANDED_OUT, "handed_out_at": utc_now()}


async def answer(desk: Desk, response_id: UUID, given: ResponseAnswers) -> Tagged[ResponseOut]:
    """Register the answers, once and for all; score and band follow from them."""
    desk.require_scope("questionnaire_answers", Operation.CREATE)
    row = await about_to(desk, response_id, ResponseStatus.ANSWERED)
    instrument = await desk.find("instrument", row["instrument_id"])
    await require_consent(desk, instrument, row["citizen_id"])
    course = await kept(desk, "course", row["course_id"])
    if given.answered_on < course["journey_started_on"]:
        raise day_before("/answered_on", "before_journey_start", "the journey's start", "borgerforløbets start")
    await end_link(desk, response_id)
    answered = await record(
        desk, row, instrument, given, shown=shown_to(desk, instrument), through=AnsweredThrough.WORKER
    )
    return _tagged(desk, answered, await _answers_of(desk, [answered]))


async def record(
    desk: Desk,
    row: Row,
    instrument: Row,
    given: ResponseAnswers,
    *,
    shown: list[str],
    through: AnsweredThrough,
) -> Row:
    """Write valid answers with their score, and close the questionnaire, whoever puts them in.

    Raises:
        InvalidContent: they are none, with every fault at its place.
    """
    values = _valid(instrument, given.answers)
    score = score_of(instrument, values)
    await desk.insert(
        "questionnaire_answers",
        {
            **about(desk, row),
            "response_id": row["id"],
            "answers": [{"item": item, "value": value} for item, value in values.items()],
            "score": score,
            "band": band_of(instrument["bands"], score),
            "shown_to": shown,
        },
    )
    changes = {"status": ResponseStatus.ANSWERED, "answered_on": given.answered_on, "answered_through": through}
    return await desk.update("questionnaire_response", row, changes)


async def close(desk: Desk, response_id: UUID, to: ResponseStatus) -> Tagged[ResponseOut]:
    """The citizen declined, or the answer never came."""
    row = await about_to(desk, response_id, to)
    await end_link(desk, response_id)
    return _tagged(desk, await desk.update("questionnaire_response", row, {"status": to}))


# --- what is asked of it ------------------------------------------------------------------------------


def _require_measurable(course: Row, wave: Wave) -> None:
    if course["status"] == CourseStatus.NOT_STARTED:
        raise errors.CourseNeverStarted
    if wave is Wave.FOLLOW_UP and course["status"] not in FOLLOWED_UP:
        raise CourseNotEnded


async def require_consent(desk: Desk, instrument: Row, citizen_id: UUID) -> None:
    """Held until the end of the transaction: a withdrawal comes before, or after.

    Raises:
        EvaluationConsentMissing: the instrument needs one, and there is none that names the asker.
    """
    if not instrument["requires_evaluation_consent"]:
        return
    if not await signatures(desk, citizen_id, Scope.EVALUATION_QUESTIONNAIRE):
        raise errors.EvaluationConsentMissing


def _valid(instrument: Row, given: list[ItemAnswer]) -> dict[str, int]:
    """The answers by item, in the instrument's order.

    Raises:
        InvalidContent: with every fault at its place.
    """
    items = {each["id"]: each for each in instrument["items"]}
    lowest, highest = instrument["scale_min"], instrument["scale_max"]
    values: dict[str, int] = {}
    faults: list[FieldError] = []
    for place, each in enumerate(given):
        if each.item not in items:
            faults.append(errors.unknown_item(place))
            continue
        if each.item in values:
            faults.append(errors.answered_twice(place))
        if not lowest <= each.value <= highest:
            faults.append(errors.off_scale(place, lowest, highest))
        values[each.item] = each.value
    faults += [errors.unanswered(name) for name, item in items.items() if item["required"] and name not in values]
    if faults:
        raise InvalidContent(errors=faults)
    return {name: values[name] for name in items if name in values}


def shown_to(desk: Desk, instrument: Row) -> list[str]:
    """The functions that see the score; the asker's organisation is the controller of what it writes."""
    return [
        function
        for each in instrument["score_seen_by"]
        if each["organisation_type"] == desk.role
        for function in each["functions"]
    ]


async def about_to(desk: Desk, response_id: UUID, to: ResponseStatus) -> Row:
    """The response, held for a transition that its state allows."""
    row = await matched(desk, "questionnaire_response", response_id)
    require_transition(RESPONSE_TRANSITIONS, ResponseStatus(row["status"]), to)
    return row


# --- as it goes out -----------------------------------------------------------------------------------


async def _answers_of(desk: Desk, rows: Iterable[Row]) -> dict[UUID, Row]:
    """The answers that the asker may see, by response: one statement, none where nothing is answered."""
    answered = [row["id"] for row in rows if row["status"] == ResponseStatus.ANSWERED]
    if not answered:
        return {}
    found = await desk.fetch(
        "answers-of",
        lambda template: select(ANSWERS).where(
            ANSWERS.c.response_id == any_(bindparam("response_ids", type_=_IDS)),
            template.shown("questionnaire_answers"),
        ),
        response_ids=answered,
    )
    for each in found:
        desk.saw("questionnaire_answers", each)
    return {each["response_id"]: each for each in found}


def _out(row: Row, answers: Row | None = None) -> ResponseOut:
    withheld = ["answers"] if row["status"] == ResponseStatus.ANSWERED and answers is None else []
    block = AnswersBlock.model_validate(dict(answers)) if answers is not None else None
    return ResponseOut.model_validate({**row, "answers": block, "withheld": withheld})


def _tagged(desk: Desk, row: Row, answers: Mapping[UUID, Row] | None = None) -> Tagged[ResponseOut]:
    desk.event.record_id = row["id"]
    return Tagged(_out(row, (answers or {}).get(row["id"])), row_etag("questionnaire_response", row))
