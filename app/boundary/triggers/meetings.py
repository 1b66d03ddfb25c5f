"""Meetings go their way and no other; what is approved, held or superseded stays as it is."""

from app.boundary.triggers.base import ASKER, TERMS_FROZEN, Trigger

MEETING_PATH = Trigger(
    name="keep_meeting_path",
    table="meeting",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'planned' OR NEW.invited_at IS NOT NULL OR NEW.minutes IS NOT NULL THEN
      RAISE EXCEPTION 'a meeting begins as planned' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status IN ('minutes_approved', 'cancelled') THEN
    RAISE EXCEPTION 'over for good' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status <> OLD.status AND (OLD.status, NEW.status) NOT IN (
    ('planned', 'invited'), ('planned', 'cancelled'), ('invited', 'held'), ('invited', 'cancelled'),
    ('held', 'minutes_approved')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = 'held' AND NEW.starts_at > now() THEN
    RAISE EXCEPTION 'not held yet' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.status = 'held' AND (
    (NEW.starts_at, NEW.ends_at, NEW.place, NEW.virtual_link, NEW.agenda, NEW.required_ids, NEW.optional_ids,
     NEW.invited_at, NEW.attendance)
    IS DISTINCT FROM
    (OLD.starts_at, OLD.ends_at, OLD.place, OLD.virtual_link, OLD.agenda, OLD.required_ids, OLD.optional_ids,
     OLD.invited_at, OLD.attendance)
  ) THEN
    RAISE EXCEPTION 'what was held is not changed' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.sequence < OLD.sequence OR (OLD.invited_at IS NOT NULL AND NEW.invited_at IS DISTINCT FROM OLD.invited_at) THEN
    RAISE EXCEPTION 'an invitation goes no way back' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)

DECISION_TERMS = Trigger(
    name="freeze_decision_terms",
    table="meeting_decision",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
DECLARE
  state text := (SELECT meeting.status FROM meeting WHERE meeting.id = NEW.meeting_id);
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF state IS DISTINCT FROM 'held' OR NEW.status <> 'open' THEN
      RAISE EXCEPTION 'decisions are taken at a meeting that was held' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NEW;
  END IF;
  IF OLD.status = 'done' THEN
    RAISE EXCEPTION 'done for good' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF state IS DISTINCT FROM 'held'
     AND (NEW.decision, NEW.owner_id, NEW.due_on) IS DISTINCT FROM (OLD.decision, OLD.owner_id, OLD.due_on) THEN
    RAISE EXCEPTION 'approved minutes are not changed' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",  # noqa: S608 - constants
)

TRAINING_DAY_PATH = Trigger(
    name="keep_training_day_path",
    table="training_day",
    event="BEFORE INSERT OR UPDATE",
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' AND NEW.status <> 'planned' THEN
    RAISE EXCEPTION 'a training day begins as planned' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF TG_OP = 'UPDATE' AND OLD.status <> 'planned' THEN
    RAISE EXCEPTION 'held or cancelled for good' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = 'held' AND NEW.day > (now() AT TIME ZONE 'Europe/Copenhagen')::date THEN
    RAISE EXCEPTION 'not held yet' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
)


def _superseded_once(table: str) -> Trigger:
    return Trigger(
        name=f"keep_{table}_path",
        table=table,
        event="BEFORE UPDATE",
        body=f"""\
BEGIN
  IF OLD.superseded_at IS NOT NULL THEN
    RAISE EXCEPTION 'an older version stays as it was' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  RETURN NEW;
END""",
    )


VERSION_PATHS = tuple(_superseded_once(table) for table in ("meeting_plan", "maturation_criteria"))
