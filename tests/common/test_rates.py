"""Token buckets, at a clock that stands until it is moved."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from app.common.rates import SECOND, Buckets
from app.settings import Rate, RateSetting


class Clock:
    """Stands still."""

    def __init__(self) -> None:
        self.now = 77 * SECOND

    def __call__(self) -> int:
        return self.now

    def pass_(self, seconds: float) -> None:
        self.now += int(seconds * SECOND)


def test_so_many_at_once_and_then_evenly() -> None:
    clock = Clock()
    buckets = Buckets("some", 4, 2, clock=clock)

    assert [buckets.take("a").field for _ in range(4)] == [
        *('"some";r=3;t=1', '"some";r=2;t=1', '"some";r=1;t=1', '"some";r=0;t=1')
    ]
    refused = buckets.take("a")
    assert (refused.granted, refused.left, refused.more_in, refused.policy) == (False, 0, 1, '"some";q=4;w=2')
    assert buckets.take("b").granted, "another's is another's"

    clock.pass_(0.49)
    assert not buckets.take("a").granted, "being refused costs nothing, and wins nothing"
    clock.pass_(0.01)
    assert [buckets.take("a").granted for _ in range(2)] == [True, False]
    clock.pass_(3600)
    assert [buckets.take("a").granted for _ in range(5)] == [True, True, True, True, False], "never more than that"


def test_what_is_given_back_was_never_taken() -> None:
    buckets = Buckets("some", 1, 60, clock=Clock())
    assert buckets.take("a").granted
    buckets.give_back("a")
    assert buckets.take("a").granted
    assert buckets.take("a").more_in == 60


def test_the_longest_unused_is_forgotten_first() -> None:
    buckets = Buckets("some", 1, 60, clock=Clock(), most=2)
    assert buckets.take("a").granted
    assert buckets.take("b").granted
    assert not buckets.take("a").granted
    assert buckets.take("c").granted
    assert len(buckets) == 2
    assert not buckets.take("a").granted
    assert buckets.take("b").granted


@given(st.tuples(st.integers(1, 500), st.integers(1, 100)), st.lists(st.integers(0, 2 * SECOND), max_size=300))
def test_no_window_has_more_than_the_rate_allows(rate: tuple[int, int], pauses: list[int]) -> None:
    clock, granted = Clock(), []
    buckets = Buckets("some", *rate, clock=clock)
    for pause in pauses:
        clock.now += pause
        standing = buckets.take("a")
        assert standing.granted or standing.left == 0
        if standing.granted:
            granted.append(clock.now)
    each = rate[1] * SECOND // rate[0]
    for start in range(len(granted)):
        for end in range(start, len(granted)):
            assert end - start + 1 <= rate[0] + (granted[end] - granted[start]) // each


def test_a_share_of_it() -> None:
    assert Rate(200, 4).shared(3) == (66, 4)
    assert Rate(1, 4).shared(3) == (1, 4)


@pytest.mark.parametrize("wrong", ["", "200", "0/1", "1/0", "-1/1", "1/1/1", "٢/1", "many", 7, None, (1, 2, 3)])
def test_a_rate_is_two_numbers(wrong: object) -> None:
    adapter = TypeAdapter[Rate](RateSetting)
    assert adapter.validate_python("200/4") == Rate(200, 4)
    with pytest.raises(ValidationError):
        adapter.validate_python(wrong)
