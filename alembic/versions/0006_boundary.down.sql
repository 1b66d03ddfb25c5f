GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_in_force() CASCADE
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
DROP POLICY ngo_create ON withdrawal_acknowledgement
--;;
CREATE POLICY ngo_create ON withdrawal_acknowledgement FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((withdrawal_acknowledgement.consent_id = of_consent.id) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND (of_consent.status = 'withdrawn'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON withdrawal_acknowledgement
--;;
CREATE POLICY municipality_create ON withdrawal_acknowledgement FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((withdrawal_acknowledgement.consent_id = of_consent.id) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND (of_consent.status = 'withdrawn'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
