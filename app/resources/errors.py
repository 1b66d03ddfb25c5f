"""What time and cost refuse, beyond a forbidden transition."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager

import asyncpg

from app.boundary.triggers.accounts import DAY_FULL
from app.boundary.triggers.base import RULE_BROKEN
from app.common.errors import Conflict
from app.common.problem import Bilingual, FieldError, Problem
from app.organisations.errors import ProgrammeRule, invalid


class ExpenseRule(ProgrammeRule):
    """409: the programme's grant does not pay for this; `rules` names the rule, `legal_basis` where it stands."""

    def __init__(self, broken: Sequence[FieldError], legal_basis: Sequence[str]) -> None:
        """Name the rules, with their item in the law."""
        super().__init__(broken)
        self.extensions = {**self.extensions, "legal_basis": [*legal_basis]}


class RateOverlap(Conflict):
    """409: there is a rate for the function on some of these days already."""

    code = "rate-overlap"
    title = Bilingual("Another rate applies", "En anden timesats gælder")
    default_detail = Bilingual(
        "One rate applies to a function on a day: end the other first (valid_until).",
        "Der gælder én timesats for en rolle på en dag: afslut den anden først (valid_until).",
    )


class RateInUse(Conflict):
    """409: locked time rests on the rate, and what is locked never changes."""

    code = "rate-in-use"
    title = Bilingual("The rate is in use", "Timesatsen er i brug")
    default_detail = Bilingual(
        "Locked time rests on the rate: end it on a later day, and register a new one.",
        "Låst tid hviler på timesatsen: afslut den på en senere dag, og registrér en ny.",
    )


def day_full(pointer: str) -> Problem:
    """422: the worker's entries of the day are longer than the day."""
    return invalid(
        pointer,
        DAY_FULL,
        "The worker's time of that day would be more than 1440 minutes.",
        "Medarbejderens tid den dag ville blive mere end 1440 minutter.",
    )


@contextmanager
def as_rules(of: Callable[[str, str], Problem]) -> Iterator[None]:
    """Say what a trigger refused.

    Args:
        of: the problem of a rule and the id of the row that broke it.
    """
    try:
        yield
    except asyncpg.PostgresError as error:
        if error.sqlstate != RULE_BROKEN:
            raise
        # Both are the trigger's own words, a code and an id (see `app.boundary.triggers.accounts`).
        raise of(str(error.args[0]), str(error.detail)) from error
