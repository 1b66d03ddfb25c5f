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
REVOKE CREATE ON SCHEMA public FROM wall_keeper
--;;
REVOKE UPDATE (status, updated_at, version) ON release_approval FROM wall_keeper
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
