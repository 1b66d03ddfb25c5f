"""Where in its organisation's changes an endpoint stands: by number, of the changes that the asker may read."""

from sqlalchemy import func, select

from app.common.errors import InvalidContent, InvalidCursor
from app.database.columns import table_of
from app.gate.desk import Desk
from app.integration.changes.errors import ChangesGone
from app.integration.changes.numbering import number
from app.integration.changes.service import place_of
from app.integration.changes.tables import Change
from app.integration.changes.views import ChangesQuery
from app.integration.webhooks.views import NotAPlace, WebhookReplay

CHANGES = table_of(Change.__tablename__)


async def last(desk: Desk) -> int:
    """The number of the last change that has happened, whoever in the organisation may read it; 0 before the first."""
    return await number(desk.driver) or 0


async def before(desk: Desk, where: WebhookReplay) -> int:
    """The number after which everything comes that is to be told again; the last one where there is nothing.

    A time is that since when a change could be read: of another's record `happened_at` tells the day alone, and what
    took its time to commit could be read later than it happened.

    Raises:
        InvalidContent: the cursor is not of the caller's unfiltered feed.
        ChangesGone: what follows the place is not kept any more.
    """
    if where.since is None:
        try:
            place = place_of(desk, ChangesQuery(after=where.after)) or 0
        except InvalidCursor:
            raise InvalidContent(errors=[NotAPlace.at("/after")]) from None
        if await number(desk.driver, place) is None:
            raise ChangesGone
        return place
    newest = await last(desk)
    first = select(func.min(CHANGES.c.sequence).label("first")).where(
        CHANGES.c.numbered_at >= where.since, desk.readable("change")
    )
    row = await desk.row(first)
    return newest if row is None or row["first"] is None else int(row["first"]) - 1
