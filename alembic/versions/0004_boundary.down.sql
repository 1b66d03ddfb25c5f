GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_grant_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_grant_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_path BEFORE INSERT OR UPDATE ON public.grant_application FOR EACH ROW EXECUTE FUNCTION keep_grant_path()
--;;
ALTER FUNCTION keep_grant_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_grant_file() CASCADE
--;;
DROP FUNCTION IF EXISTS erase_grant_file() CASCADE
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_cost_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_cost_path AFTER INSERT OR UPDATE ON public.cost FOR EACH ROW EXECUTE FUNCTION keep_cost_path()
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_time_entry_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_time_entry_path AFTER INSERT OR UPDATE ON public.time_entry FOR EACH ROW EXECUTE FUNCTION keep_time_entry_path()
--;;
ALTER FUNCTION keep_time_entry_path() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_decision_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.freeze_decision_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION freeze_decision_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_decision_terms BEFORE INSERT OR UPDATE ON public.meeting_decision FOR EACH ROW EXECUTE FUNCTION freeze_decision_terms()
--;;
ALTER FUNCTION freeze_decision_terms() OWNER TO app_owner
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (decision, done_on, due_on, owner_id, postponed_to, status, updated_at, version) ON meeting_decision FROM agency
--;;
REVOKE UPDATE (content, updated_at, version) ON grant_attachment_content FROM wall_keeper
--;;
REVOKE SELECT ON grant_attachment_content FROM wall_keeper
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version, withdrawn_at) ON grant_attachment FROM ngo
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version, withdrawn_at) ON grant_attachment FROM municipality
--;;
REVOKE INSERT ON audit_event FROM calendar_reader
--;;
GRANT UPDATE (decision, done_on, due_on, owner_id, status, updated_at, version) ON meeting_decision TO agency
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment TO ngo
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment TO municipality
--;;
DROP POLICY agency_read ON grant_voucher
--;;
CREATE POLICY agency_read ON grant_voucher FOR SELECT TO agency USING ((EXISTS ( SELECT 1
   FROM grant_account of_grant_account
  WHERE ((grant_voucher.account_id = of_grant_account.id) AND (of_grant_account.submitted_at IS NOT NULL)))))
--;;
DROP POLICY wall_keeper_update ON grant_attachment_content
--;;
DROP POLICY wall_keeper_read ON grant_attachment_content
--;;
DROP POLICY agency_read ON grant_attachment_content
--;;
CREATE POLICY agency_read ON grant_attachment_content FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_attachment_content.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))) AND (EXISTS ( SELECT 1
   FROM grant_attachment of_grant_attachment
  WHERE ((grant_attachment_content.attachment_id = of_grant_attachment.id) AND (((of_grant_attachment.kind <> 'voucher'::text) AND (of_grant_attachment.kind <> 'auditor_report'::text)) OR (EXISTS ( SELECT 1
           FROM grant_account of_grant_account
          WHERE ((of_grant_account.auditor_report_id = of_grant_attachment.id) AND (of_grant_account.submitted_at IS NOT NULL)))) OR (EXISTS ( SELECT 1
           FROM grant_voucher of_grant_voucher
          WHERE ((of_grant_voucher.attachment_id = of_grant_attachment.id) AND (EXISTS ( SELECT 1
                   FROM grant_account of_grant_account
                  WHERE ((of_grant_account.id = of_grant_voucher.account_id) AND (of_grant_account.submitted_at IS NOT NULL)))))))))))))
--;;
DROP POLICY agency_read ON grant_attachment
--;;
CREATE POLICY agency_read ON grant_attachment FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((grant_attachment.grant_id = of_grant_application.id) AND (of_grant_application.submitted_at IS NOT NULL)))) AND (((kind <> 'voucher'::text) AND (kind <> 'auditor_report'::text)) OR (EXISTS ( SELECT 1
   FROM grant_account of_grant_account
  WHERE ((grant_attachment.id = of_grant_account.auditor_report_id) AND (of_grant_account.submitted_at IS NOT NULL)))) OR (EXISTS ( SELECT 1
   FROM grant_voucher of_grant_voucher
  WHERE ((grant_attachment.id = of_grant_voucher.attachment_id) AND (EXISTS ( SELECT 1
           FROM grant_account of_grant_account
          WHERE ((of_grant_account.id = of_grant_voucher.account_id) AND (of_grant_account.submitted_at IS NOT NULL))))))))))
--;;
DROP POLICY agency_read ON cost
--;;
CREATE POLICY agency_read ON cost FOR SELECT TO agency USING (((EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((cost.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (status <> 'draft'::text) AND (EXISTS ( SELECT 1
   FROM grant_application of_grant_application
  WHERE ((cost.project_id = of_grant_application.project_id) AND (cost.organisation_id = of_grant_application.organisation_id) AND ((of_grant_application.status = 'granted'::text) OR (of_grant_application.status = 'closed'::text))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((cost.organisation_id = of_agreement_coverage.organisation_id) AND (cost.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'time_entry'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))
--;;
DROP POLICY calendar_reader_create ON audit_event
