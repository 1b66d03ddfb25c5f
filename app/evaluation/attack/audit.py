"""All attacks on one release together with all earlier ones: the builder's last step, and what refuses it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import chain
from typing import Any, Protocol

import polars as pl

from app.evaluation.attack.again import moved_by_few
from app.evaluation.attack.besides import by_variable, known_but_for_a_few, new_among, told_by_both
from app.evaluation.attack.counts import given_away
from app.evaluation.attack.differences import between_categories, between_pairs, between_releases, between_threes
from app.evaluation.attack.findings import Coordinates, Finding, Findings
from app.evaluation.attack.hidden import hidden_by_few, shown_all_the_same
from app.evaluation.attack.homogeneity import alike
from app.evaluation.attack.members import Members
from app.evaluation.attack.perturbation import impossible, unlike_declared
from app.evaluation.attack.ranks import determined, dominated, of_few_cases
from app.evaluation.attack.relations import Public
from app.evaluation.attack.sets import left_over, overexposed, too_few
from app.evaluation.attack.tallies import made_again, unlike_counted
from app.evaluation.disclosure.besides import all_known, known_to_each
from app.evaluation.disclosure.declared import COORDINATES, PLACE, ROLLED_UP, Declared
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.disclosure.withheld import PARAMETER, shown_alone, withheld_places

_SPAN = re.compile(r"\d{4}-\d{4}")


class Published(Protocol):
    """What a release shows, and (protected) who stands behind each figure of it."""

    @property
    def release(self) -> str:
        """The release's name."""

    @property
    def parameters(self) -> Mapping[str, Any]:
        """Of which `supersedes` names the recalled release in whose place it is, if any."""

    @property
    def cells(self) -> pl.DataFrame:
        """Its counts, as in `frames.CELLS`."""

    @property
    def ledger(self) -> pl.DataFrame:
        """As in `frames.LEDGER`."""

    @property
    def unshown(self) -> pl.DataFrame:
        """Likewise, of who would be counted now in what it shows of others, or does not show any more."""

    @property
    def known(self) -> pl.DataFrame:
        """As in `frames.KNOWN`: of whom each controller knew what was counted."""

    def published(self) -> Mapping[str, pl.DataFrame]:
        """What leaves, by the file's name."""


def audit(release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata) -> Findings:
    """What the attacks find; empty where the release may go on. `microdata` is what it was built from."""
    return [
        *on_counts(release, earlier, declared),
        *on_tallies(release, earlier, declared, microdata),
        *on_what_was_made_again(release, earlier, declared, microdata),
        *on_what_is_hidden(release, earlier, declared, microdata),
        *on_exact_figures(release, earlier, declared, microdata),
    ]


def on_counts(release: Published, earlier: Sequence[Published], declared: Declared) -> Iterator[Finding]:
    """Counts are protected by their noise, where it is what it is said to be."""
    limits, table = declared.thresholds, perturbation(declared.noise)
    every = [*earlier, release]
    ledger = pl.concat([each.ledger.filter(pl.col("file") == "cells") for each in every])
    counts = Members.of_ledger(ledger, lambda row: [row["measure"]])
    # A recalled release and the one in its place count the same cells: one edition of each adds up.
    standing = {each.release for each in every} - {each.parameters.get("supersedes") for each in every}
    known = public(pl.concat([each.cells for each in every if each.release in standing]), declared)
    cells = pl.concat([_anew(each, every, declared) for each in every if each.release in standing])
    yield from given_away(cells, table, known, release.release)
    if before := [each for each in earlier if each.release == release.parameters.get("supersedes")]:
        of_both = counts.where(lambda figure: figure.release in {release.release, before[0].release})
        yield from between_categories(of_both, before[0].release, limits.difference)
    yield from overexposed(counts.where(lambda figure: figure.release in standing), limits.cells_per_person)
    yield from (each.finding() for each in between_releases(counts.reached_from(release.release), limits.difference))

    yield from _noise(release, declared)
    # Of what was kept, and some were erased from since, it is not known any more how it was spread.
    whole = release.ledger.filter(pl.col("file") == "cells", pl.col("removed").sum().over(PLACE) == 0)
    own = Members.of_ledger(whole, lambda row: [row["measure"]])
    outcomes = own.where(lambda figure: figure.of in declared.outcomes)
    yield from alike(outcomes, limits.outcome_categories, limits.outcome_share)


def _noise(release: Published, declared: Declared) -> Iterator[Finding]:
    table, shown = perturbation(declared.noise), _shown(release.cells)
    # A count that was kept from a recalled release may be of people who were erased since.
    whole = release.ledger.filter(pl.col("file") == "cells", pl.col("removed") == 0)
    own = Members.of_ledger(whole, lambda row: [row["measure"]])
    noisy = [shown.get((each.table, each.cell), 0) for each in own.figures]
    yield from impossible(own, noisy, table)
    yield from unlike_declared(own, noisy, table)
    behind = _shown(release.ledger.filter(pl.col("file") == "cells").with_columns(n=1))
    for (name, cell), count in shown.items():
        if count and (name, cell) not in behind and dict(cell)["measure"] not in declared.tally:
            yield Finding(
                "perturbation", release.release, name, cell, f"{count} are counted of whom the ledger has none"
            )


def on_tallies(
    release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata
) -> Iterator[Finding]:
    """Tallies have no persons behind them: they are held against the snapshot, and against what is out already."""
    own = tallies_of(release, declared)
    yield from made_again(own, [tallies_of(each, declared) for each in _last_first(release, earlier)])
    if release.parameters.get("supersedes") is None:
        yield from unlike_counted(own, microdata, perturbation(declared.noise), shown_alone(release.cells))


def _chain(release: Published, earlier: Sequence[Published]) -> list[Published]:
    """The recalled release in whose place it is, the one that that came in place of, and so on."""
    left: dict[str | None, Published] = {each.release: each for each in earlier}
    found = []
    while (before := left.pop(release.parameters.get("supersedes"), None)) is not None:
        found.append(before)
        release = before
    return found


def _last_first(release: Published, earlier: Sequence[Published]) -> list[Published]:
    """Those in whose place it is, the last one first; then all others."""
    before = _chain(release, earlier)
    of_them = {each.release for each in before}
    return [*before, *(each for each in earlier if each.release not in of_them)]


def on_what_was_made_again(
    release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata
) -> Iterator[Finding]:
    """In place of a recalled release, what is not as it was, for whoever knows some of those who came or went."""
    if chain_of := _chain(release, earlier):
        known = all_known([known_to_each(microdata.persons), *(each.known for each in chain_of)])
        yield from moved_by_few(release, chain_of, declared, known)
        read = pl.concat([*(each.ledger for each in chain_of), _kept(release, earlier)])
        yield from told_by_both(pl.concat([read, _fresh(release, earlier)]), read, known, declared)


def on_what_is_hidden(
    release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata
) -> Iterator[Finding]:
    """In place of a recalled release, what is not shown any more tells of that as well."""
    for before in earlier:
        if before.release == release.parameters.get("supersedes"):
            closed = withheld_places(release.parameters.get(PARAMETER, {}), microdata.places, before.cells)
            yield from shown_all_the_same(release.release, release.cells, release.ledger, closed)
            yield from hidden_by_few(release, before.ledger, closed, declared.thresholds)


def tallies_of(release: Published, declared: Declared) -> pl.DataFrame:
    """What a release shows of those of whom there are no rows."""
    return release.cells.filter(pl.col("measure").is_in(list(declared.tally)), pl.col("n").is_not_null())


def _anew(release: Published, every: Sequence[Published], declared: Declared) -> pl.DataFrame:
    """A release's counts, and by how many the count behind one may be `off` what it is now.

    What a release in another's place kept is of who was there then: mostly fewer than declared have come or gone since.
    Where more have, or some were erased, nothing is known of it here; it was judged with the recalled release. So it is
    with all that one before this kept. Tallies were all kept, and add up as they did.
    """
    instead = [each.cells for each in every if each.release == release.parameters.get("supersedes")]
    if not instead:
        return release.cells.with_columns(off=pl.lit(0))
    here, few = pl.col("file") == "cells", declared.thresholds.difference
    behind = release.ledger.filter(here).select(*COORDINATES, "persons", "removed")
    would = release.unshown.filter(here).select(*COORDINATES, would="persons")
    apart = pl.col("persons").list.set_symmetric_difference(pl.col("would")).list.len().fill_null(0)
    gone = behind.join(would, on=COORDINATES, how="left").with_columns(
        unknown=(apart >= few) | (pl.col("removed") > 0) | pl.lit(release is not every[-1])
    )
    both = release.cells.join(instead[0].select(*COORDINATES, n_before="n"), on=COORDINATES, how="left").join(
        gone.select(*COORDINATES, "unknown"), on=COORDINATES, how="left"
    )
    kept, tally = pl.col("n").eq_missing(pl.col("n_before")), pl.col("measure").is_in(list(declared.tally))
    return both.with_columns(
        pl.when(kept & pl.col("unknown").fill_null(value=False)).then(None).otherwise("n").alias("n"),
        off=pl.when(kept & ~tally).then(pl.lit(few - 1)).otherwise(0),
    ).select(*release.cells.columns, "off")


def on_exact_figures(
    release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata
) -> Iterator[Finding]:
    """Means, moments and costs are exact but for their rounding: only how many stand behind them protects these."""
    limits = declared.thresholds
    ledger = pl.concat([each.ledger for each in [*earlier, release]])
    # What is out or was kept was judged when it rested on those who were erased since, too.
    read = pl.concat([*(each.ledger for each in earlier), _kept(release, earlier)])
    erased = read if (read["removed"] > 0).any() else read.clear()
    files = {"means": limits.means_persons, "moments": limits.moments_persons, "cost": limits.cost_courses}
    for file, least in files.items():
        found = _sharply(ledger.filter(pl.col("file") == file), _itself, least, release.release)
        then = _sharply(erased.filter(pl.col("file") == file), _itself, least, release.release)
        yield from new_among(found, then)
    exact = pl.col("file").is_in(["means", "moments"])
    fresh = _fresh(release, earlier)
    costs, means = (fresh.filter(pl.col("file") == file) for file in ("cost", "means"))
    yield from dominated(release.release, costs, microdata.costs, limits)
    yield from of_few_cases(release.release, means, microdata.persons, limits)
    # `on_what_was_made_again` compares it with what it is in place of: that knows whose those were who are gone since.
    instead = release.parameters.get("supersedes") is not None
    compared = (fresh if instead else ledger).filter(exact)
    persons, known = microdata.persons, known_to_each(microdata.persons)
    yield from known_but_for_a_few(release.release, compared, fresh.filter(exact), persons, known, declared)
    both, then = (
        _sharply(each.filter(exact), by_variable(declared), limits.means_complement, release.release)
        for each in (ledger, erased)
    )
    yield from new_among(both, then)


def _fresh(release: Published, earlier: Sequence[Published]) -> pl.DataFrame:
    """Of a release's ledger what was not kept from one before it: that was judged by what held then."""
    at = ["file", *COORDINATES, "persons"]
    read = [release.ledger.clear(), *(each.ledger for each in earlier)]
    return release.ledger.join(pl.concat([each.select(at) for each in read]), on=at, how="anti")


def _kept(release: Published, earlier: Sequence[Published]) -> pl.DataFrame:
    """The rest of it."""
    at = ["file", *COORDINATES, "persons"]
    return release.ledger.join(_fresh(release, earlier), on=at, how="anti")


def _itself(row: Mapping[str, str]) -> Sequence[str]:
    # What a course cost in one year says nothing of what it cost in another.
    return [f"cost {row['period']}" if row["file"] == "cost" else row["measure"]]


def _sharply(
    ledger: pl.DataFrame, of: Callable[[Mapping[str, str]], Sequence[str]], least: int, release: str
) -> Iterator[Finding]:
    if ledger.is_empty():
        return
    figures = Members.of_ledger(ledger, of).reached_from(release)
    yield from too_few(figures.where(lambda figure: figure.release == release), least)
    yield from left_over(figures, least)
    yield from determined(figures, least)
    yield from (each.finding() for each in chain(between_pairs(figures, least), between_threes(figures, least)))


def _shown(cells: pl.DataFrame) -> dict[tuple[str, Coordinates], int]:
    """Published counts by what a figure of the ledger says of itself."""
    published = cells.filter(pl.col("n").is_not_null()).select(*COORDINATES, "n")
    columns = [column for column in COORDINATES if column != "table"]
    return {
        (row["table"], tuple((column, row[column]) for column in columns)): row["n"]
        for row in published.iter_rows(named=True)
    }


def public(cells: pl.DataFrame, declared: Declared) -> Public:
    """What anybody knows of the codes."""
    programmes = cells.filter(pl.col("place_level") == "programme")["place_code"].unique().to_list()
    coarser = {
        (name, category): (outcome.coarser, other)
        for name, outcome in declared.outcomes.items()
        if outcome.coarser is not None
        for category in outcome.categories
        for other in declared.outcomes[outcome.coarser].categories
        if category.endswith(f"_{other}")
    }
    projects = cells.filter(pl.col("place_level") == "project", pl.col("table").str.starts_with("flow"))
    # What is withheld stands alone all the same.
    rolled_up = (pl.col("status") == ROLLED_UP).all()
    hidden = projects.group_by("period", "place_code").agg(rolled_up).filter(pl.col("status"))
    periods = cells["period"].unique().to_list()
    return Public(
        programmes[0] if len(programmes) == 1 else None,
        coarser,
        frozenset(hidden.select("period", "place_code").iter_rows()),
        [each for each in periods if _SPAN.fullmatch(each)],
    )
