import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.languages import preferred_language


@pytest.mark.parametrize(
    ("header", "language"),
    [
        (None, "en"),
        ("", "en"),
        ("da", "da"),
        ("DA-dk", "da"),
        ("en, da", "en"),
        ("da, en", "da"),
        ("en;q=0.5, da;q=0.8", "da"),
        ("da;q=0.5, en;q=0.8", "en"),
        ("da;q=0", "en"),
        ("en;q=0, *", "da"),
        ("*", "en"),
        ("*, da;q=0.5", "en"),
        ("*;q=0.1, da;q=0.5", "da"),
        ("nb, sv;q=0.9, da;q=0.3, en;q=0.2", "da"),
        ("da;q=0.3, da-DK;q=0.9, en;q=0.5", "da"),
        ("da;q=2, en;q=0.1", "en"),
        ("dansk og engelsk", "en"),
        (";;;,,,q=", "en"),
        ("danish", "en"),
        ("en-GB, en;q=0.9", "en"),
    ],
)
def test_the_language_asked_for(header: str | None, language: str) -> None:
    assert preferred_language(header) == language


@given(st.text())
def test_any_header_gives_one_of_the_two(header: str) -> None:
    assert preferred_language(header) in {"da", "en"}
