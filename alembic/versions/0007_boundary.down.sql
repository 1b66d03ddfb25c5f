GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_assignment() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_questionnaire_response() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_follow_up() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_session() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_contact_attempt() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_support_need() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_course() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_agreement() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral_outcome() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_disclosure() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral_summary() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_withdrawal_acknowledgement() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_consent() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_incident() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_background() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_address() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_contact() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_identity() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE SELECT (citizen_id, id, project_id, recipient_id, referral_id, track) ON support_need FROM wall_keeper
--;;
REVOKE SELECT (citizen_id, id, organisation_id) ON incident FROM wall_keeper
--;;
REVOKE SELECT (citizen_id, id, organisation_id) ON course FROM wall_keeper
--;;
REVOKE UPDATE (numbered_at, sequence) ON change FROM wall_keeper
--;;
REVOKE SELECT ON change FROM wall_keeper
--;;
REVOKE INSERT ON change FROM wall_keeper
--;;
REVOKE SELECT ON change FROM police_district
--;;
REVOKE SELECT ON change FROM ngo
--;;
REVOKE SELECT ON change FROM municipality
--;;
DROP POLICY wall_keeper_read ON support_need
--;;
DROP POLICY wall_keeper_read ON incident
--;;
DROP POLICY wall_keeper_read ON course
--;;
DROP POLICY wall_keeper_update ON change
--;;
DROP POLICY wall_keeper_read ON change
--;;
DROP POLICY wall_keeper_create ON change
--;;
DROP POLICY police_district_read ON change
--;;
DROP POLICY ngo_read ON change
--;;
DROP POLICY municipality_read ON change
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS changes_waiting(uuid[],bigint[])
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS number_changes(bigint)
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
ALTER TABLE change DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE change NO FORCE ROW LEVEL SECURITY
