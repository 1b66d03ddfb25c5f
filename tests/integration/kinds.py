"""One record of each collection, as a case system sends it by its own reference."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

from app.common.days import today
from tests.citizens.test_incidents import incident_of
from tests.resources.support import own_day
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
    identity = world.identity()
    body: JSON = {"project_id": world.project(), "track": "victim", "contact": world.contact(), "identity": identity}
    changed = {**body, "contact": world.contact(phone="+4520000003"), "identity": {**identity, "cpr": None}}
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


async def _sessions(world: World, party: Party) -> Bodies:
    course, other = [await world.running(party, await world.unaided(party)) for _ in range(2)]
    body = {"course_id": course["id"], "held_on": _DAY, "form": "individual"}
    return body, {**body, "minutes": 45, "form": "video"}, {**body, "course_id": other["id"]}, {**body, "minutes": 30}


async def _follow_ups(world: World, party: Party) -> Bodies:
    course, other = [await world.ended(party, await world.unaided(party)) for _ in range(2)]
    body = {"course_id": course["id"], "due_on": _DAY}
    later = (today() + timedelta(days=60)).isoformat()
    return body, {**body, "due_on": later}, {**body, "course_id": other["id"]}, {**body, "due_on": _DAY}


async def _time_entries(world: World, _party: Party) -> Bodies:
    body = {"project_id": world.project(), "task": "documentation", "day": own_day(), "minutes": 60}
    other = {**body, "project_id": world.project("maturation")}
    return body, {**body, "minutes": 45, "note": "Rettet"}, other, {**body, "minutes": 30}


async def _referrals(world: World, party: Party) -> Bodies:
    citizen = await world.citizen(party)
    consents = [await world.consent(party, citizen, [world.organisation("tryg_vej")]) for _ in range(2)]
    body = {
        "citizen_id": citizen["id"],
        "consent_id": consents[0]["id"],
        "recipient_id": world.organisation("tryg_vej"),
        "kind": "initial",
        "scopes": ["contact", "identity"],
        "summary": "Ønsker hjælp.",
    }
    changed = {**body, "summary": "Ønsker hjælp hurtigst muligt.", "urgency": "soon"}
    return body, changed, {**body, "consent_id": consents[1]["id"]}, {**body, "urgency": "acute"}


async def _incidents(world: World, party: Party) -> Bodies:
    body = incident_of(await world.citizen(party))
    return body, body, {**body, "place": "Gården"}, None


async def _support_needs(world: World, party: Party) -> Bodies:
    citizen = await world.unaided(party)
    body = {"citizen_id": citizen["id"], "theme": "housing", "level": "moderate", "description": "Skal flytte."}
    changed = {**body, "level": "high", "description": None}
    return body, changed, {**body, "theme": "economy"}, {**body, "level": "moderate"}


async def _costs(world: World, party: Party) -> Bodies:
    course = await world.course(party, await world.unaided(party))
    day = (today() - timedelta(days=1)).isoformat()
    body = {"project_id": world.project(), "category": "transport", "amount_oere": 100, "day": day}
    body["course_id"] = course["id"]
    other = await world.course(party, await world.unaided(party))
    return body, {**body, "amount_oere": 200}, {**body, "course_id": other["id"]}, {**body, "amount_oere": 300}


async def _responses(world: World, party: Party) -> Bodies:
    course = await world.running(party, await world.measured(party))
    body = {"course_id": course["id"], "instrument_id": (await world.instrument(party))["id"], "wave": "start"}
    return body, body, {**body, "wave": "end"}, None


_DAY = (today() + timedelta(days=30)).isoformat()
_NGO = "tryg-vej-integration-victim"
KINDS = (
    Kind("citizens", "police-integration", _citizens, "close"),
    Kind("consents", "police-integration", _consents, "refuse"),
    Kind("courses", _NGO, _courses, "not-start", {"closing_reason": "citizen_stops"}),
    Kind("sessions", _NGO, _sessions, "cancel"),
    Kind("follow-ups", _NGO, _follow_ups, "cancel"),
    Kind("time-entries", "tryg-vej-caseworker-victim", _time_entries, "cancel"),
    Kind("referrals", "police-integration", _referrals, "send"),
    Kind("incidents", "police-integration", _incidents),
    Kind("support-needs", _NGO, _support_needs, "decline"),
    Kind("costs", _NGO, _costs, "cancel"),
    Kind("questionnaire-responses", _NGO, _responses),
)
