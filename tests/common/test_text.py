import unicodedata
from typing import Annotated, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field, TypeAdapter, ValidationError

from app.common.text import LongText, ShortText

short: TypeAdapter[str] = TypeAdapter(ShortText)
long: TypeAdapter[str] = TypeAdapter(LongText)
narrow: TypeAdapter[str] = TypeAdapter(Annotated[ShortText, Field(max_length=3)])


def _refusal(adapter: TypeAdapter[str], value: Any) -> str:
    with pytest.raises(ValidationError) as refused:
        adapter.validate_python(value)
    error = refused.value.errors()[0]
    raised = error.get("ctx", {}).get("error")
    return getattr(raised, "code", error["type"])


def test_text_is_stripped_and_composed() -> None:
    assert short.validate_python("  A\u030arhus\n") == "Århus"
    assert long.validate_python(" a\r\nb\tc\n") == "a\nb\tc"
    assert short.validate_python("\u00a0Søren 😀 Ærø\u00a0") == "Søren 😀 Ærø"


@pytest.mark.parametrize(
    ("value", "code"),
    [
        ("a\x00b", "control_character"),
        ("a\x1b[31m", "control_character"),
        ("a\x85b", "control_character"),
        ("a\x1f", "control_character"),
        ("a\u202eb", "bidi_character"),
        ("a\u2066b", "bidi_character"),
        ("a\ud800b", "lone_surrogate"),
        ("", "string_too_short"),
        (" \n\t ", "string_too_short"),
        (17, "string_type"),
        (None, "string_type"),
    ],
)
def test_what_no_text_may_hold(value: Any, code: str) -> None:
    assert _refusal(short, value) == code
    assert _refusal(long, value) == code


def test_lines_and_lengths() -> None:
    assert _refusal(short, "a\nb") == "control_character"
    assert _refusal(short, "a\tb") == "control_character"
    assert _refusal(long, "a\rb") == "control_character"
    assert _refusal(short, "x" * 201) == "string_too_long"
    assert _refusal(long, "x" * 10_001) == "string_too_long"
    assert _refusal(narrow, "abcd") in {"string_too_long", "too_long"}
    assert narrow.validate_python(" abc ") == "abc"
    assert short.json_schema()["maxLength"] == 200
    assert narrow.json_schema()["maxLength"] == 3


@given(st.text())
def test_what_is_accepted_is_normal_and_stays(text: str) -> None:
    try:
        accepted = long.validate_python(text)
    except ValidationError:
        return
    assert unicodedata.is_normalized("NFC", accepted)
    assert accepted == accepted.strip()
    assert long.validate_python(accepted) == accepted
