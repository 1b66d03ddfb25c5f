import polars as pl
import pytest

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import PLACE, Declared
from app.evaluation.disclosure.homogeneity import Distributions
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, Case, case, programme

OUTCOMES = (*DECLARED.outcomes, "contact_time")
YEARS = (2022, 2023, 2024)


def classes(one: Case) -> dict[tuple[str, ...], dict[str, int]]:
    """The true distribution of each class that is shown, from the ledger."""
    found: dict[tuple[str, ...], dict[str, int]] = {}
    shown = one.built.cells.filter((pl.col("status") == "published") & pl.col("measure").is_in(OUTCOMES))
    for row in (
        shown.join(one.built.ledger.filter(pl.col("file") == "cells"), on=[*PLACE, "category"], how="left")
        .select(*PLACE, "category", "persons")
        .iter_rows()
    ):
        found.setdefault(row[:-2], {})[row[-2]] = len(row[-1] or ())
    return found


@pytest.mark.parametrize("seed", range(1, 4))
def test_no_class_that_is_shown_tells_what_everybody_in_it_has(seed: int) -> None:
    for one in (case(seed, 300), case(seed)):
        found = classes(one)
        assert len(found) > 20
        for which, counts in found.items():
            persons, several = sum(counts.values()), [each for each in counts.values() if each]
            assert set(counts) == set(DECLARED.categories(which[-1]))
            assert len(several) >= 2
            assert max(several) <= 0.9 * persons
            assert persons >= 5 * len(counts)


def test_a_class_is_shown_whole_or_not_at_all(usual: Case) -> None:
    of_class = usual.built.cells.group_by(PLACE).agg(pl.col("status").n_unique())
    assert of_class["status"].max() == 1


def test_a_class_shows_the_finer_measure_or_the_coarser_one(usual: Case) -> None:
    shown = [which for which in classes(usual) if which[-1].startswith("who5")]
    assert {which[-1] for which in shown} == {"who5_band_change", "who5_change"}
    assert len(shown) == len({which[:-1] for which in shown})


def test_steps_of_one_ladder_are_not_shown_together(usual: Case) -> None:
    """Else the difference of a class and its parts would be about those that were left out."""
    for which in classes(usual):
        table, period, place, track, sex, age = which[0], which[2], which[3:5], *which[5:8]
        beside = [
            other for other in classes(usual) if other[0] == table and other[3:5] == place and other[-1] == which[-1]
        ]
        if table == "outcome_place":
            assert not any(other[5] == "all" and track != "all" for other in beside)
            assert not any("-" in other[2] and "-" not in period for other in beside)
        elif table == "outcome_people":
            assert not any(other[5:7] == (track, sex) and other[7] == "all" and age != "all" for other in beside)


def _answered_alike(share: float) -> Case:
    """All of a large programme end as planned, but for a part."""
    microdata = programme(1)
    persons = microdata.persons.with_row_index("at").with_columns(
        pl.when(pl.col("ended_on").is_null())
        .then(None)
        .when(pl.col("at") % 1000 < share * 1000)
        .then(pl.lit("planned"))
        .otherwise(pl.lit("no_show"))
        .alias("closing")
    )
    changed = type(microdata)(
        persons.drop("at"), microdata.costs, microdata.tallies, microdata.taken_at, microdata.places
    )
    return Case(changed, build(changed, DECLARED, SECRET, "r", YEARS))


def test_what_nearly_everybody_has_is_not_told() -> None:
    endings = _answered_alike(0.97).built.cells.filter(pl.col("measure") == "ending")
    assert set(endings["status"]) <= {"suppressed", "rolled_up"}
    mixed = _answered_alike(0.5).built.cells.filter(pl.col("measure") == "ending")
    assert "published" in set(mixed["status"])


def test_the_limits_are_exact() -> None:
    which = ("outcome_place", "cohort", "2022", "project", "p", "all", "all", "all", "benefit")

    def shows(*counts: int, declared: Declared = DECLARED) -> bool:
        return Distributions(declared, {which: sorted(counts)}).shows(which)

    assert shows(1, 7, 7)
    assert not shows(7, 7)  # fourteen are too few for three categories
    assert shows(18, 2)
    assert not shows(19, 2)
    assert not shows(20)
    assert not shows()
