"""Measuring: an instrument in use never changes, nor does a closed questionnaire; a link ends with what it rests on."""

from app.boundary.triggers.base import TERMS_FROZEN, Trigger

INSTRUMENT_TERMS = Trigger(
    name="freeze_instrument_terms",
    table="instrument",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.status <> 'draft' AND (
    (NEW.code, NEW.instrument_version, NEW.title_da, NEW.title_en, NEW.introduction_da, NEW.introduction_en,
     NEW.items, NEW.scale_min, NEW.scale_max, NEW.scale_labels, NEW.scoring, NEW.bands, NEW.waves,
     NEW.relevant_change, NEW.score_seen_by, NEW.requires_evaluation_consent, NEW.supersedes_id)
    IS DISTINCT FROM
    (OLD.code, OLD.instrument_version, OLD.title_da, OLD.title_en, OLD.introduction_da, OLD.introduction_en,
     OLD.items, OLD.scale_min, OLD.scale_max, OLD.scale_labels, OLD.scoring, OLD.bands, OLD.waves,
     OLD.relevant_change, OLD.score_seen_by, OLD.requires_evaluation_consent, OLD.supersedes_id)
  ) THEN
    RAISE EXCEPTION 'an instrument in use never changes' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF (OLD.status <> 'draft' AND NEW.status = 'draft') OR (OLD.status = 'retired' AND NEW.status <> 'retired') THEN
    RAISE EXCEPTION 'an instrument goes no way back' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

LINK_TERMS = Trigger(
    name="freeze_questionnaire_link",
    table="questionnaire_link",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  IF OLD.used_at IS NOT NULL OR OLD.ended_at IS NOT NULL THEN
    RAISE EXCEPTION 'a link that is used or ended stays so' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

# In the withdrawal's own transaction; whoever answers at the same moment holds the link's row, and one waits for the
# other.
LINK_ENDED_BY_CONSENT = Trigger(
    name="end_links_of_consent",
    table="consent",
    event="AFTER UPDATE OF status",
    definer=True,
    body="""\
BEGIN
  IF OLD.status <> 'active' OR NEW.status = 'active' THEN
    RETURN NULL;
  END IF;
  UPDATE questionnaire_link AS link
  SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = link.version + 1
  WHERE link.citizen_id = NEW.citizen_id AND link.requires_consent AND link.used_at IS NULL AND link.ended_at IS NULL
    AND NOT EXISTS (
      SELECT FROM consent AS other
      WHERE other.citizen_id = NEW.citizen_id AND other.status = 'active'
        AND (other.valid_until IS NULL OR other.valid_until >= link.expires_at)
        AND link.organisation_id = ANY (other.recipients) AND 'evaluation_questionnaire' = ANY (other.scopes)
    );
  RETURN NULL;
END""",
)

LINK_ENDED_BY_ORGANISATION = Trigger(
    name="end_links_of_organisation",
    table="organisation",
    event="AFTER UPDATE OF status",
    definer=True,
    body="""\
BEGIN
  IF NEW.status <> 'active' THEN
    UPDATE questionnaire_link AS link
    SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = link.version + 1
    WHERE link.organisation_id = NEW.id AND link.used_at IS NULL AND link.ended_at IS NULL;
  END IF;
  RETURN NULL;
END""",
)
