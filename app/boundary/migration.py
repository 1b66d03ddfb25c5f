"""Alembic's autogenerate, taught the boundary: grants, row-level policies, FORCE flags, triggers.

What the policy wants is printed by PostgreSQL itself (`scratch`); what differs from the catalogue is the drift. So a
changed cell, a missing policy and one altered by hand are all found, and the migration that mends them is rendered as
frozen SQL.
`alembic check` is the same comparison with nothing allowed to differ.
"""

from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations import MigrateOperation, ops
from alembic.runtime.plugins import Plugin
from alembic.util import DispatchPriority, PriorityDispatchResult
from sqlalchemy import Connection, MetaData

from app.boundary.catalogue import (
    FunctionState,
    TriggerState,
    functions_in,
    grants_in,
    owner_in,
    policies_in,
    protected_in,
    tables_in,
    triggers_in,
)
from app.boundary.counts import COUNTS
from app.boundary.lookups import LOOKUPS, Lookup
from app.boundary.numbering import CHANGE_FUNCTIONS
from app.boundary.policy import load
from app.boundary.rls import Desired, Grant, RowPolicy, desired, quoted
from app.boundary.scratch import printed_functions, printed_policies
from app.boundary.triggers import TRIGGERS
from app.common.frozen_sql import SEPARATOR

PLUGIN_NAME = "interventionsmodellen.boundary"


Printed = tuple[Mapping[tuple[str, str], TriggerState], Mapping[str, FunctionState]]
"""Triggers by table and name, and functions by their signature."""


class BoundarySQL(MigrateOperation):
    """Frozen statements of the boundary, and their undoing."""

    def __init__(self, up: list[str], down: list[str], direction: Literal["up", "down"] = "up") -> None:
        self.up = up
        self.down = down
        self.direction = direction

    def reverse(self) -> "BoundarySQL":
        """The other direction."""
        return BoundarySQL(list(reversed(self.down)), self.up, "down")

    def to_diff_tuple(self) -> tuple[str, list[str]]:
        """How `alembic check` tells it."""
        return ("boundary", self.up)


@renderers.dispatch_for(BoundarySQL)
def _render(context: AutogenContext, operation: BoundarySQL) -> str:
    context.imports.add("from app.common.frozen_sql import frozen")
    return f'for statement in frozen(__file__, "{operation.direction}"):\n    op.execute(statement)'


def freeze(folder: Path, revision: str, script: ops.MigrationScript) -> None:
    """Write a revision's boundary statements beside it: hundreds of policies are data, not Python.

    Called by `alembic/env.py` when a migration is written.
    """
    for container in (script.upgrade_ops, script.downgrade_ops):
        for operation in container.ops if container else ():
            if isinstance(operation, BoundarySQL):
                path = folder / f"{revision}_boundary.{operation.direction}.sql"
                path.write_text(SEPARATOR.join(operation.up) + "\n", encoding="utf-8")


_MAY_CREATE = "GRANT CREATE ON SCHEMA public TO wall_keeper"
_MAY_NOT_CREATE = "REVOKE CREATE ON SCHEMA public FROM wall_keeper"
"""A function can be handed only to one who could have made it."""

VERSION_SEEN = Grant("alembic_version", "authenticator", "SELECT")
"""Given after each migration (`app.installation`), not by one: whoever serves must see which schema there is."""


@cache
def wanted(metadata: MetaData) -> Desired:
    """What our policy wants; to write all conditions takes as long as to look through the database."""
    return desired(load(), metadata)


def differences(connection: Connection, metadata: MetaData) -> BoundarySQL | None:
    """The statements that lead from what the database has to what our policy wants, and back.

    `down` is kept as the mirror of `up`: it is run from its end to its beginning.
    """
    want = wanted(metadata)
    return compare(
        connection, want, printed_policies(connection, want.policies, metadata), would_be(connection, metadata)
    )


def would_be(connection: Connection, metadata: MetaData) -> Printed:
    """The triggers of tables that are there, and all functions, as `app.boundary.scratch` has them."""
    tables = tables_in(connection)
    # A first migration is written before its tables are there: what hangs on them is new then.
    return printed_functions(connection, [each for each in TRIGGERS if each.table in tables], metadata)


def compare(
    connection: Connection, want: Desired, printed: Mapping[RowPolicy, RowPolicy], functions_and_triggers: Printed
) -> BoundarySQL | None:
    """The same from what was computed before.

    Args:
        connection: the owner's.
        want: see `app.boundary.rls.desired`.
        printed: its policies as `app.boundary.scratch` has them.
        functions_and_triggers: see `would_be`.
    """
    up: list[str] = []
    down: list[str] = []
    would, functions = functions_and_triggers
    _flags(want, protected_in(connection), up, down)
    _lookups(connection, functions, up, down)
    _counts(connection, functions, up, down)
    _policies(policies_in(connection), want, printed, up, down)
    _grants(want, grants_in(connection), up, down)
    _triggers(triggers_in(connection), would, up, down)
    return BoundarySQL(up, down) if up else None


def _flags(want: Desired, have: frozenset[str], up: list[str], down: list[str]) -> None:
    for table in sorted(want.protected_tables - have):
        up += [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"]
        down += [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


def _lookups(connection: Connection, would: Mapping[str, FunctionState], up: list[str], down: list[str]) -> None:
    have, owner = functions_in(connection), owner_in(connection)
    for lookup in LOOKUPS:
        old = have.get(lookup.printed)
        if old == would[lookup.printed]:
            continue
        if old is None:
            down.append(lookup.drop())
        else:
            if old.owner != owner:
                up.append(f"ALTER FUNCTION {lookup.signature} OWNER TO {quoted(owner)}")
            given = would[lookup.printed].executors
            up += [_not_callable(lookup, each) for each in old.executors]
            down += [f"GRANT EXECUTE ON FUNCTION {lookup.signature} TO {quoted(each)}" for each in old.executors]
            down += [*(_not_callable(lookup, each) for each in given), old.definition]
        up += lookup.statements()


def _counts(connection: Connection, would: Mapping[str, FunctionState], up: list[str], down: list[str]) -> None:
    have = functions_in(connection)
    for count in (*COUNTS, *CHANGE_FUNCTIONS):
        old = have.get(count.printed)
        if old == would[count.printed]:
            continue
        # What belongs to another than the owner is not replaced, but made anew.
        up += [f"GRANT CREATE ON SCHEMA public TO {count.owner}", count.clear(), *count.statements()]
        up.append(f"REVOKE CREATE ON SCHEMA public FROM {count.owner}")
        undone = [f"GRANT CREATE ON SCHEMA public TO {count.owner}", count.clear()]
        if old is not None:
            undone += old.restore(count.signature)
        undone.append(f"REVOKE CREATE ON SCHEMA public FROM {count.owner}")
        down += reversed(undone)


def _not_callable(lookup: Lookup, role: str) -> str:
    return f"REVOKE ALL ON FUNCTION {lookup.signature} FROM {quoted(role)}"


def _policies(
    there: Iterable[RowPolicy],
    want: Desired,
    printed: Mapping[RowPolicy, RowPolicy],
    up: list[str],
    down: list[str],
) -> None:
    have = {(each.table, each.name): each for each in there}
    for policy in sorted(want.policies):
        old = have.pop((policy.table, policy.name), None)
        if old is not None and old == printed[policy]:
            continue
        if old is not None:
            up.append(old.drop())
        up.append(policy.create())
        if old is not None:
            down.append(old.create())
        down.append(policy.drop())
    for left in sorted(have.values()):
        up.append(left.drop())
        down.append(left.create())


def _grants(want: Desired, have: frozenset[Grant], up: list[str], down: list[str]) -> None:
    """Whoever holds a privilege that the policy does not give loses it, one of ours or not."""
    surplus = have - want.grants - {VERSION_SEEN}
    for grant in sorted(surplus):
        up.append(grant.drop())
        down.append(grant.create())
    # Taking a privilege from a table takes it from the table's columns as well.
    taken = {(grant.table, grant.role, grant.privilege) for grant in surplus}
    again = {grant for grant in want.grants if (grant.table, grant.role, grant.privilege) in taken}
    for grant in sorted((want.grants - have) | again):
        up.append(grant.create())
        down.append(grant.drop())


def _triggers(
    have: Mapping[tuple[str, str], TriggerState],
    would: Mapping[tuple[str, str], TriggerState],
    up: list[str],
    down: list[str],
) -> None:
    places = {(each.table, each.name): each for each in TRIGGERS}
    changed = [each for place, each in places.items() if place not in have or have[place] != would.get(place)]
    foreign = {place: state for place, state in have.items() if place not in places}
    if not changed and not foreign:
        return
    down.append(_MAY_NOT_CREATE)
    up.append(_MAY_CREATE)
    for (table, name), state in sorted(foreign.items()):
        up.append(f"DROP TRIGGER {quoted(name)} ON {quoted(table)}")
        down.append(state.trigger)
    for trigger in changed:
        up += [trigger.clear(), *trigger.statements()]
        old = have.get((trigger.table, trigger.name))
        down += reversed([trigger.clear(), *(old.restore(trigger.name, trigger.table) if old else ())])
    up.append(_MAY_NOT_CREATE)
    down.append(_MAY_CREATE)


def _compare(context: AutogenContext, upgrade_ops: ops.UpgradeOps, _schemas: object) -> PriorityDispatchResult:
    assert context.connection is not None  # noqa: S101 - autogenerate always has one
    metadata = context.metadata
    assert isinstance(metadata, MetaData)  # noqa: S101 - env.py sets one
    if operation := differences(context.connection, metadata):
        upgrade_ops.ops.append(operation)
    return PriorityDispatchResult.CONTINUE


def setup(plugin: Plugin) -> None:
    """Register with Alembic (see `alembic/env.py`)."""
    compare: Callable[..., PriorityDispatchResult] = _compare
    plugin.add_autogenerate_comparator(compare, "schema", priority=DispatchPriority.LAST)
