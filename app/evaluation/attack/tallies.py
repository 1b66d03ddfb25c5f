"""Tallies of those of whom there are no rows: no ledger tells who stands behind one, so it is told by its number alone.

Who withdraws is tallied from then on. A tally that is shown again with another number tells how many withdrew, where
and of which quarter, exactly where its noise stayed the same: however little, it may not move.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence

import polars as pl

from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.declared import COORDINATES
from app.evaluation.disclosure.ladders import OTHERS, PROGRAMME, PROJECT
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import Perturbation

_AT = list(COORDINATES)


def made_again(tallies: pl.DataFrame, earlier: Sequence[pl.DataFrame]) -> Iterator[Finding]:
    """Tallies that are out, recalled or not, with another number.

    The builder shows no quarter twice, so there are none. Of one that does no other attack sees it, since nobody is
    behind a tally.
    """
    if not earlier:
        return
    out = pl.concat([each.select(*_AT, was="n") for each in earlier]).unique(_AT, keep="first", maintain_order=True)
    for row in tallies.join(out, on=_AT).filter(pl.col("n") != pl.col("was")).iter_rows(named=True):
        yield _finding("differences", row, f"a tally made again: {row['was']} before, {row['n']} now")


def unlike_counted(
    tallies: pl.DataFrame, microdata: Microdata, table: Perturbation, alone: Collection[str]
) -> Iterator[Finding]:
    """Tallies that the declared noise never makes of the number in the snapshot.

    `alone` are the projects that stand alone, whether or not their tally is shown: the rest is among "others".
    """
    projects = microdata.places.filter(pl.col("level") == PROJECT).select("code", "programme")
    numbers = microdata.tallies.join(projects, left_on="project", right_on="code")
    true: dict[tuple[str, str, str], int] = {}
    for project, quarter, number, programme in numbers.select("project", "quarter", "n", "programme").iter_rows():
        here = (PROJECT, project) if project in alone else (OTHERS, f"{OTHERS}_{programme}")
        for level, code in (here, (PROGRAMME, programme)):
            true[level, code, quarter] = true.get((level, code, quarter), 0) + number
    for row in tallies.iter_rows(named=True):
        counted = true.get((row["place_level"], row["place_code"], row["period"]), 0)
        if table.row(counted).get(row["n"], 0.0) <= 0.0:
            yield _finding("perturbation", row, "no declared noise makes it of what is tallied")


def _finding(attack: str, row: Mapping[str, str], what: str) -> Finding:
    cell = tuple((column, row[column]) for column in COORDINATES if column != "table")
    return Finding(attack, row["release"], row["table"], cell, what)
