"""Who holds a secret link, known to us by nothing but its secret: two machines' roles, and how each is entered.

Of a secret only its hash is kept. It is long and random, so that a plain hash cannot be guessed backwards.
"""

import hashlib
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from app.auth.principal import Principal
from app.database.driver import Driver
from app.database.engines import Login

ANSWERER: Final = "answerer"
"""A citizen without an account, who answers. In the log, who did it: no client, no user, whoever held the link."""

CALENDAR_READER: Final = "calendar_reader"
"""A calendar program. In the log, who made the link."""

# Its login is the role and can step into no other. The policies look for the hash in the transaction's context, so that
# a statement of anybody's making reaches that one questionnaire, or nothing.
_HOLD = "SELECT set_config('boundary.link', $1, true)"
_CONTROLLER = "SELECT organisation_id, track FROM questionnaire_link WHERE secret_hash = $1"

# As with a token (`app.auth.principal`): one statement finds whose it is, as things are now, and steps into the role.
# The link ends with the access of who made it.
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


@dataclass(frozen=True, slots=True)
class Held:
    """A link that leads somewhere: who holds it, and the record that it is itself, where the log names that."""

    principal: Principal
    record_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class LinkKind:
    """What a kind of link lets in to, and how."""

    login: Login
    role: str
    """That the login steps into; the empty one where it is the role already."""
    known_as: str
    """What is hashed before the secret."""
    read: tuple[str, str] | None
    """The log's words for whatever is read by it: what was done, with what. None logs only what is done."""
    enter: Callable[[Driver, str], Awaitable[Held | None]]
    """Enters for this transaction with a secret's hash; None where there is no such link."""


async def _answer(driver: Driver, secret_hash: str) -> Held | None:
    await driver.execute(_HOLD, secret_hash)
    row = await driver.fetchrow(_CONTROLLER, secret_hash)
    if row is None:
        return None
    return Held(
        _holder(
            ANSWERER, row["organisation_id"], client_id=ANSWERER, track=row["track"], covered=True, link=secret_hash
        )
    )


async def _read_calendar(driver: Driver, secret_hash: str) -> Held | None:
    row = await driver.fetchrow(_ENTER, secret_hash, CALENDAR_READER)
    if row is None:
        return None
    who = {
        "client_id": row["client_id"],
        "staff_id": row["staff_id"],
        "track": row["track"],
        "organisation_name": row["name"],
    }
    return Held(_holder(CALENDAR_READER, row["id"], **who), row["feed_id"])


def _holder(role: str, organisation_id: UUID, **known: Any) -> Principal:
    """Whoever holds a link has no token: neither scopes nor functions."""
    none: dict[str, Any] = {"organisation_name": "", "staff_id": None, "covered": False}
    return Principal(
        organisation_id=organisation_id,
        organisation_type=role,
        functions=frozenset(),
        scopes=frozenset(),
        token_id="",
        **{**none, **known},
    )


KINDS: Final = {
    ANSWERER: LinkKind("answerer", "", "", None, _answer),
    CALENDAR_READER: LinkKind(
        "case", CALENDAR_READER, "calendar feed ", ("read_by_link", "calendar_feed"), _read_calendar
    ),
}
"""By role."""


def hash_of(secret: str, role: str) -> str:
    """What is kept of the secret of a role's link."""
    return hashlib.sha256(f"{KINDS[role].known_as}{secret}".encode()).hexdigest()
