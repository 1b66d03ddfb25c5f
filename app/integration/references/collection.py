"""What is known of a collection that a case system owns."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel

from app.gate.desk import Desk
from app.gate.referable import REFERABLE
from app.gate.resources import Tagged
from app.integration.references.bodies import body_of
from app.integration.references.upserting import Upserted, Verbs


@dataclass(frozen=True)
class Collection:
    """One of them."""

    name: str
    """As in the path."""
    category: str
    noun: str
    """One of its records, in names of operations and schemas."""
    tag: str
    """Under which the contract lists it."""
    body: type[BaseModel]
    answer: type[BaseModel]
    upsert: Callable[[Desk, str, Any], Awaitable[Upserted]]
    """Takes a reference as `CaseReference` leaves it, and a body. Of two at once with the same reference the second
    gets 409, unless each has held it before (`hold_reference`)."""
    get: Callable[[Desk, UUID], Awaitable[Tagged[Any]]]

    @property
    def also(self) -> tuple[str, ...]:
        """What a token must be given for reading besides: to write by a reference is to tell whether it is there."""
        return (REFERABLE[self.category].category,)

    @classmethod
    def of(cls, noun: str, tag: str, answer: type[BaseModel], verbs: Verbs, example: dict[str, Any]) -> "Collection":
        """A collection whose records are written by a slice's plain verbs.

        Args:
            example: a body, for the contract.
        """
        body = body_of(f"{noun}ByReference", verbs.new, verbs.patch, verbs.named, example)
        name = REFERABLE[verbs.category].collection
        return cls(name, verbs.category, noun, tag, body, answer, verbs.upsert, verbs.get)
