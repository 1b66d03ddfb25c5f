"""The path of an import: one that has ended stays ended, and what was uploaded for it is gone."""

from app.boundary.triggers.base import TERMS_FROZEN, Trigger

_ENDED = "('completed', 'failed', 'cancelled')"

IMPORT_PATH = Trigger(
    name="keep_import_path",
    table="import_job",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.status IN {_ENDED} OR (OLD.status = 'running' AND NEW.status = 'received') THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status IN {_ENDED} THEN
    NEW.wrapped := '';
    NEW.worker := NULL;
    NEW.leased_until := NULL;
    NEW.finished_at := clock_timestamp();
  END IF;
  RETURN NEW;
END""",
)

UPLOAD_ERASED = Trigger(
    name="erase_import_upload",
    table="import_job",
    event="AFTER UPDATE OF status",
    definer=True,
    body="""\
BEGIN
  IF NEW.wrapped = '' THEN
    UPDATE import_chunk AS kept SET sealed = '' WHERE kept.import_id = NEW.id;
  END IF;
  RETURN NULL;
END""",
)
