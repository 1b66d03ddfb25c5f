GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_grant_budget_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_budget_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    -- Nobody but the agency approves; what may come into force without it is a check of the table.
    IF NEW.decided_at IS NOT NULL OR NEW.status NOT IN ('draft', 'proposed', 'in_force') THEN
      RAISE EXCEPTION 'a budget begins as a draft or a proposal' USING ERRCODE = 'PW002';
    END IF;
    IF NEW.status <> 'draft' THEN
      PERFORM pg_advisory_xact_lock(hashtextextended('accounts/' || NEW.grant_id, 0));
      PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      RAISE EXCEPTION 'what final accounts rest on never changes' USING ERRCODE = 'PW002';
    END IF;
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
  IF NEW.status <> OLD.status AND NEW.status = 'in_force' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('accounts/' || NEW.grant_id, 0));
    PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      RAISE EXCEPTION 'what final accounts rest on never changes' USING ERRCODE = 'PW002';
    END IF;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_budget_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_budget_path BEFORE INSERT OR UPDATE ON grant_budget FOR EACH ROW EXECUTE FUNCTION keep_grant_budget_path()
--;;
DROP FUNCTION IF EXISTS keep_grant_account_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_account_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NULLIF(current_setting('boundary.organisation', true), '')::uuid IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' OR NEW.decided_at IS NOT NULL THEN
      RAISE EXCEPTION 'accounts begin as a draft' USING ERRCODE = 'PW002';
    END IF;
    PERFORM pg_advisory_xact_lock(hashtextextended('accounts/' || NEW.grant_id, 0));
    PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      RAISE EXCEPTION 'what final accounts rest on never changes' USING ERRCODE = 'PW002';
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
  IF NEW.status <> OLD.status THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('accounts/' || NEW.grant_id, 0));
    IF NEW.status <> 'approved' THEN
      PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      RAISE EXCEPTION 'what final accounts rest on never changes' USING ERRCODE = 'PW002';
    END IF;
    END IF;
    -- Final ones come last, in being handed in and in being approved.
    IF NEW.kind = 'final' AND NEW.status <> 'returned' THEN
      PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id
        AND (other.status IN ('draft', 'returned') OR NEW.status = 'approved' AND other.status <> 'approved');
      IF FOUND THEN
        RAISE EXCEPTION 'final accounts come last' USING ERRCODE = 'PW002';
      END IF;
    END IF;
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_account_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_account_path BEFORE INSERT OR UPDATE ON grant_account FOR EACH ROW EXECUTE FUNCTION keep_grant_account_path()
--;;
DROP FUNCTION IF EXISTS keep_grant_vouchers() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_vouchers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
  PERFORM FROM grant_account AS other WHERE other.grant_id = NEW.grant_id AND other.id <> NEW.id AND other.kind = 'final' AND other.status IN ('submitted', 'approved');
    IF FOUND THEN
      RAISE EXCEPTION 'what final accounts rest on never changes' USING ERRCODE = 'PW002';
    END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_vouchers() FROM PUBLIC
--;;
CREATE TRIGGER keep_grant_vouchers AFTER INSERT OR UPDATE ON grant_voucher FOR EACH ROW EXECUTE FUNCTION keep_grant_vouchers()
--;;
ALTER FUNCTION keep_grant_vouchers() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
