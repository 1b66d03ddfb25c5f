"""`python -m app operator new`: the first organisation and client of a production installation.

Everything else is registered over HTTP by that client. The owner of the database steps into the operator's role, so
what is written here passes the same policies as any request.
"""

import asyncio
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from sqlalchemy import insert, select

from app.audit.events import Event
from app.auth._keycontent import public_jwk
from app.auth.assertions import MAX_CLIENT_CHARACTERS, public_jwk_problem
from app.auth.tables import Client
from app.cli.console import Mistake, out, plainly, read_settings
from app.cli.installing import opened, owner, reaching, ring_of
from app.cli.logged import log, operator_of
from app.database import migrations
from app.database.columns import Row, Track, table_of
from app.database.roles import as_operator
from app.installation import Installation
from app.organisations.states import Function, OrganisationType
from app.organisations.tables import Organisation, Staff

operator = typer.Typer(
    help="The platform's own organisation.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


@operator.callback()
def _operator() -> None:
    """Keep `new` a command of its own, though it is the only one."""


@operator.command("new")
def new_client(
    client_id: Annotated[str, typer.Option(help="What the client signs in as.")],
    initials: Annotated[str, typer.Option(help="Of the person behind the client; never a full name.")],
    name: Annotated[str, typer.Option(help="Of the organisation, where there is none yet.")] = "Platformens drift",
    public_key: Annotated[Path | None, typer.Option(help="The client's public key: a JWK (P-256) in a file.")] = None,
    new_key: Annotated[Path | None, typer.Option(help="Make a key pair instead, the private key (PEM) here.")] = None,
    *,
    disclosure_officer: Annotated[
        bool, typer.Option("--disclosure-officer", help="A second person, who checks releases.")
    ] = False,
) -> None:
    """Register a client of the operator, and the operator's organisation if there is none."""
    with plainly():
        settings = read_settings()
        ring = ring_of(settings)
        if not (client_id.isascii() and client_id.isprintable() and 0 < len(client_id) <= MAX_CLIENT_CHARACTERS):
            raise Mistake(f"--client-id is 1 to {MAX_CLIENT_CHARACTERS} visible ASCII characters.")
        jwk = _key(public_key, new_key, client_id)
        function = Function.DISCLOSURE_OFFICER if disclosure_officer else Function.OPERATOR
        with opened(settings, ring) as this, reaching(settings):
            try:
                organisation_id = asyncio.run(_register(this, name, _New(client_id, initials, function, jwk)))
            except BaseException:
                if new_key is not None:
                    new_key.unlink(missing_ok=True)  # of a client that there is not
                raise
    out.print(f"Organisation {organisation_id}, client {client_id} ({function}), key {jwk['kid']}.")
    out.print(
        f"It signs in with private_key_jwt, kid {jwk['kid']}, at {settings.issuer}/oauth/token (docs/operations.md)."
    )


def _key(public_key: Path | None, new_key: Path | None, client_id: str) -> dict[str, Any]:
    if (public_key is None) == (new_key is None):
        raise Mistake("Give either --public-key (a JWK that exists) or --new-key (where to write a private key).")
    if new_key is not None:
        return _made(new_key, client_id)
    try:
        jwk: Any = json.loads(public_key.read_text(encoding="utf-8")) if public_key else None
    except OSError as error:
        raise Mistake(f"{public_key} cannot be read: {error.strerror}.") from None
    except ValueError:
        raise Mistake(f"{public_key} is not JSON; a JWK is wanted, not a PEM.") from None
    if problem := public_jwk_problem(jwk):
        raise Mistake(f"{public_key} cannot be registered. {problem}")
    return dict(jwk)


def _made(path: Path, client_id: str) -> dict[str, Any]:
    """A key pair: the private half in the file, for its owner only; the public half to register."""
    key = generate_private_key(SECP256R1())
    try:
        descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except OSError as error:
        raise Mistake(f"{path} cannot be made: {error.strerror}.") from None
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return dict(public_jwk(f"{client_id}-1", key.public_key()))


@dataclass(frozen=True, slots=True)
class _New:
    """The client to register, and who is behind it."""

    client_id: str
    initials: str
    function: Function
    jwk: dict[str, Any]


async def _register(this: Installation, name: str, new: _New) -> UUID:
    """Write what is missing, as the operator.

    Raises:
        Mistake: the client is there already.
    """
    await _require_schema(this)
    async with owner(this) as connection:
        await as_operator(connection)
        clients = table_of(Client.__tablename__)
        if (await connection.execute(select(clients.c.id).where(clients.c.client_id == new.client_id))).first():
            raise Mistake(f"There is a client {new.client_id} already.")
        made: list[Row] = []
        organisation_id = await operator_of(connection)
        if organisation_id is None:
            organisation = Organisation(type=OrganisationType.OPERATOR, name=name, tracks=[*Track])
            made.append(organisation)
            organisation_id = organisation.id
        staff = Staff(organisation_id=organisation_id, initials=new.initials, functions=[new.function])
        client = Client(
            client_id=new.client_id,
            organisation_id=organisation_id,
            staff_id=staff.id,
            functions=[new.function],
            scopes=[],
            public_keys=[new.jwk],
        )
        made += [staff, client]
        for row in made:
            await connection.execute(insert(table_of(str(row.__tablename__))).values(**row.model_dump()))
        # An all-powerful client does not come into being unseen.
        done = [Event("create", str(row.__tablename__), record_id=row.id) for row in made]
        await log(connection, organisation_id, *done)
    return organisation_id


async def _require_schema(this: Installation) -> None:
    async with owner(this) as connection:
        await migrations.require_current(connection)
