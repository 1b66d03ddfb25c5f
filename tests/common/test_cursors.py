import base64

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.cursors import MAX_CURSOR_LENGTH, open_cursor, seal_cursor
from app.common.errors import InvalidCursor

SECRET = b"s" * 32
CONTEXT = {"organisation": "o1", "role": "ngo", "route": "/v1/citizens", "sort": "name"}
POSITION: list[str | int | None] = ["2026-01-02T03:04:05Z", 42, None, "Ærø"]

positions = st.lists(
    st.none()
    | st.integers(-(10**17), 10**17)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=20),
    max_size=4,
)


@given(positions)
def test_a_cursor_opens_to_what_was_sealed(position: list[str | int | None]) -> None:
    cursor = seal_cursor(SECRET, context=CONTEXT, position=position)
    opened = open_cursor(SECRET, cursor, context=dict(reversed(CONTEXT.items())))
    assert opened == position
    assert list(map(type, opened)) == list(map(type, position))


def test_a_cursor_shows_nothing_and_is_never_the_same_twice() -> None:
    cursors = {seal_cursor(SECRET, context=CONTEXT, position=["Hansen"]) for _ in range(50)}
    assert len(cursors) == 50
    assert not any(b"Hansen" in base64.urlsafe_b64decode(c + "==") for c in cursors)


@pytest.mark.parametrize("key", CONTEXT)
def test_another_context_does_not_open_it(key: str) -> None:
    cursor = seal_cursor(SECRET, context=CONTEXT, position=POSITION)
    for other in ({**CONTEXT, key: "other"}, {k: v for k, v in CONTEXT.items() if k != key}):
        with pytest.raises(InvalidCursor):
            open_cursor(SECRET, cursor, context=other)
    with pytest.raises(InvalidCursor):
        open_cursor(b"t" * 32, cursor, context=CONTEXT)


def test_every_flipped_bit_and_every_truncation_is_refused() -> None:
    cursor = seal_cursor(SECRET, context=CONTEXT, position=POSITION)
    sealed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    altered = [
        sealed[:i] + bytes([sealed[i] ^ (1 << bit)]) + sealed[i + 1 :] for i in range(len(sealed)) for bit in range(8)
    ]
    altered += [sealed[:length] for length in range(len(sealed))]
    for data in altered:
        with pytest.raises(InvalidCursor):
            open_cursor(SECRET, base64.urlsafe_b64encode(data).rstrip(b"=").decode(), context=CONTEXT)


def test_one_position_has_one_spelling() -> None:
    cursor = seal_cursor(SECRET, context=CONTEXT, position=["ab"])
    for odd in (cursor + "=", cursor + "A", f" {cursor}", cursor + "\n", cursor[:-1] + "é"):
        with pytest.raises(InvalidCursor):
            open_cursor(SECRET, odd, context=CONTEXT)
    spellings = 0
    for last in "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_":
        try:
            open_cursor(SECRET, cursor[:-1] + last, context=CONTEXT)
        except InvalidCursor:
            continue
        spellings += 1
    assert spellings == 1


@given(st.text(max_size=80))
def test_any_text_is_refused_quietly(text: str) -> None:
    with pytest.raises(InvalidCursor):
        open_cursor(SECRET, text, context=CONTEXT)


def test_a_cursor_does_not_tell_how_many_figures_a_number_has() -> None:
    positions = ([1], [10**6], [10**17], ["2026-01-02T03:04:05.123456Z", "0c8d1b7e-5b57-4f0a-8a55-6a1f7b0a9e21"])
    assert len({len(seal_cursor(SECRET, context=CONTEXT, position=position)) for position in positions}) == 1


def test_length_is_bounded_both_ways() -> None:
    with pytest.raises(InvalidCursor):
        open_cursor(SECRET, "A" * (MAX_CURSOR_LENGTH + 1), context=CONTEXT)
    with pytest.raises(ValueError, match="too long"):
        seal_cursor(SECRET, context=CONTEXT, position=["x" * 1000])
