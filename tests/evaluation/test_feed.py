"""Where a reader is: nothing is missed, nothing is told twice in ordinary use, and nobody reads a cursor."""

import random
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import pytest

from app.common.errors import InvalidCursor
from app.evaluation.feed import OVERLAP, PAGE, Place, event_of, opened, seal

SECRET = b"s" * 32
VIVE, OTHER = uuid4(), uuid4()
START = datetime(2026, 3, 1, tzinfo=UTC)


def published(at: datetime, status: str = "published", identity: UUID | None = None) -> dict[str, Any]:
    return {"id": identity or uuid4(), "status": status, "changed_at": at}


def asked(rows: list[dict[str, Any]], place: Place) -> list[dict[str, Any]]:
    """What the query gives: a page of what changed since, without what was told."""
    since = [each for each in rows if place.since is None or each["changed_at"] >= place.since]
    since.sort(key=lambda each: (each["changed_at"], each["id"]))
    return [each for each in since if event_of(each) not in place.told][:PAGE]


def kept(place: Place) -> Place:
    return opened(seal(place, SECRET, VIVE), SECRET, VIVE)


def test_what_was_told_does_not_come_again_even_at_once() -> None:
    rows = [published(START + timedelta(seconds=each)) for each in range(3)]
    place = kept(Place().next(asked(rows, Place()), START + timedelta(seconds=3)))
    assert asked(rows, place) == []
    assert asked(rows, kept(place.next([], START + timedelta(days=1)))) == []


def test_what_was_recalled_comes_again_as_such() -> None:
    first = published(START)
    place = kept(Place().next([first], START + timedelta(seconds=1)))
    tombstone = published(START + timedelta(seconds=2), "recalled", first["id"])
    assert asked([tombstone], place) == [tombstone]


def test_what_commits_late_is_not_missed() -> None:
    rows = [published(START + timedelta(seconds=30))]
    place = kept(Place().next(rows, START + timedelta(seconds=31)))
    late = published(START + timedelta(seconds=5))
    assert asked([*rows, late], place) == [late]


def test_a_reader_who_came_before_everything_misses_nothing() -> None:
    place = kept(Place().next([], START))
    row = published(START - OVERLAP / 2)
    assert asked([row], place) == [row]


@pytest.mark.parametrize("seed", range(20))
def test_many_at_a_time_come_page_by_page_to_an_end(seed: int) -> None:
    chance = random.Random(seed)
    rows = [
        published(START + timedelta(microseconds=chance.randrange(50 * 10**6))) for _ in range(chance.randrange(80))
    ]
    now = START + timedelta(seconds=chance.choice([50, 5000]))
    place, told = Place(), []
    for _ in range(40):
        page = asked(rows, place)
        if not page:
            break
        told += [each["id"] for each in page]
        place = kept(place.next(page, now))
    assert asked(rows, place) == []
    assert set(told) == {each["id"] for each in rows}


def test_a_cursor_is_one_organisations() -> None:
    cursor = seal(Place(START), SECRET, VIVE)
    assert opened(cursor, SECRET, VIVE) == Place(START)
    assert str(START.year) not in cursor
    for secret, organisation, text in ((SECRET, OTHER, cursor), (b"t" * 32, VIVE, cursor), (SECRET, VIVE, cursor[:-2])):
        with pytest.raises(InvalidCursor):
            opened(text, secret, organisation)
