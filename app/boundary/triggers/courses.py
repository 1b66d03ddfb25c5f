"""Courses as those see them whom they were passed on to: of what these are not shown, no version and no time tells."""

from app.boundary.triggers.base import Trigger

_HIDDEN = "ARRAY['assigned_to', 'referral_id', 'updated_at', 'version', 'shown_version', 'shown_updated_at']"
"""The controller's own business, and what moves with every change."""

SHOWN_CHANGED = f"(to_jsonb(NEW) - {_HIDDEN}) IS DISTINCT FROM (to_jsonb(OLD) - {_HIDDEN})"

COURSE_SHOWN = Trigger(
    name="count_what_is_shown_of_course",
    table="course",
    event="BEFORE UPDATE",
    body=f"""\
BEGIN
  -- Whatever was given for them: they are nobody's to write.
  NEW.shown_version := OLD.shown_version;
  NEW.shown_updated_at := OLD.shown_updated_at;
  IF {SHOWN_CHANGED} THEN
    -- While all that happened was shown, they are the row's own.
    IF OLD.shown_version IS NOT NULL THEN
      NEW.shown_version := OLD.shown_version + 1;
      NEW.shown_updated_at := NEW.updated_at;
    END IF;
  ELSIF (NEW.version, NEW.updated_at) IS DISTINCT FROM (OLD.version, OLD.updated_at) THEN
    NEW.shown_version := coalesce(OLD.shown_version, OLD.version);
    NEW.shown_updated_at := coalesce(OLD.shown_updated_at, OLD.updated_at);
  END IF;
  RETURN NEW;
END""",
)
