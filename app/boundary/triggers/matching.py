"""Blind match requests: answered once, told if confirmed, ended with the consent; protection hides who asks."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger
from app.boundary.triggers.partners import PARTNERS_HELD

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


def _end(questions: str, requests: str) -> str:
    # The questions first, as an answer holds them: neither waits for the other in a circle.
    return f"""\
  UPDATE match_question SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND {questions};
  UPDATE match_request
  SET ended_at = clock_timestamp(), known_at = NULL, updated_at = clock_timestamp(), version = version + 1
  WHERE ended_at IS NULL AND {requests};"""  # noqa: S608 - constants of this file


MATCH_ENDED = Trigger(
    name="end_matches_of_consent",
    table="consent",
    event="AFTER UPDATE OF status",
    definer=True,
    body=f"""\
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
{_end("request_id IN (SELECT id FROM match_request WHERE consent_id = NEW.id)", "consent_id = NEW.id")}
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)

_ITS_PART = "project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id)"

MATCH_PARTNER_ENDED = Trigger(
    name="end_matches_of_partner",
    table="project_partner",
    event="AFTER UPDATE OF ended_at",
    definer=True,
    body=f"""\
BEGIN
  IF NEW.ended_at IS NULL OR OLD.ended_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- Waits for whoever is asking in the project, and then sees what they asked.
  PERFORM pg_advisory_xact_lock(hashtextextended('{PARTNERS_HELD}/' || NEW.project_id, 0));
{_end(_ITS_PART, _ITS_PART)}
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

MATCHING = (MATCH_PATH, MATCH_CONFIRMED, MATCH_ENDED, MATCH_PARTNER_ENDED, MATCH_PROTECTION)
