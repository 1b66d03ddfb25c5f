REVOKE UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client FROM operator
--;;
GRANT UPDATE (client_id, enabled, external_issuer, external_subject, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client TO operator
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_of_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = NEW.organisation_id
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
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled, public_keys ON client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
