"""Interviews: the candidate's path, and a contact that is open to the evaluator exactly as long as it leads there.

The evaluator may look into neither candidates nor consents, so its contact is kept in step with both from here: opened
with the candidate's transition, ended and erased with the next, whoever or whatever makes it.
"""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

INTERVIEW_PATH = Trigger(
    name="keep_interview_path",
    table="interview_candidate",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  -- The keeper acts for whoever registers a withdrawal, special protection, or that the interview was held.
  IF {ASKER} IS NULL OR current_user = 'wall_keeper' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'proposed' OR NEW.consent_id IS NOT NULL OR NEW.contact_id IS NOT NULL THEN
      RAISE EXCEPTION 'a candidate begins as proposed' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF NEW.status = OLD.status AND (NEW.consent_id, NEW.contact_id) IS DISTINCT FROM (OLD.consent_id, OLD.contact_id)
    OR NEW.contact_id IS DISTINCT FROM OLD.contact_id AND NEW.status <> 'contact_passed_on'
    OR NEW.consent_id IS DISTINCT FROM OLD.consent_id AND NEW.status <> 'consented'
    OR NEW.completed_on IS DISTINCT FROM OLD.completed_on
  THEN
    RAISE EXCEPTION 'comes with its transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = OLD.status THEN
    RETURN NEW;
  END IF;
  IF NOT (
    (OLD.status = 'proposed' AND NEW.status IN ('asked', 'cancelled'))
    OR (OLD.status = 'asked' AND NEW.status IN ('consented', 'declined', 'cancelled'))
    OR (OLD.status = 'consented' AND NEW.status IN ('contact_passed_on', 'cancelled'))
    OR (OLD.status = 'contact_passed_on' AND NEW.status = 'cancelled')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status IN ('consented', 'contact_passed_on') THEN
    -- Held: a withdrawal comes before, and refuses, or after, and finds what was done.
    PERFORM FROM consent
    WHERE consent.id = NEW.consent_id AND consent.citizen_id = NEW.citizen_id AND consent.status = 'active'
      AND (consent.valid_until IS NULL OR consent.valid_until > now())
      AND NEW.evaluator_id = ANY (consent.recipients) AND 'evaluation_interview' = ANY (consent.scopes)
    FOR SHARE;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no active consent' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    IF NOT EXISTS (
      SELECT FROM project_partner AS partner
      WHERE partner.project_id = NEW.project_id AND partner.organisation_id = NEW.evaluator_id
        AND partner.ended_at IS NULL
    ) THEN
      RAISE EXCEPTION 'the evaluator has left the project' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  END IF;
  RETURN NEW;
END""",
)

_LOCK = "pg_advisory_xact_lock(hashtextextended('protection of/' || NEW.{citizen}, 0))"
"""As `hold_protection` takes it: of two at the same moment the second sees what the first wrote."""

INTERVIEW_CONTACT = Trigger(
    name="keep_interview_contact",
    table="interview_candidate",
    event="AFTER UPDATE OF status",
    definer=True,
    body=f"""\
BEGIN
  IF NEW.status = 'contact_passed_on' AND OLD.status <> 'contact_passed_on' THEN
    PERFORM {_LOCK.format(citizen="citizen_id")};
    IF NOT EXISTS (SELECT FROM citizen WHERE citizen.id = NEW.citizen_id AND NOT citizen.specially_protected) THEN
      RAISE EXCEPTION 'specially protected' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    UPDATE interview_contact
    SET opened_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1,
        holder_id = (SELECT consent.organisation_id FROM consent WHERE consent.id = NEW.consent_id),
        -- The day alone: the moment would be that of the signing, to whoever has other data with moments.
        valid_until = (
          SELECT date_trunc('day', consent.valid_until, 'Europe/Copenhagen') FROM consent
          WHERE consent.id = NEW.consent_id
        )
    WHERE id = NEW.contact_id AND project_id = NEW.project_id AND organisation_id = NEW.organisation_id
      AND recipient_id = NEW.evaluator_id AND opened_at IS NULL AND ended_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'no contact to pass on' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  ELSIF OLD.status = 'contact_passed_on' AND NEW.status <> 'contact_passed_on' THEN
    UPDATE interview_contact
    SET ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1, wrapped = NULL,
        call_name = NULL, phone = NULL, email = NULL, safe_channels = '{{}}', safe_hours = '[]'
    WHERE id = OLD.contact_id AND ended_at IS NULL;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)

INTERVIEW_HELD = Trigger(
    name="keep_interview_outcome",
    table="interview_contact",
    event="AFTER UPDATE OF outcome",
    definer=True,
    body=f"""\
BEGIN
  IF OLD.outcome IS NOT NULL THEN
    RAISE EXCEPTION 'told once' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  UPDATE interview_candidate
  SET status = CASE NEW.outcome WHEN 'held' THEN 'completed' ELSE 'cancelled' END, completed_on = NEW.held_on,
      updated_at = clock_timestamp(), version = version + 1
  WHERE contact_id = NEW.id AND status = 'contact_passed_on';
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody is to be interviewed' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)

INTERVIEW_PROTECTION = Trigger(
    name="keep_interview_protection",
    table="citizen",
    event="AFTER UPDATE OF specially_protected",
    definer=True,
    when="NEW.specially_protected",
    body=f"""\
BEGIN
  PERFORM {_LOCK.format(citizen="id")};
  UPDATE interview_candidate SET status = 'cancelled', updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.id AND status = 'contact_passed_on';
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)

CONTACT_CHANGED = Trigger(
    name="keep_interview_contact_safe",
    table="citizen_contact",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
BEGIN
  -- What was safe may not be so any more: the holder passes it on anew, or not at all.
  PERFORM {_LOCK.format(citizen="citizen_id")};
  UPDATE interview_candidate SET status = 'consented', updated_at = clock_timestamp(), version = version + 1
  WHERE citizen_id = NEW.citizen_id AND organisation_id = NEW.organisation_id AND status = 'contact_passed_on';
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)

CONTACT_READ = Trigger(
    name="tell_whose_interview_contact",
    table="audit_subject",
    event="BEFORE INSERT",
    definer=True,
    when="NEW.category = 'interview_contact'",
    body=f"""\
BEGIN
  -- Who reads the contact does not know whose it is; the citizen's log does. What cannot be told is not read.
  SELECT candidate.citizen_id, candidate.track, candidate.organisation_id
  INTO NEW.citizen_id, NEW.track, NEW.controller_id
  FROM interview_candidate AS candidate WHERE candidate.contact_id = NEW.record_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody''s contact' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",  # noqa: S608 - a constant
)

CONTRIBUTION_PATH = Trigger(
    name="keep_contribution_path",
    table="evaluation_contribution",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'planned' THEN
      RAISE EXCEPTION 'a contribution begins as planned' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('done', 'not_done') THEN
    RAISE EXCEPTION 'told for good' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status <> OLD.status AND NOT (
    (OLD.status = 'planned' AND NEW.status IN ('agreed', 'not_done'))
    OR (OLD.status = 'agreed' AND NEW.status IN ('done', 'not_done'))
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)
