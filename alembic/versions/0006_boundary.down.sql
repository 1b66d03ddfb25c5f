GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_whose_pseudonymised() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_pseudonymised_record_of_extract() CASCADE
--;;
DROP FUNCTION IF EXISTS end_pseudonymised_with_protection() CASCADE
--;;
DROP FUNCTION IF EXISTS end_pseudonymised_with_consent() CASCADE
--;;
DROP FUNCTION IF EXISTS look_through_pseudonymised_extract() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_pseudonymised_extract_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_recipient_declaration() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_release_published()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_release_published() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_published AFTER UPDATE OF status ON public.release FOR EACH ROW WHEN (((new.status = 'published'::text) AND (old.status <> 'published'::text))) EXECUTE FUNCTION keep_release_published()
--;;
ALTER FUNCTION keep_release_published() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS ask_controllers() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.ask_controllers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION ask_controllers() FROM PUBLIC
--;;
CREATE TRIGGER ask_controllers AFTER UPDATE OF status ON public.release FOR EACH ROW WHEN (((new.status = 'checked'::text) AND (old.status <> 'checked'::text))) EXECUTE FUNCTION ask_controllers()
--;;
ALTER FUNCTION ask_controllers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_release_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_release_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_path BEFORE INSERT OR UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION keep_release_path()
--;;
ALTER FUNCTION keep_release_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_of_client()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR NULLIF(current_setting('boundary.organisation', true), '')::uuid = NEW.organisation_id OR (TG_OP = 'UPDATE' AND NEW.enabled = OLD.enabled) THEN
    RETURN NULL;
  END IF;
  -- Of the side that it lets in to: an NGO's log is read by one track at a time (the wall, rule 4).
  INSERT INTO audit_event (id, at, organisation_id, client_id, track, request_id, action, category, record_id, outcome)
  VALUES (
    gen_random_uuid(), clock_timestamp(), NEW.organisation_id, 'operator', NEW.track, '-',
    CASE WHEN TG_OP = 'INSERT' THEN 'create' WHEN NEW.enabled THEN 'enable' ELSE 'disable' END,
    'client', NEW.id, 'done'
  );
  RETURN NULL;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled ON public.client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_vouchers() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_grant_vouchers()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_grant_vouchers() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_vouchers AFTER INSERT OR UPDATE ON public.grant_voucher FOR EACH ROW EXECUTE FUNCTION keep_grant_vouchers()
--;;
ALTER FUNCTION keep_grant_vouchers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_account_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_grant_account_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_grant_account_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_account_path BEFORE INSERT OR UPDATE ON public.grant_account FOR EACH ROW EXECUTE FUNCTION keep_grant_account_path()
--;;
ALTER FUNCTION keep_grant_account_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_in_force() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_grant_budget_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_grant_budget_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_budget_path BEFORE INSERT OR UPDATE ON public.grant_budget FOR EACH ROW EXECUTE FUNCTION keep_grant_budget_path()
--;;
ALTER FUNCTION keep_grant_budget_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_interview_outcome() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_interview_outcome()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_interview_outcome() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_outcome AFTER UPDATE OF outcome ON public.interview_contact FOR EACH ROW EXECUTE FUNCTION keep_interview_outcome()
--;;
ALTER FUNCTION keep_interview_outcome() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_interview_contact() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_interview_contact()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_interview_contact() FROM PUBLIC
--;;
CREATE TRIGGER keep_interview_contact AFTER UPDATE OF status ON public.interview_candidate FOR EACH ROW EXECUTE FUNCTION keep_interview_contact()
--;;
ALTER FUNCTION keep_interview_contact() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_was_for_bridging() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_support_need_path() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_referral_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_referral_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_referral_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_referral_path BEFORE INSERT OR UPDATE ON public.referral FOR EACH ROW EXECUTE FUNCTION keep_referral_path()
--;;
ALTER FUNCTION keep_referral_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS end_what_partnership_opened() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.end_what_partnership_opened()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION end_what_partnership_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_partnership_opened AFTER UPDATE OF ended_at ON public.project_partner FOR EACH ROW EXECUTE FUNCTION end_what_partnership_opened()
--;;
ALTER FUNCTION end_what_partnership_opened() OWNER TO wall_keeper
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
$function$

--;;
REVOKE ALL ON FUNCTION end_what_consent_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_consent_opened AFTER UPDATE OF status ON public.consent FOR EACH ROW EXECUTE FUNCTION end_what_consent_opened()
--;;
ALTER FUNCTION end_what_consent_opened() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_agreement_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.freeze_agreement_terms()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION freeze_agreement_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_agreement_terms BEFORE INSERT OR UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION freeze_agreement_terms()
--;;
ALTER FUNCTION freeze_agreement_terms() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_agreement_coverage() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_agreement_coverage()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_agreement_coverage() FROM PUBLIC
--;;
CREATE TRIGGER keep_agreement_coverage AFTER INSERT OR UPDATE ON public.agreement FOR EACH ROW EXECUTE FUNCTION keep_agreement_coverage()
--;;
ALTER FUNCTION keep_agreement_coverage() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (approved_at, build_id, built_at, built_by, checked_at, checked_by, controller_ids, findings, parameters, project_ids, report, secret_check, sources, status, taken_at, updated_at, version) ON release FROM builder
--;;
REVOKE UPDATE (recipient_key, valid_from, valid_until) ON recipient_declaration FROM wall_keeper
--;;
REVOKE SELECT ON recipient_declaration FROM wall_keeper
--;;
REVOKE INSERT ON recipient_declaration FROM wall_keeper
--;;
REVOKE SELECT ON recipient_declaration FROM police_district
--;;
REVOKE SELECT ON recipient_declaration FROM ngo
--;;
REVOKE SELECT ON recipient_declaration FROM municipality
--;;
REVOKE SELECT ON recipient_declaration FROM evaluator
--;;
REVOKE SELECT ON recipient_declaration FROM builder
--;;
REVOKE SELECT ON pseudonymised_subject FROM wall_keeper
--;;
REVOKE INSERT ON pseudonymised_subject FROM builder
--;;
REVOKE UPDATE (ended_at, sealed, updated_at, valid_until, version) ON pseudonymised_record FROM wall_keeper
--;;
REVOKE SELECT ON pseudonymised_record FROM wall_keeper
--;;
REVOKE SELECT ON pseudonymised_record FROM evaluator
--;;
REVOKE UPDATE (ended_at, sealed, updated_at, version) ON pseudonymised_record FROM builder
--;;
REVOKE SELECT (declared_until, ended_at, id, valid_until, version) ON pseudonymised_record FROM builder
--;;
REVOKE INSERT ON pseudonymised_record FROM builder
--;;
REVOKE SELECT ON pseudonymised_extract FROM police_district
--;;
REVOKE SELECT ON pseudonymised_extract FROM ngo
--;;
REVOKE SELECT ON pseudonymised_extract FROM municipality
--;;
REVOKE SELECT ON pseudonymised_extract FROM evaluator
--;;
REVOKE INSERT ON pseudonymised_extract FROM evaluator
--;;
REVOKE UPDATE (attempts, error, status, taken_at, updated_at, version) ON pseudonymised_extract FROM builder
--;;
REVOKE SELECT ON pseudonymised_extract FROM builder
--;;
REVOKE SELECT ON project_partner FROM wall_keeper
--;;
REVOKE UPDATE (call_name, email, ended_at, holder_id, opened_at, phone, safe_channels, safe_hours, updated_at, valid_until, version, wrapped) ON interview_contact FROM wall_keeper
--;;
REVOKE SELECT ON grant_voucher FROM wall_keeper
--;;
REVOKE SELECT (citizen_id, id, organisation_id, project_id, recipients, scopes, signed_at, status, valid_until) ON consent FROM builder
--;;
REVOKE UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client FROM operator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM training_provider
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM police_district
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM operator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM ngo
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM municipality
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM evaluator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM agency
--;;
GRANT UPDATE (approved_at, build_id, built_at, built_by, checked_at, checked_by, controller_ids, findings, parameters, project_ids, report, secret_check, status, taken_at, updated_at, version) ON release TO builder
--;;
GRANT UPDATE (call_name, email, ended_at, opened_at, phone, safe_channels, safe_hours, updated_at, valid_until, version, wrapped) ON interview_contact TO wall_keeper
--;;
GRANT SELECT (citizen_id, id, organisation_id, project_id, scopes, signed_at, status, valid_until) ON consent TO builder
--;;
GRANT UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, updated_at, version) ON client TO operator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO training_provider
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO police_district
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO operator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO ngo
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO municipality
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO evaluator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO agency
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
--;;
DROP POLICY municipality_update ON support_need
--;;
CREATE POLICY municipality_update ON support_need FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (support_need.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((support_need.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((support_need.organisation_id = of_agreement_coverage.organisation_id) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'support_need'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (support_need.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((support_need.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON release_file_content
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY ngo_read ON release_file_content
--;;
CREATE POLICY ngo_read ON release_file_content FOR SELECT TO ngo USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY municipality_read ON release_file_content
--;;
CREATE POLICY municipality_read ON release_file_content FOR SELECT TO municipality USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY police_district_read ON release_file
--;;
CREATE POLICY police_district_read ON release_file FOR SELECT TO police_district USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY ngo_read ON release_file
--;;
CREATE POLICY ngo_read ON release_file FOR SELECT TO ngo USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY municipality_read ON release_file
--;;
CREATE POLICY municipality_read ON release_file FOR SELECT TO municipality USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY ngo_read ON referral_summary
--;;
CREATE POLICY ngo_read ON referral_summary FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (referral_summary.citizen_id = of_referral.citizen_id) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_summary.organisation_id = of_agreement_coverage.organisation_id) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_referral.consent_id) AND (of_consent.citizen_id = of_referral.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes)))))))) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((referral_summary.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_summary.organisation_id = of_agreement_coverage.organisation_id) AND (referral_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((referral_outcome.consent_id = of_consent.id) AND (referral_outcome.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ('feedback_to_sender'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((referral_outcome.organisation_id = of_agreement_coverage.organisation_id) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral_outcome.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral_outcome.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON referral
--;;
CREATE POLICY ngo_create ON referral FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((referral.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (kind = 'bridging'::text) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((referral.consent_id = of_consent.id) AND (referral.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (referral.recipient_id = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (referral.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((referral.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY wall_keeper_update ON recipient_declaration
--;;
DROP POLICY wall_keeper_read ON recipient_declaration
--;;
DROP POLICY wall_keeper_create ON recipient_declaration
--;;
DROP POLICY police_district_read ON recipient_declaration
--;;
DROP POLICY ngo_read ON recipient_declaration
--;;
DROP POLICY municipality_read ON recipient_declaration
--;;
DROP POLICY evaluator_read ON recipient_declaration
--;;
DROP POLICY builder_read ON recipient_declaration
--;;
DROP POLICY wall_keeper_read ON pseudonymised_subject
--;;
DROP POLICY builder_create ON pseudonymised_subject
--;;
DROP POLICY wall_keeper_update ON pseudonymised_record
--;;
DROP POLICY wall_keeper_read ON pseudonymised_record
--;;
DROP POLICY evaluator_read ON pseudonymised_record
--;;
DROP POLICY builder_update ON pseudonymised_record
--;;
DROP POLICY builder_read ON pseudonymised_record
--;;
DROP POLICY builder_create ON pseudonymised_record
--;;
DROP POLICY police_district_read ON pseudonymised_extract
--;;
DROP POLICY ngo_read ON pseudonymised_extract
--;;
DROP POLICY municipality_read ON pseudonymised_extract
--;;
DROP POLICY evaluator_read ON pseudonymised_extract
--;;
DROP POLICY evaluator_create ON pseudonymised_extract
--;;
DROP POLICY builder_update ON pseudonymised_extract
--;;
DROP POLICY builder_read ON pseudonymised_extract
--;;
DROP POLICY wall_keeper_read ON project_partner
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
  WHERE ((interview_contact.organisation_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('researcher'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
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
  WHERE ((interview_contact.organisation_id = of_agreement_coverage.organisation_id) AND (interview_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'interview_contact'::text) AND (of_agreement_coverage.purpose = 'evaluation'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ('researcher'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text)))))
--;;
DROP POLICY ngo_read ON incident_summary
--;;
CREATE POLICY ngo_read ON incident_summary FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_summary.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_summary.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_summary'::text) AND (incident_summary.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_read ON incident_offence
--;;
CREATE POLICY municipality_read ON incident_offence FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_offence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_offence.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_offence'::text) AND (incident_offence.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('criminal_offences'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_read ON incident_account
--;;
CREATE POLICY municipality_read ON incident_account FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (incident_account.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'incident'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((incident_account.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'incident_account'::text) AND (incident_account.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('incident'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY wall_keeper_read ON grant_voucher
--;;
DROP POLICY police_district_create ON disclosure
--;;
CREATE POLICY police_district_create ON disclosure FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_update ON disclosure
--;;
CREATE POLICY ngo_update ON disclosure FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_create ON disclosure
--;;
CREATE POLICY ngo_create ON disclosure FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_update ON disclosure
--;;
CREATE POLICY municipality_update ON disclosure FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_referral.status = 'accepted'::text)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY municipality_create ON disclosure
--;;
CREATE POLICY municipality_create ON disclosure FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'referral'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM referral of_referral
  WHERE ((disclosure.referral_id = of_referral.id) AND (of_referral.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (disclosure.citizen_id = of_referral.citizen_id) AND (disclosure.recipient_id = of_referral.recipient_id)))) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((disclosure.consent_id = of_consent.id) AND (disclosure.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND (disclosure.recipient_id = ANY (of_consent.recipients)) AND (disclosure.scope = ANY (of_consent.scopes))))) AND (opened_at IS NULL) AND (ended_at IS NULL) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))))))
--;;
DROP POLICY ngo_read ON data_key
--;;
CREATE POLICY ngo_read ON data_key FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((data_key.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (data_key.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_read ON data_key
--;;
CREATE POLICY municipality_read ON data_key FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((data_key.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (data_key.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_read ON course
--;;
CREATE POLICY municipality_read ON course FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((course.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'course'::text) AND (course.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('bridging'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now())))))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((course.organisation_id = of_agreement_coverage.organisation_id) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'course'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (course.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((course.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_create ON contact_attempt
--;;
CREATE POLICY ngo_create ON contact_attempt FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (contact_attempt.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact_attempt'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((contact_attempt.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
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
   FROM project_partner of_project_partner
  WHERE ((contact_attempt.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))) AND (EXISTS ( SELECT 1
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
DROP POLICY police_district_update ON consent
--;;
CREATE POLICY police_district_update ON consent FOR UPDATE TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_read ON consent
--;;
CREATE POLICY police_district_read ON consent FOR SELECT TO police_district USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_update ON consent
--;;
CREATE POLICY ngo_update ON consent FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (status = 'withdrawn'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON consent
--;;
CREATE POLICY ngo_read ON consent FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_update ON consent
--;;
CREATE POLICY municipality_update ON consent FOR UPDATE TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL))))))))) WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (status = 'withdrawn'::text))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY municipality_read ON consent
--;;
CREATE POLICY municipality_read ON consent FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR (((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (recipients)) AND (status <> 'draft'::text) AND (status <> 'refused'::text) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((consent.organisation_id = of_agreement_coverage.organisation_id) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'consent'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (consent.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((consent.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_residence
--;;
CREATE POLICY ngo_read ON citizen_residence FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_residence.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_residence.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_residence.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_residence.updated_at <= of_disclosure.as_of))))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_residence.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
           FROM agreement_coverage of_agreement_coverage
          WHERE ((of_agreement_coverage.organisation_id = of_disclosure.organisation_id) AND (of_agreement_coverage.project_id = of_disclosure.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (citizen_residence.updated_at <= of_disclosure.opened_at) AND ((of_disclosure.as_of IS NULL) OR (citizen_residence.updated_at <= of_disclosure.as_of))))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((citizen_residence.organisation_id = of_agreement_coverage.organisation_id) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((protection = 'none'::text) OR (protection = 'name_and_address'::text)))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_identity
--;;
CREATE POLICY ngo_read ON citizen_identity FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_identity.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'identity'::text) AND (citizen_identity.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_identity.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('identity'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_read ON citizen_cpr
--;;
CREATE POLICY ngo_read ON citizen_cpr FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_cpr.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes)))))) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_cpr.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'cpr'::text) AND (citizen_cpr.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_cpr.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('cpr'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_update ON citizen_contact
--;;
CREATE POLICY ngo_update ON citizen_contact FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_contact.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_contact.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_update ON citizen_background
--;;
CREATE POLICY ngo_update ON citizen_background FOR UPDATE TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_background.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
   FROM consent of_consent
  WHERE ((citizen_background.citizen_id = of_consent.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('evaluation_questionnaire'::text = ANY (of_consent.scopes))))) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY ngo_read ON citizen_address
--;;
CREATE POLICY ngo_read ON citizen_address FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen_address.citizen_id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'address'::text) AND (citizen_address.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('address'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_read ON citizen
--;;
CREATE POLICY ngo_read ON citizen FOR SELECT TO ngo USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen.id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (citizen.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_read ON citizen
--;;
CREATE POLICY municipality_read ON citizen FOR SELECT TO municipality USING (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND ((organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR ((EXISTS ( SELECT 1
   FROM disclosure of_disclosure
  WHERE ((citizen.id = of_disclosure.citizen_id) AND (of_disclosure.recipient_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_disclosure.category = 'citizen'::text) AND (citizen.organisation_id = of_disclosure.source_organisation_id) AND (of_disclosure.opened_at IS NOT NULL) AND (of_disclosure.ended_at IS NULL) AND ((of_disclosure.valid_until IS NULL) OR (of_disclosure.valid_until > now())) AND (EXISTS ( SELECT 1
           FROM consent of_consent
          WHERE ((of_consent.id = of_disclosure.consent_id) AND (of_consent.citizen_id = of_disclosure.citizen_id) AND (of_consent.status = 'active'::text) AND ((of_consent.valid_until IS NULL) OR (of_consent.valid_until > now())) AND ((NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid = ANY (of_consent.recipients)) AND ('contact'::text = ANY (of_consent.scopes))))) AND (EXISTS ( SELECT 1
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
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS evaluation_begun()
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
GRANT CREATE ON SCHEMA public TO flow_counter
--;;
DROP FUNCTION IF EXISTS evaluation_tally(uuid[])
--;;
CREATE OR REPLACE FUNCTION public.evaluation_tally(excluded uuid[])
 RETURNS TABLE(project uuid, quarter date, number bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION evaluation_tally(uuid[]) FROM PUBLIC
--;;
GRANT EXECUTE ON FUNCTION evaluation_tally(uuid[]) TO builder
--;;
ALTER FUNCTION evaluation_tally(uuid[]) OWNER TO flow_counter
--;;
REVOKE CREATE ON SCHEMA public FROM flow_counter
--;;
CREATE OR REPLACE FUNCTION public.has_accepted(citizen uuid, organisation uuid)
 RETURNS boolean
 LANGUAGE plpgsql
 STABLE
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  RETURN EXISTS (SELECT FROM public.referral AS known
    WHERE known.citizen_id = citizen AND known.recipient_id = organisation AND known.status = 'accepted');
END
$function$

--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM training_provider
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM police_district
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM operator
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM ngo
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM municipality
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM evaluator
--;;
REVOKE ALL ON FUNCTION has_accepted(uuid, uuid) FROM agency
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO training_provider
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO police_district
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO operator
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO ngo
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO municipality
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO evaluator
--;;
GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO agency
--;;
ALTER TABLE recipient_declaration DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE recipient_declaration NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_subject DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_subject NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_record DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_record NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_extract DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_extract NO FORCE ROW LEVEL SECURITY
