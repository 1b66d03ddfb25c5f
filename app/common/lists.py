"""Lists in which nothing stands twice."""

from collections.abc import Hashable
from typing import TypeVar

from app.common.problem import InvalidValue

Item = TypeVar("Item", bound=Hashable)


class DuplicateItem(InvalidValue):
    """The same item twice."""

    code = "duplicate_item"
    message_en = "An item stands more than once."
    message_da = "Et element står mere end én gang."


def distinct(values: list[Item]) -> list[Item]:
    """For `AfterValidator`: the list as it is, if no item repeats."""
    if len(set(values)) != len(values):
        raise DuplicateItem
    return values
