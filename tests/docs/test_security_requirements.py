"""Every requirement is shown by tests that are there, or says why not; and the page says what the data say."""

import re
from collections import Counter

import pytest

from tests.docs.security_page import PAGE, Source, collected, read, render

REQUIREMENTS = read()
TESTS = collected()


def test_the_page_is_in_step() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run `python -m tests.docs.security_page`"


@pytest.mark.parametrize("source", REQUIREMENTS, ids=lambda source: source.name)
def test_every_test_that_is_named_is_there(source: Source) -> None:
    assert [test for entry in source.entries for test in entry.tests if test not in TESTS] == []


@pytest.mark.parametrize("source", REQUIREMENTS, ids=lambda source: source.name)
def test_every_entry_says_one_thing(source: Source) -> None:
    for entry in source.entries:
        assert [bool(entry.tests), bool(entry.reason), bool(entry.later)].count(True) == 1, entry.id
        assert not entry.later or entry.later.startswith("issue "), entry.id
        assert source.name == "negative-cases" or entry.text, entry.id
        assert "|" not in entry.id + entry.text + entry.reason + entry.later, entry.id
    assert [name for name, count in Counter(entry.id for entry in source.entries).items() if count > 1] == []


def of(name: str) -> Source:
    return next(each for each in REQUIREMENTS if each.name == name)


def test_no_chapter_and_no_risk_is_left_out() -> None:
    assert [int(re.findall(r"\d+", title)[0]) for title in of("asvs").groups] == list(range(1, 18))
    risks = {entry.id.partition(":")[0] for entry in of("api-top-ten").entries}
    assert risks == {f"API{number}" for number in range(1, 11)}
    standards = {entry.id.split()[0] for entry in of("oauth").entries}
    assert standards == {"FAPI2", "RFC9068", "RFC8725", "RFC7523"}


def test_a_test_that_is_not_there_would_be_noticed() -> None:
    assert "tests/docs/test_security_requirements.py::test_the_page_is_in_step" in TESTS
    assert "tests/auth/test_keys.py::TestRing::test_a_new_ring_has_one_of_each" in TESTS
    assert "tests/docs/test_security_requirements.py::test_nothing" not in TESTS
    assert len(TESTS) > 500
