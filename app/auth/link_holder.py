"""Who holds an answer link: a citizen without an account, known to us by nothing but the link's secret.

The login `app_answerer` is the role `answerer` and can step into no other. Its policies look for the hash of the secret
in the transaction's context, so that a statement of anybody's making reaches that one questionnaire, or nothing.
"""

import hashlib
from typing import Final

from sqlalchemy.ext.asyncio import AsyncConnection

from app.auth.principal import Principal

ANSWERER: Final = "answerer"
"""The role; and in the log, who did it: no client, no user, whoever held the link."""

_HOLD = "SELECT set_config('boundary.link', $1, true)"
_CONTROLLER = "SELECT organisation_id, track FROM questionnaire_link WHERE secret_hash = $1"


def hash_of(secret: str) -> str:
    """What is kept of a link's secret. It is long and random: a plain hash cannot be guessed backwards."""
    return hashlib.sha256(secret.encode()).hexdigest()


async def hold(connection: AsyncConnection, secret_hash: str) -> Principal | None:
    """Enter with a link for this transaction; None where there is no such link."""
    await connection.exec_driver_sql(_HOLD, (secret_hash,))
    row = (await connection.exec_driver_sql(_CONTROLLER, (secret_hash,))).one_or_none()
    if row is None:
        return None
    return Principal(
        organisation_id=row.organisation_id,
        organisation_type=ANSWERER,
        organisation_name="",
        client_id=ANSWERER,
        staff_id=None,
        track=row.track,
        functions=frozenset(),
        scopes=frozenset(),
        token_id="",
        covered=True,
        link=secret_hash,
    )
