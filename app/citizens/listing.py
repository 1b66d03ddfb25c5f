"""Many citizens at once: the list, and the search by CPR number."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Text, Uuid, bindparam, exists, select, tuple_, union_all

from app.citizens.disclosures import opened
from app.citizens.envelope import CITIZENS, citizen_out, envelopes, log_seen
from app.citizens.vault import cpr_index
from app.citizens.views import CitizenList, CitizenOut
from app.database.columns import Timestamp, table_of
from app.gate.desk import Desk
from app.gate.paging import Keyset, Page, keyset

MAX_FOUND = 20


async def page(desk: Desk, query: CitizenList) -> Page[CitizenOut]:
    """The asker's own citizens and those disclosed to it, newest access first.

    Driven from ownership and from the disclosures, each one index walk; the policy stands behind both.
    """
    keys = keyset(desk, query, "citizens")
    filters = _filters(query)
    rows = await desk.fetch(
        ("citizens", keys.after is None, *filters),
        lambda template: _page(template, keys, filters),
        **keys.values(),
        **{name: getattr(query, name) for name in filters},
    )
    for row in rows[: query.limit]:
        log_seen(desk, row)
    return keys.page(rows, [citizen_out(desk, row) for row in rows[: query.limit]], time="sorted_at")


def _page(desk: Desk, keys: Keyset, filters: Sequence[str]) -> Select[Any]:
    disclosure = table_of("disclosure")
    conditions = [_FILTERS[name] for name in filters if name != "updated_since"]
    since = bindparam("updated_since", type_=Timestamp)
    own = select(CITIZENS.c.id, CITIZENS.c.created_at.label("shown_at")).where(
        CITIZENS.c.organisation_id == desk.asker.organisation,
        *keys.seek(CITIZENS.c.created_at, CITIZENS.c.id),
        *conditions,
        *([CITIZENS.c.updated_at >= since] if "updated_since" in filters else []),
        desk.readable("citizen"),
    )
    disclosed = (
        select(CITIZENS.c.id, disclosure.c.opened_at.label("shown_at"))
        .select_from(disclosure.join(CITIZENS, CITIZENS.c.id == disclosure.c.citizen_id))
        .where(
            CITIZENS.c.organisation_id != desk.asker.organisation,
            disclosure.c.category == "citizen",
            *opened(desk, disclosure),
            ~_opened_before(desk, disclosure),
            *keys.seek(disclosure.c.opened_at, CITIZENS.c.id),
            *conditions,
            # The time that the recipient is shown, not the one at which the sender wrote (the wall, rule 1).
            *([disclosure.c.opened_at >= since] if "updated_since" in filters else []),
            desk.readable("citizen"),
        )
    )
    newest = [
        each.order_by(*(column.desc() for column in each.selected_columns[::-1])).limit(keys.count)
        for each in (own, disclosed)
    ]
    both = union_all(*(each.subquery().select() for each in newest)).subquery("seen")
    chosen = select(both).order_by(both.c.shown_at.desc(), both.c.id.desc()).limit(keys.count).subquery("chosen")
    return (
        envelopes(desk)
        .add_columns(chosen.c.shown_at.label("sorted_at"))
        .join_from(CITIZENS, chosen, chosen.c.id == CITIZENS.c.id)
        .order_by(chosen.c.shown_at.desc(), CITIZENS.c.id.desc())
    )


def _opened_before(desk: Desk, disclosure: FromClause) -> ColumnElement[bool]:
    """A citizen referred twice was opened twice; the first opening is the time that the recipient is shown."""
    earlier = table_of("disclosure").alias("earlier")
    query = select(earlier.c.id).where(
        earlier.c.citizen_id == disclosure.c.citizen_id,
        earlier.c.category == "citizen",
        *opened(desk, earlier),
        tuple_(earlier.c.opened_at, earlier.c.id) < tuple_(disclosure.c.opened_at, disclosure.c.id),
    )
    return exists(query.correlate(disclosure))


_FILTERS: Mapping[str, ColumnElement[bool]] = {
    "project_id": CITIZENS.c.project_id == bindparam("project_id", type_=Uuid),
    "track": CITIZENS.c.track == bindparam("track", type_=Text),
    "status": CITIZENS.c.status == bindparam("status", type_=Text),
}


def _filters(query: CitizenList) -> list[str]:
    """The names of the filters that are set."""
    return [name for name in (*_FILTERS, "updated_since") if getattr(query, name) is not None]


async def search_cpr(desk: Desk, cpr: str) -> Page[CitizenOut]:
    """Citizens with this CPR number among one's own and those disclosed to one; never anybody else's."""
    numbers = table_of("citizen_cpr")
    disclosure = table_of("disclosure")
    sources = await desk.rows(
        select(disclosure.c.source_organisation_id)
        .where(disclosure.c.recipient_id == desk.organisation_id, disclosure.c.category == "cpr")
        .distinct()
    )
    organisations = {desk.organisation_id, *(each["source_organisation_id"] for each in sources)}
    indexes = [(each, cpr_index(desk, each, cpr)) for each in organisations]
    found = (
        select(numbers.c.citizen_id)
        .where(tuple_(numbers.c.organisation_id, numbers.c.blind_index).in_(indexes), desk.readable("cpr"))
        .limit(MAX_FOUND)
        .subquery("found")
    )
    rows = await desk.rows(envelopes(desk).where(CITIZENS.c.id.in_(select(found.c.citizen_id))))
    for row in rows:
        log_seen(desk, row)
    return Page(items=[citizen_out(desk, row) for row in rows], next_cursor=None)
