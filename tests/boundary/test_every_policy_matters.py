"""Each policy and each flag is needed: without it something of what was compared comes out otherwise."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass

import pytest

from app.boundary.policy import Operation
from app.installation import Installation
from tests.boundary.facts import ROLES, combinations, is_plain
from tests.boundary.judging import Judge
from tests.boundary.model import CATEGORIES, Asker, Case, cells_of
from tests.boundary.scene import LINK, ME, MYSELF, Maker, key_of
from tests.boundary.stage import BECOMING, Stage, around_all, as_change, stage

CREATE, READ, UPDATE = Operation.CREATE, Operation.READ, Operation.UPDATE
COMMANDS = {"INSERT": CREATE, "SELECT": READ, "UPDATE": UPDATE}
ASKERS = (
    Asker(ME, "victim", MYSELF, ("coordinator", "caseworker", "researcher", "operator"), LINK),
    Asker(ME, "perpetrator", MYSELF, ("coordinator", "caseworker", "researcher", "operator")),
    Asker(ME, None, MYSELF, ("coordinator", "caseworker", "researcher", "operator")),
)

WITHOUT_FUNCTION = Asker(ME, None, MYSELF, ())


@pytest.fixture(scope="module")
async def on_stage(installation: Installation) -> AsyncIterator[Stage]:
    assert installation.superuser is not None
    async with stage(installation.superuser) as found:
        yield found


@dataclass
class Laid:
    """A category's plain cases in the database."""

    stage: Stage
    category: str
    maker: Maker
    cases: dict[Operation, list[Case]]

    def __post_init__(self) -> None:
        self.table = str(CATEGORIES[self.category]["table"])

    def meant(self, role: str, operation: Operation, asker: Asker) -> frozenset[str]:
        """What the model allows the asker."""
        judge = Judge(CATEGORIES[self.category], asker, self.maker.projects.index())
        found = [each for each in self.cases[operation] if judge.looking(each, role, operation)]
        return frozenset(str(each.row[key_of(self.table)]) for each in found)

    def allowed(self, role: str, operation: Operation) -> tuple[Asker, frozenset[str]]:
        """An asker whom the model allows something, and what."""
        for asker in ASKERS:
            if meant := self.meant(role, operation, asker):
                return asker, meant
        pytest.fail(f"{self.category}: no combination lets {role} {operation}")

    def least(self, role: str) -> tuple[Asker, frozenset[str]]:
        """The asker whom the model shows least, and what."""
        shown = [(asker, self.meant(role, READ, asker)) for asker in (*ASKERS, WITHOUT_FUNCTION)]
        return min(shown, key=lambda each: len(each[1]))

    async def asked(self, role: str, operation: Operation, asker: Asker) -> frozenset[str]:
        if operation is READ:
            said = await self.stage.read_by_policy(self.table, role, asker)
        elif operation is CREATE:
            said = await self.stage.written_by_policy(self.table, role, asker)
        else:
            kept = {"agreement_coverage": "valid_from", "recipient_declaration": "valid_from", "change": "numbered_at"}
            marked = kept.get(self.table, "updated_at")
            asked_for = BECOMING.get(self.category, ({}, {}))[1]
            change = as_change(marked, asked_for)
            said = await self.stage.changed_by_policy(self.table, role, asker, change)
        return said & frozenset(str(each.row[key_of(self.table)]) for each in self.cases[operation])


@pytest.fixture(params=CATEGORIES)
async def laid(on_stage: Stage, request: pytest.FixtureRequest) -> AsyncIterator[Laid]:
    category = str(request.param)
    maker = Maker(CATEGORIES[category])
    writes, rows = (
        [case for facts in combinations(CATEGORIES[category], of) if is_plain(facts) and (case := maker.make(facts))]
        for of in ((CREATE,), (READ, UPDATE))
    )
    it = Laid(on_stage, category, maker, {CREATE: writes, READ: rows, UPDATE: rows})
    async with on_stage.undone():
        await on_stage.lay_out(maker.projects.tables())
        await on_stage.lay_out(around_all([*writes, *rows]))
        yield it


def policies_of(category: str) -> Iterator[tuple[str, Operation]]:
    return ((role, each) for role in ROLES for each in Operation if cells_of(CATEGORIES[category], role, each))


async def test_no_policy_stands_idle(laid: Laid) -> None:
    connection = laid.stage.connection
    there = await connection.fetch("SELECT policyname, cmd FROM pg_policies WHERE tablename = $1", laid.table)
    assert {(row["policyname"], COMMANDS[row["cmd"]]) for row in there} == {
        (f"{role}_{operation.value}", operation) for role, operation in policies_of(laid.category)
    }
    for role, operation in policies_of(laid.category):
        asker, meant = laid.allowed(role, operation)
        async with laid.stage.undone():
            if operation is not CREATE:
                await laid.stage.lay_out({laid.table: [each.row for each in laid.cases[operation]]})
            await laid.stage.lay_out_candidates(laid.table, laid.cases[operation])
            assert meant & await laid.asked(role, operation, asker), f"{role} {operation}: nothing to lose"
            await connection.execute(f"DROP POLICY {role}_{operation.value} ON {laid.table}")
            assert not await laid.asked(role, operation, asker), f"{role} {operation}: the policy changes nothing"


async def test_no_flag_stands_idle(laid: Laid) -> None:
    """Row-level security binds the owner too; without it a role sees what the model refuses it."""
    connection = laid.stage.connection

    async def owner_sees() -> int:
        async with laid.stage.undone():
            await connection.execute("SET LOCAL SESSION AUTHORIZATION app_owner")
            return int(await connection.fetchval(f"SELECT count(*) FROM {laid.table}"))

    async with laid.stage.undone():
        await laid.stage.lay_out({laid.table: [each.row for each in laid.cases[READ]]})
        assert await owner_sees() == 0
        await connection.execute(f"ALTER TABLE {laid.table} NO FORCE ROW LEVEL SECURITY")
        assert await owner_sees() > 0
        await connection.execute(f"ALTER TABLE {laid.table} FORCE ROW LEVEL SECURITY")
        await connection.execute(f"ALTER TABLE {laid.table} DISABLE ROW LEVEL SECURITY")
        assert await owner_sees() > 0
        for role, operation in policies_of(laid.category):
            if operation is READ:
                asker, meant = laid.least(role)
                said = await laid.asked(role, operation, asker)
                everything = frozenset(str(each.row[key_of(laid.table)]) for each in laid.cases[READ])
                assert said == everything
                assert meant < said or is_open(laid.category, role), f"{role}: the flag changes nothing"


def is_open(category: str, role: str) -> bool:
    """Whether every row is the role's to read."""
    return any(cell["when"] == ["anyone"] for cell in cells_of(CATEGORIES[category], role, READ))
