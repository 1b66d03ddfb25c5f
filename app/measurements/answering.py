"""A citizen answers by link: the questionnaire that the link leads to, once."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select

from app.boundary.policy import Operation
from app.common.days import today
from app.common.errors import NotFound
from app.common.problem import Language
from app.database.columns import utc_now
from app.gate.desk import Desk
from app.measurements.link_rows import LINKS
from app.measurements.links import languages_of
from app.measurements.service import record
from app.measurements.states import AnsweredThrough, ResponseStatus
from app.measurements.views import ItemAnswer, ResponseAnswers

Row = Mapping[Any, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """What the holder of an open link is asked."""

    link: Row
    response: Row
    instrument: Row

    @property
    def languages(self) -> list[Language]:
        """What it can be read in; never nothing, or there would be no link."""
        return languages_of(self.instrument)

    @property
    def scale(self) -> range:
        """The values that can be chosen."""
        return range(self.instrument["scale_min"], self.instrument["scale_max"] + 1)

    def unanswered(self, given: Mapping[str, int]) -> list[str]:
        """The required items that have no answer; of a form that nobody filled in, at least the first."""
        items = self.instrument["items"]
        missing = [each["id"] for each in items if each["required"] and each["id"] not in given]
        # One stray tap on Send must not use the link up, also where no item is required.
        return missing if missing or given else [items[0]["id"]]


async def asked(desk: Desk, *, lock: bool = False) -> Asked:
    """What the link leads to.

    Args:
        lock: hold response and link to the end of the transaction: whoever answers, closes, revokes or withdraws at
            this moment comes before, and finds nothing here, or after.

    Raises:
        NotFound: it is used, ended or expired, the questionnaire closed, or what it rests on not in force any more.
    """
    link = await _open_link(desk)
    response = await desk.find("questionnaire_response", link["response_id"], lock=lock)
    if response["status"] != ResponseStatus.HANDED_OUT:
        raise NotFound
    if lock:
        link = await _open_link(desk, lock=True)
    return Asked(link, response, await desk.find("instrument", response["instrument_id"]))


async def answer(desk: Desk, given: Mapping[str, int]) -> None:
    """Register the answers and use the link up; as when a worker does it.

    Raises:
        NotFound: as for `asked`.
        InvalidContent: an item or a value is not the instrument's, or a required item is missing.
    """
    it = await asked(desk, lock=True)
    answers = ResponseAnswers.model_construct(
        answered_on=today(), answers=[ItemAnswer.model_construct(item=item, value=given[item]) for item in given]
    )
    await record(desk, it.response, it.instrument, answers, shown=it.link["shown_to"], through=AnsweredThrough.LINK)
    await desk.update("questionnaire_link", it.link, {"used_at": utc_now()})
    desk.did("answer_by_link", it.response["id"])


async def _open_link(desk: Desk, *, lock: bool = False) -> Row:
    query = select(LINKS).where(
        LINKS.c.used_at.is_(None),
        LINKS.c.ended_at.is_(None),
        LINKS.c.expires_at > func.now(),
        desk.may("questionnaire_link", Operation.UPDATE if lock else Operation.READ),
    )
    row = await desk.row(query.with_for_update() if lock else query)
    if row is None:
        raise NotFound
    return row
