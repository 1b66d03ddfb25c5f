"""Builders for the tests of blind matches; no assertions about them."""

from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.world import JSON, Party, World, invented_cpr

PATH = "/v1/match-requests"
SCOPES = ["contact", "identity", "cpr"]


@dataclass
class Asked:
    """The police ask a municipality about a citizen of their own."""

    police: Party
    aarhus: Party
    citizen: JSON
    consent: JSON
    body: JSON
    known: JSON | None
    """The municipality's record of the same person, where it has one."""

    async def ask(self) -> httpx.Response:
        return await self.police.post(PATH, self.body)

    async def received(self) -> list[JSON]:
        found = (await self.aarhus.get(f"{PATH}?direction=received&limit=100")).json()["items"]
        own = self.known["id"] if self.known else None
        return [each for each in found if each["citizen_id"] == own]

    async def status(self, request: JSON) -> str:
        return str((await self.police.get(f"{PATH}/{request['id']}")).json()["status"])


async def asked(world: World, *, knows: str = "same", asker: str = "police-coordinator", **protection: Any) -> Asked:
    """Args: knows: `same`, `other_track` or `nothing` of the person; protection: of the record of the one asked."""
    police, aarhus = await world.party(asker), await world.party("aarhus-coordinator")
    cpr, born = invented_cpr()
    track = "victim"
    citizen = await world.citizen(police, track, identity=world.identity(cpr=cpr, birth_date=born))
    known = None
    if knows != "nothing":
        side = track if knows == "same" else "perpetrator"
        identity = world.identity(cpr=cpr, birth_date=born, **protection)
        known = await world.citizen(aarhus, side, identity=identity)
    consent = await world.consent(police, citizen, [aarhus.organisation_id, police.organisation_id], SCOPES)
    body = {
        "project_id": world.project(),
        "organisation_id": aarhus.organisation_id,
        "cpr": cpr,
        "consent_id": consent["id"],
    }
    return Asked(police, aarhus, citizen, consent, body, known)
