"""Which counts add up to which, as anybody can tell from the codes.

A count is named by what it counts and by its codes in six dimensions. In each dimension codes add up: quarters to
half-years to years, projects and municipalities to the programme, tracks, sexes and age groups to all, categories to
their measure. Totals that no table shows are added as unknowns, since they tie one table to another: neither
municipalities by year nor projects by quarter show the programme's year, yet both add up to it.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from functools import partial
from typing import NamedTuple

from app.evaluation.disclosure.declared import ALL


@dataclass(frozen=True, slots=True)
class Public:
    """What the codebook and the list of projects tell.

    `programme` is the only one that figures are of, if there is one; `coarser` has, by measure and category, the
    coarser measure and category that takes it in. `hidden` has, by period and code, the projects that stand among
    "others" if anywhere; `spans` the cohorts of several years.
    """

    programme: str | None = None
    coarser: Mapping[tuple[str, str], tuple[str, str]] = field(default_factory=dict)
    hidden: AbstractSet[tuple[str, str]] = frozenset()
    spans: Sequence[str] = ()


class Count(NamedTuple):
    """What a count is of. The release is no part of it: a count shown twice is one unknown seen twice."""

    measure: str
    category: str = ALL
    period: str = ALL
    place_level: str = ALL
    place: str = ALL
    track: str = ALL
    sex: str = ALL
    age_group: str = ALL


@dataclass(slots=True)
class Relations:
    """Counts by number, and each total with its parts."""

    numbers: dict[Count, int] = field(default_factory=dict)
    totals: list[tuple[int, list[int]]] = field(default_factory=list)
    size: int = 0

    def number(self, count: Count) -> int:
        """A count's number, a new one the first time."""
        if count not in self.numbers:
            self.numbers[count] = self.unnamed()
        return self.numbers[count]

    def unnamed(self) -> int:
        """An unknown that nothing shows: what a total holds besides its parts."""
        self.size += 1
        return self.size - 1


def related(shown: Iterable[Count], public: Public) -> Relations:
    """The counts shown, the totals that they add up to in every dimension, and all sums between them."""
    relations = Relations()
    for count in shown:
        relations.number(count)
    for step, complete in _STEPS:
        total_of = partial(step, public)
        families: dict[tuple[str, Count], list[Count]] = defaultdict(list)
        for count in relations.numbers:
            if (family := total_of(count)) is not None:
                families[family].append(count)
        for (name, total), parts in families.items():
            _add(relations, total, parts, complete=complete(name, parts))
    return relations


def _add(relations: Relations, total: Count, parts: list[Count], *, complete: bool) -> None:
    if not complete and total not in relations.numbers:
        return  # An unknown total with other parts that nobody sees binds nothing.
    numbers = [relations.number(part) for part in parts]
    if not complete:
        numbers.append(relations.unnamed())
    relations.totals.append((relations.number(total), numbers))


_WHOLE = {"referrer": "identified", "contact_time": "passed_on", "ending": "ended", "follow_up": "ended"}
"""The measures whose categories everybody has: they add up to a step of the flow."""

Family = tuple[str, Count] | None
_QUARTER = re.compile(r"(\d{4})Q([1-4])")
_HALF_YEAR = re.compile(r"(\d{4})H([12])")


def _quarters(_: Public, count: Count) -> Family:
    if found := _QUARTER.fullmatch(count.period):
        half = f"{found[1]}H{(int(found[2]) + 1) // 2}"
        return "quarters", count._replace(period=half)
    return None


def _half_years(_: Public, count: Count) -> Family:
    found = _HALF_YEAR.fullmatch(count.period)
    return ("half-years", count._replace(period=found[1])) if found else None


def _spans(public: Public, count: Count) -> Family:
    for span in public.spans:
        first, last = span.split("-")
        if count.period.isdecimal() and int(first) <= int(count.period) <= int(last):
            return f"{int(last) - int(first) + 1} years", count._replace(period=span)
    return None


def _others(public: Public, count: Count) -> Family:
    if count.place_level != "project" or (count.period, count.place) not in public.hidden:
        return None
    return "hidden", count._replace(place_level="others", place=f"others_{public.programme}")


def _places(public: Public, count: Count) -> Family:
    if count.place_level in {ALL, "programme", "others"}:
        return None  # What is in "others" reaches the programme by its projects.
    if public.programme is None:
        return count.place_level, count._replace(place_level=ALL, place=ALL)
    return count.place_level, count._replace(place_level="programme", place=public.programme)


def _programmes(_: Public, count: Count) -> Family:
    if count.place_level != "programme":
        return None
    return "programme", count._replace(place_level=ALL, place=ALL)


def _coarser(public: Public, count: Count) -> Family:
    coarser = public.coarser.get((count.measure, count.category))
    return None if coarser is None else (count.measure, count._replace(measure=coarser[0], category=coarser[1]))


def _categories(_: Public, count: Count) -> Family:
    if count.category == ALL:
        return None
    # What came late came late in each measure by itself.
    whole = count.measure if count.period.startswith("late") else _WHOLE.get(count.measure, count.measure)
    return count.measure, count._replace(measure=whole, category=ALL)


def _in(column: str) -> Callable[[Public, Count], Family]:
    def total_of(_: Public, count: Count) -> Family:
        return None if getattr(count, column) == ALL else (column, count._replace(**{column: ALL}))

    return total_of


def _both(_: str, parts: list[Count]) -> bool:
    return len(parts) == 2  # noqa: PLR2004 -- two quarters, two half-years, two tracks


def _every_year(name: str, parts: list[Count]) -> bool:
    return name == f"{len(parts)} years"


def _everyones(name: str, _: list[Count]) -> bool:
    # A project is a citizen's one and only; not everybody lives in a municipality that is known.
    return name in {"project", "programme"}


def _never(_: str, __: list[Count]) -> bool:
    return False


def _always(_: str, __: list[Count]) -> bool:
    return True


_STEPS: tuple[tuple[Callable[[Public, Count], Family], Callable[[str, list[Count]], bool]], ...] = (
    (_coarser, _always),
    (_others, _always),
    (_quarters, _both),
    (_half_years, _both),
    (_spans, _every_year),
    (_places, _everyones),
    (_programmes, _everyones),
    (_in("track"), _both),
    # Those of another or unknown sex or age stand in "all" alone.
    (_in("sex"), _never),
    (_in("age_group"), _never),
    (_categories, _always),
)
