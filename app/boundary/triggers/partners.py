"""Who leaves a project: what was passed on to it there ends at once."""

from app.boundary.triggers.base import Trigger
from app.boundary.triggers.pseudonymised import ended_rows

PARTNERS_HELD = "partners"
"""First part of the name that whoever passes on or accepts in a project holds together, and an ending holds alone."""

_ITS_PART = "project_id = NEW.project_id AND NEW.organisation_id IN (recipient_id, organisation_id)"

PARTNERSHIP_ENDED = Trigger(
    name="end_what_partnership_opened",
    table="project_partner",
    event="AFTER UPDATE OF ended_at",
    definer=True,
    body=f"""\
BEGIN
  IF NEW.ended_at IS NULL OR OLD.ended_at IS NOT NULL THEN
    RETURN NULL;
  END IF;
  -- Waits for whoever is sending or accepting in the project, and then sees what they opened.
  PERFORM pg_advisory_xact_lock(hashtextextended('{PARTNERS_HELD}/' || NEW.project_id, 0));
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
{ended_rows(_ITS_PART)}
  RETURN NULL;
END""",  # noqa: S608 - constants
)
