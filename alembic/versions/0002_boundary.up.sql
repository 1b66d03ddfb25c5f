ALTER TABLE calendar_feed ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE calendar_feed FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution FORCE ROW LEVEL SECURITY
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
ALTER TABLE questionnaire_link ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_link FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE training_day ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE training_day FORCE ROW LEVEL SECURITY
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
DROP POLICY evaluator_create ON agreement
--;;
CREATE POLICY evaluator_create ON agreement FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
DROP POLICY evaluator_read ON agreement
--;;
CREATE POLICY evaluator_read ON agreement FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
DROP POLICY evaluator_update ON agreement
--;;
CREATE POLICY evaluator_update ON agreement FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (agreement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR agreement.counterparty_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid))
--;;
DROP POLICY operator_create ON agreement
--;;
CREATE POLICY operator_create ON agreement FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON agreement
--;;
CREATE POLICY operator_read ON agreement FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON agreement
--;;
CREATE POLICY operator_update ON agreement FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY answerer_read ON agreement_coverage FOR SELECT TO answerer USING (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND agreement_coverage.project_id = of_questionnaire_link.project_id AND agreement_coverage.organisation_id = of_questionnaire_link.organisation_id))
--;;
DROP POLICY evaluator_read ON agreement_coverage
--;;
CREATE POLICY evaluator_read ON agreement_coverage FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
CREATE POLICY flow_counter_read ON agreement_coverage FOR SELECT TO flow_counter USING (true)
--;;
CREATE POLICY answerer_create ON audit_event FOR INSERT TO answerer WITH CHECK (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND audit_event.record_id = of_questionnaire_link.response_id AND audit_event.organisation_id = of_questionnaire_link.organisation_id))
--;;
DROP POLICY evaluator_create ON audit_event
--;;
CREATE POLICY evaluator_create ON audit_event FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
DROP POLICY evaluator_read ON audit_event
--;;
CREATE POLICY evaluator_read ON audit_event FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY wall_keeper_create ON audit_event FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY answerer_create ON audit_subject FOR INSERT TO answerer WITH CHECK (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND audit_subject.citizen_id = of_questionnaire_link.citizen_id AND audit_subject.organisation_id = of_questionnaire_link.organisation_id))
--;;
CREATE POLICY evaluator_create ON audit_subject FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND audit_subject.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
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
DROP POLICY municipality_create ON citizen
--;;
CREATE POLICY municipality_create ON citizen FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON citizen
--;;
CREATE POLICY ngo_create ON citizen FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND citizen.track = NULLIF(current_setting('boundary.track', true), '') AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON citizen
--;;
CREATE POLICY police_district_create ON citizen FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR citizen.track = NULLIF(current_setting('boundary.track', true), '')) AND citizen.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE citizen.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND citizen.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE citizen.id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON citizen FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_read ON citizen_cpr FOR SELECT TO wall_keeper USING (true)
--;;
DROP POLICY operator_create ON client
--;;
CREATE POLICY operator_create ON client FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON client
--;;
CREATE POLICY operator_read ON client FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON client
--;;
CREATE POLICY operator_update ON client FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY flow_counter_read ON consent FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY municipality_create ON consent
--;;
CREATE POLICY municipality_create ON consent FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON consent
--;;
CREATE POLICY ngo_create ON consent FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND consent.track = NULLIF(current_setting('boundary.track', true), '') AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON consent
--;;
CREATE POLICY police_district_create ON consent FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR consent.track = NULLIF(current_setting('boundary.track', true), '')) AND consent.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(consent.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND consent.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE consent.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY evaluator_read ON consent_form
--;;
CREATE POLICY evaluator_read ON consent_form FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE consent_form.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY operator_create ON consent_form
--;;
CREATE POLICY operator_create ON consent_form FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON consent_form
--;;
CREATE POLICY operator_read ON consent_form FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON consent_form
--;;
CREATE POLICY operator_update ON consent_form FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY flow_counter_read ON contact_attempt FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY municipality_create ON contact_attempt
--;;
CREATE POLICY municipality_create ON contact_attempt FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE contact_attempt.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE contact_attempt.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON contact_attempt
--;;
CREATE POLICY ngo_create ON contact_attempt FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND contact_attempt.track = NULLIF(current_setting('boundary.track', true), '') AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM referral AS of_referral WHERE contact_attempt.referral_id = of_referral.id AND of_referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_referral.status = 'accepted')) AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE contact_attempt.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND 'contact' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON contact_attempt
--;;
CREATE POLICY police_district_create ON contact_attempt FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'contact_attempt' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR contact_attempt.track = NULLIF(current_setting('boundary.track', true), '')) AND contact_attempt.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE contact_attempt.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(contact_attempt.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND contact_attempt.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE contact_attempt.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY agency_read ON cost
--;;
CREATE POLICY agency_read ON cost FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE cost.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND cost.status != 'draft' AND (EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE cost.project_id = of_grant_application.project_id AND cost.organisation_id = of_grant_application.organisation_id AND (of_grant_application.status = 'granted' OR of_grant_application.status = 'closed'))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE cost.organisation_id = of_agreement_coverage.organisation_id AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
DROP POLICY ngo_create ON cost
--;;
CREATE POLICY ngo_create ON cost FOR INSERT TO ngo WITH CHECK (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (cost.track = NULLIF(current_setting('boundary.track', true), '') OR cost.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
DROP POLICY ngo_read ON cost
--;;
CREATE POLICY ngo_read ON cost FOR SELECT TO ngo USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (cost.track IS NULL OR cost.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
DROP POLICY ngo_update ON cost
--;;
CREATE POLICY ngo_update ON cost FOR UPDATE TO ngo USING (cost.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'secretary' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND cost.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'time_entry' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (cost.track IS NULL OR cost.track = NULLIF(current_setting('boundary.track', true), '')))
--;;
CREATE POLICY flow_counter_read ON course FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY municipality_create ON course
--;;
CREATE POLICY municipality_create ON course FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR course.track = NULLIF(current_setting('boundary.track', true), '')) AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE course.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE course.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON course
--;;
CREATE POLICY ngo_create ON course FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'course' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND course.track = NULLIF(current_setting('boundary.track', true), '') AND course.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE course.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(course.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND course.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE course.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
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
CREATE POLICY municipality_update ON evaluation_contribution FOR UPDATE TO municipality USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY ngo_read ON evaluation_contribution FOR SELECT TO ngo USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY ngo_update ON evaluation_contribution FOR UPDATE TO ngo USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY police_district_read ON evaluation_contribution FOR SELECT TO police_district USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY police_district_update ON evaluation_contribution FOR UPDATE TO police_district USING (evaluation_contribution.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE evaluation_contribution.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY flow_counter_read ON follow_up FOR SELECT TO flow_counter USING (true)
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
CREATE POLICY agency_read ON grant_attachment FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL)) AND (grant_attachment.kind != 'voucher' AND grant_attachment.kind != 'auditor_report' OR (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE grant_attachment.id = of_grant_account.auditor_report_id AND of_grant_account.submitted_at IS NOT NULL)) OR (EXISTS (SELECT 1 FROM grant_voucher AS of_grant_voucher WHERE grant_attachment.id = of_grant_voucher.attachment_id AND (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.id = of_grant_voucher.account_id AND of_grant_account.submitted_at IS NOT NULL))))))
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
CREATE POLICY agency_read ON grant_attachment_content FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment_content.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL)) AND (EXISTS (SELECT 1 FROM grant_attachment AS of_grant_attachment WHERE grant_attachment_content.attachment_id = of_grant_attachment.id AND (of_grant_attachment.kind != 'voucher' AND of_grant_attachment.kind != 'auditor_report' OR (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.auditor_report_id = of_grant_attachment.id AND of_grant_account.submitted_at IS NOT NULL)) OR (EXISTS (SELECT 1 FROM grant_voucher AS of_grant_voucher WHERE of_grant_voucher.attachment_id = of_grant_attachment.id AND (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.id = of_grant_voucher.account_id AND of_grant_account.submitted_at IS NOT NULL))))))))
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
DROP POLICY evaluator_create ON idempotency
--;;
CREATE POLICY evaluator_create ON idempotency FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
DROP POLICY evaluator_read ON idempotency
--;;
CREATE POLICY evaluator_read ON idempotency FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND idempotency.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
CREATE POLICY answerer_read ON instrument FOR SELECT TO answerer USING (EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND instrument.id = of_questionnaire_link.instrument_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now()))
--;;
DROP POLICY evaluator_read ON instrument
--;;
CREATE POLICY evaluator_read ON instrument FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
DROP POLICY operator_create ON instrument
--;;
CREATE POLICY operator_create ON instrument FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON instrument
--;;
CREATE POLICY operator_read ON instrument FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON instrument
--;;
CREATE POLICY operator_update ON instrument FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY wall_keeper_read ON instrument FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY municipality_create ON interview_candidate FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_candidate.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE interview_candidate.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON interview_candidate FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON interview_candidate FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR interview_candidate.track = NULLIF(current_setting('boundary.track', true), '')) AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON interview_candidate FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_candidate.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_read ON interview_candidate FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_update ON interview_candidate FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_candidate.track = NULLIF(current_setting('boundary.track', true), '') AND interview_candidate.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_candidate.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE interview_candidate.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON interview_candidate FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON interview_candidate FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY evaluator_read ON interview_contact FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_contact.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND interview_contact.opened_at IS NOT NULL AND interview_contact.ended_at IS NULL AND (interview_contact.valid_until IS NULL OR interview_contact.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE interview_contact.organisation_id = of_agreement_coverage.organisation_id AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND 'researcher' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY evaluator_update ON interview_contact FOR UPDATE TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_contact.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND interview_contact.opened_at IS NOT NULL AND interview_contact.ended_at IS NULL AND (interview_contact.valid_until IS NULL OR interview_contact.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE interview_contact.organisation_id = of_agreement_coverage.organisation_id AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND 'researcher' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY municipality_create ON interview_contact FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_contact.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND interview_contact.opened_at IS NULL AND interview_contact.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_create ON interview_contact FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND interview_contact.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'interview_contact' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND interview_contact.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE interview_contact.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND interview_contact.opened_at IS NULL AND interview_contact.ended_at IS NULL AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
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
CREATE POLICY flow_counter_read ON organisation FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY operator_create ON organisation
--;;
CREATE POLICY operator_create ON organisation FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON organisation
--;;
CREATE POLICY operator_update ON organisation FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY evaluator_read ON project
--;;
CREATE POLICY evaluator_read ON project FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE project.id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY flow_counter_read ON project FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY operator_create ON project
--;;
CREATE POLICY operator_create ON project FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON project
--;;
CREATE POLICY operator_update ON project FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY calendar_reader_read ON project_partner FOR SELECT TO calendar_reader USING (project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
DROP POLICY evaluator_read ON project_partner
--;;
CREATE POLICY evaluator_read ON project_partner FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND true)
--;;
CREATE POLICY flow_counter_read ON project_partner FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY operator_create ON project_partner
--;;
CREATE POLICY operator_create ON project_partner FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON project_partner
--;;
CREATE POLICY operator_read ON project_partner FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON project_partner
--;;
CREATE POLICY operator_update ON project_partner FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
CREATE POLICY answerer_create ON questionnaire_answers FOR INSERT TO answerer WITH CHECK ((EXISTS (SELECT 1 FROM questionnaire_link AS of_questionnaire_link WHERE of_questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), '') AND questionnaire_answers.response_id = of_questionnaire_link.response_id AND of_questionnaire_link.used_at IS NULL AND of_questionnaire_link.ended_at IS NULL AND of_questionnaire_link.expires_at > now())) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE questionnaire_answers.organisation_id = of_agreement_coverage.organisation_id AND questionnaire_answers.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY answerer_read ON questionnaire_link FOR SELECT TO answerer USING (questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), ''))
--;;
CREATE POLICY answerer_update ON questionnaire_link FOR UPDATE TO answerer USING (questionnaire_link.secret_hash = NULLIF(current_setting('boundary.link', true), ''))
--;;
CREATE POLICY municipality_create ON questionnaire_link FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE questionnaire_link.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE questionnaire_link.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_read ON questionnaire_link FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY municipality_update ON questionnaire_link FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY ngo_create ON questionnaire_link FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_link.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_link.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE questionnaire_link.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_link.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_link.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
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
DROP POLICY municipality_create ON questionnaire_response
--;;
CREATE POLICY municipality_create ON questionnaire_response FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '')) AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE questionnaire_response.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM project AS of_project WHERE questionnaire_response.project_id = of_project.id AND of_project.programme = 'municipal_maturation_2022_2025')) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON questionnaire_response
--;;
CREATE POLICY ngo_create ON questionnaire_response FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'questionnaire_answers' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND questionnaire_response.track = NULLIF(current_setting('boundary.track', true), '') AND questionnaire_response.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE questionnaire_response.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND questionnaire_response.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE questionnaire_response.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
CREATE POLICY wall_keeper_read ON questionnaire_response FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY flow_counter_read ON referral FOR SELECT TO flow_counter USING (true)
--;;
DROP POLICY municipality_create ON referral
--;;
CREATE POLICY municipality_create ON referral FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY municipality_update ON referral
--;;
CREATE POLICY municipality_update ON referral FOR UPDATE TO municipality USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON referral
--;;
CREATE POLICY ngo_create ON referral FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral.track = NULLIF(current_setting('boundary.track', true), '') AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) OR has_accepted(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid)) AND referral.kind = 'bridging' AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE referral.consent_id = of_consent.id AND referral.citizen_id = of_consent.citizen_id AND of_consent.status = 'active' AND (of_consent.valid_until IS NULL OR of_consent.valid_until > now()) AND referral.recipient_id = ANY (of_consent.recipients) AND 'bridging' = ANY (of_consent.scopes))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_update ON referral
--;;
CREATE POLICY ngo_update ON referral FOR UPDATE TO ngo USING ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND referral.track = NULLIF(current_setting('boundary.track', true), '') AND (referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid OR referral.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.sent_at IS NOT NULL AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE referral.organisation_id = of_agreement_coverage.organisation_id AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY police_district_create ON referral
--;;
CREATE POLICY police_district_create ON referral FOR INSERT TO police_district WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'referral' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR referral.track = NULLIF(current_setting('boundary.track', true), '')) AND referral.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE referral.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND has_registered(referral.citizen_id, NULLIF(current_setting('boundary.organisation', true), '')::uuid) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND referral.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE referral.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY evaluator_read ON staff
--;;
CREATE POLICY evaluator_read ON staff FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
DROP POLICY ngo_read ON staff
--;;
CREATE POLICY ngo_read ON staff FOR SELECT TO ngo USING (staff.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (staff.track = NULLIF(current_setting('boundary.track', true), '') OR staff.track IS NULL AND NULLIF(current_setting('boundary.track', true), '') IS NULL))
--;;
DROP POLICY operator_create ON staff
--;;
CREATE POLICY operator_create ON staff FOR INSERT TO operator WITH CHECK ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_read ON staff
--;;
CREATE POLICY operator_read ON staff FOR SELECT TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
--;;
DROP POLICY operator_update ON staff
--;;
CREATE POLICY operator_update ON staff FOR UPDATE TO operator USING ('operator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')))
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
REVOKE UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM agency
--;;
REVOKE UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM operator
--;;
REVOKE UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response FROM municipality
--;;
REVOKE UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response FROM ngo
--;;
GRANT SELECT ON agreement_coverage TO answerer
--;;
GRANT SELECT ON agreement_coverage TO flow_counter
--;;
GRANT INSERT ON audit_event TO answerer
--;;
GRANT INSERT ON audit_event TO wall_keeper
--;;
GRANT INSERT ON audit_subject TO answerer
--;;
GRANT INSERT ON audit_subject TO evaluator
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
GRANT SELECT ON citizen TO wall_keeper
--;;
GRANT SELECT ON citizen_cpr TO wall_keeper
--;;
GRANT SELECT ON consent TO flow_counter
--;;
GRANT SELECT ON contact_attempt TO flow_counter
--;;
GRANT SELECT ON course TO flow_counter
--;;
GRANT SELECT ON evaluation_contribution TO agency
--;;
GRANT INSERT ON evaluation_contribution TO evaluator
--;;
GRANT SELECT ON evaluation_contribution TO evaluator
--;;
GRANT UPDATE (due_on, updated_at, version) ON evaluation_contribution TO evaluator
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
GRANT SELECT ON follow_up TO flow_counter
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
GRANT UPDATE (activated_at, bands, introduction_da, introduction_en, items, relevant_change, requires_evaluation_consent, retired_at, scale_labels, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument TO agency
--;;
GRANT SELECT ON instrument TO answerer
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
GRANT SELECT ON organisation TO flow_counter
--;;
GRANT SELECT ON project TO flow_counter
--;;
GRANT SELECT ON project_partner TO calendar_reader
--;;
GRANT SELECT ON project_partner TO flow_counter
--;;
GRANT INSERT ON questionnaire_answers TO answerer
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
GRANT UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response TO municipality
--;;
GRANT UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response TO ngo
--;;
GRANT SELECT ON questionnaire_response TO wall_keeper
--;;
GRANT SELECT ON referral TO flow_counter
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
  IF (NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL AND COALESCE(current_setting('boundary.link', true), '') = '') AND TG_OP = 'INSERT' THEN
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
  given record;
  scored integer;
BEGIN
  IF (NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL AND COALESCE(current_setting('boundary.link', true), '') = '') THEN
    RETURN NULL;
  END IF;
  SELECT response.status, instrument.requires_evaluation_consent, instrument.score_seen_by, instrument.items,
    instrument.scale_min, instrument.scale_max, instrument.scoring, instrument.bands
  INTO asked
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
  -- The items and the scale are the instrument's, and each item has one answer; so have those that are required.
  SELECT count(*) AS items, sum(value) AS total, count(DISTINCT item) AS different,
    bool_and(coalesce(value BETWEEN asked.scale_min AND asked.scale_max, false)) AS on_scale,
    coalesce(array_agg(item), '{}') AS named
  INTO given
  FROM jsonb_to_recordset(NEW.answers) AS answer (item text, value integer);
  IF given.items <> given.different OR NOT coalesce(given.on_scale, true)
    OR NOT given.named <@ ARRAY (SELECT each ->> 'id' FROM jsonb_array_elements(asked.items) AS each)
    OR NOT given.named @> ARRAY (
      SELECT each ->> 'id' FROM jsonb_array_elements(asked.items) AS each WHERE (each -> 'required')::boolean
    )
  THEN
    RAISE EXCEPTION 'answers to what was asked' USING ERRCODE = 'PW002';
  END IF;
  -- As `score_of` reckons it.
  scored := CASE
    WHEN given.items = 0 OR (asked.scoring -> 'complete')::boolean AND given.items < jsonb_array_length(asked.items)
      THEN NULL
    WHEN asked.scoring ->> 'rule' = 'sum_times_factor' THEN given.total * (asked.scoring -> 'factor')::integer
    ELSE floor((200 * given.total + asked.scale_max * given.items)::numeric / (2 * asked.scale_max * given.items))
  END;
  IF NEW.score IS DISTINCT FROM scored OR NEW.band IS DISTINCT FROM (
    SELECT band ->> 'code' FROM jsonb_array_elements(asked.bands) WITH ORDINALITY AS each (band, place)
    WHERE scored <= (band -> 'at_most')::integer ORDER BY place LIMIT 1
  ) THEN
    RAISE EXCEPTION 'scored as the instrument says' USING ERRCODE = 'PW002';
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
    IF NOT EXISTS (
      SELECT FROM project_partner AS partner
      WHERE partner.project_id = NEW.project_id AND partner.organisation_id = NEW.evaluator_id
        AND partner.ended_at IS NULL
    ) THEN
      RAISE EXCEPTION 'the evaluator has left the project' USING ERRCODE = 'PW002';
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
        -- The day alone: the moment would be that of the signing, to whoever has other data with moments.
        valid_until = (
          SELECT date_trunc('day', consent.valid_until, 'Europe/Copenhagen') FROM consent
          WHERE consent.id = NEW.consent_id
        )
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
  IF TG_OP = 'UPDATE' AND OLD.status <> 'planned' THEN
    RAISE EXCEPTION 'held or cancelled for good' USING ERRCODE = 'PW002';
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
  -- What is paid is held against the final accounts; after them there is nothing to pay.
  PERFORM FROM grant_account AS final
  WHERE final.grant_id = NEW.grant_id AND final.kind = 'final' AND final.status = 'approved';
  IF FOUND OR granted IS NULL OR others + NEW.amount_oere > granted THEN
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
REVOKE CREATE ON SCHEMA public FROM wall_keeper
