"""Who stands behind each published figure, as a matrix: figures by persons.

From the protected ledger of every release. It never leaves the build; findings name figures, not persons.
"""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components

from app.evaluation.attack.findings import Coordinates
from app.evaluation.disclosure.declared import ALL, COORDINATES

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: where it stands, and what it is a figure of (figures of one thing are compared)."""

    release: str
    table: str
    cell: Coordinates
    of: str

    def __str__(self) -> str:
        codes = ", ".join(code for column, code in self.cell if code != ALL and not column.endswith(("type", "level")))
        return f"{self.release}/{self.table} ({codes})"


@dataclass(frozen=True, slots=True)
class Members:
    """`who[i, j]` is 1 where person j stands behind figure i."""

    figures: Sequence[Figure]
    who: csr_array
    people: pl.Series
    """Who person j is."""

    @classmethod
    def of_ledger(cls, ledger: pl.DataFrame, of: Callable[[dict[str, str]], Sequence[str]]) -> "Members":
        """A row of the ledger is a figure of each of the things that `of` names, maybe of none."""
        figures, sources = [], []
        for at, row in enumerate(ledger.select("file", "release", *COORDINATES).iter_rows(named=True)):
            cell = tuple((column, row[column]) for column in COORDINATES if column != "table")
            named = of(row)
            figures += [Figure(row["release"], row["table"], cell, name) for name in named]
            sources += [at] * len(named)
        behind = ledger.select("persons").with_row_index("row").explode("persons").drop_nulls()
        columns = behind["persons"].rank("dense").to_numpy().astype(np.int64) - 1
        people = behind["persons"].unique().sort()
        shape = (ledger.height, int(columns.max(initial=0)) + 1)
        who = csr_array((np.ones(len(columns), np.int64), (behind["row"].to_numpy(), columns)), shape=shape)
        return cls(figures, who[np.asarray(sources, dtype=np.intp)], people)

    @property
    def sizes(self) -> Integers:
        """How many stand behind each figure."""
        return np.asarray(np.diff(self.who.indptr), dtype=np.int64)

    def by(self, key: Callable[[Figure], str]) -> "dict[str, Members]":
        """In groups: of one variable, of one release."""
        rows: dict[str, list[int]] = {}
        for row, figure in enumerate(self.figures):
            rows.setdefault(key(figure), []).append(row)
        return {value: self.only(chosen) for value, chosen in rows.items()}

    def only(self, rows: Sequence[int]) -> "Members":
        """These figures alone, in their order, with the same numbers of persons."""
        if len(rows) == len(self.figures):
            return self
        return Members([self.figures[row] for row in rows], self.who[np.asarray(rows, dtype=np.intp)], self.people)

    def besides(self, some: Collection[str]) -> "Members":
        """The same figures of all but these persons."""
        left = np.flatnonzero(~self.people.is_in(list(some)).to_numpy())
        return Members(self.figures, self.who[:, left], self.people[left])

    def where(self, test: Callable[[Figure], bool]) -> "Members":
        """The figures that pass, alone."""
        return self.only([row for row, figure in enumerate(self.figures) if test(figure)])

    def reached_from(self, release: str) -> "Members":
        """The figures of a release, and those of others that share persons with them, or with those that do.

        What earlier releases give away among themselves was judged when they were built.
        """
        if not self.figures:
            return self
        _, label = connected_components(self.who @ self.who.T, directed=False)
        named = np.array([figure.release == release for figure in self.figures])
        return self.only(np.flatnonzero(np.isin(label, label[named])).tolist())


def things(figure: Figure) -> str:
    """The key of groups of figures that are figures of one thing."""
    return figure.of
