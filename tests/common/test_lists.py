"""Lists in which nothing stands twice."""

import pytest

from app.common.lists import distinct


def test_a_list_without_repeats_stays_as_it_is() -> None:
    assert distinct(["b", "a"]) == ["b", "a"]
    with pytest.raises(ValueError, match="more than once"):
        distinct(["a", "b", "a"])
