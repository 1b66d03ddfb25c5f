GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_report() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_file() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_ledger() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_file_content() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_ledger_of_build() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_report_of_build() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_file_content_of_build() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_file_of_build() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_job_path() CASCADE
--;;
DROP FUNCTION IF EXISTS approve_release() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_approval_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
DROP FUNCTION IF EXISTS ask_controllers() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_path() CASCADE
--;;
DROP FUNCTION IF EXISTS end_what_consent_opened() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.end_what_consent_opened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION end_what_consent_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_consent_opened AFTER UPDATE OF status ON public.consent FOR EACH ROW EXECUTE FUNCTION end_what_consent_opened()
--;;
ALTER FUNCTION end_what_consent_opened() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE SELECT (citizen_id, course_id, day, function, id, minutes, organisation_id, project_id, staff_id, status) ON time_entry FROM builder
--;;
REVOKE SELECT (citizen_id, course_id, id, minutes, organisation_id, project_id, status) ON session FROM builder
--;;
REVOKE SELECT ON release_report FROM operator
--;;
REVOKE SELECT ON release_report FROM builder
--;;
REVOKE INSERT ON release_report FROM builder
--;;
REVOKE SELECT ON release_ledger FROM wall_keeper
--;;
REVOKE UPDATE (person_ids, removed, updated_at, version) ON release_ledger FROM builder
--;;
REVOKE SELECT ON release_ledger FROM builder
--;;
REVOKE INSERT ON release_ledger FROM builder
--;;
REVOKE SELECT ON release_job FROM wall_keeper
--;;
REVOKE SELECT ON release_job FROM operator
--;;
REVOKE INSERT ON release_job FROM operator
--;;
REVOKE UPDATE (attempts, error, finished_at, leased_until, percent, started_at, status, step, updated_at, version, worker) ON release_job FROM builder
--;;
REVOKE SELECT ON release_job FROM builder
--;;
REVOKE SELECT ON release_file_content FROM police_district
--;;
REVOKE SELECT ON release_file_content FROM operator
--;;
REVOKE SELECT ON release_file_content FROM ngo
--;;
REVOKE SELECT ON release_file_content FROM municipality
--;;
REVOKE SELECT ON release_file_content FROM evaluator
--;;
REVOKE UPDATE (content, updated_at, version) ON release_file_content FROM builder
--;;
REVOKE SELECT ON release_file_content FROM builder
--;;
REVOKE INSERT ON release_file_content FROM builder
--;;
REVOKE SELECT ON release_file_content FROM agency
--;;
REVOKE SELECT ON release_file FROM police_district
--;;
REVOKE SELECT ON release_file FROM operator
--;;
REVOKE SELECT ON release_file FROM ngo
--;;
REVOKE SELECT ON release_file FROM municipality
--;;
REVOKE SELECT ON release_file FROM evaluator
--;;
REVOKE SELECT ON release_file FROM builder
--;;
REVOKE INSERT ON release_file FROM builder
--;;
REVOKE SELECT ON release_file FROM agency
--;;
REVOKE SELECT ON release_approval FROM wall_keeper
--;;
REVOKE INSERT ON release_approval FROM wall_keeper
--;;
REVOKE UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval FROM police_district
--;;
REVOKE SELECT ON release_approval FROM police_district
--;;
REVOKE SELECT ON release_approval FROM operator
--;;
REVOKE UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval FROM ngo
--;;
REVOKE SELECT ON release_approval FROM ngo
--;;
REVOKE UPDATE (decided_at, decided_by, reason, status, updated_at, version) ON release_approval FROM municipality
--;;
REVOKE SELECT ON release_approval FROM municipality
--;;
REVOKE UPDATE (approved_at, status, updated_at, version) ON release FROM wall_keeper
--;;
REVOKE SELECT ON release FROM wall_keeper
--;;
REVOKE SELECT ON release FROM police_district
--;;
REVOKE UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release FROM operator
--;;
REVOKE SELECT ON release FROM operator
--;;
REVOKE INSERT ON release FROM operator
--;;
REVOKE SELECT ON release FROM ngo
--;;
REVOKE SELECT ON release FROM municipality
--;;
REVOKE SELECT ON release FROM evaluator
--;;
REVOKE UPDATE (approved_at, build_id, built_at, built_by, checked_at, checked_by, controller_ids, findings, parameters, project_ids, report, secret_check, status, taken_at, updated_at, version) ON release FROM builder
--;;
REVOKE SELECT ON release FROM builder
--;;
REVOKE SELECT ON release FROM agency
--;;
REVOKE SELECT (citizen_id, id, kind, organisation_id, project_id, sent_at, status) ON referral FROM builder
--;;
REVOKE SELECT (citizen_id, course_id, id, instrument_code, organisation_id, project_id, status, wave) ON questionnaire_response FROM builder
--;;
REVOKE SELECT (citizen_id, id, organisation_id, project_id, response_id, score) ON questionnaire_answers FROM builder
--;;
REVOKE SELECT (id, organisation_id, project_id) ON project_partner FROM builder
--;;
REVOKE SELECT (id, name, programme) ON project FROM builder
--;;
REVOKE SELECT (id, organisation_id, perpetrator_id, project_id, victim_id) ON pair_link FROM builder
--;;
REVOKE SELECT (id, municipality_code) ON organisation FROM builder
--;;
REVOKE SELECT (function, id, oere_per_hour, organisation_id, valid_from, valid_until) ON hourly_rate FROM builder
--;;
REVOKE SELECT (citizen_id, completed_on, course_id, id, organisation_id, project_id, status) ON follow_up FROM builder
--;;
REVOKE SELECT (citizen_id, closing_reason, ended_on, form, id, organisation_id, project_id, started_on, status) ON course FROM builder
--;;
REVOKE SELECT (citizen_id, cost_id, course_id, id, organisation_id, project_id) ON cost_course FROM builder
--;;
REVOKE SELECT (amount_oere, day, id, organisation_id, project_id, status) ON cost FROM builder
--;;
REVOKE SELECT (attempted_at, citizen_id, id, organisation_id, outcome, project_id) ON contact_attempt FROM builder
--;;
REVOKE SELECT (citizen_id, id, organisation_id, project_id, scopes, signed_at, status, valid_until) ON consent FROM builder
--;;
REVOKE SELECT (citizen_id, id, municipality_code, organisation_id, project_id) ON citizen_residence FROM builder
--;;
REVOKE UPDATE (birth_year, sex, updated_at, version) ON citizen_background FROM police_district
--;;
REVOKE SELECT ON citizen_background FROM police_district
--;;
REVOKE INSERT ON citizen_background FROM police_district
--;;
REVOKE UPDATE (birth_year, sex, updated_at, version) ON citizen_background FROM ngo
--;;
REVOKE SELECT ON citizen_background FROM ngo
--;;
REVOKE INSERT ON citizen_background FROM ngo
--;;
REVOKE UPDATE (birth_year, sex, updated_at, version) ON citizen_background FROM municipality
--;;
REVOKE SELECT ON citizen_background FROM municipality
--;;
REVOKE INSERT ON citizen_background FROM municipality
--;;
REVOKE SELECT (birth_year, citizen_id, id, organisation_id, project_id, sex, updated_at) ON citizen_background FROM builder
--;;
REVOKE SELECT (created_at, id, identified_by, organisation_id, project_id, track) ON citizen FROM builder
--;;
REVOKE SELECT ON agreement_coverage FROM builder
--;;
DROP POLICY builder_read ON time_entry
--;;
DROP POLICY builder_read ON session
--;;
DROP POLICY operator_read ON release_report
--;;
DROP POLICY builder_read ON release_report
--;;
DROP POLICY builder_create ON release_report
--;;
DROP POLICY wall_keeper_read ON release_ledger
--;;
DROP POLICY builder_update ON release_ledger
--;;
DROP POLICY builder_read ON release_ledger
--;;
DROP POLICY builder_create ON release_ledger
--;;
DROP POLICY wall_keeper_read ON release_job
--;;
DROP POLICY operator_read ON release_job
--;;
DROP POLICY operator_create ON release_job
--;;
DROP POLICY builder_update ON release_job
--;;
DROP POLICY builder_read ON release_job
--;;
DROP POLICY police_district_read ON release_file_content
--;;
DROP POLICY operator_read ON release_file_content
--;;
DROP POLICY ngo_read ON release_file_content
--;;
DROP POLICY municipality_read ON release_file_content
--;;
DROP POLICY evaluator_read ON release_file_content
--;;
DROP POLICY builder_update ON release_file_content
--;;
DROP POLICY builder_read ON release_file_content
--;;
DROP POLICY builder_create ON release_file_content
--;;
DROP POLICY agency_read ON release_file_content
--;;
DROP POLICY police_district_read ON release_file
--;;
DROP POLICY operator_read ON release_file
--;;
DROP POLICY ngo_read ON release_file
--;;
DROP POLICY municipality_read ON release_file
--;;
DROP POLICY evaluator_read ON release_file
--;;
DROP POLICY builder_read ON release_file
--;;
DROP POLICY builder_create ON release_file
--;;
DROP POLICY agency_read ON release_file
--;;
DROP POLICY wall_keeper_read ON release_approval
--;;
DROP POLICY wall_keeper_create ON release_approval
--;;
DROP POLICY police_district_update ON release_approval
--;;
DROP POLICY police_district_read ON release_approval
--;;
DROP POLICY operator_read ON release_approval
--;;
DROP POLICY ngo_update ON release_approval
--;;
DROP POLICY ngo_read ON release_approval
--;;
DROP POLICY municipality_update ON release_approval
--;;
DROP POLICY municipality_read ON release_approval
--;;
DROP POLICY wall_keeper_update ON release
--;;
DROP POLICY wall_keeper_read ON release
--;;
DROP POLICY police_district_read ON release
--;;
DROP POLICY operator_update ON release
--;;
DROP POLICY operator_read ON release
--;;
DROP POLICY operator_create ON release
--;;
DROP POLICY ngo_read ON release
--;;
DROP POLICY municipality_read ON release
--;;
DROP POLICY evaluator_read ON release
--;;
DROP POLICY builder_update ON release
--;;
DROP POLICY builder_read ON release
--;;
DROP POLICY agency_read ON release
--;;
DROP POLICY builder_read ON referral
--;;
DROP POLICY builder_read ON questionnaire_response
--;;
DROP POLICY builder_read ON questionnaire_answers
--;;
DROP POLICY builder_read ON project_partner
--;;
DROP POLICY builder_read ON project
--;;
DROP POLICY builder_read ON pair_link
--;;
DROP POLICY builder_read ON organisation
--;;
DROP POLICY builder_read ON hourly_rate
--;;
DROP POLICY builder_read ON follow_up
--;;
DROP POLICY builder_read ON course
--;;
DROP POLICY builder_read ON cost_course
--;;
DROP POLICY builder_read ON cost
--;;
DROP POLICY builder_read ON contact_attempt
--;;
DROP POLICY builder_read ON consent
--;;
DROP POLICY builder_read ON citizen_residence
--;;
DROP POLICY police_district_update ON citizen_background
--;;
DROP POLICY police_district_read ON citizen_background
--;;
DROP POLICY police_district_create ON citizen_background
--;;
DROP POLICY ngo_update ON citizen_background
--;;
DROP POLICY ngo_read ON citizen_background
--;;
DROP POLICY ngo_create ON citizen_background
--;;
DROP POLICY municipality_update ON citizen_background
--;;
DROP POLICY municipality_read ON citizen_background
--;;
DROP POLICY municipality_create ON citizen_background
--;;
DROP POLICY builder_read ON citizen_background
--;;
DROP POLICY builder_read ON citizen
--;;
DROP POLICY builder_read ON agreement_coverage
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS evaluation_tally(uuid[])
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
ALTER TABLE release_report DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_report NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_ledger DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_ledger NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_job DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_job NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file_content DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file_content NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_file NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release_approval DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release_approval NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE release DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE release NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_background DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE citizen_background NO FORCE ROW LEVEL SECURITY
