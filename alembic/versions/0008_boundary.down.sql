GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_course() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_course()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('opening/' || NEW.citizen_id, 0));
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'courses', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('course') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
    UNION ALL
    SELECT * FROM (SELECT disclosure.recipient_id, max(disclosure.valid_until), 'removed' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('course') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) GROUP BY disclosure.recipient_id HAVING count(*) = count(disclosure.valid_until)) AS ending WHERE TG_OP = 'INSERT') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_course() FROM PUBLIC
--;;
CREATE TRIGGER tell_course AFTER INSERT OR UPDATE ON public.course FOR EACH ROW EXECUTE FUNCTION tell_course()
--;;
ALTER FUNCTION tell_course() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS count_what_is_shown_of_course() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
