REVOKE SELECT ON resource_reference FROM police_district
--;;
REVOKE INSERT ON resource_reference FROM police_district
--;;
REVOKE SELECT ON resource_reference FROM ngo
--;;
REVOKE INSERT ON resource_reference FROM ngo
--;;
REVOKE SELECT ON resource_reference FROM municipality
--;;
REVOKE INSERT ON resource_reference FROM municipality
--;;
DROP POLICY police_district_read ON resource_reference
--;;
DROP POLICY police_district_create ON resource_reference
--;;
DROP POLICY ngo_read ON resource_reference
--;;
DROP POLICY ngo_create ON resource_reference
--;;
DROP POLICY municipality_read ON resource_reference
--;;
DROP POLICY municipality_create ON resource_reference
--;;
ALTER TABLE resource_reference DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE resource_reference NO FORCE ROW LEVEL SECURITY
