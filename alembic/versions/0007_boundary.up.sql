DROP POLICY municipality_read ON release
--;;
CREATE POLICY municipality_read ON release FOR SELECT TO municipality USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release
--;;
CREATE POLICY ngo_read ON release FOR SELECT TO ngo USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release
--;;
CREATE POLICY police_district_read ON release FOR SELECT TO police_district USING ((release.status = 'published' OR release.status = 'recalled') AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE of_project_partner.project_id = ANY (release.project_ids) AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
CREATE POLICY wall_keeper_update ON release_approval FOR UPDATE TO wall_keeper USING (true)
--;;
DROP POLICY municipality_read ON release_file
--;;
CREATE POLICY municipality_read ON release_file FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release_file
--;;
CREATE POLICY ngo_read ON release_file FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release_file
--;;
CREATE POLICY police_district_read ON release_file FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file.release_id = of_release.id AND release_file.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY municipality_read ON release_file_content
--;;
CREATE POLICY municipality_read ON release_file_content FOR SELECT TO municipality USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY ngo_read ON release_file_content
--;;
CREATE POLICY ngo_read ON release_file_content FOR SELECT TO ngo USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
DROP POLICY police_district_read ON release_file_content
--;;
CREATE POLICY police_district_read ON release_file_content FOR SELECT TO police_district USING ((EXISTS (SELECT 1 FROM release AS of_release WHERE release_file_content.release_id = of_release.id AND release_file_content.build_id = of_release.build_id AND of_release.status = 'published')) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE release_file_content.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)))
--;;
REVOKE UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release FROM operator
--;;
GRANT UPDATE (build_id, cancel_reason, cancelled_at, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release TO operator
--;;
GRANT UPDATE (status, updated_at, version) ON release_approval TO wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
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
    OR (OLD.status IN ('draft', 'built', 'checked', 'approved') AND NEW.status = 'cancelled' AND operates)
    OR (OLD.status = 'approved' AND NEW.status = 'published' AND operates)
    OR (OLD.status = 'published' AND NEW.status = 'recalled' AND operates)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = 'PW002';
  END IF;
  IF NEW.status NOT IN ('draft', 'cancelled') AND OLD.status <> 'draft'
    AND (NEW.build_id, NEW.excluded_ids) IS DISTINCT FROM (OLD.build_id, OLD.excluded_ids)
  THEN
    RAISE EXCEPTION 'a rebuild begins as a draft' USING ERRCODE = 'PW002';
  END IF;
  -- Nothing of the build before remains on it.
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR NEW.status = 'cancelled' THEN
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
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_path BEFORE INSERT OR UPDATE ON release FOR EACH ROW EXECUTE FUNCTION keep_release_path()
--;;
DROP FUNCTION IF EXISTS ask_controllers() CASCADE
--;;
CREATE OR REPLACE FUNCTION ask_controllers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  INSERT INTO release_approval
    (id, created_at, updated_at, version, release_id, build_id, organisation_id, status, about)
  SELECT gen_random_uuid(), clock_timestamp(), clock_timestamp(), 1, NEW.id, NEW.build_id, controller, 'pending',
    -- What was declared beforehand, the same for every build: no figure, and nothing of whom it is about.
    jsonb_build_object('name', NEW.name, 'starts_on', NEW.starts_on, 'ends_on', NEW.ends_on, 'final', NEW.final,
      'supersedes_id', NEW.supersedes_id, 'noise', NEW.parameters -> 'noise',
      'thresholds', NEW.parameters -> 'thresholds', 'ladders', NEW.parameters -> 'ladders')
  FROM (SELECT DISTINCT unnest(NEW.controller_ids) AS controller) AS asked;
  -- Where nobody's data enter there is nobody to ask.
  IF cardinality(NEW.controller_ids) = 0 THEN
    UPDATE release SET status = 'approved', approved_at = clock_timestamp(), updated_at = clock_timestamp(),
      version = version + 1
    WHERE id = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION ask_controllers() FROM PUBLIC
--;;
CREATE TRIGGER ask_controllers AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status = 'checked' AND OLD.status <> 'checked') EXECUTE FUNCTION ask_controllers()
--;;
ALTER FUNCTION ask_controllers() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS lapse_approvals() CASCADE
--;;
CREATE OR REPLACE FUNCTION lapse_approvals() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- One that is being decided at this moment will be found to be of a build that was given up.
  UPDATE release_approval SET status = 'lapsed', updated_at = clock_timestamp(), version = version + 1
  WHERE id IN (
    SELECT id FROM release_approval
    WHERE release_id = NEW.id AND status = 'pending' AND build_id IS DISTINCT FROM NEW.build_id
    FOR UPDATE SKIP LOCKED
  );
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION lapse_approvals() FROM PUBLIC
--;;
CREATE TRIGGER lapse_approvals AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status <> OLD.status AND NEW.status IN ('draft', 'checked', 'cancelled')) EXECUTE FUNCTION lapse_approvals()
--;;
ALTER FUNCTION lapse_approvals() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_release_published() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_release_published() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION keep_release_published() FROM PUBLIC
--;;
CREATE TRIGGER keep_release_published AFTER UPDATE OF status ON release FOR EACH ROW WHEN (NEW.status = 'published' AND OLD.status <> 'published') EXECUTE FUNCTION keep_release_published()
--;;
ALTER FUNCTION keep_release_published() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_approval_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_approval_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' OR NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL OR (current_user = 'wall_keeper' AND NEW.status = 'lapsed') THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'pending' OR NEW.status NOT IN ('approved', 'refused')
    OR NEW.decided_by IS DISTINCT FROM NULLIF(current_setting('boundary.staff', true), '')::uuid
  THEN
    RAISE EXCEPTION 'decided once, by who asks' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_approval_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_approval_path BEFORE INSERT OR UPDATE ON release_approval FOR EACH ROW EXECUTE FUNCTION keep_approval_path()
--;;
DROP FUNCTION IF EXISTS approve_release() CASCADE
--;;
CREATE OR REPLACE FUNCTION approve_release() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION approve_release() FROM PUBLIC
--;;
CREATE TRIGGER approve_release AFTER UPDATE OF status ON release_approval FOR EACH ROW WHEN (NEW.status IN ('approved', 'refused')) EXECUTE FUNCTION approve_release()
--;;
ALTER FUNCTION approve_release() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
