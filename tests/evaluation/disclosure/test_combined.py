"""Combinations of figures that tell of few, against every set of persons tried one by one."""

from collections.abc import Iterator
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from app.evaluation.disclosure.combined import TooManyError, of_few
from app.evaluation.disclosure.grid import Class
from app.evaluation.disclosure.ladders import PROGRAMME
from app.evaluation.disclosure.together import Together


def told(inside: np.ndarray, many: np.ndarray, least: int) -> set[frozenset[int]]:
    """The smallest sets of columns that a combination of the rows tells of, by what rank is lost without them."""
    alike: dict[tuple[bool, ...], list[int]] = {}
    for column, pattern in enumerate(map(tuple, inside.T.tolist())):
        if any(pattern):
            alike.setdefault(pattern, []).append(column)
    unknowns = list(alike.values())
    equations = inside[:, [each[0] for each in unknowns]].astype(float)
    found: list[set[int]] = []
    for some in _some(len(unknowns)):
        columns = [column for each in some for column in unknowns[each]]
        others = [each for each in range(len(unknowns)) if each not in some]
        lost = _rank(equations) - _rank(equations[:, others])
        if many[columns].sum() < least and lost and not any(each < set(columns) for each in found):
            found.append(set(columns))
    return set(map(frozenset, found))


def _some(many: int) -> Iterator[tuple[int, ...]]:
    for size in range(1, many + 1):
        yield from combinations(range(many), size)


def _rank(equations: np.ndarray) -> int:
    return int(np.linalg.matrix_rank(equations)) if equations.size else 0


shapes = st.tuples(st.integers(1, 7), st.integers(1, 8))


@given(
    inside=shapes.flatmap(lambda shape: arrays(np.bool_, shape)),
    sizes=st.lists(st.integers(1, 5), min_size=8, max_size=8),
)
@pytest.mark.parametrize("least", [2, 5, 10])
def test_all_that_is_told_of_few_is_found_once(inside: np.ndarray, sizes: list[int], least: int) -> None:
    many = np.array(sizes[: inside.shape[1]])

    found = list(of_few(inside, many, least))

    assert {each.persons for each in found} == told(inside, many, least)
    assert len({each.persons for each in found}) == len(found)
    for each in found:
        some = inside[list(each.figures)]
        assert each.persons in told(some, many, least)


@pytest.mark.parametrize("links", [4, 9, 14])
def test_a_chain_of_figures_leaves_one_person_of_each_link(links: int) -> None:
    """Each has the group before it, the group after it and one person more; the groups at the ends stand alone."""
    groups, more = 15 * (links + 1), np.arange(links)
    inside = np.zeros((links + 2, groups + links), np.bool_)
    for link in more:
        inside[link, 15 * link : 15 * (link + 2)] = inside[link, groups + link] = True
    inside[-2, :15] = inside[-1, groups - 15 : groups] = True
    many = np.ones(inside.shape[1], np.int64)

    (found,) = of_few(inside, many, links + 1)

    assert found.persons == frozenset((groups + more).tolist())
    assert found.figures == tuple(range(links + 2))
    assert not list(of_few(inside, many, links))
    assert not list(of_few(inside[:-1], many, links + 1))


def test_what_cannot_be_looked_through_is_said() -> None:
    inside = np.random.default_rng(0).random((20, 60)) < 0.5

    with pytest.raises(TooManyError):
        list(of_few(inside, np.ones(60, np.int64), 10, steps=100))


def test_what_cannot_be_looked_through_is_not_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    """One after another is withdrawn until it can."""
    same = ("outcome_people", "cohort", "2022", PROGRAMME, "p", "victim", "female")
    at: list[Class] = [(*same, str(age), "who5") for age in range(4)]
    inside = np.repeat(np.eye(4, dtype=np.bool_), 10, axis=1)
    together = Together(at, inside, 10)
    assert together.settle() == at

    def many(inside: np.ndarray, *_: object) -> Iterator[None]:
        if len(inside) > 2:
            raise TooManyError
        return iter(())

    monkeypatch.setattr("app.evaluation.disclosure.together.of_few", many)
    assert together.settle() == at[2:]
    # What is shown in any case stays; nothing is shown beside it that nobody has looked through.
    assert Together(at, inside, 10, fixed=3).settle() == at[:3]
