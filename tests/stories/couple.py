"""A couple as the police know them, each side passed on to its own workers in the same NGO."""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import httpx

from tests.support.world import JSON, Party, World, nobody

ALL_SCOPES = ["contact", "identity", "cpr", "address", "incident", "criminal_offences", "bridging"]
NUMBER, PLACE, HAPPENED_AT = "1461-70001-00042-26", "Skovvejen 14, 2. th.", "2026-03-01T21:14:00Z"

_UUID = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
_TIME = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|\+00:00)")


@dataclass
class Side:
    """One side: the police's record, and the consent and referral that carried it to the NGO."""

    track: str
    citizen: JSON
    incident: JSON
    consent: JSON
    referral: JSON
    identity: JSON
    contact: JSON

    @property
    def id(self) -> str:
        return str(self.citizen["id"])

    def paths(self) -> list[str]:
        """Everything of this side that has an address."""
        citizen, incident, consent, referral = self.id, self.incident["id"], self.consent["id"], self.referral["id"]
        return [
            *(f"/v1/citizens/{citizen}{end}" for end in ("", "/timeline", "/access-explanation", "/access-log")),
            f"/v1/citizens/{citizen}/assignments/{nobody()}",
            f"/v1/incidents/{incident}",
            f"/v1/consents/{consent}",
            f"/v1/consents/{consent}/acknowledgements",
            f"/v1/referrals/{referral}",
            f"/v1/referrals/{referral}/contact-attempts",
        ]


@dataclass
class Couple:
    """Both sides, and the link that only the police may know."""

    victim: Side
    perpetrator: Side
    link: JSON


async def side(world: World, track: str, *, recipient: str = "tryg_vej", accept: bool = True) -> Side:
    """One side, registered, consenting to everything, and passed on."""
    police = await world.party("police-coordinator")
    ngo = await world.party(f"{recipient.replace('_', '-')}-coordinator-{track}")
    identity = world.identity(given_name=f"Navn{track}", family_name=f"Efternavn{track}")
    contact = world.contact(phone="+4520111111" if track == "victim" else "+4520999999")
    address = {"lines": [f"{track}vej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    sag: JSON = {"external_reference": f"SAG-{nobody()}"}
    citizen = await world.citizen(police, track, identity=identity, contact=contact, address=address, **sag)
    filed = {
        "citizen_id": citizen["id"],
        "number": NUMBER,
        "occurred_at": HAPPENED_AT,
        "place": PLACE,
        "relation": "current_partner",
        "violence_forms": ["physical"],
        "children_present": True,
        "account": "Der var uro i hjemmet.",
        **sag,
        **({"offences": ["straffelovens § 244"]} if track == "perpetrator" else {}),
    }
    answer = await police.post("/v1/incidents", filed)
    assert answer.status_code == 201, answer.text
    consent = await world.consent(police, citizen, [world.organisation(recipient)], ALL_SCOPES, **sag)
    referral = await world.referral(police, consent, accepted_by=ngo if accept else None, **sag)
    return Side(track, citizen, answer.json(), consent, referral, identity, contact)


async def couple(world: World) -> Couple:
    """The two sides of one relationship, both accepted by the NGO that serves both tracks."""
    victim, perpetrator = await side(world, "victim"), await side(world, "perpetrator")
    police = await world.party("police-coordinator")
    linked = await police.post("/v1/pair-links", {"victim_id": victim.id, "perpetrator_id": perpetrator.id})
    assert linked.status_code == 201, linked.text
    return Couple(victim, perpetrator, linked.json())


async def workers(world: World, track: str) -> list[Party]:
    """Everyone on one side of the NGO that serves both."""
    return [await world.party(f"tryg-vej-{each}-{track}") for each in ("caseworker", "coordinator", "integration")]


def bare(answer: httpx.Response) -> tuple[int, JSON]:
    """An answer without what differs from request to request."""
    return answer.status_code, {**answer.json(), "trace_id": "", "instance": ""}


async def seen_by(party: Party, citizen_id: str) -> str:
    """All that a party can read of a citizen and around, as one text."""
    paths = [
        *(f"/v1/citizens/{citizen_id}{end}" for end in ("", "/timeline", "/access-explanation", "/access-log")),
        *(f"/v1/{each}?citizen_id={citizen_id}" for each in ("consents", "referrals", "incidents", "courses")),
    ]
    answers = [await party.get(path) for path in paths]
    # 403 is for what the role can never do: the police and courses.
    assert {each.status_code for each in answers} <= {200, 403}
    assert answers[0].status_code == 200
    return json.dumps([each.json() for each in answers if each.status_code == 200], ensure_ascii=False)


async def staff_of(party: Party) -> str:
    """The user behind a client."""
    return str((await party.get("/v1/me")).json()["staff_id"])


def ids_in(text: str) -> set[str]:
    return set(_UUID.findall(text))


def times_in(text: str) -> set[str]:
    return set(_TIME.findall(text))


def secrets_of(one: Side) -> Iterable[Any]:
    """What must never reach the other side."""
    identity, contact = one.identity, one.contact
    return (
        one.id,
        one.incident["id"],
        one.consent["id"],
        one.referral["id"],
        identity["cpr"],
        identity["given_name"],
        identity["family_name"],
        contact["phone"],
        f"{one.track}vej",
    )
