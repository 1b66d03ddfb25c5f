"""Every attacker against every method on one invented programme; `make attack` goes over many (`__main__.py`)."""

import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime

import numpy as np
import polars as pl

from app.evaluation.attack.audit import audit
from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import COORDINATES, Declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.synthetic import CANARY, as_known
from tests.evaluation.attack import attackers, naive, truth
from tests.evaluation.attack.by_hand import EXACT
from tests.evaluation.attack.series import YEARS, Series, after_withdrawals, series

RAW, BANDED, SUPPRESSED = "rows, names removed", "rows, ages in bands of 10", "tables, no 1-4"
AUDIT = {"linear": "3", "sets": "2", "differences": "4", "ranks": "2", "homogeneity": "2", "perturbation": "2"}
"""What the audit of a build calls its attacks, and the target that each is of."""
LIVE, LIVE_NOISY, RELEASE = "live tables", "live tables with noise", "releases"


@dataclass(frozen=True)
class Rate:
    """How often an attacker succeeds, or how often something happens, on one programme or on average over many.

    `target` is the number of the target that the bounds are of, empty where there is none; a target that is `of_many`
    is a rate over programmes, of which a single one may lie outside.
    """

    attacker: str
    method: str
    part: float
    at_least: float = -np.inf
    at_most: float = np.inf
    target: str = ""
    of_many: bool = False

    @property
    def as_it_should_be(self) -> bool:
        return self.at_least <= self.part <= self.at_most

    @property
    def is_wrong_alone(self) -> bool:
        """Whether one programme tells that the target is missed."""
        return not (self.of_many or self.as_it_should_be)


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
            part = attackers.singled_out(rows, columns)
            yield Rate(attacker, method, part, 0.8, target="1") if band == 1 else Rate(attacker, method, part)


def on_suppression(microdata: Microdata, programme: Declared, years: tuple[int, ...]) -> Iterator[Rate]:
    """Small cells hidden, all else exact: the linear programme and the insider must get through."""
    cells = naive.exact_cells(microdata, programme, years)
    shown = naive.suppressed(cells)
    true = _true(cells)
    exact, within = attackers.recovered(shown, true, EXACT, programme, unseen=(1, naive.BELOW - 1))
    yield Rate("linear programme: small cell exact", SUPPRESSED, exact, at_least=0.2, target="1")
    yield Rate("linear programme: small cell to within 1", SUPPRESSED, within, at_least=0.3, target="1")
    behind = naive.memberships(microdata, programme, years)
    yield Rate("outcome certain from a class", SUPPRESSED, attackers.inferred(shown, behind, EXACT, programme))
    ledger = (
        behind.group_by(COORDINATES)
        .agg(pl.col("person").alias("persons"))
        .with_columns(file=pl.lit("cells"), release=pl.lit("naive"))
    )
    cell, measure = attackers.insider(shown, ledger, EXACT)
    yield Rate("insider knows all others: one cell", SUPPRESSED, cell, at_least=0.8, target="1")
    yield Rate("insider knows all others: a measure", SUPPRESSED, measure, at_least=0.8, target="1")


def on_live(microdata: Microdata, programme: Declared, targets: int) -> Iterator[Rate]:
    """The same tables asked before and after somebody withdrew."""
    years = YEARS[:1]
    before = naive.exact_cells(microdata, programme, years)
    behind = naive.memberships(microdata, programme, years).filter(pl.col("table") == "outcome_place")
    people = behind["person"].unique().sort().to_list()[:targets]
    afterwards = [naive.exact_cells(microdata.without(person), programme, years) for person in people]
    for method, noise in ((LIVE, False), (LIVE_NOISY, True)):
        right = []
        for person, after in zip(people, afterwards, strict=True):
            first, second = (naive.answered(each, programme, noise=noise) for each in (before, after))
            gone = behind.filter(pl.col("person") == person)
            right.append(attackers.after_a_withdrawal(first, second, gone, programme)[0])
        part = float(np.mean(right))
        yield Rate("withdrawal: outcome of who went", method, part, at_least=0.8, target="1", of_many=True)


def on_releases(all_: Series, programme: Declared) -> Iterator[Rate]:
    """Targets 3 to 6, on a release a year."""
    table = perturbation(programme.noise)
    true = {
        tuple(row[each] for each in COORDINATES): len(row["persons"])
        for row in all_.ledger.filter(pl.col("file") == "cells").iter_rows(named=True)
    }
    exact, within = attackers.recovered(all_.cells, true, table, programme, small=10)
    yield Rate("linear programme: small cell exact", RELEASE, exact, at_most=0, target="3")
    yield Rate("linear programme: small cell to within 1", RELEASE, within, at_most=0, target="3")
    behind = all_.ledger.filter(pl.col("file") == "cells").explode("persons").rename({"persons": "person"})
    certain = attackers.inferred(all_.cells, behind, table, programme)
    yield Rate("outcome certain from a class", RELEASE, certain, at_most=0, target="3")
    cell, measure = attackers.insider(all_.cells, all_.ledger, table)
    yield Rate("insider knows all others: one cell", RELEASE, cell, at_most=0.01, target="6", of_many=True)
    yield Rate("insider knows all others: a measure", RELEASE, measure, at_most=0.04, target="6", of_many=True)
    alone = all_.ledger.filter(pl.col("persons").list.len() == 1)
    yield Rate("insider: alone in a cell", RELEASE, attackers.insider(all_.cells, alone, table)[0])
    of_means = attackers.insider_of_means(all_.releases[0], all_.snapshots[0].persons, programme)
    for name, part in of_means.items():
        yield Rate(f"insider knows all others: a mean, {name}", RELEASE, part)
    gone = behind.filter(pl.col("release") == all_.releases[0].release, pl.col("person").is_in(list(all_.withdrawn)))
    first = all_.releases[0].cells
    later = {"withdrawal": pl.concat([each.cells for each in all_.releases[1:]])}
    later["recall, release again"] = instead(all_, programme).cells
    for attacker, after in later.items():
        right, prior = attackers.after_a_withdrawal(first, after, gone, programme)
        yield Rate(f"{attacker}: outcome of who went", RELEASE, right)
        more = Rate(f"{attacker}: more than guessed before", RELEASE, right - prior, at_most=0.03)
        yield replace(more, target="5", of_many=True)


def instead(all_: Series, programme: Declared) -> Built:
    """The first release once more after a recall, without those who have withdrawn since.

    It is that release. What is asked of the two together finds a builder that makes any of it again.
    """
    first = all_.releases[0]
    return build(known_again(all_), programme, naive.SECRET, "again", first.years, (first,), supersedes=first)


def known_again(all_: Series) -> Microdata:
    """What is known when it is built once more."""
    return as_known(after_withdrawals(all_.whole, *all_.withdrawn), datetime(2023, 6, 1, tzinfo=UTC))


def kept(all_: Series, programme: Declared) -> Iterator[Rate]:
    """Targets 2, 4, 5, 7, 8: what must never happen, as numbers of times."""

    def never(what: str, times: float, target: str, at_most: float = 0) -> Rate:
        return Rate(what, RELEASE, times, at_most=at_most, target=target)

    after = instead(all_, programme)
    found = audit(after, all_.releases[:1], programme, known_again(all_))
    for at, (one, known) in enumerate(zip(all_.releases, all_.snapshots, strict=True)):
        found += audit(one, all_.releases[:at], programme, known)
    by_attack = Counter(each.attack for each in found)
    for attack, target in AUDIT.items():
        yield never(f"audit, findings: {attack}", by_attack[attack], target)
    of_each = zip(all_.releases, all_.snapshots, strict=True)
    few = [each for one, known in of_each for each in truth.under_threshold(one, known, programme)]
    yield never("statistics under their threshold", len(few), "2")
    series_of = ([*all_.releases], [after, *all_.releases[:1]])
    yield never("means, moments: two or three differ by 1-9", sum(map(truth.apart, series_of)), "4")
    yield never("counts made again that differ by 1-9", truth.again_by_few(all_.releases[0], after), "4")
    gone = all_.whole.persons.filter(pl.col("person").is_in(list(all_.withdrawn)))
    told = truth.told_by_tallies(all_.releases[0], after, gone)
    yield never("recall, release again: quarter of who went", told, "5")
    yield never("figures of a released period shown again", truth.shown_again(all_.releases), "5")
    yield from _utility_and_canary(all_, programme)


def _utility_and_canary(all_: Series, programme: Declared) -> Iterator[Rate]:
    started = time.process_time()
    whole = build(all_.whole, programme, naive.SECRET, "whole", YEARS)
    yield Rate("seconds to build three years", RELEASE, time.process_time() - started, at_most=60, target="8")
    missing = build(all_.whole.without(CANARY), programme, naive.SECRET, "whole", YEARS)
    same, most, flipped = truth.moved(whole, missing)
    yield Rate("canary: rows that come or go", RELEASE, 0.0 if same else 1.0, at_most=0, target="7")
    noise = 2 * programme.noise.most + 1
    yield Rate("canary: persons that a count moves by", RELEASE, most, at_most=noise, target="7")
    yield Rate("canary: figures shown with or without", RELEASE, flipped)
    bias = abs(truth.bias_of_change(whole, all_.whole))
    yield Rate("bias of the change in WHO-5, points", RELEASE, bias, at_most=0.5, target="8")
    yield Rate("bias of counts, persons", RELEASE, abs(truth.bias_of_counts(whole)), at_most=0.5)
    means = len(truth.without_a_mean(whole, all_.whole))
    yield Rate("projects of 30 without a mean", RELEASE, means, at_most=0, target="8")


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
