ALTER TABLE pseudonymised_extract ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_extract FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_record ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_record FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_subject ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE pseudonymised_subject FORCE ROW LEVEL SECURITY
--;;
ALTER TABLE recipient_declaration ENABLE ROW LEVEL SECURITY
--;;
ALTER TABLE recipient_declaration FORCE ROW LEVEL SECURITY
--;;
CREATE POLICY builder_read ON pseudonymised_extract FOR SELECT TO builder USING (true)
--;;
CREATE POLICY builder_update ON pseudonymised_extract FOR UPDATE TO builder USING (true)
--;;
CREATE POLICY evaluator_create ON pseudonymised_extract FOR INSERT TO evaluator WITH CHECK ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND pseudonymised_extract.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pseudonymised_extract.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE pseudonymised_extract.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM recipient_declaration AS of_recipient_declaration WHERE pseudonymised_extract.agreement_id = of_recipient_declaration.agreement_id AND pseudonymised_extract.project_id = of_recipient_declaration.project_id AND pseudonymised_extract.organisation_id = of_recipient_declaration.organisation_id AND pseudonymised_extract.recipient_id = of_recipient_declaration.recipient_id AND of_recipient_declaration.valid_from <= now() AND (of_recipient_declaration.valid_until IS NULL OR of_recipient_declaration.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pseudonymised_extract.organisation_id = of_agreement_coverage.organisation_id AND pseudonymised_extract.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY evaluator_read ON pseudonymised_extract FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND pseudonymised_extract.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pseudonymised_extract.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE pseudonymised_extract.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM recipient_declaration AS of_recipient_declaration WHERE pseudonymised_extract.agreement_id = of_recipient_declaration.agreement_id AND pseudonymised_extract.project_id = of_recipient_declaration.project_id AND pseudonymised_extract.organisation_id = of_recipient_declaration.organisation_id AND pseudonymised_extract.recipient_id = of_recipient_declaration.recipient_id AND of_recipient_declaration.valid_from <= now() AND (of_recipient_declaration.valid_until IS NULL OR of_recipient_declaration.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pseudonymised_extract.organisation_id = of_agreement_coverage.organisation_id AND pseudonymised_extract.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_read ON pseudonymised_extract FOR SELECT TO municipality USING (pseudonymised_extract.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY ngo_read ON pseudonymised_extract FOR SELECT TO ngo USING (pseudonymised_extract.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY police_district_read ON pseudonymised_extract FOR SELECT TO police_district USING (pseudonymised_extract.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY builder_create ON pseudonymised_record FOR INSERT TO builder WITH CHECK ((EXISTS (SELECT 1 FROM recipient_declaration AS of_recipient_declaration WHERE pseudonymised_record.agreement_id = of_recipient_declaration.agreement_id AND pseudonymised_record.project_id = of_recipient_declaration.project_id AND pseudonymised_record.organisation_id = of_recipient_declaration.organisation_id AND pseudonymised_record.recipient_id = of_recipient_declaration.recipient_id AND of_recipient_declaration.valid_from <= now() AND (of_recipient_declaration.valid_until IS NULL OR of_recipient_declaration.valid_until > now()))) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pseudonymised_record.organisation_id = of_agreement_coverage.organisation_id AND pseudonymised_record.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY evaluator_read ON pseudonymised_record FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND pseudonymised_record.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND pseudonymised_record.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE pseudonymised_record.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND (EXISTS (SELECT 1 FROM recipient_declaration AS of_recipient_declaration WHERE pseudonymised_record.agreement_id = of_recipient_declaration.agreement_id AND pseudonymised_record.project_id = of_recipient_declaration.project_id AND pseudonymised_record.organisation_id = of_recipient_declaration.organisation_id AND pseudonymised_record.recipient_id = of_recipient_declaration.recipient_id AND of_recipient_declaration.valid_from <= now() AND (of_recipient_declaration.valid_until IS NULL OR of_recipient_declaration.valid_until > now()))) AND pseudonymised_record.ended_at IS NULL AND (pseudonymised_record.valid_until IS NULL OR pseudonymised_record.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pseudonymised_record.organisation_id = of_agreement_coverage.organisation_id AND pseudonymised_record.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND ('researcher' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' '))))
--;;
CREATE POLICY wall_keeper_read ON pseudonymised_record FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON pseudonymised_record FOR UPDATE TO wall_keeper USING (true)
--;;
CREATE POLICY builder_create ON pseudonymised_subject FOR INSERT TO builder WITH CHECK (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE pseudonymised_subject.organisation_id = of_agreement_coverage.organisation_id AND pseudonymised_subject.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now())))
--;;
CREATE POLICY wall_keeper_read ON pseudonymised_subject FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY builder_read ON recipient_declaration FOR SELECT TO builder USING (recipient_declaration.valid_from <= now() AND (recipient_declaration.valid_until IS NULL OR recipient_declaration.valid_until > now()))
--;;
CREATE POLICY evaluator_read ON recipient_declaration FOR SELECT TO evaluator USING ((EXISTS (SELECT 1 FROM organisation AS of_organisation WHERE of_organisation.id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_organisation.type = 'evaluator')) AND recipient_declaration.recipient_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND recipient_declaration.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (EXISTS (SELECT 1 FROM project_partner AS of_project_partner WHERE recipient_declaration.project_id = of_project_partner.project_id AND of_project_partner.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_project_partner.ended_at IS NULL)) AND recipient_declaration.valid_from <= now() AND (recipient_declaration.valid_until IS NULL OR recipient_declaration.valid_until > now()) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE recipient_declaration.organisation_id = of_agreement_coverage.organisation_id AND recipient_declaration.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'pseudonymised' AND of_agreement_coverage.purpose = 'evaluation' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))))
--;;
CREATE POLICY municipality_read ON recipient_declaration FOR SELECT TO municipality USING (recipient_declaration.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND recipient_declaration.valid_from <= now() AND (recipient_declaration.valid_until IS NULL OR recipient_declaration.valid_until > now()))
--;;
CREATE POLICY ngo_read ON recipient_declaration FOR SELECT TO ngo USING (recipient_declaration.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND recipient_declaration.valid_from <= now() AND (recipient_declaration.valid_until IS NULL OR recipient_declaration.valid_until > now()))
--;;
CREATE POLICY police_district_read ON recipient_declaration FOR SELECT TO police_district USING (recipient_declaration.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND recipient_declaration.valid_from <= now() AND (recipient_declaration.valid_until IS NULL OR recipient_declaration.valid_until > now()))
--;;
CREATE POLICY wall_keeper_create ON recipient_declaration FOR INSERT TO wall_keeper WITH CHECK (true)
--;;
CREATE POLICY wall_keeper_read ON recipient_declaration FOR SELECT TO wall_keeper USING (true)
--;;
CREATE POLICY wall_keeper_update ON recipient_declaration FOR UPDATE TO wall_keeper USING (true)
--;;
DROP POLICY municipality_create ON withdrawal_acknowledgement
--;;
CREATE POLICY municipality_create ON withdrawal_acknowledgement FOR INSERT TO municipality WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND (NULLIF(current_setting('boundary.track', true), '') IS NULL OR withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '')) AND withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE withdrawal_acknowledgement.consent_id = of_consent.id AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND (of_consent.status = 'withdrawn' OR of_consent.status = 'superseded'))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
DROP POLICY ngo_create ON withdrawal_acknowledgement
--;;
CREATE POLICY ngo_create ON withdrawal_acknowledgement FOR INSERT TO ngo WITH CHECK ((EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'consent' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND withdrawal_acknowledgement.track = NULLIF(current_setting('boundary.track', true), '') AND withdrawal_acknowledgement.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND (EXISTS (SELECT 1 FROM consent AS of_consent WHERE withdrawal_acknowledgement.consent_id = of_consent.id AND NULLIF(current_setting('boundary.organisation', true), '')::uuid = ANY (of_consent.recipients) AND (of_consent.status = 'withdrawn' OR of_consent.status = 'superseded'))) AND ('coordinator' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'integration' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL AND of_assignment.staff_id = NULLIF(current_setting('boundary.staff', true), '')::uuid)) OR 'caseworker' = ANY (string_to_array(NULLIF(current_setting('boundary.functions', true), ''), ' ')) AND (EXISTS (SELECT 1 FROM agreement_coverage AS of_agreement_coverage WHERE of_agreement_coverage.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND withdrawal_acknowledgement.project_id = of_agreement_coverage.project_id AND of_agreement_coverage.category = 'citizen' AND of_agreement_coverage.purpose = 'intervention' AND of_agreement_coverage.valid_from <= now() AND (of_agreement_coverage.valid_until IS NULL OR of_agreement_coverage.valid_until > now()))) AND NOT (EXISTS (SELECT 1 FROM assignment AS of_assignment WHERE withdrawal_acknowledgement.citizen_id = of_assignment.citizen_id AND of_assignment.organisation_id = NULLIF(current_setting('boundary.organisation', true), '')::uuid AND of_assignment.ended_at IS NULL))))
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM agency
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM evaluator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM municipality
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM ngo
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM operator
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM police_district
--;;
REVOKE UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement FROM training_provider
--;;
REVOKE UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, updated_at, version) ON client FROM operator
--;;
REVOKE SELECT (citizen_id, id, organisation_id, project_id, scopes, signed_at, status, valid_until) ON consent FROM builder
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO agency
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO evaluator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO municipality
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO ngo
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO operator
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO police_district
--;;
GRANT UPDATE (categories, counterparty_id, document_sha256, ended_at, purposes, recipient_key, signed_by_counterparty_at, signed_by_organisation_at, status, supersedes_id, suspended_by_id, type, updated_at, valid_from, valid_until, version) ON agreement TO training_provider
--;;
GRANT UPDATE (client_id, enabled, functions, public_keys, scopes, secret_hash, staff_id, tokens_from, updated_at, version) ON client TO operator
--;;
GRANT SELECT (citizen_id, id, organisation_id, project_id, recipients, scopes, signed_at, status, valid_until) ON consent TO builder
--;;
GRANT SELECT ON pseudonymised_extract TO builder
--;;
GRANT UPDATE (error, status, taken_at, updated_at, version) ON pseudonymised_extract TO builder
--;;
GRANT INSERT ON pseudonymised_extract TO evaluator
--;;
GRANT SELECT ON pseudonymised_extract TO evaluator
--;;
GRANT SELECT ON pseudonymised_extract TO municipality
--;;
GRANT SELECT ON pseudonymised_extract TO ngo
--;;
GRANT SELECT ON pseudonymised_extract TO police_district
--;;
GRANT INSERT ON pseudonymised_record TO builder
--;;
GRANT SELECT ON pseudonymised_record TO evaluator
--;;
GRANT SELECT ON pseudonymised_record TO wall_keeper
--;;
GRANT UPDATE (ended_at, sealed, updated_at, valid_until, version) ON pseudonymised_record TO wall_keeper
--;;
GRANT INSERT ON pseudonymised_subject TO builder
--;;
GRANT SELECT ON pseudonymised_subject TO wall_keeper
--;;
GRANT SELECT ON recipient_declaration TO builder
--;;
GRANT SELECT ON recipient_declaration TO evaluator
--;;
GRANT SELECT ON recipient_declaration TO municipality
--;;
GRANT SELECT ON recipient_declaration TO ngo
--;;
GRANT SELECT ON recipient_declaration TO police_district
--;;
GRANT INSERT ON recipient_declaration TO wall_keeper
--;;
GRANT SELECT ON recipient_declaration TO wall_keeper
--;;
GRANT UPDATE (recipient_key, valid_from, valid_until) ON recipient_declaration TO wall_keeper
--;;
GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_agreement_coverage() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_agreement_coverage() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION keep_agreement_coverage() FROM PUBLIC
--;;
CREATE TRIGGER keep_agreement_coverage AFTER INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION keep_agreement_coverage()
--;;
ALTER FUNCTION keep_agreement_coverage() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS freeze_agreement_terms() CASCADE
--;;
CREATE OR REPLACE FUNCTION freeze_agreement_terms() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
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
     NEW.valid_until, NEW.document_sha256, NEW.supersedes_id, NEW.recipient_key)
    IS DISTINCT FROM
    (OLD.organisation_id, OLD.counterparty_id, OLD.project_id, OLD.type, OLD.categories, OLD.purposes, OLD.valid_from,
     OLD.valid_until, OLD.document_sha256, OLD.supersedes_id, OLD.recipient_key)
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
$body$
--;;
REVOKE ALL ON FUNCTION freeze_agreement_terms() FROM PUBLIC
--;;
CREATE TRIGGER freeze_agreement_terms BEFORE INSERT OR UPDATE ON agreement FOR EACH ROW EXECUTE FUNCTION freeze_agreement_terms()
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
DROP FUNCTION IF EXISTS keep_grant_budget_in_force() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_grant_budget_in_force() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  -- As the one who writes: whoever supersedes a budget reads the one that takes its place.
  PERFORM FROM grant_budget AS other WHERE other.grant_id = NEW.grant_id AND other.status = 'in_force';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'a budget is superseded by another one' USING ERRCODE = 'PW002';
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_grant_budget_in_force() FROM PUBLIC
--;;
CREATE CONSTRAINT TRIGGER keep_grant_budget_in_force AFTER UPDATE OF status ON grant_budget DEFERRABLE INITIALLY DEFERRED FOR EACH ROW WHEN (OLD.status = 'in_force' AND NEW.status <> 'in_force') EXECUTE FUNCTION keep_grant_budget_in_force()
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
DROP FUNCTION IF EXISTS tell_of_client() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_of_client() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
$body$
--;;
REVOKE ALL ON FUNCTION tell_of_client() FROM PUBLIC
--;;
CREATE TRIGGER tell_of_client AFTER INSERT OR UPDATE OF enabled, public_keys ON client FOR EACH ROW EXECUTE FUNCTION tell_of_client()
--;;
ALTER FUNCTION tell_of_client() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_recipient_declaration() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_recipient_declaration() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
DECLARE
  ends timestamptz;
BEGIN
  ends := CASE
    WHEN NEW.status = 'in_force' AND NEW.type = 'research_declaration'
      AND NEW.signed_by_organisation_at IS NOT NULL AND NEW.signed_by_counterparty_at IS NOT NULL
      AND 'pseudonymised' = ANY (NEW.categories) AND 'evaluation' = ANY (NEW.purposes)
      AND EXISTS (SELECT FROM organisation WHERE organisation.id = NEW.counterparty_id AND type = 'evaluator')
    THEN NEW.valid_until ELSE '-infinity' END;
  IF TG_OP = 'INSERT' THEN
    INSERT INTO recipient_declaration
      (agreement_id, project_id, organisation_id, recipient_id, recipient_key, valid_from, valid_until)
    VALUES
      (NEW.id, NEW.project_id, NEW.organisation_id, NEW.counterparty_id, NEW.recipient_key, NEW.valid_from, ends);
  ELSE
    UPDATE recipient_declaration SET recipient_key = NEW.recipient_key, valid_from = NEW.valid_from, valid_until = ends
    WHERE agreement_id = NEW.id;
  END IF;
  IF NEW.status = 'ended' THEN
    UPDATE pseudonymised_record
    SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE agreement_id = NEW.id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_recipient_declaration() FROM PUBLIC
--;;
CREATE TRIGGER keep_recipient_declaration AFTER INSERT OR UPDATE ON agreement FOR EACH ROW WHEN (NEW.recipient_key IS NOT NULL) EXECUTE FUNCTION keep_recipient_declaration()
--;;
ALTER FUNCTION keep_recipient_declaration() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_pseudonymised_extract_path() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_pseudonymised_extract_path() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'waiting' THEN
      RAISE EXCEPTION 'an extract is asked for' USING ERRCODE = 'PW002';
    END IF;
  ELSIF OLD.status <> 'waiting' THEN
    RAISE EXCEPTION 'an extract is made once' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_pseudonymised_extract_path() FROM PUBLIC
--;;
CREATE TRIGGER keep_pseudonymised_extract_path BEFORE INSERT OR UPDATE ON pseudonymised_extract FOR EACH ROW EXECUTE FUNCTION keep_pseudonymised_extract_path()
--;;
DROP FUNCTION IF EXISTS look_through_pseudonymised_extract() CASCADE
--;;
CREATE OR REPLACE FUNCTION look_through_pseudonymised_extract() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
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
$body$
--;;
REVOKE ALL ON FUNCTION look_through_pseudonymised_extract() FROM PUBLIC
--;;
CREATE TRIGGER look_through_pseudonymised_extract AFTER UPDATE OF status ON pseudonymised_extract FOR EACH ROW WHEN (NEW.status = 'built' AND OLD.status <> 'built') EXECUTE FUNCTION look_through_pseudonymised_extract()
--;;
ALTER FUNCTION look_through_pseudonymised_extract() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_pseudonymised_with_consent() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_pseudonymised_with_consent() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND subject.citizen_id = NEW.citizen_id
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
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND subject.citizen_id = NEW.citizen_id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_pseudonymised_with_consent() FROM PUBLIC
--;;
CREATE TRIGGER end_pseudonymised_with_consent AFTER UPDATE OF status ON consent FOR EACH ROW WHEN (OLD.status = 'active' AND NEW.status <> 'active' AND 'evaluation_questionnaire' = ANY (OLD.scopes)) EXECUTE FUNCTION end_pseudonymised_with_consent()
--;;
ALTER FUNCTION end_pseudonymised_with_consent() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_pseudonymised_with_protection() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_pseudonymised_with_protection() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM pseudonymised_subject AS subject
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND subject.citizen_id = NEW.id
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
  WHERE subject.record_id = record.id AND record.ended_at IS NULL AND subject.citizen_id = NEW.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_pseudonymised_with_protection() FROM PUBLIC
--;;
CREATE TRIGGER end_pseudonymised_with_protection AFTER UPDATE OF specially_protected ON citizen FOR EACH ROW WHEN (NEW.specially_protected) EXECUTE FUNCTION end_pseudonymised_with_protection()
--;;
ALTER FUNCTION end_pseudonymised_with_protection() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS keep_pseudonymised_record_of_extract() CASCADE
--;;
CREATE OR REPLACE FUNCTION keep_pseudonymised_record_of_extract() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF NOT EXISTS (SELECT FROM pseudonymised_extract WHERE id = NEW.extract_id AND status = 'waiting') THEN
    RAISE EXCEPTION 'the extract is made' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION keep_pseudonymised_record_of_extract() FROM PUBLIC
--;;
CREATE TRIGGER keep_pseudonymised_record_of_extract BEFORE INSERT ON pseudonymised_record FOR EACH ROW EXECUTE FUNCTION keep_pseudonymised_record_of_extract()
--;;
DROP FUNCTION IF EXISTS tell_whose_pseudonymised() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_whose_pseudonymised() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  IF TG_OP = 'INSERT' AND NEW.organisation_id IS DISTINCT FROM NULLIF(current_setting('boundary.organisation', true), '')::uuid THEN
    RETURN NEW;
  END IF;
  -- Who reads the row does not know whose it is; the citizen's log does. What cannot be told is not read.
  SELECT subject.citizen_id, subject.track, subject.organisation_id
  INTO NEW.citizen_id, NEW.track, NEW.controller_id
  FROM pseudonymised_subject AS subject WHERE subject.record_id = NEW.record_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s row' USING ERRCODE = 'PW002';
  END IF;
  RETURN NEW;
END
$body$
--;;
REVOKE ALL ON FUNCTION tell_whose_pseudonymised() FROM PUBLIC
--;;
CREATE TRIGGER tell_whose_pseudonymised BEFORE INSERT ON audit_subject FOR EACH ROW WHEN (NEW.category = 'pseudonymised') EXECUTE FUNCTION tell_whose_pseudonymised()
--;;
ALTER FUNCTION tell_whose_pseudonymised() OWNER TO wall_keeper
--;;
REVOKE CREATE ON SCHEMA public FROM wall_keeper
