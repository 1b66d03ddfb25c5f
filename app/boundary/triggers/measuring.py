"""Instruments: one that is in use never changes."""

from app.boundary.triggers.base import TERMS_FROZEN, Trigger

INSTRUMENT_TERMS = Trigger(
    name="freeze_instrument_terms",
    table="instrument",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.code, NEW.instrument_version, NEW.title_da, NEW.title_en, NEW.items, NEW.scale_min, NEW.scale_max, NEW.scoring,
     NEW.bands, NEW.waves, NEW.relevant_change, NEW.score_seen_by, NEW.requires_evaluation_consent, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.code, OLD.instrument_version, OLD.title_da, OLD.title_en, OLD.items, OLD.scale_min, OLD.scale_max, OLD.scoring,
     OLD.bands, OLD.waves, OLD.relevant_change, OLD.score_seen_by, OLD.requires_evaluation_consent, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'an instrument in use never changes' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR (OLD.status = 'retired' AND NEW.status <> 'retired') THEN
    RAISE EXCEPTION 'an instrument goes no way back' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)
