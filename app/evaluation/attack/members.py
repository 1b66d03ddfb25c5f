"""Who stands behind each published figure, as a matrix: figures by persons.

From the protected ledger of every release. It never leaves the build; findings name figures, not persons.
"""

from collections.abc import Hashable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from app.evaluation.attack.findings import Coordinates

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Figure:
    """A published figure: where it stands, and what it is a figure of (a variable, or a measure's category)."""

    release: str
    table: str
    cell: Coordinates
    of: str


@dataclass(frozen=True, slots=True)
class Members:
    """`who[i, j]` is 1 where person j stands behind figure i."""

    figures: Sequence[Figure]
    who: csr_array

    @classmethod
    def of(cls, figures: Sequence[Figure], persons: Iterable[Iterable[Hashable]]) -> "Members":
        """From those behind each figure."""
        numbers: dict[Hashable, int] = {}
        indices: list[int] = []
        starts = [0]
        for behind in persons:
            indices.extend(sorted({numbers.setdefault(person, len(numbers)) for person in behind}))
            starts.append(len(indices))
        shape = (len(figures), max(len(numbers), 1))
        return cls(figures, csr_array((np.ones(len(indices), dtype=np.int64), indices, starts), shape=shape))

    @property
    def sizes(self) -> Integers:
        """How many stand behind each figure."""
        return np.asarray(np.diff(self.who.indptr), dtype=np.int64)

    def by(self, key: str) -> "dict[str, Members]":
        """In groups: of one variable, of one table, of one release."""
        rows: dict[str, list[int]] = {}
        for row, figure in enumerate(self.figures):
            rows.setdefault(getattr(figure, key), []).append(row)
        return {value: self.only(chosen) for value, chosen in rows.items()}

    def only(self, rows: Sequence[int]) -> "Members":
        """These figures alone, with the same numbers of persons."""
        return Members([self.figures[row] for row in rows], self.who[np.asarray(rows, dtype=np.intp)])
