CREATE POLICY calendar_reader_create ON audit_event FOR INSERT TO calendar_reader WITH CHECK (audit_event.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid)
--;;
DROP POLICY agency_read ON grant_attachment
--;;
CREATE POLICY agency_read ON grant_attachment FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL)) AND grant_attachment.withdrawn_at IS NULL AND (grant_attachment.kind != 'voucher' AND grant_attachment.kind != 'auditor_report' OR (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE grant_attachment.id = of_grant_account.auditor_report_id AND of_grant_account.submitted_at IS NOT NULL)) OR (EXISTS (SELECT 1 FROM grant_voucher AS of_grant_voucher WHERE grant_attachment.id = of_grant_voucher.attachment_id AND (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.id = of_grant_voucher.account_id AND of_grant_account.submitted_at IS NOT NULL))))))
--;;
DROP POLICY agency_read ON grant_attachment_content
--;;
CREATE POLICY agency_read ON grant_attachment_content FOR SELECT TO agency USING ((EXISTS (SELECT 1 FROM grant_application AS of_grant_application WHERE grant_attachment_content.grant_id = of_grant_application.id AND of_grant_application.submitted_at IS NOT NULL)) AND (EXISTS (SELECT 1 FROM grant_attachment AS of_grant_attachment WHERE grant_attachment_content.attachment_id = of_grant_attachment.id AND of_grant_attachment.withdrawn_at IS NULL AND (of_grant_attachment.kind != 'voucher' AND of_grant_attachment.kind != 'auditor_report' OR (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.auditor_report_id = of_grant_attachment.id AND of_grant_account.submitted_at IS NOT NULL)) OR (EXISTS (SELECT 1 FROM grant_voucher AS of_grant_voucher WHERE of_grant_voucher.attachment_id = of_grant_attachment.id AND (EXISTS (SELECT 1 FROM grant_account AS of_grant_account WHERE of_grant_account.id = of_grant_voucher.account_id AND of_grant_account.submitted_at IS NOT NULL))))))))
--;;
CREATE POLICY wall_keeper_read ON grant_attachment_content FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON grant_attachment_content FOR UPDATE TO wall_keeper USING (true)
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment FROM municipality
--;;
REVOKE UPDATE (sha256, size_bytes, storage, updated_at, version) ON grant_attachment FROM ngo
--;;
REVOKE UPDATE (decision, done_on, due_on, owner_id, status, updated_at, version) ON meeting_decision FROM agency
--;;
GRANT INSERT ON audit_event TO calendar_reader
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version, withdrawn_at) ON grant_attachment TO municipality
--;;
GRANT UPDATE (sha256, size_bytes, storage, updated_at, version, withdrawn_at) ON grant_attachment TO ngo
--;;
GRANT SELECT ON grant_attachment_content TO wall_keeper
--;;
GRANT UPDATE (content, updated_at, version) ON grant_attachment_content TO wall_keeper
--;;
GRANT UPDATE (decision, done_on, due_on, owner_id, postponed_to, status, updated_at, version) ON meeting_decision TO agency
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
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
DROP FUNCTION IF EXISTS erase_grant_file() CASCADE
--;;
CREATE OR REPLACE FUNCTION erase_grant_file() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN
    UPDATE grant_attachment_content AS kept SET content = '' WHERE kept.attachment_id = NEW.id;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION erase_grant_file() FROM PUBLIC
--;;
CREATE TRIGGER erase_grant_file AFTER UPDATE OF withdrawn_at ON grant_attachment FOR EACH ROW EXECUTE FUNCTION erase_grant_file()
--;;
ALTER FUNCTION erase_grant_file() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_file() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_file() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.withdrawn_at IS NOT NULL THEN
      RAISE EXCEPTION 'a file begins as none that was withdrawn' USING ERRCODE = 'PW002';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.withdrawn_at IS NOT NULL THEN
    RAISE EXCEPTION 'withdrawn for good' USING ERRCODE = 'PW002';
  END IF;
  -- Held: a submission comes before, and refuses, or after, and goes without the file.
  IF NEW.withdrawn_at IS NOT NULL THEN
    PERFORM FROM grant_application AS held
    WHERE held.id = NEW.grant_id AND held.status = 'draft' FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'what is submitted never changes' USING ERRCODE = 'PW002';
    END IF;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_file() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_file BEFORE INSERT OR UPDATE ON grant_attachment FOR EACH ROW EXECUTE FUNCTION keep_grant_file()
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
    CASE WHEN NULLIF(current_setting('boundary.organisation', true), '')::uuid = OLD.organisation_id THEN (OLD.status = 'draft' AND NEW.status = 'submitted')
      OR (OLD.status IN ('draft', 'submitted', 'under_assessment') AND NEW.status = 'withdrawn')
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
REVOKE CREATE ON SCHEMA public FROM wall_keeper
