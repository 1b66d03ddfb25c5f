"""Truth table = where-clause alone = row-level security alone: every role, category and operation, every combination.

PostgreSQL lets a word look only at what the role may read, so row-level security may be narrower than the words; that
too is judged by the model beforehand, row by row, and it is never wider.
"""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from app.boundary.policy import Operation
from app.boundary.rls import changeable
from app.boundary.policy import MACHINE_ROLES, ROLES, load
from app.installation import Installation
from app.models import metadata
from tests.boundary.facts import combinations, is_plain
from tests.boundary.judging import Judge
from tests.boundary.model import CATEGORIES, Asker, Case, cells_of, words_of
from tests.boundary.scene import ME, MYSELF, Maker, key_of
from tests.boundary.stage import Stage, around_all, stage

FULL = (
    Asker(ME, "victim", MYSELF, ("caseworker",)),
    Asker(ME, "victim", MYSELF, ("coordinator",)),
)
"""Tried on every combination."""
PLAIN = (
    Asker(ME, "victim", None, ("integration",)),
    Asker(ME, None, MYSELF, ("caseworker",)),
    Asker(ME, "perpetrator", MYSELF, ("caseworker", "coordinator")),
    Asker(ME, "victim", MYSELF, ("researcher",)),
    Asker(ME, "victim", MYSELF, ()),
    Asker(ME, "victim", None, ("caseworker",)),
)
"""Tried on the smaller set."""
NOBODY = Asker(None)


@dataclass
class Tally:
    """What was compared."""

    cases: Counter[str] = field(default_factory=Counter)
    narrower: int = 0


TALLY = Tally()


@pytest.fixture(scope="module")
async def on_stage(installation: Installation) -> Any:
    assert installation.superuser is not None
    async with stage(installation.superuser) as found:
        yield found


def asked_of(category: str) -> Iterator[tuple[str, Operation]]:
    """The cells there are."""
    for role in (*ROLES, *MACHINE_ROLES):
        for operation in Operation:
            if cells_of(CATEGORIES[category], role, operation):
                yield role, operation


@dataclass
class Set:
    """Cases laid out, with the model's answers beside the database's."""

    stage: Stage
    category: str
    maker: Maker
    cases: list[Case]

    @property
    def table(self) -> str:
        return str(CATEGORIES[self.category]["table"])

    def keys(self, cases: list[Case]) -> frozenset[str]:
        return frozenset(str(each.row[key_of(self.table)]) for each in cases)

    def by_words(self, judge: Judge, role: str, operation: Operation) -> frozenset[str]:
        return self.keys([each for each in self.cases if judge.by_words(each, role, operation)])

    def looking(self, judge: Judge, role: str, *operations: Operation) -> frozenset[str]:
        return self.keys(
            [each for each in self.cases if all(judge.looking(each, role, operation) for operation in operations)]
        )

    def explain(self, what: str, role: str, asker: Asker, said: frozenset[str], meant: frozenset[str]) -> str:
        odd = said ^ meant
        shown = [each for each in self.cases if str(each.row[key_of(self.table)]) in odd][:3]
        lines = [f"{what}: {role} {asker.functions} in track {asker.track}: {len(odd)} of {len(self.cases)} differ"]
        for case in shown:
            wide = str(case.row[key_of(self.table)]) in said
            lines.append(f"  {'allowed, and should not be' if wide else 'refused, and should not be'}: {case.facts}")
        return "\n".join(lines)

    def agree(self, what: str, role: str, asker: Asker, said: frozenset[str], meant: frozenset[str]) -> None:
        TALLY.cases[what] += len(self.cases)
        assert said == meant, self.explain(f"{self.category}, {what}", role, asker, said, meant)


async def judged(it: Set, asker: Asker) -> None:
    """Compare all cells of the category for one asker."""
    judge = Judge(CATEGORIES[it.category], asker, it.maker.projects.index())
    cells = list(asked_of(it.category))
    async with it.stage.undone():
        await it.stage.lay_out_candidates(it.table, it.cases)
        for role, operation in cells:
            if operation is Operation.CREATE:
                said = await it.stage.written_by_policy(it.table, role, asker)
                it.agree("insert by policy", role, asker, said, it.looking(judge, role, operation))
                await by_clause(it, judge, role, operation)
    async with it.stage.undone():
        await it.stage.lay_out({it.table: [each.row for each in it.cases]})
        for role, operation in cells:
            if operation is Operation.READ:
                said = await it.stage.read_by_policy(it.table, role, asker)
                it.agree("read by policy", role, asker, said, it.looking(judge, role, operation))
                await by_clause(it, judge, role, operation)
            if operation is Operation.UPDATE:
                await updated(it, judge, role)
                await by_clause(it, judge, role, operation)


async def by_clause(it: Set, judge: Judge, role: str, operation: Operation) -> None:
    if judge.asker.organisation is None:
        return
    candidates = operation is Operation.CREATE
    said = await it.stage.by_clause(it.category, role, operation, judge.asker, candidates=candidates)
    meant = it.by_words(judge, role, operation)
    it.agree(f"{operation} by clause", role, judge.asker, said, meant)
    looking = it.looking(judge, role, operation)
    assert looking <= meant, it.explain(f"{it.category}, wider when looking", role, judge.asker, looking, meant)
    TALLY.narrower += len(meant - looking)


async def updated(it: Set, judge: Judge, role: str) -> None:
    found = load()[it.category]
    columns = changeable(found, role, metadata.tables[it.table])
    marked = next(each for each in ("updated_at", "valid_from") if each in columns)
    if any(cell.check for cell in found.cells_for(role, Operation.UPDATE)):
        await checked(it, judge, role, marked)
        return
    for looking in (False, True):
        said = await it.stage.updated_by_policy(it.table, role, judge.asker, marked, looking=looking)
        operations = (Operation.UPDATE, Operation.READ) if looking else (Operation.UPDATE,)
        it.agree("update by policy", role, judge.asker, said, it.looking(judge, role, *operations))


async def checked(it: Set, judge: Judge, role: str, marked: str) -> None:
    """Where the row as it becomes is judged as well, each row is tried alone, with and without that change."""
    await it.stage.lay_out_candidates(it.table, it.cases)
    changes: tuple[tuple[str, dict[str, Any]], ...] = (
        (f"{marked} = '2001-01-01'", {}),
        (f"{marked} = '2001-01-01', status = 'withdrawn'", {"status": "withdrawn"}),
        (f"{marked} = '2001-01-01', status = 'active'", {"status": "active"}),
    )
    for change, values in changes:
        said = await it.stage.changed_by_policy(it.table, role, judge.asker, change)
        meant = it.keys(
            [
                each
                for each in it.cases
                if judge.looking(each, role, "update")
                and judge.looking(each, role, "read")
                and judge.looking(each, role, "update", row={**each.row, **values}, after=True)
                and judge.looking(each, role, "read", row={**each.row, **values})
            ]
        )
        it.agree("update by policy", role, judge.asker, said, meant)


@pytest.mark.parametrize("category", CATEGORIES)
async def test_words_clauses_and_policies_agree(on_stage: Stage, category: str) -> None:
    maker = Maker(CATEGORIES[category])
    cases = [case for facts in combinations(CATEGORIES[category]) if (case := maker.make(facts)) is not None]
    plain = [each for each in cases if is_plain(each.facts)]
    for askers, chosen in ((FULL, cases), (PLAIN, plain)):
        async with on_stage.undone():
            await on_stage.lay_out({"project": maker.projects.table(), "agreement_coverage": maker.projects.coverage})
            await on_stage.lay_out(around_all(chosen))
            it = Set(on_stage, category, maker, chosen)
            for asker in askers:
                await judged(it, asker)
    print(f"{category}: {len(cases)} combinations; so far {sum(TALLY.cases.values())} comparisons")
