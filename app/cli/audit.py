"""`python -m app audit seal | verify`: binding the log, and finding out whether it was changed.

Run `seal` hourly and keep what it prints where whoever holds the database cannot reach it.
"""

import asyncio
import hmac
import json
from pathlib import Path
from typing import Annotated, Any
from uuid import UUID

import typer

from app.audit import chain
from app.auth.keys import KeyRing
from app.cli.console import Mistake, out, plainly, progress, read_settings
from app.cli.installing import opened, owner, reaching, ring_of
from app.installation import Installation

audit = typer.Typer(
    help="The log: seal it, verify it.", no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False
)


def sealing_key(ring: KeyRing) -> bytes:
    """The key of the seals, of the key ring, which the database never sees."""
    return hmac.digest(ring.index_secret, b"audit seals 1", "sha256")


@audit.command("seal")
def seal() -> None:
    """Seal what was logged since the last time; prints the heads of all chains as JSON, to be kept elsewhere."""
    with plainly():
        settings = read_settings()
        ring = ring_of(settings)
        with opened(settings, ring) as this, reaching(settings):
            heads = asyncio.run(_seal(this, sealing_key(ring)))
    out.print(json.dumps([head.as_json() for head in heads], indent=2))


async def _seal(this: Installation, key: bytes) -> list[chain.Head]:
    async with owner(this) as connection:
        until = await chain.horizon(connection)
    async with owner(this) as connection:
        return await chain.seal(connection, key, until)


@audit.command("verify")
def verify(
    heads: Annotated[Path | None, typer.Option(help="What an earlier `seal` printed: finds what was cut off.")] = None,
) -> None:
    """Read the whole log again; exit code 1 where it is not what was sealed."""
    with plainly():
        settings = read_settings()
        ring = ring_of(settings)
        known = _heads(heads) if heads else []
        with opened(settings, ring) as this, reaching(settings):
            faults = asyncio.run(_verify(this, sealing_key(ring), known))
    for fault in faults:
        out.print(f"organisation {fault.organisation_id}, seal {fault.number}: {fault.what}")
    if faults:
        raise typer.Exit(1)
    progress.print("  The log is what was sealed.")


async def _verify(this: Installation, key: bytes, heads: list[chain.Head]) -> list[chain.Fault]:
    async with owner(this) as connection:
        return await chain.verify(connection, key, heads)


def _heads(path: Path) -> list[chain.Head]:
    try:
        read: Any = json.loads(path.read_text(encoding="utf-8"))
        return [chain.Head(UUID(each["organisation_id"]), int(each["number"]), str(each["hash"])) for each in read]
    except (OSError, ValueError, TypeError, KeyError):
        raise Mistake(f"{path} is not what `python -m app audit seal` prints.") from None
