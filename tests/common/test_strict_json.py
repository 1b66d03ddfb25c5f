import contextlib
import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.strict_json import StrictJSONError, loads

SECRET = "0101901234"

json_values = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**17), 10**17)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00")),
            inner,
            max_size=4,
        )
    ),
    max_leaves=20,
)

REFUSED: list[tuple[bytes, str, str]] = [
    (b"\xff", "not_utf8", ""),
    (b'"\xed\xa0\x80"', "not_utf8", ""),
    ('{"a": 1}'.encode("utf-16"), "not_utf8", ""),
    ('{"a": 1}'.encode("utf-16-le"), "not_utf8", ""),
    ('{"a": 1}'.encode("utf-16-be"), "not_utf8", ""),
    ('{"a": 1}'.encode("utf-32-be"), "not_utf8", ""),
    (b"\xef\xbb\xbf{}", "byte_order_mark", ""),
    (b"", "invalid_json", ""),
    (b"{", "invalid_json", ""),
    (b"{} {}", "invalid_json", ""),
    (b"[1,]", "invalid_json", ""),
    (b"{'a': 1}", "invalid_json", ""),
    (b'"\x00"', "not_utf8", ""),
    (b'["\x00"]', "invalid_json", ""),
    (b'["a\nb"]', "invalid_json", ""),
    (b'"\\x"', "invalid_json", ""),
    ("[\u0661]".encode(), "invalid_json", ""),
    (b'{"a": 1, "a": 1}', "duplicate_member", ""),
    (b'{"a": [{"b": 1, "\\u0062": 2}]}', "duplicate_member", "/a/0"),
    (b"NaN", "not_a_number", ""),
    (b'{"a": -Infinity}', "not_a_number", "/a"),
    (b'{"a": ["x", Infinity]}', "not_a_number", "/a/1"),
    (b'{"a": "\\ud800"}', "lone_surrogate", "/a"),
    (b'{"a": {"\\udfff": 1}}', "lone_surrogate", "/a"),
    (b'{"a": "\\u0000"}', "nul_character", "/a"),
    (b'{"\\u0000": 1}', "nul_character", ""),
    (b"1" * 19, "number_too_long", ""),
    (b'{"a": -' + b"1" * 4301 + b"}", "number_too_long", "/a"),
    (b'{"a": 1e999}', "number_too_long", "/a"),
    (b'{"a": 0.' + b"1" * 100 + b"}", "number_too_long", "/a"),
    (b"[" * 33 + b"]" * 33, "too_deep", "/0" * 32),
    (b"[" * 100_000, "too_deep", ""),
    (b'{"a":' * 100_000, "too_deep", ""),
]


@pytest.mark.parametrize(("data", "code", "pointer"), REFUSED)
def test_what_is_refused_says_why_and_where(data: bytes, code: str, pointer: str) -> None:
    with pytest.raises(StrictJSONError) as refused:
        loads(data)
    assert (refused.value.code, refused.value.pointer) == (code, pointer)


@pytest.mark.parametrize(
    ("data", "value"),
    [
        (b"1" * 18, int("1" * 18)),
        (b"-" + b"9" * 18, -int("9" * 18)),
        (b"[" * 32 + b"]" * 32, json.loads("[" * 32 + "]" * 32)),
        ('"\\ud83d\\ude00 æøå"'.encode(), "😀 æøå"),
        (b' {"a": 1.5e3} ', {"a": 1500.0}),
        (b'{"a": {"x": 1}, "b": {"x": 1}}', {"a": {"x": 1}, "b": {"x": 1}}),
    ],
)
def test_what_is_accepted(data: bytes, value: Any) -> None:
    assert loads(data) == value


@pytest.mark.parametrize(
    "data",
    [
        b'{"0101901234": NaN}',
        b'{"_0101901234": NaN}',
        b'{"a b": {"0101901234": {"x": NaN}}}',
        b'{"a": 0101901234}',
        b'["0101901234", "\\ud800"]',
    ],
)
def test_nothing_of_the_input_is_repeated(data: bytes) -> None:
    with pytest.raises(StrictJSONError) as refused:
        loads(data)
    assert SECRET not in f"{refused.value!r} {refused.value.pointer}"


@given(json_values)
def test_what_json_writes_is_read_the_same(value: Any) -> None:
    assert loads(json.dumps(value).encode(), max_depth=100) == value


@given(st.binary(max_size=60) | st.text(alphabet='{}[]",:\\u0d8a1e-.NI ', max_size=40).map(str.encode))
def test_whatever_is_accepted_json_accepts_equally_and_nothing_else_is_raised(data: bytes) -> None:
    try:
        read = loads(data)
    except StrictJSONError:
        return
    assert read == json.loads(data)


@pytest.mark.parametrize(
    "data",
    [
        b'"' + b'\\"' * 500_000,
        b"[" + b"1," * 400_000 + b"1]",
        b'{"a":' + b" " * 900_000 + b"1}",
        b"1" * 1_000_000,
        b"0." + b"1" * 1_000_000,
        b'["' + b"\\u00e6" * 150_000 + b'"]',
    ],
)
def test_a_large_document_costs_linear_time(data: bytes) -> None:
    begun = time.perf_counter()
    with contextlib.suppress(StrictJSONError):
        loads(data)
    assert time.perf_counter() - begun < 2
