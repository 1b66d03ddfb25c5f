"""Final accounts are final: what they rest on stays, sums are judged over all accounts, what was approved is shown."""

import asyncio
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.grants.account_service import of_expenditures
from app.grants.reading import Held
from app.grants.rules import rules_of
from app.organisations.states import Programme
from tests.grants.support import YEAR, Application, drafted, granted, line, refused, submitted
from tests.grants.test_accounts import decided, paid
from tests.grants.test_budgets import carried, proposed
from tests.resources.support import code_of
from tests.support.world import World

OVER = [("", "bek_267_2022_final_accounts")]
LIMIT = 5_000_000
_ALONE = text("SELECT pg_advisory_xact_lock(hashtextextended(:name, 0))")
_WAITED_FOR = text("SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted")


async def handed_in(it: Application, account: str) -> Any:
    """What submission says, of accounts that are audited."""
    await it.audited(account, performance_audit=True)
    return await it.applicant.act(f"{account}/submit")


async def with_final_handed_in(world: World) -> tuple[Application, str, str]:
    """A grant with annual and final accounts, both submitted."""
    it = await granted(world, line(100_000), line(50_000, year=YEAR + 1))
    annual = await it.account()
    assert (await it.voucher(annual, 40_000)).status_code == 201
    assert (await handed_in(it, annual)).status_code == 200
    last = await it.account(kind="final", year=None)
    assert (await it.voucher(last, 10_000)).status_code == 201
    return it, annual, last


async def test_what_final_accounts_rest_on_stays_once_they_are_handed_in(world: World) -> None:
    it, annual, last = await with_final_handed_in(world)
    await paid(it, 60_000)
    pending = await proposed(it, line(90_000), line(60_000, year=YEAR + 1))
    assert (await handed_in(it, last)).status_code == 200
    assert refused(await decided(it, last)) == OVER  # the annual ones are not approved yet
    another = {"kind": "annual", "year": YEAR + 1}
    for state in ("submitted", "approved"):
        assert refused(await it.applicant.post(f"{it.path}/accounts", another)) == OVER, state
        assert refused(await proposed(it, line(100_000), line(50_000, year=YEAR + 1))) == OVER, state
        assert refused(await carried(it, 1)) == OVER, state
        assert refused(await it.agency.act(f"{pending.headers['location']}/approve", {"note": "Ja."})) == OVER, state
        if state == "submitted":
            assert refused(await decided(it, annual, "return")) == OVER
            assert (await decided(it, annual)).status_code == 200
            assert (await decided(it, last)).status_code == 200
    assert (await decided(it, annual, "return")).json()["allowed"] == []
    assert (await it.act("close", by=it.agency)).json()["rules"] == ["bek_267_2022_repay"]
    assert (await it.agency.act(f"{pending.headers['location']}/reject", {"note": "Nej."})).status_code == 200


async def test_returned_final_accounts_let_what_they_rest_on_be_mended(world: World) -> None:
    it, annual, last = await with_final_handed_in(world)
    assert (await handed_in(it, last)).status_code == 200
    assert (await decided(it, last, "return")).status_code == 200
    assert (await decided(it, annual, "return")).status_code == 200
    assert (await it.voucher(annual, 1)).status_code == 201
    assert (await carried(it, 1)).status_code == 201
    assert refused(await it.applicant.act(f"{last}/submit")) == OVER
    for account in (annual, last):
        assert (await it.applicant.act(f"{account}/submit")).status_code == 200
    for account in (annual, last):
        assert (await decided(it, account)).status_code == 200


async def test_accounts_that_were_open_beside_final_ones_stay_as_they_are(world: World, superuser: AsyncEngine) -> None:
    it, annual, last = await with_final_handed_in(world)
    kept = (await it.applicant.get(f"{annual}/vouchers")).json()["items"][0]["id"]
    assert (await handed_in(it, last)).status_code == 200
    async with superuser.begin() as connection:  # as it could be before this was refused
        statement = text("UPDATE grant_account SET status = 'returned' WHERE id = :id")
        assert (await connection.execute(statement, {"id": UUID(annual.rpartition("/")[2])})).rowcount == 1
    assert refused(await it.voucher(annual, 1)) == OVER
    path = f"{annual}/vouchers/{kept}"
    etag = (await it.applicant.get(path)).headers["etag"]
    assert refused(await it.applicant.patch(path, {"amount_oere": 1}, if_match=etag)) == OVER
    assert refused(await it.applicant.act(f"{annual}/submit")) == OVER


async def test_equipment_is_judged_over_all_accounts_of_the_year(world: World) -> None:
    it = await granted(world, line(1_000_000, "equipment"), line(2, "equipment", YEAR + 1))
    annual, last = await it.account(), await it.account(kind="final", year=None)
    await it.voucher(annual, LIMIT - 1, "equipment")
    assert (await handed_in(it, annual)).status_code == 200
    more = await it.voucher(last, 1, "equipment")
    assert refused(await handed_in(it, last)) == [("", "bek_267_2022_section_12_8")]
    await it.applicant.patch(more.headers["location"], {"cancelled": True}, if_match=more.headers["etag"])
    assert (await it.applicant.act(f"{last}/submit")).status_code == 200


def test_the_municipal_limit_is_judged_over_all_accounts_alike() -> None:
    programme = Programme.MUNICIPAL_MATURATION
    it, here = Held({}, {"programme": programme}), (2023, "equipment")
    for together, broken in ((LIMIT, []), (LIMIT + 1, [(rules_of(programme)["equipment"], "")])):
        assert of_expenditures(it, {here: LIMIT}, {here: 1}, {here: together}) == broken
    assert of_expenditures(it, {here: LIMIT}, {here: -1}, {here: LIMIT + 1}) == []  # a credit note makes it no more


async def test_credit_notes_alone_make_no_more_unused_than_was_granted(world: World) -> None:
    it = await granted(world, line(100), line(100, "premises"))
    annual = await it.account()
    credited = await it.voucher(annual, -50)
    await it.voucher(annual, 200, "premises")  # of which the line pays 100
    low = await it.voucher(annual, -51)
    assert refused(await handed_in(it, annual)) == [("", "bek_267_2022_expenditure_sum")]
    await it.applicant.patch(low.headers["location"], {"cancelled": True}, if_match=low.headers["etag"])
    assert (await it.applicant.act(f"{annual}/submit")).status_code == 200
    assert credited.status_code == 201
    last = await it.account(kind="final", year=None)
    await it.voucher(last, -51, "premises")
    assert (await it.applicant.get(f"{last}/statement")).json()["covered_oere"] == 50
    assert (await handed_in(it, last)).status_code == 200  # what it reduces stands in the annual ones


async def test_a_voucher_counts_once_in_the_accounts_of_a_grant(world: World) -> None:
    it = await granted(world, line(100))
    annual, last = await it.account(), await it.account(kind="final", year=None)
    first = await it.voucher(annual, 50, voucher_number="17")
    assert code_of(await it.voucher(last, 50, voucher_number="17")) == "already-given"
    path = first.headers["location"]
    gone = await it.applicant.patch(path, {"cancelled": True}, if_match=first.headers["etag"])
    assert (await it.voucher(last, 50, voucher_number="17")).status_code == 201
    back = await it.applicant.patch(path, {"cancelled": False}, if_match=gone.headers["etag"])
    assert (back.status_code, code_of(back)) == (409, "already-given")
    elsewhere = await granted(world, line(100))
    assert (await elsewhere.voucher(await elsewhere.account(), 50, voucher_number="17")).status_code == 201


async def test_a_decision_waits_for_the_accounts_before_it_holds_the_grant(
    world: World, superuser: AsyncEngine
) -> None:
    """As a change of the budget does: neither waits for the other in a circle."""
    it = await submitted(world, line(100))
    async with superuser.connect() as beside, superuser.connect() as watch:
        await beside.execute(_ALONE, {"name": f"accounts/{it.grant['id']}"})
        deciding = asyncio.create_task(it.grant_it())
        async with asyncio.timeout(30):
            while not (await watch.execute(_WAITED_FOR)).scalar():
                assert not deciding.done(), deciding.exception()
        held = text("SELECT id FROM grant_application WHERE id = :id FOR UPDATE NOWAIT")
        await beside.execute(held, {"id": UUID(it.grant["id"])})
        await beside.rollback()
        await deciding
    assert (await it.read())["status"] == "granted"


async def test_numbers_of_vouchers_begin_again_each_year(world: World) -> None:
    it = await drafted(world, starts_on=f"{YEAR - 1}-01-01")
    await it.complete(line(100), line(100, year=YEAR - 1))
    await it.submit()
    await it.grant_it()
    former, annual, last = (
        await it.account(year=YEAR - 1),
        await it.account(),
        await it.account(kind="final", year=None),
    )
    then = {"voucher_number": "1", "day": f"{YEAR - 1}-12-31"}
    assert (await it.voucher(former, 50, **then)).status_code == 201
    here = await it.voucher(annual, 50, voucher_number="1")
    assert here.status_code == 201, here.text
    assert code_of(await it.voucher(last, 50, **then)) == "already-given"
    moved = await it.voucher(last, 50, voucher_number="1", day=f"{YEAR - 1}-12-30")
    # Final accounts span years, and so do their numbers.
    assert (await it.voucher(last, 10, voucher_number="1", day=f"{YEAR}-01-02")).status_code == 201
    path = moved.headers["location"]
    onto = await it.applicant.patch(path, {"day": then["day"]}, if_match=moved.headers["etag"])
    assert (onto.status_code, code_of(onto)) == (409, "already-given")
    assert (await it.applicant.patch(path, {"amount_oere": 1}, if_match=moved.headers["etag"])).status_code == 200


async def test_vouchers_that_stand_twice_already_can_be_mended(world: World, superuser: AsyncEngine) -> None:
    it = await granted(world, line(100))
    await it.voucher(await it.account(), 50, voucher_number="17")
    last = await it.account(kind="final", year=None)
    again = await it.voucher(last, 50)
    async with superuser.begin() as connection:  # as it could be before this was refused
        statement = text("UPDATE grant_voucher SET voucher_number = '17' WHERE id = :id")
        assert (await connection.execute(statement, {"id": UUID(again.json()["id"])})).rowcount == 1
    path = again.headers["location"]
    for change in ({"words": "Løn i maj"}, {"cancelled": True}):
        etag = (await it.applicant.get(path)).headers["etag"]
        mended = await it.applicant.patch(path, change, if_match=etag)
        assert mended.status_code == 200, mended.text
    back = await it.applicant.patch(path, {"cancelled": False}, if_match=mended.headers["etag"])
    assert (back.status_code, code_of(back)) == (409, "already-given")


async def test_an_approved_statement_is_held_against_the_budget_of_its_approval(world: World) -> None:
    it = await granted(world, line(100_000), line(50_000, year=YEAR + 1))
    assert (await carried(it, 1_000)).json()["status"] == "in_force"
    annual = await it.account()
    await it.voucher(annual, 50_000)
    assert (await handed_in(it, annual)).status_code == 200
    path = f"{annual}/statement"
    assert (await it.applicant.get(path)).json()["budget_as_of"] is None
    approved = (await decided(it, annual)).json()
    before = (await it.applicant.get(path)).json()
    assert before["budget_as_of"] == approved["decided_at"]
    assert (before["budget_oere"], before["unused_oere"]) == (99_000, 49_000)
    assert (await carried(it, 1_000)).json()["status"] == "in_force"
    for party in (it.applicant, it.agency):
        assert (await party.get(path)).json() == before
    assert (await it.read("/budget"))["budget_lines"][0]["amount_oere"] == 98_000


async def test_a_proposal_takes_nothing_that_was_spent_while_it_waited(world: World) -> None:
    it = await granted(world, line(100_000), line(50_000, year=YEAR + 1))
    annual = await it.account()
    moved = await carried(it, 60_000)
    assert moved.json()["status"] == "proposed"
    await it.voucher(annual, 40_001)
    assert (await handed_in(it, annual)).status_code == 200
    path = moved.headers["location"]
    assert refused(await it.agency.act(f"{path}/approve", {"note": "Ja."})) == [
        ("", "bek_267_2022_section_18_available")
    ]
    assert (await it.applicant.act(f"{path}/withdraw")).status_code == 200
    less = (line(40_000), line(110_000, year=YEAR + 1))
    assert refused(await proposed(it, *less)) == [("/budget_lines", "bek_267_2022_section_17_left")]
    assert (await decided(it, annual, "return")).status_code == 200
    voucher = (await it.applicant.get(f"{annual}/vouchers")).json()["items"][0]["id"]
    etag = (await it.applicant.get(f"{annual}/vouchers/{voucher}")).headers["etag"]
    change = {"amount_oere": 1}
    changed = await it.applicant.patch(f"{annual}/vouchers/{voucher}", change, if_match=etag)
    again = await proposed(it, *less)
    assert again.status_code == 201
    etag = changed.headers["etag"]
    await it.applicant.patch(f"{annual}/vouchers/{voucher}", {"amount_oere": 40_001}, if_match=etag)
    assert (await it.applicant.act(f"{annual}/submit")).status_code == 200
    late = await it.agency.act(f"{again.headers['location']}/approve", {"note": "Ja."})
    assert refused(late) == [("", "bek_267_2022_section_17_left")]
