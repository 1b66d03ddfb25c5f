"""Blind match requests: what each of the two may know of one, and the answer of the one asked."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, ScalarSelect, select

from app.common.conditional import etag_of
from app.common.errors import ForbiddenTransition, NotFound
from app.common.workdays import danish_date
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged
from app.integration.matching import asking
from app.integration.matching.states import Direction, MatchStatus
from app.integration.matching.tables import Answer, MatchQuestion, MatchRequest
from app.integration.matching.views import MatchRequestIn, MatchRequestList, MatchRequestOut

REQUESTS, QUESTIONS = table_of(MatchRequest.__tablename__), table_of(MatchQuestion.__tablename__)


def own_citizen(desk: Desk, question: FromClause) -> ScalarSelect[UUID]:
    """The citizen of the one asked whose number it is; of several the one whose number it is now, the newest."""
    number = table_of("citizen_cpr").alias("number_asked_for")
    return (
        select(number.c.citizen_id)
        .where(
            number.c.organisation_id == desk.asker.organisation,
            number.c.blind_index == question.c.blind_index,
            number.c.project_id == question.c.project_id,
            number.c.track == question.c.track,
            desk.readable("cpr", number),
        )
        .order_by(number.c.superseded_at.is_not(None), number.c.created_at.desc(), number.c.id)
        .limit(1)
        .correlate(question)
        .scalar_subquery()
    )


def status_of_request(row: Mapping[Any, Any]) -> MatchStatus:
    """As the asker is told: a refusal, a number that nobody knows and silence are one and the same."""
    now = utc_now()
    if row["ended_at"] is not None or (row["valid_until"] is not None and row["valid_until"] <= now):
        return MatchStatus.ENDED
    if row["known_at"] is not None:
        return MatchStatus.KNOWN
    return MatchStatus.WAITING if now < row["closes_at"] else MatchStatus.NO_ANSWER


def status_of_question(row: Mapping[Any, Any]) -> MatchStatus:
    """As the one asked is told."""
    if row["status"] == Answer.TO_ANSWER and row["closes_at"] <= utc_now():
        return MatchStatus.EXPIRED
    return MatchStatus(row["status"])


class _Seen(NamedTuple):
    view: MatchRequestOut
    category: str

    @property
    def tagged(self) -> Tagged[MatchRequestOut]:
        view = self.view
        return Tagged(view, etag_of(self.category, view.id, view.version, view.status, view.organisation_id))


def _sent(row: Mapping[Any, Any]) -> _Seen:
    return _Seen(
        _out(row, Direction.SENT, status_of_request(row), organisation_id=row["recipient_id"]), "match_request"
    )


def _received(row: Mapping[Any, Any]) -> _Seen:
    asker = None if row["asker_withheld"] else row["asker_id"]
    view = _out(row, Direction.RECEIVED, status_of_question(row), organisation_id=asker, consent_id=None)
    return _Seen(view, "match_question")


def _out(row: Mapping[Any, Any], direction: Direction, status: MatchStatus, **changes: Any) -> MatchRequestOut:
    answer_by = danish_date(row["closes_at"] - timedelta(microseconds=1))
    told = {**row, "direction": direction, "status": status, "answer_by": answer_by, **changes}
    return MatchRequestOut.model_validate(told)


async def create(desk: Desk, new: MatchRequestIn) -> Tagged[MatchRequestOut]:
    """Ask one partner of the project whether it knows the citizen of a consent."""
    row = await asking.ask(desk, new)
    desk.event.record_id = row["id"]
    return _sent(row).tagged


async def get(desk: Desk, match_request_id: UUID) -> Tagged[MatchRequestOut]:
    """A request that the caller made, or one that it is asked.

    Raises:
        NotFound: neither; or of a number that is none of the caller's citizens'.
    """
    questions = await _questions(desk, QUESTIONS.c.id == match_request_id)
    requests = await desk.rows(select(REQUESTS).where(REQUESTS.c.id == match_request_id, desk.shown("match_request")))
    for row in requests:
        desk.saw("match_request", row)
    seen = [*map(_sent, requests), *map(_received, _logged(desk, questions))]
    if not seen:
        raise NotFound
    desk.event.record_id = match_request_id
    return seen[0].tagged


async def page(desk: Desk, query: MatchRequestList) -> Page[MatchRequestOut]:
    """The requests of one direction, newest first."""
    keys = keyset(desk, query, "match-requests")
    if query.direction is Direction.RECEIVED:
        rows = await _questions(desk, *keys.where(QUESTIONS.c.created_at, QUESTIONS.c.id), limit=query.limit + 1)
        _logged(desk, rows[: query.limit])
        return keys.page(rows, [_received(row).view for row in rows[: query.limit]])
    found = await desk.rows(
        select(REQUESTS)
        .where(*keys.where(REQUESTS.c.created_at, REQUESTS.c.id), desk.shown("match_request"))
        .order_by(REQUESTS.c.created_at.desc(), REQUESTS.c.id.desc())
        .limit(query.limit + 1)
    )
    for row in found[: query.limit]:
        desk.saw("match_request", row)
    return keys.page(found, [_sent(row).view for row in found[: query.limit]])


async def answer(desk: Desk, match_request_id: UUID, to: Answer) -> Tagged[MatchRequestOut]:
    """Confirm that one knows the citizen, or decline to say; the asker is told of a confirmation only.

    Raises:
        NotFound: not asked of the caller, or of a number that is none of its citizens'.
        ForbiddenTransition: answered already, or too late.
    """
    rows = await _questions(desk, QUESTIONS.c.id == match_request_id)
    if not rows:
        raise NotFound
    row = rows[0]
    desk.event.record_id = match_request_id
    status = status_of_question(row)
    if status is not MatchStatus.TO_ANSWER:
        raise ForbiddenTransition(state=status, allowed=[])
    desk.require_match(_received(row).tagged.etag)
    return _received(await desk.update("match_question", row, {"status": to, "decided_at": utc_now()})).tagged


async def _questions(desk: Desk, *where: ColumnElement[bool], limit: int = 1) -> Sequence[Mapping[str, Any]]:
    """Questions asked of the caller, newest first, as rows of its own: about its citizen, under its control.

    The asker is the row's controller, and reads in its own log who looked at what it controls: there a look at the
    question would say that the number is known. So it stands in the log as what it tells of, the caller's own citizen.
    """
    rows = await desk.rows(
        select(QUESTIONS, own_citizen(desk, QUESTIONS).label("citizen_id"))
        .where(*where, desk.shown("match_question"))
        .order_by(QUESTIONS.c.created_at.desc(), QUESTIONS.c.id.desc())
        .limit(limit)
    )
    return [{**row, "asker_id": row["organisation_id"], "organisation_id": desk.organisation_id} for row in rows]


def _logged(desk: Desk, rows: Sequence[Mapping[str, Any]]) -> Sequence[Mapping[str, Any]]:
    for row in rows:
        desk.saw("match_question", row)
    return rows
