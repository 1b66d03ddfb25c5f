"""Which records are one person's, and who stands on the other side of them, as far as the police hold them.

A link joins two records, and the police may have several of one person: every call to the same home can make one,
since registering a citizen never says that they are known. Records with a CPR number in common, now or once, are one
person's.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import LargeBinary, Select, Uuid, any_, bindparam, case, func, or_, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.database.columns import table_of
from app.gate.desk import Desk

_IDS: Any = ARRAY(Uuid)  # SQLAlchemy's own annotations do not admit an ARRAY here
_INDEXES: Any = ARRAY(LargeBinary)


@dataclass(frozen=True, slots=True)
class Circle:
    """Own records of some people, and of those whom a link puts on their other side."""

    own: dict[UUID, str | None]
    """By id; with the track, where a CPR number is known."""
    others: dict[UUID, str | None]
    indexes: frozenset[bytes]
    """Blind indexes of all their CPR numbers."""

    def counterparts_of(self, citizen_id: UUID) -> list[UUID]:
        """Without the person's own records on the same side, should a number that was mistaken join the two."""
        track = self.own[citizen_id]
        return [each for each in self.others if each not in self.own or self.own[each] != track]

    def names(self) -> Iterator[str]:
        """What is held so that nobody else changes what is known of them."""
        yield from (str(each) for each in (*self.own, *self.others))
        yield from (each.hex() for each in self.indexes)


async def circle_of(desk: Desk, citizen_ids: Collection[UUID], indexes: Collection[bytes] = ()) -> Circle:
    """Everyone of the asker's own records who is concerned.

    Args:
        desk: one with the whole organisation's view, or a colleague's cases are left out.
        indexes: of CPR numbers that stand in no record yet.
    """
    own, numbers = await _one_persons(desk, citizen_ids, indexes)
    linked = await _linked(desk, own)
    others, more = await _one_persons(desk, linked) if linked else ({}, frozenset())
    return Circle(own, others, numbers | more)


async def _one_persons(
    desk: Desk, citizen_ids: Iterable[UUID], indexes: Collection[bytes] = ()
) -> tuple[dict[UUID, str | None], frozenset[bytes]]:
    found: dict[UUID, str | None] = dict.fromkeys(citizen_ids)
    while True:
        rows = await desk.fetch("one person's", _with_numbers_of, citizen_ids=list(found), indexes=list(indexes))
        before = len(found)
        found |= {row["citizen_id"]: row["track"] for row in rows}
        if len(found) == before:
            return found, frozenset(indexes) | {bytes(row["blind_index"]) for row in rows}


def _with_numbers_of(template: Desk) -> Select[Any]:
    known, number = (table_of("citizen_cpr").alias(name) for name in ("known", "number"))
    asker = template.asker.organisation
    theirs = select(func.array_agg(known.c.blind_index)).where(
        known.c.citizen_id == any_(bindparam("citizen_ids", type_=_IDS)),
        known.c.organisation_id == asker,
        template.readable("cpr", known),
    )
    # As one array, looked up by its values however few numbers there were when this was planned: a join was kept
    # that read all the organisation's numbers for each.
    asked = func.array_cat(theirs.scalar_subquery(), bindparam("indexes", type_=_INDEXES), type_=_INDEXES)
    return select(number.c.citizen_id, number.c.track, number.c.blind_index).where(
        number.c.blind_index == any_(asked), number.c.organisation_id == asker, template.readable("cpr", number)
    )


async def _linked(desk: Desk, citizen_ids: Collection[UUID]) -> list[UUID]:
    rows = await desk.fetch("linked", _links_of, citizen_ids=list(citizen_ids))
    return [each for row in rows for each in (row["perpetrator"], row["victim"]) if each is not None]


def _links_of(template: Desk) -> Select[Any]:
    links = table_of("pair_link")
    victim, perpetrator = links.c.victim_id, links.c.perpetrator_id
    asked = any_(bindparam("citizen_ids", type_=_IDS))
    return select(
        case((victim == asked, perpetrator)).label("perpetrator"),
        case((perpetrator == asked, victim)).label("victim"),
    ).where(or_(victim == asked, perpetrator == asked), template.readable("pair_link"))
