"""One record of each collection, as a case system sends it by its own reference."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tests.support.world import JSON, Party, World

Bodies = tuple[JSON, JSON, JSON, JSON | None]
"""As it is first; what is changed; what never changes, changed; what the present state forbids, if anything does."""


@dataclass(frozen=True)
class Kind:
    """A collection, a party that keeps such records, and what it sends."""

    name: str
    client: str
    bodies: Callable[[World, Party], Awaitable[Bodies]]
    closed: str | None = None
    """The action after which the state forbids a change, with its body."""
    closing: Any = None


def reference(text: str = "SAG") -> str:
    return f"{text}-{uuid4().hex[:6]}"


async def _citizens(world: World, _party: Party) -> Bodies:
    body = {"project_id": world.project(), "track": "victim", "contact": world.contact(), "identity": world.identity()}
    changed = {**body, "contact": world.contact(phone="+4520000003"), "identity": {**body["identity"], "cpr": None}}
    return body, changed, {**body, "track": "perpetrator"}, {**body, "contact": world.contact(phone="+4520000009")}


async def _consents(world: World, party: Party) -> Bodies:
    sag = reference()
    body = {"project_id": world.project(), "track": "victim"}
    assert (await party.put(f"/v1/citizens/by-reference/{sag}", body)).status_code == 201
    consent: JSON = {
        "citizen_reference": sag,
        "form_version_id": world.form(),
        "language": "da",
        "method": "paper",
        "scopes": ["contact"],
        "recipients": [world.organisation("tryg_vej")],
        "informed_by": "PBA",
    }
    other = (await world.citizen(party, contact=None, identity=None))["id"]
    fixed = {**consent, "citizen_id": other}
    del fixed["citizen_reference"]
    return consent, {**consent, "scopes": ["contact", "identity"]}, fixed, {**consent, "informed_by": "XYZ"}


async def _courses(world: World, party: Party) -> Bodies:
    citizen, other = await world.unaided(party), await world.unaided(party)
    body = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": "2024-03-01"}
    changed = {**body, "form": "group", "journey_ended_on": "2025-03-01"}
    return body, changed, {**body, "citizen_id": other["id"]}, {**body, "form": "video"}


KINDS = (
    Kind("citizens", "police-integration", _citizens, "close"),
    Kind("consents", "police-integration", _consents, "refuse"),
    Kind("courses", "tryg-vej-integration-victim", _courses, "not-start", {"closing_reason": "citizen_stops"}),
)
