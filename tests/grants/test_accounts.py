"""Accounts: vouchers in budgeted lines, auditors by the grant's size; instalments, deadlines and the end."""

import asyncio
from datetime import date, timedelta
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.grants.deadlines import status_of
from app.grants.rules import rules_of
from app.grants.years import Years, months_later
from tests.grants.support import BEK, LAW, YEAR, Application, drafted_by, granted, line, refused
from tests.resources.support import code_of, cost, faults, house
from tests.support.world import World

AUDITOR, PERFORMANCE = "bek_267_2022_section_23", "bek_267_2022_section_26"
DAY = today().isoformat()


async def decided(it: Application, account: str, verb: str = "approve") -> Any:
    return await it.agency.act(f"{account}/{verb}", {"note": "Set."})


async def final(it: Application, *amounts: int) -> str:
    """Approved final accounts with these expenditures."""
    account = await it.account(kind="final", year=None)
    for amount in amounts:
        assert (await it.voucher(account, amount)).status_code == 201
    await it.audited(account, performance_audit=True)
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    assert (await decided(it, account)).status_code == 200
    return account


async def test_accounts_go_from_draft_to_approved(world: World) -> None:
    it = await granted(world, line(100_000_000))
    account = await it.account()
    assert (await it.voucher(account, 60_000_000)).status_code == 201
    assert (await it.agency.get(account)).status_code == 404
    assert (await it.agency.get(f"{account}/vouchers")).status_code == 404
    await it.audited(account, performance_audit=True)
    done = await it.applicant.act(f"{account}/submit")
    assert (done.status_code, done.json()["status"]) == (200, "submitted")
    assert done.json()["retained_until"] == f"{YEAR + 5}-12-31"
    seen = (await it.agency.get(f"{account}/vouchers")).json()["items"]
    assert [each["amount_oere"] for each in seen] == [60_000_000]
    assert (await it.voucher(account, 1)).json()["state"] == "submitted"
    returned = await decided(it, account, "return")
    assert (returned.json()["status"], returned.json()["decision_note"]) == ("returned", "Set.")
    # With the grantee again, they are a draft of what is handed in anew.
    assert (await it.agency.get(account)).json()["status"] == "returned"
    assert (await it.agency.get(f"{account}/vouchers")).json()["items"] == []
    assert (await it.agency.get(f"{account}/statement")).json()["state"] == "returned"
    assert (await it.applicant.get(f"{account}/statement")).json()["spent_oere"] == 60_000_000
    assert "auditor_report" not in (await it.agency.get(f"{it.path}/attachments")).text
    path = f"{account}/vouchers/{seen[0]['id']}"
    etag = (await it.applicant.get(path)).headers["etag"]
    assert (await it.applicant.patch(path, {"amount_oere": 1}, if_match=etag)).status_code == 200
    assert (await it.applicant.act(f"{account}/submit")).json()["status"] == "submitted"
    assert [each["amount_oere"] for each in (await it.agency.get(f"{account}/vouchers")).json()["items"]] == [1]
    assert (await it.applicant.act(f"{account}/approve", {"note": "x"})).json()["allowed"] == []
    assert (await decided(it, account)).json()["status"] == "approved"
    assert (await decided(it, account)).json()["allowed"] == []


@pytest.mark.parametrize(
    ("granted_oere", "auditor", "performance", "broken"),
    [
        (10_000_000, "elected", False, []),
        (10_000_001, "elected", False, [("/auditor", AUDITOR)]),
        (10_000_001, "registered", False, []),
        (50_000_000, "state_authorised", False, []),
        (50_000_001, "registered", False, [("/performance_audit", PERFORMANCE)]),
        (50_000_001, "registered", True, []),
        (50_000_001, "elected", False, [("/auditor", AUDITOR), ("/performance_audit", PERFORMANCE)]),
    ],
)
async def test_the_auditor_is_by_the_size_of_the_grant_to_the_oere(
    world: World, granted_oere: int, auditor: str, performance: bool, broken: list[tuple[str, str]]
) -> None:
    it = await granted(world, line(granted_oere))
    account = await it.account()
    bare = refused(await it.applicant.act(f"{account}/submit"))
    assert ("/auditor", AUDITOR) in bare
    await it.audited(account, auditor, performance_audit=performance)
    answer = await it.applicant.act(f"{account}/submit")
    assert (refused(answer) if broken else answer.status_code) == (broken or 200)


async def test_the_auditors_report_is_a_file_of_its_kind(world: World) -> None:
    it = await granted(world, line(1))
    account = await it.account()
    other = await it.attach("other")
    etag = (await it.applicant.get(account)).headers["etag"]
    answer = await it.applicant.patch(account, {"auditor": "elected", "auditor_report_id": other}, if_match=etag)
    assert faults(answer) == [("/auditor_report_id", "unknown_reference")]
    assert (await it.applicant.patch(account, {"auditor": "elected"}, if_match=etag)).status_code == 200
    assert refused(await it.applicant.act(f"{account}/submit")) == [("/auditor_report_id", AUDITOR)]


async def test_expenditures_stand_in_a_line_of_the_budget(world: World) -> None:
    it = await granted(world, line(60_000_000), line(40_000_000, "premises", YEAR + 1))
    account = await it.account()
    rule = ("/category", "bek_267_2022_section_17")
    assert refused(await it.voucher(account, 1, "premises")) == [rule]  # next year's
    assert refused(await it.voucher(account, 1, "transport")) == [rule]
    before = (date(YEAR, 1, 1) - timedelta(days=1)).isoformat()
    assert refused(await it.voucher(account, 1, day=before)) == [("/day", "bek_267_2022_expenditure_period"), rule]
    assert faults(await it.voucher(account, 0)) == [("/amount_oere", "zero")]
    assert (await it.voucher(account, 1, voucher_number="7")).status_code == 201
    assert code_of(await it.voucher(account, 1, voucher_number="7")) == "already-given"
    for number in ("010190-1234", "0101901234", "bilag-010190.1234"):
        refusal = await it.voucher(account, 1, voucher_number=number)
        assert faults(refusal) == [("/voucher_number", "citizen_data_in_text")]
    assert (await it.voucher(account, 1, voucher_number="2026-0017")).status_code == 201
    later = await it.voucher(account, 1, day=(today() + timedelta(days=1)).isoformat())
    assert faults(later) == [("/day", "date_in_future")]


async def test_what_a_line_does_not_hold_the_grant_does_not_pay(world: World) -> None:
    it = await granted(world, line(100), line(50, "premises"))
    account = await it.account()
    await it.voucher(account, 101)
    mistaken = await it.voucher(account, 40, "premises")
    await it.voucher(account, -10, "premises")
    found = await it.applicant.get(f"{account}/statement")
    assert {name: found.json()[name] for name in ("budget_oere", "spent_oere", "covered_oere", "unused_oere")} == {
        "budget_oere": 150, "spent_oere": 131, "covered_oere": 130, "unused_oere": 20
    }  # fmt: skip
    path = mistaken.headers["location"]
    await it.applicant.patch(path, {"cancelled": True}, if_match=mistaken.headers["etag"])
    assert (await it.applicant.get(f"{account}/statement")).json()["spent_oere"] == 91


async def test_equipment_in_the_accounts_keeps_its_limit(world: World) -> None:
    it = await granted(world, line(1_000_000, "equipment"))
    account = await it.account()
    await it.voucher(account, 4_999_999, "equipment")
    await it.audited(account)
    last = await it.voucher(account, 1, "equipment")
    assert refused(await it.applicant.act(f"{account}/submit")) == [("", "bek_267_2022_section_12_8")]
    await it.applicant.patch(last.headers["location"], {"cancelled": True}, if_match=last.headers["etag"])
    assert (await it.applicant.act(f"{account}/submit")).status_code == 200


async def test_accounts_are_held_against_booked_costs(world: World) -> None:
    own = await house(world)
    it = await drafted_by(own.coordinator, world, own.project)
    await it.complete(line(100_000), line(20_000, "transport"))
    await it.submit()
    await it.grant_it()
    account = await it.account()
    await it.voucher(account, 24_050, "transport", day=DAY)
    await cost(own.coordinator, own.project, "booked", amount_oere=24_000, day=DAY)
    await cost(own.coordinator, own.project, amount_oere=999, day=DAY)  # a draft
    await cost(own.coordinator, own.project, "booked", amount_oere=777, day=f"{YEAR - 1}-12-31")  # before the grant
    found = (await own.coordinator.get(f"{account}/statement")).json()
    transport = next(each for each in found["items"] if each["category"] == "transport")
    assert transport == {
        "year": YEAR, "category": "transport", "budget_oere": 20_000, "spent_oere": 24_050, "covered_oere": 20_000,
        "booked_cost_oere": 24_000, "difference_oere": 50,
    }  # fmt: skip
    last = await it.account(kind="final", year=None)
    assert (await own.coordinator.get(f"{last}/statement")).json()["booked_cost_oere"] == 24_000


async def test_sums_are_told_to_who_may_read_what_they_are_made_of(world: World) -> None:
    it = await granted(world, line(100))
    account = await it.account()
    for path, needed in (
        (f"{account}/statement", ("grant_account", "grant", "grant_budget", "grant_voucher", "cost")),
        (
            f"{it.path}/deadlines",
            ("grant_notice", "grant", "grant_budget", "grant_instalment", "grant_account", "grant_voucher"),
        ),
    ):
        for scopes, status in ((needed[:1], 403), (needed[:-1], 403), (needed, 200)):
            token = await world.token("tryg-vej-coordinator-victim", scope=" ".join(f"{each}:read" for each in scopes))
            answer = await world.http.get(path, headers={"authorization": f"Bearer {token}"})
            assert answer.status_code == status, (path, scopes, answer.text)


async def test_there_is_one_of_each_year_and_one_final(world: World) -> None:
    it = await granted(world, line(1))
    annual = await it.account()
    body: dict[str, Any] = {"kind": "annual", "year": YEAR}
    assert code_of(await it.applicant.post(f"{it.path}/accounts", body)) == "already-given"
    for odd in ({"kind": "annual"}, {"kind": "final", "year": YEAR}, {"kind": "annual", "year": YEAR + 3}):
        assert faults(await it.applicant.post(f"{it.path}/accounts", odd)) == [("/year", "year_and_kind")]
    last = await it.account(kind="final", year=None)
    await it.audited(last, "elected")
    assert refused(await it.applicant.act(f"{last}/submit")) == [("", "bek_267_2022_final_accounts")]
    await it.audited(annual, "elected")
    assert (await it.applicant.act(f"{annual}/submit")).status_code == 200
    assert (await it.applicant.act(f"{last}/submit")).json()["retained_until"] == f"{YEAR + 7}-12-31"


# --- instalments ------------------------------------------------------------------------------------


async def plan(it: Application, amount: int) -> Any:
    return await it.agency.post(f"{it.path}/instalments", {"amount_oere": amount, "due_on": DAY})


async def test_instalments_are_at_most_the_grant_to_the_oere(world: World) -> None:
    it = await granted(world, line(100))
    first = await plan(it, 60)
    assert (first.status_code, first.json()["status"]) == (201, "planned")
    rule = [("/amount_oere", "bek_267_2022_instalments")]
    assert refused(await plan(it, 41)) == rule
    assert (await plan(it, 40)).status_code == 201
    path = first.headers["location"]
    assert refused(await it.agency.patch(path, {"amount_oere": 61}, if_match=first.headers["etag"])) == rule
    assert (await it.applicant.act(f"{path}/pay", {"paid_on": DAY})).status_code == 403
    paid = await it.agency.act(f"{path}/pay", {"paid_on": DAY})
    assert (paid.json()["status"], paid.json()["paid_on"]) == ("paid", DAY)
    late = await it.agency.patch(path, {"amount_oere": 1}, if_match=paid.headers["etag"])
    assert (late.json()["state"], late.json()["allowed"]) == ("paid", [])
    assert [each["amount_oere"] for each in (await it.read("/instalments"))["items"]] == [40, 60]


async def test_two_at_once_do_not_pass_the_grant_together(world: World) -> None:
    it = await granted(world, line(100))
    answers = await asyncio.gather(*(plan(it, 60) for _ in range(4)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]


# --- deadlines and the end ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("done_on", "now", "status"),
    [
        (None, 10, "due"),
        (None, 11, "overdue"),
        (10, 11, "met"),
        (11, 11, "overdue"),
    ],
)
def test_the_last_day_counts(done_on: int | None, now: int, status: str) -> None:
    day = date(2026, 1, 1)
    done = None if done_on is None else day.replace(day=done_on)
    assert status_of(day.replace(day=10), done, day.replace(day=now)) == status


@pytest.mark.parametrize(("ended_on", "status"), [(10, "no_longer"), (11, "overdue")])
def test_what_ended_with_the_grant_is_not_waited_for(ended_on: int, status: str) -> None:
    day = date(2026, 1, 1)
    assert status_of(day.replace(day=10), None, day.replace(day=20), day.replace(day=ended_on)) == status
    assert status_of(day.replace(day=10), day, day.replace(day=20), day.replace(day=ended_on)) == "met"


def test_months_and_years_end_where_the_calendar_ends() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 8, 31), 6) == date(2028, 2, 29)
    assert months_later(date(2026, 6, 30), 6) == date(2026, 12, 30)
    years = Years.of(rules_of("municipal_maturation_2022_2025"), date(2024, 2, 29))
    assert [years.of_day(date(2025, 2, 28)), years.of_day(date(2025, 3, 1))] == [2024, 2025]
    assert (years.last_day(2024), years.last_day(2025)) == (date(2025, 2, 28), date(2026, 2, 28))
    assert Years.of(BEK, date(2024, 2, 29)).of_day(date(2025, 1, 1)) == 2025


async def deadlines(it: Application) -> dict[str, Any]:
    return {each["rule"]: each for each in (await it.read("/deadlines"))["items"]}


async def told(it: Application, kind: str, days_ago: int, **members: Any) -> Any:
    day = (today() - timedelta(days=days_ago)).isoformat()
    return await it.applicant.post(f"{it.path}/notices", {"kind": kind, "occurred_on": day, **members})


async def test_beginning_in_time_and_telling_of_changes(world: World) -> None:
    it = await granted(world, line(100))
    start = (await deadlines(it))["bek_267_2022_start"]
    assert (start["due_on"], start["status"]) == (months_later(today(), 6).isoformat(), "due")
    refusal = (await it.act("lapse", by=it.agency)).json()
    assert (refusal["rules"], refusal["legal_basis"]) == (["bek_267_2022_start"], [LAW])
    assert (await told(it, "start", 0)).status_code == 201
    assert code_of(await told(it, "start", 0)) == "already-given"
    assert (await deadlines(it))["bek_267_2022_start"]["status"] == "met"
    assert faults(await told(it, "material_change", 1)) == [("/words", "words_required")]
    for days, status in ((21, "met"), (22, "overdue")):
        made = await told(it, "material_change", days, words="Ny projektleder.")
        found = [each for each in (await it.read("/deadlines"))["items"] if each["subject_id"] == made.json()["id"]]
        assert [(each["status"], each["done_on"]) for each in found] == [(status, DAY)]
    assert faults(await told(it, "start", 0, amount_oere=1)) == [("/amount_oere", "amount_and_kind")]
    assert len((await it.agency.get(f"{it.path}/notices?kind=material_change")).json()["items"]) == 2


async def test_a_grant_lapses_that_nobody_began(world: World, superuser: AsyncEngine) -> None:
    it = await granted(world, line(100))
    async with superuser.begin() as connection:  # as if time had passed
        statement = text("UPDATE grant_application SET granted_on = :day WHERE id = :id")
        given = {"day": today() - timedelta(days=190), "id": UUID(it.grant["id"])}
        assert (await connection.execute(statement, given)).rowcount == 1
    assert (await deadlines(it))["bek_267_2022_start"]["status"] == "overdue"
    assert (await it.act("lapse")).status_code == 403
    gone = await it.act("lapse", by=it.agency)
    assert (gone.json()["status"], gone.json()["ended_on"]) == ("lapsed", DAY)
    assert (await plan(it, 1)).json()["state"] == "lapsed"
    assert (await deadlines(it))["bek_267_2022_start"]["status"] == "overdue"


async def paid(it: Application, amount: int) -> str:
    """An instalment that was paid; the path to it."""
    made = await plan(it, amount)
    assert made.status_code == 201, made.text
    path = str(made.headers["location"])
    assert (await it.agency.act(f"{path}/pay", {"paid_on": DAY})).status_code == 200
    return path


async def test_what_was_paid_and_not_used_is_paid_back_before_the_grant_is_closed(world: World) -> None:
    it = await granted(world, line(50_000_001))
    repay = "bek_267_2022_repay"
    refusal = (await it.act("close", by=it.agency)).json()
    assert (refusal["rules"], refusal["legal_basis"]) == (["bek_267_2022_final_accounts"], [LAW])
    assert refused(await told(it, "repayment", 0, amount_oere=1)) == [("/amount_oere", repay)]  # nothing was paid out
    await paid(it, 40_000_000)
    assert refused(await told(it, "repayment", 0, amount_oere=40_000_001)) == [("/amount_oere", repay)]
    await final(it, 39_999_990)
    found = (await deadlines(it))[repay]
    assert (found["due_on"], found["status"]) == ((today() + timedelta(days=14)).isoformat(), "due")
    assert (await it.act("close", by=it.agency)).json()["rules"] == [repay]
    assert faults(await told(it, "repayment", 0)) == [("/amount_oere", "amount_and_kind")]
    assert refused(await told(it, "repayment", 0, amount_oere=11)) == [("/amount_oere", repay)]
    assert (await told(it, "repayment", 0, amount_oere=9)).status_code == 201
    assert (await deadlines(it))[repay]["status"] == "due"
    assert (await it.act("close", by=it.agency)).json()["rules"] == [repay]
    answers = await asyncio.gather(*(told(it, "repayment", 0, amount_oere=1) for _ in range(3)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409]
    assert (await deadlines(it))[repay]["status"] == "met"
    closed = await it.act("close", by=it.agency)
    assert (closed.status_code, closed.json()["status"]) == (200, "closed")
    assert (await told(it, "start", 0)).json()["state"] == "closed"


@pytest.mark.parametrize("amount", [0, 40_000_000])
async def test_what_was_never_paid_out_is_not_paid_back(world: World, amount: int) -> None:
    it = await granted(world, line(100_000_000))
    if amount:
        await paid(it, amount)
    await final(it, *([amount] if amount else []))
    assert "bek_267_2022_repay" not in await deadlines(it)
    assert (await it.act("close", by=it.agency)).json()["status"] == "closed"


async def test_nothing_is_paid_after_the_final_accounts(world: World) -> None:
    it = await granted(world, line(100))
    planned = await plan(it, 60)
    await final(it, 60)
    over = [("", "bek_267_2022_final_accounts")]
    path = planned.headers["location"]
    assert refused(await plan(it, 1)) == over
    assert refused(await it.agency.patch(path, {"amount_oere": 1}, if_match=planned.headers["etag"])) == over
    assert refused(await it.agency.act(f"{path}/pay", {"paid_on": DAY})) == over


async def test_a_grant_used_whole_owes_nothing(world: World) -> None:
    it = await granted(world, line(100))
    await final(it, 60, 41)  # the line pays 100
    assert "bek_267_2022_repay" not in await deadlines(it)
    assert (await it.act("close", by=it.agency)).json()["status"] == "closed"
    assert (await deadlines(it))["bek_267_2022_start"]["status"] == "no_longer", "nobody waits for it to begin"
