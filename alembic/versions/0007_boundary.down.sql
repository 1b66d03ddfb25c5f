GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS erase_import_upload() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_import_path() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_assignment() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_questionnaire_response() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_follow_up() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_session() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_contact_attempt() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_support_need() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_course() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_agreement() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral_outcome() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_disclosure() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral_summary() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_referral() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_withdrawal_acknowledgement() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_consent() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_incident() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_background() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_address() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_contact() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_residence() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_cpr() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen_identity() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_citizen() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_whose_pseudonymised() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.tell_whose_pseudonymised()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s row' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION tell_whose_pseudonymised() FROM PUBLIC
--;;
CREATE TRIGGER tell_whose_pseudonymised BEFORE INSERT ON public.audit_subject FOR EACH ROW WHEN ((new.category = 'pseudonymised'::text)) EXECUTE FUNCTION tell_whose_pseudonymised()
--;;
ALTER FUNCTION tell_whose_pseudonymised() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS look_through_pseudonymised_extract() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.look_through_pseudonymised_extract()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
  IF NOT EXISTS (
    SELECT FROM recipient_declaration AS declaration
    JOIN project_partner AS partner
      ON partner.project_id = declaration.project_id AND partner.organisation_id = declaration.recipient_id
    JOIN agreement_coverage AS coverage
      ON coverage.project_id = declaration.project_id AND coverage.organisation_id = declaration.organisation_id
    WHERE declaration.agreement_id = NEW.agreement_id AND declaration.valid_from <= clock_timestamp()
      AND (declaration.valid_until IS NULL OR declaration.valid_until > clock_timestamp())
      AND partner.ended_at IS NULL
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
$function$

--;;
REVOKE ALL ON FUNCTION look_through_pseudonymised_extract() FROM PUBLIC
--;;
CREATE TRIGGER look_through_pseudonymised_extract AFTER UPDATE OF status ON public.pseudonymised_extract FOR EACH ROW WHEN (((new.status = 'built'::text) AND (old.status <> 'built'::text))) EXECUTE FUNCTION look_through_pseudonymised_extract()
--;;
ALTER FUNCTION look_through_pseudonymised_extract() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS approve_release() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.approve_release()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
$function$

--;;
REVOKE ALL ON FUNCTION approve_release() FROM PUBLIC
--;;
CREATE TRIGGER approve_release AFTER UPDATE OF status ON public.release_approval FOR EACH ROW EXECUTE FUNCTION approve_release()
--;;
ALTER FUNCTION approve_release() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_approval_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_approval_path()
 RETURNS trigger
 LANGUAGE plpgsql
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
BEGIN
  IF TG_OP = 'INSERT' OR NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'pending' OR NEW.status = 'pending' OR NEW.decided_by IS DISTINCT FROM NULLIF(current_setting('boundary.staff', true), '')::uuid THEN
    RAISE EXCEPTION 'decided once, by who asks' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$function$

--;;
REVOKE ALL ON FUNCTION keep_approval_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_approval_path BEFORE INSERT OR UPDATE ON public.release_approval FOR EACH ROW EXECUTE FUNCTION keep_approval_path()
--;;
ALTER FUNCTION keep_approval_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
CREATE OR REPLACE FUNCTION public.keep_release_published()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'public', 'pg_temp'
AS $function$
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
DROP FUNCTION IF EXISTS lapse_approvals() CASCADE
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
$function$

--;;
REVOKE ALL ON FUNCTION keep_release_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_path BEFORE INSERT OR UPDATE ON public.release FOR EACH ROW EXECUTE FUNCTION keep_release_path()
--;;
ALTER FUNCTION keep_release_path() OWNER TO app_owner
--;;
DROP FUNCTION IF EXISTS endpoints_of_client() CASCADE
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
$function$

--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled, public_keys ON public.client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_asker_withheld() CASCADE
--;;
DROP FUNCTION IF EXISTS end_matches_of_partner() CASCADE
--;;
DROP FUNCTION IF EXISTS end_matches_of_consent() CASCADE
--;;
DROP FUNCTION IF EXISTS tell_of_match() CASCADE
--;;
DROP FUNCTION IF EXISTS keep_match_path() CASCADE
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
  -- Nor does it read pseudonymised rows; an extract that is being made meanwhile finds that it has left.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  WITH held AS (
    SELECT id FROM pseudonymised_record WHERE ended_at IS NULL AND project_id = NEW.project_id AND recipient_id = NEW.organisation_id ORDER BY id FOR UPDATE
  )
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM held WHERE record.id = held.id;
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
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (disabled_at, disabled_because, status, updated_at, version) ON webhook_endpoint FROM wall_keeper
--;;
REVOKE SELECT (client_id, disabled_because, id, status, version) ON webhook_endpoint FROM wall_keeper
--;;
REVOKE UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM police_district
--;;
REVOKE SELECT ON webhook_endpoint FROM police_district
--;;
REVOKE INSERT ON webhook_endpoint FROM police_district
--;;
REVOKE UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM ngo
--;;
REVOKE SELECT ON webhook_endpoint FROM ngo
--;;
REVOKE INSERT ON webhook_endpoint FROM ngo
--;;
REVOKE UPDATE (client_id, collections, disabled_at, disabled_because, failing_since, failures_in_a_row, former_secret, former_until, label, position, resting_until, secret, secret_at, status, updated_at, url, version) ON webhook_endpoint FROM municipality
--;;
REVOKE SELECT ON webhook_endpoint FROM municipality
--;;
REVOKE INSERT ON webhook_endpoint FROM municipality
--;;
REVOKE UPDATE (disabled_at, disabled_because, failing_since, failures_in_a_row, last_failure, last_failure_at, last_success_at, leased_until, position, resting_until, served_at, status, updated_at, version, worker) ON webhook_endpoint FROM deliverer
--;;
REVOKE SELECT ON webhook_endpoint FROM deliverer
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM police_district
--;;
REVOKE SELECT ON webhook_delivery FROM police_district
--;;
REVOKE INSERT ON webhook_delivery FROM police_district
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM ngo
--;;
REVOKE SELECT ON webhook_delivery FROM ngo
--;;
REVOKE INSERT ON webhook_delivery FROM ngo
--;;
REVOKE UPDATE (attempts, begun_at, due_at, status, updated_at, version) ON webhook_delivery FROM municipality
--;;
REVOKE SELECT ON webhook_delivery FROM municipality
--;;
REVOKE INSERT ON webhook_delivery FROM municipality
--;;
REVOKE UPDATE (attempts, begun_at, delivered_at, due_at, happened_at, kind, last_outcome, last_status, status, updated_at, version) ON webhook_delivery FROM deliverer
--;;
REVOKE SELECT ON webhook_delivery FROM deliverer
--;;
REVOKE INSERT ON webhook_delivery FROM deliverer
--;;
REVOKE SELECT ON webhook_attempt FROM police_district
--;;
REVOKE SELECT ON webhook_attempt FROM ngo
--;;
REVOKE SELECT ON webhook_attempt FROM municipality
--;;
REVOKE INSERT ON webhook_attempt FROM deliverer
--;;
REVOKE SELECT (citizen_id, id, project_id, recipient_id, referral_id, track) ON support_need FROM wall_keeper
--;;
REVOKE SELECT ON resource_reference FROM police_district
--;;
REVOKE INSERT ON resource_reference FROM police_district
--;;
REVOKE SELECT ON resource_reference FROM ngo
--;;
REVOKE INSERT ON resource_reference FROM ngo
--;;
REVOKE SELECT ON resource_reference FROM municipality
--;;
REVOKE INSERT ON resource_reference FROM municipality
--;;
REVOKE UPDATE (status, updated_at, version) ON release_approval FROM wall_keeper
--;;
REVOKE UPDATE (build_id, cancel_reason, cancelled_at, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release FROM operator
--;;
REVOKE SELECT (id, status) ON organisation FROM deliverer
--;;
REVOKE UPDATE (ended_at, known_at, updated_at, version) ON match_request FROM wall_keeper
--;;
REVOKE SELECT ON match_request FROM wall_keeper
--;;
REVOKE SELECT ON match_request FROM police_district
--;;
REVOKE INSERT ON match_request FROM police_district
--;;
REVOKE SELECT ON match_request FROM ngo
--;;
REVOKE INSERT ON match_request FROM ngo
--;;
REVOKE SELECT ON match_request FROM municipality
--;;
REVOKE INSERT ON match_request FROM municipality
--;;
REVOKE UPDATE (asker_withheld, ended_at, updated_at, version) ON match_question FROM wall_keeper
--;;
REVOKE SELECT ON match_question FROM wall_keeper
--;;
REVOKE UPDATE (decided_at, status, updated_at, version) ON match_question FROM police_district
--;;
REVOKE SELECT ON match_question FROM police_district
--;;
REVOKE INSERT ON match_question FROM police_district
--;;
REVOKE UPDATE (decided_at, status, updated_at, version) ON match_question FROM ngo
--;;
REVOKE SELECT ON match_question FROM ngo
--;;
REVOKE INSERT ON match_question FROM ngo
--;;
REVOKE UPDATE (decided_at, status, updated_at, version) ON match_question FROM municipality
--;;
REVOKE SELECT ON match_question FROM municipality
--;;
REVOKE INSERT ON match_question FROM municipality
--;;
REVOKE SELECT (citizen_id, id, organisation_id) ON incident FROM wall_keeper
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM police_district
--;;
REVOKE SELECT ON import_row FROM police_district
--;;
REVOKE INSERT ON import_row FROM police_district
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM ngo
--;;
REVOKE SELECT ON import_row FROM ngo
--;;
REVOKE INSERT ON import_row FROM ngo
--;;
REVOKE UPDATE (errors, outcome, record_id, updated_at, version) ON import_row FROM municipality
--;;
REVOKE SELECT ON import_row FROM municipality
--;;
REVOKE INSERT ON import_row FROM municipality
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM police_district
--;;
REVOKE SELECT ON import_job FROM police_district
--;;
REVOKE INSERT ON import_job FROM police_district
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM ngo
--;;
REVOKE SELECT ON import_job FROM ngo
--;;
REVOKE INSERT ON import_job FROM ngo
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, status, unchanged, updated, updated_at, version) ON import_job FROM municipality
--;;
REVOKE SELECT ON import_job FROM municipality
--;;
REVOKE INSERT ON import_job FROM municipality
--;;
REVOKE UPDATE (attempts, created, error, leased_until, phase, position, refused, rows_done, started_at, status, unchanged, updated, updated_at, version, worker) ON import_job FROM authenticator
--;;
REVOKE SELECT ON import_job FROM authenticator
--;;
REVOKE UPDATE (sealed, updated_at, version) ON import_chunk FROM wall_keeper
--;;
REVOKE SELECT ON import_chunk FROM wall_keeper
--;;
REVOKE SELECT ON import_chunk FROM police_district
--;;
REVOKE INSERT ON import_chunk FROM police_district
--;;
REVOKE SELECT ON import_chunk FROM ngo
--;;
REVOKE INSERT ON import_chunk FROM ngo
--;;
REVOKE SELECT ON import_chunk FROM municipality
--;;
REVOKE INSERT ON import_chunk FROM municipality
--;;
REVOKE SELECT (citizen_id, id, organisation_id) ON course FROM wall_keeper
--;;
REVOKE UPDATE (client_id, enabled, external_issuer, external_subject, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client FROM operator
--;;
REVOKE UPDATE (municipality_code, protection, superseded_at, updated_at, version) ON citizen_residence FROM police_district
--;;
REVOKE UPDATE (municipality_code, protection, superseded_at, updated_at, version) ON citizen_residence FROM municipality
--;;
REVOKE SELECT (citizen_id, id, municipality_code, organisation_id, project_id, superseded_at) ON citizen_residence FROM builder
--;;
REVOKE UPDATE (numbered_at, sequence) ON change FROM wall_keeper
--;;
REVOKE SELECT ON change FROM wall_keeper
--;;
REVOKE INSERT ON change FROM wall_keeper
--;;
REVOKE SELECT ON change FROM police_district
--;;
REVOKE SELECT ON change FROM ngo
--;;
REVOKE SELECT ON change FROM municipality
--;;
REVOKE SELECT (collection, happened_at, id, kind, organisation_id, record_id, sequence, track) ON change FROM deliverer
--;;
GRANT UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release TO operator
--;;
GRANT UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client TO operator
--;;
GRANT UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence TO police_district
--;;
GRANT UPDATE (municipality_code, protection, updated_at, version) ON citizen_residence TO municipality
--;;
GRANT SELECT (citizen_id, id, municipality_code, organisation_id, project_id) ON citizen_residence TO builder
--;;
DROP POLICY wall_keeper_update ON webhook_endpoint
--;;
DROP POLICY wall_keeper_read ON webhook_endpoint
--;;
DROP POLICY police_district_update ON webhook_endpoint
--;;
DROP POLICY police_district_read ON webhook_endpoint
--;;
DROP POLICY police_district_create ON webhook_endpoint
--;;
DROP POLICY ngo_update ON webhook_endpoint
--;;
DROP POLICY ngo_read ON webhook_endpoint
--;;
DROP POLICY ngo_create ON webhook_endpoint
--;;
DROP POLICY municipality_update ON webhook_endpoint
--;;
DROP POLICY municipality_read ON webhook_endpoint
--;;
DROP POLICY municipality_create ON webhook_endpoint
--;;
DROP POLICY deliverer_update ON webhook_endpoint
--;;
DROP POLICY deliverer_read ON webhook_endpoint
--;;
DROP POLICY police_district_update ON webhook_delivery
--;;
DROP POLICY police_district_read ON webhook_delivery
--;;
DROP POLICY police_district_create ON webhook_delivery
--;;
DROP POLICY ngo_update ON webhook_delivery
--;;
DROP POLICY ngo_read ON webhook_delivery
--;;
DROP POLICY ngo_create ON webhook_delivery
--;;
DROP POLICY municipality_update ON webhook_delivery
--;;
DROP POLICY municipality_read ON webhook_delivery
--;;
DROP POLICY municipality_create ON webhook_delivery
--;;
DROP POLICY deliverer_update ON webhook_delivery
--;;
DROP POLICY deliverer_read ON webhook_delivery
--;;
DROP POLICY deliverer_create ON webhook_delivery
--;;
DROP POLICY police_district_read ON webhook_attempt
--;;
DROP POLICY ngo_read ON webhook_attempt
--;;
DROP POLICY municipality_read ON webhook_attempt
--;;
DROP POLICY deliverer_create ON webhook_attempt
--;;
DROP POLICY wall_keeper_read ON support_need
--;;
DROP POLICY police_district_read ON resource_reference
--;;
DROP POLICY police_district_create ON resource_reference
--;;
DROP POLICY ngo_read ON resource_reference
--;;
DROP POLICY ngo_create ON resource_reference
--;;
DROP POLICY municipality_read ON resource_reference
--;;
DROP POLICY municipality_create ON resource_reference
--;;
DROP POLICY police_district_read ON release_file_content
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING ((((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND (of_release.status = 'published'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file_content.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR ((EXISTS ( SELECT 1
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
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
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
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
   FROM release of_release
  WHERE ((release_file_content.release_id = of_release.id) AND (release_file_content.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file_content.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
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
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
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
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
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
   FROM release of_release
  WHERE ((release_file.release_id = of_release.id) AND (release_file.build_id = of_release.build_id) AND ((of_release.status = 'checked'::text) OR (of_release.status = 'approved'::text))))) AND (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release_file.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_release_approval.status <> 'refused'::text)))) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((release_file.project_id = of_project_partner.project_id) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL)))))))
--;;
DROP POLICY wall_keeper_update ON release_approval
--;;
DROP POLICY police_district_read ON release
--;;
CREATE POLICY police_district_read ON release FOR SELECT TO police_district USING (((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))))
--;;
DROP POLICY ngo_read ON release
--;;
CREATE POLICY ngo_read ON release FOR SELECT TO ngo USING (((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))))
--;;
DROP POLICY municipality_read ON release
--;;
CREATE POLICY municipality_read ON release FOR SELECT TO municipality USING (((((status = 'published'::text) OR (status = 'recalled'::text)) AND (EXISTS ( SELECT 1
   FROM project_partner of_project_partner
  WHERE ((of_project_partner.project_id = ANY (release.project_ids)) AND (of_project_partner.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_project_partner.ended_at IS NULL))))) OR (EXISTS ( SELECT 1
   FROM release_approval of_release_approval
  WHERE ((release.build_id = of_release_approval.build_id) AND (of_release_approval.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid))))))
--;;
DROP POLICY deliverer_read ON organisation
--;;
DROP POLICY wall_keeper_update ON match_request
--;;
DROP POLICY wall_keeper_read ON match_request
--;;
DROP POLICY police_district_read ON match_request
--;;
DROP POLICY police_district_create ON match_request
--;;
DROP POLICY ngo_read ON match_request
--;;
DROP POLICY ngo_create ON match_request
--;;
DROP POLICY municipality_read ON match_request
--;;
DROP POLICY municipality_create ON match_request
--;;
DROP POLICY wall_keeper_update ON match_question
--;;
DROP POLICY wall_keeper_read ON match_question
--;;
DROP POLICY police_district_update ON match_question
--;;
DROP POLICY police_district_read ON match_question
--;;
DROP POLICY police_district_create ON match_question
--;;
DROP POLICY ngo_update ON match_question
--;;
DROP POLICY ngo_read ON match_question
--;;
DROP POLICY ngo_create ON match_question
--;;
DROP POLICY municipality_update ON match_question
--;;
DROP POLICY municipality_read ON match_question
--;;
DROP POLICY municipality_create ON match_question
--;;
DROP POLICY wall_keeper_read ON incident
--;;
DROP POLICY police_district_update ON import_row
--;;
DROP POLICY police_district_read ON import_row
--;;
DROP POLICY police_district_create ON import_row
--;;
DROP POLICY ngo_update ON import_row
--;;
DROP POLICY ngo_read ON import_row
--;;
DROP POLICY ngo_create ON import_row
--;;
DROP POLICY municipality_update ON import_row
--;;
DROP POLICY municipality_read ON import_row
--;;
DROP POLICY municipality_create ON import_row
--;;
DROP POLICY police_district_update ON import_job
--;;
DROP POLICY police_district_read ON import_job
--;;
DROP POLICY police_district_create ON import_job
--;;
DROP POLICY ngo_update ON import_job
--;;
DROP POLICY ngo_read ON import_job
--;;
DROP POLICY ngo_create ON import_job
--;;
DROP POLICY municipality_update ON import_job
--;;
DROP POLICY municipality_read ON import_job
--;;
DROP POLICY municipality_create ON import_job
--;;
DROP POLICY authenticator_update ON import_job
--;;
DROP POLICY authenticator_read ON import_job
--;;
DROP POLICY wall_keeper_update ON import_chunk
--;;
DROP POLICY wall_keeper_read ON import_chunk
--;;
DROP POLICY police_district_read ON import_chunk
--;;
DROP POLICY police_district_create ON import_chunk
--;;
DROP POLICY ngo_read ON import_chunk
--;;
DROP POLICY ngo_create ON import_chunk
--;;
DROP POLICY municipality_read ON import_chunk
--;;
DROP POLICY municipality_create ON import_chunk
--;;
DROP POLICY police_district_create ON data_key
--;;
CREATE POLICY police_district_create ON data_key FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (data_key.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((data_key.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY wall_keeper_read ON course
--;;
DROP POLICY police_district_create ON citizen_residence
--;;
CREATE POLICY police_district_create ON citizen_residence FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_create ON citizen_residence
--;;
CREATE POLICY municipality_create ON citizen_residence FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_residence.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_residence.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_identity
--;;
CREATE POLICY police_district_create ON citizen_identity FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_create ON citizen_identity
--;;
CREATE POLICY municipality_create ON citizen_identity FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'identity'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_identity.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_identity.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_cpr
--;;
CREATE POLICY police_district_create ON citizen_cpr FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_create ON citizen_cpr
--;;
CREATE POLICY municipality_create ON citizen_cpr FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'cpr'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_cpr.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_cpr.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_contact
--;;
CREATE POLICY police_district_create ON citizen_contact FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_create ON citizen_contact
--;;
CREATE POLICY ngo_create ON citizen_contact FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_create ON citizen_contact
--;;
CREATE POLICY municipality_create ON citizen_contact FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'contact'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_contact.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_contact.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_background
--;;
CREATE POLICY police_district_create ON citizen_background FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
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
DROP POLICY ngo_create ON citizen_background
--;;
CREATE POLICY ngo_create ON citizen_background FOR INSERT TO ngo WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (track = NULLIF(current_setting('boundary.track'::text, true), ''::text)) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (EXISTS ( SELECT 1
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
DROP POLICY municipality_create ON citizen_background
--;;
CREATE POLICY municipality_create ON citizen_background FOR INSERT TO municipality WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'background'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_background.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_background.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY police_district_create ON citizen_address
--;;
CREATE POLICY police_district_create ON citizen_address FOR INSERT TO police_district WITH CHECK (((EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
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
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'address'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND ((NULLIF(current_setting('boundary.track'::text, true), ''::text) IS NULL) OR (track = NULLIF(current_setting('boundary.track'::text, true), ''::text))) AND (organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (has_registered(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) OR has_accepted(citizen_id, (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid)) AND (('coordinator'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR ('integration'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL) AND (of_assignment.staff_id = (NULLIF(current_setting('boundary.staff'::text, true), ''::text))::uuid))))) OR (('caseworker'::text = ANY (string_to_array(NULLIF(current_setting('boundary.functions'::text, true), ''::text), ' '::text))) AND (EXISTS ( SELECT 1
   FROM agreement_coverage of_agreement_coverage
  WHERE ((of_agreement_coverage.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (citizen_address.project_id = of_agreement_coverage.project_id) AND (of_agreement_coverage.category = 'citizen'::text) AND (of_agreement_coverage.purpose = 'intervention'::text) AND (of_agreement_coverage.valid_from <= now()) AND ((of_agreement_coverage.valid_until IS NULL) OR (of_agreement_coverage.valid_until > now()))))) AND (NOT (EXISTS ( SELECT 1
   FROM assignment of_assignment
  WHERE ((citizen_address.citizen_id = of_assignment.citizen_id) AND (of_assignment.organisation_id = (NULLIF(current_setting('boundary.organisation'::text, true), ''::text))::uuid) AND (of_assignment.ended_at IS NULL)))))))))
--;;
DROP POLICY wall_keeper_update ON change
--;;
DROP POLICY wall_keeper_read ON change
--;;
DROP POLICY wall_keeper_create ON change
--;;
DROP POLICY police_district_read ON change
--;;
DROP POLICY ngo_read ON change
--;;
DROP POLICY municipality_read ON change
--;;
DROP POLICY deliverer_read ON change
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS changes_waiting(uuid[],bigint[])
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS number_changes(bigint)
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS evaluation_rows()
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
ALTER TABLE webhook_endpoint DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_endpoint NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_delivery NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE webhook_attempt NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE resource_reference DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE resource_reference NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE match_request DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE match_request NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE match_question DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE match_question NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_row DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_row NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_job NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE import_chunk DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE import_chunk NO FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE change DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE change NO FORCE ROW LEVEL SECURITY
