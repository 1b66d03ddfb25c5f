"""How a client proves who it is: a signed assertion (RFC 7523), or a secret where that is allowed."""

import base64
import binascii
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import unquote_plus

import anyio.to_thread
from argon2 import PasswordHasher
from argon2.exceptions import Argon2Error, InvalidHashError
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.errors import InvalidClient, InvalidRequest
from app.auth.assertions import InvalidAssertion, asserted_client_id, verify_client_assertion
from app.auth.tables import Client, UsedAssertion
from app.database.columns import table_of

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
CLIENTS = table_of(Client.__tablename__)
USED = table_of(UsedAssertion.__tablename__)
# OWASP's parameters for argon2id. Secrets are made here, of 192 random bits: nothing of them can be guessed, and more
# memory or threads would only make it cheaper for strangers to keep the server busy.
_HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)
# Verified when the client is unknown, so that the answer takes as long as for a wrong secret.
_NOBODY = _HASHER.hash("nobody's secret")


@dataclass(frozen=True, slots=True)
class Credentials:
    """What the request offers as proof."""

    client_id: str
    secret: str | None
    assertion: str | None


def offered(authorization: str | None, form: Mapping[str, str]) -> Credentials:
    """The credentials in a request; exactly one kind.

    Raises:
        InvalidRequest: more than one kind, or half of one.
        InvalidClient: none.
    """
    assertion = form.get("client_assertion")
    if assertion is not None:
        if authorization is not None or form.get("client_assertion_type") != ASSERTION_TYPE:
            raise InvalidRequest
        try:
            client_id = asserted_client_id(assertion)
        except InvalidAssertion as error:
            raise InvalidClient from error
        if form.get("client_id", client_id) != client_id:
            raise InvalidClient
        return Credentials(client_id, None, assertion)
    if authorization is None:
        raise InvalidClient
    client_id, secret = _basic(authorization)
    if form.get("client_id", client_id) != client_id or "client_secret" in form:
        raise InvalidRequest
    return Credentials(client_id, secret, None)


def _basic(authorization: str) -> tuple[str, str]:
    scheme, _, encoded = authorization.partition(" ")
    if scheme.lower() != "basic":
        raise InvalidClient
    try:
        client_id, colon, secret = base64.b64decode(encoded, validate=True).decode().partition(":")
    except (binascii.Error, UnicodeDecodeError, ValueError) as error:
        raise InvalidClient from error
    if not colon or "\0" in client_id:
        raise InvalidClient
    return unquote_plus(client_id), unquote_plus(secret)  # RFC 6749 § 2.3.1


async def spend_assertion(connection: AsyncConnection, client: Mapping[Any, Any], assertion: str, issuer: str) -> None:
    """Verify a client's assertion and keep its id, so that it serves once.

    Args:
        issuer: ours, for which alone the assertion must be made.

    Raises:
        InvalidClient: it does not hold, or was used before.
    """
    try:
        verified = verify_client_assertion(
            assertion,
            client_id=client["client_id"],
            client_keys=client["public_keys"],
            issuer=issuer,
            now=time.time(),
        )
    except InvalidAssertion as error:
        raise InvalidClient from error
    try:
        await connection.execute(
            insert(USED).values(
                client_id=client["client_id"],
                token_id=verified.token_id,
                expires_at=datetime.fromtimestamp(verified.expires_at, UTC),
            )
        )
    except IntegrityError as error:  # used before
        raise InvalidClient from error


async def check_secret(client: Mapping[Any, Any] | None, secret: str, *, allowed: bool) -> None:
    """Compare a secret with the client's hash.

    Args:
        client: None for an unknown one, which takes as long to refuse.
        allowed: whether secrets serve at all in this installation.

    Raises:
        InvalidClient: it is another, or secrets do not serve.
    """
    if not allowed:
        raise InvalidClient  # whoever it is: nothing is to be found out, and no processor's time to be had
    stored = client["secret_hash"] if client is not None else None
    try:
        await anyio.to_thread.run_sync(_HASHER.verify, stored or _NOBODY, secret)
    except (Argon2Error, InvalidHashError) as error:
        raise InvalidClient from error
    if stored is None:
        raise InvalidClient


def hash_secret(secret: str) -> str:
    """Argon2id of a client secret (demo and development only)."""
    return _HASHER.hash(secret)
