"""Whom a worker may be given, and that the log only grows."""

from app.boundary.triggers.base import APPEND_ONLY, WALL_REFUSED, Trigger


def _same_person(start: str) -> str:
    """An array: the records that a query finds, and all others that share a CPR number with one at the same police."""
    return f"""ARRAY(
    WITH RECURSIVE person (id) AS (
      {start}
      UNION
      SELECT number.citizen_id
      FROM person JOIN citizen_cpr AS known ON known.citizen_id = person.id
        JOIN organisation AS police ON police.id = known.organisation_id AND police.type = 'police_district'
        JOIN citizen_cpr AS number
          ON number.organisation_id = known.organisation_id AND number.blind_index = known.blind_index
    )
    SELECT id FROM person
  )"""  # noqa: S608 - constants of this file


_OTHER_SIDE = (
    "SELECT CASE WHEN pair_link.victim_id = ANY (same) THEN pair_link.perpetrator_id ELSE pair_link.victim_id END"
)

ASSIGNMENT_WALL = Trigger(
    name="keep_assignment_wall",
    table="assignment",
    event="AFTER INSERT OR UPDATE OF staff_id, citizen_id, track",
    definer=True,
    body=f"""\
DECLARE
  functions text[] := string_to_array(coalesce(current_setting('boundary.functions', true), ''), ' ');
  same uuid[];
BEGIN
  -- Two charges of one citizen, or of one worker, at the same moment: the second looks when the first is there to
  -- be seen.
  PERFORM pg_advisory_xact_lock(hashtextextended('charge/' || NEW.organisation_id || NEW.citizen_id, 0));
  PERFORM pg_advisory_xact_lock(hashtextextended('assignment/' || NEW.staff_id, 0));
  same := {_same_person("SELECT NEW.citizen_id")};
  -- A caseworker takes on only whom nobody has yet; the others assign as they see fit.
  IF TG_OP = 'INSERT' AND 'caseworker' = ANY (functions) AND NOT functions && ARRAY['coordinator', 'integration']
    AND EXISTS (
      SELECT FROM assignment AS present
      WHERE present.citizen_id = NEW.citizen_id AND present.organisation_id = NEW.organisation_id
        AND present.ended_at IS NULL AND present.id <> NEW.id
    )
  THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = '{WALL_REFUSED}';
  END IF;
  IF NOT EXISTS (
    SELECT FROM staff
    WHERE staff.id = NEW.staff_id AND staff.organisation_id = NEW.organisation_id AND staff.active
      AND (staff.track IS NULL OR staff.track = NEW.track)
  ) OR EXISTS (
    SELECT FROM pair_link JOIN assignment AS other ON other.citizen_id = ANY ({_same_person(_OTHER_SIDE)})
    -- Not in a municipality, which would learn from a refusal who belongs to whom (the wall, rules 1 and 2).
    WHERE (pair_link.organisation_id = NEW.organisation_id OR EXISTS (
        SELECT FROM organisation WHERE organisation.id = NEW.organisation_id AND organisation.type = 'ngo'
      ))
      AND (pair_link.victim_id = ANY (same) OR pair_link.perpetrator_id = ANY (same))
      -- Should a number that was mistaken have joined the two sides.
      AND NOT (other.citizen_id = ANY (same) AND other.track = NEW.track)
      AND other.staff_id = NEW.staff_id
  ) THEN
    RAISE EXCEPTION 'cannot be assigned' USING ERRCODE = '{WALL_REFUSED}';
  END IF;
  RETURN NULL;
END""",  # noqa: S608 - constants of this file
)


def append_only(table: str) -> Trigger:
    """Nobody changes or takes away what stands in the table."""
    return Trigger(
        name=f"keep_{table}",
        table=table,
        event="BEFORE UPDATE OR DELETE OR TRUNCATE",
        per="STATEMENT",
        body=f"BEGIN RAISE EXCEPTION 'append only' USING ERRCODE = '{APPEND_ONLY}'; END",
    )
