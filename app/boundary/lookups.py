"""Conditions that must look up what in turn looks back: as functions, since PostgreSQL follows policies no further.

The policy of a consent asks whether the asker knows the citizen, the policy of a citizen asks for a consent: written
out, PostgreSQL refuses that as an infinite recursion. A function is planned by itself. It runs with the rights of
whoever asks (SECURITY INVOKER), so the asker's policies hold inside it and it tells nobody more than a query of
their own would.
"""

from dataclasses import dataclass

from app.boundary.policy import ROLES


@dataclass(frozen=True, slots=True)
class Lookup:
    """A yes-or-no question about a citizen and an organisation."""

    name: str
    query: str
    """With `citizen` and `organisation`, the function's parameters."""

    @property
    def signature(self) -> str:
        """As `DROP FUNCTION` names it."""
        return f"{self.name}(uuid, uuid)"

    @property
    def printed(self) -> str:
        """As the catalogue prints its signature."""
        return f"{self.name}(uuid,uuid)"

    @property
    def body(self) -> str:
        """The source, as the catalogue keeps it."""
        return f"\nBEGIN\n  RETURN EXISTS ({self.query});\nEND\n"

    def create(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}(citizen uuid, organisation uuid) RETURNS boolean "
            f"LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $body${self.body}$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it; only those whose policies ask it may call it."""
        return [
            self.create(),
            f"REVOKE ALL ON FUNCTION {self.signature} FROM PUBLIC",
            f"GRANT EXECUTE ON FUNCTION {self.signature} TO {', '.join(ROLES)}",
        ]

    def drop(self) -> str:
        """Its undoing."""
        return f"DROP FUNCTION {self.signature}"


_REGISTERED = """\
SELECT FROM public.citizen AS known WHERE known.id = citizen AND known.organisation_id = organisation"""
_ACCEPTED = """\
SELECT FROM public.referral AS known
    WHERE known.citizen_id = citizen AND known.recipient_id = organisation AND known.status = 'accepted'
      AND NOT EXISTS (
        SELECT FROM public.referral_outcome AS ending
        WHERE ending.referral_id = known.id AND ending.organisation_id = organisation
          AND ending.completed_at IS NOT NULL AND ending.outcome IN ('declined', 'not_reached')
      )"""

LOOKUPS = (
    Lookup("has_registered", _REGISTERED),
    Lookup("has_accepted", _ACCEPTED),
)
