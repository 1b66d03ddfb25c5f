ALTER TABLE agreement ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement_coverage ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE agreement_coverage FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE assignment ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE assignment FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_event ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_event FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_seal ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_seal FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_subject ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE audit_subject FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_address ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_address FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_contact ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_contact FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_cpr ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_cpr FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_identity ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_identity FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_residence ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_residence FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE client ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE client FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE consent ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE consent FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE consent_form ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE consent_form FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE contact_attempt ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE contact_attempt FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE cost ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE cost FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE cost_course ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE cost_course FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE course ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE course FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE data_key ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE data_key FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE disclosure ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE disclosure FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE external_reference ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE external_reference FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE follow_up ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE follow_up FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_account ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_account FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_application ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_application FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment_content ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment_content FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_budget ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_budget FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_decision ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_decision FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_instalment ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_instalment FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_notice ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_notice FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_voucher ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_voucher FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE hourly_rate ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE hourly_rate FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE idempotency ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE idempotency FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_account ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_account FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_offence ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_offence FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_summary ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE incident_summary FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE instrument ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE instrument FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_candidate ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_candidate FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_contact ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_contact FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_assessment ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_assessment FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_criteria ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_criteria FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_decision ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_decision FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_plan ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_plan FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE organisation ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE organisation FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pair_link ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pair_link FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE project ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE project FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE project_partner ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE project_partner FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_answers ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_answers FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_link ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_link FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_response ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_response FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_outcome ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_outcome FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_summary ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE referral_summary FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE session ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE session FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE session_note ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE session_note FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE staff ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE staff FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE support_need ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE support_need FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE time_entry ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE time_entry FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE token_denial ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE token_denial FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE training_day ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE training_day FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE used_assertion ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE used_assertion FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE withdrawal_acknowledgement ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE withdrawal_acknowledgement FORCE ROW LEVEL SECURITY
--;;
CREATE OR REPLACE FUNCTION has_registered(citizen uuid, organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  RETURN EXISTS (SELECT FROM public.citizen AS known WHERE known.id = citizen AND known.organisation_id = organisation);
END
$body$
--;;
REVOKE ALL ON FUNCTION has_registered(uuid, uuid) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION has_registered(uuid, uuid) TO police_district, municipality, ngo, agency, training_provider, operator, evaluator
--;;
CREATE OR REPLACE FUNCTION has_accepted(citizen uuid, organisation uuid) RETURNS boolean LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  RETURN EXISTS (SELECT FROM public.referral AS known
    WHERE known.citizen_id = citizen AND known.recipient_id = organisation AND known.status = 'accepted');
END
$body$
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO police_district, municipality, ngo, agency, training_provider, operator, evaluator
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS programme_flow(uuid)
--;;
CREATE OR REPLACE FUNCTION programme_flow(asked uuid) RETURNS TABLE (step text, at_least integer) LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
    SELECT citizen_id, bool_or(organisation_id = me OR me = ANY (recipients)) AS known,
           bool_or('feedback_to_sender' = ANY (scopes)) AS feedback
    FROM consent
    WHERE project_id = asked AND status IN ('active', 'withdrawn', 'expired', 'superseded')
    GROUP BY citizen_id
  ), sent AS (
    SELECT citizen_id, bool_or(kind = 'initial') AS passed_on,
           bool_or(organisation_id = me) AS by_me, bool_or(recipient_id = me) AS to_me,
           bool_or(kind = 'initial' AND status <> 'rejected'
                   AND coalesce(recalled_at, now()) >= responded_at + interval '28 days') AS settled
    FROM referral
    WHERE project_id = asked AND sent_at IS NOT NULL
    GROUP BY citizen_id
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
        OR (sent.by_me IS TRUE AND signed.feedback IS TRUE) AS course_known,
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
$body$
--;;
REVOKE ALL ON FUNCTION programme_flow(uuid) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO police_district, municipality, ngo, agency
--;;
ALTER FUNCTION programme_flow(uuid) OWNER TO flow_counter
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
CREATE POLICY agency_create ON agreement FOR INSERT TO agency WITH CHECK (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_read ON agreement FOR SELECT TO agency USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_update ON agreement FOR UPDATE TO agency USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_create ON agreement FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
CREATE POLICY evaluator_read ON agreement FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
CREATE POLICY evaluator_update ON agreement FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
CREATE POLICY municipality_create ON agreement FOR INSERT TO municipality WITH CHECK (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON agreement FOR SELECT TO municipality USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_update ON agreement FOR UPDATE TO municipality USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_create ON agreement FOR INSERT TO ngo WITH CHECK (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON agreement FOR SELECT TO ngo USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_update ON agreement FOR UPDATE TO ngo USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY operator_create ON agreement FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON agreement FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON agreement FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_create ON agreement FOR INSERT TO police_district WITH CHECK (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON agreement FOR SELECT TO police_district USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_update ON agreement FOR UPDATE TO police_district USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_create ON agreement FOR INSERT TO training_provider WITH CHECK (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON agreement FOR SELECT TO training_provider USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_update ON agreement FOR UPDATE TO training_provider USING (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_read ON agreement_coverage FOR SELECT TO agency USING (true)
--;;
CREATE POLICY answerer_read ON agreement_coverage FOR SELECT TO answerer USING (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND agreement_coverage.project_id = of_questionnaire_link.project_id AND agreement_coverage.organisation_id = of_questionnaire_link.organisation_id))
--;;
CREATE POLICY authenticator_read ON agreement_coverage FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_entrance_read ON agreement_coverage FOR SELECT TO evaluator_entrance USING (EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE agreement_coverage.organisation_id = of_organisation.id AND of_organisation.type = 'evaluator'))
--;;
CREATE POLICY evaluator_read ON agreement_coverage FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
CREATE POLICY flow_counter_read ON agreement_coverage FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_read ON agreement_coverage FOR SELECT TO municipality USING (true)
--;;
CREATE POLICY ngo_read ON agreement_coverage FOR SELECT TO ngo USING (true)
--;;
CREATE POLICY operator_read ON agreement_coverage FOR SELECT TO operator USING (true)
--;;
CREATE POLICY police_district_read ON agreement_coverage FOR SELECT TO police_district USING (true)
--;;
CREATE POLICY training_provider_read ON agreement_coverage FOR SELECT TO training_provider USING (true)
--;;
CREATE POLICY wall_keeper_create ON agreement_coverage FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY wall_keeper_read ON agreement_coverage FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON agreement_coverage FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON assignment FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY municipality_read ON assignment FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON assignment FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY ngo_create ON assignment FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND assignment.track = NULLIF(current_setting('boundary.track', true), '') AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY ngo_read ON assignment FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND assignment.track = NULLIF(current_setting('boundary.track', true), '') AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON assignment FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND assignment.track = NULLIF(current_setting('boundary.track', true), '') AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY police_district_create ON assignment FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(assignment.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY police_district_read ON assignment FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_update ON assignment FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND assignment.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR assignment.track = NULLIF(current_setting('boundary.track', true), '')) AND assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY wall_keeper_read ON assignment FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON audit_event FOR INSERT TO agency WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_read ON audit_event FOR SELECT TO agency USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY answerer_create ON audit_event FOR INSERT TO answerer WITH CHECK (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND audit_event.record_id = of_questionnaire_link.response_id AND audit_event.organisation_id = of_questionnaire_link.organisation_id))
--;;
CREATE POLICY auditor_read ON audit_event FOR SELECT TO auditor USING (true)
--;;
CREATE POLICY evaluator_create ON audit_event FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_read ON audit_event FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_create ON audit_event FOR INSERT TO municipality WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON audit_event FOR SELECT TO municipality USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND audit_event.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)
--;;
CREATE POLICY ngo_create ON audit_event FOR INSERT TO ngo WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON audit_event FOR SELECT TO ngo USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_event.track = NULLIF(current_setting('boundary.track', true), '') OR audit_event.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_event.track = NULLIF(current_setting('boundary.track', true), '') OR audit_event.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND audit_event.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)
--;;
CREATE POLICY operator_create ON audit_event FOR INSERT TO operator WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY operator_read ON audit_event FOR SELECT TO operator USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_create ON audit_event FOR INSERT TO police_district WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON audit_event FOR SELECT TO police_district USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND audit_event.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)
--;;
CREATE POLICY training_provider_create ON audit_event FOR INSERT TO training_provider WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON audit_event FOR SELECT TO training_provider USING (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY wall_keeper_create ON audit_event FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY auditor_create ON audit_seal FOR INSERT TO auditor WITH CHECK (true)
--;;
CREATE POLICY auditor_read ON audit_seal FOR SELECT TO auditor USING (true)
--;;
CREATE POLICY answerer_create ON audit_subject FOR INSERT TO answerer WITH CHECK (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND audit_subject.citizen_id = of_questionnaire_link.citizen_id AND audit_subject.organisation_id = of_questionnaire_link.organisation_id))
--;;
CREATE POLICY auditor_read ON audit_subject FOR SELECT TO auditor USING (true)
--;;
CREATE POLICY evaluator_create ON audit_subject FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_create ON audit_subject FOR INSERT TO municipality WITH CHECK (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON audit_subject FOR SELECT TO municipality USING (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)))
--;;
CREATE POLICY ngo_create ON audit_subject FOR INSERT TO ngo WITH CHECK (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON audit_subject FOR SELECT TO ngo USING (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_subject.track = NULLIF(current_setting('boundary.track', true), '') OR audit_subject.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_subject.track = NULLIF(current_setting('boundary.track', true), '') OR audit_subject.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_subject.track = NULLIF(current_setting('boundary.track', true), '') OR audit_subject.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (audit_subject.track = NULLIF(current_setting('boundary.track', true), '') OR audit_subject.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)))
--;;
CREATE POLICY police_district_create ON audit_subject FOR INSERT TO police_district WITH CHECK (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON audit_subject FOR SELECT TO police_district USING (audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) OR audit_subject.controller_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE audit_subject.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)))
--;;
CREATE POLICY agency_create ON calendar_feed FOR INSERT TO agency WITH CHECK (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_read ON calendar_feed FOR SELECT TO agency USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_update ON calendar_feed FOR UPDATE TO agency USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY authenticator_read ON calendar_feed FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_create ON calendar_feed FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_read ON calendar_feed FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_update ON calendar_feed FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_create ON calendar_feed FOR INSERT TO municipality WITH CHECK (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON calendar_feed FOR SELECT TO municipality USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_update ON calendar_feed FOR UPDATE TO municipality USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_create ON calendar_feed FOR INSERT TO ngo WITH CHECK (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON calendar_feed FOR SELECT TO ngo USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_update ON calendar_feed FOR UPDATE TO ngo USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_create ON calendar_feed FOR INSERT TO police_district WITH CHECK (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON calendar_feed FOR SELECT TO police_district USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_update ON calendar_feed FOR UPDATE TO police_district USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_create ON calendar_feed FOR INSERT TO training_provider WITH CHECK (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON calendar_feed FOR SELECT TO training_provider USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_update ON calendar_feed FOR UPDATE TO training_provider USING (calendar_feed.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY flow_counter_read ON citizen FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON citizen FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen.id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'citizen' AND citizen.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen.organisation_id = of_agreement_coverage.organisation_id AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen.track = NULLIF(current_setting('boundary.track', true), '') AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen.id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'citizen' AND citizen.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen.organisation_id = of_agreement_coverage.organisation_id AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON citizen FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen.track = NULLIF(current_setting('boundary.track', true), '') AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON citizen FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON citizen_address FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_address FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_address FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_address FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_address.track = NULLIF(current_setting('boundary.track', true), '') AND (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_address.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'address' AND citizen_address.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'address' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_address.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_address.updated_at <= of_disclosure.as_of))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_address.organisation_id = of_agreement_coverage.organisation_id AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_address.source = 'citizen' AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_address FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_address.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_address FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_address FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'address' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_address.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_address.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_address.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_address.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON citizen_contact FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_contact FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_contact.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'contact' AND citizen_contact.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_contact.updated_at <= of_disclosure.as_of))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_contact.organisation_id = of_agreement_coverage.organisation_id AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_contact FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen_contact FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_contact.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_contact FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_contact.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'contact' AND citizen_contact.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_contact.updated_at <= of_disclosure.as_of))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_contact.organisation_id = of_agreement_coverage.organisation_id AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON citizen_contact FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_contact.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_contact.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_contact FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_contact.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_contact FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_contact FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_contact.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_contact.citizen_id = of_disclosure.citizen_id AND of_disclosure.category = 'contact' AND of_disclosure.source_organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.opened_at IS NOT NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_contact.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON citizen_cpr FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_cpr FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_cpr.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'cpr' AND citizen_cpr.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'cpr' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_cpr.organisation_id = of_agreement_coverage.organisation_id AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_cpr FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen_cpr FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_cpr.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'cpr' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_cpr FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_cpr.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'cpr' = ANY (of_consent.scopes))) OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_cpr.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'cpr' AND citizen_cpr.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'cpr' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_cpr.organisation_id = of_agreement_coverage.organisation_id AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_cpr FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_cpr.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_cpr FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_cpr FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'cpr' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_cpr.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_cpr.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_cpr.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_cpr.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON citizen_cpr FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON citizen_identity FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_identity FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_identity.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_identity.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_identity.organisation_id = of_agreement_coverage.organisation_id AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_identity FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen_identity FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_identity.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_identity.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_identity FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_identity.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_identity.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_identity.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_identity.organisation_id = of_agreement_coverage.organisation_id AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_identity FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_identity.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_identity FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_identity FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_identity.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_identity.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_identity.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_identity.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON citizen_residence FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON citizen_residence FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND (citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_residence.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_residence.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_residence.updated_at <= of_disclosure.as_of))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_residence.organisation_id = of_agreement_coverage.organisation_id AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (citizen_residence.protection = 'none' OR citizen_residence.protection = 'name_and_address')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON citizen_residence FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON citizen_residence FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.track = NULLIF(current_setting('boundary.track', true), '') AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE citizen_residence.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON citizen_residence FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.track = NULLIF(current_setting('boundary.track', true), '') AND (citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE citizen_residence.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'identity' AND citizen_residence.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'identity' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen_residence.updated_at <= of_disclosure.opened_at AND (of_disclosure.as_of IS NULL OR citizen_residence.updated_at <= of_disclosure.as_of))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE citizen_residence.organisation_id = of_agreement_coverage.organisation_id AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (citizen_residence.protection = 'none' OR citizen_residence.protection = 'name_and_address')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON citizen_residence FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(citizen_residence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON citizen_residence FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON citizen_residence FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'identity' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen_residence.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen_residence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen_residence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen_residence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY authenticator_read ON client FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_entrance_read ON client FOR SELECT TO evaluator_entrance USING (EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE client.organisation_id = of_organisation.id AND of_organisation.type = 'evaluator'))
--;;
CREATE POLICY operator_create ON client FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON client FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON client FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY flow_counter_read ON consent FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON consent FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON consent FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON consent FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL)))) WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.status = 'withdrawn') AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON consent FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.track = NULLIF(current_setting('boundary.track', true), '') AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON consent FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.track = NULLIF(current_setting('boundary.track', true), '') AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON consent FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.track = NULLIF(current_setting('boundary.track', true), '') AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL)))) WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.track = NULLIF(current_setting('boundary.track', true), '') AND (consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (consent.recipients) AND consent.status != 'draft' AND consent.status != 'refused' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE consent.organisation_id = of_agreement_coverage.organisation_id AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.status = 'withdrawn') AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON consent FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON consent FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON consent FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON consent FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON consent_form FOR INSERT TO agency WITH CHECK (true)
--;;
CREATE POLICY agency_read ON consent_form FOR SELECT TO agency USING (true)
--;;
CREATE POLICY agency_update ON consent_form FOR UPDATE TO agency USING (true)
--;;
CREATE POLICY evaluator_read ON consent_form FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent_form.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_read ON consent_form FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent_form.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY ngo_read ON consent_form FOR SELECT TO ngo USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent_form.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY operator_create ON consent_form FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON consent_form FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON consent_form FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON consent_form FOR SELECT TO police_district USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent_form.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY flow_counter_read ON contact_attempt FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON contact_attempt FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE contact_attempt.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE contact_attempt.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON contact_attempt FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON contact_attempt FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND contact_attempt.track = NULLIF(current_setting('boundary.track', true), '') AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE contact_attempt.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE contact_attempt.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON contact_attempt FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND contact_attempt.track = NULLIF(current_setting('boundary.track', true), '') AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON contact_attempt FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(contact_attempt.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON contact_attempt FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY agency_read ON cost FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE cost.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND cost.status != 'draft' AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE cost.organisation_id = of_agreement_coverage.organisation_id AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_create ON cost FOR INSERT TO municipality WITH CHECK (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_read ON cost FOR SELECT TO municipality USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_update ON cost FOR UPDATE TO municipality USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY ngo_create ON cost FOR INSERT TO ngo WITH CHECK (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY ngo_read ON cost FOR SELECT TO ngo USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY ngo_update ON cost FOR UPDATE TO ngo USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY police_district_create ON cost FOR INSERT TO police_district WITH CHECK (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY police_district_read ON cost FOR SELECT TO police_district USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY police_district_update ON cost FOR UPDATE TO police_district USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY wall_keeper_read ON cost FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON cost_course FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost_course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR cost_course.track = NULLIF(current_setting('boundary.track', true), '')) AND cost_course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON cost_course FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost_course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR cost_course.track = NULLIF(current_setting('boundary.track', true), '')) AND cost_course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON cost_course FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost_course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND cost_course.track = NULLIF(current_setting('boundary.track', true), '') AND cost_course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON cost_course FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost_course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND cost_course.track = NULLIF(current_setting('boundary.track', true), '') AND cost_course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY flow_counter_read ON course FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON course FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR course.track = NULLIF(current_setting('boundary.track', true), '')) AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE course.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE course.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON course FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR course.track = NULLIF(current_setting('boundary.track', true), '')) AND (course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE course.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'course' AND course.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'bridging' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE course.organisation_id = of_agreement_coverage.organisation_id AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON course FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR course.track = NULLIF(current_setting('boundary.track', true), '')) AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON course FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND course.track = NULLIF(current_setting('boundary.track', true), '') AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE course.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON course FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND course.track = NULLIF(current_setting('boundary.track', true), '') AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON course FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND course.track = NULLIF(current_setting('boundary.track', true), '') AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON data_key FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON data_key FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND (data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE data_key.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'citizen' AND data_key.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE data_key.organisation_id = of_agreement_coverage.organisation_id AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON data_key FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND data_key.track = NULLIF(current_setting('boundary.track', true), '') AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON data_key FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND data_key.track = NULLIF(current_setting('boundary.track', true), '') AND (data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE data_key.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'citizen' AND data_key.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE data_key.organisation_id = of_agreement_coverage.organisation_id AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON data_key FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(data_key.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON data_key FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR data_key.track = NULLIF(current_setting('boundary.track', true), '')) AND data_key.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND data_key.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE data_key.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON disclosure FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR disclosure.track = NULLIF(current_setting('boundary.track', true), '')) AND disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE disclosure.referral_id = of_referral.id AND of_referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.citizen_id = of_referral.citizen_id AND disclosure.recipient_id = of_referral.recipient_id)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE disclosure.consent_id = of_consent.id AND disclosure.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND disclosure.recipient_id = ANY (of_consent.recipients) AND disclosure.scope = ANY (of_consent.scopes))) AND disclosure.opened_at IS NULL AND disclosure.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON disclosure FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR disclosure.track = NULLIF(current_setting('boundary.track', true), '')) AND (disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR disclosure.source_organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON disclosure FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR disclosure.track = NULLIF(current_setting('boundary.track', true), '')) AND disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE disclosure.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE disclosure.consent_id = of_consent.id AND disclosure.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND disclosure.recipient_id = ANY (of_consent.recipients) AND disclosure.scope = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON disclosure FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND disclosure.track = NULLIF(current_setting('boundary.track', true), '') AND disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE disclosure.referral_id = of_referral.id AND of_referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.citizen_id = of_referral.citizen_id AND disclosure.recipient_id = of_referral.recipient_id)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE disclosure.consent_id = of_consent.id AND disclosure.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND disclosure.recipient_id = ANY (of_consent.recipients) AND disclosure.scope = ANY (of_consent.scopes))) AND disclosure.opened_at IS NULL AND disclosure.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON disclosure FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND disclosure.track = NULLIF(current_setting('boundary.track', true), '') AND (disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR disclosure.source_organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON disclosure FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND disclosure.track = NULLIF(current_setting('boundary.track', true), '') AND disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE disclosure.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE disclosure.consent_id = of_consent.id AND disclosure.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND disclosure.recipient_id = ANY (of_consent.recipients) AND disclosure.scope = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_create ON disclosure FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR disclosure.track = NULLIF(current_setting('boundary.track', true), '')) AND disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE disclosure.referral_id = of_referral.id AND of_referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.citizen_id = of_referral.citizen_id AND disclosure.recipient_id = of_referral.recipient_id)) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE disclosure.consent_id = of_consent.id AND disclosure.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND disclosure.recipient_id = ANY (of_consent.recipients) AND disclosure.scope = ANY (of_consent.scopes))) AND disclosure.opened_at IS NULL AND disclosure.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON disclosure FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND disclosure.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR disclosure.track = NULLIF(current_setting('boundary.track', true), '')) AND (disclosure.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR disclosure.source_organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON disclosure FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON disclosure FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY agency_read ON evaluation_contribution FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY evaluator_create ON evaluation_contribution FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY evaluator_read ON evaluation_contribution FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY evaluator_update ON evaluation_contribution FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_read ON evaluation_contribution FOR SELECT TO municipality USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_update ON evaluation_contribution FOR UPDATE TO municipality USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON evaluation_contribution FOR SELECT TO ngo USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_update ON evaluation_contribution FOR UPDATE TO ngo USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON evaluation_contribution FOR SELECT TO police_district USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_update ON evaluation_contribution FOR UPDATE TO police_district USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_create ON external_reference FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON external_reference FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON external_reference FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON external_reference FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND external_reference.track = NULLIF(current_setting('boundary.track', true), '') AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON external_reference FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND external_reference.track = NULLIF(current_setting('boundary.track', true), '') AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON external_reference FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND external_reference.track = NULLIF(current_setting('boundary.track', true), '') AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_create ON external_reference FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON external_reference FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_update ON external_reference FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND external_reference.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR external_reference.track = NULLIF(current_setting('boundary.track', true), '')) AND external_reference.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY flow_counter_read ON follow_up FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON follow_up FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR follow_up.track = NULLIF(current_setting('boundary.track', true), '')) AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON follow_up FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR follow_up.track = NULLIF(current_setting('boundary.track', true), '')) AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON follow_up FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR follow_up.track = NULLIF(current_setting('boundary.track', true), '')) AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON follow_up FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND follow_up.track = NULLIF(current_setting('boundary.track', true), '') AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON follow_up FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND follow_up.track = NULLIF(current_setting('boundary.track', true), '') AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON follow_up FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'follow_up' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND follow_up.track = NULLIF(current_setting('boundary.track', true), '') AND follow_up.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND follow_up.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE follow_up.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY agency_read ON grant_account FOR SELECT TO agency USING (grant_account.submitted_at IS NOT NULL)
--;;
CREATE POLICY agency_update ON grant_account FOR UPDATE TO agency USING (grant_account.submitted_at IS NOT NULL)
--;;
CREATE POLICY municipality_create ON grant_account FOR INSERT TO municipality WITH CHECK (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_account FOR SELECT TO municipality USING (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON grant_account FOR UPDATE TO municipality USING (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_account FOR INSERT TO ngo WITH CHECK (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_account FOR SELECT TO ngo USING (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON grant_account FOR UPDATE TO ngo USING (grant_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON grant_account FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_read ON grant_application FOR SELECT TO agency USING (grant_application.submitted_at IS NOT NULL)
--;;
CREATE POLICY agency_update ON grant_application FOR UPDATE TO agency USING (grant_application.submitted_at IS NOT NULL)
--;;
CREATE POLICY municipality_create ON grant_application FOR INSERT TO municipality WITH CHECK (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_application FOR SELECT TO municipality USING (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON grant_application FOR UPDATE TO municipality USING (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_application FOR INSERT TO ngo WITH CHECK (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_application FOR SELECT TO ngo USING (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON grant_application FOR UPDATE TO ngo USING (grant_application.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON grant_application FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_read ON grant_attachment FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_create ON grant_attachment FOR INSERT TO municipality WITH CHECK (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_attachment FOR SELECT TO municipality USING (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON grant_attachment FOR UPDATE TO municipality USING (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_attachment FOR INSERT TO ngo WITH CHECK (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_attachment FOR SELECT TO ngo USING (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON grant_attachment FOR UPDATE TO ngo USING (grant_attachment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY agency_read ON grant_attachment_content FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment_content.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_create ON grant_attachment_content FOR INSERT TO municipality WITH CHECK (grant_attachment_content.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_attachment_content FOR SELECT TO municipality USING (grant_attachment_content.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_attachment_content FOR INSERT TO ngo WITH CHECK (grant_attachment_content.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_attachment_content FOR SELECT TO ngo USING (grant_attachment_content.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY agency_read ON grant_budget FOR SELECT TO agency USING (grant_budget.submitted_at IS NOT NULL)
--;;
CREATE POLICY agency_update ON grant_budget FOR UPDATE TO agency USING (grant_budget.submitted_at IS NOT NULL)
--;;
CREATE POLICY municipality_create ON grant_budget FOR INSERT TO municipality WITH CHECK (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_budget FOR SELECT TO municipality USING (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON grant_budget FOR UPDATE TO municipality USING (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_budget FOR INSERT TO ngo WITH CHECK (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_budget FOR SELECT TO ngo USING (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON grant_budget FOR UPDATE TO ngo USING (grant_budget.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY agency_create ON grant_decision FOR INSERT TO agency WITH CHECK (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_decision.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY agency_read ON grant_decision FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_decision.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY agency_update ON grant_decision FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_decision.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_read ON grant_decision FOR SELECT TO municipality USING (grant_decision.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND grant_decision.decided_at IS NOT NULL)
--;;
CREATE POLICY ngo_read ON grant_decision FOR SELECT TO ngo USING (grant_decision.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND grant_decision.decided_at IS NOT NULL)
--;;
CREATE POLICY agency_create ON grant_instalment FOR INSERT TO agency WITH CHECK (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_instalment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY agency_read ON grant_instalment FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_instalment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY agency_update ON grant_instalment FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_instalment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_read ON grant_instalment FOR SELECT TO municipality USING (grant_instalment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_instalment FOR SELECT TO ngo USING (grant_instalment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON grant_instalment FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_read ON grant_notice FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_notice.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_create ON grant_notice FOR INSERT TO municipality WITH CHECK (grant_notice.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_notice FOR SELECT TO municipality USING (grant_notice.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_notice FOR INSERT TO ngo WITH CHECK (grant_notice.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_notice FOR SELECT TO ngo USING (grant_notice.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY agency_read ON grant_voucher FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE grant_voucher.account_id = of_grant_account.id AND of_grant_account.submitted_at IS NOT NULL))
--;;
CREATE POLICY municipality_create ON grant_voucher FOR INSERT TO municipality WITH CHECK (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON grant_voucher FOR SELECT TO municipality USING (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON grant_voucher FOR UPDATE TO municipality USING (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON grant_voucher FOR INSERT TO ngo WITH CHECK (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON grant_voucher FOR SELECT TO ngo USING (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON grant_voucher FOR UPDATE TO ngo USING (grant_voucher.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_create ON hourly_rate FOR INSERT TO municipality WITH CHECK (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_read ON hourly_rate FOR SELECT TO municipality USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY municipality_update ON hourly_rate FOR UPDATE TO municipality USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON hourly_rate FOR INSERT TO ngo WITH CHECK (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON hourly_rate FOR SELECT TO ngo USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_update ON hourly_rate FOR UPDATE TO ngo USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_create ON hourly_rate FOR INSERT TO police_district WITH CHECK (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON hourly_rate FOR SELECT TO police_district USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_update ON hourly_rate FOR UPDATE TO police_district USING (hourly_rate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON hourly_rate FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON idempotency FOR INSERT TO agency WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_read ON idempotency FOR SELECT TO agency USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_create ON idempotency FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_read ON idempotency FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_create ON idempotency FOR INSERT TO municipality WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON idempotency FOR SELECT TO municipality USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_create ON idempotency FOR INSERT TO ngo WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON idempotency FOR SELECT TO ngo USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (idempotency.track = NULLIF(current_setting('boundary.track', true), '') OR idempotency.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY operator_create ON idempotency FOR INSERT TO operator WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY operator_read ON idempotency FOR SELECT TO operator USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_create ON idempotency FOR INSERT TO police_district WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON idempotency FOR SELECT TO police_district USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_create ON idempotency FOR INSERT TO training_provider WITH CHECK (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON idempotency FOR SELECT TO training_provider USING (idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_create ON incident FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident.track = NULLIF(current_setting('boundary.track', true), '')) AND incident.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(incident.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON incident FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident.track = NULLIF(current_setting('boundary.track', true), '')) AND incident.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON incident FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident.track = NULLIF(current_setting('boundary.track', true), '')) AND incident.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON incident_account FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_account.track = NULLIF(current_setting('boundary.track', true), '')) AND (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE incident_account.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'incident_account' AND incident_account.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'incident' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE incident_account.organisation_id = of_agreement_coverage.organisation_id AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON incident_account FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_account.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(incident_account.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON incident_account FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_account.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON incident_account FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_account.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_account.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_account.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_account.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON incident_offence FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_offence.track = NULLIF(current_setting('boundary.track', true), '')) AND (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE incident_offence.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'incident_offence' AND incident_offence.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'criminal_offences' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE incident_offence.organisation_id = of_agreement_coverage.organisation_id AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND incident_offence.track = 'perpetrator' AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON incident_offence FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_offence.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_offence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(incident_offence.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND incident_offence.track = 'perpetrator' AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON incident_offence FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_offence.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_offence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON incident_offence FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_offence.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_offence.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_offence.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_offence.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON incident_summary FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE incident_summary.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'incident_summary' AND incident_summary.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'incident' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE incident_summary.organisation_id = of_agreement_coverage.organisation_id AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON incident_summary FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND incident_summary.track = NULLIF(current_setting('boundary.track', true), '') AND (EXISTS (SELECT 1 FROM disclosure AS of_disclosure WHERE incident_summary.citizen_id = of_disclosure.citizen_id AND of_disclosure.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_disclosure.category = 'incident_summary' AND incident_summary.organisation_id = of_disclosure.source_organisation_id AND of_disclosure.opened_at IS NOT NULL AND of_disclosure.ended_at IS NULL AND (of_disclosure.valid_until IS NULL OR of_disclosure.valid_until > now()) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_disclosure.consent_id AND of_consent.citizen_id = of_disclosure.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'incident' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = of_disclosure.organisation_id AND of_agreement_coverage.project_id = of_disclosure.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE incident_summary.organisation_id = of_agreement_coverage.organisation_id AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON incident_summary FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(incident_summary.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON incident_summary FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON incident_summary FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR incident_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND incident_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND incident_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE incident_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY agency_create ON instrument FOR INSERT TO agency WITH CHECK (true)
--;;
CREATE POLICY agency_read ON instrument FOR SELECT TO agency USING (true)
--;;
CREATE POLICY agency_update ON instrument FOR UPDATE TO agency USING (true)
--;;
CREATE POLICY answerer_read ON instrument FOR SELECT TO answerer USING (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND instrument.id = of_questionnaire_link.instrument_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now()))
--;;
CREATE POLICY evaluator_read ON instrument FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
CREATE POLICY municipality_read ON instrument FOR SELECT TO municipality USING (true)
--;;
CREATE POLICY ngo_read ON instrument FOR SELECT TO ngo USING (true)
--;;
CREATE POLICY operator_create ON instrument FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON instrument FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON instrument FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY wall_keeper_read ON instrument FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON interview_candidate FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE interview_candidate.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON interview_candidate FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON interview_candidate FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON interview_candidate FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON interview_candidate FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON interview_candidate FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON interview_candidate FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON interview_candidate FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY evaluator_read ON interview_contact FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.opened_at IS NOT NULL AND interview_contact.ended_at IS NULL AND (interview_contact.valid_until IS NULL OR interview_contact.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE interview_contact.organisation_id = of_agreement_coverage.organisation_id AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND 'researcher' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY evaluator_update ON interview_contact FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.opened_at IS NOT NULL AND interview_contact.ended_at IS NULL AND (interview_contact.valid_until IS NULL OR interview_contact.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE interview_contact.organisation_id = of_agreement_coverage.organisation_id AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND 'researcher' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY municipality_create ON interview_contact FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.opened_at IS NULL AND interview_contact.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON interview_contact FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.opened_at IS NULL AND interview_contact.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON interview_contact FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON interview_contact FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON maturation_assessment FOR INSERT TO agency WITH CHECK (maturation_assessment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_assessment.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_read ON maturation_assessment FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_assessment.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON maturation_assessment FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_assessment.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY municipality_read ON maturation_assessment FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_assessment.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_create ON maturation_criteria FOR INSERT TO agency WITH CHECK (maturation_criteria.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_criteria.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE maturation_criteria.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')))
--;;
CREATE POLICY agency_read ON maturation_criteria FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_criteria.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON maturation_criteria FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_criteria.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY municipality_read ON maturation_criteria FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE maturation_criteria.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_create ON meeting FOR INSERT TO agency WITH CHECK (meeting.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_read ON meeting FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON meeting FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY calendar_reader_read ON meeting FOR SELECT TO calendar_reader USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY evaluator_read ON meeting FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_read ON meeting FOR SELECT TO municipality USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_update ON meeting FOR UPDATE TO municipality USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND meeting.meeting_type = 'dialogue_meeting' AND meeting.municipality_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY ngo_read ON meeting FOR SELECT TO ngo USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY police_district_read ON meeting FOR SELECT TO police_district USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY training_provider_read ON meeting FOR SELECT TO training_provider USING (meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (meeting.optional_ids)) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_create ON meeting_decision FOR INSERT TO agency WITH CHECK (meeting_decision.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_decision.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_read ON meeting_decision FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_decision.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON meeting_decision FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_decision.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY evaluator_read ON meeting_decision FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))))
--;;
CREATE POLICY evaluator_update ON meeting_decision FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))) AND meeting_decision.owner_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_create ON meeting_decision FOR INSERT TO municipality WITH CHECK (meeting_decision.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)) AND of_meeting.meeting_type = 'dialogue_meeting' AND of_meeting.municipality_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)))
--;;
CREATE POLICY municipality_read ON meeting_decision FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids))))
--;;
CREATE POLICY municipality_update ON meeting_decision FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))) AND meeting_decision.owner_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON meeting_decision FOR SELECT TO ngo USING (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids))))
--;;
CREATE POLICY ngo_update ON meeting_decision FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))) AND meeting_decision.owner_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_read ON meeting_decision FOR SELECT TO police_district USING (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids))))
--;;
CREATE POLICY police_district_update ON meeting_decision FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))) AND meeting_decision.owner_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON meeting_decision FOR SELECT TO training_provider USING (EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids))))
--;;
CREATE POLICY training_provider_update ON meeting_decision FOR UPDATE TO training_provider USING ((EXISTS (SELECT 1 FROM meeting AS of_meeting WHERE meeting_decision.meeting_id = of_meeting.id AND of_meeting.invited_at IS NOT NULL AND (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.required_ids) OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_meeting.optional_ids)))) AND meeting_decision.owner_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY agency_create ON meeting_plan FOR INSERT TO agency WITH CHECK (meeting_plan.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_plan.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE meeting_plan.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')))
--;;
CREATE POLICY agency_read ON meeting_plan FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_plan.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON meeting_plan FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_plan.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY municipality_read ON meeting_plan FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE meeting_plan.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_read ON organisation FOR SELECT TO agency USING (true)
--;;
CREATE POLICY authenticator_read ON organisation FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_entrance_read ON organisation FOR SELECT TO evaluator_entrance USING (true)
--;;
CREATE POLICY evaluator_read ON organisation FOR SELECT TO evaluator USING (true)
--;;
CREATE POLICY flow_counter_read ON organisation FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_read ON organisation FOR SELECT TO municipality USING (true)
--;;
CREATE POLICY ngo_read ON organisation FOR SELECT TO ngo USING (true)
--;;
CREATE POLICY operator_create ON organisation FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON organisation FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR true)
--;;
CREATE POLICY operator_update ON organisation FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON organisation FOR SELECT TO police_district USING (true)
--;;
CREATE POLICY training_provider_read ON organisation FOR SELECT TO training_provider USING (true)
--;;
CREATE POLICY wall_keeper_read ON organisation FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY police_district_create ON pair_link FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND pair_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE pair_link.victim_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_citizen.project_id AND of_citizen.track = 'victim')) AND (EXISTS (SELECT 1 FROM citizen AS of_citizen WHERE pair_link.perpetrator_id = of_citizen.id AND of_citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_citizen.project_id AND of_citizen.track = 'perpetrator')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND ((EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.victim_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.perpetrator_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.victim_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL)) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.perpetrator_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON pair_link FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'incident' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND pair_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND ((EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.victim_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.perpetrator_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pair_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.victim_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL)) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE pair_link.perpetrator_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON pair_link FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON project FOR INSERT TO agency WITH CHECK (true)
--;;
CREATE POLICY agency_read ON project FOR SELECT TO agency USING (true)
--;;
CREATE POLICY agency_update ON project FOR UPDATE TO agency USING (true)
--;;
CREATE POLICY evaluator_read ON project FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY flow_counter_read ON project FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_read ON project FOR SELECT TO municipality USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY ngo_read ON project FOR SELECT TO ngo USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY operator_create ON project FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON project FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR true)
--;;
CREATE POLICY operator_update ON project FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON project FOR SELECT TO police_district USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY training_provider_read ON project FOR SELECT TO training_provider USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY wall_keeper_read ON project FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY agency_create ON project_partner FOR INSERT TO agency WITH CHECK (true)
--;;
CREATE POLICY agency_read ON project_partner FOR SELECT TO agency USING (true)
--;;
CREATE POLICY agency_update ON project_partner FOR UPDATE TO agency USING (true)
--;;
CREATE POLICY authenticator_read ON project_partner FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY calendar_reader_read ON project_partner FOR SELECT TO calendar_reader USING (project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY evaluator_read ON project_partner FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
CREATE POLICY flow_counter_read ON project_partner FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_read ON project_partner FOR SELECT TO municipality USING (true)
--;;
CREATE POLICY ngo_read ON project_partner FOR SELECT TO ngo USING (true)
--;;
CREATE POLICY operator_create ON project_partner FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON project_partner FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON project_partner FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON project_partner FOR SELECT TO police_district USING (true)
--;;
CREATE POLICY training_provider_read ON project_partner FOR SELECT TO training_provider USING (true)
--;;
CREATE POLICY answerer_create ON questionnaire_answers FOR INSERT TO answerer WITH CHECK ((EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND questionnaire_answers.response_id = of_questionnaire_link.response_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now())) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_answers.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_create ON questionnaire_answers FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_answers.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_answers.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE questionnaire_answers.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON questionnaire_answers FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_answers.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_answers.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'caseworker' = ANY (questionnaire_answers.shown_to) OR 'coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'coordinator' = ANY (questionnaire_answers.shown_to) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'integration' = ANY (questionnaire_answers.shown_to)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON questionnaire_answers FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_answers.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_answers.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON questionnaire_answers FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_answers.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_answers.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'caseworker' = ANY (questionnaire_answers.shown_to) OR 'coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'coordinator' = ANY (questionnaire_answers.shown_to) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND 'integration' = ANY (questionnaire_answers.shown_to)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_answers.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY answerer_read ON questionnaire_link FOR SELECT TO answerer USING (questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), ''))
--;;
CREATE POLICY answerer_update ON questionnaire_link FOR UPDATE TO answerer USING (questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), ''))
--;;
CREATE POLICY municipality_create ON questionnaire_link FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE questionnaire_link.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON questionnaire_link FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON questionnaire_link FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON questionnaire_link FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON questionnaire_link FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON questionnaire_link FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON questionnaire_link FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON questionnaire_link FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY answerer_read ON questionnaire_response FOR SELECT TO answerer USING ((EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND questionnaire_response.id = of_questionnaire_link.response_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now())) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_response.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY answerer_update ON questionnaire_response FOR UPDATE TO answerer USING ((EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND questionnaire_response.id = of_questionnaire_link.response_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now())) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_response.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) WITH CHECK ((EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND questionnaire_response.id = of_questionnaire_link.response_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now())) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_response.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_response.status = 'answered' AND questionnaire_response.answered_through = 'link')
--;;
CREATE POLICY municipality_create ON questionnaire_response FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE questionnaire_response.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON questionnaire_response FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON questionnaire_response FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON questionnaire_response FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON questionnaire_response FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON questionnaire_response FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON questionnaire_response FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY flow_counter_read ON referral FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY municipality_create ON referral FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON referral FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON referral FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON referral FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral.track = NULLIF(current_setting('boundary.track', true), '') AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND referral.kind = 'bridging' AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral.consent_id = of_consent.id AND referral.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND referral.recipient_id = ANY (of_consent.recipients) AND 'bridging' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON referral FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral.track = NULLIF(current_setting('boundary.track', true), '') AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON referral FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral.track = NULLIF(current_setting('boundary.track', true), '') AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON referral FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON referral FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON referral FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON referral FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON referral FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON referral_outcome FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_outcome.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_outcome.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON referral_outcome FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_outcome.track = NULLIF(current_setting('boundary.track', true), '')) AND (referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral_outcome.sender_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral_outcome.consent_id = of_consent.id AND referral_outcome.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'feedback_to_sender' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral_outcome.organisation_id = of_agreement_coverage.organisation_id AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON referral_outcome FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_outcome.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON referral_outcome FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_outcome.track = NULLIF(current_setting('boundary.track', true), '') AND referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_outcome.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON referral_outcome FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_outcome.track = NULLIF(current_setting('boundary.track', true), '') AND (referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral_outcome.sender_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral_outcome.consent_id = of_consent.id AND referral_outcome.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'feedback_to_sender' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral_outcome.organisation_id = of_agreement_coverage.organisation_id AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON referral_outcome FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_outcome.track = NULLIF(current_setting('boundary.track', true), '') AND referral_outcome.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON referral_outcome FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_outcome.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_outcome.sender_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral_outcome.consent_id = of_consent.id AND referral_outcome.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND 'feedback_to_sender' = ANY (of_consent.scopes))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral_outcome.organisation_id = of_agreement_coverage.organisation_id AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_outcome.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_outcome.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON referral_summary FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(referral_summary.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON referral_summary FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND (referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_summary.referral_id = of_referral.id AND referral_summary.citizen_id = of_referral.citizen_id AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_referral.consent_id AND of_consent.citizen_id = of_referral.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))))) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_summary.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral_summary.organisation_id = of_agreement_coverage.organisation_id AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON referral_summary FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON referral_summary FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_summary.track = NULLIF(current_setting('boundary.track', true), '') AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(referral_summary.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(referral_summary.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON referral_summary FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_summary.track = NULLIF(current_setting('boundary.track', true), '') AND (referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_summary.referral_id = of_referral.id AND referral_summary.citizen_id = of_referral.citizen_id AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_referral.consent_id AND of_consent.citizen_id = of_referral.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))))) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE referral_summary.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral_summary.organisation_id = of_agreement_coverage.organisation_id AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON referral_summary FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral_summary.track = NULLIF(current_setting('boundary.track', true), '') AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_create ON referral_summary FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND has_registered(referral_summary.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON referral_summary FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_update ON referral_summary FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral_summary.track = NULLIF(current_setting('boundary.track', true), '')) AND referral_summary.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral_summary.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral_summary.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON session FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session.track = NULLIF(current_setting('boundary.track', true), '')) AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE session.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON session FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session.track = NULLIF(current_setting('boundary.track', true), '')) AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON session FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session.track = NULLIF(current_setting('boundary.track', true), '')) AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON session FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session.track = NULLIF(current_setting('boundary.track', true), '') AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON session FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session.track = NULLIF(current_setting('boundary.track', true), '') AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON session FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session.track = NULLIF(current_setting('boundary.track', true), '') AND session.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON session_note FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session_note.track = NULLIF(current_setting('boundary.track', true), '')) AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project AS of_project WHERE session_note.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY municipality_read ON session_note FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session_note.track = NULLIF(current_setting('boundary.track', true), '')) AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY municipality_update ON session_note FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR session_note.track = NULLIF(current_setting('boundary.track', true), '')) AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY ngo_create ON session_note FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session_note.track = NULLIF(current_setting('boundary.track', true), '') AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY ngo_read ON session_note FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session_note.track = NULLIF(current_setting('boundary.track', true), '') AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY ngo_update ON session_note FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND session_note.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'session_note' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND session_note.track = NULLIF(current_setting('boundary.track', true), '') AND session_note.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE session_note.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))))
--;;
CREATE POLICY agency_read ON staff FOR SELECT TO agency USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY authenticator_read ON staff FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_entrance_read ON staff FOR SELECT TO evaluator_entrance USING (EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE staff.organisation_id = of_organisation.id AND of_organisation.type = 'evaluator'))
--;;
CREATE POLICY evaluator_read ON staff FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY municipality_read ON staff FOR SELECT TO municipality USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_read ON staff FOR SELECT TO ngo USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (staff.track = NULLIF(current_setting('boundary.track', true), '') OR staff.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
CREATE POLICY operator_create ON staff FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_read ON staff FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY operator_update ON staff FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY police_district_read ON staff FOR SELECT TO police_district USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY training_provider_read ON staff FOR SELECT TO training_provider USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY wall_keeper_read ON staff FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON support_need FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR support_need.track = NULLIF(current_setting('boundary.track', true), '')) AND support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(support_need.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(support_need.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON support_need FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR support_need.track = NULLIF(current_setting('boundary.track', true), '')) AND (support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR support_need.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE support_need.referral_id = of_referral.id AND support_need.citizen_id = of_referral.citizen_id AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_referral.consent_id AND of_consent.citizen_id = of_referral.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'bridging' = ANY (of_consent.scopes))))) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE support_need.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE support_need.organisation_id = of_agreement_coverage.organisation_id AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON support_need FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR support_need.track = NULLIF(current_setting('boundary.track', true), '')) AND (support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR support_need.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE support_need.referral_id = of_referral.id AND support_need.citizen_id = of_referral.citizen_id AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE of_consent.id = of_referral.consent_id AND of_consent.citizen_id = of_referral.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'bridging' = ANY (of_consent.scopes))))) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE support_need.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE support_need.organisation_id = of_agreement_coverage.organisation_id AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON support_need FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND support_need.track = NULLIF(current_setting('boundary.track', true), '') AND support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (has_registered(support_need.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(support_need.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON support_need FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND support_need.track = NULLIF(current_setting('boundary.track', true), '') AND support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON support_need FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'support_need' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND support_need.track = NULLIF(current_setting('boundary.track', true), '') AND support_need.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND support_need.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE support_need.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_create ON time_entry FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY municipality_read ON time_entry FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY municipality_update ON time_entry FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY ngo_create ON time_entry FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND time_entry.track = NULLIF(current_setting('boundary.track', true), '') AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY ngo_read ON time_entry FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND time_entry.track = NULLIF(current_setting('boundary.track', true), '') AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY ngo_update ON time_entry FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND time_entry.track = NULLIF(current_setting('boundary.track', true), '') AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY police_district_create ON time_entry FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY police_district_read ON time_entry FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY police_district_update ON time_entry FOR UPDATE TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND time_entry.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR time_entry.track = NULLIF(current_setting('boundary.track', true), '')) AND time_entry.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND time_entry.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid))
--;;
CREATE POLICY wall_keeper_read ON time_entry FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY authenticator_create ON token_denial FOR INSERT TO authenticator WITH CHECK (true)
--;;
CREATE POLICY authenticator_read ON token_denial FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY evaluator_entrance_read ON token_denial FOR SELECT TO evaluator_entrance USING (true)
--;;
CREATE POLICY agency_create ON training_day FOR INSERT TO agency WITH CHECK (training_day.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY agency_read ON training_day FOR SELECT TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY agency_update ON training_day FOR UPDATE TO agency USING (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL))
--;;
CREATE POLICY evaluator_read ON training_day FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (training_day.participant_ids) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY municipality_read ON training_day FOR SELECT TO municipality USING (NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (training_day.participant_ids) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY training_provider_read ON training_day FOR SELECT TO training_provider USING (training_day.organiser_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY training_provider_update ON training_day FOR UPDATE TO training_provider USING (training_day.organiser_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE training_day.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY authenticator_create ON used_assertion FOR INSERT TO authenticator WITH CHECK (true)
--;;
CREATE POLICY authenticator_read ON used_assertion FOR SELECT TO authenticator USING (true)
--;;
CREATE POLICY municipality_create ON withdrawal_acknowledgement FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '')) AND withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE withdrawal_acknowledgement.consent_id = of_consent.id AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND of_consent.status = 'withdrawn')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON withdrawal_acknowledgement FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '')) AND (withdrawal_acknowledgement.holder_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON withdrawal_acknowledgement FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '') AND withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE withdrawal_acknowledgement.consent_id = of_consent.id AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND of_consent.status = 'withdrawn')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON withdrawal_acknowledgement FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '') AND (withdrawal_acknowledgement.holder_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY police_district_read ON withdrawal_acknowledgement FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '')) AND withdrawal_acknowledgement.holder_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
GRANT INSERT ON agreement TO agency
--;;
GRANT SELECT ON agreement TO agency
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO agency
--;;
GRANT INSERT ON agreement TO evaluator
--;;
GRANT SELECT ON agreement TO evaluator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO evaluator
--;;
GRANT INSERT ON agreement TO municipality
--;;
GRANT SELECT ON agreement TO municipality
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO municipality
--;;
GRANT INSERT ON agreement TO ngo
--;;
GRANT SELECT ON agreement TO ngo
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO ngo
--;;
GRANT INSERT ON agreement TO operator
--;;
GRANT SELECT ON agreement TO operator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO operator
--;;
GRANT INSERT ON agreement TO police_district
--;;
GRANT SELECT ON agreement TO police_district
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO police_district
--;;
GRANT INSERT ON agreement TO training_provider
--;;
GRANT SELECT ON agreement TO training_provider
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO training_provider
--;;
GRANT SELECT ON agreement_coverage TO agency
--;;
GRANT SELECT ON agreement_coverage TO answerer
--;;
GRANT SELECT ON agreement_coverage TO authenticator
--;;
GRANT SELECT ON agreement_coverage TO evaluator
--;;
GRANT SELECT ON agreement_coverage TO evaluator_entrance
--;;
GRANT SELECT ON agreement_coverage TO flow_counter
--;;
GRANT SELECT ON agreement_coverage TO municipality
--;;
GRANT SELECT ON agreement_coverage TO ngo
--;;
GRANT SELECT ON agreement_coverage TO operator
--;;
GRANT SELECT ON agreement_coverage TO police_district
--;;
GRANT SELECT ON agreement_coverage TO training_provider
--;;
GRANT INSERT ON agreement_coverage TO wall_keeper
--;;
GRANT SELECT ON agreement_coverage TO wall_keeper
--;;
GRANT UPDATE (valid_from, valid_until) ON agreement_coverage TO wall_keeper
--;;
GRANT INSERT ON assignment TO municipality
--;;
GRANT SELECT ON assignment TO municipality
--;;
GRANT UPDATE (ended_at, updated_at, version) ON assignment TO municipality
--;;
GRANT INSERT ON assignment TO ngo
--;;
GRANT SELECT ON assignment TO ngo
--;;
GRANT UPDATE (ended_at, updated_at, version) ON assignment TO ngo
--;;
GRANT INSERT ON assignment TO police_district
--;;
GRANT SELECT ON assignment TO police_district
--;;
GRANT UPDATE (ended_at, updated_at, version) ON assignment TO police_district
--;;
GRANT SELECT ON assignment TO wall_keeper
--;;
GRANT INSERT ON audit_event TO agency
--;;
GRANT SELECT ON audit_event TO agency
--;;
GRANT INSERT ON audit_event TO answerer
--;;
GRANT SELECT ON audit_event TO auditor
--;;
GRANT INSERT ON audit_event TO evaluator
--;;
GRANT SELECT ON audit_event TO evaluator
--;;
GRANT INSERT ON audit_event TO municipality
--;;
GRANT SELECT ON audit_event TO municipality
--;;
GRANT INSERT ON audit_event TO ngo
--;;
GRANT SELECT ON audit_event TO ngo
--;;
GRANT INSERT ON audit_event TO operator
--;;
GRANT SELECT ON audit_event TO operator
--;;
GRANT INSERT ON audit_event TO police_district
--;;
GRANT SELECT ON audit_event TO police_district
--;;
GRANT INSERT ON audit_event TO training_provider
--;;
GRANT SELECT ON audit_event TO training_provider
--;;
GRANT INSERT ON audit_event TO wall_keeper
--;;
GRANT INSERT ON audit_seal TO auditor
--;;
GRANT SELECT ON audit_seal TO auditor
--;;
GRANT INSERT ON audit_subject TO answerer
--;;
GRANT SELECT ON audit_subject TO auditor
--;;
GRANT INSERT ON audit_subject TO evaluator
--;;
GRANT INSERT ON audit_subject TO municipality
--;;
GRANT SELECT ON audit_subject TO municipality
--;;
GRANT INSERT ON audit_subject TO ngo
--;;
GRANT SELECT ON audit_subject TO ngo
--;;
GRANT INSERT ON audit_subject TO police_district
--;;
GRANT SELECT ON audit_subject TO police_district
--;;
GRANT INSERT ON calendar_feed TO agency
--;;
GRANT SELECT ON calendar_feed TO agency
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO agency
--;;
GRANT SELECT ON calendar_feed TO authenticator
--;;
GRANT INSERT ON calendar_feed TO evaluator
--;;
GRANT SELECT ON calendar_feed TO evaluator
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO evaluator
--;;
GRANT INSERT ON calendar_feed TO municipality
--;;
GRANT SELECT ON calendar_feed TO municipality
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO municipality
--;;
GRANT INSERT ON calendar_feed TO ngo
--;;
GRANT SELECT ON calendar_feed TO ngo
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO ngo
--;;
GRANT INSERT ON calendar_feed TO police_district
--;;
GRANT SELECT ON calendar_feed TO police_district
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO police_district
--;;
GRANT INSERT ON calendar_feed TO training_provider
--;;
GRANT SELECT ON calendar_feed TO training_provider
--;;
GRANT UPDATE (revoked_at, updated_at, version) ON calendar_feed TO training_provider
--;;
GRANT SELECT ON citizen TO flow_counter
--;;
GRANT INSERT ON citizen TO municipality
--;;
GRANT SELECT ON citizen TO municipality
--;;
GRANT UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen TO municipality
--;;
GRANT INSERT ON citizen TO ngo
--;;
GRANT SELECT ON citizen TO ngo
--;;
GRANT UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen TO ngo
--;;
GRANT INSERT ON citizen TO police_district
--;;
GRANT SELECT ON citizen TO police_district
--;;
GRANT UPDATE (identified_by, specially_protected, status, updated_at, version) ON citizen TO police_district
--;;
GRANT SELECT ON citizen TO wall_keeper
--;;
GRANT INSERT ON citizen_address TO municipality
--;;
GRANT SELECT ON citizen_address TO municipality
--;;
GRANT UPDATE (lines, postcode, protection, source, updated_at, version) ON citizen_address TO municipality
--;;
GRANT SELECT ON citizen_address TO ngo
--;;
GRANT INSERT ON citizen_address TO police_district
--;;
GRANT SELECT ON citizen_address TO police_district
--;;
GRANT UPDATE (lines, postcode, protection, source, updated_at, version) ON citizen_address TO police_district
--;;
GRANT INSERT ON citizen_contact TO municipality
--;;
GRANT SELECT ON citizen_contact TO municipality
--;;
GRANT UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact TO municipality
--;;
GRANT INSERT ON citizen_contact TO ngo
--;;
GRANT SELECT ON citizen_contact TO ngo
--;;
GRANT UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact TO ngo
--;;
GRANT INSERT ON citizen_contact TO police_district
--;;
GRANT SELECT ON citizen_contact TO police_district
--;;
GRANT UPDATE (code_phrase, email, never_leave_message, phone, safe_channels, safe_hours, shared_device, updated_at, version) ON citizen_contact TO police_district
--;;
GRANT INSERT ON citizen_cpr TO municipality
--;;
GRANT SELECT ON citizen_cpr TO municipality
--;;
GRANT UPDATE (blind_index, cpr, superseded_at, updated_at, version) ON citizen_cpr TO municipality
--;;
GRANT INSERT ON citizen_cpr TO ngo
--;;
GRANT SELECT ON citizen_cpr TO ngo
--;;
GRANT INSERT ON citizen_cpr TO police_district
--;;
GRANT SELECT ON citizen_cpr TO police_district
--;;
GRANT UPDATE (blind_index, cpr, superseded_at, updated_at, version) ON citizen_cpr TO police_district
--;;
GRANT SELECT ON citizen_cpr TO wall_keeper
--;;
GRANT INSERT ON citizen_identity TO municipality
--;;
GRANT SELECT ON citizen_identity TO municipality
--;;
GRANT UPDATE (address_protection, birth_date, family_name, given_name, interpreter_language, updated_at, version) ON citizen_identity TO municipality
--;;
GRANT INSERT ON citizen_identity TO ngo
--;;
GRANT SELECT ON citizen_identity TO ngo
--;;
GRANT INSERT ON citizen_identity TO police_district
--;;
GRANT SELECT ON citizen_identity TO police_district
--;;
GRANT UPDATE (address_protection, birth_date, family_name, given_name, interpreter_language, updated_at, version) ON citizen_identity TO police_district
--;;
GRANT INSERT ON citizen_residence TO municipality
--;;
GRANT SELECT ON citizen_residence TO municipality
--;;
GRANT UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence TO municipality
--;;
GRANT INSERT ON citizen_residence TO ngo
--;;
GRANT SELECT ON citizen_residence TO ngo
--;;
GRANT INSERT ON citizen_residence TO police_district
--;;
GRANT SELECT ON citizen_residence TO police_district
--;;
GRANT UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence TO police_district
--;;
GRANT SELECT ON client TO authenticator
--;;
GRANT SELECT ON client TO evaluator_entrance
--;;
GRANT INSERT ON client TO operator
--;;
GRANT SELECT ON client TO operator
--;;
GRANT UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, updated_at, version) ON client TO operator
--;;
GRANT SELECT ON consent TO flow_counter
--;;
GRANT INSERT ON consent TO municipality
--;;
GRANT SELECT ON consent TO municipality
--;;
GRANT UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent TO municipality
--;;
GRANT INSERT ON consent TO ngo
--;;
GRANT SELECT ON consent TO ngo
--;;
GRANT UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent TO ngo
--;;
GRANT INSERT ON consent TO police_district
--;;
GRANT SELECT ON consent TO police_district
--;;
GRANT UPDATE (document_sha256, form_version_id, informed_by, language, method, recipients, scopes, signed_at, status, supersedes_id, updated_at, valid_until, version, withdrawal_channel, withdrawn_at, withdrawn_by) ON consent TO police_district
--;;
GRANT SELECT ON consent TO wall_keeper
--;;
GRANT INSERT ON consent_form TO agency
--;;
GRANT SELECT ON consent_form TO agency
--;;
GRANT UPDATE (form_version, languages, name, notice_da, notice_en, recipients, retired_at, scopes, updated_at, valid_months, version) ON consent_form TO agency
--;;
GRANT SELECT ON consent_form TO evaluator
--;;
GRANT SELECT ON consent_form TO municipality
--;;
GRANT SELECT ON consent_form TO ngo
--;;
GRANT INSERT ON consent_form TO operator
--;;
GRANT SELECT ON consent_form TO operator
--;;
GRANT UPDATE (form_version, languages, name, notice_da, notice_en, recipients, retired_at, scopes, updated_at, valid_months, version) ON consent_form TO operator
--;;
GRANT SELECT ON consent_form TO police_district
--;;
GRANT SELECT ON contact_attempt TO flow_counter
--;;
GRANT INSERT ON contact_attempt TO municipality
--;;
GRANT SELECT ON contact_attempt TO municipality
--;;
GRANT INSERT ON contact_attempt TO ngo
--;;
GRANT SELECT ON contact_attempt TO ngo
--;;
GRANT INSERT ON contact_attempt TO police_district
--;;
GRANT SELECT ON contact_attempt TO police_district
--;;
GRANT SELECT ON cost TO agency
--;;
GRANT INSERT ON cost TO municipality
--;;
GRANT SELECT ON cost TO municipality
--;;
GRANT UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost TO municipality
--;;
GRANT INSERT ON cost TO ngo
--;;
GRANT SELECT ON cost TO ngo
--;;
GRANT UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost TO ngo
--;;
GRANT INSERT ON cost TO police_district
--;;
GRANT SELECT ON cost TO police_district
--;;
GRANT UPDATE (amount_oere, category, day, note, status, updated_at, version) ON cost TO police_district
--;;
GRANT SELECT ON cost TO wall_keeper
--;;
GRANT INSERT ON cost_course TO municipality
--;;
GRANT SELECT ON cost_course TO municipality
--;;
GRANT INSERT ON cost_course TO ngo
--;;
GRANT SELECT ON cost_course TO ngo
--;;
GRANT SELECT ON course TO flow_counter
--;;
GRANT INSERT ON course TO municipality
--;;
GRANT SELECT ON course TO municipality
--;;
GRANT UPDATE (assigned_to, closing_reason, ended_on, form, journey_ended_on, journey_started_on, started_on, status, updated_at, version) ON course TO municipality
--;;
GRANT INSERT ON course TO ngo
--;;
GRANT SELECT ON course TO ngo
--;;
GRANT UPDATE (assigned_to, closing_reason, ended_on, form, journey_ended_on, journey_started_on, started_on, status, updated_at, version) ON course TO ngo
--;;
GRANT INSERT ON data_key TO municipality
--;;
GRANT SELECT ON data_key TO municipality
--;;
GRANT INSERT ON data_key TO ngo
--;;
GRANT SELECT ON data_key TO ngo
--;;
GRANT INSERT ON data_key TO police_district
--;;
GRANT SELECT ON data_key TO police_district
--;;
GRANT INSERT ON disclosure TO municipality
--;;
GRANT SELECT ON disclosure TO municipality
--;;
GRANT UPDATE (opened_at, updated_at, version) ON disclosure TO municipality
--;;
GRANT INSERT ON disclosure TO ngo
--;;
GRANT SELECT ON disclosure TO ngo
--;;
GRANT UPDATE (opened_at, updated_at, version) ON disclosure TO ngo
--;;
GRANT INSERT ON disclosure TO police_district
--;;
GRANT SELECT ON disclosure TO police_district
--;;
GRANT SELECT ON disclosure TO wall_keeper
--;;
GRANT UPDATE (consent_id, ended_at, updated_at, valid_until, version) ON disclosure TO wall_keeper
--;;
GRANT SELECT ON evaluation_contribution TO agency
--;;
GRANT INSERT ON evaluation_contribution TO evaluator
--;;
GRANT SELECT ON evaluation_contribution TO evaluator
--;;
GRANT UPDATE (agreed_for, done_on, due_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution TO evaluator
--;;
GRANT SELECT ON evaluation_contribution TO municipality
--;;
GRANT UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution TO municipality
--;;
GRANT SELECT ON evaluation_contribution TO ngo
--;;
GRANT UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution TO ngo
--;;
GRANT SELECT ON evaluation_contribution TO police_district
--;;
GRANT UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution TO police_district
--;;
GRANT INSERT ON external_reference TO municipality
--;;
GRANT SELECT ON external_reference TO municipality
--;;
GRANT UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference TO municipality
--;;
GRANT INSERT ON external_reference TO ngo
--;;
GRANT SELECT ON external_reference TO ngo
--;;
GRANT UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference TO ngo
--;;
GRANT INSERT ON external_reference TO police_district
--;;
GRANT SELECT ON external_reference TO police_district
--;;
GRANT UPDATE (collection, record_id, reference, updated_at, version, view) ON external_reference TO police_district
--;;
GRANT SELECT ON follow_up TO flow_counter
--;;
GRANT INSERT ON follow_up TO municipality
--;;
GRANT SELECT ON follow_up TO municipality
--;;
GRANT UPDATE (change_sustained, completed_on, contact_to_other_services, due_on, new_needs, status, updated_at, version) ON follow_up TO municipality
--;;
GRANT INSERT ON follow_up TO ngo
--;;
GRANT SELECT ON follow_up TO ngo
--;;
GRANT UPDATE (change_sustained, completed_on, contact_to_other_services, due_on, new_needs, status, updated_at, version) ON follow_up TO ngo
--;;
GRANT SELECT ON grant_account TO agency
--;;
GRANT UPDATE (decided_at, decision_note, status, updated_at, version) ON grant_account TO agency
--;;
GRANT INSERT ON grant_account TO municipality
--;;
GRANT SELECT ON grant_account TO municipality
--;;
GRANT UPDATE (auditor, auditor_report_id, performance_audit, status, submitted_at, updated_at, version) ON grant_account TO municipality
--;;
GRANT INSERT ON grant_account TO ngo
--;;
GRANT SELECT ON grant_account TO ngo
--;;
GRANT UPDATE (auditor, auditor_report_id, performance_audit, status, submitted_at, updated_at, version) ON grant_account TO ngo
--;;
GRANT SELECT ON grant_account TO wall_keeper
--;;
GRANT SELECT ON grant_application TO agency
--;;
GRANT UPDATE (ended_on, form_fault_note, form_faults, granted_oere, granted_on, status, updated_at, version) ON grant_application TO agency
--;;
GRANT INSERT ON grant_application TO municipality
--;;
GRANT SELECT ON grant_application TO municipality
--;;
GRANT UPDATE (amount_oere, checklist, ends_on, purpose, receipt_number, starts_on, status, submitted_at, title, updated_at, version) ON grant_application TO municipality
--;;
GRANT INSERT ON grant_application TO ngo
--;;
GRANT SELECT ON grant_application TO ngo
--;;
GRANT UPDATE (amount_oere, checklist, ends_on, purpose, receipt_number, starts_on, status, submitted_at, title, updated_at, version) ON grant_application TO ngo
--;;
GRANT SELECT ON grant_application TO wall_keeper
--;;
GRANT SELECT ON grant_attachment TO agency
--;;
GRANT INSERT ON grant_attachment TO municipality
--;;
GRANT SELECT ON grant_attachment TO municipality
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment TO municipality
--;;
GRANT INSERT ON grant_attachment TO ngo
--;;
GRANT SELECT ON grant_attachment TO ngo
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment TO ngo
--;;
GRANT SELECT ON grant_attachment_content TO agency
--;;
GRANT INSERT ON grant_attachment_content TO municipality
--;;
GRANT SELECT ON grant_attachment_content TO municipality
--;;
GRANT INSERT ON grant_attachment_content TO ngo
--;;
GRANT SELECT ON grant_attachment_content TO ngo
--;;
GRANT SELECT ON grant_budget TO agency
--;;
GRANT UPDATE (decided_at, decision_note, status, updated_at, version) ON grant_budget TO agency
--;;
GRANT INSERT ON grant_budget TO municipality
--;;
GRANT SELECT ON grant_budget TO municipality
--;;
GRANT UPDATE (budget_lines, status, submitted_at, updated_at, version) ON grant_budget TO municipality
--;;
GRANT INSERT ON grant_budget TO ngo
--;;
GRANT SELECT ON grant_budget TO ngo
--;;
GRANT UPDATE (budget_lines, status, submitted_at, updated_at, version) ON grant_budget TO ngo
--;;
GRANT INSERT ON grant_decision TO agency
--;;
GRANT SELECT ON grant_decision TO agency
--;;
GRANT UPDATE (conditions, criteria, decided_at, granted_oere, grounds, outcome, updated_at, version) ON grant_decision TO agency
--;;
GRANT SELECT ON grant_decision TO municipality
--;;
GRANT SELECT ON grant_decision TO ngo
--;;
GRANT INSERT ON grant_instalment TO agency
--;;
GRANT SELECT ON grant_instalment TO agency
--;;
GRANT UPDATE (amount_oere, due_on, paid_on, status, updated_at, version) ON grant_instalment TO agency
--;;
GRANT SELECT ON grant_instalment TO municipality
--;;
GRANT SELECT ON grant_instalment TO ngo
--;;
GRANT SELECT ON grant_instalment TO wall_keeper
--;;
GRANT SELECT ON grant_notice TO agency
--;;
GRANT INSERT ON grant_notice TO municipality
--;;
GRANT SELECT ON grant_notice TO municipality
--;;
GRANT INSERT ON grant_notice TO ngo
--;;
GRANT SELECT ON grant_notice TO ngo
--;;
GRANT SELECT ON grant_voucher TO agency
--;;
GRANT INSERT ON grant_voucher TO municipality
--;;
GRANT SELECT ON grant_voucher TO municipality
--;;
GRANT UPDATE (amount_oere, attachment_id, cancelled, category, day, updated_at, version, voucher_number, words) ON grant_voucher TO municipality
--;;
GRANT INSERT ON grant_voucher TO ngo
--;;
GRANT SELECT ON grant_voucher TO ngo
--;;
GRANT UPDATE (amount_oere, attachment_id, cancelled, category, day, updated_at, version, voucher_number, words) ON grant_voucher TO ngo
--;;
GRANT INSERT ON hourly_rate TO municipality
--;;
GRANT SELECT ON hourly_rate TO municipality
--;;
GRANT UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate TO municipality
--;;
GRANT INSERT ON hourly_rate TO ngo
--;;
GRANT SELECT ON hourly_rate TO ngo
--;;
GRANT UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate TO ngo
--;;
GRANT INSERT ON hourly_rate TO police_district
--;;
GRANT SELECT ON hourly_rate TO police_district
--;;
GRANT UPDATE (oere_per_hour, updated_at, valid_from, valid_until, version) ON hourly_rate TO police_district
--;;
GRANT SELECT ON hourly_rate TO wall_keeper
--;;
GRANT INSERT ON idempotency TO agency
--;;
GRANT SELECT ON idempotency TO agency
--;;
GRANT INSERT ON idempotency TO evaluator
--;;
GRANT SELECT ON idempotency TO evaluator
--;;
GRANT INSERT ON idempotency TO municipality
--;;
GRANT SELECT ON idempotency TO municipality
--;;
GRANT INSERT ON idempotency TO ngo
--;;
GRANT SELECT ON idempotency TO ngo
--;;
GRANT INSERT ON idempotency TO operator
--;;
GRANT SELECT ON idempotency TO operator
--;;
GRANT INSERT ON idempotency TO police_district
--;;
GRANT SELECT ON idempotency TO police_district
--;;
GRANT INSERT ON idempotency TO training_provider
--;;
GRANT SELECT ON idempotency TO training_provider
--;;
GRANT INSERT ON incident TO police_district
--;;
GRANT SELECT ON incident TO police_district
--;;
GRANT UPDATE (number, occurred_at, place, status, updated_at, version) ON incident TO police_district
--;;
GRANT SELECT ON incident_account TO municipality
--;;
GRANT INSERT ON incident_account TO police_district
--;;
GRANT SELECT ON incident_account TO police_district
--;;
GRANT UPDATE (account, incident_id, updated_at, version) ON incident_account TO police_district
--;;
GRANT SELECT ON incident_offence TO municipality
--;;
GRANT INSERT ON incident_offence TO police_district
--;;
GRANT SELECT ON incident_offence TO police_district
--;;
GRANT UPDATE (incident_id, offences, updated_at, version) ON incident_offence TO police_district
--;;
GRANT SELECT ON incident_summary TO municipality
--;;
GRANT SELECT ON incident_summary TO ngo
--;;
GRANT INSERT ON incident_summary TO police_district
--;;
GRANT SELECT ON incident_summary TO police_district
--;;
GRANT UPDATE (children_present, incident_id, relation, updated_at, version, violence_forms) ON incident_summary TO police_district
--;;
GRANT INSERT ON instrument TO agency
--;;
GRANT SELECT ON instrument TO agency
--;;
GRANT UPDATE (activated_at, bands, introduction_da, introduction_en, items, relevant_change, requires_evaluation_consent, retired_at, scale_labels, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument TO agency
--;;
GRANT SELECT ON instrument TO answerer
--;;
GRANT SELECT ON instrument TO evaluator
--;;
GRANT SELECT ON instrument TO municipality
--;;
GRANT SELECT ON instrument TO ngo
--;;
GRANT INSERT ON instrument TO operator
--;;
GRANT SELECT ON instrument TO operator
--;;
GRANT UPDATE (activated_at, bands, introduction_da, introduction_en, items, relevant_change, requires_evaluation_consent, retired_at, scale_labels, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument TO operator
--;;
GRANT SELECT ON instrument TO wall_keeper
--;;
GRANT INSERT ON interview_candidate TO municipality
--;;
GRANT SELECT ON interview_candidate TO municipality
--;;
GRANT UPDATE (answered_on, asked_on, completed_on, consent_id, contact_id, contact_passed_on_at, status, updated_at, version) ON interview_candidate TO municipality
--;;
GRANT INSERT ON interview_candidate TO ngo
--;;
GRANT SELECT ON interview_candidate TO ngo
--;;
GRANT UPDATE (answered_on, asked_on, completed_on, consent_id, contact_id, contact_passed_on_at, status, updated_at, version) ON interview_candidate TO ngo
--;;
GRANT SELECT ON interview_candidate TO wall_keeper
--;;
GRANT UPDATE (completed_on, consent_id, status, updated_at, version) ON interview_candidate TO wall_keeper
--;;
GRANT SELECT ON interview_contact TO evaluator
--;;
GRANT UPDATE (held_on, outcome, updated_at, version) ON interview_contact TO evaluator
--;;
GRANT INSERT ON interview_contact TO municipality
--;;
GRANT INSERT ON interview_contact TO ngo
--;;
GRANT SELECT ON interview_contact TO wall_keeper
--;;
GRANT UPDATE (call_name, email, ended_at, opened_at, phone, safe_channels, safe_hours, updated_at, valid_until, version, wrapped) ON interview_contact TO wall_keeper
--;;
GRANT INSERT ON maturation_assessment TO agency
--;;
GRANT SELECT ON maturation_assessment TO agency
--;;
GRANT UPDATE (passed_at, ratings, reason, status, updated_at, version) ON maturation_assessment TO agency
--;;
GRANT SELECT ON maturation_assessment TO municipality
--;;
GRANT INSERT ON maturation_criteria TO agency
--;;
GRANT SELECT ON maturation_criteria TO agency
--;;
GRANT UPDATE (superseded_at, updated_at, version) ON maturation_criteria TO agency
--;;
GRANT SELECT ON maturation_criteria TO municipality
--;;
GRANT INSERT ON meeting TO agency
--;;
GRANT SELECT ON meeting TO agency
--;;
GRANT UPDATE (agenda, attendance, cancelled_reason, ends_at, invited_at, minutes, optional_ids, place, required_ids, sequence, starts_at, status, updated_at, version, virtual_link) ON meeting TO agency
--;;
GRANT SELECT ON meeting TO calendar_reader
--;;
GRANT SELECT ON meeting TO evaluator
--;;
GRANT SELECT ON meeting TO municipality
--;;
GRANT UPDATE (agenda, minutes, place, sequence, updated_at, version, virtual_link) ON meeting TO municipality
--;;
GRANT SELECT ON meeting TO ngo
--;;
GRANT SELECT ON meeting TO police_district
--;;
GRANT SELECT ON meeting TO training_provider
--;;
GRANT INSERT ON meeting_decision TO agency
--;;
GRANT SELECT ON meeting_decision TO agency
--;;
GRANT UPDATE (decision, done_on, due_on, owner_id, status, updated_at, version) ON meeting_decision TO agency
--;;
GRANT SELECT ON meeting_decision TO evaluator
--;;
GRANT UPDATE (done_on, status, updated_at, version) ON meeting_decision TO evaluator
--;;
GRANT INSERT ON meeting_decision TO municipality
--;;
GRANT SELECT ON meeting_decision TO municipality
--;;
GRANT UPDATE (done_on, status, updated_at, version) ON meeting_decision TO municipality
--;;
GRANT SELECT ON meeting_decision TO ngo
--;;
GRANT UPDATE (done_on, status, updated_at, version) ON meeting_decision TO ngo
--;;
GRANT SELECT ON meeting_decision TO police_district
--;;
GRANT UPDATE (done_on, status, updated_at, version) ON meeting_decision TO police_district
--;;
GRANT SELECT ON meeting_decision TO training_provider
--;;
GRANT UPDATE (done_on, status, updated_at, version) ON meeting_decision TO training_provider
--;;
GRANT INSERT ON meeting_plan TO agency
--;;
GRANT SELECT ON meeting_plan TO agency
--;;
GRANT UPDATE (superseded_at, updated_at, version) ON meeting_plan TO agency
--;;
GRANT SELECT ON meeting_plan TO municipality
--;;
GRANT SELECT ON organisation TO agency
--;;
GRANT SELECT ON organisation TO authenticator
--;;
GRANT SELECT ON organisation TO evaluator
--;;
GRANT SELECT ON organisation TO evaluator_entrance
--;;
GRANT SELECT ON organisation TO flow_counter
--;;
GRANT SELECT ON organisation TO municipality
--;;
GRANT SELECT ON organisation TO ngo
--;;
GRANT INSERT ON organisation TO operator
--;;
GRANT SELECT ON organisation TO operator
--;;
GRANT UPDATE (cvr, municipality_code, name, police_district_code, status, tracks, type, updated_at, version) ON organisation TO operator
--;;
GRANT SELECT ON organisation TO police_district
--;;
GRANT SELECT ON organisation TO training_provider
--;;
GRANT SELECT ON organisation TO wall_keeper
--;;
GRANT INSERT ON pair_link TO police_district
--;;
GRANT SELECT ON pair_link TO police_district
--;;
GRANT SELECT ON pair_link TO wall_keeper
--;;
GRANT INSERT ON project TO agency
--;;
GRANT SELECT ON project TO agency
--;;
GRANT UPDATE (ends_on, name, programme, starts_on, status, updated_at, version) ON project TO agency
--;;
GRANT SELECT ON project TO evaluator
--;;
GRANT SELECT ON project TO flow_counter
--;;
GRANT SELECT ON project TO municipality
--;;
GRANT SELECT ON project TO ngo
--;;
GRANT INSERT ON project TO operator
--;;
GRANT SELECT ON project TO operator
--;;
GRANT UPDATE (ends_on, name, programme, starts_on, status, updated_at, version) ON project TO operator
--;;
GRANT SELECT ON project TO police_district
--;;
GRANT SELECT ON project TO training_provider
--;;
GRANT SELECT ON project TO wall_keeper
--;;
GRANT INSERT ON project_partner TO agency
--;;
GRANT SELECT ON project_partner TO agency
--;;
GRANT UPDATE (ended_at, lead, updated_at, version) ON project_partner TO agency
--;;
GRANT SELECT ON project_partner TO authenticator
--;;
GRANT SELECT ON project_partner TO calendar_reader
--;;
GRANT SELECT ON project_partner TO evaluator
--;;
GRANT SELECT ON project_partner TO flow_counter
--;;
GRANT SELECT ON project_partner TO municipality
--;;
GRANT SELECT ON project_partner TO ngo
--;;
GRANT INSERT ON project_partner TO operator
--;;
GRANT SELECT ON project_partner TO operator
--;;
GRANT UPDATE (ended_at, lead, updated_at, version) ON project_partner TO operator
--;;
GRANT SELECT ON project_partner TO police_district
--;;
GRANT SELECT ON project_partner TO training_provider
--;;
GRANT INSERT ON questionnaire_answers TO answerer
--;;
GRANT INSERT ON questionnaire_answers TO municipality
--;;
GRANT SELECT ON questionnaire_answers TO municipality
--;;
GRANT INSERT ON questionnaire_answers TO ngo
--;;
GRANT SELECT ON questionnaire_answers TO ngo
--;;
GRANT SELECT ON questionnaire_link TO answerer
--;;
GRANT UPDATE (updated_at, used_at, version) ON questionnaire_link TO answerer
--;;
GRANT INSERT ON questionnaire_link TO municipality
--;;
GRANT SELECT ON questionnaire_link TO municipality
--;;
GRANT UPDATE (ended_at, updated_at, version) ON questionnaire_link TO municipality
--;;
GRANT INSERT ON questionnaire_link TO ngo
--;;
GRANT SELECT ON questionnaire_link TO ngo
--;;
GRANT UPDATE (ended_at, updated_at, version) ON questionnaire_link TO ngo
--;;
GRANT SELECT ON questionnaire_link TO wall_keeper
--;;
GRANT UPDATE (ended_at, updated_at, version) ON questionnaire_link TO wall_keeper
--;;
GRANT SELECT ON questionnaire_response TO answerer
--;;
GRANT UPDATE (answered_on, answered_through, status, updated_at, version) ON questionnaire_response TO answerer
--;;
GRANT INSERT ON questionnaire_response TO municipality
--;;
GRANT SELECT ON questionnaire_response TO municipality
--;;
GRANT UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response TO municipality
--;;
GRANT INSERT ON questionnaire_response TO ngo
--;;
GRANT SELECT ON questionnaire_response TO ngo
--;;
GRANT UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response TO ngo
--;;
GRANT SELECT ON questionnaire_response TO wall_keeper
--;;
GRANT SELECT ON referral TO flow_counter
--;;
GRANT INSERT ON referral TO municipality
--;;
GRANT SELECT ON referral TO municipality
--;;
GRANT UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral TO municipality
--;;
GRANT INSERT ON referral TO ngo
--;;
GRANT SELECT ON referral TO ngo
--;;
GRANT UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral TO ngo
--;;
GRANT INSERT ON referral TO police_district
--;;
GRANT SELECT ON referral TO police_district
--;;
GRANT UPDATE (kind, recalled_at, received_at, recipient_id, rejected_reason, responded_at, scopes, sent_at, status, updated_at, urgency, version) ON referral TO police_district
--;;
GRANT SELECT ON referral TO wall_keeper
--;;
GRANT UPDATE (consent_id, recalled_at, sender_withheld, status, updated_at, version) ON referral TO wall_keeper
--;;
GRANT INSERT ON referral_outcome TO municipality
--;;
GRANT SELECT ON referral_outcome TO municipality
--;;
GRANT UPDATE (completed_at, course_started, outcome, updated_at, version) ON referral_outcome TO municipality
--;;
GRANT INSERT ON referral_outcome TO ngo
--;;
GRANT SELECT ON referral_outcome TO ngo
--;;
GRANT UPDATE (completed_at, course_started, outcome, updated_at, version) ON referral_outcome TO ngo
--;;
GRANT SELECT ON referral_outcome TO police_district
--;;
GRANT INSERT ON referral_summary TO municipality
--;;
GRANT SELECT ON referral_summary TO municipality
--;;
GRANT UPDATE (summary, updated_at, version) ON referral_summary TO municipality
--;;
GRANT INSERT ON referral_summary TO ngo
--;;
GRANT SELECT ON referral_summary TO ngo
--;;
GRANT UPDATE (summary, updated_at, version) ON referral_summary TO ngo
--;;
GRANT INSERT ON referral_summary TO police_district
--;;
GRANT SELECT ON referral_summary TO police_district
--;;
GRANT UPDATE (summary, updated_at, version) ON referral_summary TO police_district
--;;
GRANT INSERT ON session TO municipality
--;;
GRANT SELECT ON session TO municipality
--;;
GRANT UPDATE (form, held_on, minutes, status, updated_at, version) ON session TO municipality
--;;
GRANT INSERT ON session TO ngo
--;;
GRANT SELECT ON session TO ngo
--;;
GRANT UPDATE (form, held_on, minutes, status, updated_at, version) ON session TO ngo
--;;
GRANT INSERT ON session_note TO municipality
--;;
GRANT SELECT ON session_note TO municipality
--;;
GRANT UPDATE (note, session_id, updated_at, version) ON session_note TO municipality
--;;
GRANT INSERT ON session_note TO ngo
--;;
GRANT SELECT ON session_note TO ngo
--;;
GRANT UPDATE (note, session_id, updated_at, version) ON session_note TO ngo
--;;
GRANT SELECT ON staff TO agency
--;;
GRANT SELECT ON staff TO authenticator
--;;
GRANT SELECT ON staff TO evaluator
--;;
GRANT SELECT ON staff TO evaluator_entrance
--;;
GRANT SELECT ON staff TO municipality
--;;
GRANT SELECT ON staff TO ngo
--;;
GRANT INSERT ON staff TO operator
--;;
GRANT SELECT ON staff TO operator
--;;
GRANT UPDATE (active, functions, initials, updated_at, version) ON staff TO operator
--;;
GRANT SELECT ON staff TO police_district
--;;
GRANT SELECT ON staff TO training_provider
--;;
GRANT SELECT ON staff TO wall_keeper
--;;
GRANT INSERT ON support_need TO municipality
--;;
GRANT SELECT ON support_need TO municipality
--;;
GRANT UPDATE (description, level, recipient_id, referral_id, status, theme, updated_at, version) ON support_need TO municipality
--;;
GRANT INSERT ON support_need TO ngo
--;;
GRANT SELECT ON support_need TO ngo
--;;
GRANT UPDATE (description, level, recipient_id, referral_id, status, theme, updated_at, version) ON support_need TO ngo
--;;
GRANT INSERT ON time_entry TO municipality
--;;
GRANT SELECT ON time_entry TO municipality
--;;
GRANT UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry TO municipality
--;;
GRANT INSERT ON time_entry TO ngo
--;;
GRANT SELECT ON time_entry TO ngo
--;;
GRANT UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry TO ngo
--;;
GRANT INSERT ON time_entry TO police_district
--;;
GRANT SELECT ON time_entry TO police_district
--;;
GRANT UPDATE (citizen_id, course_id, day, evaluation, function, grant_funded, minutes, note, status, task, track, updated_at, version) ON time_entry TO police_district
--;;
GRANT SELECT ON time_entry TO wall_keeper
--;;
GRANT INSERT ON token_denial TO authenticator
--;;
GRANT SELECT ON token_denial TO authenticator
--;;
GRANT SELECT ON token_denial TO evaluator_entrance
--;;
GRANT INSERT ON training_day TO agency
--;;
GRANT SELECT ON training_day TO agency
--;;
GRANT UPDATE (attendance, day, participant_ids, place, status, topic, updated_at, version, virtual_link) ON training_day TO agency
--;;
GRANT SELECT ON training_day TO evaluator
--;;
GRANT SELECT ON training_day TO municipality
--;;
GRANT SELECT ON training_day TO training_provider
--;;
GRANT UPDATE (attendance, day, participant_ids, place, status, topic, updated_at, version, virtual_link) ON training_day TO training_provider
--;;
GRANT INSERT ON used_assertion TO authenticator
--;;
GRANT SELECT ON used_assertion TO authenticator
--;;
GRANT INSERT ON withdrawal_acknowledgement TO municipality
--;;
GRANT SELECT ON withdrawal_acknowledgement TO municipality
--;;
GRANT INSERT ON withdrawal_acknowledgement TO ngo
--;;
GRANT SELECT ON withdrawal_acknowledgement TO ngo
--;;
GRANT SELECT ON withdrawal_acknowledgement TO police_district
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_agreement_coverage() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_agreement_coverage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  ends timestamptz;
BEGIN
  IF NEW.type <> 'data_processing' THEN
    RETURN NULL;
  END IF;
  -- Not "now": a transaction that began a moment before would still find it valid.
  ends := CASE
    WHEN NEW.status = 'in_force'
      AND NEW.signed_by_organisation_at IS NOT NULL AND NEW.signed_by_counterparty_at IS NOT NULL
      AND EXISTS (SELECT FROM organisation WHERE organisation.id = NEW.counterparty_id AND type = 'operator')
    THEN NEW.valid_until ELSE '-infinity' END;
  INSERT INTO agreement_coverage
    (agreement_id, category, purpose, organisation_id, project_id, valid_from, valid_until)
  SELECT NEW.id, category, purpose, NEW.organisation_id, NEW.project_id, NEW.valid_from, ends
  FROM unnest(NEW.categories) AS category, unnest(NEW.purposes) AS purpose
  ON CONFLICT (agreement_id, category, purpose)
  DO UPDATE SET valid_from = EXCLUDED.valid_from, valid_until = EXCLUDED.valid_until;
  UPDATE agreement_coverage SET valid_until = '-infinity'
  WHERE agreement_id = NEW.id AND NOT (category = ANY (NEW.categories) AND purpose = ANY (NEW.purposes));
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_agreement_coverage() FROM PUBLIC
--;;
CREATE TRIGGER keep_agreement_coverage AFTER INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION keep_agreement_coverage()
--;;
ALTER FUNCTION keep_agreement_coverage() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_agreement_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_agreement_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NOT NULL AND (NEW.status <> 'draft'
      OR NEW.signed_by_organisation_at IS NOT NULL OR NEW.signed_by_counterparty_at IS NOT NULL) THEN
      RAISE EXCEPTION 'an agreement begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.organisation_id, NEW.counterparty_id, NEW.project_id, NEW.type, NEW.categories, NEW.purposes, NEW.valid_from,
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.organisation_id, OLD.counterparty_id, OLD.project_id, OLD.type, OLD.categories, OLD.purposes, OLD.valid_from,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'signed terms never change' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.status = 'ended' THEN
    RAISE EXCEPTION 'an ended agreement stays ended' USING ERRCODE = 'PW002';
  END IF;
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF (NEW.signed_by_organisation_at IS DISTINCT FROM OLD.signed_by_organisation_at
      AND (OLD.signed_by_organisation_at IS NOT NULL OR asker <> NEW.organisation_id))
    OR (NEW.signed_by_counterparty_at IS DISTINCT FROM OLD.signed_by_counterparty_at
      AND (OLD.signed_by_counterparty_at IS NOT NULL OR asker <> NEW.counterparty_id)) THEN
    RAISE EXCEPTION 'each side signs once, for itself' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    NEW.status = 'ended'
    OR (OLD.status = 'draft' AND NEW.status = 'awaiting_signature')
    OR (OLD.status = 'awaiting_signature' AND NEW.status = 'in_force')
    OR (OLD.status = 'in_force' AND NEW.status = 'suspended' AND NEW.suspended_by_id = asker)
    OR (OLD.status = 'suspended' AND NEW.status = 'in_force' AND OLD.suspended_by_id = asker)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.status = 'suspended' AND NEW.status = 'suspended' AND NEW.suspended_by_id <> OLD.suspended_by_id THEN
    RAISE EXCEPTION 'suspended by the other side' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION freeze_agreement_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_agreement_terms BEFORE INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION freeze_agreement_terms()
--;;
DROP FUNCTION IF EXISTS freeze_consent_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_consent_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF asker IS NOT NULL AND NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a consent begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.form_version_id, NEW.language, NEW.method, NEW.scopes, NEW.recipients, NEW.informed_by, NEW.signed_at,
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.form_version_id, OLD.language, OLD.method, OLD.scopes, OLD.recipients, OLD.informed_by, OLD.signed_at,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'signed terms never change' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    (OLD.status = 'draft' AND NEW.status IN ('active', 'refused'))
    OR (OLD.status = 'active' AND NEW.status IN ('withdrawn', 'expired', 'superseded'))
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF (NEW.status <> 'withdrawn' OR OLD.status = 'withdrawn') AND (
    (NEW.withdrawn_at, NEW.withdrawn_by, NEW.withdrawal_channel)
    IS DISTINCT FROM (OLD.withdrawn_at, OLD.withdrawn_by, OLD.withdrawal_channel)
  ) THEN
    RAISE EXCEPTION 'a withdrawal is registered once' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION freeze_consent_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_consent_terms BEFORE INSERT OR UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION freeze_consent_terms()
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
      SET valid_until = successor.valid_until, updated_at = clock_timestamp(), version = version + 1
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
DROP FUNCTION IF EXISTS keep_sender_withheld() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_sender_withheld() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  UPDATE referral SET sender_withheld = NEW.specially_protected AND EXISTS (
    SELECT FROM organisation
    WHERE organisation.id = referral.organisation_id AND organisation.type <> 'police_district'
  )
  WHERE referral.citizen_id = NEW.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_sender_withheld() FROM PUBLIC
--;;
CREATE TRIGGER keep_sender_withheld AFTER UPDATE OF specially_protected ON citizen FOR EACH ROW EXECUTE FUNCTION keep_sender_withheld()
--;;
ALTER FUNCTION keep_sender_withheld() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_referral_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_referral_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a referral begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.recipient_id, NEW.kind, NEW.scopes, NEW.urgency)
    IS DISTINCT FROM (OLD.recipient_id, OLD.kind, OLD.scopes, OLD.urgency)
  ) THEN
    RAISE EXCEPTION 'what was sent never changes' USING ERRCODE = 'PW002';
  END IF;
  -- Only a renewal of the consent changes what a referral rests on.
  IF (NEW.consent_id, NEW.sender_withheld) IS DISTINCT FROM (OLD.consent_id, OLD.sender_withheld)
    AND current_user <> 'wall_keeper' THEN
    RAISE EXCEPTION 'not the party''s to change' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF NOT (
    -- The keeper acts for whoever registers the withdrawal.
    (OLD.status IN ('draft', 'sent', 'received') AND NEW.status = 'recalled'
      AND (asker = OLD.organisation_id OR current_user = 'wall_keeper'))
    OR (OLD.status = 'draft' AND NEW.status = 'sent' AND asker = OLD.organisation_id)
    OR (OLD.status = 'sent' AND NEW.status = 'received' AND asker = OLD.recipient_id)
    OR (OLD.status IN ('sent', 'received') AND NEW.status IN ('accepted', 'rejected') AND asker = OLD.recipient_id)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status IN ('sent', 'accepted') THEN
    PERFORM FROM consent
    WHERE consent.id = NEW.consent_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.recipient_id = ANY (consent.recipients) AND NEW.scopes <@ consent.scopes
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no active consent' USING ERRCODE = 'PW002';
    END IF;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_referral_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_referral_path BEFORE INSERT OR UPDATE ON referral FOR EACH ROW EXECUTE FUNCTION keep_referral_path()
--;;
DROP FUNCTION IF EXISTS keep_disclosure_once() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_disclosure_once() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM NULLIF(current_setting('boundary.organisation', true), '')::uuid THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF asker IS NULL THEN
      RETURN NEW;
    END IF;
    -- One passes on what is one's own, or what was itself passed on to one (onward, for bridging), as it was then.
    IF NEW.source_organisation_id = asker THEN
      NEW.as_of := NULL;
      NEW.rests_on_id := NULL;
      RETURN NEW;
    END IF;
    -- Held, so that what it rests on cannot end unseen while this is written.
    SELECT received.id, least(received.opened_at, received.as_of), least(received.valid_until, NEW.valid_until)
    INTO NEW.rests_on_id, NEW.as_of, NEW.valid_until
    FROM disclosure AS received
    WHERE received.citizen_id = NEW.citizen_id AND received.recipient_id = asker
      AND received.category = NEW.category AND received.source_organisation_id = NEW.source_organisation_id
      AND received.opened_at IS NOT NULL AND received.ended_at IS NULL
      AND (received.valid_until IS NULL OR received.valid_until > now())
    ORDER BY least(received.opened_at, received.as_of) DESC
    LIMIT 1
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'not the asker''s to pass on (any longer)' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.as_of, NEW.rests_on_id) IS DISTINCT FROM (OLD.as_of, OLD.rests_on_id) THEN
    RAISE EXCEPTION 'written once' USING ERRCODE = 'PW002';
  END IF;
  IF (OLD.opened_at IS NOT NULL OR OLD.ended_at IS NOT NULL) AND NEW.opened_at IS DISTINCT FROM OLD.opened_at THEN
    RAISE EXCEPTION 'opened once' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at THEN
    RAISE EXCEPTION 'ended for good' USING ERRCODE = 'PW002';
  END IF;
  -- A time ahead would let later changes of the row through (the wall, rule 7).
  IF NEW.opened_at > clock_timestamp() + interval '1 minute' THEN
    RAISE EXCEPTION 'not opened ahead of time' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_disclosure_once() FROM PUBLIC
--;;
CREATE TRIGGER keep_disclosure_once BEFORE INSERT OR UPDATE ON disclosure FOR EACH ROW EXECUTE FUNCTION keep_disclosure_once()
--;;
ALTER FUNCTION keep_disclosure_once() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_was_passed_onward() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_what_was_passed_onward() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- Each row does so for those that rest on it; none rests on a later one, so this comes to an end.
  IF NEW.ended_at IS NOT NULL AND OLD.ended_at IS NULL THEN
    UPDATE disclosure SET ended_at = NEW.ended_at, updated_at = clock_timestamp(), version = version + 1
    WHERE rests_on_id = NEW.id AND ended_at IS NULL;
  ELSIF NEW.valid_until IS DISTINCT FROM OLD.valid_until THEN
    UPDATE disclosure
    SET valid_until = least(valid_until, NEW.valid_until), updated_at = clock_timestamp(), version = version + 1
    WHERE rests_on_id = NEW.id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_what_was_passed_onward() FROM PUBLIC
--;;
CREATE TRIGGER end_what_was_passed_onward AFTER UPDATE OF ended_at, valid_until ON disclosure FOR EACH ROW EXECUTE FUNCTION end_what_was_passed_onward()
--;;
ALTER FUNCTION end_what_was_passed_onward() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_assignment_wall() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_assignment_wall() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
  same uuid[];
BEGIN
  -- Two charges of one citizen, or of one worker, at the same moment: the second looks when the first is there to
  -- be seen.
  PERFORM pg_advisory_xact_lock(hashtextextended('charge/' || NEW.organisation_id || NEW.citizen_id, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('assignment/' || NEW.staff_id, 0));
  same := ARRAY(
    WITH RECURSIVE person (id) AS (
      SELECT NEW.citizen_id
      UNION
      SELECT number.citizen_id
      FROM person JOIN citizen_cpr AS known ON known.citizen_id = person.id
        JOIN organisation AS police ON police.id = known.organisation_id AND police.type = 'police_district'
        JOIN citizen_cpr AS number
          ON number.organisation_id = known.organisation_id AND number.blind_index = known.blind_index
    )
    SELECT id FROM person
  );
  -- A caseworker takes on only whom nobody has yet; the others assign as they see fit.
  IF TG_OP = 'INSERT' AND 'caseworker' = ANY (functions) AND NOT functions && ARRAY['coordinator', 'integration']
    AND EXISTS (
      SELECT FROM assignment AS present
      WHERE present.citizen_id = NEW.citizen_id AND present.organisation_id = NEW.organisation_id
        AND present.ended_at IS NULL AND present.id <> NEW.id
    )
  THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'PW001';
  END IF;
  IF NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id AND staff.active
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) OR EXISTS (
    SELECT FROM pair_link JOIN assignment AS other ON other.citizen_id = ANY (ARRAY(
    WITH RECURSIVE person (id) AS (
      SELECT CASE WHEN pair_link.victim_id = ANY (same) THEN pair_link.perpetrator_id ELSE pair_link.victim_id END
      UNION
      SELECT number.citizen_id
      FROM person JOIN citizen_cpr AS known ON known.citizen_id = person.id
        JOIN organisation AS police ON police.id = known.organisation_id AND police.type = 'police_district'
        JOIN citizen_cpr AS number
          ON number.organisation_id = known.organisation_id AND number.blind_index = known.blind_index
    )
    SELECT id FROM person
  ))
    -- Not in a municipality, which would learn from a refusal who belongs to whom (the wall, rules 1 and 2).
    WHERE (pair_link.organisation_id = NEW.organisation_id OR EXISTS (
        SELECT FROM organisation WHERE organisation.id = NEW.organisation_id AND organisation.type = 'ngo'
      ))
      AND (pair_link.victim_id = ANY (same) OR pair_link.perpetrator_id = ANY (same))
      -- Should a number that was mistaken have joined the two sides.
      AND NOT (other.citizen_id = ANY (same) AND other.track = NEW.track)
      AND other.staff_id = NEW.staff_id
  ) THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'PW001';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_assignment_wall() FROM PUBLIC
--;;
CREATE TRIGGER keep_assignment_wall AFTER INSERT OR UPDATE OF staff_id, citizen_id, track ON assignment FOR EACH ROW EXECUTE FUNCTION keep_assignment_wall()
--;;
ALTER FUNCTION keep_assignment_wall() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_instrument_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_instrument_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.code, NEW.instrument_version, NEW.title_da, NEW.title_en, NEW.introduction_da, NEW.introduction_en,
     NEW.items, NEW.scale_min, NEW.scale_max, NEW.scale_labels, NEW.scoring, NEW.bands, NEW.waves,
     NEW.relevant_change, NEW.score_seen_by, NEW.requires_evaluation_consent, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.code, OLD.instrument_version, OLD.title_da, OLD.title_en, OLD.introduction_da, OLD.introduction_en,
     OLD.items, OLD.scale_min, OLD.scale_max, OLD.scale_labels, OLD.scoring, OLD.bands, OLD.waves,
     OLD.relevant_change, OLD.score_seen_by, OLD.requires_evaluation_consent, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'an instrument in use never changes' USING ERRCODE = 'PW002';
  END IF;
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR (OLD.status = 'retired' AND NEW.status <> 'retired') THEN
    RAISE EXCEPTION 'an instrument goes no way back' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION freeze_instrument_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_instrument_terms BEFORE UPDATE ON instrument FOR EACH ROW EXECUTE FUNCTION freeze_instrument_terms()
--;;
DROP FUNCTION IF EXISTS keep_questionnaire_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_questionnaire_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL AND TG_OP = 'INSERT' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'assigned' THEN
      RAISE EXCEPTION 'a questionnaire begins as assigned' USING ERRCODE = 'PW002';
    END IF;
  ELSIF NOT (
    (OLD.status IN ('assigned', 'handed_out') AND NEW.status IN (OLD.status, 'declined', 'not_answered'))
    OR (OLD.status = 'assigned' AND NEW.status = 'handed_out')
    OR (OLD.status = 'handed_out' AND NEW.status = 'answered')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  ELSIF NEW.status = OLD.status THEN
    RETURN NULL;
  END IF;
  IF NEW.status IN ('assigned', 'handed_out', 'answered')
    AND EXISTS (SELECT FROM instrument WHERE instrument.id = NEW.instrument_id AND requires_evaluation_consent)
    AND NOT EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.organisation_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
  )
  THEN
    RAISE EXCEPTION 'no consent to the evaluation' USING ERRCODE = 'PW002';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_questionnaire_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_questionnaire_path AFTER INSERT OR UPDATE ON questionnaire_response FOR EACH ROW EXECUTE FUNCTION keep_questionnaire_path()
--;;
ALTER FUNCTION keep_questionnaire_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_questionnaire_answers() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_questionnaire_answers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  asked record;
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT response.status, instrument.requires_evaluation_consent, instrument.score_seen_by INTO asked
  FROM questionnaire_response AS response JOIN instrument ON instrument.id = response.instrument_id
  WHERE response.id = NEW.response_id;
  IF NOT FOUND OR asked.status <> 'handed_out' THEN
    RAISE EXCEPTION 'an answer is final' USING ERRCODE = 'PW002';
  END IF;
  IF asked.requires_evaluation_consent AND NOT EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.organisation_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
  ) THEN
    RAISE EXCEPTION 'no consent to the evaluation' USING ERRCODE = 'PW002';
  END IF;
  IF NOT NEW.shown_to <@ ARRAY (
    SELECT jsonb_array_elements_text(seen -> 'functions')
    FROM jsonb_array_elements(asked.score_seen_by) AS seen
    JOIN organisation ON organisation.type = seen ->> 'organisation_type'
    WHERE organisation.id = NEW.organisation_id
  ) THEN
    RAISE EXCEPTION 'shown to whom the instrument shows it' USING ERRCODE = 'PW002';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_questionnaire_answers() FROM PUBLIC
--;;
CREATE TRIGGER keep_questionnaire_answers AFTER INSERT ON questionnaire_answers FOR EACH ROW EXECUTE FUNCTION keep_questionnaire_answers()
--;;
ALTER FUNCTION keep_questionnaire_answers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_questionnaire_link() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_questionnaire_link() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.used_at IS NOT NULL OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a link that is used or ended stays so' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION freeze_questionnaire_link() FROM PUBLIC
--;;
CREATE TRIGGER freeze_questionnaire_link BEFORE UPDATE ON questionnaire_link FOR EACH ROW EXECUTE FUNCTION freeze_questionnaire_link()
--;;
DROP FUNCTION IF EXISTS end_links_of_consent() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_links_of_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  UPDATE questionnaire_link AS link
  SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = link.version + 1
  WHERE link.citizen_id = NEW.citizen_id AND link.requires_consent AND link.used_at IS NULL AND link.ended_at IS NULL
    AND NOT EXISTS (
      SELECT FROM consent AS other
      WHERE other.citizen_id = NEW.citizen_id AND other.status = 'active'
        AND (other.valid_until IS NULL OR other.valid_until >= link.expires_at)
        AND link.organisation_id = ANY (other.recipients) AND 'evaluation_questionnaire' = ANY (other.scopes)
    );
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_links_of_consent() FROM PUBLIC
--;;
CREATE TRIGGER end_links_of_consent AFTER UPDATE OF status ON consent FOR EACH ROW EXECUTE FUNCTION end_links_of_consent()
--;;
ALTER FUNCTION end_links_of_consent() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_links_of_organisation() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_links_of_organisation() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.status <> 'active' THEN
    UPDATE questionnaire_link AS link
    SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = link.version + 1
    WHERE link.organisation_id = NEW.id AND link.used_at IS NULL AND link.ended_at IS NULL;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_links_of_organisation() FROM PUBLIC
--;;
CREATE TRIGGER end_links_of_organisation AFTER UPDATE OF status ON organisation FOR EACH ROW EXECUTE FUNCTION end_links_of_organisation()
--;;
ALTER FUNCTION end_links_of_organisation() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_interview_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_interview_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- The keeper acts for whoever registers a withdrawal, special protection, or that the interview was held.
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR current_user = 'wall_keeper' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' OR NEW.consent_id IS NOT NULL OR NEW.contact_id IS NOT NULL THEN
      RAISE EXCEPTION 'a candidate begins as proposed' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status = OLD.status AND (NEW.consent_id, NEW.contact_id) IS DISTINCT FROM (OLD.consent_id, OLD.contact_id)
    OR NEW.contact_id IS DISTINCT FROM OLD.contact_id AND NEW.status <> 'contact_passed_on'
    OR NEW.consent_id IS DISTINCT FROM OLD.consent_id AND NEW.status <> 'consented'
    OR NEW.completed_on IS DISTINCT FROM OLD.completed_on
  THEN
    RAISE EXCEPTION 'comes with its transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF NOT (
    (OLD.status = 'proposed' AND NEW.status IN ('asked', 'cancelled'))
    OR (OLD.status = 'asked' AND NEW.status IN ('consented', 'declined', 'cancelled'))
    OR (OLD.status = 'consented' AND NEW.status IN ('contact_passed_on', 'cancelled'))
    OR (OLD.status = 'contact_passed_on' AND NEW.status = 'cancelled')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status IN ('consented', 'contact_passed_on') THEN
    -- Held: a withdrawal comes before, and refuses, or after, and finds what was done.
    PERFORM FROM consent
    WHERE consent.id = NEW.consent_id AND consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.evaluator_id = ANY (consent.recipients) AND 'evaluation_interview' = ANY (consent.scopes)
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no active consent' USING ERRCODE = 'PW002';
    END IF;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_interview_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_path BEFORE INSERT OR UPDATE ON interview_candidate FOR EACH ROW EXECUTE FUNCTION keep_interview_path()
--;;
DROP FUNCTION IF EXISTS keep_interview_contact() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_interview_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.status = 'contact_passed_on' AND OLD.status <> 'contact_passed_on' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('protection of/' || NEW.citizen_id, 0));
    IF NOT EXISTS (SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND NOT citizen.specially_protected) THEN
      RAISE EXCEPTION 'specially protected' USING ERRCODE = 'PW002';
    END IF;
    UPDATE interview_contact
    SET opened_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1,
        valid_until = (SELECT consent.valid_until FROM consent WHERE consent.id = NEW.consent_id)
    WHERE id = NEW.contact_id AND project_id = NEW.project_id AND organisation_id = NEW.organisation_id
      AND recipient_id = NEW.evaluator_id AND opened_at IS NULL AND ended_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no contact to pass on' USING ERRCODE = 'PW002';
    END IF;
  ELSIF OLD.status = 'contact_passed_on' AND NEW.status <> 'contact_passed_on' THEN
    UPDATE interview_contact
    SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1, wrapped = NULL,
        call_name = NULL, phone = NULL, email = NULL, safe_channels = '{}', safe_hours = '[]'
    WHERE id = OLD.contact_id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_interview_contact() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_contact AFTER UPDATE OF status ON interview_candidate FOR EACH ROW EXECUTE FUNCTION keep_interview_contact()
--;;
ALTER FUNCTION keep_interview_contact() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_interview_outcome() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_interview_outcome() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'told once' USING ERRCODE = 'PW002';
  END IF;
  UPDATE interview_candidate
  SET status = CASE NEW.outcome WHEN 'held' THEN 'completed' ELSE 'cancelled' END, completed_on = NEW.held_on,
      updated_at = clock_timestamp(), version = version + 1
  WHERE contact_id = NEW.id AND status = 'contact_passed_on';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody is to be interviewed' USING ERRCODE = 'PW002';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_interview_outcome() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_outcome AFTER UPDATE OF outcome ON interview_contact FOR EACH ROW EXECUTE FUNCTION keep_interview_outcome()
--;;
ALTER FUNCTION keep_interview_outcome() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_interview_protection() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_interview_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('protection of/' || NEW.id, 0));
  UPDATE interview_candidate SET status = 'cancelled', updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.id AND status = 'contact_passed_on';
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_interview_protection() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_protection AFTER UPDATE OF specially_protected ON citizen FOR EACH ROW WHEN (NEW.specially_protected) EXECUTE FUNCTION keep_interview_protection()
--;;
ALTER FUNCTION keep_interview_protection() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_interview_contact_safe() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_interview_contact_safe() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- What was safe may not be so any more: the holder passes it on anew, or not at all.
  PERFORM pg_advisory_xact_lock(hashtextextended('protection of/' || NEW.citizen_id, 0));
  UPDATE interview_candidate SET status = 'consented', updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND organisation_id = NEW.organisation_id AND status = 'contact_passed_on';
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_interview_contact_safe() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_contact_safe AFTER INSERT OR UPDATE ON citizen_contact FOR EACH ROW EXECUTE FUNCTION keep_interview_contact_safe()
--;;
ALTER FUNCTION keep_interview_contact_safe() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_whose_interview_contact() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_whose_interview_contact() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM NULLIF(current_setting('boundary.organisation', true), '')::uuid THEN
    RETURN NEW;
  END IF;
  -- Who reads the contact does not know whose it is; the citizen's log does. What cannot be told is not read.
  SELECT candidate.citizen_id, candidate.track, candidate.organisation_id
  INTO NEW.citizen_id, NEW.track, NEW.controller_id
  FROM interview_candidate AS candidate WHERE candidate.contact_id = NEW.record_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s contact' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_whose_interview_contact() FROM PUBLIC
--;;
CREATE TRIGGER tell_whose_interview_contact BEFORE INSERT ON audit_subject FOR EACH ROW WHEN (NEW.category = 'interview_contact') EXECUTE FUNCTION tell_whose_interview_contact()
--;;
ALTER FUNCTION tell_whose_interview_contact() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_contribution_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_contribution_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'planned' THEN
      RAISE EXCEPTION 'a contribution begins as planned' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('done', 'not_done') THEN
    RAISE EXCEPTION 'told for good' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    (OLD.status = 'planned' AND NEW.status IN ('agreed', 'not_done'))
    OR (OLD.status = 'agreed' AND NEW.status IN ('done', 'not_done'))
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_contribution_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_contribution_path BEFORE INSERT OR UPDATE ON evaluation_contribution FOR EACH ROW EXECUTE FUNCTION keep_contribution_path()
--;;
DROP FUNCTION IF EXISTS keep_meeting_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_meeting_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'planned' OR NEW.invited_at IS NOT NULL OR NEW.minutes IS NOT NULL THEN
      RAISE EXCEPTION 'a meeting begins as planned' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('minutes_approved', 'cancelled') THEN
    RAISE EXCEPTION 'over for good' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
    ('planned', 'invited'), ('planned', 'cancelled'), ('invited', 'held'), ('invited', 'cancelled'),
    ('held', 'minutes_approved')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = 'held' AND NEW.starts_at > now() THEN
    RAISE EXCEPTION 'not held yet' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.status = 'held' AND (
    (NEW.starts_at, NEW.ends_at, NEW.place, NEW.virtual_link, NEW.agenda, NEW.required_ids, NEW.optional_ids,
     NEW.invited_at, NEW.attendance)
    IS DISTINCT FROM
    (OLD.starts_at, OLD.ends_at, OLD.place, OLD.virtual_link, OLD.agenda, OLD.required_ids, OLD.optional_ids,
     OLD.invited_at, OLD.attendance)
  ) THEN
    RAISE EXCEPTION 'what was held is not changed' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.sequence < OLD.sequence OR (OLD.invited_at IS NOT NULL AND NEW.invited_at IS DISTINCT FROM OLD.invited_at) THEN
    RAISE EXCEPTION 'an invitation goes no way back' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_meeting_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_meeting_path BEFORE INSERT OR UPDATE ON meeting FOR EACH ROW EXECUTE FUNCTION keep_meeting_path()
--;;
DROP FUNCTION IF EXISTS freeze_decision_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_decision_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION freeze_decision_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_decision_terms BEFORE INSERT OR UPDATE ON meeting_decision FOR EACH ROW EXECUTE FUNCTION freeze_decision_terms()
--;;
DROP FUNCTION IF EXISTS keep_training_day_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_training_day_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.status <> 'planned' THEN
    RAISE EXCEPTION 'a training day begins as planned' USING ERRCODE = 'PW002';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = 'held' THEN
    RAISE EXCEPTION 'held for good' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = 'held' AND NEW.day > (now() AT TIME ZONE 'Europe/Copenhagen')::date THEN
    RAISE EXCEPTION 'not held yet' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_training_day_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_training_day_path BEFORE INSERT OR UPDATE ON training_day FOR EACH ROW EXECUTE FUNCTION keep_training_day_path()
--;;
DROP FUNCTION IF EXISTS keep_meeting_plan_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_meeting_plan_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.superseded_at IS NOT NULL THEN
    RAISE EXCEPTION 'an older version stays as it was' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_meeting_plan_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_meeting_plan_path BEFORE UPDATE ON meeting_plan FOR EACH ROW EXECUTE FUNCTION keep_meeting_plan_path()
--;;
DROP FUNCTION IF EXISTS keep_maturation_criteria_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_maturation_criteria_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.superseded_at IS NOT NULL THEN
    RAISE EXCEPTION 'an older version stays as it was' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_maturation_criteria_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_maturation_criteria_path BEFORE UPDATE ON maturation_criteria FOR EACH ROW EXECUTE FUNCTION keep_maturation_criteria_path()
--;;
DROP FUNCTION IF EXISTS keep_time_entry_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_time_entry_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a time entry begins as a draft' USING ERRCODE = 'PW002';
    END IF;
  ELSE
    IF OLD.status <> 'draft' AND (
      (NEW.course_id, NEW.citizen_id, NEW.track, NEW.task, NEW.function, NEW.day, NEW.minutes, NEW.grant_funded,
       NEW.evaluation, NEW.note)
      IS DISTINCT FROM
      (OLD.course_id, OLD.citizen_id, OLD.track, OLD.task, OLD.function, OLD.day, OLD.minutes, OLD.grant_funded,
       OLD.evaluation, OLD.note)
    ) THEN
      RAISE EXCEPTION 'only a draft changes' USING ERRCODE = 'PW002';
    END IF;
    IF OLD.status = 'locked' THEN
      RAISE EXCEPTION 'locked for good' USING ERRCODE = 'PW002';
    END IF;
    IF NOT (
      (OLD.status = 'draft' AND NEW.status = 'draft' AND functions && ARRAY['caseworker', 'coordinator', 'integration'])
      OR (OLD.status = 'draft' AND NEW.status = 'approved' AND 'coordinator' = ANY (functions))
      OR (OLD.status = 'approved' AND NEW.status = 'locked' AND functions && ARRAY['coordinator', 'secretary'])
    ) THEN
      RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
    END IF;
  END IF;
  -- As if there were no such worker: who works on the other side, and how long, is not told either (the wall, rule 4).
  IF (TG_OP = 'INSERT' OR (NEW.course_id, NEW.track) IS DISTINCT FROM (OLD.course_id, OLD.track)) AND NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) THEN
    RAISE EXCEPTION 'no such worker on this side' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' OR (NEW.day, NEW.minutes) IS DISTINCT FROM (OLD.day, OLD.minutes) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('time/' || NEW.staff_id, 0));
    IF NEW.minutes + coalesce((
      SELECT sum(other.minutes) FROM time_entry AS other
      WHERE other.staff_id = NEW.staff_id AND other.day = NEW.day AND other.id <> NEW.id
    ), 0) > 1440 THEN
      RAISE EXCEPTION 'day_full' USING ERRCODE = 'PW004', DETAIL = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_time_entry_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_time_entry_path AFTER INSERT OR UPDATE ON time_entry FOR EACH ROW EXECUTE FUNCTION keep_time_entry_path()
--;;
ALTER FUNCTION keep_time_entry_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_cost_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_cost_path() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  held record;
  of_municipalities boolean;
  years integer;
  since date;
  until date;
  booked bigint;
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a cost begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NULL;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.category, NEW.amount_oere, NEW.day, NEW.note) IS DISTINCT FROM
    (OLD.category, OLD.amount_oere, OLD.day, OLD.note)
  ) THEN
    RAISE EXCEPTION 'only a draft changes' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.status = 'audited' OR NOT (
    (OLD.status = 'draft' AND NEW.status IN ('draft', 'booked')) OR (OLD.status = 'booked' AND NEW.status = 'audited')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status = 'booked' AND NEW.category = 'equipment' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('equipment/' || NEW.project_id, 0));
    SELECT programme, starts_on INTO held FROM project WHERE project.id = NEW.project_id;
    of_municipalities := held.programme = 'municipal_maturation_2022_2025';
    IF of_municipalities THEN
      -- Project years run from the project's first day.
      years := extract(year FROM NEW.day) - extract(year FROM held.starts_on);
      IF held.starts_on + make_interval(years => years) > NEW.day THEN
        years := years - 1;
      END IF;
      since := held.starts_on + make_interval(years => years);
      until := held.starts_on + make_interval(years => years + 1);
    ELSE
      since := date_trunc('year', NEW.day::timestamp);
      until := since + interval '1 year';
    END IF;
    -- One NGO holds the grant of the one programme, for all partners; in the other each municipality holds its own.
    SELECT coalesce(sum(other.amount_oere), 0) + NEW.amount_oere INTO booked FROM cost AS other
    WHERE other.project_id = NEW.project_id AND other.category = 'equipment' AND other.status <> 'draft'
      AND other.day >= since AND other.day < until AND other.id <> NEW.id
      AND (NOT of_municipalities OR other.organisation_id = NEW.organisation_id);
    IF booked > 5000000 OR (booked = 5000000 AND NOT of_municipalities) THEN
      RAISE EXCEPTION 'equipment_limit' USING ERRCODE = 'PW004', DETAIL = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_cost_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_cost_path AFTER INSERT OR UPDATE ON cost FOR EACH ROW EXECUTE FUNCTION keep_cost_path()
--;;
ALTER FUNCTION keep_cost_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_hourly_rate() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_hourly_rate() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rate/' || NEW.organisation_id, 0));
  IF EXISTS (
    SELECT FROM hourly_rate AS other
    WHERE other.organisation_id = NEW.organisation_id AND other.function = NEW.function AND other.id <> NEW.id
      AND other.valid_from <= coalesce(NEW.valid_until, 'infinity')
      AND coalesce(other.valid_until, 'infinity') >= NEW.valid_from
  ) THEN
    RAISE EXCEPTION 'rate_overlap' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  -- What is locked never changes, and so neither what it cost.
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM time_entry AS entry
    WHERE entry.organisation_id = OLD.organisation_id AND entry.function = OLD.function AND entry.status = 'locked'
      AND entry.day BETWEEN OLD.valid_from AND coalesce(OLD.valid_until, 'infinity')
      AND (
        NEW.oere_per_hour <> OLD.oere_per_hour
        OR entry.day NOT BETWEEN NEW.valid_from AND coalesce(NEW.valid_until, 'infinity')
      )
  ) THEN
    RAISE EXCEPTION 'rate_in_use' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_hourly_rate() FROM PUBLIC
--;;
CREATE TRIGGER keep_hourly_rate AFTER INSERT OR UPDATE ON hourly_rate FOR EACH ROW EXECUTE FUNCTION keep_hourly_rate()
--;;
ALTER FUNCTION keep_hourly_rate() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'an application begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.title, NEW.purpose, NEW.amount_oere, NEW.starts_on, NEW.ends_on, NEW.checklist, NEW.submitted_at,
     NEW.receipt_number)
    IS DISTINCT FROM
    (OLD.title, OLD.purpose, OLD.amount_oere, OLD.starts_on, OLD.ends_on, OLD.checklist, OLD.submitted_at,
     OLD.receipt_number)
  ) THEN
    RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'PW002';
  END IF;
  IF OLD.granted_oere IS NOT NULL AND (
    (NEW.granted_oere, NEW.granted_on) IS DISTINCT FROM (OLD.granted_oere, OLD.granted_on)
  ) THEN
    RAISE EXCEPTION 'what is granted never changes' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    CASE WHEN NULLIF(current_setting('boundary.organisation', true), '')::uuid = OLD.organisation_id THEN OLD.status = 'draft' AND NEW.status = 'submitted'
    ELSE (OLD.status = 'submitted' AND NEW.status IN ('under_assessment', 'rejected_on_form'))
      OR (OLD.status = 'under_assessment' AND NEW.status IN ('granted', 'refused', 'rejected_on_form'))
      OR (OLD.status = 'granted' AND NEW.status IN ('closed', 'lapsed'))
    END
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_path BEFORE INSERT OR UPDATE ON grant_application FOR EACH ROW EXECUTE FUNCTION keep_grant_path()
--;;
DROP FUNCTION IF EXISTS freeze_grant_decision() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_grant_decision() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF OLD.decided_at IS NOT NULL THEN
    RAISE EXCEPTION 'a decision never changes' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION freeze_grant_decision() FROM PUBLIC
--;;
CREATE TRIGGER freeze_grant_decision BEFORE UPDATE ON grant_decision FOR EACH ROW EXECUTE FUNCTION freeze_grant_decision()
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_budget_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Nobody but the agency approves; what may come into force without it is a check of the table.
    IF NEW.decided_at IS NOT NULL OR NEW.status NOT IN ('draft', 'proposed', 'in_force') THEN
      RAISE EXCEPTION 'a budget begins as a draft or a proposal' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.budget_lines, NEW.reason, NEW.from_year, NEW.to_year, NEW.moved_oere, NEW.year_oere, NEW.submitted_at)
    IS DISTINCT FROM
    (OLD.budget_lines, OLD.reason, OLD.from_year, OLD.to_year, OLD.moved_oere, OLD.year_oere, OLD.submitted_at)
  ) THEN
    RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    OLD.status = 'in_force' AND NEW.status = 'superseded'
    OR CASE WHEN NULLIF(current_setting('boundary.organisation', true), '')::uuid = OLD.organisation_id
      THEN (OLD.status = 'draft' AND NEW.status = 'proposed') OR (OLD.status = 'proposed' AND NEW.status = 'withdrawn')
      ELSE OLD.status = 'proposed' AND NEW.status IN ('in_force', 'rejected')
    END
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_budget_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_budget_path BEFORE INSERT OR UPDATE ON grant_budget FOR EACH ROW EXECUTE FUNCTION keep_grant_budget_path()
--;;
DROP FUNCTION IF EXISTS keep_grant_instalments() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_instalments() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  granted bigint;
  others bigint;
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'UPDATE' THEN
    IF OLD.status = 'paid' THEN
      RAISE EXCEPTION 'what is paid never changes' USING ERRCODE = 'PW002';
    END IF;
  ELSIF NEW.status <> 'planned' THEN
    RAISE EXCEPTION 'an instalment begins as planned' USING ERRCODE = 'PW002';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('instalments/' || NEW.grant_id, 0));
  SELECT granted_oere INTO granted FROM grant_application AS held
  WHERE held.id = NEW.grant_id AND held.status = 'granted';
  SELECT coalesce(sum(other.amount_oere), 0) INTO others FROM grant_instalment AS other
  WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id;
  IF granted IS NULL OR others + NEW.amount_oere > granted THEN
    RAISE EXCEPTION 'instalments' USING ERRCODE = 'PW004', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_instalments() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_instalments AFTER INSERT OR UPDATE ON grant_instalment FOR EACH ROW EXECUTE FUNCTION keep_grant_instalments()
--;;
ALTER FUNCTION keep_grant_instalments() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_account_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_account_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.decided_at IS NOT NULL THEN
      RAISE EXCEPTION 'accounts begin as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('submitted', 'approved') AND (
    (NEW.auditor, NEW.auditor_report_id, NEW.performance_audit, NEW.submitted_at) IS DISTINCT FROM
    (OLD.auditor, OLD.auditor_report_id, OLD.performance_audit, OLD.submitted_at)
  ) THEN
    RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    CASE WHEN NULLIF(current_setting('boundary.organisation', true), '')::uuid = OLD.organisation_id THEN OLD.status IN ('draft', 'returned') AND NEW.status = 'submitted'
    ELSE OLD.status = 'submitted' AND NEW.status IN ('approved', 'returned')
    END
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_account_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_account_path BEFORE INSERT OR UPDATE ON grant_account FOR EACH ROW EXECUTE FUNCTION keep_grant_account_path()
--;;
DROP FUNCTION IF EXISTS keep_grant_vouchers() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_vouchers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NULL;
  END IF;
  -- Submission takes the same lock, so that no voucher slips in beside it.
  PERFORM pg_advisory_xact_lock(hashtextextended('vouchers/' || NEW.account_id, 0));
  PERFORM FROM grant_account AS held
  WHERE held.id = NEW.account_id AND held.status IN ('draft', 'returned');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'submitted accounts take no vouchers' USING ERRCODE = 'PW002';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_vouchers() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_vouchers AFTER INSERT OR UPDATE ON grant_voucher FOR EACH ROW EXECUTE FUNCTION keep_grant_vouchers()
--;;
ALTER FUNCTION keep_grant_vouchers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_of_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = NEW.organisation_id OR (TG_OP = 'UPDATE' AND NEW.enabled = OLD.enabled) THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, record_id, outcome)
  VALUES (
    gen_random_uuid(), clock_timestamp(), NEW.organisation_id, 'operator', '-',
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN NEW.enabled THEN 'enable' ELSE 'disable' END,
    'client', NEW.id, 'done'
  );
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled ON client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_audit_event() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_audit_event() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'PW003'; END
$body$
--;;
REVOKE ALL ON FUNCTION keep_audit_event() FROM PUBLIC
--;;
CREATE TRIGGER keep_audit_event BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_event FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_event()
--;;
DROP FUNCTION IF EXISTS keep_audit_subject() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_audit_subject() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'PW003'; END
$body$
--;;
REVOKE ALL ON FUNCTION keep_audit_subject() FROM PUBLIC
--;;
CREATE TRIGGER keep_audit_subject BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_subject FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_subject()
--;;
DROP FUNCTION IF EXISTS keep_audit_seal() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_audit_seal() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = 'PW003'; END
$body$
--;;
REVOKE ALL ON FUNCTION keep_audit_seal() FROM PUBLIC
--;;
CREATE TRIGGER keep_audit_seal BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_seal FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_seal()
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
