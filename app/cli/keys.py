"""`python -m app keys`: the key ring. No command prints a secret."""

import math
from pathlib import Path
from typing import Annotated

import typer

from app.auth.keys import KeyRing
from app.cli.console import Mistake, columns, out, plainly, progress, read_settings
from app.cli.installing import make_data_dir

keys = typer.Typer(
    help="The keys: signing keys of tokens, master keys of encryption.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)

File = Annotated[Path | None, typer.Option(help="The key ring (APP_KEYS_FILE, else keys.json in the data folder).")]


def _path(file: Path | None) -> Path:
    return file or read_settings().key_ring_path


@keys.command()
def new(
    file: File = None,
    demo: Annotated[bool, typer.Option("--demo", help="Keys that serve in demo mode only.")] = False,
) -> None:
    """Make a key ring for a new installation; never replaces one."""
    with plainly():
        path = _path(file)
        if path.exists():
            raise Mistake(f"{path} exists, and is not replaced: what was encrypted under its keys would be lost.")
        if file is None:
            make_data_dir(read_settings())
        KeyRing.generate("demo" if demo else "production").save(path)
    out.print(f"Made {path}. Back it up apart from the database: without it names and addresses cannot be read.")


@keys.command()
def publish(file: File = None) -> None:
    """Add the next signing key, for others to fetch before anything is signed with it."""
    with plainly():
        path = _path(file)
        ring = KeyRing.load(path)
        kid = ring.publish_next()
        ring.save(path)
    out.print(
        f"Published {kid}. Promote it when all who cache our keys have fetched them: `python -m app keys promote`."
    )


@keys.command()
def promote(file: File = None) -> None:
    """Sign with the published key from now on; the present one verifies for 15 minutes more."""
    with plainly():
        path = _path(file)
        ring = KeyRing.load(path)
        early = ring.seen_in
        kid = ring.promote()
        ring.save(path)
    if early:
        progress.print(
            f"  Early: who fetched our keys just before this one was published refuses its tokens for up to "
            f"{math.ceil(early.total_seconds())} s more."
        )
    out.print(f"Signing with {kid}; a running server takes it up within a second.")


@keys.command()
def rotate(
    file: File = None,
    *,
    compromised: Annotated[
        bool, typer.Option("--compromised", help="Others may know the keys: believe none of the present ones any more.")
    ] = False,
) -> None:
    """Publish and promote at once: who caches our keys refuses tokens for a while."""
    with plainly():
        path = _path(file)
        ring = KeyRing.load(path)
        kid = ring.replace_compromised() if compromised else ring.rotate()
        ring.save(path)
    out.print(f"Signing with {kid}; a running server takes it up within a second.")
    if compromised:
        out.print("No token from before verifies here any more: clients fetch new ones. Others may cache our old keys")
        out.print("for five minutes. If the whole file may be known to others, read docs/operations.md#keys.")


@keys.command("add-master")
def add_master(file: File = None) -> None:
    """Add a master key for what is encrypted from now on; what older ones wrapped stays readable."""
    with plainly():
        path = _path(file)
        ring = KeyRing.load(path)
        key = ring.add_master_key()
        ring.save(path)
    out.print(f"New data keys are wrapped with {key}. Back the key ring up again.")


@keys.command()
def show(file: File = None) -> None:
    """Show ids, states and purpose; no secrets."""
    with plainly():
        path = _path(file)
        ring = KeyRing.load(path)
    out.print(f"{path} ({ring.purpose})")
    rows = [(each["kid"], _use(ring, each["kid"])) for each in ring.jwks()["keys"]]
    rows += [(key, "wraps new data keys" if key == ring.current_master.id else "unwraps") for key in ring.master_keys]
    for line in columns(rows):
        out.print(f"  {line}")


def _use(ring: KeyRing, kid: str) -> str:
    return "signs" if kid == ring.signing_key.kid else "verifies (published, or retired a moment ago)"
