from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from typing import Any

import polars as pl
import pytest

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import Shape, as_known, synthetic

SECRET = b"a secret of the tests"
DECLARED = declared()


@lru_cache
def programme(seed: int, citizens: int = 1000) -> Microdata:
    return synthetic(seed, Shape(citizens=citizens))


@dataclass(frozen=True)
class Case:
    """A release with the truth behind it."""

    microdata: Microdata
    built: Built

    @cached_property
    def persons(self) -> list[dict[str, Any]]:
        return self.microdata.persons.to_dicts()

    @cached_property
    def costs(self) -> list[dict[str, Any]]:
        return self.microdata.costs.to_dicts()


@lru_cache
def case(seed: int, citizens: int = 1000, years: Sequence[int] = (2022, 2023, 2024)) -> Case:
    microdata = programme(seed, citizens)
    return Case(microdata, build(microdata, DECLARED, SECRET, f"r{seed}", years))


@pytest.fixture(scope="session")
def usual() -> Case:
    return case(1)


@pytest.fixture(scope="session")
def small() -> Case:
    return case(2, 300)


def known_by(microdata: Microdata, year: int, month: int = 3) -> Microdata:
    return as_known(microdata, datetime(year, month, 1, tzinfo=UTC))


def erased(ledger: pl.DataFrame, people: Sequence[str]) -> pl.DataFrame:
    """The ledger as the database leaves it after these were erased: their ids are gone, how many there were is kept."""
    kept = pl.col("persons").list.filter(~pl.element().is_in(people))
    removed = pl.col("removed") + (pl.col("persons").list.len() - kept.list.len()).cast(pl.Int64)
    return ledger.with_columns(kept.alias("persons"), removed.alias("removed"))
