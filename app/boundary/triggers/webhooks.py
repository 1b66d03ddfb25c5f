"""What becomes of webhook endpoints whose client is let in no more."""

from app.boundary.triggers.base import Trigger

ENDPOINTS_OF_CLIENT = Trigger(
    name="endpoints_of_client",
    table="client",
    event="AFTER UPDATE OF enabled",
    definer=True,
    when="OLD.enabled <> NEW.enabled",
    body="""\
BEGIN
  IF NEW.enabled THEN
    UPDATE webhook_endpoint SET status = 'enabled', disabled_because = NULL, disabled_at = NULL,
      updated_at = clock_timestamp(), version = version + 1
    WHERE client_id = NEW.client_id AND disabled_because = 'client_disabled';
  ELSE
    -- Where it led to was that client's word.
    UPDATE webhook_endpoint SET status = 'disabled', disabled_because = 'client_disabled',
      disabled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE client_id = NEW.client_id AND status = 'enabled';
  END IF;
  RETURN NULL;
END""",
)
