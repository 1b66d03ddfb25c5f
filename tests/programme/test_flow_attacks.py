"""Who would learn of a person by the numbers: by waiting for the next one, by adding to them, by SQL of one's own."""

from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.boundary.policy import CASE_ROLES
from app.database.columns import utc_now
from app.installation import Installation
from tests.boundary.sql import refused, session, step_into
from tests.programme.flow_support import SCOPES, STEPS, Field, field
from tests.support.world import World, nobody

AFTERWARDS = ("contacted", "started", "ended", "followed_up")


async def afterwards(it: Field, name: str = "police") -> list[Any]:
    found = await it.flow(it[name])
    return [found[step] for step in AFTERWARDS]


@pytest.fixture
async def nearly(world: World, superuser: AsyncEngine) -> Field:
    """Ten accepted a while ago, of whom nine have started."""
    it = await field(world)
    await it.alike(superuser, await it.brought("started"), 8)
    return it


async def test_of_the_last_outstanding_one_the_police_learn_nothing(nearly: Field, superuser: AsyncEngine) -> None:
    it = nearly
    outstanding = await it.brought("accepted")
    await it.aged(superuser)
    before = await afterwards(it)
    assert [each["others"] for each in before] == [5, 5, None, None]
    await it.course(outstanding)
    assert await afterwards(it) == before
    # All ten have started. Whoever sends more, to lift the limit by those who cannot have started yet, moves nothing.
    for number in range(4):
        sent = await it.brought("passed_on")
        path = f"/v1/referrals/{sent['referral']['id']}"
        if number == 0:
            assert (await it["police"].act(f"{path}/recall")).status_code == 200
        if number == 1:
            assert (await it["ngo"].act(f"{path}/reject", {"reason": "no_capacity"})).status_code == 200
        if number == 2:
            assert (await it["ngo"].act(f"{path}/accept")).status_code == 200
    assert await afterwards(it) == before
    await it.alike(superuser, await it.brought("accepted"), 5)
    assert await afterwards(it) == before


async def test_accepted_and_soon_withdrawn_is_no_doubt_either(nearly: Field, superuser: AsyncEngine) -> None:
    it = nearly
    await it.brought("accepted")
    await it.aged(superuser)
    before = await afterwards(it)
    found = await it.brought("accepted")
    await it.world.withdrawn(it["police"], found["consent"])
    await it.alike(superuser, found, 4)
    # The times of both are moved: the referral was open for a moment only.
    async with superuser.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE referral SET responded_at = responded_at - interval '90 days', "
            "recalled_at = responded_at - interval '89 days' "
            f"WHERE project_id = '{it.project}' AND status = 'recalled'"
        )
    assert await afterwards(it) == before


async def test_what_feedback_tells_is_ones_own_and_in_no_other_number(nearly: Field, superuser: AsyncEngine) -> None:
    it = nearly
    await it.brought("accepted")
    await it.aged(superuser)
    before = await it.told(it["police"])
    told = await it.brought("started", scopes=[*SCOPES, "feedback_to_sender"])
    await it.alike(superuser, told, 4)
    await it.aged(superuser)
    assert (await it.told(it["police"], "own"))[3:5] == [5, 5]
    assert await it.told(it["police"]) == before
    # With the consent ends the feedback, and it comes back in no other number.
    await it.world.withdrawn(it["police"], told["consent"])
    assert (await it.told(it["police"], "own"))[3:5] == [4, 4]
    assert await it.told(it["police"]) == before


async def test_a_consent_made_for_the_purpose_takes_nobody_out_of_the_number(
    world: World, superuser: AsyncEngine
) -> None:
    it = await field(world)
    one = await it.brought("started")
    await it.alike(superuser, one, 9)
    await it.alike(superuser, await it.brought("accepted"), 4)
    await it.aged(superuser)
    before = await it.told(it["police"])
    assert before[4] == 10, "one less would show"
    terms = {
        name: one["consent"][name] for name in ("form_version_id", "language", "method", "informed_by", "recipients")
    }
    body = {**terms, "citizen_id": one["citizen"]["id"], "scopes": ["contact", "feedback_to_sender"]}
    other = (await it["police"].post("/v1/consents", body)).json()
    signed = await it["police"].act(f"/v1/consents/{other['id']}/sign", {"signed_at": utc_now().isoformat()})
    assert signed.status_code == 200, signed.text
    assert await it.told(it["police"]) == before
    await world.withdrawn(it["police"], other)
    assert await it.told(it["police"]) == before


async def test_what_has_happened_is_not_undone(nearly: Field, superuser: AsyncEngine) -> None:
    it = nearly
    last = await it.brought("followed_up")
    await it.alike(superuser, last, 5)
    await it.aged(superuser)
    before = {name: await it.told(it[name]) for name in ("agency", "municipality")}
    assert before["agency"] == [15, 10, 10, 10, 10, 5, 5]
    own = await it.told(it["ngo"], "own")
    await it.world.withdrawn(it["ngo"], last["consent"])
    closed = await it["police"].act(f"/v1/citizens/{last['citizen']['id']}/close")
    assert closed.status_code == 200, closed.text
    async with superuser.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE consent SET status = 'withdrawn', withdrawn_at = now() "
            f"WHERE project_id = '{it.project}' AND status = 'active'"
        )
    assert {name: await it.told(it[name]) for name in before} == before
    assert await it.told(it["ngo"], "own") == own == [15, 15, 15, 15, 15, 6, 6]


async def test_two_ngos_count_each_its_own_and_one_another_coarsely(world: World, superuser: AsyncEngine) -> None:
    it = await field(world, second_ngo=True)
    await it.alike(superuser, await it.brought("started"), 10)
    await it.aged(superuser)
    await it.brought("started", by="second")
    assert (await it.told(it["second"], "own"))[2:5] == [1, 1, 1]
    assert (await it.told(it["second"]))[2:5] == [5, 5, 5]
    # Of whom one was sent oneself, and refused, one learns nothing more by the other's number.
    sent = await it.brought("passed_on", by="second")
    rejected = {"reason": "no_capacity"}
    assert (await it["second"].act(f"/v1/referrals/{sent['referral']['id']}/reject", rejected)).status_code == 200
    before = await it.told(it["second"])
    consent = await it.world.consent(it["police"], sent["citizen"], [it["ngo"].organisation_id])
    await it.world.referral(it["police"], consent, accepted_by=it["ngo"])
    await it.course({"citizen": sent["citizen"]})
    assert await it.told(it["second"]) == before


# --- with a login's password and any SQL --------------------------------------------------------------------


ASKED = "SELECT step, at_least FROM programme_flow($1::uuid)"


async def test_sql_of_ones_own_gets_the_same_numbers(
    nearly: Field, installation: Installation, superuser: AsyncEngine
) -> None:
    it = nearly
    await it.aged(superuser)
    roles = {"police": "police_district", "ngo": "ngo", "municipality": "municipality", "agency": "agency"}
    async with session(installation.case) as case:
        for name, role in roles.items():
            for track in ("victim", "perpetrator", ""):
                await step_into(case, role, it[name].organisation_id, track=track, functions="caseworker")
                rows = await case.fetch(ASKED, it.project)
                assert [(each["step"], each["at_least"]) for each in rows] == list(
                    zip(STEPS, await it.told(it[name]), strict=True)
                )
                assert all(each["at_least"] is None or each["at_least"] % 5 == 0 for each in rows)


async def test_nobody_else_gets_any(nearly: Field, world: World, installation: Installation) -> None:
    it = nearly
    async with session(installation.case) as case:
        assert await refused(case, ASKED, it.project) == "42501"
        for role in CASE_ROLES:
            may = role in {"police_district", "municipality", "ngo", "agency"}
            for organisation in ("", nobody(), world.organisation("tryg_vej")):
                await step_into(case, role, organisation)
                if may:
                    assert await case.fetch(ASKED, it.project) == [], role
                else:
                    assert await refused(case, ASKED, it.project) == "42501", role
        # A partner, but in a role that needs an agreement it does not have.
        await step_into(case, "ngo", it["agency"].organisation_id)
        assert await case.fetch(ASKED, it.project) == []
        for statement in ("SET ROLE flow_counter", "SELECT set_config('role', 'flow_counter', true)"):
            assert await refused(case, statement) == "42501"
    for url in (installation.evaluator, installation.owner):
        async with session(url) as other:
            assert await refused(other, ASKED, it.project) == "42501"
            if url == installation.evaluator:
                await step_into(other, "evaluator", world.organisation("vive"))
                assert await refused(other, ASKED, it.project) == "42501"


async def test_a_table_slipped_under_it_is_not_looked_at(nearly: Field, installation: Installation) -> None:
    it = nearly
    async with session(installation.case) as case:
        await step_into(case, "agency", it["agency"].organisation_id)
        assert await refused(case, "CREATE TEMP TABLE citizen (id uuid)") == "42501"
        before = await case.fetch(ASKED, it.project)
        await case.execute("SET LOCAL search_path = pg_temp, public")
        assert await case.fetch(ASKED, it.project) == before


async def test_the_counter_reads_and_does_nothing_else(superuser: AsyncEngine) -> None:
    async with superuser.connect() as connection:
        counter: Any = (await connection.get_raw_connection()).driver_connection
        await connection.rollback()
        async with counter.transaction():
            await counter.execute("SET LOCAL ROLE flow_counter")
            for table in ("citizen_identity", "citizen_contact", "citizen_address", "incident", "pair_link"):
                assert await refused(counter, f"SELECT FROM {table}") == "42501", table
            for statement in (
                "UPDATE citizen SET status = status",
                "DELETE FROM citizen",
                "INSERT INTO citizen DEFAULT VALUES",
                "CREATE TABLE mine (id int)",
            ):
                assert await refused(counter, statement) == "42501", statement
