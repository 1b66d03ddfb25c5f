"""Which statistics may be shown together: what one can compute from several must not be about a few persons.

Means are exact but for their rounding, so from the means of a set and of a part of it follows the mean of the rest. Of
everything that is shown of one measure, two sets, a set and two others, and a set and all of its parts at a ladder
(places, or people) differ by nobody or by at least the declared number, and so does what is left when any number of
them are combined. It holds besides the persons of any one controller as well, which knows what its own answered. What
breaks that is withdrawn: people before places, places before the programme, and a place's only statistic last.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import polars as pl

from app.evaluation.disclosure.combined import Combination, TooManyError, of_few
from app.evaluation.disclosure.declared import ALL, PLACE, Declared
from app.evaluation.disclosure.grid import Class
from app.evaluation.disclosure.homogeneity import people_ladder
from app.evaluation.disclosure.ladders import LATE, PROGRAMME, Place, Span

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Sizes = np.ndarray[Any, np.dtype[np.int64]]
_SOME = frozenset[int]()
"""Of whom it is not known who they are."""


def candidates(
    declared: Declared, places: Sequence[Place], span: Span, measure: str, enough: Callable[[Class], bool]
) -> Iterator[Class]:
    """The finest step of each ladder whose classes have enough."""
    for place in places:
        if place.shown and place.level != "municipality":
            yield from _of_place(declared, span, (place.level, place.code), measure, enough)
    for place in places:
        if place.level != PROGRAMME:
            continue
        at = (place.level, place.code)
        late = ("outcome_place", LATE, LATE, *at, ALL, ALL, ALL, measure)
        if span.final and enough(late):
            yield late
        for track in declared.tracks:
            for sex in declared.ladders.sex:
                by_age, whole = people_ladder(declared, span, at, (track, sex, measure))
                found = [each for each in by_age if enough(each)]
                yield from found or [each for each in whole if enough(each)]


def _of_place(
    declared: Declared, span: Span, at: tuple[str, str], measure: str, enough: Callable[[Class], bool]
) -> Iterator[Class]:
    nobody = True
    for track in declared.tracks:
        cohorts = [("outcome_place", "cohort", each, *at, track, ALL, ALL, measure) for each in span.cohorts]
        whole = ("outcome_place", "cohort", span.whole, *at, track, ALL, ALL, measure)
        found = [each for each in cohorts if enough(each)]
        if len(found) < len(cohorts) and enough(whole):
            found = [whole]
        nobody = nobody and not found
        yield from found
    both = ("outcome_place", "cohort", span.whole, *at, ALL, ALL, ALL, measure)
    if nobody and enough(both):
        yield both


@dataclass(slots=True)
class Together:
    """Candidates, and who is in each."""

    at: list[Class]
    inside: Flags
    """Candidate x person."""
    minimum: int
    fixed: int = 0
    """So many candidates, the first ones, are shown in any case, and together already."""
    own: list[Flags] = field(default_factory=list)
    """By controller, which persons it knows."""
    out: list[Flags] = field(default_factory=list)
    """Who is in figures of the same that earlier releases show."""

    @classmethod
    def of(
        cls,
        at: Sequence[Class],
        members: pl.DataFrame,
        minimum: int,
        *,
        fixed: int = 0,
        own: Sequence[frozenset[str]] = (),
        out: Sequence[frozenset[str]] = (),
    ) -> "Together":
        """From memberships with PLACE and `person`; `own` are the persons of each controller, `out` as told above.

        Mostly nobody who is counted now stands behind a figure that is out: then these do not matter.
        """
        counted = frozenset(members["person"])
        out = out if any(counted & each for each in out) else ()
        people = {each: number for number, each in enumerate(sorted(counted.union(*out)))}
        inside = np.zeros((len(at), len(people)), np.bool_)
        rows = {each: number for number, each in enumerate(at)}
        for *place, persons in members.group_by(PLACE).agg("person").iter_rows():
            if (row := rows.get(tuple(place))) is not None:
                inside[row, [people[each] for each in persons]] = True
        known, seen = (
            [np.fromiter((each in one for each in people), np.bool_, len(people)) for one in several]
            for several in (own, out)
        )
        return cls(list(at), inside, minimum, fixed, known, seen)

    def settle(self) -> list[Class]:
        """What may stay."""
        apart, many = _alike(np.vstack([self.inside, *self.own, *self.out]))
        inside, own, out = np.split(apart, [len(self.at), len(self.at) + len(self.own)])
        seen = [(inside, out), *((inside & ~one, out & ~one) for one in own)]
        views = [_View(self.at, *each, many, self.minimum, self.fixed) for each in seen]
        shown, before = np.arange(len(self.at)), -1
        while len(shown) != before:
            before = len(shown)
            for each in views:
                shown = each.left_of(shown)
        return [self.at[each] for each in shown]


def _alike(rows: Flags) -> tuple[Flags, Sizes]:
    """The columns that differ, and how many there are of each."""
    _, first, many = np.unique(np.packbits(rows, axis=0), axis=1, return_index=True, return_counts=True)
    return rows[:, first], many


@dataclass(slots=True)
class _View:
    """The candidates as one sees them who knows some persons' answers: `inside` has the others.

    Persons who are in the same candidates are one column, of as `many`.
    """

    at: list[Class]
    inside: Flags
    out: Flags
    many: Sizes
    minimum: int
    fixed: int
    weighed: np.ndarray[Any, np.dtype[np.float32]] = field(init=False)
    """How many of each column are inside."""
    common: Sizes = field(init=False)
    """How many two of them have in common."""
    size: Sizes = field(init=False)
    compared: bool = False
    """Whether what was shown was compared and combined: withdrawing more brings nothing new about."""
    whole: Sizes = field(init=False)
    """What was shown when the wholes and their parts were found in order."""

    def __post_init__(self) -> None:
        self.weighed = (self.inside * self.many).astype(np.float32)
        self.common = (self.weighed @ self.inside.T).astype(np.int64)
        self.size = np.diag(self.common)
        self.whole = np.array([-1])

    def left_of(self, shown: Sizes) -> Sizes:
        """What of these may stay; less of what it left the last time, if it was asked before."""
        if not self.compared:
            shown, self.compared = self._told_of_enough(self._apart(shown)), True
        if not np.array_equal(shown, self.whole):
            while (found := self._broken(shown)) is not None:
                shown = shown[shown != self._withdrawn(found, shown)]
            self.whole = shown
        return shown

    def _may_go(self, found: Sequence[int]) -> bool:
        """Whether one of them can be withdrawn: what is shown in any case was judged without these."""
        return max(found) >= self.fixed

    def _few(self, sizes: Any) -> Any:
        return (sizes > 0) & (sizes < self.minimum)

    def _apart(self, shown: Sizes) -> Sizes:
        """Without those that give away a few persons in twos and threes."""
        for one in shown.tolist():
            while one in shown and (found := self._nested(one, shown) or self._nearly(one, shown)):
                shown = shown[shown != self._withdrawn(found, shown)]
        return shown

    def _nested(self, one: int, shown: Sizes) -> list[int]:
        """A set, and one or two within it that leave a few."""
        size, common = self.size, self.common
        within = shown[(common[one, shown] == size[shown]) & (shown != one)]
        if not len(within):
            return []
        rest = size[one] - size[within][:, None] - size[within] + common[within[:, None], within]
        for first, second in _where(self._few(rest)):
            if self._may_go(three := [one, int(within[first]), int(within[second])]):
                return three
        return []

    def _nearly(self, one: int, shown: Sizes) -> list[int]:
        """Sets that are not nested, but differ in a few alone: who knows some of these works out the others."""
        size, common = self.size, self.common
        others = shown[(shown != one) & (common[one, shown] > 0)]
        if not len(others):
            return []
        apart = self._few(size[one] + size[others] - 2 * common[one, others])
        for other in others[apart].tolist():
            if self._may_go([one, other]):
                return [one, other]
        parts = others[(size[others] - common[one, others] < self.minimum) & (size[others] <= size[one])]
        taken = size[parts] - 2 * common[one, parts]
        # The squared length of "one - first - second": at least, and at most four times, those in whom they differ.
        lengths = size[one] + taken[:, None] + taken + 2 * common[parts[:, None], parts]
        for first, second in _where((lengths > 0) & (lengths < 4 * self.minimum)):
            three = [one, int(parts[first]), int(parts[second])]
            if first < second and self._may_go(three):
                signs = self.inside[three].astype(np.int8) * np.array([[1], [-1], [-1]], np.int8)
                if self._few(self.many[signs.sum(axis=0) != 0].sum()):
                    return three
        return []

    def _told_of_enough(self, shown: Sizes) -> Sizes:
        """Without those that give away a few persons in any combination, with what is out as well."""
        known = {each.persons for each in self._combined(np.arange(self.fixed))} - {_SOME}
        while len(shown) > self.fixed:
            found = next((each for each in self._combined(shown) if each.persons not in known), None)
            if found is None:
                break
            of_now = [int(shown[figure - len(self.out)]) for figure in found.figures if figure >= len(self.out)]
            shown = shown[shown != self._withdrawn(of_now, shown)]
        return shown

    def _combined(self, shown: Sizes) -> Iterator[Combination]:
        """Combinations of a few persons; of all figures, where there are more than can be looked through."""
        figures = np.vstack([self.out, self.inside[shown]])
        try:
            yield from of_few(figures, self.many, self.minimum)
        except TooManyError:
            yield Combination(tuple(range(len(figures))), _SOME)

    def _broken(self, shown: Sizes) -> list[int] | None:
        """A whole and all its parts that together give away a few persons."""
        groups = self._groups(shown)
        if not groups:
            return None
        made = np.zeros((len(groups), len(self.at)), np.bool_)
        for row, members in enumerate(groups):
            made[row, members] = True
        wholes = made.astype(np.float32) @ self.weighed > 0
        within = (wholes.astype(np.float32) @ self.weighed.T == self.size) & ~made
        tables = np.array([each[0] for each in self.at])[shown]
        names = sorted(set(tables.tolist()))
        within = within[:, shown]
        of_table = within[:, None] & (tables == np.array(names)[:, None])
        # Parts leave the more the more they have in common.
        least = (wholes @ self.many)[:, None] - of_table @ self.size[shown]
        for group, table in _where(of_table.any(axis=2) & (least < self.minimum)):
            members, parts = groups[group], shown[of_table[group, table]].tolist()
            left = self.many[wholes[group] & ~self.inside[parts].any(axis=0)].sum()
            if self._few(left) and self._may_go([*members, *parts]):
                return [*members, *parts]
        return None

    def _groups(self, shown: Sizes) -> list[list[int]]:
        """Everything shown, and what the programme's own put together make: by track, by cohort, and all of it."""
        groups: dict[tuple[str, ...], list[int]] = {}
        for each in shown.tolist():
            table, kind, period, level, code, track = self.at[each][:6]
            groups.setdefault(("one", str(each)), []).append(each)
            if table == "outcome_place" and kind != LATE:
                for group in ((level, code, track, ""), (level, code, "", period), (level, code, "", "")):
                    groups.setdefault(group, []).append(each)
        return list(groups.values())

    def _withdrawn(self, found: Sequence[int], shown: Sizes) -> int:
        alone = {at for at in (self.at[each][3:5] for each in shown) if self._number(at, shown) == 1}

        def order(each: int) -> tuple[int, int, Class]:
            at = self.at[each]
            last = 0 if at[0] == "outcome_people" else 2 if at[3] == PROGRAMME else 3 if at[3:5] in alone else 1
            return last, int(self.size[each]), at

        return min({each for each in found if each >= self.fixed}, key=order)

    def _number(self, at: Sequence[str], shown: Sizes) -> int:
        return sum(self.at[each][0] == "outcome_place" and self.at[each][3:5] == at for each in shown)


def _where(flags: Flags) -> Iterator[tuple[int, int]]:
    """Rows and columns in their order; mostly there are none."""
    if flags.any():
        rows, columns = np.nonzero(flags)
        yield from zip(rows.tolist(), columns.tolist(), strict=True)
