"""What the database refuses, as problems. Its messages may hold values and are never passed on."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import TimeoutError as PoolTimeoutError

from app.boundary.triggers import TERMS_FROZEN, WALL_REFUSED
from app.common.errors import Conflict, InvalidContent, NotFound, Unavailable
from app.common.problem import Bilingual, Problem
from app.database.engines import PoolExhaustedError
from app.database.failures import GONE, INSUFFICIENT_PRIVILEGE, log_failure, sqlstate_of


class CannotBeAssigned(Conflict):
    """409: the worker cannot have this charge. It says no more on purpose (the wall, rule 4)."""

    code = "cannot-be-assigned"
    title = Bilingual("Cannot be assigned", "Kan ikke tildeles")
    default_detail = Bilingual("The worker cannot be assigned.", "Medarbejderen kan ikke tildeles.")


_BY_STATE: dict[str, type[Problem]] = {
    WALL_REFUSED: CannotBeAssigned,
    TERMS_FROZEN: Conflict,
    "23505": Conflict,  # unique_violation: within the asker's own organisation, by the tables' keys
    "23503": NotFound,  # foreign_key_violation: what it refers to might as well not exist
    "23514": InvalidContent,  # check_violation
    "22021": InvalidContent,  # character_not_in_repertoire
    INSUFFICIENT_PRIVILEGE: NotFound,  # the second enforcement, should the first ever fail
    "25006": Unavailable,  # read_only_sql_transaction: a standby
}
_TRANSIENT_CLASSES = ("08", "40", "53", "55", "57", "58")


def problem_of(error: BaseException) -> Problem | None:
    """The problem that a database error stands for; None for one that is our own mistake."""
    if isinstance(error, (PoolExhaustedError, PoolTimeoutError, OSError, TimeoutError, *GONE)):
        return Unavailable()
    state = sqlstate_of(error)
    if state is None:
        return None
    if kind := _BY_STATE.get(state):
        return kind()
    return Unavailable() if not state or state.startswith(_TRANSIENT_CLASSES) else None


@contextmanager
def as_problems() -> Iterator[None]:
    """Turn what the database refuses into problems; what the answer does not explain is logged with its cause."""
    try:
        yield
    except Problem:
        raise
    except Exception as error:
        problem = problem_of(error)
        if problem is None:
            raise
        if sqlstate_of(error) == INSUFFICIENT_PRIVILEGE:
            log_failure("database_refused", error)
        elif isinstance(problem, Unavailable):
            log_failure("database_unavailable", error)
        raise problem from error
