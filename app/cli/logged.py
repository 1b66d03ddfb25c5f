"""What is done on the command line stands in the operator's log, as of no client.

The owner of the database steps into the operator's role, so what is written passes the same policies as any request.
"""

from uuid import UUID

from sqlalchemy import select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.audit import events
from app.auth.principal import Principal
from app.database.columns import table_of
from app.database.driver import driver_of
from app.organisations.states import OrganisationType
from app.organisations.tables import Organisation

COMMAND_LINE = "(command line)"
"""Stands in the log where a request would have its client."""


async def operator_of(connection: AsyncConnection) -> UUID | None:
    """The operator's organisation, if there is one yet.

    Args:
        connection: the owner's, in the operator's role.
    """
    organisations = table_of(Organisation.__tablename__)
    query = select(organisations.c.id).where(organisations.c.type == OrganisationType.OPERATOR)
    found: UUID | None = (await connection.execute(query)).scalar()
    return found


async def log(connection: AsyncConnection, organisation_id: UUID, *done: events.Event) -> None:
    """Write what was done to the operator's log, in this transaction.

    Args:
        connection: the owner's, in the operator's role.
        organisation_id: the operator's.
        done: what was done.
    """
    await connection.execute(
        text("SELECT set_config('boundary.organisation', :organisation, true)"), {"organisation": str(organisation_id)}
    )
    here = Principal(
        organisation_id=organisation_id,
        organisation_type=OrganisationType.OPERATOR,
        organisation_name="",
        client_id=COMMAND_LINE,
        staff_id=None,
        track=None,
        functions=frozenset(),
        scopes=frozenset(),
        token_id="",
        covered=False,
    )
    driver = await driver_of(connection)
    for each in done:
        await events.write(driver, here, "-", each)
