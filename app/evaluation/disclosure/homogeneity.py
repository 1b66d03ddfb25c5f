"""Which classes may show their distribution: those in which no category tells on everybody; else the next step does."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain

import polars as pl

from app.evaluation.disclosure.declared import ALL, PLACE, PUBLISHED, ROLLED_UP, SUPPRESSED, Declared
from app.evaluation.disclosure.grid import Class, people_of
from app.evaluation.disclosure.ladders import LATE, PROGRAMME, Span

Ladder = Sequence[Sequence[Class]]
"""Steps, fine to coarse: the classes that each would show together."""


@dataclass(frozen=True, slots=True)
class Distributions:
    """The true distributions of all classes, and what the rule says of each."""

    declared: Declared
    counts: Mapping[Class, Sequence[int]]

    @classmethod
    def of(cls, declared: Declared, exact: pl.DataFrame) -> "Distributions":
        """From exact counts by cell."""
        by_class = exact.filter(pl.col("true") > 0).group_by(PLACE).agg(pl.col("true").sort())
        return cls(declared, {tuple(row[:-1]): row[-1] for row in by_class.iter_rows()})

    def empty(self, which: Class) -> bool:
        """Whether nobody is in the class."""
        return which not in self.counts

    def shows(self, which: Class) -> bool:
        """Whether the class may be shown: enough persons, at least two categories, none above the declared part."""
        limits, counts = self.declared.thresholds, self.counts.get(which, ())
        persons = sum(counts)
        enough = limits.outcome_persons_per_category * len(self.declared.categories(which[-1]))
        return (
            persons >= enough
            and len(counts) >= limits.outcome_categories
            and max(counts) <= limits.outcome_share * persons
        )


@dataclass(slots=True)
class Choice:
    """The status of each class that carries an outcome."""

    distributions: Distributions
    status: dict[Class, str] = field(default_factory=dict)

    def climb(self, ladder: Ladder, finer: str | None = None) -> bool:
        """Show the first step whose classes may all be shown (empty ones aside); say whether there was one.

        `finer` is a measure that a chosen class shows instead of its own where it may.
        """
        chosen: Sequence[Class] = ()
        for step in ladder:
            present = [each for each in step if not self.distributions.empty(each)]
            if present and all(self.distributions.shows(each) for each in present):
                chosen = present
                break
        self.settle(list(chain.from_iterable(ladder)), ROLLED_UP if chosen else SUPPRESSED, finer)
        for each in chosen:
            more = _measured(each, finer)
            self.status[more if self.distributions.shows(more) else each] = PUBLISHED
        return bool(chosen)

    def settle(self, classes: Sequence[Class], status: str, finer: str | None) -> None:
        """Give classes a status, in the finer measure as well."""
        for each in classes:
            self.status[each] = self.status[_measured(each, finer)] = status


def choose(declared: Declared, classes: Sequence[Class], span: Span, distributions: Distributions) -> Choice:
    """The status of every class whose categories tell something of a person."""
    choice = Choice(distributions)
    places = dict.fromkeys((each[3], each[4], each[-1]) for each in classes if each[0] == "outcome_place")
    for level, code, measure in places:
        if declared.outcomes[measure].coarser:
            continue
        finer = _finer(declared, measure)
        choice.climb(place_ladder(declared, span, (level, code), measure), finer)
        if level == PROGRAMME:
            if span.final:
                choice.climb([[("outcome_place", LATE, LATE, level, code, ALL, ALL, ALL, measure)]], finer)
            _people(choice, declared, span, (level, code), measure)
    for level, code in dict.fromkeys((each[3], each[4]) for each in classes if each[0] == "contact_time"):
        for year in span.years:
            at = (level, code, ALL, ALL, ALL, "contact_time")
            halves = [("contact_time", "half_year", f"{year}H{half}", *at) for half in (1, 2)]
            choice.climb([halves, [("contact_time", "year", str(year), *at)]])
    return choice


def place_ladder(declared: Declared, span: Span, at: tuple[str, str], measure: str) -> list[list[Class]]:
    """By track and cohort, by cohort, by track, and neither."""
    by_time = [span.cohorts] if len(span.years) == 1 else [span.cohorts, (span.whole,)]
    return [
        [("outcome_place", "cohort", each, *at, track, ALL, ALL, measure) for each in cohorts for track in tracks]
        for cohorts in by_time
        for tracks in (declared.tracks, (ALL,))
    ]


def people_ladder(declared: Declared, span: Span, at: tuple[str, str], side: tuple[str, str, str]) -> list[list[Class]]:
    """One sex of one track (track, sex, measure): by age, and of all ages."""
    track, sex, measure = side
    ages = [age for code, age in people_of(declared) if code == sex and age != ALL]
    return [
        [("outcome_people", "cohort", span.whole, *at, track, sex, age, measure) for age in step]
        for step in (ages, [ALL])
    ]


def _people(choice: Choice, declared: Declared, span: Span, at: tuple[str, str], measure: str) -> None:
    finer = _finer(declared, measure)
    for track in declared.tracks:
        shown = [
            choice.climb(people_ladder(declared, span, at, (track, sex, measure)), finer)
            for sex in declared.ladders.sex
        ]
        everybody = ("outcome_people", "cohort", span.whole, *at, track, ALL, ALL, measure)
        if any(shown):
            choice.settle([everybody], SUPPRESSED, finer)
        else:
            choice.climb([[everybody]], finer)


def _finer(declared: Declared, measure: str) -> str | None:
    """The measure that shows more than this one."""
    return next((code for code, outcome in declared.outcomes.items() if outcome.coarser == measure), None)


def _measured(which: Class, measure: str | None) -> Class:
    return (*which[:-1], measure) if measure else which
