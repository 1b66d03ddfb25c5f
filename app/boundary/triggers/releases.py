"""Releases: each state by whom it may be brought about, and bytes that never change once they are out.

What looks at others' rows runs as `wall_keeper`; what judges the writer runs as the writer, since it asks who that is.
"""

from app.boundary.triggers.base import APPEND_ONLY, ASKER, RULE_BROKEN, TERMS_FROZEN, Trigger

APPROVAL_MISSING, CONSENT_WITHDRAWN, AGREEMENT_ENDED, SOURCES_UNKNOWN, ROWS_HANDED_OUT, NOT_ASKED = (
    "approval_missing",
    "consent_withdrawn",
    "agreement_ended",
    "sources_unknown",
    "rows_handed_out",
    "not_asked",
)
"""The rules, as the database's message names them."""

PUBLISHING = "hashtextextended('evaluation consent', 0)"
"""Held alone while a release is published, and together by all who end a consent: one comes before the other."""

BUILDER = "app_builder"
_FUNCTIONS = "string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ')"
_STAFF = "NULLIF(current_setting('boundary.staff', true), '')::uuid"

RELEASE_PATH = Trigger(
    name="keep_release_path",
    table="release",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  functions text[] := {_FUNCTIONS};
  operates boolean := current_user NOT IN ('wall_keeper', '{BUILDER}') AND 'operator' = ANY (functions);
BEGIN
  IF {ASKER} IS NULL AND current_user NOT IN ('wall_keeper', '{BUILDER}') THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a release begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('published', 'recalled') AND (
    to_jsonb(NEW) - '{{status,recalled_at,recall_reason,updated_at,version}}'::text[]
    IS DISTINCT FROM to_jsonb(OLD) - '{{status,recalled_at,recall_reason,updated_at,version}}'::text[]
  ) THEN
    RAISE EXCEPTION 'what is published never changes' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = OLD.status AND OLD.status <> 'draft' THEN
    RAISE EXCEPTION 'changes with its state only' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NOT (
    (OLD.status = 'draft' AND NEW.status = 'draft' AND (operates OR current_user = '{BUILDER}'))
    OR (OLD.status = 'draft' AND NEW.status = 'built' AND current_user = '{BUILDER}')
    OR (OLD.status = 'built' AND NEW.status = 'checked' AND current_user NOT IN ('wall_keeper', '{BUILDER}')
        AND 'disclosure_officer' = ANY (functions) AND NEW.checked_by = {_STAFF})
    OR (OLD.status = 'checked' AND NEW.status = 'approved' AND current_user = 'wall_keeper')
    OR (OLD.status IN ('built', 'checked', 'approved') AND NEW.status = 'draft' AND operates)
    OR (OLD.status IN ('draft', 'built', 'checked', 'approved') AND NEW.status = 'cancelled' AND operates)
    OR (OLD.status = 'approved' AND NEW.status = 'published' AND operates)
    OR (OLD.status = 'published' AND NEW.status = 'recalled' AND operates)
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status NOT IN ('draft', 'cancelled') AND OLD.status <> 'draft'
    AND (NEW.build_id, NEW.excluded_ids) IS DISTINCT FROM (OLD.build_id, OLD.excluded_ids)
  THEN
    RAISE EXCEPTION 'a rebuild begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  -- Nothing of the build before remains on it.
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR NEW.status = 'cancelled' THEN
    NEW.build_id := NULL;
    NEW.findings := NULL;
    NEW.parameters := NULL;
    NEW.report := NULL;
    NEW.project_ids := '{{}}';
    NEW.controller_ids := '{{}}';
    NEW.sources := NULL;
    NEW.taken_at := NULL;
    NEW.built_at := NULL;
    NEW.built_by := NULL;
    NEW.checked_at := NULL;
    NEW.checked_by := NULL;
    NEW.approved_at := NULL;
  END IF;
  RETURN NEW;
END""",
)

RELEASE_CHECKED = Trigger(
    name="ask_controllers",
    table="release",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status = 'checked' AND OLD.status <> 'checked'",
    body="""\
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
END""",
)

RELEASE_GIVEN_UP = Trigger(
    name="lapse_approvals",
    table="release",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status <> OLD.status AND NEW.status IN ('draft', 'checked', 'cancelled')",
    body="""\
BEGIN
  -- One that is being decided at this moment will be found to be of a build that was given up.
  UPDATE release_approval SET status = 'lapsed', updated_at = clock_timestamp(), version = version + 1
  WHERE id IN (
    SELECT id FROM release_approval
    WHERE release_id = NEW.id AND status = 'pending' AND build_id IS DISTINCT FROM NEW.build_id
    FOR UPDATE SKIP LOCKED
  );
  RETURN NULL;
END""",
)

RELEASE_PUBLISHED = Trigger(
    name="keep_release_published",
    table="release",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status = 'published' AND OLD.status <> 'published'",
    body=f"""\
DECLARE
  source record;
  told uuid[] := '{{}}';
  agreed boolean := true;
BEGIN
  IF EXISTS (SELECT FROM release_approval WHERE build_id = NEW.build_id AND status <> 'approved')
    OR (SELECT count(*) FROM release_approval WHERE build_id = NEW.build_id) <> cardinality(NEW.controller_ids)
  THEN
    RAISE EXCEPTION '{APPROVAL_MISSING}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
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
    RAISE EXCEPTION '{SOURCES_UNKNOWN}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  PERFORM pg_advisory_xact_lock({PUBLISHING});
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
    RAISE EXCEPTION '{AGREEMENT_ENDED}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
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
    RAISE EXCEPTION '{CONSENT_WITHDRAWN}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  -- An evaluator has rows by now of people of whom the build thought that it had none.
  IF EXISTS (
    SELECT FROM release_ledger AS ledger, evaluation_rows() AS handed_out
    WHERE ledger.build_id = NEW.build_id AND ledger.statistic = 'contributors'
      AND handed_out.citizen = ANY (ledger.person_ids)
      AND NOT EXISTS (
        SELECT FROM release_ledger AS known
        WHERE known.build_id = NEW.build_id AND known.statistic = 'handed_out'
          AND known.cell ->> 'recipient' = handed_out.recipient::text AND handed_out.citizen = ANY (known.person_ids)
      )
  ) THEN
    RAISE EXCEPTION '{ROWS_HANDED_OUT}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

APPROVAL_PATH = Trigger(
    name="keep_approval_path",
    table="release_approval",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF TG_OP = 'INSERT' OR {ASKER} IS NULL OR (current_user = 'wall_keeper' AND NEW.status = 'lapsed') THEN
    RETURN NEW;
  END IF;
  IF OLD.status <> 'pending' OR NEW.status NOT IN ('approved', 'refused')
    OR NEW.decided_by IS DISTINCT FROM {_STAFF}
  THEN
    RAISE EXCEPTION 'decided once, by who asks' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

APPROVAL_GIVEN = Trigger(
    name="approve_release",
    table="release_approval",
    event="AFTER UPDATE OF status",
    definer=True,
    when="NEW.status IN ('approved', 'refused')",
    body=f"""\
DECLARE
  found record;
BEGIN
  -- Of two who approve at the same moment the second sees what the first wrote.
  SELECT status, build_id INTO found FROM release WHERE id = NEW.release_id FOR UPDATE;
  IF found.status <> 'checked' OR found.build_id <> NEW.build_id THEN
    RAISE EXCEPTION '{NOT_ASKED}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  IF NOT EXISTS (SELECT FROM release_approval WHERE build_id = NEW.build_id AND status <> 'approved') THEN
    UPDATE release SET status = 'approved', approved_at = clock_timestamp(), updated_at = clock_timestamp(),
      version = version + 1
    WHERE id = NEW.release_id;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

JOB_PATH = Trigger(
    name="keep_release_job_path",
    table="release_job",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'queued' OR NEW.asked_by IS DISTINCT FROM {_STAFF} THEN
      RAISE EXCEPTION 'a build is asked for, by oneself' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('done', 'failed') OR (OLD.status = 'running' AND NEW.status = 'queued')
    OR (OLD.status = 'queued' AND NEW.status = 'done')
  THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)


def _of_running_build(table: str) -> Trigger:
    """What a build made is written while it runs, and never added to afterwards."""
    return Trigger(
        name=f"keep_{table}_of_build",
        table=table,
        event="BEFORE INSERT",
        body=f"""\
BEGIN
  IF NOT EXISTS (
    SELECT FROM release_job WHERE id = NEW.build_id AND release_id = NEW.release_id AND status = 'running'
  ) THEN
    RAISE EXCEPTION 'the build is over' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
    )


OF_RUNNING_BUILD = tuple(
    _of_running_build(table) for table in ("release_file", "release_file_content", "release_report", "release_ledger")
)

CONTENT_FROZEN = Trigger(
    name="keep_release_file_content",
    table="release_file_content",
    event="BEFORE UPDATE OR DELETE",
    body=f"""\
BEGIN
  IF TG_OP = 'UPDATE' THEN
    -- A build that was given up may be emptied; what a release consists of never changes.
    IF NEW.content = '' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content'
      AND NOT EXISTS (SELECT FROM release WHERE build_id = OLD.build_id)
      AND NOT EXISTS (SELECT FROM release_job WHERE id = OLD.build_id AND status IN ('queued', 'running'))
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'what is published never changes' USING ERRCODE = '{APPEND_ONLY}';
END""",  # noqa: S608 - a constant
)

LEDGER_ERASED = Trigger(
    name="keep_release_ledger",
    table="release_ledger",
    event="BEFORE UPDATE OR DELETE",
    body=f"""\
BEGIN
  IF TG_OP = 'UPDATE' THEN
    IF NEW.person_ids <@ OLD.person_ids
      AND NEW.removed - OLD.removed = cardinality(OLD.person_ids) - cardinality(NEW.person_ids)
    THEN
      RETURN NEW;
    END IF;
  END IF;
  RAISE EXCEPTION 'the ledger only forgets' USING ERRCODE = '{APPEND_ONLY}';
END""",
)
