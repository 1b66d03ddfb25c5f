"""Writing the log: one statement for an event and the records it concerned, in the caller's transaction."""

from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy.ext.asyncio import AsyncConnection

from app.auth.principal import Principal
from app.database.columns import utc_now
from app.database.driver import driver_of


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that an operation showed or changed."""

    category: str
    record_id: UUID
    controller_id: UUID
    citizen_id: UUID | None


@dataclass(slots=True)
class Event:
    """What one request did; handlers fill in what the gate cannot know."""

    action: str
    category: str
    record_id: UUID | None = None
    outcome: Literal["done", "denied"] = "done"
    code: str | None = None
    subjects: list[Subject] = field(default_factory=list)


_EVENT = """
INSERT INTO audit_event
  (id, at, organisation_id, client_id, staff_id, request_id, action, category, record_id, outcome, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
"""
_EVENT_WITH_SUBJECTS = f"""
WITH written AS ({_EVENT})
INSERT INTO audit_subject
  (event_id, position, at, organisation_id, controller_id, citizen_id, category, record_id, action)
SELECT $1, s.position, $2, $3, s.controller_id, s.citizen_id, s.category, s.record_id, $7
FROM unnest($12::uuid[], $13::uuid[], $14::text[], $15::uuid[])
     WITH ORDINALITY AS s (controller_id, citizen_id, category, record_id, position)
"""  # noqa: S608 - two constants of this file


async def write(connection: AsyncConnection, principal: Principal, request_id: str, event: Event) -> None:
    """Append the event. It is durable with the caller's commit, or not at all."""
    driver = await driver_of(connection)
    values = (
        uuid4(),
        utc_now(),
        principal.organisation_id,
        principal.client_id,
        principal.staff_id,
        request_id,
        event.action,
        event.category,
        event.record_id,
        event.outcome,
        event.code,
    )
    if not event.subjects:
        await driver.execute(_EVENT, *values)
        return
    subjects = list(dict.fromkeys(event.subjects))
    await driver.execute(
        _EVENT_WITH_SUBJECTS,
        *values,
        [each.controller_id for each in subjects],
        [each.citizen_id for each in subjects],
        [each.category for each in subjects],
        [each.record_id for each in subjects],
    )
