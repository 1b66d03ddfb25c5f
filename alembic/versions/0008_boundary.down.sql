GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS erase_import_upload() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_import_path() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM police_district
--;;
REVOKE SELECT ON import_row FROM police_district
--;;
REVOKE INSERT ON import_row FROM police_district
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM ngo
--;;
REVOKE SELECT ON import_row FROM ngo
--;;
REVOKE INSERT ON import_row FROM ngo
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM municipality
--;;
REVOKE SELECT ON import_row FROM municipality
--;;
REVOKE INSERT ON import_row FROM municipality
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM police_district
--;;
REVOKE SELECT ON import_job FROM police_district
--;;
REVOKE INSERT ON import_job FROM police_district
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM ngo
--;;
REVOKE SELECT ON import_job FROM ngo
--;;
REVOKE INSERT ON import_job FROM ngo
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM municipality
--;;
REVOKE SELECT ON import_job FROM municipality
--;;
REVOKE INSERT ON import_job FROM municipality
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, started_at, status, unchanged, updated, updated_at, version, worker) ON import_job FROM authenticator
--;;
REVOKE SELECT ON import_job FROM authenticator
--;;
REVOKE UPDATE (sealed, updated_at, version) ON import_chunk FROM wall_keeper
--;;
REVOKE SELECT ON import_chunk FROM wall_keeper
--;;
REVOKE SELECT ON import_chunk FROM police_district
--;;
REVOKE INSERT ON import_chunk FROM police_district
--;;
REVOKE SELECT ON import_chunk FROM ngo
--;;
REVOKE INSERT ON import_chunk FROM ngo
--;;
REVOKE SELECT ON import_chunk FROM municipality
--;;
REVOKE INSERT ON import_chunk FROM municipality
--;;
DROP POLICY police_district_update ON import_row
--;;
DROP POLICY police_district_read ON import_row
--;;
DROP POLICY police_district_create ON import_row
--;;
DROP POLICY ngo_update ON import_row
--;;
DROP POLICY ngo_read ON import_row
--;;
DROP POLICY ngo_create ON import_row
--;;
DROP POLICY municipality_update ON import_row
--;;
DROP POLICY municipality_read ON import_row
--;;
DROP POLICY municipality_create ON import_row
--;;
DROP POLICY police_district_update ON import_job
--;;
DROP POLICY police_district_read ON import_job
--;;
DROP POLICY police_district_create ON import_job
--;;
DROP POLICY ngo_update ON import_job
--;;
DROP POLICY ngo_read ON import_job
--;;
DROP POLICY ngo_create ON import_job
--;;
DROP POLICY municipality_update ON import_job
--;;
DROP POLICY municipality_read ON import_job
--;;
DROP POLICY municipality_create ON import_job
--;;
DROP POLICY authenticator_update ON import_job
--;;
DROP POLICY authenticator_read ON import_job
--;;
DROP POLICY wall_keeper_update ON import_chunk
--;;
DROP POLICY wall_keeper_read ON import_chunk
--;;
DROP POLICY police_district_read ON import_chunk
--;;
DROP POLICY police_district_create ON import_chunk
--;;
DROP POLICY ngo_read ON import_chunk
--;;
DROP POLICY ngo_create ON import_chunk
--;;
DROP POLICY municipality_read ON import_chunk
--;;
DROP POLICY municipality_create ON import_chunk
--;;
ALTER TABLE import_row DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_chunk DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_chunk NO FORCE ROW LEVEL SECURITY
