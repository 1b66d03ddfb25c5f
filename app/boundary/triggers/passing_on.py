"""Referrals and disclosures: their path, their sender under protection, and that each is opened once."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

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
  asker uuid := {ASKER};
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
  -- Each party tells when it did its part, as it does it; the keeper recalls for whoever registers a withdrawal.
  IF (NEW.sent_at, NEW.recalled_at) IS DISTINCT FROM (OLD.sent_at, OLD.recalled_at)
      AND (NEW.status = OLD.status OR asker <> OLD.organisation_id AND current_user <> 'wall_keeper')
    OR (NEW.received_at, NEW.responded_at, NEW.rejected_reason)
      IS DISTINCT FROM (OLD.received_at, OLD.responded_at, OLD.rejected_reason)
      AND (NEW.status = OLD.status OR asker <> OLD.recipient_id) THEN
    RAISE EXCEPTION 'the other party''s part, or told already' USING ERRCODE = '{TERMS_FROZEN}';
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
    definer=True,
    body=f"""\
DECLARE
  asker uuid := {ASKER};
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NULL THEN
      RETURN NEW;
    END IF;
    -- One passes on what is one's own, or what was itself passed on to one (onward, for bridging), as it was then.
    IF NEW.source_organisation_id = asker THEN
      NEW.as_of := NULL;
      NEW.rests_on_id := NULL;
      RETURN NEW;
    END IF;
    -- Held, so that what it rests on cannot end unseen while this is written.
    SELECT received.id, least(received.opened_at, received.as_of), least(received.valid_until, NEW.valid_until)
    INTO NEW.rests_on_id, NEW.as_of, NEW.valid_until
    FROM disclosure AS received
    WHERE received.citizen_id = NEW.citizen_id AND received.recipient_id = asker
      AND received.category = NEW.category AND received.source_organisation_id = NEW.source_organisation_id
      AND received.opened_at IS NOT NULL AND received.ended_at IS NULL
      AND (received.valid_until IS NULL OR received.valid_until > now())
    ORDER BY least(received.opened_at, received.as_of) DESC
    LIMIT 1
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not the asker''s to pass on (any longer)' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.as_of, NEW.rests_on_id) IS DISTINCT FROM (OLD.as_of, OLD.rests_on_id) THEN
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

DISCLOSURE_ONWARD = Trigger(
    name="end_what_was_passed_onward",
    table="disclosure",
    event="AFTER UPDATE OF ended_at, valid_until",
    definer=True,
    body="""\
BEGIN
  -- Each row does so for those that rest on it; none rests on a later one, so this comes to an end.
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    UPDATE disclosure SET ended_at = NEW.ended_at, updated_at = clock_timestamp(), version = version + 1
    WHERE rests_on_id = NEW.id AND ended_at IS NULL;
  ELSIF NEW.valid_until IS DISTINCT FROM OLD.valid_until THEN
    UPDATE disclosure
    SET valid_until = least(valid_until, NEW.valid_until), updated_at = clock_timestamp(), version = version + 1
    WHERE rests_on_id = NEW.id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END""",
)
