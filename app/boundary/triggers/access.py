"""Who is let in on a party's behalf: the party's own log tells of it."""

from app.boundary.triggers.base import ASKER, Trigger

CLIENT_TOLD = Trigger(
    name="tell_of_client",
    table="client",
    event="AFTER INSERT OR UPDATE OF enabled, public_keys",
    definer=True,
    body=f"""\
BEGIN
  IF {ASKER} IS NULL OR {ASKER} = NEW.organisation_id
    OR (TG_OP = 'UPDATE' AND NEW.enabled = OLD.enabled AND NEW.public_keys = OLD.public_keys) THEN
    RETURN NULL;
  END IF;
  -- Of the side that it lets in to: an NGO's log is read by one track at a time (the wall, rule 4).
  INSERT INTO audit_event (id, at, organisation_id, client_id, track, request_id, action, category, record_id, outcome)
  VALUES (
    gen_random_uuid(), clock_timestamp(), NEW.organisation_id, 'operator', NEW.track, '-',
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN NEW.public_keys <> OLD.public_keys THEN 'replace_keys'
         WHEN NEW.enabled THEN 'enable' ELSE 'disable' END,
    'client', NEW.id, 'done'
  );
  RETURN NULL;
END""",  # noqa: S608 - constants
)
