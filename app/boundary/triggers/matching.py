"""Blind match requests: answered once, told if confirmed, ended with the consent; protection hides who asks."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

MATCH_PATH = Trigger(
    name="keep_match_path",
    table="match_question",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  asker uuid := {ASKER};
BEGIN
  IF asker IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'to_answer' OR NEW.decided_at IS NOT NULL OR NEW.ended_at IS NOT NULL THEN
      RAISE EXCEPTION 'a question begins unanswered' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status <> 'to_answer' AND (NEW.status, NEW.decided_at) IS DISTINCT FROM (OLD.status, OLD.decided_at) THEN
    RAISE EXCEPTION 'answered once' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

MATCH_CONFIRMED = Trigger(
    name="tell_of_match",
    table="match_question",
    event="AFTER UPDATE OF status",
    definer=True,
    # Told on nothing else: a refusal leaves the asker's row as it was, to the last byte.
    body="""\
BEGIN
  IF NEW.status = 'confirmed' AND OLD.status <> 'confirmed' THEN
    UPDATE match_request SET known_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
    WHERE id = NEW.request_id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END""",
)

MATCH_ENDED = Trigger(
    name="end_matches_of_consent",
    table="consent",
    event="AFTER UPDATE OF status",
    definer=True,
    body="""\
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  -- The questions first, as an answer holds them: neither waits for the other in a circle.
  UPDATE match_question SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND request_id IN (SELECT id FROM match_request WHERE consent_id = NEW.id);
  UPDATE match_request
  SET ended_at = clock_timestamp(), known_at = NULL, updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND consent_id = NEW.id;
  RETURN NULL;
END""",
)

MATCH_PROTECTION = Trigger(
    name="keep_asker_withheld",
    table="citizen",
    event="AFTER UPDATE OF specially_protected",
    definer=True,
    body="""\
BEGIN
  UPDATE match_question SET asker_withheld = NEW.specially_protected AND EXISTS (
    SELECT FROM organisation
    WHERE organisation.id = match_question.organisation_id AND organisation.type <> 'police_district'
  )
  WHERE request_id IN (SELECT id FROM match_request WHERE citizen_id = NEW.id);
  RETURN NULL;
END""",
)

MATCHING = (MATCH_PATH, MATCH_CONFIRMED, MATCH_ENDED, MATCH_PROTECTION)
