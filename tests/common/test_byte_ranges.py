"""RFC 9110 §§ 13-14, case by case."""

import base64
import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.common.byte_ranges import digest_header, part_of, sha256_etag

ETAG = sha256_etag("ab" * 32)
SIZE = 1000


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ("bytes=0-499", "bytes 0-499/1000"),
        ("bytes=500-", "bytes 500-999/1000"),
        ("bytes=999-", "bytes 999-999/1000"),
        ("bytes=-1", "bytes 999-999/1000"),
        ("bytes=-5000", "bytes 0-999/1000"),
        ("bytes=0-99999", "bytes 0-999/1000"),
        ("Bytes= 1-1 ", "bytes 1-1/1000"),
    ],
)
def test_a_part(value: str, said: str) -> None:
    part = part_of("GET", {"range": value}, ETAG, SIZE)
    assert (part.status, part.headers) == (206, {"Content-Range": said})
    assert part.said == f"bytes={part.start}-{part.end - 1}"


@pytest.mark.parametrize("value", ["bytes=1000-", "bytes=5000-6000", "bytes=-0"])
def test_none_of_the_file_is_in_it(value: str) -> None:
    part = part_of("GET", {"range": value}, ETAG, SIZE)
    assert (part.status, part.headers) == (416, {"Content-Range": "bytes */1000"})


@pytest.mark.parametrize(
    "value",
    ["", "bytes=", "bytes=-", "bytes=5-1", "bytes=a-b", "items=0-1", "bytes=0-1,3-4", "bytes=0-1;", "bytes=٠-١",
     "bytes=" + "9" * 30 + "-"],
)  # fmt: skip
def test_what_is_no_range_is_answered_with_the_whole(value: str) -> None:
    part = part_of("GET", {"range": value}, ETAG, SIZE)
    assert (part.status, part.start, part.end, part.said) == (200, 0, SIZE, None)


@pytest.mark.parametrize(
    ("if_range", "status"),
    [
        (ETAG, 206),
        (f"W/{ETAG}", 200),
        ('"sha256-other"', 200),
        ("Mon, 01 Jan 2026 00:00:00 GMT", 200),
        ("*", 200),
    ],
)
def test_if_range_goes_on_only_with_the_same_file(if_range: str, status: int) -> None:
    assert part_of("GET", {"range": "bytes=10-", "if-range": if_range}, ETAG, SIZE).status == status


@pytest.mark.parametrize("tag", [ETAG, f"W/{ETAG}", "*", f'"x", {ETAG}'])
def test_if_none_match_comes_before_range(tag: str) -> None:
    for value in ("bytes=0-1", "bytes=5000-"):
        assert part_of("GET", {"if-none-match": tag, "range": value}, ETAG, SIZE).status == 304
    assert part_of("HEAD", {"if-none-match": tag}, ETAG, SIZE).status == 304


def test_a_head_has_no_parts() -> None:
    assert part_of("HEAD", {"range": "bytes=0-1"}, ETAG, SIZE).status == 200


def test_an_empty_file_has_no_parts() -> None:
    assert part_of("GET", {"range": "bytes=0-"}, ETAG, 0).status == 416
    assert part_of("GET", {}, ETAG, 0).end == 0


@given(st.integers(0, 50), st.integers(0, 60), st.integers(0, 60))
def test_a_part_lies_within_the_file(size: int, first: int, last: int) -> None:
    content = bytes(range(size))
    part = part_of("GET", {"range": f"bytes={first}-{last}"}, ETAG, size)
    if part.status == 206:
        assert content[part.start : part.end] == content[first : last + 1] != b""
    elif part.status == 416:
        assert content[first : last + 1] == b""
    else:
        assert last < first


def test_digests() -> None:
    digest = hashlib.sha256(b"abc")
    expected = f"sha-256=:{base64.b64encode(digest.digest()).decode()}:"
    assert digest_header(b"abc") == digest_header(hexadecimal=digest.hexdigest()) == expected
