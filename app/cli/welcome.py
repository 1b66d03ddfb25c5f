"""What a person sees first: where the server is, how to sign in, what to try."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from shlex import quote

from app.cli.console import columns, out
from app.demo.credentials import Credential
from app.settings import Settings

ONE_OF_EACH = (
    "police-caseworker",
    "aarhus-caseworker",
    "tryg-vej-coordinator-victim",
    "tryg-vej-coordinator-perpetrator",
    "lysningen-caseworker-victim",
    "vive-researcher",
    "agency-secretary",
    "trainer-secretary",
    "operator-operator",
)


def base_url(settings: Settings) -> str:
    """Where a person on this machine reaches the server."""
    host = {"0.0.0.0": "127.0.0.1", "::": "[::1]"}.get(settings.host, settings.host)  # noqa: S104 - only compared
    return f"http://{host}:{settings.port}"


def command(name: str) -> str:
    """A command as it is to be typed: with the variables that this server was started with."""
    given = [
        f"{each}={quote(os.environ[each])}" for each in ("APP_PORT", "APP_DATA_DIR", "APP_MODE") if each in os.environ
    ]
    return " ".join([*given, quote(_python()), "-m app", name])


def _python() -> str:
    """The interpreter that has the product's packages, short where it lies below the present folder."""
    running = Path(sys.executable)
    return str(running.relative_to(Path.cwd())) if running.is_relative_to(Path.cwd()) else str(running)


def listed(credentials: Sequence[Credential]) -> list[str]:
    """The credentials as a table."""
    heading = ("ORGANISATION", "TRACK", "ROLE", "CLIENT_ID", "CLIENT_SECRET")
    rows = [
        (each.organisation_name, each.track or "both", ", ".join(each.roles), each.client_id, each.client_secret)
        for each in credentials
    ]
    return columns([heading, *rows])


def welcome(settings: Settings, credentials: Sequence[Credential], seconds: float) -> None:
    """Print how to begin."""
    url = base_url(settings)
    by_id = {each.client_id: each for each in credentials}
    few = [by_id[name] for name in ONE_OF_EACH if name in by_id]
    first = by_id.get(ONE_OF_EACH[0]) or (credentials[0] if credentials else None)
    out.print()
    out.print(f"Interventionsmodellen is ready on {url} (demo, {seconds:.1f} s)")
    out.print()
    for line in listed(few):
        out.print(f"  {line}")
    out.print()
    out.print(f"All {len(credentials)} clients: {command('credentials')}   (for scripts: --json)")
    if first is not None:
        out.print("A token (ten minutes), for any of them:")
        out.print(
            f"  curl -s -u {first.client_id}:{first.client_secret} -d grant_type=client_credentials {url}/oauth/token"
        )
    out.print(f"A citizen's journey, played step by step: {command('demo')}")
    out.print(f"Documentation: {url}/docs and README.md")
    out.print(f"Ctrl-C stops the server{' and its database' if settings.embedded else '; its database goes on'}.")
    out.print()
