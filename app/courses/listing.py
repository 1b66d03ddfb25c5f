"""Lists of one's own records and those passed on to one: each an index walk of its own, merged newest first.

Own records are walked track by track, since the index holds the track before the time; the policy stands behind
each walk. A page's statement is compiled once for each set of filters.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Select,
    Table,
    bindparam,
    exists,
    literal_column,
    select,
    union_all,
)

from app.boundary.policy import Operation
from app.citizens.disclosures import standing
from app.database.columns import Track, table_of
from app.gate.desk import Desk
from app.gate.paging import Keyset, PageQuery

Walk = list[ColumnElement[bool]]
Walks = Callable[[Desk], Sequence[Walk]]
"""The walks, from a desk whose asker is a parameter. How many there are follows from the asker and the filters."""


@dataclass(frozen=True, slots=True)
class Filters:
    """Conditions by name, and the values of their parameters."""

    conditions: Mapping[str, ColumnElement[bool]]
    """The names are all that the text of the statement depends on."""
    values: Mapping[str, Any]


def filters_of(
    query: PageQuery, table: Table, special: Mapping[str, ColumnElement[bool]] | None = None, **values: Any
) -> Filters:
    """The filters that a query has: its members are columns of the table, `updated_since`, or `special`.

    Args:
        special: conditions of members that are no columns, by name.
        values: of parameters in them that are no members.
    """
    given = query.model_dump(exclude={"limit", "cursor"}, exclude_none=True)
    known = special or {}
    conditions = {
        # A truth value chooses the condition, where another value is a parameter of it.
        f"{name} {value}" if isinstance(value, bool) else name: known[name] if name in known else _plain(name, table)
        for name, value in given.items()
    }
    return Filters(conditions, {**given, **values})


def _plain(name: str, table: Table) -> ColumnElement[bool]:
    column = table.c.updated_at if name == "updated_since" else table.c[name]
    value = bindparam(name, type_=column.type)
    return column >= value if name == "updated_since" else column == value


def own_by_track(desk: Desk, table: Table, filters: Filters) -> list[Walk]:
    """The asker's own rows, one walk a track that the asker works in."""
    own = table.c.organisation_id == desk.asker.organisation
    if "track" in filters.conditions:
        return [[own]]
    if desk.principal.track:
        return [[own, table.c.track == desk.asker.track]]
    return [[own, table.c.track == each] for each in Track]


def passed_on(desk: Desk, category: str, table: Table) -> list[Walk]:
    """Rows of the category that accepted referrals opened to the asker; no walk where its role has no such cell."""
    found = desk.policy[category]
    if not any("disclosed" in cell.when for cell in found.cells_for(desk.role, Operation.READ)):
        return []
    disclosure = table_of("disclosure")
    opened = exists(
        select(literal_column("1"))
        .select_from(disclosure)
        .where(
            disclosure.c.citizen_id == table.c.citizen_id,
            disclosure.c.category == found.opened_by,
            disclosure.c.source_organisation_id == table.c.organisation_id,
            *standing(desk, disclosure),
        )
        .correlate(table)
    )
    return [[opened]]


async def newest_first(desk: Desk, category: str, keys: Keyset, walks: Walks, filters: Filters) -> list[dict[str, Any]]:
    """One row more than the page holds, newest first; those of the page are logged as seen."""
    shape = (desk.principal.track is None, keys.after is None, *filters.conditions)
    rows = await desk.fetch(
        ("page", category, *shape),
        lambda template: _page(template, category, keys, walks(template), filters),
        **keys.values(),
        **filters.values,
    )
    for row in rows[: keys.limit]:
        desk.saw(category, row)
    return rows


def _page(desk: Desk, category: str, keys: Keyset, walks: Sequence[Walk], filters: Filters) -> Select[Any]:
    table = table_of(desk.policy[category].table)
    time, identity = table.c.created_at, table.c.id
    each = [
        select(table)
        .where(*walk, *keys.seek(time, identity), *filters.conditions.values(), desk.readable(category))
        .order_by(time.desc(), identity.desc())
        .limit(keys.count)
        for walk in walks
    ]
    merged = union_all(*(one.subquery().select() for one in each)).subquery("merged")
    # The references are looked up for what the page holds, not for each row that is walked by.
    chosen = (
        select(merged).order_by(merged.c.created_at.desc(), merged.c.id.desc()).limit(keys.count).subquery("chosen")
    )
    own = desk.referenced(category, chosen)
    return select(chosen, *own).order_by(chosen.c.created_at.desc(), chosen.c.id.desc())
