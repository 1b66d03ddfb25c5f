"""What every body that comes in has in common."""

import re
from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from pydantic_core import PydanticKnownError

from app.common.days import NotADay
from app.common.moments import NotAMoment

_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", re.ASCII)
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]{1,6})?)?(Z|[+-][0-9]{2}:[0-9]{2})", re.ASCII
)
_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII | re.IGNORECASE)


def _text_of(form: re.Pattern[str]) -> Callable[[object], bool]:
    return lambda value: not isinstance(value, str | int | float) or bool(form.fullmatch(str(value)))


_FORMS: dict[object, tuple[Callable[[object], bool], Callable[[], Exception]]] = {
    bool: (lambda value: isinstance(value, bool), partial(PydanticKnownError, "bool_type")),
    int: (
        lambda value: isinstance(value, int) and not isinstance(value, bool),
        partial(PydanticKnownError, "int_type"),
    ),
    date: (_text_of(_DAY), NotADay),
    datetime: (_text_of(_MOMENT), NotAMoment),
    UUID: (_text_of(_ID), partial(PydanticKnownError, "uuid_parsing", {"error": "form"})),
}
"""What a JSON value must be for each type that pydantic would make of nearly anything, and the refusal."""


@cache
def _has_form(annotation: object) -> bool:
    return annotation in _FORMS or any(map(_has_form, get_args(annotation)))


def _fault(annotation: object, value: object) -> Callable[[], Exception] | None:
    if value is None or not _has_form(annotation):
        return None  # whether null is allowed is for the type itself
    if annotation in _FORMS:
        fits, refusal = _FORMS[annotation]
        return None if fits(value) else refusal
    if isinstance(value, list) and get_origin(annotation) is list:
        inner = [(each, item) for item in value for each in get_args(annotation)]
    elif isinstance(annotation, UnionType) or get_origin(annotation) in {Annotated, Union}:
        inner = [(each, value) for each in get_args(annotation)]
    else:
        return None
    return next((fault for each, item in inner if (fault := _fault(each, item))), None)


class Strict(BaseModel):
    """What comes in: unknown members are refused, and nothing is taken for what it might mean."""

    model_config = ConfigDict(extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _of_its_own_type(cls, value: object, info: ValidationInfo) -> object:
        if fault := _fault(cls.__pydantic_fields__[str(info.field_name)].annotation, value):
            raise fault()
        return value


def example(body: dict[str, Any]) -> ConfigDict:
    """The configuration of a view whose contract shows this body; a test reads it back through the view."""
    return ConfigDict(json_schema_extra={"examples": [body]})


def _without_default(schema: dict[str, Any]) -> None:
    schema.pop("default", None)


def own_reference() -> Any:
    """The member of a view for the caller's own reference."""
    return Field(default=None, description="The caller's own, in its case system; null to everyone else.")


def unless_given() -> Any:
    """A member of a merge patch (RFC 7396) that may be left out, but is not nullable."""
    return Field(default=None, json_schema_extra=_without_default)
