"""What a database has of the boundary, as its catalogue tells it."""

from dataclasses import dataclass

from sqlalchemy import Connection, text

from app.boundary.rls import Grant, RowPolicy, quoted

_POLICIES = text(
    """
    SELECT tablename, policyname, cmd, array_to_string(roles, ','), qual, with_check, permissive
    FROM pg_policies WHERE schemaname = :schema
    """
)
_FLAGS = text(
    """
    SELECT relname FROM pg_class
    WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relrowsecurity AND relforcerowsecurity
    """
)
_TABLES = text("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
_COLUMNS = text(
    """
    SELECT c.relname, array_agg(a.attname::text)
    FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND a.attnum > 0 AND NOT a.attisdropped
    GROUP BY c.relname
    """
)
_OWNER = text("SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()")
_TABLE_GRANTS = text(
    """
    SELECT c.relname, CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END,
           acl.privilege_type, acl.is_grantable
    FROM pg_class AS c, aclexplode(c.relacl) AS acl
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
      AND acl.grantee <> c.relowner
    """
)
_COLUMN_GRANTS = text(
    """
    SELECT c.relname, CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END,
           acl.privilege_type, acl.is_grantable, array_agg(a.attname ORDER BY a.attname)
    FROM pg_class AS c
    JOIN pg_attribute AS a ON a.attrelid = c.oid AND NOT a.attisdropped,
    aclexplode(a.attacl) AS acl
    WHERE c.relnamespace = 'public'::regnamespace AND acl.grantee <> c.relowner
    GROUP BY 1, 2, 3, 4
    """
)
_FUNCTION = """
    pg_get_functiondef(p.oid) AS definition, pg_get_userbyid(p.proowner) AS owner,
    ARRAY(
      SELECT CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END::text
      FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) AS acl
      WHERE acl.grantee <> p.proowner ORDER BY 1
    ) AS executors
"""
_TRIGGERS = text(
    f"""
    SELECT t.tgname AS name, c.relname AS table, pg_get_triggerdef(t.oid) AS trigger, t.tgenabled::text AS enabled,
           p.proname AS function, {_FUNCTION}
    FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid JOIN pg_proc AS p ON p.oid = t.tgfoid
    WHERE c.relnamespace = CAST(:schema AS regnamespace) AND NOT t.tgisinternal
    """  # noqa: S608 - a constant of this file
)
_FUNCTIONS = text(
    f"""
    SELECT p.oid::regprocedure::text AS signature, {_FUNCTION}
    FROM pg_proc AS p
    WHERE p.pronamespace = CAST(:schema AS regnamespace) AND p.prokind IN ('f', 'p')
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
    """  # noqa: S608 - a constant of this file
)


@dataclass(frozen=True, slots=True)
class FunctionState:
    """A function: its text with all its properties, whose it is, who else may call it."""

    definition: str
    owner: str
    executors: tuple[str, ...]

    def restore(self, signature: str) -> list[str]:
        """The statements that make it anew."""
        lines = [self.definition, f"REVOKE ALL ON FUNCTION {signature} FROM PUBLIC"]
        lines += [f"GRANT EXECUTE ON FUNCTION {signature} TO {quoted(role)}" for role in self.executors]
        return [*lines, f"ALTER FUNCTION {signature} OWNER TO {quoted(self.owner)}"]


@dataclass(frozen=True, slots=True)
class TriggerState:
    """A trigger with its function."""

    trigger: str
    """The CREATE TRIGGER."""
    enabled: str
    """`O` as created; anything else has been tampered with."""
    function_name: str
    function: FunctionState

    def restore(self, name: str, table: str) -> list[str]:
        """The statements that make it anew."""
        call = f"{self.function_name}()"
        lines = [self.function.definition, f"REVOKE ALL ON FUNCTION {call} FROM PUBLIC", self.trigger]
        lines += [f"GRANT EXECUTE ON FUNCTION {call} TO {role}" for role in self.function.executors]
        lines += [f"ALTER FUNCTION {call} OWNER TO {quoted(self.function.owner)}"]
        ways = {"D": "DISABLE", "R": "ENABLE REPLICA", "A": "ENABLE ALWAYS"}
        if self.enabled in ways:
            lines.append(f"ALTER TABLE {table} {ways[self.enabled]} TRIGGER {quoted(name)}")
        return lines


def policies_in(connection: Connection, schema: str = "public") -> frozenset[RowPolicy]:
    """The row-level policies that a database has, as PostgreSQL prints them."""
    return frozenset(RowPolicy(*row) for row in connection.execute(_POLICIES, {"schema": schema}))


def grants_in(connection: Connection) -> frozenset[Grant]:
    """The privileges that a database has given to others than its owner."""
    tables = {
        Grant(table, role, privilege, grantable=grantable)
        for table, role, privilege, grantable in connection.execute(_TABLE_GRANTS)
    }
    columns = {
        Grant(table, role, privilege, tuple(names), grantable=grantable)
        for table, role, privilege, grantable, names in connection.execute(_COLUMN_GRANTS)
    }
    return frozenset(tables | columns)


def protected_in(connection: Connection) -> frozenset[str]:
    """The tables with row-level security enabled and forced."""
    return frozenset(name for (name,) in connection.execute(_FLAGS))


def triggers_in(connection: Connection, schema: str = "public") -> dict[tuple[str, str], TriggerState]:
    """The triggers, by table and name."""
    return {
        (row.table, row.name): TriggerState(
            row.trigger, row.enabled, row.function, FunctionState(row.definition, row.owner, tuple(row.executors))
        )
        for row in connection.execute(_TRIGGERS, {"schema": schema})
    }


def functions_in(connection: Connection, schema: str = "public") -> dict[str, FunctionState]:
    """The functions of no extension, by signature."""
    return {
        row.signature: FunctionState(row.definition, row.owner, tuple(row.executors))
        for row in connection.execute(_FUNCTIONS, {"schema": schema})
    }


def tables_in(connection: Connection) -> frozenset[str]:
    """The tables."""
    return frozenset(name for (name,) in connection.execute(_TABLES))


def columns_in(connection: Connection) -> dict[str, frozenset[str]]:
    """The columns of each table."""
    return {name: frozenset(columns) for name, columns in connection.execute(_COLUMNS)}


def owner_in(connection: Connection) -> str:
    """Who owns the database, and so the tables."""
    return str(connection.execute(_OWNER).scalar_one())
