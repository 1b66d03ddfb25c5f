GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_cost_of_its_side() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_cost_of_its_side() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM NULLIF(current_setting('boundary.organisation', true), '')::uuid THEN
    RETURN NEW;
  END IF;
  -- Before the unique key could tell that the other side's cost was for a course (the wall, rule 4).
  IF NOT EXISTS (
    SELECT FROM cost
    WHERE cost.id = NEW.cost_id AND cost.organisation_id = NEW.organisation_id
      AND (cost.track IS NULL OR cost.track = NEW.track)
  ) THEN
    RAISE EXCEPTION 'no such cost on this side' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_cost_of_its_side() FROM PUBLIC
--;;
CREATE TRIGGER keep_cost_of_its_side BEFORE INSERT ON cost_course FOR EACH ROW EXECUTE FUNCTION keep_cost_of_its_side()
--;;
ALTER FUNCTION keep_cost_of_its_side() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_of_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = NEW.organisation_id OR (TG_OP = 'UPDATE' AND NEW.enabled = OLD.enabled) THEN
    RETURN NULL;
  END IF;
  -- Of the side that it lets in to: an NGO's log is read by one track at a time (the wall, rule 4).
  INSERT INTO audit_event (id, at, organisation_id, client_id, track, request_id, action, category, record_id, outcome)
  VALUES (
    gen_random_uuid(), clock_timestamp(), NEW.organisation_id, 'operator', NEW.track, '-',
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN NEW.enabled THEN 'enable' ELSE 'disable' END,
    'client', NEW.id, 'done'
  );
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled ON client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
