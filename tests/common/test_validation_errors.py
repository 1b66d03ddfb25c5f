import re
import typing
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import APIRoute
from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic_core.core_schema import ErrorType

from app.api import ROUTERS
from app.common.problem import FieldError, InvalidValue, Problem
from app.common.validation_errors import _BY_TYPE, field_error, pointer_into

SECRET = "0101901234"


def test_the_table_names_only_types_that_pydantic_has() -> None:
    assert set(_BY_TYPE) <= set(typing.get_args(ErrorType))


@pytest.mark.parametrize("kind", [*typing.get_args(ErrorType), "of_tomorrow"])
def test_every_type_has_a_message_without_the_value(kind: str) -> None:
    error = {"type": kind, "msg": SECRET, "input": SECRET, "ctx": {"error": ValueError(SECRET)}}
    made = field_error(error, "/a")
    assert made.pointer == "/a"
    assert made.message_en
    assert made.message_da
    assert SECRET not in repr(made)
    assert "{" not in made.message_en + made.message_da


def test_bounds_are_the_schemas() -> None:
    made = field_error({"type": "string_too_long", "ctx": {"max_length": 5}}, "/a")
    assert made == FieldError("/a", "string_too_long", "At most 5 characters.", "Højst 5 tegn.")
    made = field_error({"type": "too_long", "input": "abc", "ctx": {"max_length": 2}}, "/a")
    assert made.code == "string_too_long"
    made = field_error({"type": "too_long", "input": ["a"], "ctx": {"max_length": 2}}, "/a")
    assert made.message_da == "Højst 2 elementer."


def test_a_long_list_of_choices_is_not_repeated() -> None:
    short = field_error({"type": "enum", "ctx": {"expected": "'a' or 'b'"}}, "")
    assert short.message_en == "Must be one of 'a' or 'b'."
    long = field_error({"type": "enum", "ctx": {"expected": "x" * 301}}, "")
    assert long.code == "not_a_choice"
    assert "xxx" not in long.message_en


def test_an_exception_without_words_of_its_own_is_invalid() -> None:
    class HalfError(ValueError):
        code = "half"

    made = field_error({"type": "value_error", "ctx": {"error": HalfError(SECRET)}}, "/a")
    assert made.code == "invalid"


@pytest.mark.parametrize(
    ("location", "kind", "pointer"),
    [
        (("a", 0, "b"), "int_type", "/a/0/b"),
        (("a", 0, "b", "int"), "int_type", "/a/0/b"),
        (("a", 0, "Branch", "c"), "missing", "/a/0/c"),
        (("a", 9, "b"), "int_type", "/a"),
        ((SECRET, "x"), "int_type", ""),
        (("a", SECRET), "extra_forbidden", "/a"),
        (("x/y~z",), "missing", "/x~1y~0z"),
        ((), "model_type", ""),
    ],
)
def test_pointers_follow_the_body(location: tuple[str | int, ...], kind: str, pointer: str) -> None:
    body = {"a": [{"b": "x"}], SECRET: {"x": 1}}
    assert pointer_into(body, location, kind=kind) == pointer


_ENGLISH = {"or", "the", "must", "be", "of", "and", "is", "not", "least", "most", "should", "valid", "input", "value"}
_ENGLISH |= {"string", "with", "than", "this"}


def english_in(text: str) -> set[str]:
    """English words of a Danish text, leaving out what it quotes."""
    plain = re.sub(r"'[^']*'|`[^`]*`", "", text)
    return set(re.findall(r"[a-zæøå_]+", plain.lower())) & _ENGLISH


def inputs() -> list[Any]:
    """Every type that comes in over the API: bodies and queries."""
    routes = [route for router in ROUTERS for route in router.routes if isinstance(route, APIRoute)]
    bodies = [route.body_field for route in routes if route.body_field]
    queries = [field for route in routes for field in route.dependant.query_params]
    return list({repr(each.field_info.annotation): each.field_info.annotation for each in (*bodies, *queries)}.values())


def wrong_values(annotation: Any) -> Iterator[object]:
    odd: list[object] = [None, True, -1, 0, 10**9, 1.5, "", " ", "x", "x" * 9999, "a@b", "2026-02-30", "9999-12-31"]
    odd += ["2026-01-01T00:00:00", "0001-01-01T00:00:00+14:00", [], ["x"], ["x"] * 400, {}, {"x": 1}]
    yield from odd
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        for name in annotation.model_fields:
            yield from ({name: each} for each in odd)
            yield from ({name: [each]} for each in odd)


def test_no_view_answers_in_danish_with_english_words() -> None:
    kinds = set()
    for annotation in inputs():
        adapter = TypeAdapter(annotation)
        for value in wrong_values(annotation):
            try:
                adapter.validate_python(value)
            except ValidationError as error:
                for each in error.errors():
                    made = field_error(each, "")
                    kinds.add(each["type"])
                    assert not english_in(made.message_da), (annotation, each["type"], made.message_da)
                    assert made.message_da != made.message_en
    assert {
        "missing",
        "extra_forbidden",
        "enum",
        "literal_error",
        "value_error",
        "string_too_long",
        "too_long",
    } <= kinds


@pytest.mark.parametrize("kind", typing.get_args(ErrorType))
def test_no_type_of_error_is_told_in_english_to_danes(kind: str) -> None:
    facts = {"expected": "'a', 'b or c' or 'd'", "min_length": 1, "max_length": 2, "ge": 1, "gt": 1, "le": 1, "lt": 1}
    made = field_error({"type": kind, "ctx": {**facts, "multiple_of": 2}}, "/a")
    assert not english_in(made.message_da)
    assert made.message_da != made.message_en


def test_choices_are_joined_in_the_readers_language() -> None:
    made = field_error({"type": "enum", "ctx": {"expected": "'victim' or 'perpetrator'"}}, "/track")
    assert made.message_en == "Must be one of 'victim' or 'perpetrator'."
    assert made.message_da == "Skal være en af 'victim' eller 'perpetrator'."
    members = "<SessionStatus.PLANNED: 'planned'> or <SessionStatus.HELD: 'held'>"
    made = field_error({"type": "literal_error", "ctx": {"expected": members}}, "/status")
    assert made.message_en == "Must be one of 'planned' or 'held'."
    assert made.message_da == "Skal være en af 'planned' eller 'held'."


def kinds_of(kind: type[Any]) -> Iterator[type[Any]]:
    for each in kind.__subclasses__():
        yield each
        yield from kinds_of(each)


def test_what_the_code_itself_says_is_danish_too() -> None:
    assert inputs()  # imports every view
    for problem in {*kinds_of(Problem)}:
        texts = [getattr(problem, name) for name in ("title", "default_detail")]
        assert [each.da for each in texts if english_in(each.da) or each.da == each.en] == []
    for value in {*kinds_of(InvalidValue)}:
        assert not english_in(value.message_da)
        assert value.message_da != value.message_en
