"""What the database itself does, whoever writes: it keeps coverage in step, ends what a consent opened, holds the wall.

Each function runs as `wall_keeper`, whose few cells stand in `policy.toml`, returns nothing to the one who
wrote, and is executable by nobody directly.
"""

from app.boundary.account_triggers import COST_PATH, HOURLY_RATE, TIME_ENTRY_PATH
from app.boundary.trigger import APPEND_ONLY, TERMS_FROZEN, WALL_REFUSED, Trigger
from app.boundary.trigger import ASKER as _ASKER

__all__ = ["APPEND_ONLY", "TERMS_FROZEN", "TRIGGERS", "WALL_REFUSED", "Trigger"]

AGREEMENT_COVERAGE = Trigger(
    name="keep_agreement_coverage",
    table="agreement",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body="""\
DECLARE
  ends timestamptz;
BEGIN
  IF NEW.type <> 'data_processing' THEN
    RETURN NULL;
  END IF;
  -- Not "now": a transaction that began a moment before would still find it valid.
  ends := CASE
    WHEN NEW.status = 'in_force'
      AND NEW.signed_by_organisation_at IS NOT NULL AND NEW.signed_by_counterparty_at IS NOT NULL
      AND EXISTS (SELECT FROM organisation WHERE organisation.id = NEW.counterparty_id AND type = 'operator')
    THEN NEW.valid_until ELSE '-infinity' END;
  INSERT INTO agreement_coverage
    (agreement_id, category, purpose, organisation_id, project_id, valid_from, valid_until)
  SELECT NEW.id, category, purpose, NEW.organisation_id, NEW.project_id, NEW.valid_from, ends
  FROM unnest(NEW.categories) AS category, unnest(NEW.purposes) AS purpose
  ON CONFLICT (agreement_id, category, purpose)
  DO UPDATE SET valid_from = EXCLUDED.valid_from, valid_until = EXCLUDED.valid_until;
  UPDATE agreement_coverage SET valid_until = '-infinity'
  WHERE agreement_id = NEW.id AND NOT (category = ANY (NEW.categories) AND purpose = ANY (NEW.purposes));
  RETURN NULL;
END""",
)

AGREEMENT_TERMS = Trigger(
    name="freeze_agreement_terms",
    table="agreement",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {_ASKER};
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NOT NULL AND (NEW.status <> 'draft'
      OR NEW.signed_by_organisation_at IS NOT NULL OR NEW.signed_by_counterparty_at IS NOT NULL) THEN
      RAISE EXCEPTION 'an agreement begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.organisation_id, NEW.counterparty_id, NEW.project_id, NEW.type, NEW.categories, NEW.purposes, NEW.valid_from,
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.organisation_id, OLD.counterparty_id, OLD.project_id, OLD.type, OLD.categories, OLD.purposes, OLD.valid_from,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'signed terms never change' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.status = 'ended' THEN
    RAISE EXCEPTION 'an ended agreement stays ended' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF (NEW.signed_by_organisation_at IS DISTINCT FROM OLD.signed_by_organisation_at
      AND (OLD.signed_by_organisation_at IS NOT NULL OR asker <> NEW.organisation_id))
    OR (NEW.signed_by_counterparty_at IS DISTINCT FROM OLD.signed_by_counterparty_at
      AND (OLD.signed_by_counterparty_at IS NOT NULL OR asker <> NEW.counterparty_id)) THEN
    RAISE EXCEPTION 'each side signs once, for itself' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    NEW.status = 'ended'
    OR (OLD.status = 'draft' AND NEW.status = 'awaiting_signature')
    OR (OLD.status = 'awaiting_signature' AND NEW.status = 'in_force')
    OR (OLD.status = 'in_force' AND NEW.status = 'suspended' AND NEW.suspended_by_id = asker)
    OR (OLD.status = 'suspended' AND NEW.status = 'in_force' AND OLD.suspended_by_id = asker)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.status = 'suspended' AND NEW.status = 'suspended' AND NEW.suspended_by_id <> OLD.suspended_by_id THEN
    RAISE EXCEPTION 'suspended by the other side' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

CONSENT_TERMS = Trigger(
    name="freeze_consent_terms",
    table="consent",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {_ASKER};
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NOT NULL AND NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a consent begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
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
  IF (NEW.status <> 'withdrawn' OR OLD.status = 'withdrawn') AND (
    (NEW.withdrawn_at, NEW.withdrawn_by, NEW.withdrawal_channel)
    IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by, OLD.withdrawal_channel)
  ) THEN
    RAISE EXCEPTION 'a withdrawal is registered once' USING ERRCODE = '{TERMS_FROZEN}';
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
DECLARE
  successor record;
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  -- A consent that is renewed: what the new one covers goes on under it, without a break.
  IF NEW.status = 'superseded' THEN
    SELECT consent.id, consent.recipients, consent.scopes, consent.valid_until INTO successor FROM consent
    WHERE consent.supersedes_id = NEW.id AND consent.citizen_id = NEW.citizen_id AND consent.status = 'active';
    IF FOUND THEN
      UPDATE disclosure
      SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1,
          valid_until = CASE WHEN organisation_id = source_organisation_id THEN successor.valid_until
                        ELSE least(valid_until, successor.valid_until) END
      WHERE consent_id = NEW.id AND ended_at IS NULL
        AND recipient_id = ANY (successor.recipients) AND scope = ANY (successor.scopes);
      UPDATE referral SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1
      WHERE consent_id = NEW.id AND status IN ('draft', 'sent', 'received', 'accepted')
        AND recipient_id = ANY (successor.recipients) AND scopes <@ successor.scopes;
    END IF;
  END IF;
  UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE consent_id = NEW.id AND ended_at IS NULL;
  -- What was passed onward rests on what its sender received, back to the controller: what has lost that ground ends.
  UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND ended_at IS NULL AND organisation_id <> source_organisation_id
    AND id NOT IN (
      WITH RECURSIVE grounded AS (
        SELECT first.id, first.recipient_id, first.category, first.source_organisation_id
        FROM disclosure AS first
        WHERE first.citizen_id = NEW.citizen_id AND first.organisation_id = first.source_organisation_id
          AND first.opened_at IS NOT NULL AND first.ended_at IS NULL
        UNION
        SELECT next.id, CASE WHEN next.opened_at IS NOT NULL THEN next.recipient_id END, next.category,
               next.source_organisation_id
        FROM disclosure AS next JOIN grounded ON next.organisation_id = grounded.recipient_id
          AND next.category = grounded.category AND next.source_organisation_id = grounded.source_organisation_id
        WHERE next.citizen_id = NEW.citizen_id AND next.ended_at IS NULL
      )
      SELECT grounded.id FROM grounded
    );
  UPDATE referral
  SET status = 'recalled', recalled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND status IN ('draft', 'sent', 'received')
    AND (consent_id = NEW.id OR EXISTS (
      SELECT FROM disclosure AS known
      WHERE known.referral_id = referral.id AND known.category = 'citizen' AND known.ended_at IS NOT NULL
        AND known.source_organisation_id <> referral.organisation_id
    ));
  RETURN NULL;
END""",
)

PROTECTION = Trigger(
    name="keep_sender_withheld",
    table="citizen",
    event="AFTER UPDATE OF specially_protected",
    definer=True,
    body="""\
BEGIN
  UPDATE referral SET sender_withheld = NEW.specially_protected AND EXISTS (
    SELECT FROM organisation
    WHERE organisation.id = referral.organisation_id AND organisation.type <> 'police_district'
  )
  WHERE referral.citizen_id = NEW.id;
  RETURN NULL;
END""",
)

REFERRAL_PATH = Trigger(
    name="keep_referral_path",
    table="referral",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {_ASKER};
BEGIN
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.recipient_id, NEW.kind, NEW.scopes, NEW.urgency)
    IS DISTINCT FROM (OLD.recipient_id, OLD.kind, OLD.scopes, OLD.urgency)
  ) THEN
    RAISE EXCEPTION 'what was sent never changes' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  -- Only a renewal of the consent changes what a referral rests on.
  IF (NEW.consent_id, NEW.sender_withheld) IS DISTINCT FROM (OLD.consent_id, OLD.sender_withheld)
    AND current_user <> 'wall_keeper' THEN
    RAISE EXCEPTION 'not the party''s to change' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF NOT (
    -- The keeper acts for whoever registers the withdrawal.
    (OLD.status IN ('draft', 'sent', 'received') AND NEW.status = 'recalled'
      AND (asker = OLD.organisation_id OR current_user = 'wall_keeper'))
    OR (OLD.status = 'draft' AND NEW.status = 'sent' AND asker = OLD.organisation_id)
    OR (OLD.status = 'sent' AND NEW.status = 'received' AND asker = OLD.recipient_id)
    OR (OLD.status IN ('sent', 'received') AND NEW.status IN ('accepted', 'rejected') AND asker = OLD.recipient_id)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status IN ('sent', 'accepted') THEN
    PERFORM FROM consent
    WHERE consent.id = NEW.consent_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.recipient_id = ANY (consent.recipients) AND NEW.scopes <@ consent.scopes
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no active consent' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  END IF;
  RETURN NEW;
END""",
)

DISCLOSURE_ONCE = Trigger(
    name="keep_disclosure_once",
    table="disclosure",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {_ASKER};
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NULL THEN
      RETURN NEW;
    END IF;
    -- One passes on what is one's own, or what was itself passed on to one (onward, for bridging), as it was then.
    IF NEW.source_organisation_id = asker THEN
      NEW.as_of := NULL;
      RETURN NEW;
    END IF;
    SELECT max(least(received.opened_at, received.as_of)) INTO NEW.as_of
    FROM disclosure AS received
    WHERE received.citizen_id = NEW.citizen_id AND received.recipient_id = asker
      AND received.category = NEW.category AND received.source_organisation_id = NEW.source_organisation_id
      AND received.opened_at IS NOT NULL AND received.ended_at IS NULL
      AND (received.valid_until IS NULL OR received.valid_until > now());
    IF NEW.as_of IS NULL THEN
      RAISE EXCEPTION 'not the asker''s to pass on' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.as_of IS DISTINCT FROM OLD.as_of THEN
    RAISE EXCEPTION 'written once' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF (OLD.opened_at IS NOT NULL OR OLD.ended_at IS NOT NULL) AND NEW.opened_at IS DISTINCT FROM OLD.opened_at THEN
    RAISE EXCEPTION 'opened once' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
    RAISE EXCEPTION 'ended for good' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  -- A time ahead would let later changes of the row through (the wall, rule 7).
  IF NEW.opened_at > clock_timestamp() + interval '1 minute' THEN
    RAISE EXCEPTION 'not opened ahead of time' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",  # noqa: S608 - constants of this file
)

ASSIGNMENT_WALL = Trigger(
    name="keep_assignment_wall",
    table="assignment",
    event="BEFORE INSERT OR UPDATE OF staff_id, citizen_id, track",
    definer=True,
    body=f"""\
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
BEGIN
  -- Two charges of one citizen, or of one worker, at the same moment: the second looks when the first is there to
  -- be seen.
  PERFORM pg_advisory_xact_lock(hashtextextended('charge/' || NEW.organisation_id || NEW.citizen_id, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('assignment/' || NEW.staff_id, 0));
  -- A caseworker takes on only whom nobody has yet; the others assign as they see fit.
  IF TG_OP = 'INSERT' AND 'caseworker' = ANY (functions) AND NOT functions && ARRAY['coordinator', 'integration']
    AND EXISTS (
      SELECT FROM assignment AS present
      WHERE present.citizen_id = NEW.citizen_id AND present.organisation_id = NEW.organisation_id
        AND present.ended_at IS NULL
    )
  THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = '{WALL_REFUSED}';
  END IF;
  IF NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id AND staff.active
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) OR EXISTS (
    SELECT FROM pair_link JOIN assignment AS other
      ON other.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.perpetrator_id ELSE pair_link.victim_id END
    -- Not in a municipality, which would learn from a refusal who belongs to whom (the wall, rules 1 and 2).
    WHERE (pair_link.organisation_id = NEW.organisation_id OR EXISTS (
        SELECT FROM organisation WHERE organisation.id = NEW.organisation_id AND organisation.type = 'ngo'
      ))
      AND NEW.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.victim_id ELSE pair_link.perpetrator_id END
      AND other.staff_id = NEW.staff_id
  ) THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = '{WALL_REFUSED}';
  END IF;
  RETURN NEW;
END""",  # noqa: S608 - constants of this file
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
    PROTECTION,
    REFERRAL_PATH,
    DISCLOSURE_ONCE,
    ASSIGNMENT_WALL,
    TIME_ENTRY_PATH,
    COST_PATH,
    HOURLY_RATE,
    _append_only("audit_event"),
    _append_only("audit_subject"),
    _append_only("audit_seal"),
)
