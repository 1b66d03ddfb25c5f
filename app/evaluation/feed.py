"""Where a reader of releases is: an opaque cursor, after which everything comes that was published or recalled since.

Two transactions may commit in another order than their times say, so a cursor reaches back a minute before the last
that was told, and names what of that was told already. Nothing is missed, and nothing comes twice in ordinary use.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final
from uuid import UUID

from app.common.cursors import open_cursor, seal_cursor
from app.common.errors import InvalidCursor

PAGE: Final = 12
"""Releases told at a time; a cursor must hold those that it names."""
OVERLAP: Final = timedelta(minutes=1)
"""Longer than a transaction that publishes may last."""
_MOST_TOLD: Final = 18
_ROUTE: Final = "evaluator/releases"


@dataclass(frozen=True, slots=True)
class Place:
    """From when on to look, and what of that was told."""

    since: datetime | None = None
    told: tuple[str, ...] = ()

    def next(self, rows: Sequence[Mapping[Any, Any]], now: datetime) -> "Place":
        """After these were told, in order of `changed_at`."""
        horizon = now - OVERLAP
        if not rows:
            return self if self.since is not None else Place(horizon)
        since = max(filter(None, (self.since, min(rows[-1]["changed_at"], horizon))))
        told = self.told
        if len(told) + len(rows) > _MOST_TOLD:
            told, since = (), max(since, rows[0]["changed_at"])
        return Place(since, (*told, *(event_of(each) for each in rows if each["changed_at"] >= since)))


def event_of(row: Mapping[Any, Any]) -> str:
    """A release in its state: that it was recalled is another event than that it was published."""
    return f"{row['id'].hex}{row['status'][0]}"


def seal(place: Place, secret: bytes, organisation: UUID) -> str:
    """The cursor, for this organisation's clients only."""
    position = [place.since.isoformat() if place.since else None, *place.told]
    return seal_cursor(secret, context=_context(organisation), position=position)


def opened(cursor: str | None, secret: bytes, organisation: UUID) -> Place:
    """The place that a cursor stands for; the beginning without one.

    Raises:
        InvalidCursor: altered, or another organisation's.
    """
    if cursor is None:
        return Place()
    match open_cursor(secret, cursor, context=_context(organisation)):
        case [str(since), *told] if all(isinstance(each, str) for each in told):
            return Place(datetime.fromisoformat(since), tuple(map(str, told)))
        case _:
            raise InvalidCursor


def _context(organisation: UUID) -> dict[str, str]:
    return {"organisation": str(organisation), "route": _ROUTE}
