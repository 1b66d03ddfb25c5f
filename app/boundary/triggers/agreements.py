"""Agreements: what they cover is kept in step, what is signed never changes."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

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
  asker uuid := {ASKER};
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
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id, NEW.recipient_key)
    IS DISTINCT FROM
    (OLD.organisation_id, OLD.counterparty_id, OLD.project_id, OLD.type, OLD.categories, OLD.purposes, OLD.valid_from,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id, OLD.recipient_key)
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
