"""Who brings a feed's secret comes in as `calendar_reader`, for the feed's organisation, and reads its meetings.

As with a token (`app.auth.principal`), one statement finds whose it is, as things are now, and steps into the role; no
statement after it can see more than that role's cells: the meetings that the organisation is invited to. That they were
read stands in the organisation's log.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from app.audit import events
from app.auth.principal import Principal
from app.common.errors import NotFound
from app.gate.desk import Desk
from app.gate.service import Services
from app.programme.feed_service import hash_of

ROLE = "calendar_reader"
_ENTER = """
    WITH found AS (
      SELECT o.id, o.name, f.id AS feed_id, c.client_id, c.track, s.id AS staff_id
      FROM calendar_feed AS f
      JOIN organisation AS o ON o.id = f.organisation_id
      JOIN client AS c ON c.client_id = f.client_id
      LEFT JOIN staff AS s ON s.id = f.staff_id
      WHERE f.secret_hash = $1 AND f.revoked_at IS NULL AND o.status = 'active' AND c.enabled
        AND (f.staff_id IS NULL OR s.active)
    )
    SELECT found.*,
           set_config('boundary.organisation', found.id::text, true),
           set_config('boundary.track', '', true),
           set_config('boundary.staff', '', true),
           set_config('boundary.functions', '', true),
           set_config('role', $2, true)
    FROM found
    """


@asynccontextmanager
async def entered(services: Services, secret: str, request_id: str) -> AsyncIterator[Desk]:
    """A desk that reads what the link opens. What it read is logged as done by who made the link, or is not told.

    Raises:
        NotFound: there is no such link, it was revoked, or who made it has no access any more.
    """
    async with services.databases.connection("case", ROLE) as connection:
        row = (await connection.exec_driver_sql(_ENTER, (hash_of(secret), ROLE))).one_or_none()
        if row is None:
            raise NotFound
        principal = Principal(
            organisation_id=row.id,
            organisation_type=ROLE,
            organisation_name=row.name,
            client_id=row.client_id,
            staff_id=row.staff_id,
            track=row.track,
            functions=frozenset(),
            scopes=frozenset(),
            token_id="",
            covered=False,
        )
        event = events.Event("read_by_link", "calendar_feed", row.feed_id)
        yield await Desk.of(connection, principal, services.policy, services.keys.current(), event)
        await events.write(connection, principal, request_id, event)
        await connection.commit()
