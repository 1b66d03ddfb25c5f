"""The pseudonymised tier: a declaration kept in step with its agreement, and rows that end with what they rest on.

The evaluator may look into neither consents nor citizens, and its row does not say whose it is, so the row is ended,
and what it held erased, from here: by a withdrawal, special protection, or the declaration's end (by a partner's
leaving, from `partners.py`; what runs out, by the builder as it passes by). An extract that is being made meanwhile is
looked through before anybody sees it, under the lock that all who end hold together.
"""

from app.boundary.triggers.base import RULE_BROKEN, TERMS_FROZEN, Trigger
from app.boundary.triggers.releases import PUBLISHING

NOT_DECLARED = "not_declared"
"""The rule of an extract that rests on nothing any more when it is made, as the database's message names it."""

_OF_CITIZEN = """\
consent.citizen_id = subject.citizen_id AND consent.status = 'active'
        AND (consent.valid_until IS NULL OR consent.valid_until > now())
        AND record.recipient_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)"""


def ended_rows(which: str) -> str:
    """End these rows and erase what they held. In one order: two who end some of the same rows wait for each other."""
    return f"""\
  PERFORM pg_advisory_xact_lock_shared({PUBLISHING});
  WITH held AS (
    SELECT id FROM pseudonymised_record WHERE ended_at IS NULL AND {which} ORDER BY id FOR UPDATE
  )
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM held WHERE record.id = held.id;"""  # noqa: S608 - constants of this file


def _kept_in_step(which: str) -> str:
    """End the rows of these that rest on nothing any more, and let the others last as long as their consent."""
    return f"""\
  -- In one order, as whoever ends rows.
  PERFORM FROM pseudonymised_record AS record JOIN pseudonymised_subject AS subject ON subject.record_id = record.id
  WHERE record.ended_at IS NULL AND {which} ORDER BY record.id FOR UPDATE OF record;
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND {which}
    AND (
      NOT EXISTS (
        SELECT FROM consent WHERE {_OF_CITIZEN}
      )
      OR EXISTS (SELECT FROM citizen WHERE citizen.id = subject.citizen_id AND citizen.specially_protected)
    );
  -- The row tells of this neither when nor that it happened.
  UPDATE pseudonymised_record AS record
  SET valid_until = (
    SELECT CASE WHEN bool_and(consent.valid_until IS NOT NULL)
      THEN date_trunc('quarter', max(consent.valid_until), 'Europe/Copenhagen') END
    FROM consent WHERE {_OF_CITIZEN}
  )
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND {which};"""  # noqa: S608 - constants of this file


DECLARATION = Trigger(
    name="keep_recipient_declaration",
    table="agreement",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    when="NEW.recipient_key IS NOT NULL",
    body=f"""\
DECLARE
  ends timestamptz;
BEGIN
  ends := CASE
    WHEN NEW.status = 'in_force' AND NEW.type = 'research_declaration'
      AND NEW.signed_by_organisation_at IS NOT NULL AND NEW.signed_by_counterparty_at IS NOT NULL
      AND 'pseudonymised' = ANY (NEW.categories) AND 'evaluation' = ANY (NEW.purposes)
      AND EXISTS (SELECT FROM organisation WHERE organisation.id = NEW.counterparty_id AND type = 'evaluator')
    THEN NEW.valid_until ELSE '-infinity' END;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO recipient_declaration
      (agreement_id, project_id, organisation_id, recipient_id, recipient_key, valid_from, valid_until)
    VALUES
      (NEW.id, NEW.project_id, NEW.organisation_id, NEW.counterparty_id, NEW.recipient_key, NEW.valid_from, ends);
  ELSE
    UPDATE recipient_declaration SET recipient_key = NEW.recipient_key, valid_from = NEW.valid_from, valid_until = ends
    WHERE agreement_id = NEW.id;
  END IF;
  IF NEW.status = 'ended' THEN
    -- Waits for an extract that is about to be there, and then sees its rows; one after it finds no declaration.
{ended_rows("agreement_id = NEW.id")}
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

EXTRACT_PATH = Trigger(
    name="keep_pseudonymised_extract_path",
    table="pseudonymised_extract",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'waiting' OR NEW.attempts <> 0 THEN
      RAISE EXCEPTION 'an extract is asked for' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  ELSIF OLD.status <> 'waiting' THEN
    RAISE EXCEPTION 'an extract is made once' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

EXTRACT_BUILT = Trigger(
    name="look_through_pseudonymised_extract",
    table="pseudonymised_extract",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status = 'built' AND OLD.status <> 'built'",
    body=f"""\
BEGIN
  PERFORM pg_advisory_xact_lock({PUBLISHING});
  IF NOT EXISTS (
    SELECT FROM recipient_declaration AS declaration
    JOIN project_partner AS partner
      ON partner.project_id = declaration.project_id AND partner.organisation_id = declaration.recipient_id
    JOIN project_partner AS controller
      ON controller.project_id = declaration.project_id AND controller.organisation_id = declaration.organisation_id
    JOIN agreement_coverage AS coverage
      ON coverage.project_id = declaration.project_id AND coverage.organisation_id = declaration.organisation_id
    WHERE declaration.agreement_id = NEW.agreement_id AND declaration.valid_from <= clock_timestamp()
      AND (declaration.valid_until IS NULL OR declaration.valid_until > clock_timestamp())
      AND partner.ended_at IS NULL AND controller.ended_at IS NULL
      AND coverage.category = 'pseudonymised' AND coverage.purpose = 'evaluation'
      AND coverage.valid_from <= clock_timestamp()
      AND (coverage.valid_until IS NULL OR coverage.valid_until > clock_timestamp())
  ) THEN
    RAISE EXCEPTION '{NOT_DECLARED}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
{_kept_in_step("record.extract_id = NEW.id")}
  RETURN NULL;
END""",
)

ENDED_WITH_CONSENT = Trigger(
    name="end_pseudonymised_with_consent",
    table="consent",
    event="AFTER UPDATE OF status",
    definer=True,
    when="OLD.status = 'active' AND NEW.status <> 'active' AND 'evaluation_questionnaire' = ANY (OLD.scopes)",
    body=f"""\
BEGIN
  PERFORM pg_advisory_xact_lock_shared({PUBLISHING});
{_kept_in_step("subject.citizen_id = NEW.citizen_id")}
  RETURN NULL;
END""",
)

ENDED_WITH_PROTECTION = Trigger(
    name="end_pseudonymised_with_protection",
    table="citizen",
    event="AFTER UPDATE OF specially_protected",
    definer=True,
    when="NEW.specially_protected",
    body=f"""\
BEGIN
  PERFORM pg_advisory_xact_lock_shared({PUBLISHING});
{_kept_in_step("subject.citizen_id = NEW.id")}
  RETURN NULL;
END""",
)

RECORD_OF_WAITING_EXTRACT = Trigger(
    name="keep_pseudonymised_record_of_extract",
    table="pseudonymised_record",
    event="BEFORE INSERT",
    body=f"""\
BEGIN
  IF NOT EXISTS (SELECT FROM pseudonymised_extract WHERE id = NEW.extract_id AND status = 'waiting') THEN
    RAISE EXCEPTION 'the extract is made' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

RECORD_READ = Trigger(
    name="tell_whose_pseudonymised",
    table="audit_subject",
    event="BEFORE INSERT",
    definer=True,
    when="NEW.category = 'pseudonymised'",
    body=f"""\
BEGIN
  -- Who reads the row does not know whose it is; the citizen's log does, and names the extract: the row's id beside the
  -- citizen's would lead from the one to the other. What cannot be told is not read.
  SELECT subject.citizen_id, subject.track, subject.organisation_id, record.extract_id
  INTO NEW.citizen_id, NEW.track, NEW.controller_id, NEW.record_id
  FROM pseudonymised_subject AS subject JOIN pseudonymised_record AS record ON record.id = subject.record_id
  WHERE subject.record_id = NEW.record_id;
  -- Nor the time: whoever reads row by row would know the row by it. When it was stands in the reader's own log.
  NEW.at := date_trunc('day', NEW.at, 'Europe/Copenhagen');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s row' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",  # noqa: S608 - a constant
)

PSEUDONYMISED = (
    DECLARATION,
    EXTRACT_PATH,
    EXTRACT_BUILT,
    ENDED_WITH_CONSENT,
    ENDED_WITH_PROTECTION,
    RECORD_OF_WAITING_EXTRACT,
    RECORD_READ,
)
