GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_of_client()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = NEW.organisation_id OR (TG_OP = 'UPDATE' AND NEW.enabled = OLD.enabled) THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, record_id, outcome)
  VALUES (
    gen_random_uuid(), clock_timestamp(), NEW.organisation_id, 'operator', '-',
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN NEW.enabled THEN 'enable' ELSE 'disable' END,
    'client', NEW.id, 'done'
  );
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled ON public.client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_cost_of_its_side() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
