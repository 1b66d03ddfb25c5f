"""Every attacker against every method, over many invented programmes: `make attack` prints how often each succeeds."""

import argparse
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import polars as pl

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import COORDINATES, Declared, declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.synthetic import CANARY, as_known
from tests.evaluation.attack import attackers, naive, truth
from tests.evaluation.attack.by_hand import EXACT
from tests.evaluation.attack.series import YEARS, Series, series

RAW, BANDED, SUPPRESSED = "rows, names removed", "rows, ages in bands of 10", "tables, no 1-4"
LIVE, LIVE_NOISY, RELEASE = "live tables", "live tables with noise", "releases"


@dataclass(frozen=True)
class Rate:
    attacker: str
    method: str
    part: float
    at_least: float = 0.0
    at_most: float = np.inf

    @property
    def as_it_should_be(self) -> bool:
        return self.at_least <= self.part <= self.at_most


def on_rows(microdata: Microdata) -> Iterator[Rate]:
    """Target 1: the attacks must succeed here, or they are broken."""
    for method, band in ((RAW, 1), (BANDED, 10)):
        rows = naive.rows(microdata, band=band)
        knows = {
            "stranger: age, sex, municipality, quarter": attackers.STRANGER,
            "colleague: project, track, sex, age, month": attackers.COLLEAGUE,
            "partner: days and sex": attackers.PARTNER,
            "file of outcomes, linked": attackers.RESEARCHER,
        }
        for attacker, columns in knows.items():
            yield Rate(attacker, method, attackers.singled_out(rows, columns), at_least=0.8 if band == 1 else 0.0)


def on_suppression(microdata: Microdata, programme: Declared, years: tuple[int, ...]) -> Iterator[Rate]:
    """Small cells hidden, all else exact: the linear programme and the insider must get through."""
    cells = naive.exact_cells(microdata, programme, years)
    shown = naive.suppressed(cells)
    true = _true(cells)
    exact, within = attackers.recovered(shown, true, EXACT, programme, unseen=(1, naive.BELOW - 1))
    yield Rate("linear programme: small cell exact", SUPPRESSED, exact, at_least=0.2)
    yield Rate("linear programme: small cell to within 1", SUPPRESSED, within, at_least=0.3)
    behind = naive.memberships(microdata, programme, years)
    yield Rate("outcome certain from a class", SUPPRESSED, attackers.inferred(shown, behind, EXACT, programme))
    ledger = (
        behind.group_by(COORDINATES)
        .agg(pl.col("person").alias("persons"))
        .with_columns(file=pl.lit("cells"), release=pl.lit("naive"))
    )
    cell, measure = attackers.insider(shown, ledger, EXACT)
    yield Rate("insider knows all others: one cell", SUPPRESSED, cell, at_least=0.8)
    yield Rate("insider knows all others: a measure", SUPPRESSED, measure, at_least=0.8)


def on_live(microdata: Microdata, programme: Declared, targets: int) -> Iterator[Rate]:
    """The same tables asked before and after somebody withdrew."""
    years = YEARS[:1]
    before = naive.exact_cells(microdata, programme, years)
    behind = naive.memberships(microdata, programme, years).filter(pl.col("table") == "outcome_place")
    people = behind["person"].unique().sort().to_list()[:targets]
    for method, noise in ((LIVE, False), (LIVE_NOISY, True)):
        right = []
        for person in people:
            after = naive.exact_cells(microdata.without(person), programme, years)
            first, second = (naive.answered(each, programme, noise=noise) for each in (before, after))
            gone = behind.filter(pl.col("person") == person)
            right.append(attackers.after_a_withdrawal(first, second, gone, programme)[0])
        yield Rate("withdrawal: outcome of who went", method, float(np.mean(right)), at_least=0.8)


def on_releases(all_: Series, programme: Declared) -> Iterator[Rate]:
    """Targets 3 to 6, on a release a year."""
    table = perturbation(programme.noise)
    true = {
        tuple(row[each] for each in COORDINATES): len(row["persons"])
        for row in all_.ledger.filter(pl.col("file") == "cells").iter_rows(named=True)
    }
    exact, within = attackers.recovered(all_.cells, true, table, programme, small=10)
    yield Rate("linear programme: small cell exact", RELEASE, exact, at_most=0.0)
    yield Rate("linear programme: small cell to within 1", RELEASE, within, at_most=0.0)
    behind = all_.ledger.filter(pl.col("file") == "cells").explode("persons").rename({"persons": "person"})
    yield Rate(
        "outcome certain from a class", RELEASE, attackers.inferred(all_.cells, behind, table, programme), at_most=0
    )
    cell, measure = attackers.insider(all_.cells, all_.ledger, table)
    yield Rate("insider knows all others: one cell", RELEASE, cell, at_most=0.01)
    yield Rate("insider knows all others: a measure", RELEASE, measure, at_most=0.04)
    gone = behind.filter(pl.col("release") == all_.releases[0].release, pl.col("person").is_in(list(all_.withdrawn)))
    first = all_.releases[0].cells
    right, prior = attackers.after_a_withdrawal(
        first, pl.concat([each.cells for each in all_.releases[1:]]), gone, programme
    )
    yield Rate("withdrawal: outcome of who went", RELEASE, right)
    yield Rate("withdrawal: more than guessed before", RELEASE, right - prior, at_least=-1, at_most=0.03)
    again = instead(all_, programme)
    right, prior = attackers.after_a_withdrawal(first, again.cells, gone, programme)
    yield Rate("recall, release again: more than guessed", RELEASE, right - prior, at_least=-1, at_most=0.03)


def instead(all_: Series, programme: Declared) -> Built:
    """The first release once more after a recall, without those who have withdrawn since."""
    first, known = all_.releases[0], as_known(all_.whole.without(*all_.withdrawn), datetime(2023, 6, 1, tzinfo=UTC))
    return build(known, programme, naive.SECRET, "again", first.years, (first,), supersedes=first)


def kept(all_: Series, programme: Declared) -> Iterator[Rate]:
    """Targets 2, 4, 7, 8: what must never happen, as numbers of times."""
    found = [each for at, one in enumerate(all_.releases) for each in audit(one, all_.releases[:at], programme)]
    found += audit(instead(all_, programme), all_.releases[:1], programme)
    yield Rate("audit: findings", RELEASE, len(found), at_most=0)
    few = [
        each
        for one, known in zip(all_.releases, all_.snapshots, strict=True)
        for each in truth.under_threshold(one, known, programme)
    ]
    yield Rate("statistics under their threshold", RELEASE, len(few), at_most=0)
    started = time.process_time()
    whole = build(all_.whole, programme, naive.SECRET, "whole", YEARS)
    yield Rate("seconds to build three years", RELEASE, time.process_time() - started, at_most=60)
    missing = build(all_.whole.without(CANARY), programme, naive.SECRET, "whole", YEARS)
    same, most, flipped = truth.moved(whole, missing)
    yield Rate("canary: rows that come or go", RELEASE, 0.0 if same else 1.0, at_most=0)
    yield Rate("canary: persons that a count moves by", RELEASE, most, at_most=2 * programme.noise.most + 1)
    yield Rate("canary: figures shown with or without", RELEASE, flipped)
    yield Rate(
        "bias of the change in WHO-5, points", RELEASE, abs(truth.bias_of_change(whole, all_.whole)), at_most=0.5
    )
    yield Rate("bias of counts, persons", RELEASE, abs(truth.bias_of_counts(whole)), at_most=0.5)
    yield Rate("projects of 30 without a mean", RELEASE, len(truth.without_a_mean(whole, all_.whole)), at_most=0)


def rates(seed: int, citizens: int, programme: Declared) -> Iterator[Rate]:
    """All of one invented programme."""
    all_ = series(seed, citizens, programme, new_key=seed % 2 == 1)
    yield from on_rows(all_.whole)
    yield from on_suppression(all_.snapshots[0], programme, YEARS[:1])
    yield from on_live(all_.snapshots[0], programme, 5)
    yield from on_releases(all_, programme)
    yield from kept(all_, programme)


def _true(cells: pl.DataFrame) -> dict[tuple[str, ...], int]:
    return {tuple(row[each] for each in COORDINATES): row["true"] for row in cells.iter_rows(named=True)}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seeds", type=int, default=20)
    parser.add_argument("--citizens", type=int, nargs="+", default=[300, 1000, 3000])
    arguments = parser.parse_args()
    found: dict[tuple[str, str], dict[int, list[Rate]]] = defaultdict(lambda: defaultdict(list))
    for citizens in arguments.citizens:
        for seed in range(arguments.seeds):
            print(f"{citizens} citizens, programme {seed + 1} of {arguments.seeds}", file=sys.stderr)
            for rate in rates(seed, citizens, declared()):
                found[rate.attacker, rate.method][citizens].append(rate)
    return _table(found, arguments.citizens)


def _table(found: dict[tuple[str, str], dict[int, list[Rate]]], sizes: list[int]) -> int:
    missed = 0
    print(f"\n{'attacker':44}{'method':28}{''.join(f'{size:>10}' for size in sizes)}  wanted")
    for (attacker, method), by_size in found.items():
        means = [replace(of[0], part=float(np.mean([each.part for each in of]))) for of in by_size.values()]
        wanted = means[0]
        bounds = (
            f"{wanted.at_least:g} to {wanted.at_most:g}" if (wanted.at_least, wanted.at_most) != (0, np.inf) else ""
        )
        wrong = not all(each.as_it_should_be for each in means)
        missed += wrong
        figures = "".join(f"{each.part:10.3f}" for each in means)
        print(f"{attacker:44}{method:28}{figures}  {bounds}{'  MISSED' if wrong else ''}")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
