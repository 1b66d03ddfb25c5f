"""What the database itself does, whoever writes: it keeps coverage in step, ends what a consent opened, holds the wall.

Each function runs as `wall_keeper`, whose few cells stand in `policy.toml`, returns nothing to the one who
wrote, and is executable by nobody directly.
"""

from dataclasses import dataclass

WALL_REFUSED = "PW001"
"""SQLSTATE of an assignment that the wall refuses; the answer says only "cannot be assigned"."""
TERMS_FROZEN = "PW002"
"""SQLSTATE of a change to what is signed."""
APPEND_ONLY = "PW003"
"""SQLSTATE of a change to the log."""


@dataclass(frozen=True, slots=True)
class Trigger:
    """A trigger with its function."""

    name: str
    table: str
    event: str
    body: str
    definer: bool = False
    """Runs as `wall_keeper` instead of as the one who writes."""
    per: str = "ROW"

    def create_function(self) -> str:
        """The function; its search path is fixed so that nobody can slip a table under it."""
        security = " SECURITY DEFINER" if self.definer else ""
        return (
            f"CREATE OR REPLACE FUNCTION {self.name}() RETURNS trigger LANGUAGE plpgsql{security} "
            f"SET search_path = pg_catalog, public, pg_temp AS $body$\n{self.body}\n$body$"
        )

    def statements(self) -> list[str]:
        """Everything needed to have it."""
        return [
            self.create_function(),
            f"REVOKE ALL ON FUNCTION {self.name}() FROM PUBLIC",
            f"CREATE TRIGGER {self.name} {self.event} ON {self.table} FOR EACH {self.per} EXECUTE FUNCTION {self.name}()",
            *([f"ALTER FUNCTION {self.name}() OWNER TO wall_keeper"] if self.definer else []),
        ]

    def drop(self) -> list[str]:
        """Its undoing."""
        return [f"DROP TRIGGER {self.name} ON {self.table}", f"DROP FUNCTION {self.name}()"]


AGREEMENT_COVERAGE = Trigger(
    name="keep_agreement_coverage",
    table="agreement",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body="""\
BEGIN
  IF NEW.type <> 'data_processing' THEN
    RETURN NULL;
  END IF;
  INSERT INTO agreement_coverage (agreement_id, category, organisation_id, project_id, valid_from, valid_until)
  SELECT NEW.id, category, NEW.organisation_id, NEW.project_id, NEW.valid_from,
         -- Not "now": a transaction that began a moment before would still find it valid.
         CASE WHEN NEW.status = 'in_force' THEN NEW.valid_until ELSE '-infinity'::timestamptz END
  FROM unnest(NEW.categories) AS category
  ON CONFLICT (agreement_id, category)
  DO UPDATE SET valid_from = EXCLUDED.valid_from, valid_until = EXCLUDED.valid_until;
  UPDATE agreement_coverage SET valid_until = '-infinity'
  WHERE agreement_id = NEW.id AND NOT category = ANY (NEW.categories);
  RETURN NULL;
END""",
)

AGREEMENT_TERMS = Trigger(
    name="freeze_agreement_terms",
    table="agreement",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.organisation_id, NEW.counterparty_id, NEW.project_id, NEW.type, NEW.categories, NEW.purposes, NEW.valid_from,
     NEW.valid_until, NEW.document_sha256)
    IS DISTINCT FROM
    (OLD.organisation_id, OLD.counterparty_id, OLD.project_id, OLD.type, OLD.categories, OLD.purposes, OLD.valid_from,
     OLD.valid_until, OLD.document_sha256)
  ) THEN
    RAISE EXCEPTION 'signed terms never change' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.status = 'ended' THEN
    RAISE EXCEPTION 'an ended agreement stays ended' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

CONSENT_TERMS = Trigger(
    name="freeze_consent_terms",
    table="consent",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.form_version_id, NEW.language, NEW.method, NEW.scopes, NEW.recipients, NEW.informed_by, NEW.signed_at,
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.form_version_id, OLD.language, OLD.method, OLD.scopes, OLD.recipients, OLD.informed_by, OLD.signed_at,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'signed terms never change' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    (OLD.status = 'draft' AND NEW.status IN ('active', 'refused'))
    OR (OLD.status = 'active' AND NEW.status IN ('withdrawn', 'expired', 'superseded'))
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

CONSENT_ENDED = Trigger(
    name="end_what_consent_opened",
    table="consent",
    event="AFTER UPDATE OF status",
    definer=True,
    body="""\
BEGIN
  IF OLD.status = 'active' AND NEW.status <> 'active' THEN
    UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE consent_id = NEW.id AND ended_at IS NULL;
    UPDATE referral
    SET status = 'recalled', recalled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE consent_id = NEW.id AND status IN ('draft', 'sent', 'received');
  END IF;
  RETURN NULL;
END""",
)

ASSIGNMENT_WALL = Trigger(
    name="keep_assignment_wall",
    table="assignment",
    event="BEFORE INSERT",
    definer=True,
    body=f"""\
BEGIN
  IF NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id AND staff.active
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) OR EXISTS (
    SELECT FROM pair_link JOIN assignment AS other
      ON other.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.perpetrator_id ELSE pair_link.victim_id END
    WHERE NEW.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.victim_id ELSE pair_link.perpetrator_id END
      AND other.staff_id = NEW.staff_id
  ) THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = '{WALL_REFUSED}';
  END IF;
  RETURN NEW;
END""",
)


def _append_only(table: str) -> Trigger:
    return Trigger(
        name=f"keep_{table}",
        table=table,
        event="BEFORE UPDATE OR DELETE OR TRUNCATE",
        per="STATEMENT",
        body=f"BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = '{APPEND_ONLY}'; END",
    )


TRIGGERS = (
    AGREEMENT_COVERAGE,
    AGREEMENT_TERMS,
    CONSENT_TERMS,
    CONSENT_ENDED,
    ASSIGNMENT_WALL,
    _append_only("audit_event"),
    _append_only("audit_subject"),
)
