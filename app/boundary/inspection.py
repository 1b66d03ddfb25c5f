"""What must not be in a database beside the boundary: ways around it that no migration of ours would find.

Row-level security is as strong as what it is built on. A view or a definer function runs with its owner's rights, a
leakproof function is let in before the policies, a role with BYPASSRLS or a membership too many knows none of them.
None of these is mended by a migration: each was made by somebody, who is to be asked.
"""

from collections.abc import Iterator, Mapping

from sqlalchemy import Connection, text

from app.boundary.catalogue import functions_in, owner_in, tables_in, triggers_in
from app.boundary.counts import COUNTER, COUNTS
from app.boundary.lookups import LOOKUPS
from app.boundary.numbering import CHANGE_FUNCTIONS
from app.boundary.policy import ENTRANCES, MACHINE_ROLES, ROLES
from app.boundary.triggers import TRIGGERS

KEEPER = "wall_keeper"

_RELATIONS = text(
    """
    SELECT n.nspname, c.relname, c.relkind::text, pg_get_userbyid(c.relowner)
    FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast') AND n.nspname !~ '^pg_(toast_)?temp_'
      AND c.relkind IN ('r', 'p', 'f', 'v', 'm')
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = c.oid AND d.deptype = 'e')
    """
)
_KINDS = {"v": "view", "m": "materialised view", "p": "partitioned table", "f": "foreign table", "r": "table"}
_FUNCTIONS = text(
    """
    SELECT p.oid::regprocedure::text, n.nspname, p.prosecdef, p.proleakproof, pg_get_userbyid(p.proowner)
    FROM pg_proc AS p JOIN pg_namespace AS n ON n.oid = p.pronamespace
    WHERE n.nspname NOT IN ('pg_catalog', 'information_schema') AND n.nspname !~ '^pg_(toast_)?temp_'
      AND NOT EXISTS (SELECT FROM pg_depend AS d WHERE d.objid = p.oid AND d.deptype = 'e')
    """
)
_ROLES = text(
    """
    SELECT rolname, rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication, rolcanlogin
    FROM pg_roles WHERE rolname = ANY (:roles)
    """
)
_MEMBERSHIPS = text(
    """
    SELECT pg_get_userbyid(roleid), pg_get_userbyid(member), bool_or(inherit_option), bool_or(set_option)
    FROM pg_auth_members
    WHERE pg_get_userbyid(member) = ANY (:roles) OR pg_get_userbyid(roleid) = ANY (:roles)
    GROUP BY 1, 2
    """
)
_SCHEMA = text(
    """
    SELECT n.nspname, CASE acl.grantee WHEN 0 THEN 'public' ELSE pg_get_userbyid(acl.grantee) END
    FROM pg_namespace AS n, aclexplode(n.nspacl) AS acl
    WHERE n.nspname NOT LIKE 'pg\\_%' AND n.nspname <> 'information_schema'
      AND acl.privilege_type = 'CREATE' AND acl.grantee <> n.nspowner
    """
)
_SURPLUS = text(
    """
    SELECT 'rule ' || rulename || ' on ' || tablename FROM pg_rules WHERE schemaname = 'public'
    UNION ALL SELECT 'publication ' || pubname FROM pg_publication
    UNION ALL SELECT 'default privileges of ' || pg_get_userbyid(defaclrole) FROM pg_default_acl
    UNION ALL SELECT 'inheritance of ' || inhparent::regclass FROM pg_inherits
      WHERE inhparent IN (SELECT oid FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind <> 'i')
    UNION ALL SELECT 'schema ' || nspname FROM pg_namespace
      WHERE nspname NOT IN ('public', 'information_schema', 'pg_catalog', 'pg_toast')
        AND nspname !~ '^pg_(toast_)?temp_'
    """
)


def problems(connection: Connection, memberships: Mapping[str, tuple[str, ...]]) -> list[str]:
    """Everything found, in words; none is as it should be.

    Args:
        connection: any login's that may read the catalogue.
        memberships: which roles each login may step into (`app.database.roles.LOGINS`).
    """
    owner = owner_in(connection)
    found = [
        *_relations(connection, owner),
        *_functions(connection, owner),
        *_roles(connection, owner, memberships),
        *(f"{role} may create in the schema {schema}" for schema, role in connection.execute(_SCHEMA)),
        *(f"there is a {what}" for (what,) in connection.execute(_SURPLUS)),
    ]
    return sorted(found)


def _relations(connection: Connection, owner: str) -> Iterator[str]:
    tables = tables_in(connection)
    for schema, name, kind, of in connection.execute(_RELATIONS):
        if kind != "r":
            yield f"there is a {_KINDS[kind]} {schema}.{name}"
        if of != owner:
            yield f"{schema}.{name} belongs to {of}"
        if kind == "r" and (schema != "public" or name not in tables):
            yield f"there is a table {schema}.{name}"


def _functions(connection: Connection, owner: str) -> Iterator[str]:
    expected = {f"{each.name}()": KEEPER if each.definer else owner for each in TRIGGERS}
    expected |= {each.printed: owner for each in LOOKUPS}
    expected |= {each.printed: each.owner for each in (*COUNTS, *CHANGE_FUNCTIONS)}
    definers = {f"{each.name}()" for each in TRIGGERS if each.definer} | {
        each.printed for each in (*COUNTS, *CHANGE_FUNCTIONS)
    }
    for signature, schema, definer, leakproof, of in connection.execute(_FUNCTIONS):
        if schema != "public" or signature not in expected:
            yield f"there is a function {signature} that is not ours"
        elif of != expected[signature]:
            yield f"{signature} belongs to {of}"
        if definer and signature not in definers:
            yield f"{signature} runs with its owner's rights"
        if leakproof:
            yield f"{signature} is leakproof: it is let in before the policies"
    for signature, state in functions_in(connection).items():
        if "public" in state.executors:
            yield f"everybody may call {signature}"
    for (table, name), trigger in triggers_in(connection).items():
        if trigger.enabled != "O":
            yield f"the trigger {name} on {table} is not enabled as it was created"


def _roles(connection: Connection, owner: str, memberships: Mapping[str, tuple[str, ...]]) -> Iterator[str]:
    parties = [*ROLES, *MACHINE_ROLES]
    ours = [*parties, *memberships]
    for name, *powers, may_log_in in connection.execute(_ROLES, {"roles": ours}):
        words = ("superuser", "bypasses row-level security", "makes roles", "makes databases", "replicates")
        yield from (f"{name}: {word}" for word, has in zip(words, powers, strict=True) if has)
        if may_log_in and name in parties:
            yield f"{name} may log in"
    expected = {
        **{(role, login): (False, True) for login, roles in memberships.items() for role in roles},
        **{
            (entrance, login): (True, False)
            for login in memberships
            if (entrance := ENTRANCES.get(login.removeprefix("app_")))
        },
    }
    owners = {(role, owner) for role in (KEEPER, COUNTER, "operator", "auditor")}
    for role, member, inherits, steps in connection.execute(_MEMBERSHIPS, {"roles": ours}):
        if member == owner and role in ours:
            # Whoever makes a role is given it to administer (PostgreSQL 16), which neither inherits nor steps in.
            if inherits or (steps and (role, member) not in owners):
                yield f"{member} has the rights of {role}"
        elif (role, member) not in expected:
            yield f"{member} is a member of {role}"
        elif (inherits, steps) != expected[role, member]:
            yield f"{member}'s membership in {role} is another than it was given"
