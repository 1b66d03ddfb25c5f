GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_decision_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.freeze_decision_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  state text := (SELECT meeting.status FROM meeting WHERE meeting.id = NEW.meeting_id);
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF state IS DISTINCT FROM 'held' OR NEW.status <> 'open' THEN
      RAISE EXCEPTION 'decisions are taken at a meeting that was held' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'done' THEN
    RAISE EXCEPTION 'done for good' USING ERRCODE = 'PW002';
  END IF;
  IF state IS DISTINCT FROM 'held'
     AND (NEW.decision, NEW.owner_id, NEW.due_on) IS DISTINCT FROM (OLD.decision, OLD.owner_id, OLD.due_on) THEN
    RAISE EXCEPTION 'approved minutes are not changed' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION freeze_decision_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_decision_terms BEFORE INSERT OR UPDATE ON public.meeting_decision FOR EACH ROW EXECUTE FUNCTION freeze_decision_terms()
--;;
ALTER FUNCTION freeze_decision_terms() OWNER TO app_owner
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (decision, done_on, due_on, owner_id, postponed_to, status, updated_at, version) ON meeting_decision FROM agency
--;;
REVOKE INSERT ON audit_event FROM calendar_reader
--;;
GRANT UPDATE (decision, done_on, due_on, owner_id, status, updated_at, version) ON meeting_decision TO agency
--;;
DROP POLICY calendar_reader_create ON audit_event
