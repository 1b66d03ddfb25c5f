ALTER TABLE import_chunk ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_chunk FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_row ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_row FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY municipality_create ON import_chunk FOR INSERT TO municipality WITH CHECK (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_chunk.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_read ON import_chunk FOR SELECT TO municipality USING (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_chunk.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON import_chunk FOR INSERT TO ngo WITH CHECK (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_chunk.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_read ON import_chunk FOR SELECT TO ngo USING (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_chunk.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_create ON import_chunk FOR INSERT TO police_district WITH CHECK (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_chunk.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_read ON import_chunk FOR SELECT TO police_district USING (import_chunk.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_chunk.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY wall_keeper_read ON import_chunk FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON import_chunk FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY authenticator_read ON import_job FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY authenticator_update ON import_job FOR UPDATE TO authenticator USING (true)
--;;
CREATE POLICY municipality_create ON import_job FOR INSERT TO municipality WITH CHECK (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_read ON import_job FOR SELECT TO municipality USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_update ON import_job FOR UPDATE TO municipality USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON import_job FOR INSERT TO ngo WITH CHECK (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_job.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_read ON import_job FOR SELECT TO ngo USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_job.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_update ON import_job FOR UPDATE TO ngo USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_job.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_create ON import_job FOR INSERT TO police_district WITH CHECK (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_read ON import_job FOR SELECT TO police_district USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_update ON import_job FOR UPDATE TO police_district USING (import_job.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_job.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_create ON import_row FOR INSERT TO municipality WITH CHECK (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_read ON import_row FOR SELECT TO municipality USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_update ON import_row FOR UPDATE TO municipality USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON import_row FOR INSERT TO ngo WITH CHECK (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_row.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_read ON import_row FOR SELECT TO ngo USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_row.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_update ON import_row FOR UPDATE TO ngo USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND import_row.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_create ON import_row FOR INSERT TO police_district WITH CHECK (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_read ON import_row FOR SELECT TO police_district USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_update ON import_row FOR UPDATE TO police_district USING (import_row.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR import_row.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
GRANT INSERT ON import_chunk TO municipality
--;;
GRANT SELECT ON import_chunk TO municipality
--;;
GRANT INSERT ON import_chunk TO ngo
--;;
GRANT SELECT ON import_chunk TO ngo
--;;
GRANT INSERT ON import_chunk TO police_district
--;;
GRANT SELECT ON import_chunk TO police_district
--;;
GRANT SELECT ON import_chunk TO wall_keeper
--;;
GRANT UPDATE (sealed, updated_at, version) ON import_chunk TO wall_keeper
--;;
GRANT SELECT ON import_job TO authenticator
--;;
GRANT UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, started_at, status, unchanged, updated, updated_at, version, worker) ON import_job TO authenticator
--;;
GRANT INSERT ON import_job TO municipality
--;;
GRANT SELECT ON import_job TO municipality
--;;
GRANT UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job TO municipality
--;;
GRANT INSERT ON import_job TO ngo
--;;
GRANT SELECT ON import_job TO ngo
--;;
GRANT UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job TO ngo
--;;
GRANT INSERT ON import_job TO police_district
--;;
GRANT SELECT ON import_job TO police_district
--;;
GRANT UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job TO police_district
--;;
GRANT INSERT ON import_row TO municipality
--;;
GRANT SELECT ON import_row TO municipality
--;;
GRANT UPDATE (errors, outcome, record_id, updated_at, version) ON import_row TO municipality
--;;
GRANT INSERT ON import_row TO ngo
--;;
GRANT SELECT ON import_row TO ngo
--;;
GRANT UPDATE (errors, outcome, record_id, updated_at, version) ON import_row TO ngo
--;;
GRANT INSERT ON import_row TO police_district
--;;
GRANT SELECT ON import_row TO police_district
--;;
GRANT UPDATE (errors, outcome, record_id, updated_at, version) ON import_row TO police_district
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_import_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_import_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.status IN ('completed', 'failed', 'cancelled') OR (OLD.status = 'running' AND NEW.status = 'received') THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status IN ('completed', 'failed', 'cancelled') THEN
    NEW.wrapped := '';
    NEW.worker := NULL;
    NEW.leased_until := NULL;
    NEW.finished_at := clock_timestamp();
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_import_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_import_path BEFORE UPDATE ON import_job FOR EACH ROW EXECUTE FUNCTION keep_import_path()
--;;
DROP FUNCTION IF EXISTS erase_import_upload() CASCADE
--;;
CREATE OR REPLACE FUNCTION erase_import_upload() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.wrapped = '' THEN
    UPDATE import_chunk AS kept SET sealed = '' WHERE kept.import_id = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION erase_import_upload() FROM PUBLIC
--;;
CREATE TRIGGER erase_import_upload AFTER UPDATE OF status ON import_job FOR EACH ROW EXECUTE FUNCTION erase_import_upload()
--;;
ALTER FUNCTION erase_import_upload() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
