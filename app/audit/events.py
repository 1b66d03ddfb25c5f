"""Writing the log: one statement for an event and the records it concerned, in the caller's transaction."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal
from uuid import UUID, uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.auth.principal import Principal
from app.database.columns import utc_now


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


_WRITE_EVENT = text(
    """
    INSERT INTO audit_event (id, at, organisation_id, client_id, staff_id, request_id, action, category, record_id,
                             outcome, code)
    VALUES (:id, :at, :organisation_id, :client_id, :staff_id, :request_id, :action, :category, :record_id, :outcome,
            :code)
    """
)
_WRITE_WITH_SUBJECTS = text(
    """
    WITH written AS (
      INSERT INTO audit_event (id, at, organisation_id, client_id, staff_id, request_id, action, category, record_id,
                               outcome, code)
      VALUES (:id, :at, :organisation_id, :client_id, :staff_id, :request_id, :action, :category, :record_id,
              :outcome, :code)
    )
    INSERT INTO audit_subject (event_id, position, at, organisation_id, controller_id, citizen_id, category, record_id,
                               action)
    SELECT CAST(:id AS uuid), s.position, :at, :organisation_id, s.controller_id, s.citizen_id, s.category, s.record_id,
           :action
    FROM ROWS FROM (json_to_recordset(CAST(:subjects AS json))
                    AS (controller_id uuid, citizen_id uuid, category text, record_id uuid))
         WITH ORDINALITY AS s (controller_id, citizen_id, category, record_id, position)
    """
)


async def write(connection: AsyncConnection, principal: Principal, request_id: str, event: Event) -> None:
    """Append the event. It is durable with the caller's commit, or not at all."""
    values = {
        "id": uuid4(),
        "at": utc_now(),
        "organisation_id": principal.organisation_id,
        "client_id": principal.client_id,
        "staff_id": principal.staff_id,
        "request_id": request_id,
        "action": event.action,
        "category": event.category,
        "record_id": event.record_id,
        "outcome": event.outcome,
        "code": event.code,
    }
    if event.subjects:
        await connection.execute(_WRITE_WITH_SUBJECTS, values | {"subjects": _json(event.subjects)})
    else:
        await connection.execute(_WRITE_EVENT, values)


def _json(subjects: Sequence[Subject]) -> str:
    unique = dict.fromkeys(subjects)
    return json.dumps(
        [
            {
                "controller_id": str(each.controller_id),
                "citizen_id": str(each.citizen_id) if each.citizen_id else None,
                "category": each.category,
                "record_id": str(each.record_id),
            }
            for each in unique
        ]
    )
