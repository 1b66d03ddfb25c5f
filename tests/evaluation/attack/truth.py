"""What a release shows, held against the truth: thresholds, bias, and whether noise is all that moved."""

from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
import polars as pl

from app.evaluation.disclosure.declared import COORDINATES, PLACE, PUBLISHED, Declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.ladders import period_of
from app.evaluation.disclosure.microdata import Microdata
from tests.evaluation.attack.attackers import part


def under_threshold(built: Built, microdata: Microdata, declared: Declared) -> list[str]:
    """Published statistics that rest on fewer persons, cases, courses or workers than declared, by the microdata."""
    return [*_counts(built, declared), *_means(built, microdata, declared), *_costs(built, microdata, declared)]


def _counts(built: Built, declared: Declared) -> Iterator[str]:
    small = built.cells.filter(pl.col("n").is_between(1, declared.noise.blocked_below - 1))
    yield from (f"a count of {n}" for n in small["n"])
    for measure, outcome in declared.outcomes.items():
        shown = built.ledger.filter(pl.col("file") == "cells", pl.col("measure") == measure)
        for *_, sizes in shown.group_by(PLACE).agg(pl.col("persons").list.len()).iter_rows():
            if len(sizes) < 2 or max(sizes) > 0.9 * sum(sizes):  # the declared part, said again
                yield f"{measure} of {outcome.en}: {sizes}"


def _means(built: Built, microdata: Microdata, declared: Declared) -> Iterator[str]:
    limits = declared.thresholds
    cases = dict(microdata.persons.select("person", "case").iter_rows())
    for file, persons in built.ledger.select("file", "persons").iter_rows():
        if file == "means" and (len(persons) < 10 or len({cases[each] for each in persons}) < 8):
            yield f"a mean of {len(persons)}"
        if file == "moments" and len(persons) < 30:
            yield f"moments of {len(persons)}"
    assert (limits.means_persons, limits.means_cases, limits.moments_persons) == (10, 8, 30)


def _costs(built: Built, microdata: Microdata, declared: Declared) -> Iterator[str]:
    for row in built.ledger.filter(pl.col("file") == "cost").iter_rows(named=True):
        costs = microdata.costs.filter(
            pl.col("person").is_in(row["persons"]),
            pl.col("course_type") == row["category"],
            pl.col("year") == int(row["period"]),
        )
        by_staff = costs.group_by("staff").agg(pl.col("hours", "dkk").sum())
        shares = [float((by_staff[each] / by_staff[each].sum()).to_numpy().max()) for each in ("hours", "dkk")]
        if len(row["persons"]) < 10 or by_staff.height < 3 or max(shares) > 0.5:
            yield f"costs of {len(row['persons'])} courses, {by_staff.height} workers, {max(shares):.0%}"


def bias_of_change(built: Built, microdata: Microdata) -> float:
    """Points of WHO-5 by which published changes are off, all in all."""
    change = {person: end - start for person, start, end in _who5(microdata)}
    behind = {
        tuple(row[each] for each in PLACE): np.mean([change[each] for each in row["persons"]])
        for row in built.ledger.filter(pl.col("file") == "means", pl.col("measure") == "who5").iter_rows(named=True)
    }
    shown = built.means.filter(pl.col("measure") == "who5", pl.col("status") == PUBLISHED)
    off = [row["change"] - behind[tuple(row[each] for each in PLACE)] for row in shown.iter_rows(named=True)]
    return float(np.mean(off)) if off else 0.0


def bias_of_counts(built: Built) -> float:
    """Persons by which published counts are off, all in all: the mean noise."""
    true = built.ledger.filter(pl.col("file") == "cells").with_columns(true=pl.col("persons").list.len().cast(pl.Int64))
    shown = built.cells.filter(pl.col("status") == PUBLISHED, pl.col("measure") != "identified_without_consent")
    both = shown.join(true.select(*COORDINATES, "true"), on=COORDINATES, how="left")
    return float((both["n"] - both["true"].fill_null(0)).to_numpy().mean())


def without_a_mean(built: Built, microdata: Microdata) -> list[str]:
    """Projects of 30 completers or more that no mean of WHO-5 is shown of."""
    done = {person for person, _, _ in _who5(microdata)}
    ended = microdata.persons.filter(
        pl.col("person").is_in(list(done)), pl.col("ended_on").dt.year().is_in(list(built.years))
    )
    many = ended.group_by("project").len().filter(pl.col("len") >= 30)["project"].to_list()
    shown = set(built.means.filter(pl.col("measure") == "who5", pl.col("status") == PUBLISHED)["place_code"])
    return [each for each in many if each not in shown]


def _who5(microdata: Microdata) -> Iterator[tuple[str, float, float]]:
    rows = microdata.persons.filter(pl.col("ended_on").is_not_null()).select("person", "who5_start", "who5_end")
    yield from rows.drop_nulls().iter_rows()


def moved(one: Built, other: Built) -> tuple[bool, int, int]:
    """Of two releases that differ by a person: whether they have the same rows, by how much the counts moved at most,
    and how many cells are shown in one of them only.
    """
    same, most, flipped = True, 0, 0
    for name, frame in one.published().items():
        values = [each for each, kind in frame.schema.items() if kind != pl.String]
        codes = [each for each in frame.columns if each not in (*values, "status", "release")]
        same = same and frame.select(codes).equals(other.published()[name].select(codes))
        both = frame.select([*codes, "n", "status"]).join(
            other.published()[name].select([*codes, "n", "status"]), on=codes, how="left", suffix="_other"
        )
        flipped += int((both["status"] != both["status_other"]).sum())
        most = max(most, int((both["n"] - both["n_other"]).abs().fill_null(0).to_numpy().max()))
    return same, most, flipped


def apart(releases: Sequence[Built], least: int = 10) -> int:
    """Means of one measure, over all releases: pairs of groups, and groups and two parts, that differ by a few.

    Worked out apart from the audit: persons are bits. The mean vector of the moments is a mean of every measure in it.
    """
    ledger = pl.concat([each.ledger for each in releases]).filter(pl.col("file").is_in(["means", "moments"]))
    bit = {person: 1 << at for at, person in enumerate(ledger["persons"].explode().unique().sort())}
    groups: dict[str, set[int]] = {}
    for measure, persons in ledger.select("measure", "persons").iter_rows():
        groups.setdefault(measure, set()).add(sum(bit[each] for each in persons))
    vectors = groups.pop("moments", set())
    found = 0
    for of_measure in groups.values():
        every = sorted(of_measure | vectors)
        found += sum(0 < (one ^ other).bit_count() < least for one, other in combinations(every, 2))
        unions = {one | other for one, other in combinations(every, 2) if not one & other}
        found += sum(0 < (whole ^ union).bit_count() < least for union in unions for whole in every)
    return found


def again_by_few(before: Built, after: Built, least: int = 10) -> int:
    """Counts of a recalled release that were made again though fewer than ten persons came or went.

    A tally has nobody behind it, so that any that moved is one.
    """
    both = before.cells.join(after.cells, on=COORDINATES, suffix="_after").filter(pl.col("n") != pl.col("n_after"))
    nobody = pl.lit([], pl.List(pl.String))
    for each, name in ((before, "persons"), (after, "persons_after")):
        of_cells = each.ledger.filter(pl.col("file") == "cells").select(*COORDINATES, pl.col("persons").alias(name))
        both = both.join(of_cells, on=COORDINATES, how="left").with_columns(pl.col(name).fill_null(nobody))
    changed = pl.col("persons").list.set_symmetric_difference("persons_after").list.len()
    return both.filter(changed < least).height


def told_by_tallies(before: Built, after: Built, gone: pl.DataFrame) -> float:
    """Knows two editions of a release: the part of those who withdrew in between, of whose quarter a tally tells it."""
    tallies = [each.cells.filter(pl.col("measure") == "identified_without_consent") for each in (before, after)]
    both = tallies[0].join(tallies[1], on=COORDINATES, suffix="_after")
    moved = both.filter(pl.col("n") != pl.col("n_after"))["period"].unique()
    return part(gone.select(period_of("identified_on", "quarter").is_in(moved.to_list())).to_series())


def shown_again(releases: Sequence[Built]) -> int:
    """Figures of one period in more than one release."""
    found = 0
    for name in releases[0].published():
        frames = [each.published()[name].filter(pl.col("period") != "late") for each in releases]
        codes = [
            each for each, kind in frames[0].schema.items() if kind == pl.String and each not in {"release", "status"}
        ]
        every = pl.concat([each.select(codes) for each in frames])
        found += every.height - every.unique().height
    return found
