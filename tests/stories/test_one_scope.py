"""A token for one scope alone: every route that asks for another refuses it, and none shows it anything of another.

`desk.shown` decides what an answer holds besides the route's own category. Here it is asked from outside, of every
route that reads: whatever it shows or logs as seen is of the one category that the token was given for.
"""

import itertools
from collections.abc import Iterator
from dataclasses import dataclass, replace
from uuid import UUID

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from app.auth.keys import SigningKey
from app.auth.scopes import scopes_of_role
from app.boundary.policy import load
from app.contract import declarations, routes
from app.gate.cells import Cell
from tests.audit.support import recording
from tests.courses.test_boundary import journal
from tests.stories.couple import HAPPENED_AT
from tests.support.tokens import signed
from tests.support.world import JSON, Party, World, nobody

POLICY = load()
CLIENTS = {
    "police_district": "police-coordinator",
    "municipality": "aarhus-coordinator",
    "ngo": "tryg-vej-coordinator-victim",
    "evaluator": "vive-researcher",
    "agency": "agency-secretary",
    "training_provider": "trainer-secretary",
    "operator": "operator-operator",
}


@dataclass(frozen=True)
class Route:
    """One route that asks for a cell."""

    name: str
    method: str
    path: str
    cell: Cell

    def at(self, ids: dict[str, str]) -> str:
        """Its path, with ids that never existed where none is known."""
        names = [part.split("}")[0].partition(":")[0] for part in self.path.split("{")[1:]]
        chosen = {name: ids.get(name, nobody()) for name in names}
        return "".join(
            part if index == 0 else chosen[names[index - 1]] + part.partition("}")[2]
            for index, part in enumerate(self.path.split("{"))
        )


def celled() -> Iterator[Route]:
    declared = declarations()
    for route in routes():
        cell = declared[str(route.operation_id)]
        method = min(route.methods or ())
        if isinstance(cell, Cell) and method != "HEAD":  # its GET has the same gates, and says why
            yield Route(str(route.operation_id), method, route.path, cell)


def narrowed(app: FastAPI, party: Party, *scopes: str) -> Party:
    """The client with a token for these scopes alone, as the server would issue it."""
    key: SigningKey = app.state.services.keys.current().signing_key
    return replace(party, token=signed(key, party.token, scope=" ".join(scopes)))


async def refused(party: Party, route: Route) -> JSON:
    headers = {"accept": ", ".join([*route.cell.media, "application/json"])}
    if route.cell.uploads or route.method == "PATCH":
        headers["content_type"] = next(iter(route.cell.uploads), "application/merge-patch+json")
    body: JSON | None = None if route.method == "GET" or route.cell.uploads else {}
    answer = await party.call(route.method, route.at({}), body, if_match='"x"', **headers)
    assert answer.status_code == 403, (route.name, answer.text)
    return dict(answer.json())


def ways_of(route: Route, role: str) -> list[tuple[str, ...]]:
    """The scopes of each way by which the role may open the route."""
    if route.cell.only and role not in route.cell.only:
        return []
    return [scopes for name, scopes in route.cell.ways if POLICY[name].allows(role, route.cell.operation)]


async def test_every_route_refuses_a_token_for_another_scope(world: World, app: FastAPI) -> None:
    # Each role and each of its scopes has its turn: how the gate compares them hangs on neither.
    roles = itertools.cycle(CLIENTS)
    others = {role: itertools.cycle(sorted(scopes_of_role(POLICY, role))) for role in CLIENTS}
    asked = set()
    for route in celled():
        if POLICY[route.cell.category].unseen_without:
            continue  # 404 to whoever it is not there for, whatever the token carries
        role = next(each for each in roles if ways_of(route, each))
        party = await world.party(CLIENTS[role])
        opening = ways_of(route, role)
        asking = {scope for scopes in opening for scope in scopes}
        other = next(each for each in others[role] if each not in asking)
        # Where a route asks for several, the first of them is not enough.
        for carried in [other, *(scopes[0] for scopes in opening if len(scopes) > 1)]:
            problem = await refused(narrowed(app, party, carried), route)
            assert problem["type"].endswith("/insufficient-scope"), (route.name, carried)
            assert problem["scope"] in asking - {carried}, route.name
        asked.add(role)
    assert asked == CLIENTS.keys()


SHOWN = {
    "identity": ["Kanariette", "Fuglsang"],
    "contact": ["+4520770077"],
    "address": ["Kanariestien 7"],
    "incident": ["1461-77777-00042-26"],
    "incident_account": ["Kanarievænget 7"],
    "referral_summary": ["Kanariens sammendrag"],
    "consent": ["Kanariegruppen"],
}
"""Words by which something of a category is known wherever it comes."""


@dataclass(frozen=True)
class Record:
    """One citizen with something in every block, and all that hangs on them, as the police and an NGO see it."""

    ids: dict[str, str]
    cpr: str


@pytest.fixture(scope="module")
async def record(world: World) -> Record:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    identity = world.identity(given_name=SHOWN["identity"][0], family_name=SHOWN["identity"][1])
    address = {"lines": SHOWN["address"], "postcode": "8000", "source": "citizen", "protection": "none"}
    contact = world.contact(phone=SHOWN["contact"][0])
    citizen = await world.citizen(police, identity=identity, contact=contact, address=address)
    filed = {"citizen_id": citizen["id"], "number": SHOWN["incident"][0], "occurred_at": HAPPENED_AT}
    filed |= {
        "place": SHOWN["incident_account"][0],
        "relation": "current_partner",
        "violence_forms": ["physical"],
        "children_present": True,
    }
    incident = await world.made("/v1/incidents", filed, police.client_id)
    scopes = ["contact", "identity", "cpr", "address", "incident", "bridging"]
    consent = await world.consent(police, citizen, [ngo.organisation_id], scopes, informed_by=SHOWN["consent"][0])
    summary = SHOWN["referral_summary"][0]
    referral = await world.referral(police, consent, accepted_by=ngo, summary=summary)
    kept = await journal(world, ngo)
    ids = {
        "citizen_id": citizen["id"],
        "incident_id": incident["id"],
        "consent_id": consent["id"],
        "referral_id": referral["id"],
        "course_id": kept["courses"],
        "session_id": kept["sessions"],
        "need_id": kept["support-needs"],
        "follow_up_id": kept["follow-ups"],
        "project_id": world.project(),
        "organisation_id": ngo.organisation_id,
    }
    return Record({name: str(UUID(each)) for name, each in ids.items()}, str(identity["cpr"]))


def words_of(record: Record) -> dict[str, list[str]]:
    return {**SHOWN, "cpr": [record.cpr]}


async def told(party: Party, route: Route, record: Record) -> str:
    """What a route answers; nothing where it wants a query of its own, or the record or the route is another's."""
    answer = await party.get(route.at(record.ids))
    assert answer.status_code in {200, 400, 404} or answer.json()["type"].endswith("/role-cannot"), route.name
    return answer.text if answer.status_code == 200 else ""


@pytest.mark.parametrize(
    ("role", "never"), [("police_district", set()), ("ngo", {"incident", "incident_account", "consent"})]
)
async def test_no_route_shows_anything_of_another_scope(
    world: World, app: FastAPI, superuser: AsyncEngine, record: Record, role: str, never: set[str]
) -> None:
    party = await world.party(CLIENTS[role])
    reading = [each for each in celled() if each.method == "GET" and ways_of(each, role)]
    wide = "".join([await told(party, route, record) for route in reading])
    words = words_of(record)
    assert {name for name, each in words.items() if not all(word in wide for word in each)} == never
    async with recording(superuser, party) as log:
        for route in reading:
            own = ways_of(route, role)[0]
            text = await told(narrowed(app, party, *own), route, record)
            carried = {scope.partition(":")[0] for scope in own}
            shown = {name for name, each in words.items() if name not in carried and any(word in text for word in each)}
            assert shown == set(), route.name
    opened = {each["id"]: each["category"] for each in log.events}
    asked = {route.cell.category: {route.cell.category, *route.cell.also} for route in reading}
    for each in log.subjects:
        of_path = str(each["record_id"]) in record.ids.values()  # looked for, whatever is shown of it
        assert of_path or each["category"] in asked[opened[each["event_id"]]], each
    assert len(log.subjects) > 10
