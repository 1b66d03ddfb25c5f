"""All attacks on one release together with all earlier ones: the builder's last step, and what refuses it."""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol, Self

import polars as pl

from app.evaluation.attack.again import unlike_recalled
from app.evaluation.attack.answers import behind_nothing, unlike_answered
from app.evaluation.attack.besides import by_variable, known_but_for_a_few, newly_determined, newly_together
from app.evaluation.attack.counts import given_away
from app.evaluation.attack.differences import between_releases
from app.evaluation.attack.findings import Coordinates, Finding, Findings
from app.evaluation.attack.homogeneity import alike
from app.evaluation.attack.members import Members
from app.evaluation.attack.perturbation import impossible, unlike_declared
from app.evaluation.attack.ranks import dominated, of_few_cases
from app.evaluation.attack.relations import Public
from app.evaluation.attack.sets import overexposed, too_few
from app.evaluation.attack.tallies import made_again, unlike_counted
from app.evaluation.disclosure.besides import known_to_each
from app.evaluation.disclosure.declared import COORDINATES, ROLLED_UP, Declared
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.disclosure.withheld import PARAMETER, shown_alone, withheld_places

_SPAN = re.compile(r"\d{4}-\d{4}")
_ERASED = "erased"


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

    def published(self) -> Mapping[str, pl.DataFrame]:
        """What leaves, by the file's name."""


def audit(release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata) -> Findings:
    """What the attacks find; empty where the release may go on. `microdata` is what it was built from.

    What a release in place of a recalled one shows was read, and was judged by the snapshot that it was made of. It is
    seen to that it is that, and once more to what it gives away by itself.
    """
    if release.parameters.get("supersedes") is not None:
        return [
            *on_what_is_in_place(release, earlier, microdata),
            *on_what_it_gives_away(release, earlier, declared),
        ]
    return [
        *on_counts(release, earlier, declared),
        *on_tallies(release, earlier, declared, microdata),
        *on_exact_figures(release, earlier, declared, microdata),
    ]


def on_what_is_in_place(release: Published, earlier: Sequence[Published], microdata: Microdata) -> Iterator[Finding]:
    """In place of a recalled release: what is not as that one had it."""
    before = next(each for each in earlier if each.release == release.parameters["supersedes"])
    withheld = {**before.parameters.get(PARAMETER, {}), **release.parameters.get(PARAMETER, {})}
    closed = withheld_places(withheld, microdata.places, before.cells)
    yield from unlike_recalled(release, before, closed)


def on_what_it_gives_away(release: Published, earlier: Sequence[Published], declared: Declared) -> Iterator[Finding]:
    """In place of a recalled release, as if that one had never been: it may have been recalled for what it disclosed.

    Of those who were erased since it is known how many are behind each figure: each by itself is judged as ever, and of
    several together what tells of few whoever the erased were.
    """
    in_place_of: dict[str, str | None] = {each.release: each.parameters.get("supersedes") for each in earlier}
    chain_of, name = set[str](), release.parameters["supersedes"]
    while name is not None and name not in chain_of:
        chain_of.add(name)
        name = in_place_of.get(name)
    others = [each for each in earlier if each.release not in chain_of]
    filled = _filled(release.ledger)
    yield from on_counts(_Judged.by(release, filled), others, declared)
    yield from _by_ledger(_Judged.by(release, release.ledger.filter(pl.col("removed") == 0)), others, declared)
    touched = filled.filter(pl.col("removed") > 0)
    for file, least in _least(declared).items():
        yield from too_few(Members.of_ledger(touched.filter(pl.col("file") == file), _itself), least)
    every = pl.concat([filled, *(_filled(each.ledger) for each in others)])
    for rows, of, least in _compared(declared):
        figures = Members.of_ledger(every.filter(rows), of).reached_from(release.release)
        # Of those who were erased alone there may be nobody: they may be the same ones.
        yield from newly_determined(figures, release.release, least, lambda who: not all(map(_is_erased, who)))


@dataclass(frozen=True, slots=True)
class _Judged:
    """A release, by a ledger that is not quite its own."""

    release: str
    parameters: Mapping[str, Any]
    cells: pl.DataFrame
    ledger: pl.DataFrame
    frames: Mapping[str, pl.DataFrame]

    @classmethod
    def by(cls, release: Published, ledger: pl.DataFrame) -> Self:
        return cls(release.release, release.parameters, release.cells, ledger, release.published())

    def published(self) -> Mapping[str, pl.DataFrame]:
        return self.frames


def _filled(ledger: pl.DataFrame) -> pl.DataFrame:
    """With somebody for each who was erased: who they were is not known, nor which are the same.

    Where all others are the same ones they are taken to be, too: such figures of a release carry the same noise.
    """
    numbers = dict[tuple[object, ...], int]()
    persons = []
    for at, (release, known, removed) in enumerate(ledger.select("release", "persons", "removed").iter_rows()):
        number = numbers.setdefault((removed, *known) if known else ("nobody", at), len(numbers))
        persons.append([*known, *(f"{_ERASED} {release} {number} {each}" for each in range(removed))])
    return ledger.with_columns(persons=pl.Series(persons, dtype=pl.List(pl.String)))


def _is_erased(person: str) -> bool:
    return person.startswith(_ERASED)


def on_counts(release: Published, earlier: Sequence[Published], declared: Declared) -> Iterator[Finding]:
    """Counts are protected by their noise, where it is what it is said to be."""
    limits, table = declared.thresholds, perturbation(declared.noise)
    every = [*earlier, release]
    ledger = pl.concat([each.ledger.filter(pl.col("file") == "cells") for each in every])
    counts = Members.of_ledger(ledger, lambda row: [row["measure"]])
    # A recalled release and the one in its place count the same cells: one edition of each adds up.
    standing = {each.release for each in every} - {each.parameters.get("supersedes") for each in every}
    known = public(pl.concat([each.cells for each in every if each.release in standing]), declared)
    cells = pl.concat([each.cells for each in every if each.release in standing])
    yield from given_away(cells, table, known, release.release)
    yield from overexposed(counts.where(lambda figure: figure.release in standing), limits.cells_per_person)
    yield from (each.finding() for each in between_releases(counts.reached_from(release.release), limits.difference))

    yield from _noise(release, declared)
    own = counts.where(lambda figure: figure.release == release.release)
    outcomes = own.where(lambda figure: figure.of in declared.outcomes)
    yield from alike(outcomes, limits.outcome_categories, limits.outcome_share)


def _noise(release: Published, declared: Declared) -> Iterator[Finding]:
    table, shown = perturbation(declared.noise), _shown(release.cells)
    own = Members.of_ledger(release.ledger.filter(pl.col("file") == "cells"), lambda row: [row["measure"]])
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
    yield from made_again(own, [tallies_of(each, declared) for each in earlier])
    yield from unlike_counted(own, microdata, perturbation(declared.noise), shown_alone(release.cells))


def tallies_of(release: Published, declared: Declared) -> pl.DataFrame:
    """What a release shows of those of whom there are no rows."""
    return release.cells.filter(pl.col("measure").is_in(list(declared.tally)), pl.col("n").is_not_null())


def on_exact_figures(
    release: Published, earlier: Sequence[Published], declared: Declared, microdata: Microdata
) -> Iterator[Finding]:
    """Means, moments and costs are exact but for their rounding: only how many stand behind them protects these."""
    yield from _by_ledger(release, earlier, declared)
    limits, exact = declared.thresholds, pl.col("file").is_in(["means", "moments"])
    ledger = pl.concat([each.ledger for each in [*earlier, release]]).filter(exact)
    costs, means = (release.ledger.filter(pl.col("file") == file) for file in ("cost", "means"))
    frames, persons = release.published(), microdata.persons
    yield from behind_nothing(release.release, frames, release.ledger)
    yield from unlike_answered(release.release, frames["means"], release.ledger, persons, declared)
    yield from dominated(release.release, costs, microdata.costs, limits)
    yield from of_few_cases(release.release, means, persons, limits)
    known = known_to_each(persons, microdata.knew)
    yield from known_but_for_a_few(release.release, ledger, persons, known, declared)


def _by_ledger(release: Published, earlier: Sequence[Published], declared: Declared) -> Iterator[Finding]:
    ledger = pl.concat([each.ledger for each in [*earlier, release]])
    for rows, of, least in _compared(declared):
        figures = Members.of_ledger(ledger.filter(rows), of).reached_from(release.release)
        yield from too_few(figures.where(lambda figure: figure.release == release.release), least)
        # What is out was judged when it rested on those who were erased since, too.
        yield from newly_together(figures, release.release, least)


def _compared(declared: Declared) -> Iterator[tuple[pl.Expr, Callable[[Mapping[str, str]], Sequence[str]], int]]:
    """Figures that are compared with one another, what each is of, and how many must be behind them."""
    for file, least in _least(declared).items():
        yield pl.col("file") == file, _itself, least
    exact = pl.col("file").is_in(["means", "moments"])
    yield exact, by_variable(declared), declared.thresholds.means_complement


def _least(declared: Declared) -> Mapping[str, int]:
    """How many must stand behind a figure, by its file."""
    limits = declared.thresholds
    return {"means": limits.means_persons, "moments": limits.moments_persons, "cost": limits.cost_courses}


def _itself(row: Mapping[str, str]) -> Sequence[str]:
    # What a course cost in one year says nothing of what it cost in another.
    return [f"cost {row['period']}" if row["file"] == "cost" else row["measure"]]


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
