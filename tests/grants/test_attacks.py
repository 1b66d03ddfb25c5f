"""With a login's password and SQL of one's own: no applicant grants itself anything, and what is handed in stays."""

from collections.abc import AsyncIterator
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.installation import Installation
from tests.boundary.sql import reached, refused, session, step_into
from tests.grants.support import Application, drafted, granted, line, submitted
from tests.support.world import World

FORBIDDEN, NO_SUCH_KEY, FROZEN, BROKEN, CHECKED = "42501", "23503", "PW002", "PW004", "23514"


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


async def as_applicant(case: Any, it: Application, functions: str = "coordinator") -> None:
    await step_into(case, "ngo", it.applicant.organisation_id, track="victim", functions=functions)


async def as_agency(case: Any, it: Application) -> None:
    await step_into(case, "agency", it.agency.organisation_id, functions="secretary")


async def test_no_applicant_grants_itself_what_it_asked_for(world: World, case: Any) -> None:
    it = await submitted(world)
    await as_applicant(case, it)
    change, mine = "UPDATE grant_application SET", f"WHERE id = '{it.grant['id']}'"
    for column in ("granted_oere", "granted_on", "ended_on", "form_faults", "organisation_id", "project_id"):
        assert await refused(case, f"{change} {column} = {column} {mine}") == FORBIDDEN, column
    for status in ("under_assessment", "granted", "draft", "refused"):
        assert await refused(case, f"{change} status = '{status}' {mine}") in {FROZEN, CHECKED}, status
    assert await refused(case, f"{change} amount_oere = 1 {mine}") == FROZEN
    assert await refused(case, "UPDATE grant_budget SET decided_at = now()") == FORBIDDEN
    budget = f"WHERE grant_id = '{it.grant['id']}'"
    assert await refused(case, f"UPDATE grant_budget SET status = 'in_force' {budget}") == FROZEN
    assert await refused(case, f"UPDATE grant_budget SET budget_lines = '[]' {budget}") == FROZEN
    for table in ("grant_decision", "grant_instalment"):
        assert await refused(case, f"INSERT INTO {table} DEFAULT VALUES") == FORBIDDEN, table


async def test_what_is_handed_in_is_not_taken_back_file_by_file(world: World, case: Any) -> None:
    it = await submitted(world)
    await as_applicant(case, it)
    mine = f"WHERE grant_id = '{it.grant['id']}'"
    assert await refused(case, f"UPDATE grant_attachment SET withdrawn_at = now() {mine}") == FROZEN
    assert await refused(case, f"UPDATE grant_attachment_content SET content = '' {mine}") == FORBIDDEN
    draft = await drafted(world)
    await as_applicant(case, draft)
    file = UUID(await draft.attach("documentation"))
    assert (await draft.applicant.act(f"{draft.path}/attachments/{file}/withdraw")).status_code == 200
    assert await refused(case, "UPDATE grant_attachment SET withdrawn_at = NULL WHERE id = $1", file) == FROZEN
    assert (await draft.act("withdraw")).status_code == 200
    back = "UPDATE grant_application SET status = 'draft' WHERE id = $1"
    assert await refused(case, back, UUID(draft.grant["id"])) == FROZEN


async def test_only_a_carry_over_below_the_limits_comes_into_force_unasked(world: World, case: Any) -> None:
    it = await granted(world, line(200_000_000))
    await as_applicant(case, it)
    insert = (
        "INSERT INTO grant_budget (id, created_at, updated_at, version, project_id, organisation_id, grant_id, "
        "budget_version, kind, status, budget_lines, submitted_at, moved_oere, year_oere) "
        "SELECT gen_random_uuid(), now(), now(), 1, project_id, organisation_id, id, 9, $2, 'in_force', '[]', now(), "
        "$3::bigint, $4::bigint FROM grant_application WHERE id = $1"
    )
    async with case.transaction():
        await case.execute("UPDATE grant_budget SET status = 'superseded' WHERE grant_id = $1", UUID(it.grant["id"]))
        for kind, moved, year, state in (
            ("budget_change", None, None, CHECKED),
            ("carry_over", None, None, CHECKED),
            ("carry_over", 10_000_001, 200_000_000, CHECKED),
            ("carry_over", 5_000_000, 50_000_000, CHECKED),
            ("carry_over", 4_999_999, 50_000_000, None),
        ):
            assert await refused(case, insert, UUID(it.grant["id"]), kind, moved, year) == state, (kind, moved)


async def test_a_budget_in_force_gives_way_to_another_one_only(world: World, case: Any) -> None:
    it = await granted(world, line(100))
    gone = f"UPDATE grant_budget SET status = 'superseded' WHERE grant_id = '{it.grant['id']}'"
    for step_in in (as_applicant, as_agency):
        await step_in(case, it)
        assert await refused(case, gone) is None, "another one may follow in the same transaction"
        assert await refused(case, f"{gone}; SET CONSTRAINTS ALL IMMEDIATE") == FROZEN


async def test_the_agency_changes_nothing_that_was_applied_for(world: World, case: Any) -> None:
    it = await granted(world, line(100))
    await as_agency(case, it)
    for table, columns in (
        ("grant_application", ("title", "amount_oere", "checklist", "submitted_at")),
        ("grant_budget", ("budget_lines", "moved_oere", "submitted_at")),
        ("grant_account", ("auditor", "submitted_at")),
    ):
        for column in columns:
            assert await refused(case, f"UPDATE {table} SET {column} = {column}") == FORBIDDEN, (table, column)
    for table in ("grant_voucher", "grant_attachment", "grant_attachment_content", "grant_notice"):
        assert await refused(case, f"UPDATE {table} SET version = 2") == FORBIDDEN, table
        assert await refused(case, f"INSERT INTO {table} DEFAULT VALUES") == FORBIDDEN, table
    own = f"WHERE id = '{it.grant['id']}'"
    assert await refused(case, f"UPDATE grant_application SET granted_oere = 99 {own}") == FROZEN
    assert await refused(case, f"UPDATE grant_application SET status = 'submitted' {own}") in {FROZEN, CHECKED}
    assert await refused(case, f"UPDATE grant_decision SET grounds = '' WHERE grant_{own[6:]}") == FROZEN


async def test_instalments_and_vouchers_keep_to_their_rules_whoever_writes(world: World, case: Any) -> None:
    it = await granted(world, line(100))
    account = await it.account()
    assert (await it.voucher(account, 1)).status_code == 201
    await it.audited(account)
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    await as_applicant(case, it)
    change = "UPDATE grant_voucher SET amount_oere = 2 WHERE grant_id = $1"
    assert await refused(case, change, UUID(it.grant["id"])) == FROZEN
    await as_agency(case, it)
    insert = (
        "INSERT INTO grant_instalment (id, created_at, updated_at, version, project_id, organisation_id, grant_id, "
        "amount_oere, due_on, status) SELECT gen_random_uuid(), now(), now(), 1, project_id, organisation_id, id, "
        "$2, now(), $3 FROM grant_application WHERE id = $1"
    )
    assert await refused(case, insert, UUID(it.grant["id"]), 101, "planned") == BROKEN
    assert await refused(case, insert, UUID(it.grant["id"]), 100, "paid") in {FROZEN, CHECKED}
    assert await refused(case, insert, UUID(it.grant["id"]), 100, "planned") is None


async def test_nothing_is_paid_after_the_final_accounts_whoever_writes(world: World, case: Any) -> None:
    it = await granted(world, line(100))
    body = {"amount_oere": 60, "due_on": today().isoformat()}
    assert (await it.agency.post(f"{it.path}/instalments", body)).status_code == 201
    account = await it.account(kind="final", year=None)
    await it.audited(account)
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    await as_agency(case, it)
    pay = "UPDATE grant_instalment SET status = 'paid', paid_on = now() WHERE grant_id = $1"
    assert await refused(case, pay, UUID(it.grant["id"])) is None
    assert (await it.agency.act(f"{account}/approve", {"note": "Set."})).status_code == 200
    assert await refused(case, pay, UUID(it.grant["id"])) == BROKEN


async def test_what_final_accounts_rest_on_stays_whoever_writes(
    world: World, case: Any, superuser: AsyncEngine
) -> None:
    it = await granted(world, line(100_000))
    annual, last = await it.account(), await it.account(kind="final", year=None)
    assert (await it.voucher(annual, 1)).status_code == 201
    body = {"budget_lines": [line(99_999), line(1, "premises")], "reason": "Nye behov."}
    assert (await it.applicant.post(f"{it.path}/amendments", body)).status_code == 201
    grant = UUID(it.grant["id"])
    await as_applicant(case, it)
    submit = "UPDATE grant_account SET status = 'submitted', submitted_at = now() WHERE id = $1"
    ids = [UUID(path.rpartition("/")[2]) for path in (annual, last)]
    assert await refused(case, submit, ids[1]) == FROZEN  # the annual ones are open
    for account in (annual, last):
        await it.audited(account)
        assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    insert = (
        "INSERT INTO grant_account (id, created_at, updated_at, version, project_id, organisation_id, grant_id, kind, "
        "year, ends_on, status, performance_audit) SELECT gen_random_uuid(), now(), now(), 1, project_id, "
        "organisation_id, id, 'annual', 2030, now(), 'draft', false FROM grant_application WHERE id = $1"
    )
    assert await refused(case, insert, grant) == FROZEN
    proposal = (
        "INSERT INTO grant_budget (id, created_at, updated_at, version, project_id, organisation_id, grant_id, "
        "budget_version, kind, status, budget_lines, submitted_at) SELECT gen_random_uuid(), now(), now(), 1, "
        "project_id, organisation_id, id, 9, 'budget_change', 'proposed', '[]', now() FROM grant_application "
        "WHERE id = $1"
    )
    assert await refused(case, proposal, grant) == FROZEN
    await as_agency(case, it)
    settle = "UPDATE grant_account SET status = $2, decided_at = now() WHERE id = $1"
    assert await refused(case, settle, ids[0], "returned") == FROZEN
    assert await refused(case, settle, ids[1], "approved") == FROZEN  # the annual ones are not yet
    force = (
        "UPDATE grant_budget SET status = 'in_force', decided_at = now() WHERE grant_id = $1 AND status = 'proposed'"
    )
    assert await refused(case, force, grant) == FROZEN
    assert await refused(case, settle, ids[0], "approved") is None
    async with superuser.begin() as connection:
        await connection.execute(text("UPDATE grant_account SET status = 'returned' WHERE id = :id"), {"id": ids[0]})
    await as_applicant(case, it)
    assert await refused(case, "UPDATE grant_voucher SET amount_oere = 2 WHERE account_id = $1", ids[0]) == FROZEN
    assert await refused(case, submit, ids[0]) == FROZEN


async def test_nobody_hangs_a_row_on_anothers_grant(world: World, case: Any) -> None:
    it = await granted(world, line(100))
    lysningen = world.organisation("lysningen")
    await step_into(case, "ngo", lysningen, track="victim")
    assert await reached(case, "SELECT FROM grant_application WHERE id = $1", UUID(it.grant["id"])) == 0
    insert = (
        "INSERT INTO grant_notice (id, created_at, updated_at, version, project_id, organisation_id, grant_id, kind, "
        "occurred_on, notified_on) VALUES (gen_random_uuid(), now(), now(), 1, $1, $2, $3, 'start', now(), now())"
    )
    given = (UUID(it.grant["project_id"]), UUID(lysningen), UUID(it.grant["id"]))
    assert await refused(case, insert, *given) == NO_SUCH_KEY
    given = (given[0], UUID(it.applicant.organisation_id), given[2])
    assert await refused(case, insert, *given) == FORBIDDEN
    await as_applicant(case, it, functions="caseworker")
    for table in ("grant_application", "grant_budget", "grant_account", "grant_attachment_content"):
        assert await reached(case, f"SELECT FROM {table}") == 0, table
