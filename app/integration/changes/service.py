"""Following what changed, without missing anything."""

from dataclasses import dataclass

from app.boundary.policy import Operation
from app.common.cursors import open_cursor, seal_cursor
from app.common.errors import InvalidCursor
from app.gate.desk import Desk
from app.gate.paging import bound_to
from app.integration.changes.errors import ChangesGone
from app.integration.changes.numbering import number
from app.integration.changes.reading import carried, statement
from app.integration.changes.views import ChangeOut, ChangesOut, ChangesQuery

ROUTE = "changes"


@dataclass(frozen=True, slots=True)
class Read:
    """A page, and the number of the last change that it takes account of."""

    page: ChangesOut
    last: int


async def page(desk: Desk, query: ChangesQuery) -> Read:
    """What changed after the caller's place, in order.

    Raises:
        RoleCannot: a caseworker, who follows the worklist.
        InvalidCursor: altered, or of another caller or filter.
        ChangesGone: what followed the place is not kept any more.
    """
    desk.require_function("change", Operation.READ)
    context, secret = bound_to(desk, query, ROUTE), desk.keys.cursor_secret
    after = place_of(desk, query)
    last = await number(desk.driver, after)
    if last is None:
        raise ChangesGone
    wanted = carried(desk)
    if query.collection is not None:
        wanted = [each for each in wanted if each == query.collection]
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
            next_cursor=seal_cursor(secret, context=context, position=[seen]),
            has_more=more,
        ),
        seen,
    )


def place_of(desk: Desk, query: ChangesQuery) -> int | None:
    """The number up to which the caller has read; None at the beginning.

    Raises:
        InvalidCursor: altered, or of another caller or filter.
    """
    if query.after is None:
        return None
    context = bound_to(desk, query, ROUTE)
    match open_cursor(desk.keys.cursor_secret, query.after, context=context):
        case [int(place)]:
            return place
        case _:
            raise InvalidCursor
