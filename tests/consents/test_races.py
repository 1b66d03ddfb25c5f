"""Nothing is passed on after a withdrawal was answered for."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from fastapi import FastAPI
from starlette.datastructures import Headers

from app.audit.events import Event
from app.auth.bearer import bearer_claims
from app.auth.principal import enter
from app.consents.errors import ConsentNotActive
from app.consents.service import lock_active
from app.gate.desk import Desk
from app.gate.service import Services
from tests.consents.support import sign, withdraw
from tests.support.world import JSON, Party, World


@asynccontextmanager
async def desk_of(app: FastAPI, party: Party) -> AsyncIterator[Desk]:
    """A desk in a transaction of its own, as the gate lays one ready."""
    services: Services = app.state.services
    claims = bearer_claims(Headers({"authorization": f"Bearer {party.token}"}), services)
    async with services.databases.transaction("case") as transaction:
        principal = await enter(transaction.driver, claims)
        keys = services.keys.current()
        yield Desk(transaction, principal, services.policy, keys, Event("read", "consent"))


async def _signed(world: World) -> JSON:
    police = await world.party("police-integration")
    recipients = [world.organisation("tryg_vej"), world.organisation("aarhus")]
    return await world.consent(police, await world.citizen(police, identity=None, contact=None), recipients)


@pytest.mark.parametrize("client", ["police-caseworker", "tryg-vej-caseworker-victim", "aarhus-coordinator"])
async def test_a_withdrawal_waits_for_those_who_rely_on_the_consent(world: World, app: FastAPI, client: str) -> None:
    consent = await _signed(world)
    police = await world.party("police-integration")
    async with desk_of(app, await world.party(client)) as desk:
        row = await lock_active(desk, UUID(consent["id"]))
        assert row["status"] == "active"
        withdrawing = asyncio.create_task(withdraw(police, consent))
        await asyncio.sleep(0.5)
        assert not withdrawing.done()
        await desk.transaction.commit()
    assert (await withdrawing).json()["status"] == "withdrawn"
    async with desk_of(app, await world.party(client)) as desk:
        with pytest.raises(ConsentNotActive):
            await lock_active(desk, UUID(consent["id"]))


async def test_those_who_rely_on_it_share(world: World, app: FastAPI) -> None:
    consent = await _signed(world)
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    async with desk_of(app, police) as first, desk_of(app, ngo) as second:
        await lock_active(first, UUID(consent["id"]))
        async with asyncio.timeout(2):
            await lock_active(second, UUID(consent["id"]))


async def test_who_comes_during_a_withdrawal_waits_and_then_sees_it(world: World, app: FastAPI) -> None:
    consent = await _signed(world)
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    async with desk_of(app, police) as holder, desk_of(app, ngo) as recipient:
        row = await holder.find("consent", UUID(consent["id"]), lock=True)
        await holder.update("consent", row, {"status": "withdrawn", "withdrawn_at": row["signed_at"]})
        waiting = asyncio.create_task(lock_active(recipient, UUID(consent["id"])))
        await asyncio.sleep(0.5)
        assert not waiting.done()
        await holder.transaction.commit()
        with pytest.raises(ConsentNotActive):
            await waiting


async def test_of_two_withdrawals_one_acts(world: World) -> None:
    for _ in range(5):
        consent = await _signed(world)
        police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
        answers = await asyncio.gather(withdraw(police, consent), withdraw(ngo, consent))
        first, second = sorted(each.status_code for each in answers)
        assert (first, second in {409, 412}) == (200, True)


async def test_of_two_signatures_one_acts(world: World) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    draft = await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    answers = await asyncio.gather(*(sign(police, draft) for _ in range(3)))
    first, *others = sorted(each.status_code for each in answers)
    assert first == 200
    assert set(others) <= {409, 412}


@pytest.mark.parametrize("first", ["accept", "withdraw"])
async def test_accepting_against_withdrawing(world: World, first: str) -> None:
    """Whatever wins, afterwards the recipient reads nothing."""
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    for _ in range(4):
        consent = await _signed(world)
        referral = await world.referral(police, consent)
        accepting = ngo.act(f"/v1/referrals/{referral['id']}/accept")
        both = [accepting, withdraw(police, consent)]
        answers = await asyncio.gather(*(both if first == "accept" else both[::-1]))
        withdrawn = answers[1] if first == "accept" else answers[0]
        assert withdrawn.status_code == 200, withdrawn.text
        assert all(each.status_code < 500 for each in answers)
        assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404
