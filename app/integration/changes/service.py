"""Following what changed, without missing anything."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.boundary.policy import Operation
from app.common.cursors import open_cursor, seal_cursor
from app.common.errors import InvalidCursor
from app.common.problem import Bilingual
from app.gate.desk import Desk
from app.gate.paging import bound_to
from app.integration.changes.errors import ChangesGone
from app.integration.changes.numbering import number
from app.integration.changes.reading import carried, statement
from app.integration.changes.tables import Collection
from app.integration.changes.views import ChangeOut, ChangesOut, ChangesQuery

ROUTE = "changes"
_PASSED_OVER = Bilingual(
    "On the way to this place collections were left out that your token reads now. Get a new place by latest=true, "
    "then read the lists.",
    "På vejen hertil er samlinger sprunget over, som jeres token nu læser. Få et nyt sted med latest=true, og læs så "
    "listerne.",
)


@dataclass(frozen=True, slots=True)
class Read:
    """A page, and the number of the last change that it takes account of."""

    page: ChangesOut
    last: int


async def page(desk: Desk, query: ChangesQuery) -> Read:
    """What changed after the caller's place, in order.

    Raises:
        RoleCannot: a caseworker, who follows the worklist.
        InvalidCursor: altered, or of another caller or filter, or it passed over what the token reads now.
        ChangesGone: what followed the place is not kept any more.
    """
    desk.require_function("change", Operation.READ)
    context, secret = bound_to(desk, query, ROUTE), desk.keys.cursor_secret
    after, passed_over = _opened(desk, query)
    asked_of = [*Collection] if query.collection is None else [query.collection]
    readable = carried(desk)
    wanted = [each.value for each in asked_of if each in readable]
    if passed_over & _mask(wanted):
        raise InvalidCursor(_PASSED_OVER)
    last = await number(desk.driver, after)
    if last is None:
        raise ChangesGone
    rows = (
        await desk.fetch("changes", statement, after=after or 0, page_count=query.limit + 1, collections=wanted)
        if last > (after or 0) and not query.latest
        else []
    )
    more = len(rows) > query.limit
    shown = rows[: query.limit]
    # With nothing more to read, all up to the last number is taken account of, what is not the caller's as well.
    seen = shown[-1]["sequence"] if more else max(last, *(row["sequence"] for row in shown), after or 0)
    return Read(
        ChangesOut(
            items=[ChangeOut.model_validate(row) for row in shown],
            next_cursor=seal_cursor(secret, context=context, position=[seen, _mask({*asked_of} - {*wanted})]),
            has_more=more,
        ),
        seen,
    )


def place_of(desk: Desk, query: ChangesQuery) -> int | None:
    """The number up to which the caller has read; None at the beginning.

    Raises:
        InvalidCursor: altered, or of another caller or filter.
    """
    return _opened(desk, query)[0]


def _opened(desk: Desk, query: ChangesQuery) -> tuple[int | None, int]:
    """The place, and the collections that were left out on the way there."""
    if query.after is None:
        return None, 0
    context = bound_to(desk, query, ROUTE)
    match open_cursor(desk.keys.cursor_secret, query.after, context=context):
        case [int(place)]:  # from before it was said what was left out
            return place, 0
        case [int(place), int(passed_over)]:
            return place, passed_over
        case _:
            raise InvalidCursor


def _mask(collections: Iterable[str]) -> int:
    """As one number, which has few figures: the length of a cursor tells nothing of the place.

    What was left out is noted and not what was read: a collection that the feed begins to tell of has passed nobody by.
    """
    return sum(1 << place for place, each in enumerate(Collection) if each in collections)
