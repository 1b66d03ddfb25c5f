"""Tallies of those of whom there are no rows: no ledger tells who stands behind one, so it is told by its number alone.

Who withdraws is tallied from then on. A tally that is shown again with another number tells how many withdrew, where
and of which quarter, exactly where its noise stayed the same: however little, it may not move.
"""

from collections.abc import Iterator, Mapping, Sequence

import polars as pl

from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.declared import COORDINATES
from app.evaluation.disclosure.ladders import OTHERS, PROGRAMME, PROJECT
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import Perturbation

_AT = list(COORDINATES)


def made_again(tallies: pl.DataFrame, earlier: Sequence[pl.DataFrame]) -> Iterator[Finding]:
    """Tallies that any other release, recalled or not, shows with another number."""
    for before in earlier:
        both = tallies.join(before.select(*_AT, was="n"), on=_AT).filter(pl.col("n") != pl.col("was"))
        for row in both.iter_rows(named=True):
            what = f"a tally made again: {row['was']} before, {row['n']} now"
            yield _finding("differences", row, what)


def unlike_counted(tallies: pl.DataFrame, microdata: Microdata, table: Perturbation) -> Iterator[Finding]:
    """Tallies that the declared noise never makes of the number in the snapshot."""
    shown = tallies.filter(pl.col("place_level") == PROJECT)
    alone = set(shown.select("place_code", "period").iter_rows())
    projects = microdata.places.filter(pl.col("level") == PROJECT).select("code", "programme")
    numbers = microdata.tallies.join(projects, left_on="project", right_on="code")
    true: dict[tuple[str, str, str], int] = {}
    for project, quarter, number, programme in numbers.select("project", "quarter", "n", "programme").iter_rows():
        small = (project, quarter) not in alone
        here = (OTHERS, f"{OTHERS}_{programme}") if small else (PROJECT, project)
        for level, code in (here, (PROGRAMME, programme)):
            true[level, code, quarter] = true.get((level, code, quarter), 0) + number
    for row in tallies.iter_rows(named=True):
        counted = true.get((row["place_level"], row["place_code"], row["period"]), 0)
        if table.row(counted).get(row["n"], 0.0) <= 0.0:
            yield _finding("perturbation", row, "no declared noise makes it of what is tallied")


def _finding(attack: str, row: Mapping[str, str], what: str) -> Finding:
    cell = tuple((column, row[column]) for column in COORDINATES if column != "table")
    return Finding(attack, row["release"], row["table"], cell, what)
