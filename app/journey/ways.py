"""What a button waits for: the words in which `transitions` says it."""

from collections.abc import Collection, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeVar

State = TypeVar("State", bound=StrEnum)
Condition = tuple[str, tuple[str | bool | None, ...]]
"""A member of the record, and the values that it must have one of."""
OWN_ID = "{organisation_id}"
"""Stands for the caller's organisation."""


class Way(NamedTuple):
    """One way to an operation: all of `when` must hold of the record."""

    when: tuple[Condition, ...]
    to: str | None = None
    columns: tuple[str, ...] = ()
    """What it writes, where cells name columns."""
    functions: frozenset[str] | None = None
    """Who may, where it is said beside the policy."""
    decides: bool | None = None
    """Whether it is for the side of a grant that decides, or for the other."""


def whose(member: str) -> Condition:
    """The member is the caller's organisation."""
    return (f"/{member}", (OWN_ID,))


def empty(member: str) -> Condition:
    """The member is null."""
    return (f"/{member}", (None,))


def being(*states: StrEnum | bool, member: str = "status") -> Condition:
    """The member is one of these."""
    return (f"/{member}", tuple(each if isinstance(each, bool) else each.value for each in states))


def into(
    table: Mapping[State, Collection[State]], to: State, *also: Condition, out_of: Collection[State] | None = None
) -> Way:
    """By the table that refuses: from every state in which `to` stands, or from those of them that are `out_of`."""
    states = sorted(each for each in table if to in table[each] and (out_of is None or each in out_of))
    return Way((being(*states), *also), to)
