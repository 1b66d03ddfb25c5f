"""What a release in place of a recalled one makes again, what it keeps, and what is refused."""

from dataclasses import dataclass, field, replace
from typing import Any

import polars as pl
import pytest

from app.evaluation.attack.again import moved_by_few
from app.evaluation.attack.audit import on_exact_figures, on_what_was_made_again
from app.evaluation.disclosure.again import again
from app.evaluation.disclosure.besides import known_to_each, own_of_each
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED
from app.evaluation.disclosure.frames import FILES, KNOWN, LEDGER
from tests.evaluation.attack.by_hand import behind, ledger
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, known_by, programme

FIRST = range(40)


def test_one_corrected_value_moves_no_figure_of_a_release_in_place_of_a_recalled_one() -> None:
    known = known_by(programme(1), 2023)
    first = build(known, DECLARED, SECRET, "r", [2022])
    one = first.ledger.filter(pl.col("file") == "moments")["persons"][0][0]
    end = pl.when(pl.col("person") == one).then(100 - pl.col("who5_end")).otherwise("who5_end")
    costs = known.costs.with_columns(dkk=pl.when(pl.col("person") == one).then(pl.col("dkk") * 9).otherwise("dkk"))
    corrected = replace(known, persons=known.persons.with_columns(who5_end=end), costs=costs)

    second = build(corrected, DECLARED, SECRET, "r-2", [2022], [first], supersedes=first)

    for name, frame in first.published().items():
        assert second.published()[name].drop("release").equals(frame.drop("release")), name
    assert second.unshown.filter(pl.col("file") != "cells").is_empty()
    # Made as any other, means and moments tell of that one.
    blind = build(corrected, DECLARED, SECRET, "r-2", [2022])
    mutant = replace(second, means=blind.means, moments=blind.moments)
    assert not list(on_what_was_made_again(second, [first], DECLARED, corrected))
    found = list(on_what_was_made_again(mutant, [first], DECLARED, corrected))
    assert {each.what for each in found} == {"made again, though 0 came or went"}
    assert {dict(each.cell)["measure"] for each in found} >= {"who5", "moments"}


def mean(release: str, value: float) -> pl.DataFrame:
    row = {**behind([]), "release": release, "n": 40, "mean": value, "status": PUBLISHED}
    return pl.DataFrame([{name: row.get(name) for name in FILES["means"]}], schema=FILES["means"])


def whole(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.with_columns(pl.lit(ALL).alias(each) for each in COORDINATES if each not in frame.columns)


def known_of(persons: range, by: str = "ngo") -> pl.DataFrame:
    return pl.DataFrame([{"variable": "who5_end", "by": by, "persons": [*map(str, persons)]}], schema=KNOWN)


NOBODY = pl.DataFrame(schema=KNOWN)


def in_place(now: range, *read: pl.DataFrame, known: pl.DataFrame = NOBODY) -> bool:
    """Whether a mean of these is made again beside what was read."""
    frame, _ = again(
        DECLARED, whole(mean("r9", 2.0)), ledger(behind(now, release="r9")), whole(mean("r1", 1.0)), read, known
    )
    return bool(frame["mean"][0] == 2.0)


@pytest.mark.parametrize(("left", "made"), [(0, False), (9, False), (10, True)])
def test_a_figure_is_made_again_where_ten_came_or_went(left: int, made: bool) -> None:
    assert in_place(FIRST[left:], ledger(behind(FIRST))) is made


def test_what_was_kept_once_stays_kept() -> None:
    """Nine left before the second, of which nothing moved; by the third one more has."""
    first, kept = ledger(behind(FIRST)), ledger(behind(FIRST, release="r2"))
    made_again = ledger(behind(FIRST[10:], release="r2"))

    assert in_place(FIRST[10:], kept)
    assert not in_place(FIRST[10:], kept, first)
    assert not in_place(range(100, 140), kept, first)
    assert in_place(FIRST[20:], made_again, first)
    # As many erased from both: kept all the same. From the first alone: made again.
    erased = first.with_columns(removed=pl.lit(10, pl.Int64))
    assert not in_place(FIRST[30:], kept.with_columns(removed=pl.lit(10, pl.Int64)), erased)
    assert in_place(FIRST[20:], first, erased)


def test_all_but_a_few_of_those_who_left_are_one_controllers_own() -> None:
    first = ledger(behind(FIRST))

    assert in_place(FIRST[10:], first, known=known_of(range(10)))
    assert not in_place(FIRST[11:], first, known=known_of(range(10)))
    assert in_place(FIRST[20:], first, known=known_of(range(10)))
    # Who has other columns of them does not know what was answered.
    registered = known_of(range(10)).with_columns(variable=pl.lit("identified_on"))
    assert in_place(FIRST[11:], first, known=registered)


@dataclass(frozen=True)
class Out:
    release: str
    means: pl.DataFrame
    ledger: pl.DataFrame
    supersedes: str | None = None
    known: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=KNOWN))
    unshown: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=LEDGER))

    @property
    def parameters(self) -> dict[str, Any]:
        return {"release": self.release, "supersedes": self.supersedes}

    @property
    def cells(self) -> pl.DataFrame:
        return pl.DataFrame(schema=FILES["cells"])

    def published(self) -> dict[str, pl.DataFrame]:
        return {"means": self.means}


def test_the_attacker_sees_what_moved_and_looks_up_of_whom() -> None:
    first = Out("r1", mean("r1", 1.0), ledger(behind(FIRST)))
    kept = Out("r2", mean("r2", 1.0), ledger(behind(FIRST, release="r2")))

    def told(left: int, *chain: Out, known: pl.DataFrame = NOBODY) -> list[str]:
        moved = Out("r9", mean("r9", 2.0), ledger(behind(FIRST[left:], release="r9")))
        return [each.what for each in moved_by_few(moved, chain, DECLARED, known)]

    assert told(9, first) == ["made again, though 9 came or went"]
    assert told(10, first) == []
    assert told(11, first, known=known_of(range(10))) == [
        "made again, though few came or went besides those whom one knows"
    ]
    assert told(10, kept, first) == ["made again, though it was kept before"]


def test_what_was_kept_is_not_refused_for_those_who_were_erased_since() -> None:
    """It rested on ten when it was published."""
    microdata = known_by(programme(4, 400), 2023)

    def found(removed: int) -> list[str]:
        rows = [ledger(behind(range(9), release=each)).with_columns(removed=pl.lit(removed)) for each in ("r1", "r2")]
        first = Out("r1", mean("r1", 1.0), rows[0])
        second = Out("r2", mean("r2", 1.0), rows[1], supersedes="r1")
        return [each.what for each in on_exact_figures(second, [first], DECLARED, microdata)]

    assert found(1) == []
    assert any("rests on 9 persons" in each for each in found(0))


def test_whoever_only_registered_somebody_does_not_know_the_answers() -> None:
    rows = {
        "a": [("identified_on", "town"), ("who5_start", "town"), ("who5_end", "town")],
        "b": [("identified_on", "town"), ("who5_start", "ngo"), ("who5_end", "ngo")],
        "c": [("identified_on", "town"), ("who5_start", "ngo"), ("who5_end", "town")],
    }
    told = [[{"variable": column, "by": by} for column, by in each] for each in rows.values()]
    persons = pl.DataFrame({"person": [*rows], "told_by": told, "recipients": [None, ["evaluator"], None]})

    own = own_of_each(known_to_each(persons), DECLARED.means["who5"].variables)

    assert set(own) == {frozenset(each) for each in ("a", "b", "ac", "bc")}
