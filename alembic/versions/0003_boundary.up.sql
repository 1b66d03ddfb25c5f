ALTER TABLE citizen_background ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_background FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_approval ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_approval FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file_content ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file_content FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_job ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_job FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_ledger ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_ledger FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_report ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_report FORCE ROW LEVEL SECURITY
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS evaluation_tally(uuid[])
--;;
CREATE OR REPLACE FUNCTION evaluation_tally(excluded uuid[]) RETURNS TABLE (project uuid, quarter date, number bigint) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  RETURN QUERY
  SELECT citizen.project_id, date_trunc('quarter', citizen.created_at AT TIME ZONE 'Europe/Copenhagen')::date, count(*)
  FROM citizen
  WHERE citizen.organisation_id <> ALL (excluded) AND NOT EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = citizen.id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND 'evaluation_questionnaire' = ANY (consent.scopes)
  ) AND EXISTS (
    SELECT FROM agreement_coverage AS coverage
    WHERE coverage.organisation_id = citizen.organisation_id AND coverage.project_id = citizen.project_id
      AND coverage.category = 'citizen' AND coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
      AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
  )
  GROUP BY 1, 2;
END
$body$
--;;
REVOKE ALL ON FUNCTION evaluation_tally(uuid[]) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION evaluation_tally(uuid[]) TO builder
--;;
ALTER FUNCTION evaluation_tally(uuid[]) OWNER TO flow_counter
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
CREATE POLICY builder_read ON agreement_coverage FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_read ON citizen FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen.id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen.organisation_id = of_agreement_coverage.organisation_id AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON citizen_background FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_background.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_background.organisation_id = of_agreement_coverage.organisation_id AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_create ON citizen_background FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_background FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_background FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen_background FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_background.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_background.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_background FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_background.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON citizen_background FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_background.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_background.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_background FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_background.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_background FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_background FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'background' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_background.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_background.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_background.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_background.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY builder_read ON citizen_residence FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_residence.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_residence.organisation_id = of_agreement_coverage.organisation_id AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (citizen_residence.protection = 'none' OR citizen_residence.protection = 'name_and_address'))
--;;
CREATE POLICY builder_read ON consent FOR SELECT TO builder USING (consent.status = 'active' AND (consent.valid_until IS NULL OR consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (consent.scopes) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON contact_attempt FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE contact_attempt.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE contact_attempt.organisation_id = of_agreement_coverage.organisation_id AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON cost FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM cost_course AS of_cost_course WHERE cost.id = of_cost_course.cost_id AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.citizen_id = of_cost_course.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE cost.organisation_id = of_agreement_coverage.organisation_id AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON cost_course FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE cost_course.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE cost_course.organisation_id = of_agreement_coverage.organisation_id AND cost_course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON course FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE course.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE course.organisation_id = of_agreement_coverage.organisation_id AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON follow_up FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE follow_up.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE follow_up.organisation_id = of_agreement_coverage.organisation_id AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON hourly_rate FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_read ON organisation FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_read ON pair_link FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE pair_link.victim_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes) AND 'evaluation_couple_link' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE pair_link.perpetrator_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes) AND 'evaluation_couple_link' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pair_link.organisation_id = of_agreement_coverage.organisation_id AND pair_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON project FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_read ON project_partner FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_read ON questionnaire_answers FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE questionnaire_answers.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_answers.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON questionnaire_response FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE questionnaire_response.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_response.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON referral FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY agency_read ON release FOR SELECT TO agency USING (release.status = 'published' OR release.status = 'recalled')
--;;
CREATE POLICY builder_read ON release FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_update ON release FOR UPDATE TO builder USING (true)
--;;
CREATE POLICY evaluator_read ON release FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (release.status = 'published' OR release.status = 'recalled'))
--;;
CREATE POLICY municipality_read ON release FOR SELECT TO municipality USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)))
--;;
CREATE POLICY ngo_read ON release FOR SELECT TO ngo USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)))
--;;
CREATE POLICY operator_create ON release FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON release FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON release FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON release FOR SELECT TO police_district USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)))
--;;
CREATE POLICY wall_keeper_read ON release FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON release FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_read ON release_approval FOR SELECT TO municipality USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_update ON release_approval FOR UPDATE TO municipality USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON release_approval FOR SELECT TO ngo USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_update ON release_approval FOR UPDATE TO ngo USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY operator_read ON release_approval FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON release_approval FOR SELECT TO police_district USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_update ON release_approval FOR UPDATE TO police_district USING (release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_create ON release_approval FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY wall_keeper_read ON release_approval FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_read ON release_file FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published'))
--;;
CREATE POLICY builder_create ON release_file FOR INSERT TO builder WITH CHECK (true)
--;;
CREATE POLICY builder_read ON release_file FOR SELECT TO builder USING (true)
--;;
CREATE POLICY evaluator_read ON release_file FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')))
--;;
CREATE POLICY municipality_read ON release_file FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY ngo_read ON release_file FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY operator_read ON release_file FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON release_file FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_read ON release_file_content FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published'))
--;;
CREATE POLICY builder_create ON release_file_content FOR INSERT TO builder WITH CHECK (true)
--;;
CREATE POLICY builder_read ON release_file_content FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_update ON release_file_content FOR UPDATE TO builder USING (true)
--;;
CREATE POLICY evaluator_read ON release_file_content FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')))
--;;
CREATE POLICY municipality_read ON release_file_content FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file_content.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY ngo_read ON release_file_content FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file_content.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY operator_read ON release_file_content FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) OR (EXISTS (SELECT 1 FROM release_approval AS of_release_approval WHERE release_file_content.build_id = of_release_approval.build_id AND of_release_approval.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY builder_read ON release_job FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_update ON release_job FOR UPDATE TO builder USING (true)
--;;
CREATE POLICY operator_create ON release_job FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON release_job FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY wall_keeper_read ON release_job FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY builder_create ON release_ledger FOR INSERT TO builder WITH CHECK (true)
--;;
CREATE POLICY builder_read ON release_ledger FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_update ON release_ledger FOR UPDATE TO builder USING (true)
--;;
CREATE POLICY wall_keeper_read ON release_ledger FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY builder_create ON release_report FOR INSERT TO builder WITH CHECK (true)
--;;
CREATE POLICY builder_read ON release_report FOR SELECT TO builder USING (true)
--;;
CREATE POLICY operator_read ON release_report FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'disclosure_officer' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY builder_read ON session FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE session.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE session.organisation_id = of_agreement_coverage.organisation_id AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY builder_read ON time_entry FOR SELECT TO builder USING ((EXISTS (SELECT 1 FROM consent AS of_consent WHERE time_entry.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'evaluation_questionnaire' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE time_entry.organisation_id = of_agreement_coverage.organisation_id AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
GRANT SELECT ON agreement_coverage TO builder
--;;
GRANT SELECT (created_at, id, identified_by, organisation_id, project_id, track) ON citizen TO builder
--;;
GRANT SELECT (birth_year, citizen_id, id, organisation_id, project_id, sex, updated_at) ON citizen_background TO builder
--;;
GRANT INSERT ON citizen_background TO municipality
--;;
GRANT SELECT ON citizen_background TO municipality
--;;
GRANT UPDATE (birth_year, sex, updated_at, version) ON citizen_background TO municipality
--;;
GRANT INSERT ON citizen_background TO ngo
--;;
GRANT SELECT ON citizen_background TO ngo
--;;
GRANT UPDATE (birth_year, sex, updated_at, version) ON citizen_background TO ngo
--;;
GRANT INSERT ON citizen_background TO police_district
--;;
GRANT SELECT ON citizen_background TO police_district
--;;
GRANT UPDATE (birth_year, sex, updated_at, version) ON citizen_background TO police_district
--;;
GRANT SELECT (citizen_id, id, municipality_code, organisation_id, project_id) ON citizen_residence TO builder
--;;
GRANT SELECT (citizen_id, id, organisation_id, project_id, scopes, signed_at, status, valid_until) ON consent TO builder
--;;
GRANT SELECT (attempted_at, citizen_id, id, organisation_id, outcome, project_id) ON contact_attempt TO builder
--;;
GRANT SELECT (amount_oere, day, id, organisation_id, project_id, status) ON cost TO builder
--;;
GRANT SELECT (citizen_id, cost_id, course_id, id, organisation_id, project_id) ON cost_course TO builder
--;;
GRANT SELECT (citizen_id, closing_reason, ended_on, form, id, organisation_id, project_id, started_on, status) ON course TO builder
--;;
GRANT SELECT (citizen_id, completed_on, course_id, id, organisation_id, project_id, status) ON follow_up TO builder
--;;
GRANT SELECT (function, id, oere_per_hour, organisation_id, valid_from, valid_until) ON hourly_rate TO builder
--;;
GRANT SELECT (id, municipality_code) ON organisation TO builder
--;;
GRANT SELECT (id, organisation_id, perpetrator_id, project_id, victim_id) ON pair_link TO builder
--;;
GRANT SELECT (id, name, programme) ON project TO builder
--;;
GRANT SELECT (id, organisation_id, project_id) ON project_partner TO builder
--;;
GRANT SELECT (citizen_id, id, organisation_id, project_id, response_id, score) ON questionnaire_answers TO builder
--;;
GRANT SELECT (citizen_id, course_id, id, instrument_code, organisation_id, project_id, status, wave) ON questionnaire_response TO builder
--;;
GRANT SELECT (citizen_id, id, kind, organisation_id, project_id, sent_at, status) ON referral TO builder
--;;
GRANT SELECT ON release TO agency
--;;
GRANT SELECT ON release TO builder
--;;
GRANT UPDATE (approved_at, build_id, built_at, built_by, checked_at, checked_by, controller_ids, findings, parameters, project_ids, report, secret_check, status, taken_at, updated_at, version) ON release TO builder
--;;
GRANT SELECT ON release TO evaluator
--;;
GRANT SELECT ON release TO municipality
--;;
GRANT SELECT ON release TO ngo
--;;
GRANT INSERT ON release TO operator
--;;
GRANT SELECT ON release TO operator
--;;
GRANT UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release TO operator
--;;
GRANT SELECT ON release TO police_district
--;;
GRANT SELECT ON release TO wall_keeper
--;;
GRANT UPDATE (approved_at, status, updated_at, version) ON release TO wall_keeper
--;;
GRANT SELECT ON release_approval TO municipality
--;;
GRANT UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval TO municipality
--;;
GRANT SELECT ON release_approval TO ngo
--;;
GRANT UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval TO ngo
--;;
GRANT SELECT ON release_approval TO operator
--;;
GRANT SELECT ON release_approval TO police_district
--;;
GRANT UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval TO police_district
--;;
GRANT INSERT ON release_approval TO wall_keeper
--;;
GRANT SELECT ON release_approval TO wall_keeper
--;;
GRANT SELECT ON release_file TO agency
--;;
GRANT INSERT ON release_file TO builder
--;;
GRANT SELECT ON release_file TO builder
--;;
GRANT SELECT ON release_file TO evaluator
--;;
GRANT SELECT ON release_file TO municipality
--;;
GRANT SELECT ON release_file TO ngo
--;;
GRANT SELECT ON release_file TO operator
--;;
GRANT SELECT ON release_file TO police_district
--;;
GRANT SELECT ON release_file_content TO agency
--;;
GRANT INSERT ON release_file_content TO builder
--;;
GRANT SELECT ON release_file_content TO builder
--;;
GRANT UPDATE (content, updated_at, version) ON release_file_content TO builder
--;;
GRANT SELECT ON release_file_content TO evaluator
--;;
GRANT SELECT ON release_file_content TO municipality
--;;
GRANT SELECT ON release_file_content TO ngo
--;;
GRANT SELECT ON release_file_content TO operator
--;;
GRANT SELECT ON release_file_content TO police_district
--;;
GRANT SELECT ON release_job TO builder
--;;
GRANT UPDATE (attempts, error, finished_at, leased_until, percent, started_at, status, step, updated_at, version, worker) ON release_job TO builder
--;;
GRANT INSERT ON release_job TO operator
--;;
GRANT SELECT ON release_job TO operator
--;;
GRANT SELECT ON release_job TO wall_keeper
--;;
GRANT INSERT ON release_ledger TO builder
--;;
GRANT SELECT ON release_ledger TO builder
--;;
GRANT UPDATE (person_ids, removed, updated_at, version) ON release_ledger TO builder
--;;
GRANT SELECT ON release_ledger TO wall_keeper
--;;
GRANT INSERT ON release_report TO builder
--;;
GRANT SELECT ON release_report TO builder
--;;
GRANT SELECT ON release_report TO operator
--;;
GRANT SELECT (citizen_id, course_id, id, minutes, organisation_id, project_id, status) ON session TO builder
--;;
GRANT SELECT (citizen_id, course_id, day, function, id, minutes, organisation_id, project_id, staff_id, status) ON time_entry TO builder
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_consent_opened() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_what_consent_opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  successor record;
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  IF 'evaluation_questionnaire' = ANY (OLD.scopes) THEN
    PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  END IF;
  -- A consent that is renewed: what the new one covers goes on under it, without a break.
  IF NEW.status = 'superseded' THEN
    SELECT consent.id, consent.recipients, consent.scopes, consent.valid_until INTO successor FROM consent
    WHERE consent.supersedes_id = NEW.id AND consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND consent.organisation_id = NEW.organisation_id;
    IF FOUND THEN
      UPDATE referral SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1
      WHERE consent_id = NEW.id AND recipient_id = ANY (successor.recipients)
        AND (scopes <@ successor.scopes AND status IN ('draft', 'sent', 'received')
          OR status = 'accepted' AND 'contact' = ANY (successor.scopes));
      UPDATE disclosure
      SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1,
          valid_until = CASE WHEN rests_on_id IS NULL THEN successor.valid_until
                        ELSE least(valid_until, successor.valid_until) END
      WHERE consent_id = NEW.id AND ended_at IS NULL
        AND recipient_id = ANY (successor.recipients) AND scope = ANY (successor.scopes);
      UPDATE interview_contact
      SET valid_until = date_trunc('day', successor.valid_until, 'Europe/Copenhagen'),
        updated_at = clock_timestamp(), version = version + 1
      WHERE ended_at IS NULL AND recipient_id = ANY (successor.recipients)
        AND 'evaluation_interview' = ANY (successor.scopes)
        AND id IN (SELECT contact_id FROM interview_candidate AS candidate WHERE candidate.consent_id = NEW.id);
      UPDATE interview_candidate
      SET consent_id = successor.id, updated_at = clock_timestamp(), version = version + 1
      WHERE consent_id = NEW.id AND status IN ('consented', 'contact_passed_on')
        AND evaluator_id = ANY (successor.recipients) AND 'evaluation_interview' = ANY (successor.scopes);
    END IF;
  END IF;
  -- Referrals before disclosures, as an acceptance does: neither waits for the other in a circle.
  UPDATE referral
  SET status = 'recalled', recalled_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND status IN ('draft', 'sent', 'received')
    AND (consent_id = NEW.id OR id IN (
      WITH RECURSIVE falling AS (
        SELECT disclosure.id, disclosure.referral_id, disclosure.category FROM disclosure
        WHERE disclosure.consent_id = NEW.id AND disclosure.ended_at IS NULL
        UNION
        SELECT onward.id, onward.referral_id, onward.category
        FROM disclosure AS onward JOIN falling ON onward.rests_on_id = falling.id
        WHERE onward.ended_at IS NULL
      )
      SELECT falling.referral_id FROM falling WHERE falling.category = 'citizen'
    ));
  UPDATE disclosure SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE consent_id = NEW.id AND ended_at IS NULL;
  -- A trigger of the candidates' ends and erases the contact that the evaluator had.
  UPDATE interview_candidate SET status = 'cancelled', updated_at = clock_timestamp(), version = version + 1
  WHERE consent_id = NEW.id AND status IN ('consented', 'contact_passed_on');
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_what_consent_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_consent_opened AFTER UPDATE OF status ON consent FOR EACH ROW EXECUTE FUNCTION end_what_consent_opened()
--;;
ALTER FUNCTION end_what_consent_opened() OWNER TO wall_keeper
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
    OR (OLD.status = 'approved' AND NEW.status = 'published' AND operates)
    OR (OLD.status = 'published' AND NEW.status = 'recalled' AND operates)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> 'draft' AND OLD.status <> 'draft'
    AND (NEW.build_id, NEW.excluded_ids) IS DISTINCT FROM (OLD.build_id, OLD.excluded_ids)
  THEN
    RAISE EXCEPTION 'a rebuild begins as a draft' USING ERRCODE = 'PW002';
  END IF;
  -- Nothing of the build before remains on it.
  IF OLD.status <> 'draft' AND NEW.status = 'draft' THEN
    NEW.build_id := NULL;
    NEW.findings := NULL;
    NEW.parameters := NULL;
    NEW.report := NULL;
    NEW.project_ids := '{}';
    NEW.controller_ids := '{}';
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
    (id, created_at, updated_at, version, release_id, build_id, organisation_id, status)
  SELECT gen_random_uuid(), clock_timestamp(), clock_timestamp(), 1, NEW.id, NEW.build_id, controller, 'pending'
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
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF EXISTS (SELECT FROM release_approval WHERE build_id = NEW.build_id AND status <> 'approved')
    OR (SELECT count(*) FROM release_approval WHERE build_id = NEW.build_id) <> cardinality(NEW.controller_ids)
  THEN
    RAISE EXCEPTION 'approval_missing' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
  IF EXISTS (
    SELECT FROM unnest(NEW.controller_ids) AS controller WHERE NOT EXISTS (
      SELECT FROM agreement_coverage AS coverage
      WHERE coverage.organisation_id = controller AND coverage.project_id = ANY (NEW.project_ids)
        AND coverage.purpose = 'evaluation' AND coverage.valid_from <= now()
        AND (coverage.valid_until IS NULL OR coverage.valid_until > now())
    )
  ) THEN
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
  IF TG_OP = 'INSERT' OR NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'pending' OR NEW.status = 'pending' OR NEW.decided_by IS DISTINCT FROM NULLIF(current_setting('boundary.staff', true), '')::uuid THEN
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
CREATE TRIGGER approve_release AFTER UPDATE OF status ON release_approval FOR EACH ROW EXECUTE FUNCTION approve_release()
--;;
ALTER FUNCTION approve_release() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_job_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_job_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'queued' OR NEW.asked_by IS DISTINCT FROM NULLIF(current_setting('boundary.staff', true), '')::uuid THEN
      RAISE EXCEPTION 'a build is asked for, by oneself' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('done', 'failed') OR (OLD.status = 'running' AND NEW.status = 'queued')
    OR (OLD.status = 'queued' AND NEW.status = 'done')
  THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_job_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_job_path BEFORE INSERT OR UPDATE ON release_job FOR EACH ROW EXECUTE FUNCTION keep_release_job_path()
--;;
DROP FUNCTION IF EXISTS keep_release_file_of_build() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_file_of_build() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_job WHERE id = NEW.build_id AND release_id = NEW.release_id AND status = 'running'
  ) THEN
    RAISE EXCEPTION 'the build is over' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_file_of_build() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_file_of_build BEFORE INSERT ON release_file FOR EACH ROW EXECUTE FUNCTION keep_release_file_of_build()
--;;
DROP FUNCTION IF EXISTS keep_release_file_content_of_build() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_file_content_of_build() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_job WHERE id = NEW.build_id AND release_id = NEW.release_id AND status = 'running'
  ) THEN
    RAISE EXCEPTION 'the build is over' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_file_content_of_build() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_file_content_of_build BEFORE INSERT ON release_file_content FOR EACH ROW EXECUTE FUNCTION keep_release_file_content_of_build()
--;;
DROP FUNCTION IF EXISTS keep_release_report_of_build() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_report_of_build() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_job WHERE id = NEW.build_id AND release_id = NEW.release_id AND status = 'running'
  ) THEN
    RAISE EXCEPTION 'the build is over' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_report_of_build() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_report_of_build BEFORE INSERT ON release_report FOR EACH ROW EXECUTE FUNCTION keep_release_report_of_build()
--;;
DROP FUNCTION IF EXISTS keep_release_ledger_of_build() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_ledger_of_build() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_job WHERE id = NEW.build_id AND release_id = NEW.release_id AND status = 'running'
  ) THEN
    RAISE EXCEPTION 'the build is over' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_ledger_of_build() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_ledger_of_build BEFORE INSERT ON release_ledger FOR EACH ROW EXECUTE FUNCTION keep_release_ledger_of_build()
--;;
DROP FUNCTION IF EXISTS keep_release_file_content() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_file_content() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- A build that was given up may be emptied; what a release consists of never changes.
    IF NEW.content = '' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content'
      AND NOT EXISTS (SELECT FROM release WHERE build_id = OLD.build_id)
      AND NOT EXISTS (SELECT FROM release_job WHERE id = OLD.build_id AND status IN ('queued', 'running'))
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'what is published never changes' USING ERRCODE = 'PW003';
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_file_content() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_file_content BEFORE UPDATE OR DELETE ON release_file_content FOR EACH ROW EXECUTE FUNCTION keep_release_file_content()
--;;
DROP FUNCTION IF EXISTS keep_release_ledger() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_ledger() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.person_ids <@ OLD.person_ids
      AND NEW.removed - OLD.removed = cardinality(OLD.person_ids) - cardinality(NEW.person_ids)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the ledger only forgets' USING ERRCODE = 'PW003';
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_ledger() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_ledger BEFORE UPDATE OR DELETE ON release_ledger FOR EACH ROW EXECUTE FUNCTION keep_release_ledger()
--;;
DROP FUNCTION IF EXISTS keep_release_file() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'PW003'; END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_file() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_file BEFORE UPDATE OR DELETE OR TRUNCATE ON release_file FOR EACH STATEMENT EXECUTE FUNCTION keep_release_file()
--;;
DROP FUNCTION IF EXISTS keep_release_report() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_report() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'PW003'; END
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_report() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_report BEFORE UPDATE OR DELETE OR TRUNCATE ON release_report FOR EACH STATEMENT EXECUTE FUNCTION keep_release_report()
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
