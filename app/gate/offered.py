"""Which operations the caller can ever call, asked of the declarations that the gate itself judges by.

What remains is decided record by record: of which one, and in which state.
"""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from app.auth.scopes import scope_of
from app.boundary.policy import Operation
from app.gate.cells import Cell, Declaration, SignedIn
from app.gate.desk import Desk

_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def in_words(operation_id: str) -> str:
    """An operation's id as a sentence begins."""
    words = _CAPITAL.sub(" ", operation_id).lower()
    return words[0].upper() + words[1:]


class Served(NamedTuple):
    """An operation as it is served."""

    method: str
    path: str
    words: str
    """Its name in words, in English."""
    declared: Declaration


SERVED: dict[str, Served] = {}
"""Every operation of the product by its id; the routes enter themselves as they are made."""


def offered(desk: Desk) -> Iterator[tuple[str, Served]]:
    """The operations from which neither role, function, scope nor agreement bars the caller."""
    for operation_id, served in SERVED.items():
        declared = served.declared
        if isinstance(declared, SignedIn) or (isinstance(declared, Cell) and _may_ever(desk, declared)):
            yield operation_id, served


def writes(desk: Desk, served: Served, columns: Sequence[str]) -> bool:
    """Whether the caller's function may write these columns of the operation's category."""
    declared = served.declared
    return isinstance(declared, Cell) and desk.policy[declared.category].open_to(
        desk.role, declared.operation, desk.principal.functions, columns
    )


def _may_ever(desk: Desk, declared: Cell) -> bool:
    if declared.only and desk.role not in declared.only:
        return False
    return all(_open(desk, each, Operation.READ) for each in declared.also) and any(
        _open(desk, each, declared.operation) for each, _ in declared.ways
    )


def _open(desk: Desk, name: str, operation: Operation) -> bool:
    category, functions = desk.policy[name], desk.principal.functions
    return (
        scope_of(name, operation) in desk.principal.scopes
        and category.open_to(desk.role, operation, functions)
        and category.reached_by(desk.role, operation, functions)
        and (desk.principal.covered or not category.needs_agreement(desk.role, operation))
    )
