"""Releases as they come about: a year at a time, with people who withdraw and people who arrive late in between."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import polars as pl

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import Declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.ladders import period_of
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import CANARY, Shape, as_known, synthetic
from tests.evaluation.attack.naive import SECRET

YEARS = (2022, 2023, 2024)
ANOTHER = b"another secret of the tests, 32."


@dataclass(frozen=True)
class Series:
    """All of one invented programme's releases, and what was known when."""

    whole: Microdata
    snapshots: tuple[Microdata, ...]
    releases: tuple[Built, ...]
    withdrawn: frozenset[str]
    """After the first release, of those counted in it."""

    @property
    def cells(self) -> pl.DataFrame:
        return pl.concat([each.cells for each in self.releases])

    @property
    def ledger(self) -> pl.DataFrame:
        return pl.concat([each.ledger for each in self.releases])


def after_withdrawals(microdata: Microdata, *people: str) -> Microdata:
    """The same snapshot after these withdrew: from then on they are tallied where and when they were identified."""
    gone = microdata.persons.filter(pl.col("person").is_in(people)).select(
        "project", period_of("identified_on", "quarter").alias("quarter"), pl.lit(1, pl.Int64).alias("n")
    )
    tallies = pl.concat([microdata.tallies, gone]).group_by("project", "quarter").agg(pl.col("n").sum())
    return replace(microdata.without(*people), tallies=tallies.sort("project", "quarter"))


def series(seed: int, citizens: int, declared: Declared, *, new_key: bool = False) -> Series:
    """A release for each year; one in three hundred withdraws after the first, as many are known only then."""
    whole = synthetic(seed, Shape(citizens=citizens))
    rng = np.random.default_rng(seed)
    counted = whole.persons.filter(pl.col("ended_on").dt.year() == YEARS[0])["person"].sort().to_list()
    counted.remove(CANARY)
    few = max(2, citizens // 300)
    chosen = [str(each) for each in rng.choice(counted, min(2 * few, len(counted)), replace=False)]
    gone, late = chosen[::2], chosen[1::2]
    snapshots: list[Microdata] = []
    releases: list[Built] = []
    for year in YEARS:
        known = as_known(whole.without(*(late if year == YEARS[0] else gone)), datetime(year + 1, 3, 1, tzinfo=UTC))
        secret = ANOTHER if new_key and releases else SECRET
        last = year == YEARS[-1]
        releases.append(build(known, declared, secret, f"r{year}", (year,), tuple(releases), final=last))
        snapshots.append(known)
    return Series(whole, tuple(snapshots), tuple(releases), frozenset(gone))
