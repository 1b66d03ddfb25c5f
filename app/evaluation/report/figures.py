"""What the pages show, taken from the published tables."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from app.evaluation.disclosure.declared import ALL, PUBLISHED
from app.evaluation.disclosure.ladders import PROGRAMME
from app.evaluation.files.codebook import STATUS, Table
from app.evaluation.files.release import Release
from app.evaluation.files.words import Words

SCALES = ("who5", "recovery")
"""Means that have a start and an end."""
_CONFIDENCE = 1.96


@dataclass(frozen=True, slots=True)
class Noise:
    """The noise's standard deviation, as it is told: counts below a number may have more of it."""

    usual: float
    near_zero: float
    below: int

    @classmethod
    def of(cls, told: Mapping[str, float]) -> "Noise":
        """From a release's parameters."""
        return cls(told["standard_deviation"], told["standard_deviation_near_zero"], int(told["near_zero_below"]))

    def of_sum(self, counts: Sequence[int]) -> float:
        """Of several counts together."""
        return sqrt(sum((self.near_zero if each < self.below else self.usual) ** 2 for each in counts))


@dataclass(frozen=True, slots=True)
class Step:
    """How many came to a step of the pathway, over the whole release."""

    words: Words
    n: int | None
    """None where no quarter is shown: that is not nobody."""
    deviation: float
    """Of the noise in `n`."""
    hidden: int
    """Quarters that are not shown, and so not in `n`."""


@dataclass(frozen=True, slots=True)
class Flow:
    """The pathway in one programme."""

    programme: Words
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A mean change, and between which it lies with 95 % confidence: of who took part, and of rounding."""

    place: Words
    period: Words
    track: Words
    n: int
    start: float
    end: float
    change: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Scale:
    """The changes on one scale that are shown, the whole programme first."""

    words: Words
    changes: tuple[Change, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """How much of a file is shown."""

    words: Words
    counts: Mapping[str, int]
    """Rows by status."""


@dataclass(frozen=True, slots=True)
class Figures:
    """All of the page's numbers."""

    noise: float
    flows: tuple[Flow, ...]
    scales: tuple[Scale, ...]
    shown: tuple[Shown, ...]
    statuses: Mapping[str, Words]


def figures_of(release: Release, tables: Sequence[Table]) -> Figures:
    """Everything, from the tables as they are published."""
    named = {each.name: each for each in tables}
    noise = Noise.of(release.parameters["noise"])
    finer_from = int(release.parameters["thresholds"]["finer_rounding_from"])
    return Figures(
        noise.usual,
        tuple(_flows(named["cells"], noise)),
        tuple(_scale(named["means"], scale, finer_from) for scale in SCALES),
        tuple(_shown(each) for each in tables),
        _codes(named["cells"], STATUS),
    )


def _codes(table: Table, column: str) -> Mapping[str, Words]:
    return next(each.codes for each in table.columns if each.name == column)


def _flows(cells: Table, noise: Noise) -> Iterator[Flow]:
    rows = [
        row
        for row in cells.frame.iter_rows(named=True)
        if row["table"] == "flow_quarter" and row["period_type"] == "quarter" and row["place_level"] == PROGRAMME
    ]
    measures = _codes(cells, "measure")
    for programme in dict.fromkeys(row["place_code"] for row in rows):
        counts: dict[str, list[int | None]] = {}
        for row in rows:
            if row["place_code"] == programme:
                counts.setdefault(row["measure"], []).append(row["n"])
        steps = tuple(_step(words, counts[code], noise) for code, words in measures.items() if code in counts)
        yield Flow(_codes(cells, "place_code")[programme], steps)


def _step(words: Words, counts: Sequence[int | None], noise: Noise) -> Step:
    known = [each for each in counts if each is not None]
    return Step(words, sum(known) if known else None, noise.of_sum(known), len(counts) - len(known))


def _scale(means: Table, measure: str, finer_from: int) -> Scale:
    rows = [
        row
        for row in means.frame.iter_rows(named=True)
        if row["table"] == "outcome_place" and row["measure"] == measure and row["status"] == PUBLISHED
    ]
    rows.sort(key=lambda row: (row["place_level"] != PROGRAMME, row["place_code"], row["period"], row["track"] != ALL))
    return Scale(_codes(means, "measure")[measure], tuple(_change(means, row, finer_from) for row in rows))


def _change(means: Table, row: Mapping[str, object], finer_from: int) -> Change:
    place, period, track = (_codes(means, name)[str(row[name])] for name in ("place_code", "period", "track"))
    n, spread, change = int(str(row["n"])), float(str(row["sd"])), float(str(row["change"]))
    # The noise may have made much of a small n; a rounding error has the variance unit² / 12.
    unit = 0.5 if n >= finer_from else 1.0
    half = _CONFIDENCE * sqrt(spread**2 / max(n, 1) + unit**2 / 12)
    start, end = float(str(row["start"])), float(str(row["end"]))
    return Change(place, period, track, n, start, end, change, change - half, change + half)


def _shown(table: Table) -> Shown:
    counted = table.frame[STATUS].value_counts().sort(STATUS)
    return Shown(table.words, {str(code): int(times) for code, times in counted.iter_rows()})
