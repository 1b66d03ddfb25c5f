"""The outbox as triggers write it: each is one INSERT, in the transaction of the effect.

Told are the row's own organisation, and those who may read it at that moment. Of another's record one is told the day
alone: what a recipient's copy of a record shows of its times is no more exact, and a minute that records of both sides
share would join them (the wall, rule 3).
"""

from app.boundary.triggers.base import Trigger

INTO = (
    "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, citizen_id, "
    "track, kind)"
)
KIND = "CASE TG_OP WHEN 'INSERT' THEN 'created' ELSE 'updated' END"
OWNER = f"SELECT NEW.organisation_id, moment, {KIND}"
DAY = "date_trunc('day', told.due_at, 'Europe/Copenhagen')"
HAPPENED = f"CASE WHEN told.organisation_id = NEW.organisation_id THEN told.due_at ELSE {DAY} END"
OPEN = (
    "disclosure.opened_at IS NOT NULL AND disclosure.ended_at IS NULL "
    "AND (disclosure.valid_until IS NULL OR disclosure.valid_until > moment)"
)
OPENING = "pg_advisory_xact_lock{shared}(hashtextextended('opening/' || {citizen}, 0))"
"""Who adds what an opening would open, and who opens, wait for each other: or the one who is let in would not learn of
what was written meanwhile."""


def telling(table: str, body: str, *, name: str = "", event: str = "AFTER INSERT OR UPDATE", when: str = "") -> Trigger:
    """A trigger that tells of each row, unless it was written as it was."""
    return Trigger(
        name=name or f"tell_{table}",
        table=table,
        event=event,
        definer=True,
        when=when,
        # What is written as it was is no change.
        body="DECLARE\n  moment timestamptz := clock_timestamp();\nBEGIN\n"
        "  IF TG_OP = 'UPDATE' AND NEW IS NOT DISTINCT FROM OLD THEN\n    RETURN NULL;\n  END IF;\n"
        f"{body}\n  RETURN NULL;\nEND",
    )


def tell(collection: str, told: str, *, record: str = "NEW.id", citizen: str = "NEW.citizen_id") -> str:
    """One INSERT of what `told` finds: whom, when it is due, what became of it."""
    return f"""\
  {INTO}
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, {HAPPENED}, '{collection}', {record},
    {citizen}, NEW.track, told.kind
  FROM ({told}) AS told (organisation_id, due_at, kind);"""  # noqa: S608 - constants of this package


def tell_each(told: str, columns: str, *, record: str = "told.record_id", citizen: str = "NEW.citizen_id") -> str:
    """The same of records of several collections.

    Args:
        told: what finds them.
        columns: what it finds, in order: at least `organisation_id`, `due_at`, `collection`, `kind`.
    """
    return f"""\
  {INTO}
  SELECT gen_random_uuid(), told.organisation_id, NEW.project_id, told.due_at, {HAPPENED}, told.collection, {record},
    {citizen}, NEW.track, told.kind
  FROM (
    {told}
  ) AS told ({columns});"""  # noqa: S608 - constants of this package


def owners(table: str, collection: str) -> Trigger:
    """Of a table that nobody but its controller reads."""
    values = f"""\
  {INTO}
  VALUES (gen_random_uuid(), NEW.organisation_id, NEW.project_id, moment, moment, '{collection}', NEW.id,
    NEW.citizen_id, NEW.track, {KIND});"""
    return telling(table, values)


def recipients(categories: str, kind: str) -> str:
    """Those to whom the row's controller has passed on one of the categories."""
    return (
        f"SELECT DISTINCT disclosure.recipient_id, moment, {kind} FROM disclosure "  # noqa: S608 - constants
        "WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id "
        f"AND disclosure.category IN ({categories}) AND {OPEN}"
    )


def ends_of(categories: str) -> str:
    """The same, when what was passed on to them runs out."""
    return (
        "SELECT disclosure.recipient_id, max(disclosure.valid_until), 'removed' FROM disclosure "  # noqa: S608 - constants
        "WHERE disclosure.citizen_id = NEW.citizen_id AND disclosure.source_organisation_id = NEW.organisation_id "
        f"AND disclosure.category IN ({categories}) AND {OPEN} "
        "GROUP BY disclosure.recipient_id HAVING count(*) = count(disclosure.valid_until)"
    )
