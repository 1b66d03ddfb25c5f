"""A trigger with its function, and what they tell."""

from dataclasses import dataclass

KEEPER = "wall_keeper"
"""The role that triggers run as, where they see what the one who writes may not."""

WALL_REFUSED = "PW001"
"""SQLSTATE of an assignment that the wall refuses; the answer says only "cannot be assigned"."""
TERMS_FROZEN = "PW002"
"""SQLSTATE of a change to what is signed."""
APPEND_ONLY = "PW003"
"""SQLSTATE of a change to the log."""
RULE_BROKEN = "PW004"
"""SQLSTATE of an entry in the accounts that breaks a rule; the message is the rule's code, the detail the row's id."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger with its function."""

    name: str
    table: str
    event: str
    body: str
    definer: bool = False
    """Runs as `wall_keeper` instead of as the one who writes. One that only judges runs AFTER: then the policies have
    let the row through, and nobody learns from its refusal what they may not see."""
    per: str = "ROW"
    when: str = ""
    """Only for rows of which this holds; empty for all."""
    referencing: str = ""
    """Names for the rows of the statement as they were and are, for one that runs per statement."""
    deferred: bool = False
    """Judges what there is when the transaction ends; AFTER and per row only."""

    @property
    def source(self) -> str:
        """The function's body. As `wall_keeper`, BEFORE the policies, it leaves to them what is not the asker's."""
        if not self.definer or not self.event.startswith("BEFORE"):
            return self.body
        declared, begin, rest = self.body.partition("BEGIN\n")
        return declared + begin + LEFT_TO_THE_POLICIES + rest

    def create_function(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        security = " SECURITY DEFINER" if self.definer else ""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql{security} "
            f"SET search_path = pg_catalog, public, pg_temp AS $body$\n{self.source}\n$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it."""
        kind, time = ("CONSTRAINT TRIGGER", "DEFERRABLE INITIALLY DEFERRED ") if self.deferred else ("TRIGGER", "")
        return [
            self.create_function(),
            f"REVOKE ALL ON FUNCTION {self.name}() FROM PUBLIC",
            (
                f"CREATE {kind} {self.name} {self.event} ON {self.table} {time}"
                f"{f'REFERENCING {self.referencing} ' if self.referencing else ''}FOR EACH {self.per} "
                f"{f'WHEN ({self.when}) ' if self.when else ''}EXECUTE FUNCTION {self.name}()"
            ),
            *([f"ALTER FUNCTION {self.name}() OWNER TO wall_keeper"] if self.definer else []),
        ]

    def clear(self) -> str:
        """Do away with whatever there is of it, in whatever state."""
        return f"DROP FUNCTION IF EXISTS {self.name}() CASCADE"


ASKER = "NULLIF(current_setting('boundary.organisation', true), '')::uuid"
"""NULL for the owner who sets up an installation: whoever else writes has a context, or no row to write."""

LEFT_TO_THE_POLICIES = f"""\
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM {ASKER} THEN
    RETURN NEW;
  END IF;
"""
"""Everybody writes as themselves only, which the policies hold; of another's row the function says nothing."""
