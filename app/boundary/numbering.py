"""Numbers for changes, and who has something to read: functions that tell no more than that.

A number that a writer took would become visible with its commit, perhaps after a later one, and a reader would pass it
over. So changes are written without, and numbered once they are committed, by whoever reads next: one at a time in each
organisation, until its own commit. Writers wait for nobody.
"""

from dataclasses import dataclass
from typing import ClassVar

from app.boundary.policy import MACHINE_ROLES, ROLES, Operation, load
from app.boundary.triggers.base import ASKER, KEEPER

CHANGE = "change"
AT_ONCE = 10_000
"""So many are numbered in one transaction."""

_DUE = """\
change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))"""

_NUMBER = f"""\
DECLARE
  me constant uuid := {ASKER};
  last bigint;
  moment timestamptz;
BEGIN
  IF EXISTS (SELECT FROM change WHERE change.organisation_id = me AND {_DUE}) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('changes/' || me, 0));
    -- One for all of them, and later than what was numbered before: the oldest numbers are the oldest to read.
    moment := clock_timestamp();
    SELECT coalesce(max(change.sequence), 0) INTO last FROM change
    WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
    WITH due AS (
      SELECT change.id, row_number() OVER (ORDER BY change.due_at, change.id) AS place FROM change
      WHERE change.organisation_id = me AND {_DUE}
      ORDER BY change.due_at, change.id LIMIT {AT_ONCE}
    )
    UPDATE change SET sequence = last + due.place, numbered_at = moment FROM due WHERE change.id = due.id;
  END IF;
  SELECT coalesce(max(change.sequence), 0) INTO last FROM change
  WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
  IF EXISTS (
    SELECT FROM change WHERE change.organisation_id = me AND change.sequence IS NOT NULL
    HAVING min(change.sequence) > seen + 1
  ) THEN
    RETURN NULL;
  END IF;
  RETURN last;
END"""  # noqa: S608 - constants

_WAITING = f"""\
BEGIN
  RETURN QUERY
  SELECT asked.place::integer
  FROM unnest(organisations, seen) WITH ORDINALITY AS asked (organisation, last, place)
  WHERE EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation AND change.sequence > asked.last
  ) OR EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation
      AND {_DUE}
  );
END"""  # noqa: S608 - constants


@dataclass(frozen=True, slots=True)
class _Function:
    name: str
    parameters: str
    kinds: str
    returns: str
    body: str
    volatility: str
    callers: tuple[str, ...]
    owner: ClassVar[str] = KEEPER

    @property
    def signature(self) -> str:
        """As `DROP FUNCTION` names it."""
        return f"{self.name}({self.kinds})"

    @property
    def printed(self) -> str:
        """As the catalogue prints its signature."""
        return self.signature

    def create(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}({self.parameters}) RETURNS {self.returns} "
            f"LANGUAGE plpgsql {self.volatility} SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp "
            f"AS $body$\n{self.body}\n$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it."""
        return [
            self.create(),
            f"REVOKE ALL ON FUNCTION {self.signature} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.signature} TO {', '.join(self.callers)}",
            f"ALTER FUNCTION {self.signature} OWNER TO {self.owner}",
        ]

    def clear(self) -> str:
        """Do away with whatever there is of it."""
        return f"DROP FUNCTION IF EXISTS {self.signature}"


def _readers() -> tuple[str, ...]:
    cells = load().categories[CHANGE]
    return tuple(role for role in (*ROLES, *MACHINE_ROLES) if role != KEEPER and cells.allows(role, Operation.READ))


NUMBERING = _Function("number_changes", "seen bigint", "bigint", "bigint", _NUMBER, "VOLATILE", _readers())
"""Numbers what is due to the asker's organisation, and no other's. Returns its last number, 0 before the first; NULL
where what came after `seen` is not kept any more."""

WAITING = _Function(
    "changes_waiting",
    "organisations uuid[], seen bigint[]",
    "uuid[],bigint[]",
    "SETOF integer",
    _WAITING,
    "STABLE",
    ("authenticator", "deliverer"),
)
"""Which of these organisations, by place from 1, have something after the number last seen; for one that waits on
behalf of all, before it has stepped into anybody's role."""

CHANGE_FUNCTIONS = (NUMBERING, WAITING)
