GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_vouchers() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_account_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_instalments() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_path() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_grant_decision() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_hourly_rate() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_hourly_rate()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
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
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION keep_hourly_rate() FROM PUBLIC
--;;
CREATE TRIGGER keep_hourly_rate BEFORE INSERT OR UPDATE ON public.hourly_rate FOR EACH ROW EXECUTE FUNCTION keep_hourly_rate()
--;;
ALTER FUNCTION keep_hourly_rate() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_cost_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_cost_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  held record;
  of_municipalities boolean;
  years integer;
  since date;
  until date;
  booked bigint;
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a cost begins as a draft' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
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
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION keep_cost_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_cost_path BEFORE INSERT OR UPDATE ON public.cost FOR EACH ROW EXECUTE FUNCTION keep_cost_path()
--;;
ALTER FUNCTION keep_cost_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_time_entry_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_time_entry_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
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
  IF TG_OP = 'INSERT' OR (NEW.day, NEW.minutes) IS DISTINCT FROM (OLD.day, OLD.minutes) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('time/' || NEW.staff_id, 0));
    IF NEW.minutes + coalesce((
      SELECT sum(other.minutes) FROM time_entry AS other
      WHERE other.staff_id = NEW.staff_id AND other.day = NEW.day AND other.id <> NEW.id
    ), 0) > 1440 THEN
      RAISE EXCEPTION 'day_full' USING ERRCODE = 'PW004', DETAIL = NEW.id;
    END IF;
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION keep_time_entry_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_time_entry_path BEFORE INSERT OR UPDATE ON public.time_entry FOR EACH ROW EXECUTE FUNCTION keep_time_entry_path()
--;;
ALTER FUNCTION keep_time_entry_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_maturation_criteria_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_meeting_plan_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_training_day_path() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_decision_terms() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_meeting_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_contribution_path() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_whose_interview_contact() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_interview_contact_safe() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_interview_protection() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_interview_outcome() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_interview_contact() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_interview_path() CASCADE
--;;
DROP FUNCTION IF EXISTS end_links_of_organisation() CASCADE
--;;
DROP FUNCTION IF EXISTS end_links_of_consent() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_questionnaire_link() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_questionnaire_answers() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_questionnaire_path() CASCADE
--;;
DROP FUNCTION IF EXISTS freeze_instrument_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.freeze_instrument_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.code, NEW.instrument_version, NEW.title_da, NEW.title_en, NEW.items, NEW.scale_min, NEW.scale_max, NEW.scoring,
     NEW.bands, NEW.waves, NEW.relevant_change, NEW.score_seen_by, NEW.requires_evaluation_consent, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.code, OLD.instrument_version, OLD.title_da, OLD.title_en, OLD.items, OLD.scale_min, OLD.scale_max, OLD.scoring,
     OLD.bands, OLD.waves, OLD.relevant_change, OLD.score_seen_by, OLD.requires_evaluation_consent, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'an instrument in use never changes' USING ERRCODE = 'PW002';
  END IF;
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR (OLD.status = 'retired' AND NEW.status <> 'retired') THEN
    RAISE EXCEPTION 'an instrument goes no way back' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION freeze_instrument_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_instrument_terms BEFORE UPDATE ON public.instrument FOR EACH ROW EXECUTE FUNCTION freeze_instrument_terms()
--;;
ALTER FUNCTION freeze_instrument_terms() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_assignment_wall() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_assignment_wall()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
BEGIN
  -- Two charges of one citizen, or of one worker, at the same moment: the second looks when the first is there to
  -- be seen.
  PERFORM pg_advisory_xact_lock(hashtextextended('charge/' || NEW.organisation_id || NEW.citizen_id, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('assignment/' || NEW.staff_id, 0));
  -- A caseworker takes on only whom nobody has yet; the others assign as they see fit.
  IF TG_OP = 'INSERT' AND 'caseworker' = ANY (functions) AND NOT functions && ARRAY['coordinator', 'integration']
    AND EXISTS (
      SELECT FROM assignment AS present
      WHERE present.citizen_id = NEW.citizen_id AND present.organisation_id = NEW.organisation_id
        AND present.ended_at IS NULL
    )
  THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'PW001';
  END IF;
  IF NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id AND staff.active
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) OR EXISTS (
    SELECT FROM pair_link JOIN assignment AS other
      ON other.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.perpetrator_id ELSE pair_link.victim_id END
    -- Not in a municipality, which would learn from a refusal who belongs to whom (the wall, rules 1 and 2).
    WHERE (pair_link.organisation_id = NEW.organisation_id OR EXISTS (
        SELECT FROM organisation WHERE organisation.id = NEW.organisation_id AND organisation.type = 'ngo'
      ))
      AND NEW.citizen_id = CASE WHEN NEW.track = 'victim' THEN pair_link.victim_id ELSE pair_link.perpetrator_id END
      AND other.staff_id = NEW.staff_id
  ) THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = 'PW001';
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION keep_assignment_wall() FROM PUBLIC
--;;
CREATE TRIGGER keep_assignment_wall BEFORE INSERT OR UPDATE OF staff_id, citizen_id, track ON public.assignment FOR EACH ROW EXECUTE FUNCTION keep_assignment_wall()
--;;
ALTER FUNCTION keep_assignment_wall() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_disclosure_once() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_disclosure_once()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
DECLARE
  asker uuid := NULLIF(current_setting('boundary.organisation', true), '')::uuid;
BEGIN
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_disclosure_once() FROM PUBLIC
--;;
CREATE TRIGGER keep_disclosure_once BEFORE INSERT OR UPDATE ON public.disclosure FOR EACH ROW EXECUTE FUNCTION keep_disclosure_once()
--;;
ALTER FUNCTION keep_disclosure_once() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_partnership_opened() CASCADE
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
REVOKE UPDATE (attendance, day, participant_ids, place, status, topic, updated_at, version, virtual_link) ON training_day FROM training_provider
--;;
REVOKE SELECT ON training_day FROM training_provider
--;;
REVOKE SELECT ON training_day FROM municipality
--;;
REVOKE SELECT ON training_day FROM evaluator
--;;
REVOKE UPDATE (attendance, day, participant_ids, place, status, topic, updated_at, version, virtual_link) ON training_day FROM agency
--;;
REVOKE SELECT ON training_day FROM agency
--;;
REVOKE INSERT ON training_day FROM agency
--;;
REVOKE SELECT ON referral FROM flow_counter
--;;
REVOKE SELECT ON questionnaire_response FROM wall_keeper
--;;
REVOKE UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response FROM ngo
--;;
REVOKE UPDATE (answered_on, answered_through, handed_out_at, status, updated_at, version) ON questionnaire_response FROM municipality
--;;
REVOKE UPDATE (answered_on, answered_through, status, updated_at, version) ON questionnaire_response FROM answerer
--;;
REVOKE SELECT ON questionnaire_response FROM answerer
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON questionnaire_link FROM wall_keeper
--;;
REVOKE SELECT ON questionnaire_link FROM wall_keeper
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON questionnaire_link FROM ngo
--;;
REVOKE SELECT ON questionnaire_link FROM ngo
--;;
REVOKE INSERT ON questionnaire_link FROM ngo
--;;
REVOKE UPDATE (ended_at, updated_at, version) ON questionnaire_link FROM municipality
--;;
REVOKE SELECT ON questionnaire_link FROM municipality
--;;
REVOKE INSERT ON questionnaire_link FROM municipality
--;;
REVOKE UPDATE (updated_at, used_at, version) ON questionnaire_link FROM answerer
--;;
REVOKE SELECT ON questionnaire_link FROM answerer
--;;
REVOKE INSERT ON questionnaire_answers FROM answerer
--;;
REVOKE SELECT ON project_partner FROM flow_counter
--;;
REVOKE SELECT ON project_partner FROM calendar_reader
--;;
REVOKE SELECT ON project FROM flow_counter
--;;
REVOKE SELECT ON organisation FROM flow_counter
--;;
REVOKE SELECT ON meeting_plan FROM municipality
--;;
REVOKE UPDATE (superseded_at, updated_at, version) ON meeting_plan FROM agency
--;;
REVOKE SELECT ON meeting_plan FROM agency
--;;
REVOKE INSERT ON meeting_plan FROM agency
--;;
REVOKE UPDATE (done_on, status, updated_at, version) ON meeting_decision FROM training_provider
--;;
REVOKE SELECT ON meeting_decision FROM training_provider
--;;
REVOKE UPDATE (done_on, status, updated_at, version) ON meeting_decision FROM police_district
--;;
REVOKE SELECT ON meeting_decision FROM police_district
--;;
REVOKE UPDATE (done_on, status, updated_at, version) ON meeting_decision FROM ngo
--;;
REVOKE SELECT ON meeting_decision FROM ngo
--;;
REVOKE UPDATE (done_on, status, updated_at, version) ON meeting_decision FROM municipality
--;;
REVOKE SELECT ON meeting_decision FROM municipality
--;;
REVOKE INSERT ON meeting_decision FROM municipality
--;;
REVOKE UPDATE (done_on, status, updated_at, version) ON meeting_decision FROM evaluator
--;;
REVOKE SELECT ON meeting_decision FROM evaluator
--;;
REVOKE UPDATE (decision, done_on, due_on, owner_id, status, updated_at, version) ON meeting_decision FROM agency
--;;
REVOKE SELECT ON meeting_decision FROM agency
--;;
REVOKE INSERT ON meeting_decision FROM agency
--;;
REVOKE SELECT ON meeting FROM training_provider
--;;
REVOKE SELECT ON meeting FROM police_district
--;;
REVOKE SELECT ON meeting FROM ngo
--;;
REVOKE UPDATE (agenda, minutes, place, sequence, updated_at, version, virtual_link) ON meeting FROM municipality
--;;
REVOKE SELECT ON meeting FROM municipality
--;;
REVOKE SELECT ON meeting FROM evaluator
--;;
REVOKE SELECT ON meeting FROM calendar_reader
--;;
REVOKE UPDATE (agenda, attendance, cancelled_reason, ends_at, invited_at, minutes, optional_ids, place, required_ids, sequence, starts_at, status, updated_at, version, virtual_link) ON meeting FROM agency
--;;
REVOKE SELECT ON meeting FROM agency
--;;
REVOKE INSERT ON meeting FROM agency
--;;
REVOKE SELECT ON maturation_criteria FROM municipality
--;;
REVOKE UPDATE (superseded_at, updated_at, version) ON maturation_criteria FROM agency
--;;
REVOKE SELECT ON maturation_criteria FROM agency
--;;
REVOKE INSERT ON maturation_criteria FROM agency
--;;
REVOKE SELECT ON maturation_assessment FROM municipality
--;;
REVOKE UPDATE (passed_at, ratings, reason, status, updated_at, version) ON maturation_assessment FROM agency
--;;
REVOKE SELECT ON maturation_assessment FROM agency
--;;
REVOKE INSERT ON maturation_assessment FROM agency
--;;
REVOKE UPDATE (call_name, email, ended_at, opened_at, phone, safe_channels, safe_hours, updated_at, valid_until, version, wrapped) ON interview_contact FROM wall_keeper
--;;
REVOKE SELECT ON interview_contact FROM wall_keeper
--;;
REVOKE INSERT ON interview_contact FROM ngo
--;;
REVOKE INSERT ON interview_contact FROM municipality
--;;
REVOKE UPDATE (held_on, outcome, updated_at, version) ON interview_contact FROM evaluator
--;;
REVOKE SELECT ON interview_contact FROM evaluator
--;;
REVOKE UPDATE (completed_on, consent_id, status, updated_at, version) ON interview_candidate FROM wall_keeper
--;;
REVOKE SELECT ON interview_candidate FROM wall_keeper
--;;
REVOKE UPDATE (answered_on, asked_on, completed_on, consent_id, contact_id, contact_passed_on_at, status, updated_at, version) ON interview_candidate FROM ngo
--;;
REVOKE SELECT ON interview_candidate FROM ngo
--;;
REVOKE INSERT ON interview_candidate FROM ngo
--;;
REVOKE UPDATE (answered_on, asked_on, completed_on, consent_id, contact_id, contact_passed_on_at, status, updated_at, version) ON interview_candidate FROM municipality
--;;
REVOKE SELECT ON interview_candidate FROM municipality
--;;
REVOKE INSERT ON interview_candidate FROM municipality
--;;
REVOKE SELECT ON instrument FROM wall_keeper
--;;
REVOKE UPDATE (activated_at, bands, introduction_da, introduction_en, items, relevant_change, requires_evaluation_consent, retired_at, scale_labels, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM operator
--;;
REVOKE SELECT ON instrument FROM answerer
--;;
REVOKE UPDATE (activated_at, bands, introduction_da, introduction_en, items, relevant_change, requires_evaluation_consent, retired_at, scale_labels, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument FROM agency
--;;
REVOKE UPDATE (amount_oere, attachment_id, cancelled, category, day, updated_at, version, voucher_number, words) ON grant_voucher FROM ngo
--;;
REVOKE SELECT ON grant_voucher FROM ngo
--;;
REVOKE INSERT ON grant_voucher FROM ngo
--;;
REVOKE UPDATE (amount_oere, attachment_id, cancelled, category, day, updated_at, version, voucher_number, words) ON grant_voucher FROM municipality
--;;
REVOKE SELECT ON grant_voucher FROM municipality
--;;
REVOKE INSERT ON grant_voucher FROM municipality
--;;
REVOKE SELECT ON grant_voucher FROM agency
--;;
REVOKE SELECT ON grant_notice FROM ngo
--;;
REVOKE INSERT ON grant_notice FROM ngo
--;;
REVOKE SELECT ON grant_notice FROM municipality
--;;
REVOKE INSERT ON grant_notice FROM municipality
--;;
REVOKE SELECT ON grant_notice FROM agency
--;;
REVOKE SELECT ON grant_instalment FROM wall_keeper
--;;
REVOKE SELECT ON grant_instalment FROM ngo
--;;
REVOKE SELECT ON grant_instalment FROM municipality
--;;
REVOKE UPDATE (amount_oere, due_on, paid_on, status, updated_at, version) ON grant_instalment FROM agency
--;;
REVOKE SELECT ON grant_instalment FROM agency
--;;
REVOKE INSERT ON grant_instalment FROM agency
--;;
REVOKE SELECT ON grant_decision FROM ngo
--;;
REVOKE SELECT ON grant_decision FROM municipality
--;;
REVOKE UPDATE (conditions, criteria, decided_at, granted_oere, grounds, outcome, updated_at, version) ON grant_decision FROM agency
--;;
REVOKE SELECT ON grant_decision FROM agency
--;;
REVOKE INSERT ON grant_decision FROM agency
--;;
REVOKE UPDATE (budget_lines, status, submitted_at, updated_at, version) ON grant_budget FROM ngo
--;;
REVOKE SELECT ON grant_budget FROM ngo
--;;
REVOKE INSERT ON grant_budget FROM ngo
--;;
REVOKE UPDATE (budget_lines, status, submitted_at, updated_at, version) ON grant_budget FROM municipality
--;;
REVOKE SELECT ON grant_budget FROM municipality
--;;
REVOKE INSERT ON grant_budget FROM municipality
--;;
REVOKE UPDATE (decided_at, decision_note, status, updated_at, version) ON grant_budget FROM agency
--;;
REVOKE SELECT ON grant_budget FROM agency
--;;
REVOKE SELECT ON grant_attachment_content FROM ngo
--;;
REVOKE INSERT ON grant_attachment_content FROM ngo
--;;
REVOKE SELECT ON grant_attachment_content FROM municipality
--;;
REVOKE INSERT ON grant_attachment_content FROM municipality
--;;
REVOKE SELECT ON grant_attachment_content FROM agency
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment FROM ngo
--;;
REVOKE SELECT ON grant_attachment FROM ngo
--;;
REVOKE INSERT ON grant_attachment FROM ngo
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment FROM municipality
--;;
REVOKE SELECT ON grant_attachment FROM municipality
--;;
REVOKE INSERT ON grant_attachment FROM municipality
--;;
REVOKE SELECT ON grant_attachment FROM agency
--;;
REVOKE SELECT ON grant_application FROM wall_keeper
--;;
REVOKE UPDATE (amount_oere, checklist, ends_on, purpose, receipt_number, starts_on, status, submitted_at, title, updated_at, version) ON grant_application FROM ngo
--;;
REVOKE SELECT ON grant_application FROM ngo
--;;
REVOKE INSERT ON grant_application FROM ngo
--;;
REVOKE UPDATE (amount_oere, checklist, ends_on, purpose, receipt_number, starts_on, status, submitted_at, title, updated_at, version) ON grant_application FROM municipality
--;;
REVOKE SELECT ON grant_application FROM municipality
--;;
REVOKE INSERT ON grant_application FROM municipality
--;;
REVOKE UPDATE (ended_on, form_fault_note, form_faults, granted_oere, granted_on, status, updated_at, version) ON grant_application FROM agency
--;;
REVOKE SELECT ON grant_application FROM agency
--;;
REVOKE SELECT ON grant_account FROM wall_keeper
--;;
REVOKE UPDATE (auditor, auditor_report_id, performance_audit, status, submitted_at, updated_at, version) ON grant_account FROM ngo
--;;
REVOKE SELECT ON grant_account FROM ngo
--;;
REVOKE INSERT ON grant_account FROM ngo
--;;
REVOKE UPDATE (auditor, auditor_report_id, performance_audit, status, submitted_at, updated_at, version) ON grant_account FROM municipality
--;;
REVOKE SELECT ON grant_account FROM municipality
--;;
REVOKE INSERT ON grant_account FROM municipality
--;;
REVOKE UPDATE (decided_at, decision_note, status, updated_at, version) ON grant_account FROM agency
--;;
REVOKE SELECT ON grant_account FROM agency
--;;
REVOKE SELECT ON follow_up FROM flow_counter
--;;
REVOKE UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution FROM police_district
--;;
REVOKE SELECT ON evaluation_contribution FROM police_district
--;;
REVOKE UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution FROM ngo
--;;
REVOKE SELECT ON evaluation_contribution FROM ngo
--;;
REVOKE UPDATE (agreed_for, done_on, participants, reason, staff_minutes, status, updated_at, version) ON evaluation_contribution FROM municipality
--;;
REVOKE SELECT ON evaluation_contribution FROM municipality
--;;
REVOKE UPDATE (due_on, updated_at, version) ON evaluation_contribution FROM evaluator
--;;
REVOKE SELECT ON evaluation_contribution FROM evaluator
--;;
REVOKE INSERT ON evaluation_contribution FROM evaluator
--;;
REVOKE SELECT ON evaluation_contribution FROM agency
--;;
REVOKE SELECT ON course FROM flow_counter
--;;
REVOKE SELECT ON contact_attempt FROM flow_counter
--;;
REVOKE SELECT ON consent FROM flow_counter
--;;
REVOKE SELECT ON citizen_cpr FROM wall_keeper
--;;
REVOKE SELECT ON citizen FROM wall_keeper
--;;
REVOKE SELECT ON citizen FROM flow_counter
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM training_provider
--;;
REVOKE SELECT ON calendar_feed FROM training_provider
--;;
REVOKE INSERT ON calendar_feed FROM training_provider
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM police_district
--;;
REVOKE SELECT ON calendar_feed FROM police_district
--;;
REVOKE INSERT ON calendar_feed FROM police_district
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM ngo
--;;
REVOKE SELECT ON calendar_feed FROM ngo
--;;
REVOKE INSERT ON calendar_feed FROM ngo
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM municipality
--;;
REVOKE SELECT ON calendar_feed FROM municipality
--;;
REVOKE INSERT ON calendar_feed FROM municipality
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM evaluator
--;;
REVOKE SELECT ON calendar_feed FROM evaluator
--;;
REVOKE INSERT ON calendar_feed FROM evaluator
--;;
REVOKE SELECT ON calendar_feed FROM authenticator
--;;
REVOKE UPDATE (revoked_at, updated_at, version) ON calendar_feed FROM agency
--;;
REVOKE SELECT ON calendar_feed FROM agency
--;;
REVOKE INSERT ON calendar_feed FROM agency
--;;
REVOKE INSERT ON audit_subject FROM evaluator
--;;
REVOKE INSERT ON audit_subject FROM answerer
--;;
REVOKE INSERT ON audit_event FROM wall_keeper
--;;
REVOKE INSERT ON audit_event FROM answerer
--;;
REVOKE SELECT ON agreement_coverage FROM flow_counter
--;;
REVOKE SELECT ON agreement_coverage FROM answerer
--;;
GRANT UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response TO ngo
--;;
GRANT UPDATE (answered_on, handed_out_at, status, updated_at, version) ON questionnaire_response TO municipality
--;;
GRANT UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument TO operator
--;;
GRANT UPDATE (activated_at, bands, items, relevant_change, requires_evaluation_consent, retired_at, scale_max, scale_min, score_seen_by, scoring, status, supersedes_id, title_da, title_en, updated_at, version, waves) ON instrument TO agency
--;;
DROP POLICY training_provider_update ON training_day
--;;
DROP POLICY training_provider_read ON training_day
--;;
DROP POLICY municipality_read ON training_day
--;;
DROP POLICY evaluator_read ON training_day
--;;
DROP POLICY agency_update ON training_day
--;;
DROP POLICY agency_read ON training_day
--;;
DROP POLICY agency_create ON training_day
--;;
DROP POLICY operator_update ON staff
--;;
CREATE POLICY operator_update ON staff FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON staff
--;;
CREATE POLICY operator_read ON staff FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON staff
--;;
CREATE POLICY operator_create ON staff FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY ngo_read ON staff
--;;
CREATE POLICY ngo_read ON staff FOR SELECT TO ngo USING ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY evaluator_read ON staff
--;;
CREATE POLICY evaluator_read ON staff FOR SELECT TO evaluator USING ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY police_district_create ON referral
--;;
CREATE POLICY police_district_create ON referral FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (kind = 'bridging'::text) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral.consent_id = of_consent.id) AND (referral.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (referral.recipient_id = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY flow_counter_read ON referral
--;;
DROP POLICY wall_keeper_read ON questionnaire_response
--;;
DROP POLICY ngo_create ON questionnaire_response
--;;
CREATE POLICY ngo_create ON questionnaire_response FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'questionnaire_answers'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
   FROM project of_project
  WHERE ((questionnaire_response.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (questionnaire_response.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((questionnaire_response.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY answerer_update ON questionnaire_response
--;;
DROP POLICY answerer_read ON questionnaire_response
--;;
DROP POLICY wall_keeper_update ON questionnaire_link
--;;
DROP POLICY wall_keeper_read ON questionnaire_link
--;;
DROP POLICY ngo_update ON questionnaire_link
--;;
DROP POLICY ngo_read ON questionnaire_link
--;;
DROP POLICY ngo_create ON questionnaire_link
--;;
DROP POLICY municipality_update ON questionnaire_link
--;;
DROP POLICY municipality_read ON questionnaire_link
--;;
DROP POLICY municipality_create ON questionnaire_link
--;;
DROP POLICY answerer_update ON questionnaire_link
--;;
DROP POLICY answerer_read ON questionnaire_link
--;;
DROP POLICY answerer_create ON questionnaire_answers
--;;
DROP POLICY operator_update ON project_partner
--;;
CREATE POLICY operator_update ON project_partner FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON project_partner
--;;
CREATE POLICY operator_read ON project_partner FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON project_partner
--;;
CREATE POLICY operator_create ON project_partner FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY flow_counter_read ON project_partner
--;;
DROP POLICY evaluator_read ON project_partner
--;;
CREATE POLICY evaluator_read ON project_partner FOR SELECT TO evaluator USING (true)
--;;
DROP POLICY calendar_reader_read ON project_partner
--;;
DROP POLICY operator_update ON project
--;;
CREATE POLICY operator_update ON project FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_create ON project
--;;
CREATE POLICY operator_create ON project FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY flow_counter_read ON project
--;;
DROP POLICY evaluator_read ON project
--;;
CREATE POLICY evaluator_read ON project FOR SELECT TO evaluator USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((project.id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY operator_update ON organisation
--;;
CREATE POLICY operator_update ON organisation FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_create ON organisation
--;;
CREATE POLICY operator_create ON organisation FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY flow_counter_read ON organisation
--;;
DROP POLICY municipality_read ON meeting_plan
--;;
DROP POLICY agency_update ON meeting_plan
--;;
DROP POLICY agency_read ON meeting_plan
--;;
DROP POLICY agency_create ON meeting_plan
--;;
DROP POLICY training_provider_update ON meeting_decision
--;;
DROP POLICY training_provider_read ON meeting_decision
--;;
DROP POLICY police_district_update ON meeting_decision
--;;
DROP POLICY police_district_read ON meeting_decision
--;;
DROP POLICY ngo_update ON meeting_decision
--;;
DROP POLICY ngo_read ON meeting_decision
--;;
DROP POLICY municipality_update ON meeting_decision
--;;
DROP POLICY municipality_read ON meeting_decision
--;;
DROP POLICY municipality_create ON meeting_decision
--;;
DROP POLICY evaluator_update ON meeting_decision
--;;
DROP POLICY evaluator_read ON meeting_decision
--;;
DROP POLICY agency_update ON meeting_decision
--;;
DROP POLICY agency_read ON meeting_decision
--;;
DROP POLICY agency_create ON meeting_decision
--;;
DROP POLICY training_provider_read ON meeting
--;;
DROP POLICY police_district_read ON meeting
--;;
DROP POLICY ngo_read ON meeting
--;;
DROP POLICY municipality_update ON meeting
--;;
DROP POLICY municipality_read ON meeting
--;;
DROP POLICY evaluator_read ON meeting
--;;
DROP POLICY calendar_reader_read ON meeting
--;;
DROP POLICY agency_update ON meeting
--;;
DROP POLICY agency_read ON meeting
--;;
DROP POLICY agency_create ON meeting
--;;
DROP POLICY municipality_read ON maturation_criteria
--;;
DROP POLICY agency_update ON maturation_criteria
--;;
DROP POLICY agency_read ON maturation_criteria
--;;
DROP POLICY agency_create ON maturation_criteria
--;;
DROP POLICY municipality_read ON maturation_assessment
--;;
DROP POLICY agency_update ON maturation_assessment
--;;
DROP POLICY agency_read ON maturation_assessment
--;;
DROP POLICY agency_create ON maturation_assessment
--;;
DROP POLICY wall_keeper_update ON interview_contact
--;;
DROP POLICY wall_keeper_read ON interview_contact
--;;
DROP POLICY ngo_create ON interview_contact
--;;
DROP POLICY municipality_create ON interview_contact
--;;
DROP POLICY evaluator_update ON interview_contact
--;;
DROP POLICY evaluator_read ON interview_contact
--;;
DROP POLICY wall_keeper_update ON interview_candidate
--;;
DROP POLICY wall_keeper_read ON interview_candidate
--;;
DROP POLICY ngo_update ON interview_candidate
--;;
DROP POLICY ngo_read ON interview_candidate
--;;
DROP POLICY ngo_create ON interview_candidate
--;;
DROP POLICY municipality_update ON interview_candidate
--;;
DROP POLICY municipality_read ON interview_candidate
--;;
DROP POLICY municipality_create ON interview_candidate
--;;
DROP POLICY wall_keeper_read ON instrument
--;;
DROP POLICY operator_update ON instrument
--;;
CREATE POLICY operator_update ON instrument FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON instrument
--;;
CREATE POLICY operator_read ON instrument FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON instrument
--;;
CREATE POLICY operator_create ON instrument FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY evaluator_read ON instrument
--;;
CREATE POLICY evaluator_read ON instrument FOR SELECT TO evaluator USING (true)
--;;
DROP POLICY answerer_read ON instrument
--;;
DROP POLICY evaluator_read ON idempotency
--;;
CREATE POLICY evaluator_read ON idempotency FOR SELECT TO evaluator USING ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY evaluator_create ON idempotency
--;;
CREATE POLICY evaluator_create ON idempotency FOR INSERT TO evaluator WITH CHECK ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY ngo_update ON grant_voucher
--;;
DROP POLICY ngo_read ON grant_voucher
--;;
DROP POLICY ngo_create ON grant_voucher
--;;
DROP POLICY municipality_update ON grant_voucher
--;;
DROP POLICY municipality_read ON grant_voucher
--;;
DROP POLICY municipality_create ON grant_voucher
--;;
DROP POLICY agency_read ON grant_voucher
--;;
DROP POLICY ngo_read ON grant_notice
--;;
DROP POLICY ngo_create ON grant_notice
--;;
DROP POLICY municipality_read ON grant_notice
--;;
DROP POLICY municipality_create ON grant_notice
--;;
DROP POLICY agency_read ON grant_notice
--;;
DROP POLICY wall_keeper_read ON grant_instalment
--;;
DROP POLICY ngo_read ON grant_instalment
--;;
DROP POLICY municipality_read ON grant_instalment
--;;
DROP POLICY agency_update ON grant_instalment
--;;
DROP POLICY agency_read ON grant_instalment
--;;
DROP POLICY agency_create ON grant_instalment
--;;
DROP POLICY ngo_read ON grant_decision
--;;
DROP POLICY municipality_read ON grant_decision
--;;
DROP POLICY agency_update ON grant_decision
--;;
DROP POLICY agency_read ON grant_decision
--;;
DROP POLICY agency_create ON grant_decision
--;;
DROP POLICY ngo_update ON grant_budget
--;;
DROP POLICY ngo_read ON grant_budget
--;;
DROP POLICY ngo_create ON grant_budget
--;;
DROP POLICY municipality_update ON grant_budget
--;;
DROP POLICY municipality_read ON grant_budget
--;;
DROP POLICY municipality_create ON grant_budget
--;;
DROP POLICY agency_update ON grant_budget
--;;
DROP POLICY agency_read ON grant_budget
--;;
DROP POLICY ngo_read ON grant_attachment_content
--;;
DROP POLICY ngo_create ON grant_attachment_content
--;;
DROP POLICY municipality_read ON grant_attachment_content
--;;
DROP POLICY municipality_create ON grant_attachment_content
--;;
DROP POLICY agency_read ON grant_attachment_content
--;;
DROP POLICY ngo_update ON grant_attachment
--;;
DROP POLICY ngo_read ON grant_attachment
--;;
DROP POLICY ngo_create ON grant_attachment
--;;
DROP POLICY municipality_update ON grant_attachment
--;;
DROP POLICY municipality_read ON grant_attachment
--;;
DROP POLICY municipality_create ON grant_attachment
--;;
DROP POLICY agency_read ON grant_attachment
--;;
DROP POLICY wall_keeper_read ON grant_application
--;;
DROP POLICY ngo_update ON grant_application
--;;
DROP POLICY ngo_read ON grant_application
--;;
DROP POLICY ngo_create ON grant_application
--;;
DROP POLICY municipality_update ON grant_application
--;;
DROP POLICY municipality_read ON grant_application
--;;
DROP POLICY municipality_create ON grant_application
--;;
DROP POLICY agency_update ON grant_application
--;;
DROP POLICY agency_read ON grant_application
--;;
DROP POLICY wall_keeper_read ON grant_account
--;;
DROP POLICY ngo_update ON grant_account
--;;
DROP POLICY ngo_read ON grant_account
--;;
DROP POLICY ngo_create ON grant_account
--;;
DROP POLICY municipality_update ON grant_account
--;;
DROP POLICY municipality_read ON grant_account
--;;
DROP POLICY municipality_create ON grant_account
--;;
DROP POLICY agency_update ON grant_account
--;;
DROP POLICY agency_read ON grant_account
--;;
DROP POLICY flow_counter_read ON follow_up
--;;
DROP POLICY police_district_update ON evaluation_contribution
--;;
DROP POLICY police_district_read ON evaluation_contribution
--;;
DROP POLICY ngo_update ON evaluation_contribution
--;;
DROP POLICY ngo_read ON evaluation_contribution
--;;
DROP POLICY municipality_update ON evaluation_contribution
--;;
DROP POLICY municipality_read ON evaluation_contribution
--;;
DROP POLICY evaluator_update ON evaluation_contribution
--;;
DROP POLICY evaluator_read ON evaluation_contribution
--;;
DROP POLICY evaluator_create ON evaluation_contribution
--;;
DROP POLICY agency_read ON evaluation_contribution
--;;
DROP POLICY ngo_create ON course
--;;
CREATE POLICY ngo_create ON course FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project of_project
  WHERE ((course.project_id = of_project.id) AND (of_project.programme = 'municipal_maturation_2022_2025'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY flow_counter_read ON course
--;;
DROP POLICY ngo_update ON cost
--;;
CREATE POLICY ngo_update ON cost FOR UPDATE TO ngo USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('secretary'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY ngo_read ON cost
--;;
CREATE POLICY ngo_read ON cost FOR SELECT TO ngo USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('secretary'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY ngo_create ON cost
--;;
CREATE POLICY ngo_create ON cost FOR INSERT TO ngo WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('secretary'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY agency_read ON cost
--;;
CREATE POLICY agency_read ON cost FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((cost.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (status <> 'draft'::text)))
--;;
DROP POLICY police_district_create ON contact_attempt
--;;
CREATE POLICY police_district_create ON contact_attempt FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
   FROM referral of_referral
  WHERE ((contact_attempt.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((contact_attempt.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
   FROM referral of_referral
  WHERE ((contact_attempt.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((contact_attempt.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((contact_attempt.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY flow_counter_read ON contact_attempt
--;;
DROP POLICY operator_update ON consent_form
--;;
CREATE POLICY operator_update ON consent_form FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON consent_form
--;;
CREATE POLICY operator_read ON consent_form FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON consent_form
--;;
CREATE POLICY operator_create ON consent_form FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY evaluator_read ON consent_form
--;;
CREATE POLICY evaluator_read ON consent_form FOR SELECT TO evaluator USING ((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((consent_form.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))
--;;
DROP POLICY police_district_create ON consent
--;;
CREATE POLICY police_district_create ON consent FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY flow_counter_read ON consent
--;;
DROP POLICY operator_update ON client
--;;
CREATE POLICY operator_update ON client FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON client
--;;
CREATE POLICY operator_read ON client FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON client
--;;
CREATE POLICY operator_create ON client FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY wall_keeper_read ON citizen_cpr
--;;
DROP POLICY wall_keeper_read ON citizen
--;;
DROP POLICY police_district_create ON citizen
--;;
CREATE POLICY police_district_create ON citizen FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen.id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY flow_counter_read ON citizen
--;;
DROP POLICY training_provider_update ON calendar_feed
--;;
DROP POLICY training_provider_read ON calendar_feed
--;;
DROP POLICY training_provider_create ON calendar_feed
--;;
DROP POLICY police_district_update ON calendar_feed
--;;
DROP POLICY police_district_read ON calendar_feed
--;;
DROP POLICY police_district_create ON calendar_feed
--;;
DROP POLICY ngo_update ON calendar_feed
--;;
DROP POLICY ngo_read ON calendar_feed
--;;
DROP POLICY ngo_create ON calendar_feed
--;;
DROP POLICY municipality_update ON calendar_feed
--;;
DROP POLICY municipality_read ON calendar_feed
--;;
DROP POLICY municipality_create ON calendar_feed
--;;
DROP POLICY evaluator_update ON calendar_feed
--;;
DROP POLICY evaluator_read ON calendar_feed
--;;
DROP POLICY evaluator_create ON calendar_feed
--;;
DROP POLICY authenticator_read ON calendar_feed
--;;
DROP POLICY agency_update ON calendar_feed
--;;
DROP POLICY agency_read ON calendar_feed
--;;
DROP POLICY agency_create ON calendar_feed
--;;
DROP POLICY evaluator_create ON audit_subject
--;;
DROP POLICY answerer_create ON audit_subject
--;;
DROP POLICY wall_keeper_create ON audit_event
--;;
DROP POLICY evaluator_read ON audit_event
--;;
CREATE POLICY evaluator_read ON audit_event FOR SELECT TO evaluator USING ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY evaluator_create ON audit_event
--;;
CREATE POLICY evaluator_create ON audit_event FOR INSERT TO evaluator WITH CHECK ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))
--;;
DROP POLICY answerer_create ON audit_event
--;;
DROP POLICY flow_counter_read ON agreement_coverage
--;;
DROP POLICY evaluator_read ON agreement_coverage
--;;
CREATE POLICY evaluator_read ON agreement_coverage FOR SELECT TO evaluator USING (true)
--;;
DROP POLICY answerer_read ON agreement_coverage
--;;
DROP POLICY operator_update ON agreement
--;;
CREATE POLICY operator_update ON agreement FOR UPDATE TO operator USING (true)
--;;
DROP POLICY operator_read ON agreement
--;;
CREATE POLICY operator_read ON agreement FOR SELECT TO operator USING (true)
--;;
DROP POLICY operator_create ON agreement
--;;
CREATE POLICY operator_create ON agreement FOR INSERT TO operator WITH CHECK (true)
--;;
DROP POLICY evaluator_update ON agreement
--;;
CREATE POLICY evaluator_update ON agreement FOR UPDATE TO evaluator USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_read ON agreement
--;;
CREATE POLICY evaluator_read ON agreement FOR SELECT TO evaluator USING (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
DROP POLICY evaluator_create ON agreement
--;;
CREATE POLICY evaluator_create ON agreement FOR INSERT TO evaluator WITH CHECK (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (counterparty_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS programme_flow(uuid)
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
ALTER TABLE training_day DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE training_day NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_link DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE questionnaire_link NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_plan DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_plan NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_decision DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting_decision NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE meeting NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_criteria DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_criteria NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_assessment DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE maturation_assessment NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_contact DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_contact NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_candidate DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE interview_candidate NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_voucher DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_voucher NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_notice DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_notice NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_instalment DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_instalment NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_decision DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_decision NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_budget DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_budget NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment_content DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment_content NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_attachment NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_application DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_application NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_account DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE grant_account NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE evaluation_contribution NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE calendar_feed DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE calendar_feed NO FORCE ROW LEVEL SECURITY
