"""The attacker that knows what some answered, takes them out, and has the others'.

A controller knows it of its own citizens, an evaluator of those of whom it has pseudonymised rows. Who is whose is
looked up in the snapshot, not taken from what the builder says of its figures.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import chain

import polars as pl

from app.evaluation.attack.differences import between_pairs, between_threes
from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members
from app.evaluation.attack.ranks import Group, determined_groups, too_few_cases, with_cases
from app.evaluation.attack.sets import left_over, too_few
from app.evaluation.disclosure.besides import own_of_each, without_own
from app.evaluation.disclosure.declared import Declared

ATTACK = "ranks"


def known_but_for_a_few(
    release: str,
    ledger: pl.DataFrame,
    persons: pl.DataFrame,
    known: pl.DataFrame,
    declared: Declared,
) -> Iterator[Finding]:
    """Means and moments, one by one and from one another, of a few persons or cases besides those whom one knows.

    Args:
        release: whose figures are judged.
        ledger: of means and moments that they are compared with, these among them.
        persons: the snapshot's.
        known: of whom each controller has known what was counted.
        declared: how many there must be.
    """
    for rows, of, least, columns in _kinds(declared):
        every = ledger.filter(rows)
        new = every.filter(pl.col("release") == release)
        of_every, of_new, cases = Members.of_ledger(every, of), Members.of_ledger(new, of), with_cases(new, persons)
        for one in own_of_each(known, columns):
            figures = of_every.besides(one).reached_from(release)
            yield from map(_besides, too_few(of_new.besides(one), least))
            # What is out was judged by whom one knew then: of those who are gone since, the snapshot does not tell it.
            yield from map(_besides, newly_together(figures, release, least))
            # Of a class that is all one's own nothing is left, and one of others alone is judged as it is.
            others = cases.filter(pl.col("person").is_in(list(one)).not_())
            yield from map(_besides, too_few_cases(release, others, declared.thresholds))


def newly_together(figures: Members, release: str, least: int) -> Iterator[Finding]:
    """What follows from figures of this release and of others, and not from the others alone."""
    out = figures.where(lambda figure: figure.release != release)
    yield from _new_among([*_by_sets(figures, least)], partial(_by_sets, out, least))
    yield from newly_determined(figures, release, least)


def newly_determined(
    figures: Members, release: str, least: int, matters: Callable[[frozenset[str]], bool] = bool
) -> Iterator[Finding]:
    """Combinations likewise, of few persons that matter."""
    groups = [each for each in determined_groups(figures, least) if matters(each[1][1])]
    out = figures.where(lambda figure: figure.release != release)
    # By who they are: some of before may be told of apart by a figure of now, and others in the same words.
    before = {group for _, group in determined_groups(out, least)} if groups else set()
    yield from (finding for finding, group in groups if group not in before)


def _new_among(found: Sequence[Finding], before: Callable[[], Iterable[Finding]]) -> Iterator[Finding]:
    """The findings that were not there before, as often as there are more of them."""
    then = Counter(before() if found else ())
    for each in found:
        if then[each] > 0:
            then[each] -= 1
        else:
            yield each


def known_but_for_a_few_by_rows(
    ledger: pl.DataFrame, rows: frozenset[str], declared: Declared
) -> Iterator[tuple[Finding, Group | None]]:
    """Means and moments of all releases, likewise, of a few persons besides those of these rows.

    With those whom several figures determine, since another few may be told of in the same words.
    """
    left = without_own(ledger, rows)
    for kind, of, least, _ in _kinds(declared):
        figures = Members.of_ledger(left.filter(kind), of)
        for each in chain(too_few(figures, least), _by_sets(figures, least)):
            yield _besides(each), None
        for each, group in determined_groups(figures, least):
            yield _besides(each), group


def by_variable(declared: Declared) -> Callable[[Mapping[str, str]], Sequence[str]]:
    """What a row of the ledger is a figure of: the mean vector of the moments is a mean of each of its variables."""
    vector = set(declared.moments.variables)
    within = [name for name, mean in declared.means.items() if vector.issuperset(mean.variables)]
    return lambda row: within if row["file"] == "moments" else [row["measure"]]


_Of = Callable[[Mapping[str, str]], Sequence[str]]


def _kinds(declared: Declared) -> Iterator[tuple[pl.Expr, _Of, int, Sequence[str]]]:
    """Figures that are compared with one another, what each is of, how many must be behind them, of which columns."""
    limits, means, moments = declared.thresholds, pl.col("file") == "means", pl.col("file") == "moments"
    vector = declared.moments.variables
    yield moments, lambda row: [row["measure"]], limits.moments_persons, vector
    for name, mean in declared.means.items():
        of_name = means & (pl.col("measure") == name)
        yield of_name, lambda row: [row["measure"]], limits.means_persons, mean.variables
        if set(mean.variables) <= set(vector):
            yield of_name | moments, partial(_named, name), limits.means_complement, mean.variables


def _named(name: str, _: Mapping[str, str]) -> Sequence[str]:
    return [name]


def _by_sets(figures: Members, least: int) -> Iterator[Finding]:
    """What follows from several figures of one thing, of fewer than `least` persons, whatever is shown besides."""
    yield from left_over(figures, least)
    yield from (each.finding() for each in chain(between_pairs(figures, least), between_threes(figures, least)))


def _besides(found: Finding) -> Finding:
    return replace(found, attack=ATTACK, what=f"besides those whom one knows: {found.what}")
