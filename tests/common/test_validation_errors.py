import typing

import pytest
from pydantic_core.core_schema import ErrorType

from app.common.problem import FieldError
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
