"""Consents: signed terms never change, and what a consent opened ends with it."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger
from app.boundary.triggers.releases import PUBLISHING

CONSENT_TERMS = Trigger(
    name="freeze_consent_terms",
    table="consent",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {ASKER};
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
    body=f"""\
DECLARE
  successor record;
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  IF 'evaluation_questionnaire' = ANY (OLD.scopes) THEN
    PERFORM pg_advisory_xact_lock_shared({PUBLISHING});
  END IF;
  -- A consent that is renewed: what the new one covers goes on under it, without a break.
  IF NEW.status = 'superseded' THEN
    SELECT consent.id, consent.recipients, consent.scopes, consent.valid_until INTO successor FROM consent
    WHERE consent.supersedes_id = NEW.id AND consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND consent.organisation_id = NEW.organisation_id;
    IF FOUND THEN
      UPDATE referral SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1
      WHERE consent_id = NEW.id AND recipient_id = ANY (successor.recipients)
        AND (scopes <@ successor.scopes AND status IN ('draft', 'sent', 'received')
          OR status = 'accepted' AND 'contact' = ANY (successor.scopes));
      UPDATE disclosure
      SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1,
          valid_until = CASE WHEN rests_on_id IS NULL THEN successor.valid_until
                        ELSE least(valid_until, successor.valid_until) END
      WHERE consent_id = NEW.id AND ended_at IS NULL
        AND recipient_id = ANY (successor.recipients) AND scope = ANY (successor.scopes);
      UPDATE interview_contact
      SET valid_until = date_trunc('day', successor.valid_until, 'Europe/Copenhagen'),
        updated_at = clock_timestamp(), version = version + 1
      WHERE ended_at IS NULL AND recipient_id = ANY (successor.recipients)
        AND 'evaluation_interview' = ANY (successor.scopes)
        AND id IN (SELECT contact_id FROM interview_candidate AS candidate WHERE candidate.consent_id = NEW.id);
      UPDATE interview_candidate
      SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1
      WHERE consent_id = NEW.id AND status IN ('consented', 'contact_passed_on')
        AND evaluator_id = ANY (successor.recipients) AND 'evaluation_interview' = ANY (successor.scopes);
    END IF;
  END IF;
  -- Referrals before disclosures, as an acceptance does: neither waits for the other in a circle.
  UPDATE referral
  SET status = 'recalled', recalled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND status IN ('draft', 'sent', 'received')
    AND (consent_id = NEW.id OR id IN (
      WITH RECURSIVE falling AS (
        SELECT disclosure.id, disclosure.referral_id, disclosure.category FROM disclosure
        WHERE disclosure.consent_id = NEW.id AND disclosure.ended_at IS NULL
        UNION
        SELECT onward.id, onward.referral_id, onward.category
        FROM disclosure AS onward JOIN falling ON onward.rests_on_id = falling.id
        WHERE onward.ended_at IS NULL
      )
      SELECT falling.referral_id FROM falling WHERE falling.category = 'citizen'
    ));
  -- Never before the consent's own end, by whichever clock: so one sees later what ended with it.
  UPDATE disclosure SET ended_at = greatest(clock_timestamp(), NEW.updated_at), updated_at = clock_timestamp(),
    version = version + 1
  WHERE consent_id = NEW.id AND ended_at IS NULL;
  -- A trigger of the candidates' ends and erases the contact that the evaluator had.
  UPDATE interview_candidate SET status = 'cancelled', updated_at = clock_timestamp(), version = version + 1
  WHERE consent_id = NEW.id AND status IN ('consented', 'contact_passed_on');
  RETURN NULL;
END""",  # noqa: S608 - a constant
)
