from datetime import UTC, datetime

import polars as pl
import pytest

from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import CANARY, Shape, as_known, synthetic
from tests.evaluation.disclosure.conftest import programme


def test_the_same_seed_gives_the_same_people() -> None:
    first, second, other = synthetic(1, Shape(citizens=200)), synthetic(1, Shape(citizens=200)), synthetic(2)
    assert first.persons.equals(second.persons)
    assert first.costs.equals(second.costs)
    assert first.tallies.equals(second.tallies)
    assert not set(first.persons["person"]) & set(other.persons["person"]) - {CANARY}


@pytest.mark.parametrize("citizens", [300, 1000, 3000])
def test_it_has_the_shape_that_was_asked_for(citizens: int) -> None:
    whole = programme(1, citizens)
    persons = whole.persons
    assert persons.height == citizens
    assert persons["project"].n_unique() == 8
    assert persons.filter(pl.col("project") == "project-08").height == 30
    assert 0.5 < persons["started_on"].count() / citizens < 0.65
    victims = persons.filter((pl.col("track") == "victim") & pl.col("sex").is_in(["female", "male"]))
    assert 0.91 < (victims["sex"] == "female").mean() < 0.99  # type: ignore[operator]
    couples = persons.group_by("case").agg("track", "project", "municipality").filter(pl.col("track").list.len() > 1)
    assert couples.height > citizens / 10
    assert all(sorted(tracks) == ["perpetrator", "victim"] for tracks in couples["track"])


def test_the_canary_is_one_of_a_kind_and_there_only_if_wanted() -> None:
    one = programme(1).persons.filter(pl.col("age") == 84)
    assert one.select("person", "track", "sex", "project").row(0) == (CANARY, "victim", "male", "project-08")
    assert one.height == 1
    assert CANARY not in set(synthetic(1, Shape(citizens=200, canary=False)).persons["person"])


def test_days_follow_each_other_and_values_follow_days() -> None:
    for row in programme(1).persons.iter_rows(named=True):
        days = [row[f"{step}_on"] for step in ("identified", "consented", "passed_on", "contacted", "started", "ended")]
        reached = [day for day in days if day is not None]
        assert days[: len(reached)] == sorted(reached)
        assert (row["ended_on"] is None) == (row["closing"] is None)
        assert row["started_on"] is not None or row["sessions"] == 0
        assert row["who5_end"] is None or row["ended_on"] is not None


def test_an_earlier_snapshot_holds_nothing_of_what_came_later() -> None:
    earlier = as_known(programme(1), datetime(2023, 3, 1, tzinfo=UTC))
    last = earlier.persons.select(pl.col("^.*_on$").max()).row(0)
    assert max(last) < datetime(2023, 3, 1, tzinfo=UTC).date()
    assert set(earlier.tallies["quarter"]) == {"2022Q1", "2022Q2", "2022Q3", "2022Q4"}
    assert set(earlier.costs["person"]) <= set(earlier.persons["person"])


def test_a_person_is_one_row() -> None:
    whole = programme(1)
    with pytest.raises(ValueError, match="one row"):
        Microdata(pl.concat([whole.persons, whole.persons[:1]]), whole.costs, whole.tallies, whole.taken_at)


def test_the_places_are_those_of_the_persons_where_none_are_named() -> None:
    whole = programme(1)
    named = Microdata(whole.persons, whole.costs, whole.tallies, whole.taken_at)
    assert set(named.places["code"]) == set(whole.places["code"])
