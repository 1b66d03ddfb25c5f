"""What ends the evaluator's read: at once, for good, and in the database as well."""

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.workdays import danish_date
from app.installation import Installation
from tests.boundary.sql import session, step_into
from tests.interviews.support import (
    CONTACTS,
    PATH,
    TODAY,
    consented,
    contact,
    gone_unnoticed,
    lent,
    on_course,
    step,
    waiting,
)
from tests.support.world import JSON, Party, World

Ending = Callable[[World, Party, JSON], Awaitable[Any]]


async def by_sql(installation: Installation, world: World) -> set[str]:
    """What the evaluator's own login reads, with SQL of its own."""
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", world.organisation("vive"), functions="researcher")
        return {str(each["id"]) for each in await connection.fetch("SELECT id FROM interview_contact")}


async def withdrawn(world: World, ngo: Party, candidate: JSON) -> None:
    await world.withdrawn(ngo, {"id": candidate["consent_id"]})


async def cancelled(world: World, ngo: Party, candidate: JSON) -> None:
    await step(ngo, candidate, "cancel")


async def protected(world: World, ngo: Party, candidate: JSON) -> None:
    """The NGO learns that the citizen is under special protection."""
    path = f"/v1/citizens/{candidate['citizen_id']}"
    etag = (await ngo.get(path)).headers["etag"]
    answer = await ngo.put(f"{path}/identity", world.identity(cpr=None, address_protection="special"), if_match=etag)
    assert answer.status_code == 200, answer.text


async def superseded(world: World, ngo: Party, candidate: JSON) -> None:
    """A new consent takes the other's place, and leaves the interview out."""
    citizen = {"id": candidate["citizen_id"], "project_id": candidate["project_id"]}
    recipients = [world.organisation("vive")]
    terms = {"supersedes_id": candidate["consent_id"]}
    await world.consent(ngo, citizen, recipients, ["evaluation_questionnaire"], **terms)


@pytest.mark.parametrize("ending", [withdrawn, cancelled, protected, superseded])
async def test_what_ends_it_ends_it_at_once(
    world: World, installation: Installation, superuser: AsyncEngine, ending: Ending
) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    etag = (await vive.get(f"{CONTACTS}/{contact_id}")).headers["etag"]
    assert contact_id in await by_sql(installation, world)
    await ending(world, ngo, candidate)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
    assert contact_id not in await waiting(vive)
    for verb, body in (("complete", {"held_on": TODAY}), ("not-held", None)):
        assert (await vive.post(f"{CONTACTS}/{contact_id}/{verb}", body, if_match=etag)).status_code == 404
    assert contact_id not in await by_sql(installation, world)
    assert (await ngo.get(f"{PATH}/{candidate['id']}")).json()["status"] == "cancelled"
    assert await left(superuser, contact_id) == (None, None, None, None, [], [])


async def left(superuser: AsyncEngine, contact_id: str) -> tuple[Any, ...]:
    """What the row still holds."""
    async with superuser.connect() as connection:
        found = await connection.execute(
            text(
                "SELECT wrapped, call_name, phone, email, safe_channels, safe_hours "
                "FROM interview_contact WHERE id = :id"
            ),
            {"id": contact_id},
        )
        return tuple(found.one())


@pytest.mark.parametrize(("verb", "body"), [("complete", {"held_on": TODAY}), ("not-held", None)])
async def test_what_is_done_with_is_erased(
    world: World, installation: Installation, superuser: AsyncEngine, verb: str, body: Any
) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    answer = await vive.act(f"{CONTACTS}/{contact_id}/{verb}", body)
    assert answer.status_code == 200, answer.text
    assert await left(superuser, contact_id) == (None, None, None, None, [], [])
    assert contact_id not in await by_sql(installation, world)
    now = (await ngo.get(f"{PATH}/{candidate['id']}")).json()
    wanted = ("completed", TODAY) if verb == "complete" else ("cancelled", None)
    assert (now["status"], now["completed_on"]) == wanted


async def test_a_consent_that_runs_out_ends_it(
    world: World, installation: Installation, superuser: AsyncEngine
) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    _, contact_id = await lent(world, ngo)
    async with superuser.begin() as connection:
        await connection.execute(
            text("UPDATE interview_contact SET valid_until = now() - interval '1 second' WHERE id = :id"),
            {"id": contact_id},
        )
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
    assert contact_id not in await by_sql(installation, world)


def last_day(consent: JSON) -> str:
    return danish_date(datetime.fromisoformat(consent["valid_until"])).isoformat()


async def moments(superuser: AsyncEngine, contact_id: str) -> str:
    """The hour at which the row runs out; that of the signing could be joined with other data."""
    async with superuser.connect() as connection:
        hour = "SELECT (valid_until AT TIME ZONE 'Europe/Copenhagen')::time FROM interview_contact WHERE id = :id"
        return str(await connection.scalar(text(hour), {"id": contact_id}))


async def test_the_contact_lasts_to_the_day_on_which_the_consent_runs_out(world: World, superuser: AsyncEngine) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    consent = (await ngo.get(f"/v1/consents/{candidate['consent_id']}")).json()
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).json()["valid_until"] == last_day(consent)
    assert await moments(superuser, contact_id) == "00:00:00"


async def test_a_renewed_consent_carries_the_contact_on(world: World, superuser: AsyncEngine) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    citizen = {"id": candidate["citizen_id"], "project_id": candidate["project_id"]}
    terms = {"supersedes_id": candidate["consent_id"]}
    new = await world.consent(ngo, citizen, [world.organisation("vive")], ["evaluation_interview"], **terms)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).json()["valid_until"] == last_day(new)
    assert await moments(superuser, contact_id) == "00:00:00"
    assert (await ngo.get(f"{PATH}/{candidate['id']}")).json()["consent_id"] == new["id"]
    await world.withdrawn(ngo, new)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404


async def test_another_consent_of_the_citizen_does_not_keep_it_open(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    citizen = {"id": candidate["citizen_id"], "project_id": candidate["project_id"]}
    await world.consent(ngo, citizen, [world.organisation("vive")], ["evaluation_interview"])
    await withdrawn(world, ngo, candidate)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404


async def test_withdrawing_help_does_not_touch_the_interview(world: World) -> None:
    """And the other way about: the scopes of the evaluation are independent of the help."""
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    held = (await ngo.get(f"/v1/consents?citizen_id={candidate['citizen_id']}")).json()["items"]
    (help_,) = [each for each in held if "bridging" in each["scopes"]]
    await world.withdrawn(ngo, help_)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 200


async def test_a_changed_contact_is_taken_back_until_it_is_passed_on_anew(world: World) -> None:
    """What was safe may not be so any more."""
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    path = f"/v1/citizens/{candidate['citizen_id']}"
    etag = (await ngo.get(path)).headers["etag"]
    changed = world.contact(safe_channels=["email"], email="aagot@example.dk")
    assert (await ngo.put(f"{path}/contact", changed, if_match=etag)).status_code == 200
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
    assert (await ngo.get(f"{PATH}/{candidate['id']}")).json()["status"] == "consented"
    refused = await ngo.act(f"{PATH}/{candidate['id']}/pass-on-contact", contact())
    assert [each["code"] for each in refused.json()["errors"]] == ["unsafe_channel"]
    safe = contact(phone=None, email="aagot@example.dk", safe_channels=["email"])
    await step(ngo, candidate, "pass-on-contact", safe)
    (new,) = (await vive.get(f"{CONTACTS}?limit=1")).json()["items"]
    assert new["id"] != contact_id
    assert (await vive.get(f"{CONTACTS}/{new['id']}")).json()["email"] == "aagot@example.dk"


@pytest.mark.parametrize("whose", ["tryg_vej", "vive"])
async def test_an_agreement_that_is_not_in_force_ends_it(
    world: World, installation: Installation, superuser: AsyncEngine, whose: str
) -> None:
    """The controller's, or the evaluator's: both are judged at each read."""
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    _, contact_id = await lent(world, ngo, await on_course(world, ngo))
    shift = text(
        "UPDATE agreement_coverage SET valid_until = CASE WHEN :off THEN '-infinity'::timestamptz END "
        "WHERE organisation_id = :whose AND category = 'interview_contact' AND purpose = 'evaluation'"
    )
    about = {"whose": world.organisation(whose)}
    async with superuser.begin() as connection:
        await connection.execute(shift, {**about, "off": True})
    try:
        assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
        assert contact_id not in await by_sql(installation, world)
    finally:
        async with superuser.begin() as connection:
            await connection.execute(shift, {**about, "off": False})
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 200


async def test_an_evaluator_that_leaves_the_project_keeps_no_contact_and_gets_none(
    world: World, installation: Installation, superuser: AsyncEngine
) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    operator, partners = await world.party("operator-operator"), f"/v1/projects/{world.project()}/partners"
    (candidate, contact_id), ready = await lent(world, ngo), await consented(world, ngo)
    etag = (await vive.get(f"{CONTACTS}/{contact_id}")).headers["etag"]
    rows = (await operator.get(f"{partners}?limit=200")).json()["items"]
    (partner,) = [each for each in rows if each["organisation_id"] == vive.organisation_id and not each["ended_at"]]
    assert (await operator.act(f"{partners}/{partner['id']}/end")).status_code == 200
    try:
        assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
        assert contact_id not in await waiting(vive)
        assert contact_id not in await by_sql(installation, world)
        held = await vive.post(f"{CONTACTS}/{contact_id}/complete", {"held_on": TODAY}, if_match=etag)
        assert held.status_code == 404
        assert await left(superuser, contact_id) == (None, None, None, None, [], [])
        for each in (candidate, ready):
            assert (await ngo.get(f"{PATH}/{each['id']}")).json()["status"] == "cancelled"
            assert (await ngo.act(f"{PATH}/{each['id']}/pass-on-contact", contact())).status_code == 409
    finally:
        again = await operator.post(partners, {"organisation_id": vive.organisation_id})
    assert again.status_code == 201
    # What ended does not open again.
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404


async def test_nothing_opens_to_an_evaluator_without_a_partnership(
    world: World, installation: Installation, superuser: AsyncEngine
) -> None:
    """By SQL of the party's own, and of a contact that stayed open: the read asks for the partnership as well."""
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    (_, contact_id), ready = await lent(world, ngo), await consented(world, ngo)
    async with gone_unnoticed(superuser, world.project(), vive):
        assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
        assert contact_id not in await by_sql(installation, world)
        assert (await ngo.act(f"{PATH}/{ready['id']}/pass-on-contact", contact())).status_code == 409
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 200
