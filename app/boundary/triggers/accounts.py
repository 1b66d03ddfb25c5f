"""Rules of time and cost that no single row can tell: they look at others' rows, and hold for two who write at once.

Each takes an advisory lock before it looks, so that of two at the same moment the second sees what the first wrote.
They run as `wall_keeper`, since the sum that a rule is about is also made of rows the writer may not see: a worker's
day has entries in other projects, a grant's equipment was partly bought by another partner. They run after the policies
have let the row through, so that no refusal of theirs tells of a row that is not the writer's; where a key would speak
before that, one comes first and refuses as the policies do.
"""

from app.boundary.triggers.base import ASKER, RULE_BROKEN, TERMS_FROZEN, Trigger

DAY_FULL, EQUIPMENT_LIMIT, RATE_OVERLAP, RATE_IN_USE = "day_full", "equipment_limit", "rate_overlap", "rate_in_use"
"""The rules, as the database's message names them."""

MINUTES_OF_A_DAY = 1440
EQUIPMENT_LIMIT_OERE = 5_000_000
"""BEK 267/2022 § 12 nr. 8 and BEK 767/2022 § 12 nr. 6; a test holds it to `expense_categories.csv`."""

_FUNCTIONS = "string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ')"

TIME_ENTRY_PATH = Trigger(
    name="keep_time_entry_path",
    table="time_entry",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
DECLARE
  functions text[] := {_FUNCTIONS};
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a time entry begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  ELSE
    IF OLD.status <> 'draft' AND (
      (NEW.course_id, NEW.citizen_id, NEW.track, NEW.task, NEW.function, NEW.day, NEW.minutes, NEW.grant_funded,
       NEW.evaluation, NEW.note)
      IS DISTINCT FROM
      (OLD.course_id, OLD.citizen_id, OLD.track, OLD.task, OLD.function, OLD.day, OLD.minutes, OLD.grant_funded,
       OLD.evaluation, OLD.note)
    ) THEN
      RAISE EXCEPTION 'only a draft changes' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    IF OLD.status = 'locked' THEN
      RAISE EXCEPTION 'locked for good' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    IF NOT (
      (OLD.status = 'draft' AND NEW.status = 'draft' AND functions && ARRAY['caseworker', 'coordinator', 'integration'])
      OR (OLD.status = 'draft' AND NEW.status = 'cancelled'
        AND functions && ARRAY['caseworker', 'coordinator', 'integration'])
      OR (OLD.status = 'draft' AND NEW.status = 'approved' AND 'coordinator' = ANY (functions))
      OR (OLD.status = 'approved' AND NEW.status = 'locked' AND functions && ARRAY['coordinator', 'secretary'])
    ) THEN
      RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
  END IF;
  -- As if there were no such worker: who works on the other side, and how long, is not told either (the wall, rule 4).
  IF (TG_OP = 'INSERT' OR (NEW.course_id, NEW.track) IS DISTINCT FROM (OLD.course_id, OLD.track)) AND NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) THEN
    RAISE EXCEPTION 'no such worker on this side' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF TG_OP = 'INSERT' OR (NEW.day, NEW.minutes) IS DISTINCT FROM (OLD.day, OLD.minutes) THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('time/' || NEW.staff_id, 0));
    IF NEW.minutes + coalesce((
      SELECT sum(other.minutes) FROM time_entry AS other
      WHERE other.staff_id = NEW.staff_id AND other.day = NEW.day AND other.id <> NEW.id
        AND other.status <> 'cancelled'
    ), 0) > {MINUTES_OF_A_DAY} THEN
      RAISE EXCEPTION '{DAY_FULL}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

COST_PATH = Trigger(
    name="keep_cost_path",
    table="cost",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
DECLARE
  held record;
  of_municipalities boolean;
  years integer;
  since date;
  until date;
  booked bigint;
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.status <> 'draft' THEN
      RAISE EXCEPTION 'a cost begins as a draft' USING ERRCODE = '{TERMS_FROZEN}';
    END IF;
    RETURN NULL;
  END IF;
  IF OLD.status <> 'draft' AND (
    (NEW.category, NEW.amount_oere, NEW.day, NEW.note) IS DISTINCT FROM
    (OLD.category, OLD.amount_oere, OLD.day, OLD.note)
  ) THEN
    RAISE EXCEPTION 'only a draft changes' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF OLD.status IN ('audited', 'cancelled') OR NOT (
    (OLD.status = 'draft' AND NEW.status IN ('draft', 'booked', 'cancelled'))
    OR (OLD.status = 'booked' AND NEW.status = 'audited')
  ) THEN
    RAISE EXCEPTION 'no such transition' USING ERRCODE = '{TERMS_FROZEN}';
  END IF;
  IF NEW.status = 'booked' AND NEW.category = 'equipment' THEN
    PERFORM pg_advisory_xact_lock(hashtextextended('equipment/' || NEW.project_id, 0));
    SELECT programme, starts_on INTO held FROM project WHERE project.id = NEW.project_id;
    of_municipalities := held.programme = 'municipal_maturation_2022_2025';
    IF of_municipalities THEN
      -- Project years run from the project's first day.
      years := extract(year FROM NEW.day) - extract(year FROM held.starts_on);
      IF held.starts_on + make_interval(years => years) > NEW.day THEN
        years := years - 1;
      END IF;
      since := held.starts_on + make_interval(years => years);
      until := held.starts_on + make_interval(years => years + 1);
    ELSE
      since := date_trunc('year', NEW.day::timestamp);
      until := since + interval '1 year';
    END IF;
    -- One NGO holds the grant of the one programme, for all partners; in the other each municipality holds its own.
    SELECT coalesce(sum(other.amount_oere), 0) + NEW.amount_oere INTO booked FROM cost AS other
    WHERE other.project_id = NEW.project_id AND other.category = 'equipment' AND other.status IN ('booked', 'audited')
      AND other.day >= since AND other.day < until AND other.id <> NEW.id
      AND (NOT of_municipalities OR other.organisation_id = NEW.organisation_id);
    IF booked > {EQUIPMENT_LIMIT_OERE} OR (booked = {EQUIPMENT_LIMIT_OERE} AND NOT of_municipalities) THEN
      RAISE EXCEPTION '{EQUIPMENT_LIMIT}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
    END IF;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)

COST_COURSE = Trigger(
    name="keep_cost_of_its_side",
    table="cost_course",
    event="BEFORE INSERT",
    definer=True,
    body="""\
BEGIN
  -- Before the unique key could tell that the other side's cost was for a course (the wall, rule 4).
  IF NOT EXISTS (
    SELECT FROM cost
    WHERE cost.id = NEW.cost_id AND cost.organisation_id = NEW.organisation_id
      AND (cost.track IS NULL OR cost.track = NEW.track)
  ) THEN
    RAISE EXCEPTION 'no such cost on this side' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END""",
)

HOURLY_RATE = Trigger(
    name="keep_hourly_rate",
    table="hourly_rate",
    event="AFTER INSERT OR UPDATE",
    definer=True,
    body=f"""\
BEGIN
  IF {ASKER} IS NULL THEN
    RETURN NULL;
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('rate/' || NEW.organisation_id, 0));
  IF EXISTS (
    SELECT FROM hourly_rate AS other
    WHERE other.organisation_id = NEW.organisation_id AND other.function = NEW.function AND other.id <> NEW.id
      AND other.valid_from <= coalesce(NEW.valid_until, 'infinity')
      AND coalesce(other.valid_until, 'infinity') >= NEW.valid_from
  ) THEN
    RAISE EXCEPTION '{RATE_OVERLAP}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  -- What is locked never changes, and so neither what it cost.
  IF TG_OP = 'UPDATE' AND EXISTS (
    SELECT FROM time_entry AS entry
    WHERE entry.organisation_id = OLD.organisation_id AND entry.function = OLD.function AND entry.status = 'locked'
      AND entry.day BETWEEN OLD.valid_from AND coalesce(OLD.valid_until, 'infinity')
      AND (
        NEW.oere_per_hour <> OLD.oere_per_hour
        OR entry.day NOT BETWEEN NEW.valid_from AND coalesce(NEW.valid_until, 'infinity')
      )
  ) THEN
    RAISE EXCEPTION '{RATE_IN_USE}' USING ERRCODE = '{RULE_BROKEN}', DETAIL = NEW.id;
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants
)
