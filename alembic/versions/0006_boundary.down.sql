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
REVOKE UPDATE (error, status, taken_at, updated_at, version) ON pseudonymised_extract FROM builder
--;;
REVOKE SELECT ON pseudonymised_extract FROM builder
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
