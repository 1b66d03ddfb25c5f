GRANT CREATE ON SCHEMA public TO wall_keeper
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
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (status, updated_at, version) ON release_approval FROM wall_keeper
--;;
REVOKE UPDATE (build_id, cancel_reason, cancelled_at, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release FROM operator
--;;
GRANT UPDATE (build_id, checked_at, checked_by, excluded_ids, published_at, recall_reason, recalled_at, status, updated_at, version) ON release TO operator
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
