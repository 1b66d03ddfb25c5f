"""Questionnaires: their path, and the consent that an instrument needs, whoever writes.

They run as `wall_keeper` after the policies have let the row through: whoever writes need not see the consent. Who
answers by a link asks for no organisation, and is judged likewise; only the owner who sets up an installation is not.
"""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

_CONSENTED = """EXISTS (
    SELECT FROM consent
    WHERE consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.organisation_id = ANY (consent.recipients) AND 'evaluation_questionnaire' = ANY (consent.scopes)
  )"""

_NOBODY = f"({ASKER} IS NULL AND COALESCE(current_setting('boundary.link', true), '') = '')"

QUESTIONNAIRE_PATH = Trigger(
    name="keep_questionnaire_path",
    table="questionnaire_response",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
BEGIN
  IF {_NOBODY} AND TG_OP = 'INSERT' THEN
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
  given record;
  scored integer;
BEGIN
  IF {_NOBODY} THEN
    RETURN NULL;
  END IF;
  SELECT response.status, instrument.requires_evaluation_consent, instrument.score_seen_by, instrument.items,
    instrument.scale_min, instrument.scale_max, instrument.scoring, instrument.bands
  INTO asked
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
  -- The items and the scale are the instrument's, and each item has one answer; so have those that are required.
  SELECT count(*) AS items, sum(value) AS total, count(DISTINCT item) AS different,
    bool_and(coalesce(value BETWEEN asked.scale_min AND asked.scale_max, false)) AS on_scale,
    coalesce(array_agg(item), '{{}}') AS named
  INTO given
  FROM jsonb_to_recordset(NEW.answers) AS answer (item text, value integer);
  IF given.items <> given.different OR NOT coalesce(given.on_scale, true)
    OR NOT given.named <@ ARRAY (SELECT each ->> 'id' FROM jsonb_array_elements(asked.items) AS each)
    OR NOT given.named @> ARRAY (
      SELECT each ->> 'id' FROM jsonb_array_elements(asked.items) AS each WHERE (each -> 'required')::boolean
    )
  THEN
    RAISE EXCEPTION 'answers to what was asked' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  -- As `score_of` reckons it.
  scored := CASE
    WHEN given.items = 0 OR (asked.scoring -> 'complete')::boolean AND given.items < jsonb_array_length(asked.items)
      THEN NULL
    WHEN asked.scoring ->> 'rule' = 'sum_times_factor' THEN given.total * (asked.scoring -> 'factor')::integer
    ELSE floor((200 * given.total + asked.scale_max * given.items)::numeric / (2 * asked.scale_max * given.items))
  END;
  IF NEW.score IS DISTINCT FROM scored OR NEW.band IS DISTINCT FROM (
    SELECT band ->> 'code' FROM jsonb_array_elements(asked.bands) WITH ORDINALITY AS each (band, place)
    WHERE scored <= (band -> 'at_most')::integer ORDER BY place LIMIT 1
  ) THEN
    RAISE EXCEPTION 'scored as the instrument says' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)
