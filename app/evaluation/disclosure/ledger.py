"""Who is counted in what was published: protected, for the audit, for late arrivals, and so that nothing is recomputed.

After an erasure (`app.evaluation.forgetting`) the ids are gone and their number stays.
"""

from collections import Counter
from collections.abc import Iterable, Mapping

import polars as pl

from app.evaluation.disclosure.declared import COORDINATES, Declared
from app.evaluation.disclosure.frames import LEDGER, Built

KEY = ("file", *COORDINATES)


class TooManyCellsError(ValueError):
    """A person would be counted in more published cells of one measure than is declared."""


def entries(file: str, release: str, members: pl.DataFrame) -> pl.DataFrame:
    """A file's part of the ledger."""
    found = members.group_by([each for each in COORDINATES if each in members.columns]).agg(
        pl.col("person").unique().sort().alias("persons")
    )
    named = {"file": pl.lit(file), "release": pl.lit(release), "removed": pl.lit(0, pl.Int64)}
    if "category" not in members.columns:
        named["category"] = pl.lit("all")
    return found.with_columns(**named).select(pl.col(name).cast(kind) for name, kind in LEDGER.items()).sort(KEY)


def counted(declared: Declared, earlier: Iterable[Built]) -> Mapping[str, frozenset[str]]:
    """By measure everybody whom an earlier release counted in it; a finer measure and its coarser one are the same."""
    found: dict[str, set[str]] = {}
    for release in earlier:
        for file, measure, persons in release.ledger.select("file", "measure", "persons").iter_rows():
            if file != "cost":
                found.setdefault(_slot(file, measure), set()).update(persons)
    for code, outcome in declared.outcomes.items():
        if outcome.coarser:
            both = found.get(code, set()) | found.get(outcome.coarser, set())
            found[code] = found[outcome.coarser] = both
    return {measure: frozenset(persons) for measure, persons in found.items()}


def _slot(file: str, measure: str) -> str:
    return measure if file == "cells" else f"{file} {measure}"


def known_to(file: str, known: Mapping[str, frozenset[str]]) -> Mapping[str, frozenset[str]]:
    """What of it is about one file."""
    if file == "cells":
        return known
    return {name.removeprefix(f"{file} "): people for name, people in known.items() if name.startswith(f"{file} ")}


def require_few_cells(ledger: pl.DataFrame, declared: Declared) -> None:
    """See that nobody is counted in more published cells of a measure than is declared.

    Raises:
        TooManyCellsError: the declared tables show somebody too often.
    """
    for (file, measure), rows in ledger.group_by("file", "measure"):
        times = Counter(person for persons in rows["persons"] for person in persons)
        if times and max(times.values()) > declared.thresholds.cells_per_person:
            raise TooManyCellsError(f"Somebody is in {max(times.values())} published cells of {measure} in {file}.")
