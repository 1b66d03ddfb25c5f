"""The example of a case system: killed before and after its requests, it loses nothing and does nothing twice."""

import importlib
import sys
from collections.abc import AsyncIterator, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI

from tests.courses.test_support_needs import need
from tests.support.server import ROOT
from tests.support.world import JSON, Party, World

MODULES = ("synchronise", "platform_client", "store", "sign_in")


class Killed(BaseException):
    """The process ended here."""


class Breaking(httpx.AsyncBaseTransport):
    """Ends the process at a request: before it was sent, or after it was answered."""

    def __init__(self, app: FastAPI) -> None:
        self._inner = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        self.after = 10**9
        self.answered = False
        self.asked: list[str] = []

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        self.after -= 1
        if self.after < 0 and not self.answered:
            raise Killed
        answer = await self._inner.handle_async_request(request)
        self.asked.append(f"{request.method} {request.url.path}")
        if self.after < 0:
            raise Killed
        return answer


@pytest.fixture
def example(monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    monkeypatch.syspath_prepend(str(ROOT / "examples/case_system"))
    yield importlib.import_module("synchronise")
    for name in MODULES:
        sys.modules.pop(name, None)


@pytest.fixture
async def breaking(app: FastAPI) -> AsyncIterator[Breaking]:
    transport = Breaking(app)
    yield transport
    await transport.aclose()


class CaseSystem:
    """One case system with its file."""

    def __init__(self, example: Any, party: Party, file: Path, transport: Breaking) -> None:
        self.example, self.party, self.file, self.transport = example, party, file, transport
        self.kills = 0

    async def run(self) -> None:
        """One process: tell, and take in."""
        store = self.example.Store(self.file)

        async def signed_in(_http: httpx.AsyncClient) -> str:
            return self.party.token

        async def pause(seconds: float) -> None:
            raise AssertionError(seconds)

        try:
            async with httpx.AsyncClient(transport=self.transport, base_url="http://127.0.0.1:8000") as http:
                platform = self.example.Platform(http, signed_in, pause)
                await self.example.push(platform, store)
                await self.example.pull(platform, store)
        finally:
            store.close()

    async def run_killed_everywhere(self) -> None:
        """Ended at the first request, before and after its answer; started again and ended at the second; and so on."""
        for number in range(200):
            self.transport.after, self.transport.answered = number // 2, bool(number % 2)
            try:
                await self.run()
            except Killed:
                self.kills += 1
            else:
                self.transport.after = 10**9
                return
        raise AssertionError(self.transport.asked[-20:])

    @property
    def store(self) -> Any:
        return self.example.Store(self.file)


def saved_by_a_caseworker(store: Any, world: World, reference: str) -> None:
    """A citizen, a consent that is signed, and a referral that is sent."""
    store.add("citizens", reference, {
        "project_id": world.project(), "track": "victim", "identity": world.identity(), "contact": world.contact(),
    })  # fmt: skip
    scopes, recipient = ["contact", "identity"], world.organisation("tryg_vej")
    store.add("consents", reference, {
        "citizen_reference": reference, "form_version_id": world.form(), "language": "da", "method": "paper",
        "scopes": scopes, "recipients": [recipient], "informed_by": "PBA",
    })  # fmt: skip
    store.add("consents", reference, {"signed_at": datetime.now(UTC).isoformat()}, "sign")
    store.add("referrals", reference, {
        "citizen_reference": reference, "consent_reference": reference, "recipient_id": recipient, "kind": "initial",
        "urgency": "soon", "scopes": scopes, "summary": "Ønsker hjælp hurtigst muligt.",
    })  # fmt: skip
    store.add("referrals", reference, {}, "send")


async def mine(party: Party, collection: str, citizen_id: str) -> list[JSON]:
    items = (await party.get(f"/v1/{collection}?citizen_id={citizen_id}")).json()["items"]
    return [dict(each) for each in items]


async def test_killed_again_and_again_it_loses_nothing_and_does_nothing_twice(
    example: Any, breaking: Breaking, world: World, tmp_path: Path
) -> None:
    aarhus, tryg_vej = await world.party("aarhus-integration"), await world.party("tryg-vej-coordinator-victim")
    system = CaseSystem(example, aarhus, tmp_path / "case-system.sqlite", breaking)
    await system.run()  # so far nothing but what others left
    reference = f"SAG-{uuid4()}"
    saved_by_a_caseworker(system.store, world, reference)

    await system.run_killed_everywhere()

    assert system.kills > 6
    assert system.store.refused() == []
    citizen = (await aarhus.get(f"/v1/citizens/by-reference/{reference}")).json()
    (consent,) = await mine(aarhus, "consents", citizen["id"])
    (referral,) = await mine(aarhus, "referrals", citizen["id"])
    assert (consent["status"], consent["version"], referral["status"], referral["version"]) == ("active", 2, "sent", 2)
    assert len(await sent_to(tryg_vej, referral["id"])) == 1
    assert system.store.copies("referrals")[referral["id"]]["status"] == "sent"

    assert (await tryg_vej.act(f"/v1/referrals/{referral['id']}/accept")).status_code == 200
    await system.run_killed_everywhere()
    assert system.store.copies("referrals")[referral["id"]]["status"] == "accepted"

    ngo = CaseSystem(example, await world.party("tryg-vej-integration-victim"), tmp_path / "ngo.sqlite", breaking)
    await ngo.run_killed_everywhere()
    assert ngo.store.copies("citizens")[citizen["id"]]["identity"]["family_name"] == "Sørensen"
    assert ngo.store.copies("referrals")[referral["id"]]["summary"]
    await world.withdrawn(aarhus, consent)
    await ngo.run_killed_everywhere()
    assert ngo.store.copies("referrals")[referral["id"]]["summary"] is None
    assert ngo.store.copies("citizens")[citizen["id"]] is None, "nothing is kept of what is not ours to see"
    await system.run()
    assert system.store.copies("consents")[consent["id"]]["status"] == "withdrawn"


async def sent_to(party: Party, referral_id: str) -> list[JSON]:
    items = (await party.get("/v1/referrals?direction=received&status=sent&limit=200")).json()["items"]
    return [each for each in items if each["id"] == referral_id]


async def test_what_is_refused_waits_for_a_person_and_holds_nobody_up(
    example: Any, breaking: Breaking, world: World, tmp_path: Path
) -> None:
    system = CaseSystem(example, await world.party("aarhus-integration"), tmp_path / "case-system.sqlite", breaking)
    wrong, right = f"SAG-{uuid4()}", f"SAG-{uuid4()}#2"
    system.store.add("citizens", wrong, {"project_id": world.project(), "track": "sideways"})
    system.store.add("citizens", right, {"project_id": world.project(), "track": "victim"})

    await system.run()

    ((collection, reference, problem),) = system.store.refused()
    assert (collection, reference, problem["errors"][0]["pointer"]) == ("citizens", wrong, "/track")
    found = await system.party.get(f"/v1/citizens/by-reference/{right.replace('#', '%23')}")
    assert found.status_code == 200
    assert (tmp_path / "case-system.sqlite").stat().st_mode & 0o077 == 0


async def test_who_cannot_sign_in_keeps_every_task(
    example: Any, breaking: Breaking, world: World, tmp_path: Path
) -> None:
    system = CaseSystem(example, await world.party("aarhus-integration"), tmp_path / "case-system.sqlite", breaking)
    reference = f"SAG-{uuid4()}"
    system.store.add("citizens", reference, {"project_id": world.project(), "track": "victim"})
    token, system.party = system.party.token, replace(system.party, token="of-nobody")
    with pytest.raises(example.Refused):
        await system.run()
    assert (system.store.refused(), system.store.next_task().reference) == ([], reference)
    system.party.token = token
    await system.run()
    assert (system.store.refused(), system.store.next_task()) == ([], None)


async def test_with_scopes_for_more_it_reads_anew_what_it_had_passed_over(
    example: Any, breaking: Breaking, world: World, tmp_path: Path
) -> None:
    system = CaseSystem(example, await world.party("aarhus-integration"), tmp_path / "case-system.sqlite", breaking)
    citizen = await world.citizen(system.party)
    of_all = system.party
    system.party = replace(of_all, token=await world.token("aarhus-integration", scope="change:read citizen:read"))
    await system.run()
    # While its token reads citizens alone, it passes over a need.
    made = await need(world, of_all, citizen)
    another = await world.citizen(of_all)
    await system.run()
    assert another["id"] in system.store.copies("citizens")
    assert system.store.copies("support-needs") == {}
    system.party = of_all
    await system.run()
    assert made["id"] in system.store.copies("support-needs")
    assert another["id"] in system.store.copies("citizens")
    # Once; and from that place it goes on.
    asked = len(breaking.asked)
    await system.run()
    assert breaking.asked[asked:] == ["GET /v1/changes"]


async def test_while_its_agreements_are_suspended_it_goes_on_and_forgets_others_people(example: Any) -> None:
    """The feed says `removed`, and reading is 403 for want of an agreement: as good as gone. Another is about us."""

    class Refusing:
        def __init__(self, slug: str) -> None:
            self.problem = {"type": f"https://example.dk/problems/{slug}", "status": 403}

        async def ask(self, *_: Any, **__: Any) -> None:
            raise example.Refused(self.problem)

    assert await example._read(Refusing("agreement-not-in-force"), "citizens", "an-id") is None
    with pytest.raises(example.Refused):
        await example._read(Refusing("insufficient-scope"), "citizens", "an-id")
