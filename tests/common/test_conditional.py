import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.conditional import etag_of, not_modified, require_match
from app.common.errors import PreconditionFailed, PreconditionRequired

CURRENT = etag_of("citizen", 3)


def test_an_etag_is_strong_quoted_and_stable() -> None:
    assert re.fullmatch(r'"[A-Za-z0-9_-]{22}"', CURRENT)
    assert etag_of("citizen", 3) == CURRENT
    assert etag_of("citizen", 4) != CURRENT


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]))), st.lists(st.text(max_size=3)))
def test_different_parts_give_different_etags(one: list[str], other: list[str]) -> None:
    assert (etag_of(*one) == etag_of(*other)) == (one == other)


@pytest.mark.parametrize("header", [CURRENT, f"  {CURRENT}\t", f'"x" , {CURRENT}', f'W/"y",{CURRENT}'])
def test_a_tag_that_is_current_passes(header: str) -> None:
    require_match(header, CURRENT)


@pytest.mark.parametrize("header", [None, "", "  ", "*", " * "])
def test_without_a_tag_it_is_required(header: str | None) -> None:
    with pytest.raises(PreconditionRequired):
        require_match(header, CURRENT)


@pytest.mark.parametrize(
    "header",
    [
        '"other"',
        f"W/{CURRENT}",
        CURRENT.strip('"'),
        f"{CURRENT} x",
        f"{CURRENT}, *",
        f"{CURRENT},,",
        '"',
        f'"{CURRENT}"',
        "," * 5000,
    ],
)
def test_anything_else_has_failed(header: str) -> None:
    with pytest.raises(PreconditionFailed):
        require_match(header, CURRENT)


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        (None, False),
        ("", False),
        ("*", True),
        (CURRENT, True),
        (f"W/{CURRENT}", True),
        (f'"a", {CURRENT}', True),
        ('"a"', False),
        (CURRENT.strip('"'), False),
    ],
)
def test_not_modified_compares_weakly(header: str | None, *, expected: bool) -> None:
    assert not_modified(header, CURRENT) is expected
