"""Writing the log: one statement for an event and the records it concerned, in the caller's transaction."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid4

import asyncpg

from app.auth.principal import Principal
from app.common.errors import Unavailable
from app.database.columns import utc_now
from app.database.driver import Driver
from app.database.failures import log_failure

Access = Literal["read", "update", "create"]
_STRENGTH: dict[Access, int] = {"read": 0, "update": 1, "create": 2}


@dataclass(frozen=True, slots=True)
class Subject:
    """A record that an operation showed or changed."""

    category: str
    record_id: UUID
    controller_id: UUID
    citizen_id: UUID | None
    track: str | None
    access: Access = "read"


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
  (id, at, organisation_id, client_id, staff_id, track, request_id, action, category, record_id, outcome, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
"""
_EVENT_WITH_SUBJECTS = f"""
WITH written AS ({_EVENT})
INSERT INTO audit_subject
  (event_id, position, at, organisation_id, controller_id, citizen_id, track, category, record_id, access)
SELECT $1, s.position, $2, $3, s.controller_id, s.citizen_id, s.track, s.category, s.record_id, s.access
FROM unnest($13::uuid[], $14::uuid[], $15::text[], $16::text[], $17::uuid[], $18::text[])
     WITH ORDINALITY AS s (controller_id, citizen_id, track, category, record_id, access, position)
"""  # noqa: S608 - two constants of this file


async def write(driver: Driver, principal: Principal, request_id: str, event: Event) -> None:
    """Append the event. It is durable with the caller's commit, or not at all.

    Raises:
        Unavailable: it cannot be written, whatever the reason; what is not logged must not happen.
    """
    try:
        await _append(driver, principal, request_id, event)
    except asyncpg.PostgresError as error:
        log_failure("event_not_written", error)
        raise Unavailable from error


async def _append(driver: Driver, principal: Principal, request_id: str, event: Event) -> None:
    values = (
        uuid4(),
        utc_now(),
        principal.organisation_id,
        principal.client_id,
        principal.staff_id,
        principal.track,
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
    subjects = _once_each(event.subjects)
    await driver.execute(
        _EVENT_WITH_SUBJECTS,
        *values,
        [each.controller_id for each in subjects],
        [each.citizen_id for each in subjects],
        [each.track for each in subjects],
        [each.category for each in subjects],
        [each.record_id for each in subjects],
        [each.access for each in subjects],
    )


def _once_each(subjects: Iterable[Subject]) -> list[Subject]:
    """Each record once, with the most that was done with it."""
    most: dict[tuple[str, UUID], Subject] = {}
    for each in subjects:
        key = (each.category, each.record_id)
        if key not in most or _STRENGTH[most[key].access] < _STRENGTH[each.access]:
            most[key] = each
    return list(most.values())
