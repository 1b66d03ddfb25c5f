"""What the command line says, and how: progress with times, and a mistake in one sentence."""

import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any, NoReturn

import typer
from pydantic import ValidationError
from rich.console import Console

from app.settings import Settings

MISTAKE = 2
"""Exit code of what a person can put right; 1 is for what turned out wrong."""

out = Console(highlight=False, soft_wrap=True, markup=False)
progress = Console(stderr=True, highlight=False, soft_wrap=True, markup=False)


class Mistake(Exception):  # noqa: N818 - what a person did, not the program
    """Something that whoever typed the command can put right; the message says how."""


def give_up(sentence: str) -> NoReturn:
    """End with a sentence and exit code 2."""
    progress.print(sentence)
    raise typer.Exit(MISTAKE)


def columns(rows: Sequence[Sequence[str]]) -> list[str]:
    """Lines with the cells below each other, never cut: what stands there is meant to be copied."""
    widths = [max(len(cell) for cell in column) for column in zip(*rows, strict=True)]
    return ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]


@contextmanager
def plainly() -> Iterator[None]:
    """Expected mistakes as one sentence; everything else is a fault of ours and keeps its traceback."""
    try:
        yield
    except Mistake as mistake:
        give_up(str(mistake))
    except Exception as error:
        if isinstance(error, _expected()):
            give_up(str(error))
        raise


def _expected() -> tuple[type[Exception], ...]:
    """What the product says in a sentence of its own. Imported late: most commands need little of the product."""
    from app.auth.issuers import IssuersError
    from app.auth.keys import KeyRingError
    from app.auth.purpose import WrongKeysError
    from app.database.migrations import SchemaOutOfDateError
    from app.database.programs import EmbeddedServerError
    from app.database.roles import ServerTakenError
    from app.installation import OtherStartError, OwnerUnknownError

    return (
        IssuersError,
        KeyRingError,
        EmbeddedServerError,
        SchemaOutOfDateError,
        ServerTakenError,
        OtherStartError,
        OwnerUnknownError,
        WrongKeysError,
    )


@contextmanager
def step(what: str) -> Iterator[None]:
    """Say what is being done, and how long it took."""
    begun = time.perf_counter()
    if progress.is_terminal:
        with progress.status(f"{what} ..."):
            yield
        progress.print(f"  {what}: {time.perf_counter() - begun:.1f} s")
        return
    progress.print(f"  {what} ...")
    yield
    progress.print(f"  {what}: {time.perf_counter() - begun:.1f} s")


def read_settings(**given: Any) -> Settings:
    """The settings of the environment, with what the command line adds.

    Raises:
        Mistake: a value is not one; says which variable.
    """
    try:
        return Settings(**{name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False, include_url=False)[0]
        name = str(first["loc"][0])
        variable = name if name.isupper() else f"APP_{name.upper()}"
        reason = str(first["msg"]).removeprefix("Value error, ")
        raise Mistake(f"{variable} cannot be used: {reason}.") from None
