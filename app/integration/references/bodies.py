"""The bodies of upserts, made of what creates a record and what changes it: no member is declared a second time."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from copy import copy
from dataclasses import dataclass, replace
from typing import Any, get_args
from uuid import UUID

from pydantic import BaseModel, Field, create_model

from app.common.citizen_text import CaseReference
from app.common.errors import InvalidContent
from app.common.problem import FieldError, Problem
from app.common.views import example
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import record_of
from app.integration.references.errors import NotNamedOnce, OtherReference


@dataclass(frozen=True)
class Named:
    """Another record that the body names, by `{member}_id` or by `{member}_reference`."""

    member: str
    category: str
    required: bool = True


def body_of(
    name: str, new: type[BaseModel], patch: type[BaseModel] | None, named: Sequence[Named], shown: dict[str, Any]
) -> type[BaseModel]:
    """A view with the members of `new`, those that only `patch` has, and both ways of naming each record.

    Args:
        shown: the example in the contract.
    """
    members: dict[str, Any] = {}
    for each in named:
        of = new.model_fields.get(f"{each.member}_id")
        about = of.description if of is not None else None
        also = f"In place of `{each.member}_id`: one's own reference of the record."
        members[f"{each.member}_id"] = (UUID | None, Field(default=None, description=about))
        members[f"{each.member}_reference"] = (CaseReference | None, Field(default=None, description=also))
    for member, info in (patch.model_fields if patch else {}).items():
        if member not in new.model_fields and member not in members:
            members[member] = (info.annotation, copy(info))
    text = "A record as one's own case system has it: what is left out stays as it is."
    return create_model(name, __base__=new, __config__=example(shown), __doc__=text, **members)


def nullable(view: type[BaseModel], member: str) -> bool:
    """Whether null is a value of the member."""
    return type(None) in get_args(view.model_fields[member].annotation)


async def given_in(desk: Desk, reference: str, body: BaseModel, named: Sequence[Named]) -> dict[str, Any]:
    """What the body says, with the records that it names by reference named by id.

    Raises:
        InvalidContent: a record named not at all, twice, or unknown; another reference than the path's.
    """
    given = {name: getattr(body, name) for name in body.model_fields_set}
    if given.pop("external_reference", None) not in {None, reference}:
        raise InvalidContent(errors=[OtherReference.at("/external_reference")])
    faults: list[FieldError] = []
    for each in named:
        by_id, by_reference = f"{each.member}_id", f"{each.member}_reference"
        other = given.pop(by_reference, None)
        if other is None:
            if each.required and given.get(by_id) is None:
                faults.append(NotNamedOnce.at(f"/{by_id}"))
            continue
        if given.get(by_id) is not None:
            faults.append(NotNamedOnce.at(f"/{by_reference}"))
            continue
        found = await record_of(desk, each.category, other)
        if found is None:
            faults += unknown_reference(f"/{by_reference}").errors
        given[by_id] = found
    if faults:
        raise InvalidContent(errors=faults)
    return given


def as_given(body: BaseModel, member: str) -> str:
    """The pointer of a member, where a record may have been named by reference."""
    by_reference = f"{member.removesuffix('_id')}_reference"
    return f"/{by_reference}" if getattr(body, by_reference, None) is not None else f"/{member}"


@contextmanager
def pointing_into(body: BaseModel) -> Iterator[None]:
    """Let what a verb refuses point at the member by which the body named the record."""
    try:
        yield
    except Problem as problem:
        problem.errors = [
            replace(each, pointer=as_given(body, each.pointer[1:])) if each.pointer.endswith("_id") else each
            for each in problem.errors
        ]
        raise
