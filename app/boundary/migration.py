"""Alembic's autogenerate, taught the boundary: grants, row-level policies, FORCE flags, triggers.

What the policy wants is made in a savepoint so that PostgreSQL normalises the expressions, read back from the
catalogue, and rolled back; what differs from the catalogue before is the drift. So a changed cell, a missing
policy and one altered by hand are all found, and the migration that mends them is rendered as frozen SQL.
`alembic check` is the same comparison with nothing allowed to differ.
"""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, Literal

from alembic.autogenerate import renderers
from alembic.autogenerate.api import AutogenContext
from alembic.operations import MigrateOperation, ops
from alembic.runtime.plugins import Plugin
from alembic.util import DispatchPriority, PriorityDispatchResult
from sqlalchemy import Connection, MetaData, text

from app.boundary.lookups import LOOKUPS
from app.boundary.policy import MACHINE_ROLES, ROLES, Policy, load
from app.boundary.rls import Desired, Grant, RowPolicy, desired
from app.boundary.triggers import TRIGGERS, Trigger
from app.common.frozen_sql import SEPARATOR

PLUGIN_NAME = "interventionsmodellen.boundary"


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


_POLICIES = text(
    """
    SELECT tablename, policyname, cmd, array_to_string(roles, ','), qual, with_check
    FROM pg_policies WHERE schemaname = 'public'
    """
)
_FLAGS = text(
    """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity
    """
)
_TABLE_GRANTS = text(
    """
    SELECT c.relname, grantee.rolname, acl.privilege_type
    FROM pg_class AS c, aclexplode(c.relacl) AS acl
    JOIN pg_roles AS grantee ON grantee.oid = acl.grantee
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND acl.grantee <> c.relowner
    UNION ALL
    SELECT c.relname, 'public', acl.privilege_type
    FROM pg_class AS c, aclexplode(c.relacl) AS acl
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND acl.grantee = 0
    """
)
_COLUMN_GRANTS = text(
    """
    SELECT c.relname, grantee.rolname, acl.privilege_type, array_agg(a.attname ORDER BY a.attname)
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped,
    aclexplode(a.attacl) AS acl
    JOIN pg_roles AS grantee ON grantee.oid = acl.grantee
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
    GROUP BY 1, 2, 3
    """
)
_FUNCTIONS = text(
    """
    SELECT t.tgname, c.relname, p.prosrc, p.prosecdef, pg_get_userbyid(p.proowner), t.tgenabled,
           regexp_replace(pg_get_triggerdef(t.oid), '^CREATE TRIGGER \\S+ ', '')
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
    WHERE c.relnamespace = 'public'::regnamespace AND NOT t.tgisinternal
    """
)

_LOOKUPS = text(
    """
    SELECT proname, prosrc FROM pg_proc
    WHERE pronamespace = 'public'::regnamespace AND prorettype = 'boolean'::regtype AND prolang =
      (SELECT oid FROM pg_language WHERE lanname = 'plpgsql')
    """
)

TriggerState = tuple[Any, ...]

VERSION_SEEN = Grant("alembic_version", "authenticator", "SELECT")
"""Given after each migration (`app.installation`), not by one: whoever serves must see which schema there is."""


def policies_in(connection: Connection) -> frozenset[RowPolicy]:
    """The row-level policies that a database has, as PostgreSQL prints them."""
    return frozenset(RowPolicy(*row) for row in connection.execute(_POLICIES))


def grants_in(connection: Connection) -> frozenset[Grant]:
    """The privileges that a database has given to others than its owner."""
    tables = {Grant(*row) for row in connection.execute(_TABLE_GRANTS)}
    columns = {
        Grant(table, role, privilege, tuple(names))
        for table, role, privilege, names in connection.execute(_COLUMN_GRANTS)
    }
    return frozenset(tables | columns)


def protected_in(connection: Connection) -> frozenset[str]:
    """The tables with row-level security enabled and forced."""
    return frozenset(name for (name,) in connection.execute(_FLAGS))


def _triggers_in(connection: Connection) -> dict[str, TriggerState]:
    return {row[0]: tuple(row[1:]) for row in connection.execute(_FUNCTIONS)}


def _tables_in(connection: Connection) -> frozenset[str]:
    rows = connection.execute(text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"))
    return frozenset(name for (name,) in rows)


def _normalised(connection: Connection, wanted: Iterable[RowPolicy]) -> dict[RowPolicy, RowPolicy]:
    """Each desired policy beside the way PostgreSQL prints it."""
    wanted = list(wanted)
    savepoint = connection.begin_nested()
    try:
        for policy in policies_in(connection):
            connection.exec_driver_sql(policy.drop())
        for lookup in LOOKUPS:
            connection.exec_driver_sql(lookup.create())
        for policy in wanted:
            connection.exec_driver_sql(policy.create())
        printed = {(each.table, each.name): each for each in policies_in(connection)}
    finally:
        savepoint.rollback()
    return {policy: printed[policy.table, policy.name] for policy in wanted}


def _trigger_state(connection: Connection, wanted: Iterable[Trigger]) -> dict[str, TriggerState]:
    """How the desired triggers would read in the catalogue."""
    savepoint = connection.begin_nested()
    try:
        connection.exec_driver_sql("GRANT CREATE ON SCHEMA public TO wall_keeper")
        have = _triggers_in(connection)
        for trigger in wanted:
            if trigger.name in have:
                connection.exec_driver_sql(f"DROP TRIGGER {trigger.name} ON {have[trigger.name][0]}")
                connection.exec_driver_sql(f"DROP FUNCTION {trigger.name}()")
            for statement in trigger.statements():
                connection.exec_driver_sql(statement)
        return _triggers_in(connection)
    finally:
        savepoint.rollback()


def differences(connection: Connection, policy: Policy, metadata: MetaData) -> BoundarySQL | None:
    """The statements that lead from what the database has to what the policy wants, and back.

    `down` is kept as the mirror of `up`: it is run from its end to its beginning.
    """
    want = desired(policy, metadata)
    tables = _tables_in(connection)
    up: list[str] = []
    down: list[str] = []
    _flags(want, protected_in(connection), up, down)
    _lookups(connection, up, down)
    _policies(connection, want, tables, up, down)
    _grants(want, grants_in(connection), up, down)
    _triggers(connection, tables, up, down)
    return BoundarySQL(up, down) if up else None


def _flags(want: Desired, have: frozenset[str], up: list[str], down: list[str]) -> None:
    for table in sorted(want.protected_tables - have):
        up += [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY", f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"]
        down += [f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY", f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY"]


def _lookups(connection: Connection, up: list[str], down: list[str]) -> None:
    have = {row.proname: row.prosrc for row in connection.execute(_LOOKUPS)}
    for lookup in LOOKUPS:
        old = have.get(lookup.name)
        if old != lookup.body:
            up.append(lookup.create())
            down.append(lookup.drop() if old is None else lookup.create(old))


def _policies(connection: Connection, want: Desired, tables: frozenset[str], up: list[str], down: list[str]) -> None:
    have = {(each.table, each.name): each for each in policies_in(connection)}
    printed = _normalised(connection, (each for each in want.policies if each.table in tables))
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
    ours = frozenset(
        each for each in have if each.role in (*ROLES, *MACHINE_ROLES, "public") or each.role.startswith("app_")
    )
    for grant in sorted(ours - want.grants - {VERSION_SEEN}):
        up.append(grant.drop())
        down.append(grant.create())
    for grant in sorted(want.grants - ours):
        up.append(grant.create())
        down.append(grant.drop())


def _triggers(connection: Connection, tables: frozenset[str], up: list[str], down: list[str]) -> None:
    have = _triggers_in(connection)
    would = _trigger_state(connection, (each for each in TRIGGERS if each.table in tables))
    changed = [each for each in TRIGGERS if have.get(each.name) != would.get(each.name) or each.name not in have]
    if not changed:
        return
    up.append("GRANT CREATE ON SCHEMA public TO wall_keeper")
    for trigger in changed:
        if trigger.name in have:
            up += [f"DROP TRIGGER {trigger.name} ON {have[trigger.name][0]}", f"DROP FUNCTION {trigger.name}()"]
        up += trigger.statements()
        down += reversed(trigger.drop())
    up.append("REVOKE CREATE ON SCHEMA public FROM wall_keeper")


def _compare(context: AutogenContext, upgrade_ops: ops.UpgradeOps, _schemas: object) -> PriorityDispatchResult:
    assert context.connection is not None  # noqa: S101 - autogenerate always has one
    metadata = context.metadata
    assert isinstance(metadata, MetaData)  # noqa: S101 - env.py sets one
    if operation := differences(context.connection, load(), metadata):
        upgrade_ops.ops.append(operation)
    return PriorityDispatchResult.CONTINUE


def setup(plugin: Plugin) -> None:
    """Register with Alembic (see `alembic/env.py`)."""
    compare: Callable[..., PriorityDispatchResult] = _compare
    plugin.add_autogenerate_comparator(compare, "schema", priority=DispatchPriority.LAST)
