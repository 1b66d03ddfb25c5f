DROP POLICY police_district_read ON withdrawal_acknowledgement
--;;
CREATE POLICY police_district_read ON withdrawal_acknowledgement FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (holder_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON withdrawal_acknowledgement
--;;
CREATE POLICY ngo_read ON withdrawal_acknowledgement FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((holder_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON withdrawal_acknowledgement
--;;
CREATE POLICY ngo_create ON withdrawal_acknowledgement FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((withdrawal_acknowledgement.consent_id = of_consent.id) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ((of_consent.status = 'withdrawn'::text) OR (of_consent.status = 'superseded'::text))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON withdrawal_acknowledgement
--;;
CREATE POLICY municipality_read ON withdrawal_acknowledgement FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((holder_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((withdrawal_acknowledgement.consent_id = of_consent.id) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ((of_consent.status = 'withdrawn'::text) OR (of_consent.status = 'superseded'::text))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY training_provider_update ON training_day
--;;
CREATE POLICY training_provider_update ON training_day FOR UPDATE TO training_provider USING (((organiser_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY training_provider_read ON training_day
--;;
CREATE POLICY training_provider_read ON training_day FOR SELECT TO training_provider USING (((organiser_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON training_day
--;;
CREATE POLICY municipality_read ON training_day FOR SELECT TO municipality USING ((((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (participant_ids)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON training_day
--;;
CREATE POLICY evaluator_read ON training_day FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (participant_ids)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY agency_update ON training_day
--;;
CREATE POLICY agency_update ON training_day FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON training_day
--;;
CREATE POLICY agency_read ON training_day FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON training_day
--;;
CREATE POLICY agency_create ON training_day FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((training_day.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY builder_read ON time_entry
--;;
CREATE POLICY builder_read ON time_entry FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((time_entry.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((time_entry.organisation_id = of_agreement_coverage.organisation_id) AND (time_entry.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY ngo_update ON support_need
--;;
CREATE POLICY ngo_update ON support_need FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON support_need
--;;
CREATE POLICY ngo_read ON support_need FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON support_need
--;;
CREATE POLICY ngo_create ON support_need FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON support_need
--;;
CREATE POLICY municipality_update ON support_need FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (support_need.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((support_need.organisation_id = of_agreement_coverage.organisation_id) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON support_need
--;;
CREATE POLICY municipality_read ON support_need FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (support_need.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((support_need.organisation_id = of_agreement_coverage.organisation_id) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON support_need
--;;
CREATE POLICY municipality_create ON support_need FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY evaluator_read ON staff
--;;
CREATE POLICY evaluator_read ON staff FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_entrance_read ON staff
--;;
CREATE POLICY evaluator_entrance_read ON staff FOR SELECT TO evaluator_entrance USING ((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((staff.organisation_id = of_organisation.id) AND (of_organisation.type = 'evaluator'::text)))))
--;;
DROP POLICY ngo_update ON session_note
--;;
CREATE POLICY ngo_update ON session_note FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY ngo_read ON session_note
--;;
CREATE POLICY ngo_read ON session_note FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY ngo_create ON session_note
--;;
CREATE POLICY ngo_create ON session_note FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY municipality_update ON session_note
--;;
CREATE POLICY municipality_update ON session_note FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY municipality_read ON session_note
--;;
CREATE POLICY municipality_read ON session_note FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY municipality_create ON session_note
--;;
CREATE POLICY municipality_create ON session_note FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session_note.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'session_note'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((session_note.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session_note.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))))))
--;;
DROP POLICY ngo_update ON session
--;;
CREATE POLICY ngo_update ON session FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON session
--;;
CREATE POLICY ngo_read ON session FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON session
--;;
CREATE POLICY ngo_create ON session FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON session
--;;
CREATE POLICY municipality_update ON session FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON session
--;;
CREATE POLICY municipality_read ON session FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON session
--;;
CREATE POLICY municipality_create ON session FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((session.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((session.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON session
--;;
CREATE POLICY builder_read ON session FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((session.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((session.organisation_id = of_agreement_coverage.organisation_id) AND (session.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY police_district_read ON release_file_content
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY ngo_read ON release_file_content
--;;
CREATE POLICY ngo_read ON release_file_content FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON release_file_content
--;;
CREATE POLICY municipality_read ON release_file_content FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON release_file_content
--;;
CREATE POLICY evaluator_read ON release_file_content FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text))))))
--;;
DROP POLICY agency_read ON release_file_content
--;;
CREATE POLICY agency_read ON release_file_content FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))))
--;;
DROP POLICY police_district_read ON release_file
--;;
CREATE POLICY police_district_read ON release_file FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY ngo_read ON release_file
--;;
CREATE POLICY ngo_read ON release_file FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON release_file
--;;
CREATE POLICY municipality_read ON release_file FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON release_file
--;;
CREATE POLICY evaluator_read ON release_file FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text))))))
--;;
DROP POLICY agency_read ON release_file
--;;
CREATE POLICY agency_read ON release_file FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))))
--;;
DROP POLICY police_district_read ON release
--;;
CREATE POLICY police_district_read ON release FOR SELECT TO police_district USING ((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY ngo_read ON release
--;;
CREATE POLICY ngo_read ON release FOR SELECT TO ngo USING ((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON release
--;;
CREATE POLICY municipality_read ON release FOR SELECT TO municipality USING ((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON release
--;;
CREATE POLICY evaluator_read ON release FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND ((status = 'published'::text) OR (status = 'recalled'::text))))
--;;
DROP POLICY police_district_update ON referral_summary
--;;
CREATE POLICY police_district_update ON referral_summary FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON referral_summary
--;;
CREATE POLICY police_district_read ON referral_summary FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON referral_summary
--;;
CREATE POLICY police_district_create ON referral_summary FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON referral_summary
--;;
CREATE POLICY ngo_update ON referral_summary FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON referral_summary
--;;
CREATE POLICY ngo_read ON referral_summary FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (referral_summary.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_summary.organisation_id = of_agreement_coverage.organisation_id) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON referral_summary
--;;
CREATE POLICY ngo_create ON referral_summary FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON referral_summary
--;;
CREATE POLICY municipality_update ON referral_summary FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON referral_summary
--;;
CREATE POLICY municipality_read ON referral_summary FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (referral_summary.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_summary.organisation_id = of_agreement_coverage.organisation_id) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON referral_summary
--;;
CREATE POLICY municipality_create ON referral_summary FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON referral_outcome
--;;
CREATE POLICY police_district_read ON referral_outcome FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (sender_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON referral_outcome
--;;
CREATE POLICY ngo_update ON referral_outcome FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON referral_outcome
--;;
CREATE POLICY ngo_read ON referral_outcome FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((sender_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON referral_outcome
--;;
CREATE POLICY ngo_create ON referral_outcome FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_outcome.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON referral_outcome
--;;
CREATE POLICY municipality_update ON referral_outcome FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON referral_outcome
--;;
CREATE POLICY municipality_read ON referral_outcome FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((sender_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON referral_outcome
--;;
CREATE POLICY municipality_create ON referral_outcome FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_outcome.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON referral
--;;
CREATE POLICY police_district_update ON referral FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON referral
--;;
CREATE POLICY police_district_read ON referral FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON referral
--;;
CREATE POLICY police_district_create ON referral FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON referral
--;;
CREATE POLICY ngo_update ON referral FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (sent_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral.organisation_id = of_agreement_coverage.organisation_id) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON referral
--;;
CREATE POLICY ngo_read ON referral FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (sent_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral.organisation_id = of_agreement_coverage.organisation_id) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON referral
--;;
CREATE POLICY ngo_create ON referral FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (kind = 'bridging'::text) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral.consent_id = of_consent.id) AND (referral.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (referral.recipient_id = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON referral
--;;
CREATE POLICY municipality_update ON referral FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (sent_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral.organisation_id = of_agreement_coverage.organisation_id) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON referral
--;;
CREATE POLICY municipality_read ON referral FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (sent_at IS NOT NULL) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral.organisation_id = of_agreement_coverage.organisation_id) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON referral
--;;
CREATE POLICY municipality_create ON referral FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON referral
--;;
CREATE POLICY builder_read ON referral FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral.organisation_id = of_agreement_coverage.organisation_id) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_read ON recipient_declaration
--;;
CREATE POLICY evaluator_read ON recipient_declaration FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (recipient_declaration.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((recipient_declaration.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (valid_from <= now()) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((recipient_declaration.organisation_id = of_agreement_coverage.organisation_id) AND (recipient_declaration.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY ngo_update ON questionnaire_response
--;;
CREATE POLICY ngo_update ON questionnaire_response FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON questionnaire_response
--;;
CREATE POLICY ngo_read ON questionnaire_response FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON questionnaire_response
--;;
CREATE POLICY ngo_create ON questionnaire_response FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((questionnaire_response.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON questionnaire_response
--;;
CREATE POLICY municipality_update ON questionnaire_response FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON questionnaire_response
--;;
CREATE POLICY municipality_read ON questionnaire_response FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON questionnaire_response
--;;
CREATE POLICY municipality_create ON questionnaire_response FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((questionnaire_response.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((questionnaire_response.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON questionnaire_response
--;;
CREATE POLICY builder_read ON questionnaire_response FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((questionnaire_response.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_response.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY answerer_update ON questionnaire_response
--;;
CREATE POLICY answerer_update ON questionnaire_response FOR UPDATE TO answerer USING (((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (questionnaire_response.id = of_questionnaire_link.response_id) AND (of_questionnaire_link.used_at IS NULL) AND (of_questionnaire_link.ended_at IS NULL) AND (of_questionnaire_link.expires_at > now())))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_response.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (questionnaire_response.id = of_questionnaire_link.response_id) AND (of_questionnaire_link.used_at IS NULL) AND (of_questionnaire_link.ended_at IS NULL) AND (of_questionnaire_link.expires_at > now())))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_response.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (status = 'answered'::text) AND (answered_through = 'link'::text)))
--;;
DROP POLICY answerer_read ON questionnaire_response
--;;
CREATE POLICY answerer_read ON questionnaire_response FOR SELECT TO answerer USING (((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (questionnaire_response.id = of_questionnaire_link.response_id) AND (of_questionnaire_link.used_at IS NULL) AND (of_questionnaire_link.ended_at IS NULL) AND (of_questionnaire_link.expires_at > now())))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_response.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY ngo_update ON questionnaire_link
--;;
CREATE POLICY ngo_update ON questionnaire_link FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON questionnaire_link
--;;
CREATE POLICY ngo_read ON questionnaire_link FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON questionnaire_link
--;;
CREATE POLICY ngo_create ON questionnaire_link FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((questionnaire_link.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON questionnaire_link
--;;
CREATE POLICY municipality_update ON questionnaire_link FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON questionnaire_link
--;;
CREATE POLICY municipality_read ON questionnaire_link FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON questionnaire_link
--;;
CREATE POLICY municipality_create ON questionnaire_link FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((questionnaire_link.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((questionnaire_link.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_link.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON questionnaire_answers
--;;
CREATE POLICY ngo_read ON questionnaire_answers FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('caseworker'::text = ANY (shown_to))) OR (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('coordinator'::text = ANY (shown_to))) OR (('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('integration'::text = ANY (shown_to)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON questionnaire_answers
--;;
CREATE POLICY ngo_create ON questionnaire_answers FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON questionnaire_answers
--;;
CREATE POLICY municipality_read ON questionnaire_answers FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('caseworker'::text = ANY (shown_to))) OR (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('coordinator'::text = ANY (shown_to))) OR (('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ('integration'::text = ANY (shown_to)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON questionnaire_answers
--;;
CREATE POLICY municipality_create ON questionnaire_answers FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((questionnaire_answers.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_answers.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON questionnaire_answers
--;;
CREATE POLICY builder_read ON questionnaire_answers FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((questionnaire_answers.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_answers.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY answerer_create ON questionnaire_answers
--;;
CREATE POLICY answerer_create ON questionnaire_answers FOR INSERT TO answerer WITH CHECK (((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (questionnaire_answers.response_id = of_questionnaire_link.response_id) AND (of_questionnaire_link.used_at IS NULL) AND (of_questionnaire_link.ended_at IS NULL) AND (of_questionnaire_link.expires_at > now())))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((questionnaire_answers.organisation_id = of_agreement_coverage.organisation_id) AND (questionnaire_answers.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_read ON pseudonymised_record
--;;
CREATE POLICY evaluator_read ON pseudonymised_record FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pseudonymised_record.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((pseudonymised_record.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM recipient_declaration of_recipient_declaration
  WHERE ((pseudonymised_record.agreement_id = of_recipient_declaration.agreement_id) AND (pseudonymised_record.project_id = of_recipient_declaration.project_id) AND (pseudonymised_record.organisation_id = of_recipient_declaration.organisation_id) AND (pseudonymised_record.recipient_id = of_recipient_declaration.recipient_id) AND (of_recipient_declaration.valid_from <= now()) AND ((of_recipient_declaration.valid_until IS NULL) OR (of_recipient_declaration.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((pseudonymised_record.organisation_id = of_agreement_coverage.organisation_id) AND (pseudonymised_record.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('researcher'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY builder_create ON pseudonymised_record
--;;
CREATE POLICY builder_create ON pseudonymised_record FOR INSERT TO builder WITH CHECK (((EXISTS ( SELECT 1
   FROM recipient_declaration of_recipient_declaration
  WHERE ((pseudonymised_record.agreement_id = of_recipient_declaration.agreement_id) AND (pseudonymised_record.project_id = of_recipient_declaration.project_id) AND (pseudonymised_record.organisation_id = of_recipient_declaration.organisation_id) AND (pseudonymised_record.recipient_id = of_recipient_declaration.recipient_id) AND (of_recipient_declaration.valid_from <= now()) AND ((of_recipient_declaration.valid_until IS NULL) OR (of_recipient_declaration.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((pseudonymised_record.organisation_id = of_agreement_coverage.organisation_id) AND (pseudonymised_record.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_read ON pseudonymised_extract
--;;
CREATE POLICY evaluator_read ON pseudonymised_extract FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pseudonymised_extract.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((pseudonymised_extract.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM recipient_declaration of_recipient_declaration
  WHERE ((pseudonymised_extract.agreement_id = of_recipient_declaration.agreement_id) AND (pseudonymised_extract.project_id = of_recipient_declaration.project_id) AND (pseudonymised_extract.organisation_id = of_recipient_declaration.organisation_id) AND (pseudonymised_extract.recipient_id = of_recipient_declaration.recipient_id) AND (of_recipient_declaration.valid_from <= now()) AND ((of_recipient_declaration.valid_until IS NULL) OR (of_recipient_declaration.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((pseudonymised_extract.organisation_id = of_agreement_coverage.organisation_id) AND (pseudonymised_extract.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_create ON pseudonymised_extract
--;;
CREATE POLICY evaluator_create ON pseudonymised_extract FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pseudonymised_extract.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((pseudonymised_extract.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM recipient_declaration of_recipient_declaration
  WHERE ((pseudonymised_extract.agreement_id = of_recipient_declaration.agreement_id) AND (pseudonymised_extract.project_id = of_recipient_declaration.project_id) AND (pseudonymised_extract.organisation_id = of_recipient_declaration.organisation_id) AND (pseudonymised_extract.recipient_id = of_recipient_declaration.recipient_id) AND (of_recipient_declaration.valid_from <= now()) AND ((of_recipient_declaration.valid_until IS NULL) OR (of_recipient_declaration.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((pseudonymised_extract.organisation_id = of_agreement_coverage.organisation_id) AND (pseudonymised_extract.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'pseudonymised'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_read ON project_partner
--;;
CREATE POLICY evaluator_read ON project_partner FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND true))
--;;
DROP POLICY training_provider_read ON project
--;;
CREATE POLICY training_provider_read ON project FOR SELECT TO training_provider USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY police_district_read ON project
--;;
CREATE POLICY police_district_read ON project FOR SELECT TO police_district USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY ngo_read ON project
--;;
CREATE POLICY ngo_read ON project FOR SELECT TO ngo USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY municipality_read ON project
--;;
CREATE POLICY municipality_read ON project FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY evaluator_read ON project
--;;
CREATE POLICY evaluator_read ON project FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY police_district_read ON pair_link
--;;
CREATE POLICY police_district_read ON pair_link FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ((EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.victim_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))) OR (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.perpetrator_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.victim_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.perpetrator_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON pair_link
--;;
CREATE POLICY police_district_create ON pair_link FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((pair_link.victim_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_citizen.project_id) AND (of_citizen.track = 'victim'::text)))) AND (EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((pair_link.perpetrator_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_citizen.project_id) AND (of_citizen.track = 'perpetrator'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND ((EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.victim_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))) OR (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.perpetrator_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (pair_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.victim_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((pair_link.perpetrator_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON pair_link
--;;
CREATE POLICY builder_read ON pair_link FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((pair_link.victim_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes)) AND ('evaluation_couple_link'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((pair_link.perpetrator_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes)) AND ('evaluation_couple_link'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((pair_link.organisation_id = of_agreement_coverage.organisation_id) AND (pair_link.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY municipality_read ON meeting_plan
--;;
CREATE POLICY municipality_read ON meeting_plan FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_plan.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_update ON meeting_plan
--;;
CREATE POLICY agency_update ON meeting_plan FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_plan.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON meeting_plan
--;;
CREATE POLICY agency_read ON meeting_plan FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_plan.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON meeting_plan
--;;
CREATE POLICY agency_create ON meeting_plan FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_plan.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((meeting_plan.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text))))))
--;;
DROP POLICY training_provider_update ON meeting_decision
--;;
CREATE POLICY training_provider_update ON meeting_decision FOR UPDATE TO training_provider USING (((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))) AND (owner_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY training_provider_read ON meeting_decision
--;;
CREATE POLICY training_provider_read ON meeting_decision FOR SELECT TO training_provider USING ((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))))
--;;
DROP POLICY police_district_update ON meeting_decision
--;;
CREATE POLICY police_district_update ON meeting_decision FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))) AND (owner_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY police_district_read ON meeting_decision
--;;
CREATE POLICY police_district_read ON meeting_decision FOR SELECT TO police_district USING ((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))))
--;;
DROP POLICY ngo_update ON meeting_decision
--;;
CREATE POLICY ngo_update ON meeting_decision FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))) AND (owner_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY ngo_read ON meeting_decision
--;;
CREATE POLICY ngo_read ON meeting_decision FOR SELECT TO ngo USING ((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))))
--;;
DROP POLICY municipality_update ON meeting_decision
--;;
CREATE POLICY municipality_update ON meeting_decision FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))) AND (owner_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY municipality_read ON meeting_decision
--;;
CREATE POLICY municipality_read ON meeting_decision FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))))
--;;
DROP POLICY municipality_create ON meeting_decision
--;;
CREATE POLICY municipality_create ON meeting_decision FOR INSERT TO municipality WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids))) AND (of_meeting.meeting_type = 'dialogue_meeting'::text) AND (of_meeting.municipality_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))))
--;;
DROP POLICY evaluator_update ON meeting_decision
--;;
CREATE POLICY evaluator_update ON meeting_decision FOR UPDATE TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids)))))) AND (owner_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_read ON meeting_decision
--;;
CREATE POLICY evaluator_read ON meeting_decision FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM meeting of_meeting
  WHERE ((meeting_decision.meeting_id = of_meeting.id) AND (of_meeting.invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_meeting.optional_ids))))))))
--;;
DROP POLICY agency_update ON meeting_decision
--;;
CREATE POLICY agency_update ON meeting_decision FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_decision.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON meeting_decision
--;;
CREATE POLICY agency_read ON meeting_decision FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_decision.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON meeting_decision
--;;
CREATE POLICY agency_create ON meeting_decision FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting_decision.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY training_provider_read ON meeting
--;;
CREATE POLICY training_provider_read ON meeting FOR SELECT TO training_provider USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY police_district_read ON meeting
--;;
CREATE POLICY police_district_read ON meeting FOR SELECT TO police_district USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY ngo_read ON meeting
--;;
CREATE POLICY ngo_read ON meeting FOR SELECT TO ngo USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_update ON meeting
--;;
CREATE POLICY municipality_update ON meeting FOR UPDATE TO municipality USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (meeting_type = 'dialogue_meeting'::text) AND (municipality_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON meeting
--;;
CREATE POLICY municipality_read ON meeting FOR SELECT TO municipality USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON meeting
--;;
CREATE POLICY evaluator_read ON meeting FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY calendar_reader_read ON meeting
--;;
CREATE POLICY calendar_reader_read ON meeting FOR SELECT TO calendar_reader USING (((invited_at IS NOT NULL) AND (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (required_ids)) OR ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (optional_ids))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY agency_update ON meeting
--;;
CREATE POLICY agency_update ON meeting FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON meeting
--;;
CREATE POLICY agency_read ON meeting FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON meeting
--;;
CREATE POLICY agency_create ON meeting FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((meeting.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_read ON maturation_criteria
--;;
CREATE POLICY municipality_read ON maturation_criteria FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_criteria.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_update ON maturation_criteria
--;;
CREATE POLICY agency_update ON maturation_criteria FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_criteria.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON maturation_criteria
--;;
CREATE POLICY agency_read ON maturation_criteria FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_criteria.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON maturation_criteria
--;;
CREATE POLICY agency_create ON maturation_criteria FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_criteria.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((maturation_criteria.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text))))))
--;;
DROP POLICY municipality_read ON maturation_assessment
--;;
CREATE POLICY municipality_read ON maturation_assessment FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_assessment.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_update ON maturation_assessment
--;;
CREATE POLICY agency_update ON maturation_assessment FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_assessment.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_read ON maturation_assessment
--;;
CREATE POLICY agency_read ON maturation_assessment FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_assessment.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY agency_create ON maturation_assessment
--;;
CREATE POLICY agency_create ON maturation_assessment FOR INSERT TO agency WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((maturation_assessment.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY police_district_read ON match_request
--;;
CREATE POLICY police_district_read ON match_request FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON match_request
--;;
CREATE POLICY police_district_create ON match_request FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((match_request.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((match_request.consent_id = of_consent.id) AND (match_request.citizen_id = of_consent.citizen_id) AND (of_consent.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (match_request.recipient_id = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_request.recipient_id = of_agreement_coverage.organisation_id) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON match_request
--;;
CREATE POLICY ngo_read ON match_request FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON match_request
--;;
CREATE POLICY ngo_create ON match_request FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((match_request.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((match_request.consent_id = of_consent.id) AND (match_request.citizen_id = of_consent.citizen_id) AND (of_consent.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (match_request.recipient_id = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_request.recipient_id = of_agreement_coverage.organisation_id) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON match_request
--;;
CREATE POLICY municipality_read ON match_request FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON match_request
--;;
CREATE POLICY municipality_create ON match_request FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((match_request.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((match_request.consent_id = of_consent.id) AND (match_request.citizen_id = of_consent.citizen_id) AND (of_consent.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (match_request.recipient_id = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_request.recipient_id = of_agreement_coverage.organisation_id) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_request.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((match_request.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON match_question
--;;
CREATE POLICY police_district_update ON match_question FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (closes_at > now()) AND ('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY police_district_read ON match_question
--;;
CREATE POLICY police_district_read ON match_question FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY police_district_create ON match_question
--;;
CREATE POLICY police_district_create ON match_question FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM match_request of_match_request
  WHERE ((match_question.request_id = of_match_request.id) AND (of_match_request.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_match_request.project_id) AND (match_question.track = of_match_request.track) AND (match_question.recipient_id = of_match_request.recipient_id) AND (match_question.closes_at = of_match_request.closes_at) AND (NOT (of_match_request.valid_until IS DISTINCT FROM match_question.valid_until)) AND (of_match_request.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_update ON match_question
--;;
CREATE POLICY ngo_update ON match_question FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (closes_at > now()) AND ('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY ngo_read ON match_question
--;;
CREATE POLICY ngo_read ON match_question FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_create ON match_question
--;;
CREATE POLICY ngo_create ON match_question FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM match_request of_match_request
  WHERE ((match_question.request_id = of_match_request.id) AND (of_match_request.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_match_request.project_id) AND (match_question.track = of_match_request.track) AND (match_question.recipient_id = of_match_request.recipient_id) AND (match_question.closes_at = of_match_request.closes_at) AND (NOT (of_match_request.valid_until IS DISTINCT FROM match_question.valid_until)) AND (of_match_request.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_update ON match_question
--;;
CREATE POLICY municipality_update ON match_question FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (closes_at > now()) AND ('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY municipality_read ON match_question
--;;
CREATE POLICY municipality_read ON match_question FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((match_question.organisation_id = of_agreement_coverage.organisation_id) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM citizen_cpr of_citizen_cpr,
    citizen of_citizen,
    citizen_identity of_citizen_identity
  WHERE ((of_citizen_cpr.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.blind_index = of_citizen_cpr.blind_index) AND (match_question.project_id = of_citizen_cpr.project_id) AND (match_question.track = of_citizen_cpr.track) AND (of_citizen.id = of_citizen_cpr.citizen_id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_citizen.specially_protected IS FALSE) AND (of_citizen_identity.citizen_id = of_citizen_cpr.citizen_id) AND (of_citizen_identity.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((of_citizen_identity.address_protection = 'none'::text) OR (of_citizen_identity.address_protection = 'name_and_address'::text))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_create ON match_question
--;;
CREATE POLICY municipality_create ON match_question FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM match_request of_match_request
  WHERE ((match_question.request_id = of_match_request.id) AND (of_match_request.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (match_question.project_id = of_match_request.project_id) AND (match_question.track = of_match_request.track) AND (match_question.recipient_id = of_match_request.recipient_id) AND (match_question.closes_at = of_match_request.closes_at) AND (NOT (of_match_request.valid_until IS DISTINCT FROM match_question.valid_until)) AND (of_match_request.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_create ON interview_contact
--;;
CREATE POLICY ngo_create ON interview_contact FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_contact.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_create ON interview_contact
--;;
CREATE POLICY municipality_create ON interview_contact FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_contact.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY evaluator_update ON interview_contact
--;;
CREATE POLICY evaluator_update ON interview_contact FOR UPDATE TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_contact.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (opened_at IS NOT NULL) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((interview_contact.organisation_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((interview_contact.holder_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('researcher'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY evaluator_read ON interview_contact
--;;
CREATE POLICY evaluator_read ON interview_contact FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_contact.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (opened_at IS NOT NULL) AND (ended_at IS NULL) AND ((valid_until IS NULL) OR (valid_until > now())) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((interview_contact.organisation_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((interview_contact.holder_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('researcher'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY ngo_update ON interview_candidate
--;;
CREATE POLICY ngo_update ON interview_candidate FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON interview_candidate
--;;
CREATE POLICY ngo_read ON interview_candidate FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON interview_candidate
--;;
CREATE POLICY ngo_create ON interview_candidate FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_candidate.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON interview_candidate
--;;
CREATE POLICY municipality_update ON interview_candidate FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON interview_candidate
--;;
CREATE POLICY municipality_read ON interview_candidate FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON interview_candidate
--;;
CREATE POLICY municipality_create ON interview_candidate FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((interview_candidate.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((interview_candidate.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (interview_candidate.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((interview_candidate.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY evaluator_read ON instrument
--;;
CREATE POLICY evaluator_read ON instrument FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND true))
--;;
DROP POLICY answerer_read ON instrument
--;;
CREATE POLICY answerer_read ON instrument FOR SELECT TO answerer USING ((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (instrument.id = of_questionnaire_link.instrument_id) AND (of_questionnaire_link.used_at IS NULL) AND (of_questionnaire_link.ended_at IS NULL) AND (of_questionnaire_link.expires_at > now())))))
--;;
DROP POLICY police_district_update ON incident_summary
--;;
CREATE POLICY police_district_update ON incident_summary FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON incident_summary
--;;
CREATE POLICY police_district_read ON incident_summary FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON incident_summary
--;;
CREATE POLICY police_district_create ON incident_summary FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON incident_summary
--;;
CREATE POLICY ngo_read ON incident_summary FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_summary.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_summary'::text) AND (incident_summary.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((incident_summary.organisation_id = of_agreement_coverage.organisation_id) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON incident_summary
--;;
CREATE POLICY municipality_read ON incident_summary FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_summary.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_summary'::text) AND (incident_summary.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((incident_summary.organisation_id = of_agreement_coverage.organisation_id) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_summary.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON incident_offence
--;;
CREATE POLICY police_district_update ON incident_offence FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON incident_offence
--;;
CREATE POLICY police_district_read ON incident_offence FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON incident_offence
--;;
CREATE POLICY police_district_create ON incident_offence FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (track = 'perpetrator'::text) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON incident_offence
--;;
CREATE POLICY municipality_read ON incident_offence FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_offence.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_offence'::text) AND (incident_offence.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('criminal_offences'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((incident_offence.organisation_id = of_agreement_coverage.organisation_id) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = 'perpetrator'::text) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_offence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON incident_account
--;;
CREATE POLICY police_district_update ON incident_account FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON incident_account
--;;
CREATE POLICY police_district_read ON incident_account FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON incident_account
--;;
CREATE POLICY police_district_create ON incident_account FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON incident_account
--;;
CREATE POLICY municipality_read ON incident_account FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_account.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_account'::text) AND (incident_account.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((incident_account.organisation_id = of_agreement_coverage.organisation_id) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident_account.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON incident
--;;
CREATE POLICY police_district_update ON incident FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON incident
--;;
CREATE POLICY police_district_read ON incident FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON incident
--;;
CREATE POLICY police_district_create ON incident FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((incident.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY evaluator_read ON idempotency
--;;
CREATE POLICY evaluator_read ON idempotency FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_create ON idempotency
--;;
CREATE POLICY evaluator_create ON idempotency FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY agency_read ON grant_voucher
--;;
CREATE POLICY agency_read ON grant_voucher FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM grant_account of_grant_account
  WHERE ((grant_voucher.account_id = of_grant_account.id) AND (of_grant_account.submitted_at IS NOT NULL) AND (of_grant_account.status <> 'returned'::text)))))
--;;
DROP POLICY agency_read ON grant_notice
--;;
CREATE POLICY agency_read ON grant_notice FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_notice.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_update ON grant_instalment
--;;
CREATE POLICY agency_update ON grant_instalment FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_instalment.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_read ON grant_instalment
--;;
CREATE POLICY agency_read ON grant_instalment FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_instalment.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_create ON grant_instalment
--;;
CREATE POLICY agency_create ON grant_instalment FOR INSERT TO agency WITH CHECK ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_instalment.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_update ON grant_decision
--;;
CREATE POLICY agency_update ON grant_decision FOR UPDATE TO agency USING ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_decision.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_read ON grant_decision
--;;
CREATE POLICY agency_read ON grant_decision FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_decision.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_create ON grant_decision
--;;
CREATE POLICY agency_create ON grant_decision FOR INSERT TO agency WITH CHECK ((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_decision.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))))
--;;
DROP POLICY agency_read ON grant_attachment_content
--;;
CREATE POLICY agency_read ON grant_attachment_content FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_attachment_content.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))) AND (EXISTS ( SELECT 1
   FROM grant_attachment of_grant_attachment
  WHERE ((grant_attachment_content.attachment_id = of_grant_attachment.id) AND (of_grant_attachment.withdrawn_at IS NULL) AND (((of_grant_attachment.kind <> 'voucher'::text) AND (of_grant_attachment.kind <> 'auditor_report'::text)) OR (EXISTS ( SELECT 1
           FROM grant_account of_grant_account
          WHERE ((of_grant_account.auditor_report_id = of_grant_attachment.id) AND (of_grant_account.submitted_at IS NOT NULL) AND (of_grant_account.status <> 'returned'::text)))) OR (EXISTS ( SELECT 1
           FROM grant_voucher of_grant_voucher
          WHERE ((of_grant_voucher.attachment_id = of_grant_attachment.id) AND (EXISTS ( SELECT 1
                   FROM grant_account of_grant_account
                  WHERE ((of_grant_account.id = of_grant_voucher.account_id) AND (of_grant_account.submitted_at IS NOT NULL) AND (of_grant_account.status <> 'returned'::text)))))))))))))
--;;
DROP POLICY agency_read ON grant_attachment
--;;
CREATE POLICY agency_read ON grant_attachment FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_attachment.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))) AND (withdrawn_at IS NULL) AND (((kind <> 'voucher'::text) AND (kind <> 'auditor_report'::text)) OR (EXISTS ( SELECT 1
   FROM grant_account of_grant_account
  WHERE ((grant_attachment.id = of_grant_account.auditor_report_id) AND (of_grant_account.submitted_at IS NOT NULL) AND (of_grant_account.status <> 'returned'::text)))) OR (EXISTS ( SELECT 1
   FROM grant_voucher of_grant_voucher
  WHERE ((grant_attachment.id = of_grant_voucher.attachment_id) AND (EXISTS ( SELECT 1
           FROM grant_account of_grant_account
          WHERE ((of_grant_account.id = of_grant_voucher.account_id) AND (of_grant_account.submitted_at IS NOT NULL) AND (of_grant_account.status <> 'returned'::text))))))))))
--;;
DROP POLICY ngo_update ON follow_up
--;;
CREATE POLICY ngo_update ON follow_up FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON follow_up
--;;
CREATE POLICY ngo_read ON follow_up FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON follow_up
--;;
CREATE POLICY ngo_create ON follow_up FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON follow_up
--;;
CREATE POLICY municipality_update ON follow_up FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON follow_up
--;;
CREATE POLICY municipality_read ON follow_up FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON follow_up
--;;
CREATE POLICY municipality_create ON follow_up FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((follow_up.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON follow_up
--;;
CREATE POLICY builder_read ON follow_up FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((follow_up.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((follow_up.organisation_id = of_agreement_coverage.organisation_id) AND (follow_up.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'follow_up'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY police_district_update ON evaluation_contribution
--;;
CREATE POLICY police_district_update ON evaluation_contribution FOR UPDATE TO police_district USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY ngo_update ON evaluation_contribution
--;;
CREATE POLICY ngo_update ON evaluation_contribution FOR UPDATE TO ngo USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY municipality_update ON evaluation_contribution
--;;
CREATE POLICY municipality_update ON evaluation_contribution FOR UPDATE TO municipality USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_update ON evaluation_contribution
--;;
CREATE POLICY evaluator_update ON evaluation_contribution FOR UPDATE TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_read ON evaluation_contribution
--;;
CREATE POLICY evaluator_read ON evaluation_contribution FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY evaluator_create ON evaluation_contribution
--;;
CREATE POLICY evaluator_create ON evaluation_contribution FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY agency_read ON evaluation_contribution
--;;
CREATE POLICY agency_read ON evaluation_contribution FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((evaluation_contribution.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY police_district_create ON disclosure
--;;
CREATE POLICY police_district_create ON disclosure FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_update ON disclosure
--;;
CREATE POLICY ngo_update ON disclosure FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_create ON disclosure
--;;
CREATE POLICY ngo_create ON disclosure FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_update ON disclosure
--;;
CREATE POLICY municipality_update ON disclosure FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_create ON disclosure
--;;
CREATE POLICY municipality_create ON disclosure FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY police_district_read ON data_key
--;;
CREATE POLICY police_district_read ON data_key FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON data_key
--;;
CREATE POLICY police_district_create ON data_key FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((data_key.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON data_key
--;;
CREATE POLICY ngo_read ON data_key FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((data_key.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (data_key.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((data_key.organisation_id = of_agreement_coverage.organisation_id) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON data_key
--;;
CREATE POLICY ngo_create ON data_key FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((data_key.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON data_key
--;;
CREATE POLICY municipality_read ON data_key FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((data_key.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (data_key.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((data_key.organisation_id = of_agreement_coverage.organisation_id) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON data_key
--;;
CREATE POLICY municipality_create ON data_key FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((data_key.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON course
--;;
CREATE POLICY ngo_update ON course FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON course
--;;
CREATE POLICY ngo_read ON course FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON course
--;;
CREATE POLICY ngo_create ON course FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((course.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON course
--;;
CREATE POLICY municipality_update ON course FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON course
--;;
CREATE POLICY municipality_read ON course FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((course.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'course'::text) AND (course.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL)))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((course.organisation_id = of_agreement_coverage.organisation_id) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON course
--;;
CREATE POLICY municipality_create ON course FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((course.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((course.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON course
--;;
CREATE POLICY builder_read ON course FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((course.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((course.organisation_id = of_agreement_coverage.organisation_id) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY builder_read ON cost_course
--;;
CREATE POLICY builder_read ON cost_course FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((cost_course.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((cost_course.organisation_id = of_agreement_coverage.organisation_id) AND (cost_course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY builder_read ON cost
--;;
CREATE POLICY builder_read ON cost FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM cost_course of_cost_course
  WHERE ((cost.id = of_cost_course.cost_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.citizen_id = of_cost_course.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((cost.organisation_id = of_agreement_coverage.organisation_id) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY agency_read ON cost
--;;
CREATE POLICY agency_read ON cost FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((cost.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND ((status = 'booked'::text) OR (status = 'audited'::text)) AND (EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((cost.project_id = of_grant_application.project_id) AND (cost.organisation_id = of_grant_application.organisation_id) AND ((of_grant_application.status = 'granted'::text) OR (of_grant_application.status = 'closed'::text))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((cost.organisation_id = of_agreement_coverage.organisation_id) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY police_district_read ON contact_attempt
--;;
CREATE POLICY police_district_read ON contact_attempt FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON contact_attempt
--;;
CREATE POLICY police_district_create ON contact_attempt FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((contact_attempt.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON contact_attempt
--;;
CREATE POLICY ngo_read ON contact_attempt FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON contact_attempt
--;;
CREATE POLICY ngo_create ON contact_attempt FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((contact_attempt.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((contact_attempt.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((contact_attempt.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON contact_attempt
--;;
CREATE POLICY municipality_read ON contact_attempt FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON contact_attempt
--;;
CREATE POLICY municipality_create ON contact_attempt FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((contact_attempt.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((contact_attempt.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_referral.id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text))))))))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((contact_attempt.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON contact_attempt
--;;
CREATE POLICY builder_read ON contact_attempt FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((contact_attempt.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((contact_attempt.organisation_id = of_agreement_coverage.organisation_id) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY police_district_read ON consent_form
--;;
CREATE POLICY police_district_read ON consent_form FOR SELECT TO police_district USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent_form.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY ngo_read ON consent_form
--;;
CREATE POLICY ngo_read ON consent_form FOR SELECT TO ngo USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent_form.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY municipality_read ON consent_form
--;;
CREATE POLICY municipality_read ON consent_form FOR SELECT TO municipality USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent_form.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY evaluator_read ON consent_form
--;;
CREATE POLICY evaluator_read ON consent_form FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent_form.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))))
--;;
DROP POLICY police_district_update ON consent
--;;
CREATE POLICY police_district_update ON consent FOR UPDATE TO police_district USING (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))))))) WITH CHECK (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (status = 'withdrawn'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON consent
--;;
CREATE POLICY police_district_read ON consent FOR SELECT TO police_district USING ((((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON consent
--;;
CREATE POLICY police_district_create ON consent FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON consent
--;;
CREATE POLICY ngo_update ON consent FOR UPDATE TO ngo USING (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))))))) WITH CHECK (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (status = 'withdrawn'::text)) OR ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (status = 'withdrawn'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON consent
--;;
CREATE POLICY ngo_read ON consent FOR SELECT TO ngo USING (((((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON consent
--;;
CREATE POLICY ngo_create ON consent FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON consent
--;;
CREATE POLICY municipality_update ON consent FOR UPDATE TO municipality USING (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))))))) WITH CHECK (((((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (status = 'withdrawn'::text)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (status = 'withdrawn'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON consent
--;;
CREATE POLICY municipality_read ON consent FOR SELECT TO municipality USING ((((((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) OR (((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON consent
--;;
CREATE POLICY municipality_create ON consent FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY evaluator_entrance_read ON client
--;;
CREATE POLICY evaluator_entrance_read ON client FOR SELECT TO evaluator_entrance USING ((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((client.organisation_id = of_organisation.id) AND (of_organisation.type = 'evaluator'::text)))))
--;;
DROP POLICY police_district_update ON citizen_residence
--;;
CREATE POLICY police_district_update ON citizen_residence FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_residence
--;;
CREATE POLICY police_district_read ON citizen_residence FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_residence
--;;
CREATE POLICY police_district_create ON citizen_residence FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_residence.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_residence
--;;
CREATE POLICY ngo_read ON citizen_residence FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_residence.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_residence.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_residence.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_residence.updated_at <= of_disclosure.as_of)) AND ((citizen_residence.superseded_at IS NULL) OR (citizen_residence.superseded_at > LEAST(of_disclosure.opened_at, of_disclosure.as_of)))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_residence.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((protection = 'none'::text) OR (protection = 'name_and_address'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen_residence
--;;
CREATE POLICY ngo_create ON citizen_residence FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_residence.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_residence.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_residence
--;;
CREATE POLICY municipality_update ON citizen_residence FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_residence
--;;
CREATE POLICY municipality_read ON citizen_residence FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_residence.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_residence.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_residence.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_residence.updated_at <= of_disclosure.as_of)) AND ((citizen_residence.superseded_at IS NULL) OR (citizen_residence.superseded_at > LEAST(of_disclosure.opened_at, of_disclosure.as_of)))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_residence.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((protection = 'none'::text) OR (protection = 'name_and_address'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_residence
--;;
CREATE POLICY municipality_create ON citizen_residence FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_residence.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON citizen_residence
--;;
CREATE POLICY builder_read ON citizen_residence FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_residence.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_residence.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((protection = 'none'::text) OR (protection = 'name_and_address'::text))))
--;;
DROP POLICY police_district_update ON citizen_identity
--;;
CREATE POLICY police_district_update ON citizen_identity FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_identity
--;;
CREATE POLICY police_district_read ON citizen_identity FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_identity
--;;
CREATE POLICY police_district_create ON citizen_identity FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_identity.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_identity
--;;
CREATE POLICY ngo_read ON citizen_identity FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_identity.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_identity.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_identity.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen_identity
--;;
CREATE POLICY ngo_create ON citizen_identity FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_identity.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_identity.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_identity
--;;
CREATE POLICY municipality_update ON citizen_identity FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_identity
--;;
CREATE POLICY municipality_read ON citizen_identity FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_identity.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_identity.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_identity.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_identity
--;;
CREATE POLICY municipality_create ON citizen_identity FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_identity.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON citizen_cpr
--;;
CREATE POLICY police_district_update ON citizen_cpr FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_cpr
--;;
CREATE POLICY police_district_read ON citizen_cpr FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_cpr
--;;
CREATE POLICY police_district_create ON citizen_cpr FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_cpr.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_cpr
--;;
CREATE POLICY ngo_read ON citizen_cpr FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_cpr.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes)))))) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_cpr.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'cpr'::text) AND (citizen_cpr.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_cpr.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen_cpr
--;;
CREATE POLICY ngo_create ON citizen_cpr FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_cpr.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_cpr.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_cpr
--;;
CREATE POLICY municipality_update ON citizen_cpr FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_cpr
--;;
CREATE POLICY municipality_read ON citizen_cpr FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_cpr.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'cpr'::text) AND (citizen_cpr.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_cpr.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_cpr
--;;
CREATE POLICY municipality_create ON citizen_cpr FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_cpr.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON citizen_contact
--;;
CREATE POLICY police_district_update ON citizen_contact FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_contact.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.category = 'contact'::text) AND (of_disclosure.source_organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.opened_at IS NOT NULL))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_contact
--;;
CREATE POLICY police_district_read ON citizen_contact FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_contact
--;;
CREATE POLICY police_district_create ON citizen_contact FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_contact.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON citizen_contact
--;;
CREATE POLICY ngo_update ON citizen_contact FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_contact.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_contact.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_contact
--;;
CREATE POLICY ngo_read ON citizen_contact FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_contact.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'contact'::text) AND (citizen_contact.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_contact.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_contact.updated_at <= of_disclosure.as_of))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_contact.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen_contact
--;;
CREATE POLICY ngo_create ON citizen_contact FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_contact.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_contact.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_contact
--;;
CREATE POLICY municipality_update ON citizen_contact FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_contact
--;;
CREATE POLICY municipality_read ON citizen_contact FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_contact.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'contact'::text) AND (citizen_contact.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_contact.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_contact.updated_at <= of_disclosure.as_of))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_contact.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_contact
--;;
CREATE POLICY municipality_create ON citizen_contact FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_contact.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON citizen_background
--;;
CREATE POLICY police_district_update ON citizen_background FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_background
--;;
CREATE POLICY police_district_read ON citizen_background FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_background
--;;
CREATE POLICY police_district_create ON citizen_background FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_background.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON citizen_background
--;;
CREATE POLICY ngo_update ON citizen_background FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_background.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_background.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_background
--;;
CREATE POLICY ngo_read ON citizen_background FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen_background
--;;
CREATE POLICY ngo_create ON citizen_background FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_background.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_background.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_background
--;;
CREATE POLICY municipality_update ON citizen_background FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_background
--;;
CREATE POLICY municipality_read ON citizen_background FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_background
--;;
CREATE POLICY municipality_create ON citizen_background FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_background.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON citizen_background
--;;
CREATE POLICY builder_read ON citizen_background FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_background.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_background.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY police_district_update ON citizen_address
--;;
CREATE POLICY police_district_update ON citizen_address FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen_address
--;;
CREATE POLICY police_district_read ON citizen_address FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_address
--;;
CREATE POLICY police_district_create ON citizen_address FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_address.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_address
--;;
CREATE POLICY ngo_read ON citizen_address FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_address.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'address'::text) AND (citizen_address.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('address'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_address.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_address.updated_at <= of_disclosure.as_of))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_address.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (source = 'citizen'::text) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen_address
--;;
CREATE POLICY municipality_update ON citizen_address FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen_address
--;;
CREATE POLICY municipality_read ON citizen_address FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen_address
--;;
CREATE POLICY municipality_create ON citizen_address FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((EXISTS ( SELECT 1
   FROM citizen of_citizen
  WHERE ((citizen_address.citizen_id = of_citizen.id) AND (of_citizen.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_update ON citizen
--;;
CREATE POLICY police_district_update ON citizen FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON citizen
--;;
CREATE POLICY police_district_read ON citizen FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen
--;;
CREATE POLICY police_district_create ON citizen FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((citizen.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON citizen
--;;
CREATE POLICY ngo_update ON citizen FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen
--;;
CREATE POLICY ngo_read ON citizen FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen.id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (citizen.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen.organisation_id = of_agreement_coverage.organisation_id) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON citizen
--;;
CREATE POLICY ngo_create ON citizen FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((citizen.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON citizen
--;;
CREATE POLICY municipality_update ON citizen FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON citizen
--;;
CREATE POLICY municipality_read ON citizen FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen.id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (citizen.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (EXISTS ( SELECT 1
                   FROM agreement_coverage of_agreement_coverage
                  WHERE ((of_agreement_coverage.organisation_id = of_consent.organisation_id) AND (of_agreement_coverage.project_id = of_consent.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (NOT (EXISTS ( SELECT 1
           FROM referral_outcome of_referral_outcome
          WHERE ((of_referral_outcome.referral_id = of_disclosure.referral_id) AND (of_referral_outcome.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral_outcome.completed_at IS NOT NULL) AND ((of_referral_outcome.outcome = 'declined'::text) OR (of_referral_outcome.outcome = 'not_reached'::text)))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen.organisation_id = of_agreement_coverage.organisation_id) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_create ON citizen
--;;
CREATE POLICY municipality_create ON citizen FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((citizen.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY builder_read ON citizen
--;;
CREATE POLICY builder_read ON citizen FOR SELECT TO builder USING (((EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen.id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen.organisation_id = of_agreement_coverage.organisation_id) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY evaluator_update ON calendar_feed
--;;
CREATE POLICY evaluator_update ON calendar_feed FOR UPDATE TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_read ON calendar_feed
--;;
CREATE POLICY evaluator_read ON calendar_feed FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_create ON calendar_feed
--;;
CREATE POLICY evaluator_create ON calendar_feed FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY police_district_read ON audit_subject
--;;
CREATE POLICY police_district_read ON audit_subject FOR SELECT TO police_district USING ((((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))))))
--;;
DROP POLICY ngo_read ON audit_subject
--;;
CREATE POLICY ngo_read ON audit_subject FOR SELECT TO ngo USING ((((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) OR ((track IS NULL) AND (NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) OR ((track IS NULL) AND (NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) OR ((track IS NULL) AND (NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND ((track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) OR ((track IS NULL) AND (NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))))))
--;;
DROP POLICY municipality_read ON audit_subject
--;;
CREATE POLICY municipality_read ON audit_subject FOR SELECT TO municipality USING ((((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))) OR ((controller_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((audit_subject.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid)))))))
--;;
DROP POLICY evaluator_create ON audit_subject
--;;
CREATE POLICY evaluator_create ON audit_subject FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY answerer_create ON audit_subject
--;;
CREATE POLICY answerer_create ON audit_subject FOR INSERT TO answerer WITH CHECK ((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (audit_subject.citizen_id = of_questionnaire_link.citizen_id) AND (audit_subject.organisation_id = of_questionnaire_link.organisation_id)))))
--;;
DROP POLICY evaluator_read ON audit_event
--;;
CREATE POLICY evaluator_read ON audit_event FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_create ON audit_event
--;;
CREATE POLICY evaluator_create ON audit_event FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY answerer_create ON audit_event
--;;
CREATE POLICY answerer_create ON audit_event FOR INSERT TO answerer WITH CHECK ((EXISTS ( SELECT 1
   FROM questionnaire_link of_questionnaire_link
  WHERE ((of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link'::text, true), ''::text)) AND (audit_event.record_id = of_questionnaire_link.response_id) AND (audit_event.organisation_id = of_questionnaire_link.organisation_id)))))
--;;
DROP POLICY evaluator_read ON agreement_coverage
--;;
CREATE POLICY evaluator_read ON agreement_coverage FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND true))
--;;
DROP POLICY evaluator_update ON agreement
--;;
CREATE POLICY evaluator_update ON agreement FOR UPDATE TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))
--;;
DROP POLICY evaluator_read ON agreement
--;;
CREATE POLICY evaluator_read ON agreement FOR SELECT TO evaluator USING (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))
--;;
DROP POLICY evaluator_create ON agreement
--;;
CREATE POLICY evaluator_create ON agreement FOR INSERT TO evaluator WITH CHECK (((EXISTS ( SELECT 1
   FROM organisation of_organisation
  WHERE ((of_organisation.id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_organisation.type = 'evaluator'::text)))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS programme_flow(uuid)
--;;
CREATE OR REPLACE FUNCTION public.programme_flow(asked uuid)
 RETURNS TABLE(step text, at_least integer)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  me constant uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
  municipal boolean;
BEGIN
  SELECT project.programme = 'municipal_maturation_2022_2025' INTO municipal FROM project
  WHERE project.id = asked AND (
    (current_setting('role', true) = 'police_district' AND ((EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = project.id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = project.id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))))
    OR (current_setting('role', true) = 'municipality' AND ((EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = project.id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = project.id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))))
    OR (current_setting('role', true) = 'ngo' AND ((EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = project.id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_agreement_coverage.project_id = project.id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))))
    OR (current_setting('role', true) = 'agency' AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = project.id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
  );
  IF NOT FOUND THEN
    RETURN;
  END IF;
  RETURN QUERY
  WITH signed AS (
    SELECT citizen_id, bool_or(organisation_id = me OR me = ANY (recipients)) AS known
    FROM consent
    WHERE project_id = asked AND status IN ('active', 'withdrawn', 'expired', 'superseded')
    GROUP BY citizen_id
  ), sent AS (
    SELECT referral.citizen_id, bool_or(kind = 'initial') AS passed_on,
           bool_or(referral.organisation_id = me) AS by_me, bool_or(recipient_id = me) AS to_me,
           -- By the consent that the referral itself rests on: another one, made for the purpose, takes nobody out.
           bool_or(referral.organisation_id = me AND 'feedback_to_sender' = ANY (consent.scopes)) AS told_me,
           bool_or(kind = 'initial' AND referral.status <> 'rejected'
                   AND coalesce(recalled_at, now()) >= responded_at + interval '28 days') AS settled
    FROM referral JOIN consent ON consent.id = referral.consent_id
    WHERE referral.project_id = asked AND sent_at IS NOT NULL
    GROUP BY referral.citizen_id
  ), reached AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me
    FROM contact_attempt
    WHERE project_id = asked AND outcome IN ('reached', 'appointment_made', 'declined_offer')
    GROUP BY citizen_id
  ), ran AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me,
           bool_or(status NOT IN ('created', 'not_started')) AS started,
           bool_or(status IN ('completed', 'interrupted', 'referred_on')) AS ended
    FROM course
    WHERE project_id = asked
    GROUP BY citizen_id
  ), looked_back AS (
    SELECT citizen_id, bool_or(organisation_id = me) AS by_me
    FROM follow_up
    WHERE project_id = asked AND status = 'completed'
    GROUP BY citizen_id
  ), person AS (
    SELECT
      -- Whom the asker neither registered nor was sent.
      citizen.organisation_id <> me AND sent.to_me IS NOT TRUE AS strange,
      signed.citizen_id IS NOT NULL AS consented, signed.known IS TRUE AS consent_known,
      sent.passed_on IS TRUE AS passed_on, sent.by_me IS TRUE AS sent_by_me,
      reached.citizen_id IS NOT NULL OR ran.citizen_id IS NOT NULL AS contacted,
      ran.started IS TRUE AS started, ran.ended IS TRUE AS ended, looked_back.citizen_id IS NOT NULL AS followed_up,
      -- Of whom the asker knows, or may be told, how it went.
      sent.to_me IS TRUE OR reached.by_me IS TRUE OR ran.by_me IS TRUE
        OR sent.told_me IS TRUE AS course_known,
      looked_back.by_me IS TRUE AS look_known,
      -- With a recipient, or with whoever runs courses and registered them, for so long that a course could be.
      sent.settled IS TRUE OR (
        citizen.organisation_id <> me AND (municipal OR registrar.type = 'ngo')
        AND citizen.created_at <= now() - interval '28 days'
      ) AS could_be
    FROM citizen
    JOIN organisation AS registrar ON registrar.id = citizen.organisation_id
    LEFT JOIN signed ON signed.citizen_id = citizen.id
    LEFT JOIN sent ON sent.citizen_id = citizen.id
    LEFT JOIN reached ON reached.citizen_id = citizen.id
    LEFT JOIN ran ON ran.citizen_id = citizen.id
    LEFT JOIN looked_back ON looked_back.citizen_id = citizen.id
    WHERE citizen.project_id = asked
  ), counted AS (
    SELECT
      count(*) FILTER (WHERE strange) AS identified,
      count(*) FILTER (WHERE strange AND NOT consent_known) AS may_consent,
      count(*) FILTER (WHERE strange AND NOT consent_known AND consented) AS consented,
      count(*) FILTER (WHERE strange AND NOT sent_by_me) AS may_be_sent,
      count(*) FILTER (WHERE strange AND NOT sent_by_me AND passed_on) AS passed_on,
      count(*) FILTER (WHERE could_be AND NOT course_known) AS could_be,
      count(*) FILTER (WHERE contacted AND NOT course_known) AS contacted,
      count(*) FILTER (WHERE started AND NOT course_known) AS started,
      count(*) FILTER (WHERE ended AND NOT course_known) AS ended,
      count(*) FILTER (WHERE could_be AND NOT course_known AND NOT look_known) AS could_be_seen,
      count(*) FILTER (WHERE followed_up AND NOT course_known AND NOT look_known) AS followed_up
    FROM person
  )
  SELECT numbers.* FROM counted, LATERAL (VALUES
    ('identified', nullif(greatest(counted.identified, 0) / 5 * 5, 0)::integer),
    ('consented', nullif(greatest(least(counted.consented, counted.may_consent - 5, counted.may_consent * 80 / 100), 0) / 5 * 5, 0)::integer),
    ('passed_on', CASE WHEN NOT municipal THEN nullif(greatest(least(counted.passed_on, counted.may_be_sent - 5, counted.may_be_sent * 80 / 100), 0) / 5 * 5, 0)::integer END),
    ('contacted', CASE WHEN NOT municipal THEN nullif(greatest(least(counted.contacted, counted.could_be - 5, counted.could_be * 80 / 100), 0) / 5 * 5, 0)::integer END),
    ('started', nullif(greatest(least(counted.started, counted.could_be - 5, counted.could_be * 80 / 100), 0) / 5 * 5, 0)::integer),
    ('ended', nullif(greatest(least(counted.ended, counted.could_be - 5, counted.could_be * 80 / 100), 0) / 5 * 5, 0)::integer),
    ('followed_up', nullif(greatest(least(counted.followed_up, counted.could_be_seen - 5, counted.could_be_seen * 80 / 100), 0) / 5 * 5, 0)::integer)
  ) AS numbers;
END
$function$

--;;
REVOKE ALL ON FUNCTION programme_flow(uuid) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO agency
--;;
GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO municipality
--;;
GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO ngo
--;;
GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO police_district
--;;
ALTER FUNCTION programme_flow(uuid) OWNER TO flow_counter
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
