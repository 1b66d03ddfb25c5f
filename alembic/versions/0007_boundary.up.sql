GRANT CREATE ON SCHEMA public TO wall_keeper
--;;
DROP FUNCTION IF EXISTS end_what_partnership_opened() CASCADE
--;;
CREATE OR REPLACE FUNCTION end_what_partnership_opened() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
  -- Nor does it read pseudonymised rows, or anybody those of its own citizens there; an extract that is being made
  -- meanwhile finds that it has left.
  PERFORM pg_advisory_xact_lock_shared(hashtextextended('evaluation consent', 0));
  WITH held AS (
    SELECT id FROM pseudonymised_record WHERE ended_at IS NULL AND project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id) ORDER BY id FOR UPDATE
  )
  UPDATE pseudonymised_record AS record
  SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
  FROM held WHERE record.id = held.id;
  RETURN NULL;
END
$body$
--;;
REVOKE ALL ON FUNCTION end_what_partnership_opened() FROM PUBLIC
--;;
CREATE TRIGGER end_what_partnership_opened AFTER UPDATE OF ended_at ON project_partner FOR EACH ROW EXECUTE FUNCTION end_what_partnership_opened()
--;;
ALTER FUNCTION end_what_partnership_opened() OWNER TO wall_keeper
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
  -- Built before it was kept from whom data enter, or in place of a recalled release, of whose sources each is asked
  -- again, or nothing is shown of its project.
  IF (NEW.sources IS NULL AND cardinality(NEW.controller_ids) > 0) OR EXISTS (
    SELECT FROM release AS recalled,
      jsonb_to_recordset(recalled.sources) AS entered(organisation_id uuid, project_id uuid)
    WHERE recalled.id = NEW.supersedes_id
      AND NOT coalesce(NEW.parameters -> 'withheld_projects' ? entered.project_id::text, false)
      AND NOT EXISTS (
        SELECT FROM jsonb_to_recordset(NEW.sources) AS kept(organisation_id uuid, project_id uuid)
        WHERE kept.organisation_id = entered.organisation_id AND kept.project_id = entered.project_id
      )
  ) THEN
    RAISE EXCEPTION 'sources_unknown' USING ERRCODE = 'PW004', DETAIL = NEW.id;
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
DROP FUNCTION IF EXISTS look_through_pseudonymised_extract() CASCADE
--;;
CREATE OR REPLACE FUNCTION look_through_pseudonymised_extract() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('evaluation consent', 0));
  IF NOT EXISTS (
    SELECT FROM recipient_declaration AS declaration
    JOIN project_partner AS partner
      ON partner.project_id = declaration.project_id AND partner.organisation_id = declaration.recipient_id
    JOIN project_partner AS controller
      ON controller.project_id = declaration.project_id AND controller.organisation_id = declaration.organisation_id
    JOIN agreement_coverage AS coverage
      ON coverage.project_id = declaration.project_id AND coverage.organisation_id = declaration.organisation_id
    WHERE declaration.agreement_id = NEW.agreement_id AND declaration.valid_from <= clock_timestamp()
      AND (declaration.valid_until IS NULL OR declaration.valid_until > clock_timestamp())
      AND partner.ended_at IS NULL AND controller.ended_at IS NULL
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
$body$
--;;
REVOKE ALL ON FUNCTION look_through_pseudonymised_extract() FROM PUBLIC
--;;
CREATE TRIGGER look_through_pseudonymised_extract AFTER UPDATE OF status ON pseudonymised_extract FOR EACH ROW WHEN (NEW.status = 'built' AND OLD.status <> 'built') EXECUTE FUNCTION look_through_pseudonymised_extract()
--;;
ALTER FUNCTION look_through_pseudonymised_extract() OWNER TO wall_keeper
--;;
DROP FUNCTION IF EXISTS tell_whose_pseudonymised() CASCADE
--;;
CREATE OR REPLACE FUNCTION tell_whose_pseudonymised() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $body$
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
  -- Nor the time: whoever reads row by row would know the row by it. When it was stands in the reader's own log.
  NEW.at := date_trunc('day', NEW.at, 'Europe/Copenhagen');
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
