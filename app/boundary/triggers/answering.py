"""Questionnaires: their path, and the consent that an instrument needs, whoever writes.

They run as `wall_keeper` after the policies have let the row through: whoever writes need not see the consent. What is
written by nobody's organisation has no asker; it rests on what let the writer in.
"""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

_CONSENTED = """EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.organisation_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
  )"""

QUESTIONNAIRE_PATH = Trigger(
    name="keep_questionnaire_path",
    table="questionnaire_response",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
BEGIN
  IF {ASKER} IS NULL AND TG_OP = 'INSERT' THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'assigned' THEN
      RAISE EXCEPTION 'a questionnaire begins as assigned' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  ELSIF NOT (
    (OLD.status IN ('assigned', 'handed_out') AND NEW.status IN (OLD.status, 'declined', 'not_answered'))
    OR (OLD.status = 'assigned' AND NEW.status = 'handed_out')
    OR (OLD.status = 'handed_out' AND NEW.status = 'answered')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  ELSIF NEW.status = OLD.status THEN
    RETURN NULL;
  END IF;
  IF NEW.status IN ('assigned', 'handed_out', 'answered')
    AND EXISTS (SELECT FROM instrument WHERE instrument.id = NEW.instrument_id AND requires_evaluation_consent)
    AND NOT {_CONSENTED}
  THEN
    RAISE EXCEPTION 'no consent to the evaluation' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NULL;
END""",
)

ANSWERS_OF_OPEN_QUESTIONNAIRE = Trigger(
    name="keep_questionnaire_answers",
    table="questionnaire_answers",
    event="AFTER INSERT",
    definer=True,
    body=f"""\
DECLARE
  asked record;
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT response.status, instrument.requires_evaluation_consent, instrument.score_seen_by INTO asked
  FROM questionnaire_response AS response JOIN instrument ON instrument.id = response.instrument_id
  WHERE response.id = NEW.response_id;
  IF NOT FOUND OR asked.status <> 'handed_out' THEN
    RAISE EXCEPTION 'an answer is final' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF asked.requires_evaluation_consent AND NOT {_CONSENTED} THEN
    RAISE EXCEPTION 'no consent to the evaluation' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NOT NEW.shown_to <@ ARRAY (
    SELECT jsonb_array_elements_text(seen -> 'functions')
    FROM jsonb_array_elements(asked.score_seen_by) AS seen
    JOIN organisation ON organisation.type = seen ->> 'organisation_type'
    WHERE organisation.id = NEW.organisation_id
  ) THEN
    RAISE EXCEPTION 'shown to whom the instrument shows it' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)
