"""The demo programme loaded once, and its credentials kept in step with the database at hand."""

import secrets
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import argon2
from sqlalchemy import select, text, update
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.credentials import hash_secret
from app.auth.tables import Client
from app.database.columns import table_of
from app.database.roles import as_operator
from app.demo.credentials import Credential, read, write
from app.demo.programme import PARTIES, is_loaded, load_programme
from app.organisations.tables import Organisation

INVENTED = frozenset(party.name for party in PARTIES if "opdigtet" in party.name)
"""Organisations that are nowhere else; the authorities of the demo are real places."""

_LOCK = 7_302_023  # any constant: two servers on one database do not load the programme twice


async def ensure(connection: AsyncConnection, path: Path) -> tuple[list[Credential], bool]:
    """Load the programme unless it is there, and see to it that the file fits the database.

    The connection is the owner's, in a transaction that the caller commits.

    Returns:
        The credentials, and whether the programme was loaded just now.
    """
    await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
    if not await is_loaded(connection):
        loaded = await load_programme(connection)
        write(path, loaded.credentials)
        return loaded.credentials, True
    found = read(path)
    if found is None or not await _fits(connection, found):
        found = await _renew(connection)
        write(path, found)
    return found, False


async def is_of_others(connection: AsyncConnection) -> bool:
    """Whether a database has organisations, and none of those that the demo invented; it may have no table yet."""
    if (await connection.execute(text("SELECT to_regclass('public.organisation')"))).scalar() is None:
        return False
    await as_operator(connection)
    names = set((await connection.execute(select(table_of(Organisation.__tablename__).c.name))).scalars())
    return bool(names) and names.isdisjoint(INVENTED)


async def _fits(connection: AsyncConnection, credentials: Sequence[Credential]) -> bool:
    """Whether the first secret opens its client: one argon2 tells one database from another."""
    if not credentials:
        return False
    clients = table_of(Client.__tablename__)
    query = select(clients.c.secret_hash).where(clients.c.client_id == credentials[0].client_id)
    stored = (await connection.execute(query)).scalar()
    try:
        return stored is not None and argon2.PasswordHasher().verify(stored, credentials[0].client_secret)
    except (argon2.exceptions.Argon2Error, argon2.exceptions.InvalidHashError):
        return False


async def _renew(connection: AsyncConnection) -> list[Credential]:
    """New secrets for all clients that sign in with one."""
    clients, organisations = table_of(Client.__tablename__), table_of(Organisation.__tablename__)
    query = (
        select(clients, organisations.c.type, organisations.c.name)
        .join(organisations, organisations.c.id == clients.c.organisation_id)
        .where(clients.c.secret_hash.is_not(None))
        .order_by(clients.c.created_at, clients.c.client_id)
    )
    renewed = []
    for row in (await connection.execute(query)).mappings().all():
        secret = secrets.token_urlsafe(24)
        await connection.execute(
            update(clients).where(clients.c.id == row["id"]).values(secret_hash=hash_secret(secret))
        )
        renewed.append(_credential(row, secret))
    return renewed


def _credential(row: Any, secret: str) -> Credential:
    return Credential(
        organisation_type=row["type"],
        organisation_name=row["name"],
        organisation_id=str(row["organisation_id"]),
        track=row["track"],
        roles=[*row["functions"]],
        client_id=row["client_id"],
        client_secret=secret,
    )
