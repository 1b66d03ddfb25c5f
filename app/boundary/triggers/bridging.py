"""Support needs: each party writes its own part, and what was opened for the bridging ends with it."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

_SHARED = "ARRAY['status', 'updated_at', 'version']"
"""What the one that a need was handed over to may change of it at all."""

SUPPORT_NEED_PATH = Trigger(
    name="keep_support_need_path",
    table="support_need",
    event="BEFORE UPDATE",
    body=f"""\
DECLARE
  asker uuid := {ASKER};
BEGIN
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  -- What is needed is its controller's to say; how the contact went, the recipient's.
  IF asker <> OLD.organisation_id AND (to_jsonb(NEW) - {_SHARED}) IS DISTINCT FROM (to_jsonb(OLD) - {_SHARED}) THEN
    RAISE EXCEPTION 'the other party''s part' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    (asker = OLD.organisation_id AND NEW.status IN ('agreed', 'sent', 'declined', 'closed'))
    OR (asker = OLD.recipient_id AND NEW.status IN ('contact_established', 'contact_not_established', 'closed'))
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

BRIDGING_ENDED = Trigger(
    name="end_what_was_for_bridging",
    table="support_need",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status IN ('closed', 'declined') AND NEW.referral_id IS NOT NULL",
    body="""\
BEGIN
  -- Of the need's own controller: a need is tied to whatever referral its controller names.
  UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE referral_id = NEW.referral_id AND organisation_id = NEW.organisation_id AND scope = 'bridging'
    AND ended_at IS NULL;
  RETURN NULL;
END""",
)
