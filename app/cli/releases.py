"""`python -m app releases work | secret | forget`: what builds releases, the secret that only it reads, and erasure."""

import asyncio
import logging
import sys
from contextlib import suppress
from typing import Annotated, Literal
from uuid import UUID

import typer

from app.audit.events import Event
from app.cli.attached import end_with_parent
from app.cli.console import Mistake, out, plainly, progress, read_settings
from app.cli.installing import make_data_dir, opened, owner, reaching, ring_of
from app.cli.logged import log, operator_of
from app.common.logging import configure_logging
from app.database.roles import as_operator
from app.database.urls import driver_url
from app.evaluation.forgetting import Forgotten, consent_stands, forgotten
from app.evaluation.given_up import empty_in_passing
from app.evaluation.secret import SecretMissingError, make_secret, read_secret
from app.evaluation.waiting import serve
from app.installation import Installation
from app.pseudonymised.running_out import erase
from app.settings import Settings

releases = typer.Typer(
    help="Anonymous releases: what builds them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@releases.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="Work on one build that waits, if any, and end.")] = False,
    attached: Annotated[bool, typer.Option("--attached", hidden=True, help="End when standard input ends.")] = False,
) -> None:
    """Build releases as they are asked for, make extracts, and erase those of their rows that have run out.

    `serve` starts this by itself, unless APP_BUILD_RELEASES is false.
    """
    with plainly():
        settings = read_settings()
        keys = ring_of(settings)
        _have_secret(settings)
        with opened(settings, keys) as this, reaching(settings):
            configure_logging(settings.log_level, json=settings.log_json)
            if attached:  # whose PostgreSQL ends with the server, whatever this process leaves behind
                logging.getLogger("app.database.embedded").setLevel(logging.WARNING)
            try:
                asyncio.run(_passing(this) if once else _always(this, attached=attached))
            except (KeyboardInterrupt, asyncio.CancelledError):
                return


@releases.command()
def secret() -> None:
    """Make the secret of the releases' record keys, once and for all; never replaces one."""
    with plainly():
        settings = read_settings()
        make_data_dir(settings)
        try:
            make_secret(settings.release_secret_path)
        except FileExistsError:
            raise Mistake(
                f"{settings.release_secret_path} exists, and is not replaced: releases under two secrets tell apart "
                "who came and who went."
            ) from None
    out.print(f"Made {settings.release_secret_path}. Back it up apart from the database.")


@releases.command()
def forget(
    citizen: Annotated[
        str, typer.Option(help="The id of the citizen's record, of each track its own; - reads it from standard input.")
    ] = "-",
) -> None:
    """Take a citizen out of who is behind the figures of releases; the figures stay, and how many are behind them."""
    with plainly():
        settings = read_settings()
        record = _record(citizen)
        with opened(settings, ring_of(settings)) as this, reaching(settings):
            done = asyncio.run(forgotten_and_logged(this, record))
    out.print(f"Erased from {done.entries} entries of {done.releases} releases.")


def _record(citizen: str) -> UUID:
    """The id that was given; on standard input nobody else on the machine sees it, as they see a command's words.

    Raises:
        Mistake: it is none.
    """
    if citizen == "-":
        if sys.stdin.isatty():
            progress.print("The id of the citizen's record:")
        citizen = sys.stdin.readline()
    try:
        return UUID(citizen.strip())
    except ValueError:
        raise Mistake("That is not the id of a citizen's record, such as GET /v1/citizens shows.") from None


async def forgotten_and_logged(this: Installation, citizen: UUID) -> Forgotten:
    """Erase the citizen's id, and log that an id was erased: not whose.

    Raises:
        Mistake: nothing was erased, or not all; says why, which is logged too.
    """
    done = await _forgotten_once(this, citizen)
    if done.refused is not None:
        raise Mistake(f"Not erased. {done.why}")
    # A build that began before that was over has read the ledgers as they were; and a consent may have been given anew.
    more = await _forgotten_once(this, citizen, again=True)
    if more.refused is not None:
        raise Mistake(f"Erased from {done.entries} entries; but meanwhile: {more.why}")
    return Forgotten(done.entries + more.entries, max(done.releases, more.releases))


async def _forgotten_once(this: Installation, citizen: UUID, *, again: bool = False) -> Forgotten:
    """Erase what there is now; that there was nothing more when it was done `again` is not worth a line in the log."""
    async with owner(this) as connection:
        consents = await consent_stands(connection, citizen)
    async with forgotten(_url(this), citizen, consents=consents) as done, owner(this) as connection:
        if again and done.refused is None and not done.entries:
            return done
        await as_operator(connection)
        operator = await operator_of(connection)
        if operator is None:
            raise Mistake("There is no operator yet, whose log would have it: `python -m app operator new`.")
        outcome: Literal["done", "denied"] = "done" if done.refused is None else "denied"
        await log(connection, operator, Event("erase", "release_ledger", outcome=outcome, code=done.refused))
    return done


def _have_secret(settings: Settings) -> None:
    """In demo mode a new installation gets one.

    Raises:
        Mistake: there is none to be used.
    """
    path = settings.release_secret_path
    if settings.mode == "demo" and not path.exists():
        make_data_dir(settings)
        with suppress(FileExistsError):  # of another start at the same moment
            make_secret(path)
            progress.print(f"  Secret of the releases made in {path}")
    try:
        read_secret(path)
    except SecretMissingError as error:
        raise Mistake(str(error)) from None


def _url(this: Installation) -> str:
    return driver_url(this.builder)


async def _passing(this: Installation) -> None:
    await _erased(this)
    await _once(this)


async def _erased(this: Installation) -> None:
    """What ends by no event, and what was built of releases that were given up."""
    await erase(_url(this))
    await empty_in_passing(_url(this))


async def _once(this: Installation) -> None:
    # Late: what builds is large, and whoever waits for a build does not need it.
    from app.evaluation.job import Builder
    from app.pseudonymised import extracting

    url, secret_path = _url(this), this.settings.release_secret_path
    if not await Builder(url, secret_path).once():
        await extracting.once(url, secret_path)


async def _always(this: Installation, *, attached: bool) -> None:
    stop = asyncio.Event()
    if attached:
        end_with_parent(stop)
    await serve(_url(this), lambda: _once(this), stop, in_passing=lambda: _erased(this))
