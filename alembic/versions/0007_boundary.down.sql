GRANT CREATE ON SCHEMA public TO wall_keeper
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
REVOKE SELECT (citizen_id, id, organisation_id) ON course FROM wall_keeper
--;;
REVOKE UPDATE (client_id, enabled, external_issuer, external_subject, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client FROM operator
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
GRANT UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client TO operator
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
DROP POLICY wall_keeper_read ON course
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
ALTER TABLE change DISABLE ROW LEVEL SECURITY
--;;
ALTER TABLE change NO FORCE ROW LEVEL SECURITY
