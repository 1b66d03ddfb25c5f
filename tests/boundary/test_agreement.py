"""Truth table = where-clause alone = row-level security alone: every role, category and operation, every combination.

PostgreSQL lets a word look only at what the role may read, so row-level security may be narrower than the words; that
too is judged by the model beforehand, row by row, and it is never wider.
"""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Coroutine, Iterable, Iterator
from dataclasses import dataclass, field
from functools import partial
from typing import Any
from uuid import uuid4

import pytest

from app.boundary.policy import Operation, load
from app.boundary.rls import changeable
from app.installation import Installation
from app.models import metadata
from tests.boundary.facts import ROLES, Facts, combinations, is_plain
from tests.boundary.judging import Judge
from tests.boundary.model import CATEGORIES, Asker, Case, cells_of, words_of
from tests.boundary.scene import LINK, ME, MYSELF, OTHER, Maker, key_of
from tests.boundary.stage import BECOMING, Stage, around_all, as_change, stage

CREATE, READ, UPDATE = Operation.CREATE, Operation.READ, Operation.UPDATE
CASEWORKER = Asker(ME, "victim", MYSELF, ("caseworker", "researcher", "operator"), LINK)
"""Tried on every combination; a researcher as well, and an operator: the caseworkers of other houses."""
COORDINATOR = Asker(ME, "victim", MYSELF, ("coordinator",), LINK)
"""Tried on every combination where the citizen is nobody's charge, which does not concern them."""
OTHERS = (
    Asker(ME, "victim", None, ("integration",)),
    Asker(ME, None, MYSELF, ("caseworker",)),
    Asker(ME, "perpetrator", MYSELF, ("caseworker", "coordinator")),
    Asker(ME, "victim", MYSELF, ("secretary", "disclosure_officer")),
    Asker(ME, "victim", MYSELF, ("caseworker",)),
    Asker(ME, "victim", None, ("caseworker",)),
)
"""Tried on the smaller set."""
ELSEWHERE = Asker(OTHER, "victim", MYSELF, ("coordinator",))
"""Of an organisation that is no evaluator; tried likewise where that matters."""


MOVED: dict[str, dict[str, Any]] = {
    "time_entry": {"track": "perpetrator"},
    "support_need": {"referral_id": uuid4()},
    "interview_candidate": {"consent_id": uuid4()},
}
"""What is changed where a category lets a column change that words read (`changeable`)."""


@dataclass
class Tally:
    """What was compared."""

    combinations: int = 0
    comparisons: Counter[str] = field(default_factory=Counter)
    narrower: int = 0

    def __str__(self) -> str:
        total = sum(self.comparisons.values())
        parts = ", ".join(f"{what} {count}" for what, count in sorted(self.comparisons.items()))
        return (
            f"{self.combinations} combinations of facts, {total} comparisons ({parts}); "
            f"in {self.narrower} row-level security is narrower than the words alone"
        )


@pytest.fixture(scope="module")
def tally() -> Iterator[Tally]:
    found = Tally()
    yield found
    print(f"\nThe boundary: {found}")


@pytest.fixture(scope="module")
async def on_stage(installation: Installation) -> AsyncIterator[Stage]:
    assert installation.superuser is not None
    async with stage(installation.superuser) as found:
        yield found


def asked_of(category: str, *operations: Operation) -> Iterator[tuple[str, Operation]]:
    """The cells there are."""
    for role in ROLES:
        for operation in operations:
            if cells_of(CATEGORIES[category], role, operation):
                yield role, operation


@dataclass
class Comparison:
    """Cases of one category as one asker finds them."""

    stage: Stage
    tally: Tally
    category: str
    cases: list[Case]
    judge: Judge

    def __post_init__(self) -> None:
        self.table = str(CATEGORIES[self.category]["table"])
        self.asker = self.judge.asker
        self._keys = {id(case): str(case.row[key_of(self.table)]) for case in self.cases}
        self._all = frozenset(self._keys.values())

    def keys(self, cases: Iterable[Case]) -> frozenset[str]:
        return frozenset(self._keys[id(each)] for each in cases)

    async def agree(
        self, what: str, role: str, statement: Coroutine[Any, Any, frozenset[str]], meant: Any
    ) -> frozenset[str]:
        """The database answers while the model thinks."""
        running = asyncio.create_task(statement)
        await asyncio.sleep(0)
        keys = self.keys(meant())
        said = await running & self._all
        self.tally.comparisons[what] += len(self.cases)
        assert said == keys, self.explain(what, role, said, keys)
        return keys

    def explain(self, what: str, role: str, said: frozenset[str], meant: frozenset[str]) -> str:
        odd = [each for each in self.cases if self._keys[id(each)] in said ^ meant]
        who = f"{role} {self.asker.functions} in track {self.asker.track}"
        lines = [f"{self.category}, {what}: {who}: {len(odd)} of {len(self.cases)} differ"]
        for case in odd[:3]:
            lines.append(f"  {'allowed' if self._keys[id(case)] in said else 'refused'}, wrongly: {case.facts}")
        return "\n".join(lines)

    # --- what the model says ----------------------------------------------------------------------

    def by_words(self, role: str, operation: Operation) -> list[Case]:
        return [each for each in self.cases if self.judge.by_words(each, role, operation)]

    def looking(self, role: str, *operations: Operation) -> list[Case]:
        return [
            each for each in self.cases if all(self.judge.looking(each, role, operation) for operation in operations)
        ]

    def becoming(self, role: str, values: dict[str, Any]) -> list[Case]:
        return [
            each
            for each in self.looking(role, UPDATE, READ)
            if self.judge.looking(each, role, UPDATE, {**each.row, **values}, after=True)
            and self.judge.looking(each, role, READ, {**each.row, **values})
        ]

    def becoming_by_words(self, role: str, values: dict[str, Any]) -> list[Case]:
        return [each for each in self.cases if self.judge.becoming_by_words(each, role, {**each.row, **values})]

    # --- what the database says -------------------------------------------------------------------

    async def clause(self, role: str, operation: Operation, narrower: frozenset[str]) -> None:
        said = self.stage.by_clause(self.category, role, operation, self.asker, candidates=operation is CREATE)
        wide = await self.agree(f"{operation} by clause", role, said, partial(self.by_words, role, operation))
        assert narrower <= wide, self.explain(f"{operation}: wider when looking", role, narrower, wide)
        self.tally.narrower += len(wide - narrower)

    async def created(self) -> None:
        async with self.stage.undone():
            await self.stage.lay_out_candidates(self.table, self.cases)
            for role, _ in asked_of(self.category, CREATE):
                written = self.stage.written_by_policy(self.table, role, self.asker)
                keys = await self.agree("insert by policy", role, written, partial(self.looking, role, CREATE))
                await self.clause(role, CREATE, keys)

    async def read_and_updated(self) -> None:
        async with self.stage.undone():
            await self.stage.lay_out({self.table: [each.row for each in self.cases]})
            for role, _ in asked_of(self.category, READ):
                shown = self.stage.read_by_policy(self.table, role, self.asker)
                keys = await self.agree("select by policy", role, shown, partial(self.looking, role, READ))
                await self.clause(role, READ, keys)
            for role, _ in asked_of(self.category, UPDATE):
                await self.clause(role, UPDATE, await self.updated(role))

    async def updated(self, role: str) -> frozenset[str]:
        found = load()[self.category]
        columns = changeable(found, role, metadata.tables[self.table])
        marked = next(each for each in ("updated_at", "valid_from", "numbered_at") if each in columns)
        if any(cell.check for cell in found.cells_for(role, UPDATE)):
            return await self.checked(role, marked)
        if self.category in MOVED:
            await self.moved(role, marked)
        looking = self.stage.updated_by_policy(self.table, role, self.asker, marked, looking=True)
        await self.agree("update by policy", role, looking, partial(self.looking, role, UPDATE, READ))
        bare = self.stage.updated_by_policy(self.table, role, self.asker, marked)
        return await self.agree("update by policy", role, bare, partial(self.looking, role, UPDATE))

    async def moved(self, role: str, marked: str) -> None:
        """A row that would go out of reach, by a column that may change: tried alone, as it becomes."""
        values = MOVED[self.category]
        await self.stage.lay_out_candidates(self.table, self.cases)
        changed = self.stage.changed_by_policy(self.table, role, self.asker, as_change(marked, values))
        keys = await self.agree("update by policy", role, changed, partial(self.becoming, role, values))
        clause = self.stage.by_change_clause(self.category, role, self.asker, values)
        wide = await self.agree("change by clause", role, clause, partial(self.becoming_by_words, role, values))
        assert keys <= wide, self.explain("change: wider when looking", role, keys, wide)

    async def checked(self, role: str, marked: str) -> frozenset[str]:
        """Where the row as it becomes is judged as well, each row is tried alone, with and without such a change."""
        await self.stage.lay_out_candidates(self.table, self.cases)
        for values in BECOMING[self.category]:
            changed = self.stage.changed_by_policy(self.table, role, self.asker, as_change(marked, values))
            keys = await self.agree("update by policy", role, changed, partial(self.becoming, role, values))
            clause = self.stage.by_change_clause(self.category, role, self.asker, values or {"version": 2})
            wide = await self.agree("change by clause", role, clause, partial(self.becoming_by_words, role, values))
            assert keys <= wide, self.explain("change: wider when looking", role, keys, wide)
        return self.keys(self.looking(role, UPDATE))


@pytest.mark.parametrize("category", CATEGORIES)
async def test_words_clauses_and_policies_agree(on_stage: Stage, tally: Tally, category: str) -> None:
    maker = Maker(CATEGORIES[category])
    coverage = maker.projects.index()
    evaluators = any(cells_of(CATEGORIES[category], "evaluator", each) for each in Operation)
    others = (*OTHERS, ELSEWHERE) if evaluators else OTHERS
    for operations in ((CREATE,), (READ, UPDATE)):
        tried = combinations(CATEGORIES[category], operations)
        cases = [case for facts in tried if (case := maker.make(facts)) is not None]
        tally.combinations += len(cases)
        free = [each for each in cases if each.facts.get("assigned", "nobody") == "nobody"]
        plain = [each for each in cases if is_plain(each.facts)]
        for askers, chosen in (((CASEWORKER,), cases), ((COORDINATOR,), free), (others, plain)):
            async with on_stage.undone():
                await on_stage.lay_out(maker.projects.tables())
                await on_stage.lay_out(around_all(chosen))
                for asker in askers:
                    it = Comparison(on_stage, tally, category, chosen, Judge(CATEGORIES[category], asker, coverage))
                    await (it.created() if CREATE in operations else it.read_and_updated())


def test_what_may_change_and_is_read_is_tried() -> None:
    assert {name for name, category in CATEGORIES.items() if category.get("changeable")} == MOVED.keys()


class Kept:
    """Cases made as they are asked for, and kept for the next who asks."""

    def __init__(self, maker: Maker, facts: Iterator[Facts]) -> None:
        self.made: list[Case] = []
        self.more = (case for each in facts if (case := maker.make(each)) is not None)

    def __iter__(self) -> Iterator[Case]:
        yield from self.made
        for case in self.more:
            self.made.append(case)
            yield case


def test_every_word_decides_somewhere() -> None:
    """For each cell and word there is a combination in which that word alone makes the difference."""
    idle = []
    for name, category in CATEGORIES.items():
        maker = Maker(category)
        judges = [
            Judge(category, asker, maker.projects.index()) for asker in (CASEWORKER, COORDINATOR, *OTHERS, ELSEWHERE)
        ]
        for operation in Operation:
            cases = Kept(maker, combinations(category, (operation,)))
            for role, _ in asked_of(name, operation):
                undecided = words_of(category, role, operation) - {"anyone"}
                for case in cases:
                    if not undecided:
                        break
                    for judge in judges:
                        undecided -= judge.decisive(case, role, operation, undecided)
                idle += [f"{name}, {role} {operation}: {word}" for word in sorted(undecided)]
    assert idle == []
