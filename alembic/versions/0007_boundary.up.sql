ALTER TABLE change ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE change FORCE ROW LEVEL SECURITY
--;;
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
ALTER TABLE match_question ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE match_question FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE match_request ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE match_request FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE resource_reference ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE resource_reference FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_endpoint ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_endpoint FORCE ROW LEVEL SECURITY
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS evaluation_rows()
--;;
CREATE OR REPLACE FUNCTION evaluation_rows() RETURNS TABLE (recipient uuid, citizen uuid) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  RETURN QUERY
  SELECT DISTINCT record.recipient_id, subject.citizen_id
  FROM pseudonymised_subject AS subject JOIN pseudonymised_record AS record ON record.id = subject.record_id
  WHERE EXISTS (
    SELECT FROM course
    WHERE course.citizen_id = subject.citizen_id AND course.organisation_id = subject.organisation_id
  );
END
$body$
--;;
REVOKE ALL ON FUNCTION evaluation_rows() FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION evaluation_rows() TO builder
--;;
ALTER FUNCTION evaluation_rows() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS number_changes(bigint)
--;;
CREATE OR REPLACE FUNCTION number_changes(seen bigint) RETURNS bigint LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  me constant uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
  last bigint;
  moment timestamptz;
BEGIN
  IF EXISTS (SELECT FROM change WHERE change.organisation_id = me AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('changes/' || me, 0));
    -- One for all of them, and later than what was numbered before: the oldest numbers are the oldest to read.
    moment := clock_timestamp();
    SELECT coalesce(max(change.sequence), 0) INTO last FROM change
    WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
    WITH due AS (
      SELECT change.id, row_number() OVER (ORDER BY change.due_at, change.id) AS place FROM change
      WHERE change.organisation_id = me AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))
      ORDER BY change.due_at, change.id LIMIT 10000
    )
    UPDATE change SET sequence = last + due.place, numbered_at = moment FROM due WHERE change.id = due.id;
  END IF;
  SELECT coalesce(max(change.sequence), 0) INTO last FROM change
  WHERE change.organisation_id = me AND change.sequence IS NOT NULL;
  IF EXISTS (
    SELECT FROM change WHERE change.organisation_id = me AND change.sequence IS NOT NULL
    HAVING min(change.sequence) > seen + 1
  ) THEN
    RETURN NULL;
  END IF;
  RETURN last;
END
$body$
--;;
REVOKE ALL ON FUNCTION number_changes(bigint) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION number_changes(bigint) TO police_district, municipality, ngo, deliverer
--;;
ALTER FUNCTION number_changes(bigint) OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS changes_waiting(uuid[],bigint[])
--;;
CREATE OR REPLACE FUNCTION changes_waiting(organisations uuid[], seen bigint[]) RETURNS SETOF integer LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  RETURN QUERY
  SELECT asked.place::integer
  FROM unnest(organisations, seen) WITH ORDINALITY AS asked (organisation, last, place)
  WHERE EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation AND change.sequence > asked.last
  ) OR EXISTS (
    SELECT FROM change WHERE change.organisation_id = asked.organisation
      AND change.sequence IS NULL AND change.due_at <= clock_timestamp()
      -- What is one's own waits until one's agreement is in force again; that something was lost is told at once.
      AND (change.kind = 'removed' OR EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = change.organisation_id AND coverage.project_id = change.project_id
          AND coverage.valid_from <= now() AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      ))
  );
END
$body$
--;;
REVOKE ALL ON FUNCTION changes_waiting(uuid[],bigint[]) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION changes_waiting(uuid[],bigint[]) TO authenticator, deliverer
--;;
ALTER FUNCTION changes_waiting(uuid[],bigint[]) OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
CREATE POLICY deliverer_read ON change FOR SELECT TO deliverer USING (change.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON change FOR SELECT TO municipality USING (change.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR change.track = NULLIF(current_setting('boundary.track', true), '')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON change FOR SELECT TO ngo USING (change.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND change.track = NULLIF(current_setting('boundary.track', true), '') AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON change FOR SELECT TO police_district USING (change.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR change.track = NULLIF(current_setting('boundary.track', true), '')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_create ON change FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY wall_keeper_read ON change FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON change FOR UPDATE TO wall_keeper USING (true)
--;;
DROP POLICY municipality_create ON citizen_address
--;;
CREATE POLICY municipality_create ON citizen_address FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_address.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_address
--;;
CREATE POLICY police_district_create ON citizen_address FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_address.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_create ON citizen_background
--;;
CREATE POLICY municipality_create ON citizen_background FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_background.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen_background
--;;
CREATE POLICY ngo_create ON citizen_background FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_background.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_background.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_background.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_update ON citizen_background
--;;
CREATE POLICY ngo_update ON citizen_background FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_background.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_background.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_background.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_background
--;;
CREATE POLICY police_district_create ON citizen_background FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_background.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_create ON citizen_contact
--;;
CREATE POLICY municipality_create ON citizen_contact FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_contact.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen_contact
--;;
CREATE POLICY ngo_create ON citizen_contact FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_contact.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_contact.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_update ON citizen_contact
--;;
CREATE POLICY ngo_update ON citizen_contact FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_contact.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_contact.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_contact
--;;
CREATE POLICY police_district_create ON citizen_contact FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_contact.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_create ON citizen_cpr
--;;
CREATE POLICY municipality_create ON citizen_cpr FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_cpr.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen_cpr
--;;
CREATE POLICY ngo_create ON citizen_cpr FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_cpr.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_cpr.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'cpr' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_cpr
--;;
CREATE POLICY police_district_create ON citizen_cpr FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_cpr.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_create ON citizen_identity
--;;
CREATE POLICY municipality_create ON citizen_identity FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_identity.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen_identity
--;;
CREATE POLICY ngo_create ON citizen_identity FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_identity.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_identity.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_identity.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_identity
--;;
CREATE POLICY police_district_create ON citizen_identity FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_identity.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_create ON citizen_residence
--;;
CREATE POLICY municipality_create ON citizen_residence FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_residence.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_read ON citizen_residence
--;;
CREATE POLICY municipality_read ON citizen_residence FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_residence.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_residence.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND NOT (EXISTS (SELECT 1 FROM referral_outcome AS of_referral_outcome WHERE of_referral_outcome.referral_id = of_disclosure.referral_id AND of_referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral_outcome.completed_at IS NOT NULL AND (of_referral_outcome.outcome = 'declined' OR of_referral_outcome.outcome = 'not_reached'))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_residence.updated_at <= of_disclosure.as_of) AND (citizen_residence.superseded_at IS NULL OR citizen_residence.superseded_at > least(of_disclosure.opened_at, of_disclosure.as_of)))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_residence.organisation_id = of_agreement_coverage.organisation_id AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (citizen_residence.protection = 'none' OR citizen_residence.protection = 'name_and_address')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen_residence
--;;
CREATE POLICY ngo_create ON citizen_residence FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_residence.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_residence.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_read ON citizen_residence
--;;
CREATE POLICY ngo_read ON citizen_residence FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_residence.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_residence.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND NOT (EXISTS (SELECT 1 FROM referral_outcome AS of_referral_outcome WHERE of_referral_outcome.referral_id = of_disclosure.referral_id AND of_referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral_outcome.completed_at IS NOT NULL AND (of_referral_outcome.outcome = 'declined' OR of_referral_outcome.outcome = 'not_reached'))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_residence.updated_at <= of_disclosure.as_of) AND (citizen_residence.superseded_at IS NULL OR citizen_residence.superseded_at > least(of_disclosure.opened_at, of_disclosure.as_of)))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_residence.organisation_id = of_agreement_coverage.organisation_id AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (citizen_residence.protection = 'none' OR citizen_residence.protection = 'name_and_address')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen_residence
--;;
CREATE POLICY police_district_create ON citizen_residence FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE citizen_residence.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON course FOR SELECT TO wall_keeper USING (true)
--;;
DROP POLICY municipality_create ON data_key
--;;
CREATE POLICY municipality_create ON data_key FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE data_key.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON data_key
--;;
CREATE POLICY ngo_create ON data_key FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND data_key.track = NULLIF(current_setting('boundary.track', true), '') AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE data_key.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON data_key
--;;
CREATE POLICY police_district_create ON data_key FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ((EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE data_key.citizen_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
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
CREATE POLICY wall_keeper_read ON incident FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON match_question FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM match_request AS of_match_request WHERE match_question.request_id = of_match_request.id AND of_match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_match_request.project_id AND match_question.track = of_match_request.track AND match_question.recipient_id = of_match_request.recipient_id AND match_question.closes_at = of_match_request.closes_at AND of_match_request.valid_until IS NOT DISTINCT FROM match_question.valid_until AND of_match_request.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON match_question FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON match_question FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND match_question.closes_at > now() AND 'coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY ngo_create ON match_question FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.track = NULLIF(current_setting('boundary.track', true), '') AND match_question.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM match_request AS of_match_request WHERE match_question.request_id = of_match_request.id AND of_match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_match_request.project_id AND match_question.track = of_match_request.track AND match_question.recipient_id = of_match_request.recipient_id AND match_question.closes_at = of_match_request.closes_at AND of_match_request.valid_until IS NOT DISTINCT FROM match_question.valid_until AND of_match_request.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON match_question FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.track = NULLIF(current_setting('boundary.track', true), '') AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON match_question FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.track = NULLIF(current_setting('boundary.track', true), '') AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND match_question.closes_at > now() AND 'coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_create ON match_question FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM match_request AS of_match_request WHERE match_question.request_id = of_match_request.id AND of_match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_match_request.project_id AND match_question.track = of_match_request.track AND match_question.recipient_id = of_match_request.recipient_id AND match_question.closes_at = of_match_request.closes_at AND of_match_request.valid_until IS NOT DISTINCT FROM match_question.valid_until AND of_match_request.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON match_question FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_update ON match_question FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_question.track = NULLIF(current_setting('boundary.track', true), '')) AND match_question.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_question.organisation_id = of_agreement_coverage.organisation_id AND match_question.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_question.ended_at IS NULL AND (match_question.valid_until IS NULL OR match_question.valid_until > now()) AND (EXISTS (SELECT 1 FROM citizen_cpr AS of_citizen_cpr, citizen AS of_citizen, citizen_identity AS of_citizen_identity WHERE of_citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_question.blind_index = of_citizen_cpr.blind_index AND match_question.project_id = of_citizen_cpr.project_id AND match_question.track = of_citizen_cpr.track AND of_citizen.id = of_citizen_cpr.citizen_id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_citizen.specially_protected IS false AND of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id AND of_citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (of_citizen_identity.address_protection = 'none' OR of_citizen_identity.address_protection = 'name_and_address'))) AND match_question.closes_at > now() AND 'coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY wall_keeper_read ON match_question FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON match_question FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON match_request FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_request.track = NULLIF(current_setting('boundary.track', true), '')) AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE match_request.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE match_request.consent_id = of_consent.id AND match_request.citizen_id = of_consent.citizen_id AND of_consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_request.recipient_id = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes) AND 'cpr' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_request.recipient_id = of_agreement_coverage.organisation_id AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON match_request FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_request.track = NULLIF(current_setting('boundary.track', true), '')) AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON match_request FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_request.track = NULLIF(current_setting('boundary.track', true), '') AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE match_request.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE match_request.consent_id = of_consent.id AND match_request.citizen_id = of_consent.citizen_id AND of_consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_request.recipient_id = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes) AND 'cpr' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_request.recipient_id = of_agreement_coverage.organisation_id AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON match_request FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_request.track = NULLIF(current_setting('boundary.track', true), '') AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON match_request FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_request.track = NULLIF(current_setting('boundary.track', true), '')) AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE match_request.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE match_request.consent_id = of_consent.id AND match_request.citizen_id = of_consent.citizen_id AND of_consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_consent.organisation_id AND of_agreement_coverage.project_id = of_consent.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND match_request.recipient_id = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes) AND 'cpr' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE match_request.recipient_id = of_agreement_coverage.organisation_id AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON match_request FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR match_request.track = NULLIF(current_setting('boundary.track', true), '')) AND match_request.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND match_request.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE match_request.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON match_request FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON match_request FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY deliverer_read ON organisation FOR SELECT TO deliverer USING (true)
--;;
DROP POLICY municipality_read ON release
--;;
CREATE POLICY municipality_read ON release FOR SELECT TO municipality USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release
--;;
CREATE POLICY ngo_read ON release FOR SELECT TO ngo USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release
--;;
CREATE POLICY police_district_read ON release FOR SELECT TO police_district USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY wall_keeper_update ON release_approval FOR UPDATE TO wall_keeper USING (true)
--;;
DROP POLICY municipality_read ON release_file
--;;
CREATE POLICY municipality_read ON release_file FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release_file
--;;
CREATE POLICY ngo_read ON release_file FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release_file
--;;
CREATE POLICY police_district_read ON release_file FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY municipality_read ON release_file_content
--;;
CREATE POLICY municipality_read ON release_file_content FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release_file_content
--;;
CREATE POLICY ngo_read ON release_file_content FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release_file_content
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_create ON resource_reference FOR INSERT TO municipality WITH CHECK (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (resource_reference.track = NULLIF(current_setting('boundary.track', true), '') OR resource_reference.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY municipality_read ON resource_reference FOR SELECT TO municipality USING (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR resource_reference.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON resource_reference FOR INSERT TO ngo WITH CHECK (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (resource_reference.track = NULLIF(current_setting('boundary.track', true), '') OR resource_reference.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY ngo_read ON resource_reference FOR SELECT TO ngo USING (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (resource_reference.track = NULLIF(current_setting('boundary.track', true), '') OR resource_reference.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY police_district_create ON resource_reference FOR INSERT TO police_district WITH CHECK (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (resource_reference.track = NULLIF(current_setting('boundary.track', true), '') OR resource_reference.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY police_district_read ON resource_reference FOR SELECT TO police_district USING (resource_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND resource_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR resource_reference.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY wall_keeper_read ON support_need FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY deliverer_create ON webhook_attempt FOR INSERT TO deliverer WITH CHECK (true)
--;;
CREATE POLICY municipality_read ON webhook_attempt FOR SELECT TO municipality USING (webhook_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_attempt.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_read ON webhook_attempt FOR SELECT TO ngo USING (webhook_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_attempt.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_read ON webhook_attempt FOR SELECT TO police_district USING (webhook_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_attempt.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY deliverer_create ON webhook_delivery FOR INSERT TO deliverer WITH CHECK (true)
--;;
CREATE POLICY deliverer_read ON webhook_delivery FOR SELECT TO deliverer USING (true)
--;;
CREATE POLICY deliverer_update ON webhook_delivery FOR UPDATE TO deliverer USING (true)
--;;
CREATE POLICY municipality_create ON webhook_delivery FOR INSERT TO municipality WITH CHECK (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_read ON webhook_delivery FOR SELECT TO municipality USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_update ON webhook_delivery FOR UPDATE TO municipality USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON webhook_delivery FOR INSERT TO ngo WITH CHECK (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_delivery.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_read ON webhook_delivery FOR SELECT TO ngo USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_delivery.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_update ON webhook_delivery FOR UPDATE TO ngo USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_delivery.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_create ON webhook_delivery FOR INSERT TO police_district WITH CHECK (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_read ON webhook_delivery FOR SELECT TO police_district USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_update ON webhook_delivery FOR UPDATE TO police_district USING (webhook_delivery.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_delivery.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY deliverer_read ON webhook_endpoint FOR SELECT TO deliverer USING (true)
--;;
CREATE POLICY deliverer_update ON webhook_endpoint FOR UPDATE TO deliverer USING (true)
--;;
CREATE POLICY municipality_create ON webhook_endpoint FOR INSERT TO municipality WITH CHECK (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_read ON webhook_endpoint FOR SELECT TO municipality USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY municipality_update ON webhook_endpoint FOR UPDATE TO municipality USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY ngo_create ON webhook_endpoint FOR INSERT TO ngo WITH CHECK (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_read ON webhook_endpoint FOR SELECT TO ngo USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY ngo_update ON webhook_endpoint FOR UPDATE TO ngo USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), ''))
--;;
CREATE POLICY police_district_create ON webhook_endpoint FOR INSERT TO police_district WITH CHECK (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_read ON webhook_endpoint FOR SELECT TO police_district USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY police_district_update ON webhook_endpoint FOR UPDATE TO police_district USING (webhook_endpoint.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR webhook_endpoint.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY wall_keeper_read ON webhook_endpoint FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON webhook_endpoint FOR UPDATE TO wall_keeper USING (true)
--;;
REVOKE SELECT (citizen_id, id, municipality_code, organisation_id, project_id) ON citizen_residence FROM builder
--;;
REVOKE UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence FROM municipality
--;;
REVOKE UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence FROM police_district
--;;
REVOKE UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client FROM operator
--;;
REVOKE UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release FROM operator
--;;
GRANT SELECT (collection, happened_at, id, kind, organisation_id, record_id, sequence, track) ON change TO deliverer
--;;
GRANT SELECT ON change TO municipality
--;;
GRANT SELECT ON change TO ngo
--;;
GRANT SELECT ON change TO police_district
--;;
GRANT INSERT ON change TO wall_keeper
--;;
GRANT SELECT ON change TO wall_keeper
--;;
GRANT UPDATE (numbered_at, sequence) ON change TO wall_keeper
--;;
GRANT SELECT (citizen_id, id, municipality_code, organisation_id, project_id, superseded_at) ON citizen_residence TO builder
--;;
GRANT UPDATE (municipality_code, protection, superseded_at, updated_at, version) ON citizen_residence TO municipality
--;;
GRANT UPDATE (municipality_code, protection, superseded_at, updated_at, version) ON citizen_residence TO police_district
--;;
GRANT UPDATE (client_id, enabled, external_issuer, external_subject, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client TO operator
--;;
GRANT SELECT (citizen_id, id, organisation_id) ON course TO wall_keeper
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
GRANT SELECT (citizen_id, id, organisation_id) ON incident TO wall_keeper
--;;
GRANT INSERT ON match_question TO municipality
--;;
GRANT SELECT ON match_question TO municipality
--;;
GRANT UPDATE (decided_at, status, updated_at, version) ON match_question TO municipality
--;;
GRANT INSERT ON match_question TO ngo
--;;
GRANT SELECT ON match_question TO ngo
--;;
GRANT UPDATE (decided_at, status, updated_at, version) ON match_question TO ngo
--;;
GRANT INSERT ON match_question TO police_district
--;;
GRANT SELECT ON match_question TO police_district
--;;
GRANT UPDATE (decided_at, status, updated_at, version) ON match_question TO police_district
--;;
GRANT SELECT ON match_question TO wall_keeper
--;;
GRANT UPDATE (asker_withheld, ended_at, updated_at, version) ON match_question TO wall_keeper
--;;
GRANT INSERT ON match_request TO municipality
--;;
GRANT SELECT ON match_request TO municipality
--;;
GRANT INSERT ON match_request TO ngo
--;;
GRANT SELECT ON match_request TO ngo
--;;
GRANT INSERT ON match_request TO police_district
--;;
GRANT SELECT ON match_request TO police_district
--;;
GRANT SELECT ON match_request TO wall_keeper
--;;
GRANT UPDATE (ended_at, known_at, updated_at, version) ON match_request TO wall_keeper
--;;
GRANT SELECT (id, status) ON organisation TO deliverer
--;;
GRANT UPDATE (build_id, cancel_reason, cancelled_at, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release TO operator
--;;
GRANT UPDATE (status, updated_at, version) ON release_approval TO wall_keeper
--;;
GRANT INSERT ON resource_reference TO municipality
--;;
GRANT SELECT ON resource_reference TO municipality
--;;
GRANT INSERT ON resource_reference TO ngo
--;;
GRANT SELECT ON resource_reference TO ngo
--;;
GRANT INSERT ON resource_reference TO police_district
--;;
GRANT SELECT ON resource_reference TO police_district
--;;
GRANT SELECT (citizen_id, id, project_id, recipient_id, referral_id, track) ON support_need TO wall_keeper
--;;
GRANT INSERT ON webhook_attempt TO deliverer
--;;
GRANT SELECT ON webhook_attempt TO municipality
--;;
GRANT SELECT ON webhook_attempt TO ngo
--;;
GRANT SELECT ON webhook_attempt TO police_district
--;;
GRANT INSERT ON webhook_delivery TO deliverer
--;;
GRANT SELECT ON webhook_delivery TO deliverer
--;;
GRANT UPDATE (attempts, begun_at, delivered_at, due_at, happened_at, kind, last_outcome, last_status, status, updated_at, version) ON webhook_delivery TO deliverer
--;;
GRANT INSERT ON webhook_delivery TO municipality
--;;
GRANT SELECT ON webhook_delivery TO municipality
--;;
GRANT UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery TO municipality
--;;
GRANT INSERT ON webhook_delivery TO ngo
--;;
GRANT SELECT ON webhook_delivery TO ngo
--;;
GRANT UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery TO ngo
--;;
GRANT INSERT ON webhook_delivery TO police_district
--;;
GRANT SELECT ON webhook_delivery TO police_district
--;;
GRANT UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery TO police_district
--;;
GRANT SELECT ON webhook_endpoint TO deliverer
--;;
GRANT UPDATE (disabled_at, disabled_because, failing_since, failures_in_a_row, last_failure, last_failure_at, last_success_at, leased_until, position, resting_until, served_at, status, updated_at, version, worker) ON webhook_endpoint TO deliverer
--;;
GRANT INSERT ON webhook_endpoint TO municipality
--;;
GRANT SELECT ON webhook_endpoint TO municipality
--;;
GRANT UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint TO municipality
--;;
GRANT INSERT ON webhook_endpoint TO ngo
--;;
GRANT SELECT ON webhook_endpoint TO ngo
--;;
GRANT UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint TO ngo
--;;
GRANT INSERT ON webhook_endpoint TO police_district
--;;
GRANT SELECT ON webhook_endpoint TO police_district
--;;
GRANT UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint TO police_district
--;;
GRANT SELECT (client_id, disabled_because, id, status, version) ON webhook_endpoint TO wall_keeper
--;;
GRANT UPDATE (disabled_at, disabled_because, status, updated_at, version) ON webhook_endpoint TO wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_partnership_opened() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_what_partnership_opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.ended_at IS NULL OR OLD.ended_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- Waits for whoever is sending or accepting in the project, and then sees what they opened.
  PERFORM pg_advisory_xact_lock(hashtextextended('partners/' || NEW.project_id, 0));
  -- Referrals before disclosures, as an acceptance and a withdrawal do.
  UPDATE referral
  SET status = 'recalled', recalled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE project_id = NEW.project_id AND status IN ('draft', 'sent', 'received')
    AND (
      recipient_id = NEW.organisation_id
      OR organisation_id = NEW.organisation_id AND status = 'draft'
      -- Sent by it, of citizens whom it knows only from what ends here.
      OR id IN (
        WITH RECURSIVE falling AS (
          SELECT disclosure.id, disclosure.referral_id, disclosure.category FROM disclosure
          WHERE disclosure.project_id = NEW.project_id AND disclosure.recipient_id = NEW.organisation_id
            AND disclosure.ended_at IS NULL
          UNION
          SELECT onward.id, onward.referral_id, onward.category
          FROM disclosure AS onward JOIN falling ON onward.rests_on_id = falling.id
          WHERE onward.ended_at IS NULL
        )
        SELECT falling.referral_id FROM falling WHERE falling.category = 'citizen'
      )
    );
  UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE project_id = NEW.project_id AND recipient_id = NEW.organisation_id AND ended_at IS NULL;
  -- An evaluator interviews nobody there any more; a trigger of the candidates' erases the contacts that it had.
  UPDATE interview_candidate SET status = 'cancelled', updated_at = clock_timestamp(), version = version + 1
  WHERE project_id = NEW.project_id AND evaluator_id = NEW.organisation_id
    AND status IN ('proposed', 'asked', 'consented', 'contact_passed_on');
  -- Nor does it read pseudonymised rows, or anybody those of its own citizens there; an extract that is being made
  -- meanwhile finds that it has left.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  WITH held AS (
    SELECT id FROM pseudonymised_record WHERE ended_at IS NULL AND project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id) ORDER BY id FOR UPDATE
  )
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM held WHERE record.id = held.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_what_partnership_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_partnership_opened AFTER UPDATE OF ended_at ON project_partner FOR EACH ROW EXECUTE FUNCTION end_what_partnership_opened()
--;;
ALTER FUNCTION end_what_partnership_opened() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_match_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_match_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'to_answer' OR NEW.decided_at IS NOT NULL OR NEW.ended_at IS NOT NULL THEN
      RAISE EXCEPTION 'a question begins unanswered' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'to_answer' AND (NEW.status, NEW.decided_at) IS DISTINCT FROM (OLD.status, OLD.decided_at) THEN
    RAISE EXCEPTION 'answered once' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_match_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_match_path BEFORE INSERT OR UPDATE ON match_question FOR EACH ROW EXECUTE FUNCTION keep_match_path()
--;;
DROP FUNCTION IF EXISTS tell_of_match() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_of_match() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.status = 'confirmed' AND OLD.status <> 'confirmed' THEN
    UPDATE match_request SET known_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE id = NEW.request_id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_of_match() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_match AFTER UPDATE OF status ON match_question FOR EACH ROW EXECUTE FUNCTION tell_of_match()
--;;
ALTER FUNCTION tell_of_match() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_matches_of_consent() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_matches_of_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  UPDATE match_question SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND request_id IN (SELECT id FROM match_request WHERE consent_id = NEW.id);
  UPDATE match_request
  SET ended_at = clock_timestamp(), known_at = NULL, updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND consent_id = NEW.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_matches_of_consent() FROM PUBLIC
--;;
CREATE TRIGGER end_matches_of_consent AFTER UPDATE OF status ON consent FOR EACH ROW EXECUTE FUNCTION end_matches_of_consent()
--;;
ALTER FUNCTION end_matches_of_consent() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_matches_of_partner() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_matches_of_partner() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.ended_at IS NULL OR OLD.ended_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- Waits for whoever is asking in the project, and then sees what they asked.
  PERFORM pg_advisory_xact_lock(hashtextextended('partners/' || NEW.project_id, 0));
  UPDATE match_question SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id);
  UPDATE match_request
  SET ended_at = clock_timestamp(), known_at = NULL, updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_matches_of_partner() FROM PUBLIC
--;;
CREATE TRIGGER end_matches_of_partner AFTER UPDATE OF ended_at ON project_partner FOR EACH ROW EXECUTE FUNCTION end_matches_of_partner()
--;;
ALTER FUNCTION end_matches_of_partner() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_asker_withheld() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_asker_withheld() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  UPDATE match_question SET asker_withheld = NEW.specially_protected AND EXISTS (
    SELECT FROM organisation
    WHERE organisation.id = match_question.organisation_id AND organisation.type <> 'police_district'
  )
  WHERE request_id IN (SELECT id FROM match_request WHERE citizen_id = NEW.id);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_asker_withheld() FROM PUBLIC
--;;
CREATE TRIGGER keep_asker_withheld AFTER UPDATE OF specially_protected ON citizen FOR EACH ROW EXECUTE FUNCTION keep_asker_withheld()
--;;
ALTER FUNCTION keep_asker_withheld() OWNER TO wall_keeper
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
DROP FUNCTION IF EXISTS endpoints_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION endpoints_of_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.enabled THEN
    UPDATE webhook_endpoint SET status = 'enabled', disabled_because = NULL, disabled_at = NULL,
      updated_at = clock_timestamp(), version = version + 1
    WHERE client_id = NEW.client_id AND disabled_because = 'client_disabled';
  ELSE
    -- Where it led to was that client's word.
    UPDATE webhook_endpoint SET status = 'disabled', disabled_because = 'client_disabled',
      disabled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE client_id = NEW.client_id AND status = 'enabled';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION endpoints_of_client() FROM PUBLIC
--;;
CREATE TRIGGER endpoints_of_client AFTER UPDATE OF enabled ON client FOR EACH ROW WHEN (OLD.enabled <> NEW.enabled) EXECUTE FUNCTION endpoints_of_client()
--;;
ALTER FUNCTION endpoints_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
  operates boolean := current_user NOT IN ('wall_keeper', 'app_builder') AND 'operator' = ANY (functions);
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL AND current_user NOT IN ('wall_keeper', 'app_builder') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a release begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('published', 'recalled') AND (
    to_jsonb(NEW) - '{status,recalled_at,recall_reason,updated_at,version}'::text[]
    IS DISTINCT FROM to_jsonb(OLD) - '{status,recalled_at,recall_reason,updated_at,version}'::text[]
  ) THEN
    RAISE EXCEPTION 'what is published never changes' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = OLD.status AND OLD.status <> 'draft' THEN
    RAISE EXCEPTION 'changes with its state only' USING ERRCODE = 'PW002';
  END IF;
  IF NOT (
    (OLD.status = 'draft' AND NEW.status = 'draft' AND (operates OR current_user = 'app_builder'))
    OR (OLD.status = 'draft' AND NEW.status = 'built' AND current_user = 'app_builder')
    OR (OLD.status = 'built' AND NEW.status = 'checked' AND current_user NOT IN ('wall_keeper', 'app_builder')
        AND 'disclosure_officer' = ANY (functions) AND NEW.checked_by = NULLIF(current_setting('boundary.staff', true), '')::uuid)
    OR (OLD.status = 'checked' AND NEW.status = 'approved' AND current_user = 'wall_keeper')
    OR (OLD.status IN ('built', 'checked', 'approved') AND NEW.status = 'draft' AND operates)
    OR (OLD.status IN ('draft', 'built', 'checked', 'approved') AND NEW.status = 'cancelled' AND operates)
    OR (OLD.status = 'approved' AND NEW.status = 'published' AND operates)
    OR (OLD.status = 'published' AND NEW.status = 'recalled' AND operates)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status NOT IN ('draft', 'cancelled') AND OLD.status <> 'draft'
    AND (NEW.build_id, NEW.excluded_ids) IS DISTINCT FROM (OLD.build_id, OLD.excluded_ids)
  THEN
    RAISE EXCEPTION 'a rebuild begins as a draft' USING ERRCODE = 'PW002';
  END IF;
  -- Nothing of the build before remains on it.
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR NEW.status = 'cancelled' THEN
    NEW.build_id := NULL;
    NEW.findings := NULL;
    NEW.parameters := NULL;
    NEW.report := NULL;
    NEW.project_ids := '{}';
    NEW.controller_ids := '{}';
    NEW.sources := NULL;
    NEW.taken_at := NULL;
    NEW.built_at := NULL;
    NEW.built_by := NULL;
    NEW.checked_at := NULL;
    NEW.checked_by := NULL;
    NEW.approved_at := NULL;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_path BEFORE INSERT OR UPDATE ON release FOR EACH ROW EXECUTE FUNCTION keep_release_path()
--;;
DROP FUNCTION IF EXISTS ask_controllers() CASCADE
--;;
CREATE OR REPLACE FUNCTION ask_controllers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  INSERT INTO release_approval
    (id, created_at, updated_at, version, release_id, build_id, organisation_id, status, about)
  SELECT gen_random_uuid(), clock_timestamp(), clock_timestamp(), 1, NEW.id, NEW.build_id, controller, 'pending',
    -- What was declared beforehand, the same for every build: no figure, and nothing of whom it is about.
    jsonb_build_object('name', NEW.name, 'starts_on', NEW.starts_on, 'ends_on', NEW.ends_on, 'final', NEW.final,
      'supersedes_id', NEW.supersedes_id, 'noise', NEW.parameters -> 'noise',
      'thresholds', NEW.parameters -> 'thresholds', 'ladders', NEW.parameters -> 'ladders')
  FROM (SELECT DISTINCT unnest(NEW.controller_ids) AS controller) AS asked;
  -- Where nobody's data enter there is nobody to ask.
  IF cardinality(NEW.controller_ids) = 0 THEN
    UPDATE release SET status = 'approved', approved_at = clock_timestamp(), updated_at = clock_timestamp(),
      version = version + 1
    WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION ask_controllers() FROM PUBLIC
--;;
CREATE TRIGGER ask_controllers AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status = 'checked' AND OLD.status <> 'checked') EXECUTE FUNCTION ask_controllers()
--;;
ALTER FUNCTION ask_controllers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS lapse_approvals() CASCADE
--;;
CREATE OR REPLACE FUNCTION lapse_approvals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- One that is being decided at this moment will be found to be of a build that was given up.
  UPDATE release_approval SET status = 'lapsed', updated_at = clock_timestamp(), version = version + 1
  WHERE id IN (
    SELECT id FROM release_approval
    WHERE release_id = NEW.id AND status = 'pending' AND build_id IS DISTINCT FROM NEW.build_id
    FOR UPDATE SKIP LOCKED
  );
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION lapse_approvals() FROM PUBLIC
--;;
CREATE TRIGGER lapse_approvals AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status <> OLD.status AND NEW.status IN ('draft', 'checked', 'cancelled')) EXECUTE FUNCTION lapse_approvals()
--;;
ALTER FUNCTION lapse_approvals() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  source record;
  told uuid[] := '{}';
  agreed boolean := true;
BEGIN
  IF EXISTS (SELECT FROM release_approval WHERE build_id = NEW.build_id AND status <> 'approved')
    OR (SELECT count(*) FROM release_approval WHERE build_id = NEW.build_id) <> cardinality(NEW.controller_ids)
  THEN
    RAISE EXCEPTION 'approval_missing' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  -- Built before it was kept from whom data enter, or in place of a recalled release, of whose sources each is asked
  -- again, or nothing is shown of its project.
  IF (NEW.sources IS NULL AND cardinality(NEW.controller_ids) > 0) OR EXISTS (
    SELECT FROM release AS recalled,
      jsonb_to_recordset(recalled.sources) AS entered(organisation_id uuid, project_id uuid)
    WHERE recalled.id = NEW.supersedes_id
      AND NOT coalesce(NEW.parameters -> 'withheld_projects' ? entered.project_id::text, false)
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(NEW.sources) AS kept(organisation_id uuid, project_id uuid)
        WHERE kept.organisation_id = entered.organisation_id AND kept.project_id = entered.project_id
      )
  ) THEN
    RAISE EXCEPTION 'sources_unknown' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
  -- Each controller in each project, in all that was read of it; an agreement elsewhere is another instruction.
  FOR source IN
    SELECT * FROM jsonb_to_recordset(NEW.sources) AS entered(organisation_id uuid, project_id uuid, categories text[])
  LOOP
    told := told || source.organisation_id;
    agreed := agreed AND cardinality(source.categories) > 0 AND NOT EXISTS (
      SELECT FROM unnest(source.categories) AS read(category) WHERE NOT EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = source.organisation_id AND coverage.project_id = source.project_id
          AND coverage.category = read.category AND coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
          AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
      )
    );
  END LOOP;
  IF NOT (agreed AND told @> NEW.controller_ids) THEN
    RAISE EXCEPTION 'agreement_ended' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  IF EXISTS (
    SELECT FROM release_ledger AS ledger, unnest(ledger.person_ids) AS person
    WHERE ledger.build_id = NEW.build_id AND ledger.statistic = 'contributors' AND NOT EXISTS (
      SELECT FROM consent
      WHERE consent.citizen_id = person AND consent.status = 'active'
        AND (consent.valid_until IS NULL OR consent.valid_until > now())
        AND 'evaluation_questionnaire' = ANY (consent.scopes)
    )
  ) THEN
    RAISE EXCEPTION 'consent_withdrawn' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  -- An evaluator has rows by now of people of whom the build thought that it had none.
  IF EXISTS (
    SELECT FROM release_ledger AS ledger, evaluation_rows() AS handed_out
    WHERE ledger.build_id = NEW.build_id AND ledger.statistic = 'contributors'
      AND handed_out.citizen = ANY (ledger.person_ids)
      AND NOT EXISTS (
        SELECT FROM release_ledger AS known
        WHERE known.build_id = NEW.build_id AND known.statistic = 'handed_out'
          AND known.cell ->> 'recipient' = handed_out.recipient::text AND handed_out.citizen = ANY (known.person_ids)
      )
  ) THEN
    RAISE EXCEPTION 'rows_handed_out' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_published() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_published AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status = 'published' AND OLD.status <> 'published') EXECUTE FUNCTION keep_release_published()
--;;
ALTER FUNCTION keep_release_published() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_approval_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_approval_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' OR NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR (current_user = 'wall_keeper' AND NEW.status = 'lapsed') THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'pending' OR NEW.status NOT IN ('approved', 'refused')
    OR NEW.decided_by IS DISTINCT FROM NULLIF(current_setting('boundary.staff', true), '')::uuid
  THEN
    RAISE EXCEPTION 'decided once, by who asks' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_approval_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_approval_path BEFORE INSERT OR UPDATE ON release_approval FOR EACH ROW EXECUTE FUNCTION keep_approval_path()
--;;
DROP FUNCTION IF EXISTS approve_release() CASCADE
--;;
CREATE OR REPLACE FUNCTION approve_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  found record;
BEGIN
  -- Of two who approve at the same moment the second sees what the first wrote.
  SELECT status, build_id INTO found FROM release WHERE id = NEW.release_id FOR UPDATE;
  IF found.status <> 'checked' OR found.build_id <> NEW.build_id THEN
    RAISE EXCEPTION 'not_asked' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  IF NOT EXISTS (SELECT FROM release_approval WHERE build_id = NEW.build_id AND status <> 'approved') THEN
    UPDATE release SET status = 'approved', approved_at = clock_timestamp(), updated_at = clock_timestamp(),
      version = version + 1
    WHERE id = NEW.release_id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION approve_release() FROM PUBLIC
--;;
CREATE TRIGGER approve_release AFTER UPDATE OF status ON release_approval FOR EACH ROW WHEN (NEW.status IN ('approved', 'refused')) EXECUTE FUNCTION approve_release()
--;;
ALTER FUNCTION approve_release() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS look_through_pseudonymised_extract() CASCADE
--;;
CREATE OR REPLACE FUNCTION look_through_pseudonymised_extract() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
  IF NOT EXISTS (
    SELECT FROM recipient_declaration AS declaration
    JOIN project_partner AS partner
      ON partner.project_id = declaration.project_id AND partner.organisation_id = declaration.recipient_id
    JOIN project_partner AS controller
      ON controller.project_id = declaration.project_id AND controller.organisation_id = declaration.organisation_id
    JOIN agreement_coverage AS coverage
      ON coverage.project_id = declaration.project_id AND coverage.organisation_id = declaration.organisation_id
    WHERE declaration.agreement_id = NEW.agreement_id AND declaration.valid_from <= clock_timestamp()
      AND (declaration.valid_until IS NULL OR declaration.valid_until > clock_timestamp())
      AND partner.ended_at IS NULL AND controller.ended_at IS NULL
      AND coverage.category = 'pseudonymised' AND coverage.purpose = 'evaluation'
      AND coverage.valid_from <= clock_timestamp()
      AND (coverage.valid_until IS NULL OR coverage.valid_until > clock_timestamp())
  ) THEN
    RAISE EXCEPTION 'not_declared' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  -- In one order, as whoever ends rows.
  PERFORM FROM pseudonymised_record AS record JOIN pseudonymised_subject AS subject ON subject.record_id = record.id
  WHERE record.ended_at IS NULL AND record.extract_id = NEW.id ORDER BY record.id FOR UPDATE OF record;
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND record.extract_id = NEW.id
    AND (
      NOT EXISTS (
        SELECT FROM consent WHERE consent.citizen_id = subject.citizen_id AND consent.status = 'active'
        AND (consent.valid_until IS NULL OR consent.valid_until > now())
        AND record.recipient_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
      )
      OR EXISTS (SELECT FROM citizen WHERE citizen.id = subject.citizen_id AND citizen.specially_protected)
    );
  -- The row tells of this neither when nor that it happened.
  UPDATE pseudonymised_record AS record
  SET valid_until = (
    SELECT CASE WHEN bool_and(consent.valid_until IS NOT NULL)
      THEN date_trunc('quarter', max(consent.valid_until), 'Europe/Copenhagen') END
    FROM consent WHERE consent.citizen_id = subject.citizen_id AND consent.status = 'active'
        AND (consent.valid_until IS NULL OR consent.valid_until > now())
        AND record.recipient_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
  )
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND record.extract_id = NEW.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION look_through_pseudonymised_extract() FROM PUBLIC
--;;
CREATE TRIGGER look_through_pseudonymised_extract AFTER UPDATE OF status ON pseudonymised_extract FOR EACH ROW WHEN (NEW.status = 'built' AND OLD.status <> 'built') EXECUTE FUNCTION look_through_pseudonymised_extract()
--;;
ALTER FUNCTION look_through_pseudonymised_extract() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_whose_pseudonymised() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_whose_pseudonymised() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM NULLIF(current_setting('boundary.organisation', true), '')::uuid THEN
    RETURN NEW;
  END IF;
  -- Who reads the row does not know whose it is; the citizen's log does, and names the extract: the row's id beside the
  -- citizen's would lead from the one to the other. What cannot be told is not read.
  SELECT subject.citizen_id, subject.track, subject.organisation_id, record.extract_id
  INTO NEW.citizen_id, NEW.track, NEW.controller_id, NEW.record_id
  FROM pseudonymised_subject AS subject JOIN pseudonymised_record AS record ON record.id = subject.record_id
  WHERE subject.record_id = NEW.record_id;
  -- Nor the time: whoever reads row by row would know the row by it. When it was stands in the reader's own log.
  NEW.at := date_trunc('day', NEW.at, 'Europe/Copenhagen');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s row' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_whose_pseudonymised() FROM PUBLIC
--;;
CREATE TRIGGER tell_whose_pseudonymised BEFORE INSERT ON audit_subject FOR EACH ROW WHEN (NEW.category = 'pseudonymised') EXECUTE FUNCTION tell_whose_pseudonymised()
--;;
ALTER FUNCTION tell_whose_pseudonymised() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' AND (NEW.status, NEW.identified_by) IS NOT DISTINCT FROM (OLD.status, OLD.identified_by) THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.id,
    NEW.id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure
    WHERE TG_OP = 'UPDATE' AND disclosure.citizen_id = NEW.id AND disclosure.category = 'citizen' AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      AND disclosure.source_organisation_id = NEW.organisation_id) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen AFTER INSERT OR UPDATE ON citizen FOR EACH ROW EXECUTE FUNCTION tell_citizen()
--;;
ALTER FUNCTION tell_citizen() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_identity() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_identity() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('identity') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_identity() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_identity AFTER INSERT OR UPDATE ON citizen_identity FOR EACH ROW EXECUTE FUNCTION tell_citizen_identity()
--;;
ALTER FUNCTION tell_citizen_identity() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_cpr() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_cpr() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )
    UNION ALL
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('cpr') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
    INTERSECT
    SELECT DISTINCT disclosure.recipient_id, moment, 'updated' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('identity') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_cpr() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_cpr AFTER INSERT ON citizen_cpr FOR EACH ROW EXECUTE FUNCTION tell_citizen_cpr()
--;;
ALTER FUNCTION tell_citizen_cpr() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_residence() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_residence() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_residence() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_residence AFTER INSERT OR UPDATE ON citizen_residence FOR EACH ROW WHEN (NEW.superseded_at IS NULL) EXECUTE FUNCTION tell_citizen_residence()
--;;
ALTER FUNCTION tell_citizen_residence() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_contact() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_contact() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_contact AFTER INSERT OR UPDATE ON citizen_contact FOR EACH ROW EXECUTE FUNCTION tell_citizen_contact()
--;;
ALTER FUNCTION tell_citizen_contact() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_address() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_address() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_address() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_address AFTER INSERT OR UPDATE ON citizen_address FOR EACH ROW EXECUTE FUNCTION tell_citizen_address()
--;;
ALTER FUNCTION tell_citizen_address() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_citizen_background() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_citizen_background() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'citizens', NEW.citizen_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    -- What is written with a new citizen is told with it.
    WHERE NOT EXISTS (
      SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND citizen.organisation_id = NEW.organisation_id
        AND citizen.version = 1
        AND CASE WHEN citizen.created_at > moment - interval '1 day' THEN pg_xact_status((pg_current_xact_id()::text::bigint - 2147483648 + mod(citizen.xmin::text::bigint + 6442450944 - (pg_current_xact_id()::text::bigint & 4294967295), 4294967296))::text::xid8) = 'in progress' ELSE false END
    )) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_citizen_background() FROM PUBLIC
--;;
CREATE TRIGGER tell_citizen_background AFTER INSERT OR UPDATE ON citizen_background FOR EACH ROW EXECUTE FUNCTION tell_citizen_background()
--;;
ALTER FUNCTION tell_citizen_background() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_incident() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_incident() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('opening/' || NEW.citizen_id, 0));
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'incidents', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT * FROM (
      SELECT DISTINCT disclosure.recipient_id, moment, 'created' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('incident_summary', 'incident_account', 'incident_offence') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      UNION ALL
      SELECT disclosure.recipient_id, max(disclosure.valid_until), 'removed' FROM disclosure WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id AND disclosure.category IN ('incident_summary', 'incident_account', 'incident_offence') AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) GROUP BY disclosure.recipient_id HAVING count(*) = count(disclosure.valid_until)
    ) AS recipient WHERE TG_OP = 'INSERT') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_incident() FROM PUBLIC
--;;
CREATE TRIGGER tell_incident AFTER INSERT OR UPDATE ON incident FOR EACH ROW EXECUTE FUNCTION tell_incident()
--;;
ALTER FUNCTION tell_incident() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_consent() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, told.collection, told.record_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, 'consents', NEW.id, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT recipient, moment, 'consents', NEW.id,
      CASE WHEN TG_OP = 'INSERT' OR OLD.status = 'draft' THEN 'created' ELSE 'updated' END
    FROM unnest(NEW.recipients) AS recipient
    WHERE NEW.status NOT IN ('draft', 'refused') AND recipient <> NEW.organisation_id
    UNION ALL
    -- It runs out by time alone.
    SELECT holder, NEW.valid_until, 'consents', NEW.id, 'updated'
    FROM unnest(NEW.organisation_id || NEW.recipients) AS holder
    WHERE NEW.status = 'active' AND NEW.valid_until > moment AND (TG_OP = 'INSERT' OR OLD.status <> 'active')
    UNION ALL
    -- What was handed over under it, and its successor does not carry on.
    SELECT support_need.recipient_id, moment, 'support-needs', support_need.id, 'removed'
    FROM referral JOIN support_need ON support_need.referral_id = referral.id
    WHERE TG_OP = 'UPDATE' AND OLD.status = 'active' AND NEW.status <> 'active' AND referral.consent_id = NEW.id
      AND referral.status = 'accepted'
    UNION ALL
    -- How it went is not the sender's to read any more, whether there is word of it or not.
    SELECT referral.organisation_id, moment, 'referrals', referral.id, 'updated' FROM referral
    WHERE TG_OP = 'UPDATE' AND OLD.status = 'active' AND NEW.status <> 'active' AND referral.consent_id = NEW.id
      AND referral.status = 'accepted' AND 'feedback_to_sender' = ANY (NEW.scopes)
  ) AS told (organisation_id, due_at, collection, record_id, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_consent() FROM PUBLIC
--;;
CREATE TRIGGER tell_consent AFTER INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION tell_consent()
--;;
ALTER FUNCTION tell_consent() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_withdrawal_acknowledgement() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_withdrawal_acknowledgement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'consents', NEW.consent_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT party, moment, 'updated' FROM unnest(ARRAY[NEW.organisation_id, NEW.holder_id]) AS party) AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_withdrawal_acknowledgement() FROM PUBLIC
--;;
CREATE TRIGGER tell_withdrawal_acknowledgement AFTER INSERT ON withdrawal_acknowledgement FOR EACH ROW EXECUTE FUNCTION tell_withdrawal_acknowledgement()
--;;
ALTER FUNCTION tell_withdrawal_acknowledgement() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_referral() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, told.collection, told.record_id,
    told.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, 'referrals', NEW.id, NEW.citizen_id, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    -- To its recipient it is of no citizen until it is accepted.
    SELECT NEW.recipient_id, moment, 'referrals', NEW.id, CASE WHEN NEW.status = 'accepted' THEN NEW.citizen_id END,
      CASE WHEN TG_OP = 'INSERT' OR OLD.sent_at IS NULL THEN 'created' ELSE 'updated' END
    WHERE NEW.sent_at IS NOT NULL
    UNION ALL
    SELECT support_need.recipient_id, told.due_at, 'support-needs', support_need.id, NEW.citizen_id, told.kind
    FROM support_need
      JOIN consent ON consent.id = NEW.consent_id
      CROSS JOIN LATERAL (VALUES (moment, 'created'), (consent.valid_until, 'removed')) AS told (due_at, kind)
    WHERE TG_OP = 'UPDATE' AND NEW.status = 'accepted' AND support_need.referral_id = NEW.id
      AND support_need.recipient_id = NEW.recipient_id AND told.due_at IS NOT NULL
      AND (OLD.status <> 'accepted' OR NEW.consent_id <> OLD.consent_id AND told.kind = 'removed')
    UNION ALL
    -- Until then the sender reads how it went.
    SELECT NEW.organisation_id, consent.valid_until, 'referrals', NEW.id, NEW.citizen_id, 'updated' FROM consent
    WHERE TG_OP = 'UPDATE' AND NEW.status = 'accepted' AND consent.id = NEW.consent_id
      AND consent.valid_until IS NOT NULL AND 'feedback_to_sender' = ANY (consent.scopes)
      AND (OLD.status <> 'accepted' OR NEW.consent_id <> OLD.consent_id)
  ) AS told (organisation_id, due_at, collection, record_id, citizen_id, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_referral() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral AFTER INSERT OR UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION tell_referral()
--;;
ALTER FUNCTION tell_referral() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral_summary() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_referral_summary() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'referrals', NEW.referral_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, 'updated'
    UNION ALL
    SELECT referral.recipient_id, moment, 'updated' FROM referral
    WHERE referral.id = NEW.referral_id AND referral.status = 'accepted') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_referral_summary() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral_summary AFTER UPDATE ON referral_summary FOR EACH ROW EXECUTE FUNCTION tell_referral_summary()
--;;
ALTER FUNCTION tell_referral_summary() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_disclosure() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_disclosure() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('opening/' || opened.citizen_id, 0))
  FROM (
    SELECT DISTINCT after.citizen_id FROM after JOIN before ON before.id = after.id
    WHERE before.opened_at IS NULL AND after.opened_at IS NOT NULL ORDER BY 1
  ) AS opened;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  WITH moved AS (
    SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track, disclosure.referral_id,
      disclosure.consent_id,
      disclosure.category = 'citizen' AS whole,
      CASE WHEN disclosure.ended_at IS NOT NULL THEN 'removed' WHEN before.opened_at IS NULL THEN 'created' END AS kind,
      CASE WHEN disclosure.ended_at IS NULL THEN least(disclosure.valid_until, (
        -- With the first agreement of those that it rests on.
        SELECT nullif(min(held.until), 'infinity') FROM (
          SELECT max(coalesce(coverage.valid_until, 'infinity')) AS until FROM agreement_coverage AS coverage
          WHERE coverage.project_id = disclosure.project_id AND coverage.valid_from <= moment AND (coverage.valid_until IS NULL OR coverage.valid_until > moment)
            AND coverage.organisation_id IN (
              disclosure.recipient_id, disclosure.source_organisation_id, disclosure.organisation_id
            )
          GROUP BY coverage.organisation_id
        ) AS held
      )) END AS due_at
    FROM after AS disclosure JOIN before ON before.id = disclosure.id
    WHERE disclosure.opened_at IS NOT NULL AND before.ended_at IS NULL
      AND (before.opened_at IS NULL OR disclosure.ended_at IS NOT NULL
        OR disclosure.valid_until IS DISTINCT FROM before.valid_until)
  ), record AS (
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ('citizen', 'identity', 'cpr', 'contact', 'address')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ('incident_summary', 'incident_account', 'incident_offence')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'referrals', moved.referral_id, moved.citizen_id,
      moved.track, nullif(moved.kind, 'created'), false
    FROM moved WHERE moved.category = 'citizen'
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  -- Of another's records all of them: the day alone.
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, date_trunc('day', told.due_at, 'Europe/Copenhagen'), each.collection, each.record_id,
    each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_disclosure() FROM PUBLIC
--;;
CREATE TRIGGER tell_disclosure AFTER UPDATE ON disclosure REFERENCING OLD TABLE AS before NEW TABLE AS after FOR EACH STATEMENT EXECUTE FUNCTION tell_disclosure()
--;;
ALTER FUNCTION tell_disclosure() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_referral_outcome() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_referral_outcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, told.collection, told.record_id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (
    SELECT NEW.organisation_id, moment, 'referrals', NEW.referral_id, 'updated'
    UNION ALL
    SELECT NEW.sender_id, moment, 'referrals', NEW.referral_id, 'updated' FROM consent
    WHERE consent.id = NEW.consent_id AND consent.status = 'active' AND 'feedback_to_sender' = ANY (consent.scopes)
    UNION ALL
    SELECT NEW.organisation_id, moment, 'support-needs', support_need.id, 'removed' FROM support_need
    WHERE support_need.referral_id = NEW.referral_id AND support_need.recipient_id = NEW.organisation_id
      AND NEW.completed_at IS NOT NULL AND NEW.outcome IN ('declined', 'not_reached')
  ) AS told (organisation_id, due_at, collection, record_id, kind);
  IF NEW.completed_at IS NULL OR TG_OP = 'UPDATE' AND OLD.completed_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- The recipient closes to itself what it has no more use for.
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  WITH moved AS (
    SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track, disclosure.referral_id,
      disclosure.consent_id,
      disclosure.category = 'citizen' AS whole, 'removed' AS kind, NULL::timestamptz AS due_at
    FROM disclosure
    WHERE disclosure.referral_id = NEW.referral_id AND disclosure.recipient_id = NEW.organisation_id AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)
      AND (NEW.outcome IN ('declined', 'not_reached') OR disclosure.category = 'course')
  ), record AS (
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ('citizen', 'identity', 'cpr', 'contact', 'address')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ('incident_summary', 'incident_account', 'incident_offence')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  -- Of another's records all of them: the day alone.
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, date_trunc('day', told.due_at, 'Europe/Copenhagen'), each.collection, each.record_id,
    each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_referral_outcome() FROM PUBLIC
--;;
CREATE TRIGGER tell_referral_outcome AFTER INSERT OR UPDATE ON referral_outcome FOR EACH ROW EXECUTE FUNCTION tell_referral_outcome()
--;;
ALTER FUNCTION tell_referral_outcome() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_agreement() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_agreement() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  WITH moved AS (
    SELECT disclosure.recipient_id, disclosure.project_id, disclosure.citizen_id,
      disclosure.source_organisation_id, disclosure.category, disclosure.track, disclosure.referral_id,
      disclosure.consent_id,
      disclosure.category = 'citizen' AS whole,
      CASE WHEN EXISTS (
        SELECT FROM agreement_coverage AS coverage
        WHERE coverage.organisation_id = NEW.organisation_id AND coverage.project_id = NEW.project_id
          AND coverage.agreement_id <> NEW.id AND coverage.valid_from <= moment AND (coverage.valid_until IS NULL OR coverage.valid_until > moment)
      ) THEN NULL WHEN NEW.status = 'in_force' THEN 'updated' ELSE 'removed' END AS kind,
      CASE WHEN NEW.status = 'in_force' THEN NEW.valid_until END AS due_at
    FROM disclosure
    WHERE disclosure.project_id = NEW.project_id AND disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment) AND NEW.organisation_id IN (
      disclosure.recipient_id, disclosure.source_organisation_id, disclosure.organisation_id
    )
  ), record AS (
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'citizens' AS collection, moved.citizen_id AS record_id,
      moved.citizen_id, moved.track, moved.kind, moved.whole
    FROM moved WHERE moved.category IN ('citizen', 'identity', 'cpr', 'contact', 'address')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'incidents', incident.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN incident ON incident.citizen_id = moved.citizen_id
      AND incident.organisation_id = moved.source_organisation_id
    WHERE moved.category IN ('incident_summary', 'incident_account', 'incident_offence')
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'courses', course.id, moved.citizen_id, moved.track,
      moved.kind, true
    FROM moved JOIN course ON course.citizen_id = moved.citizen_id
      AND course.organisation_id = moved.source_organisation_id
    WHERE moved.category = 'course'
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'referrals', moved.referral_id, moved.citizen_id,
      moved.track, nullif(moved.kind, 'created'), false
    FROM moved WHERE moved.category = 'citizen'
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'support-needs', support_need.id, moved.citizen_id,
      moved.track, moved.kind, true
    FROM moved JOIN support_need ON support_need.referral_id = moved.referral_id
      AND support_need.recipient_id = moved.recipient_id
    WHERE moved.category = 'citizen'
    UNION ALL
    SELECT moved.recipient_id, moved.project_id, moved.due_at, 'consents', moved.consent_id, moved.citizen_id,
      moved.track, moved.kind, true
    FROM moved WHERE moved.category = 'citizen'
  ), each AS (
    SELECT recipient_id, project_id, collection, record_id, citizen_id, track,
      -- The citizen comes and goes with the stem; with anything else it is a part.
      CASE WHEN bool_or(whole) OR max(kind) IS NULL THEN max(kind) ELSE 'updated' END AS kind,
      CASE WHEN count(*) = count(due_at) THEN max(due_at) END AS due_at
    FROM record GROUP BY recipient_id, project_id, collection, record_id, citizen_id, track
  )
  -- Of another's records all of them: the day alone.
  SELECT gen_random_uuid(), each.recipient_id, each.project_id, told.due_at, date_trunc('day', told.due_at, 'Europe/Copenhagen'), each.collection, each.record_id,
    each.citizen_id, each.track, told.kind
  FROM each CROSS JOIN LATERAL (VALUES (moment, each.kind), (each.due_at, 'removed')) AS told (due_at, kind)
  WHERE told.due_at IS NOT NULL AND told.kind IS NOT NULL;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_agreement() FROM PUBLIC
--;;
CREATE TRIGGER tell_agreement AFTER UPDATE OF status ON agreement FOR EACH ROW WHEN (NEW.type = 'data_processing' AND (OLD.status = 'in_force') <> (NEW.status = 'in_force')) EXECUTE FUNCTION tell_agreement()
--;;
ALTER FUNCTION tell_agreement() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_course() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_course() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION tell_course() FROM PUBLIC
--;;
CREATE TRIGGER tell_course AFTER INSERT OR UPDATE ON course FOR EACH ROW EXECUTE FUNCTION tell_course()
--;;
ALTER FUNCTION tell_course() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_support_need() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_support_need() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE date_trunc('day', told.due_at, 'Europe/Copenhagen') END, 'support-needs', NEW.id,
    NEW.citizen_id, NEW.track, told.kind
  FROM (SELECT NEW.organisation_id, moment, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END
    UNION ALL
    SELECT NEW.recipient_id, moment,
      CASE WHEN TG_OP = 'UPDATE' AND OLD.referral_id = NEW.referral_id THEN 'updated' ELSE 'created' END
    FROM referral
    WHERE referral.id = NEW.referral_id AND referral.recipient_id = NEW.recipient_id AND referral.status = 'accepted'
    UNION ALL
    SELECT OLD.recipient_id, moment, 'removed' FROM referral
    WHERE TG_OP = 'UPDATE' AND OLD.referral_id IS DISTINCT FROM NEW.referral_id AND referral.id = OLD.referral_id
      AND referral.status = 'accepted') AS told (organisation_id, due_at, kind);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_support_need() FROM PUBLIC
--;;
CREATE TRIGGER tell_support_need AFTER INSERT OR UPDATE ON support_need FOR EACH ROW EXECUTE FUNCTION tell_support_need()
--;;
ALTER FUNCTION tell_support_need() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_contact_attempt() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_contact_attempt() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'contact-attempts', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_contact_attempt() FROM PUBLIC
--;;
CREATE TRIGGER tell_contact_attempt AFTER INSERT OR UPDATE ON contact_attempt FOR EACH ROW EXECUTE FUNCTION tell_contact_attempt()
--;;
ALTER FUNCTION tell_contact_attempt() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_session() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_session() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'sessions', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_session() FROM PUBLIC
--;;
CREATE TRIGGER tell_session AFTER INSERT OR UPDATE ON session FOR EACH ROW EXECUTE FUNCTION tell_session()
--;;
ALTER FUNCTION tell_session() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_follow_up() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_follow_up() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'follow-ups', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_follow_up() FROM PUBLIC
--;;
CREATE TRIGGER tell_follow_up AFTER INSERT OR UPDATE ON follow_up FOR EACH ROW EXECUTE FUNCTION tell_follow_up()
--;;
ALTER FUNCTION tell_follow_up() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_questionnaire_response() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_questionnaire_response() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'questionnaire-responses', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_questionnaire_response() FROM PUBLIC
--;;
CREATE TRIGGER tell_questionnaire_response AFTER INSERT OR UPDATE ON questionnaire_response FOR EACH ROW EXECUTE FUNCTION tell_questionnaire_response()
--;;
ALTER FUNCTION tell_questionnaire_response() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_assignment() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_assignment() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  moment timestamptz := clock_timestamp();
BEGIN
  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN
    RETURN NULL;
  END IF;
  INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, track, kind)
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, 'assignments', NEW.id,
    NEW.citizen_id, NEW.track, CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END);
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_assignment() FROM PUBLIC
--;;
CREATE TRIGGER tell_assignment AFTER INSERT OR UPDATE ON assignment FOR EACH ROW EXECUTE FUNCTION tell_assignment()
--;;
ALTER FUNCTION tell_assignment() OWNER TO wall_keeper
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
