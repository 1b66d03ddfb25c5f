"""Who asks: organisations of the fuzz's own, each in a project of its own, with records made beforehand."""

import random
from dataclasses import dataclass, field
from datetime import UTC, datetime
from time import monotonic
from uuid import UUID

from tests.support.world import JSON, Party, World

KINDS = (("ngo", "coordinator"), ("municipality", "integration"), ("police_district", "coordinator"))
LATER = (("evaluator", "researcher"), ("agency", "secretary"))
"""Who has no records of citizens; of the long run."""
PLACES: dict[str, JSON] = {
    "municipality": {"municipality_code": "0751"},
    "police_district": {"police_district_code": "1461"},
}
CALLED_OTHERWISE = {"form_version_id": "form_id", "recipient_id": "organisation_id", "organiser_id": "organisation_id"}
"""Members of bodies that name what a path calls differently."""


@dataclass
class Identity:
    """One who asks, what is theirs to use up, and what they could not do without."""

    name: str
    role: str
    party: Party
    own: dict[str, str] = field(default_factory=dict)
    """An id for each path parameter."""
    kept: set[str] = field(default_factory=set)
    """Ids of what the fuzz must not end: the identity's own user, client, agreement, project."""
    signed_in: float = field(default_factory=monotonic)


def is_id(value: object) -> bool:
    try:
        return str(UUID(str(value))) == value
    except ValueError:
        return False


@dataclass
class Pool:
    """Real ids in place of invented ones: one's own, another's, nobody's."""

    asker: Identity
    others: list[Identity]
    rng: random.Random
    met: set[str] = field(default_factory=set)
    """Ids that answers have told: what a link or a list led to stays as it is."""

    def nobody(self) -> str:
        return str(UUID(int=self.rng.getrandbits(128), version=4))

    def instead(self, name: str, value: object, *, writes: bool) -> object:
        """What a parameter or member of this name shall be."""
        if not is_id(value):
            return value
        if value in self.met:
            return self.nobody() if writes and value in self.asker.kept else value
        name = CALLED_OTHERWISE.get(name, name)
        throw = self.rng.random()
        if throw < 0.7 and name in self.asker.own:
            return self.asker.own[name]
        another = self.rng.choice(self.others).own.get(name) if throw < 0.9 else None
        return another or value

    def met_in(self, body: object) -> None:
        """Remember the ids of records that an answer holds."""
        found = body.get("items", [body]) if isinstance(body, dict) else []
        self.met |= {each["id"] for each in found if isinstance(each, dict) and isinstance(each.get("id"), str)}


async def identities(world: World, kinds: tuple[tuple[str, str], ...] = KINDS) -> list[Identity]:
    """Sign each of them in, with something of its own."""
    return [await _identity(world, kind, function) for kind, function in kinds]


async def _identity(world: World, kind: str, function: str) -> Identity:
    _, agreement = await world.newcomer(kind, **PLACES.get(kind, {}))
    organisation, project = agreement["organisation_id"], agreement["project_id"]
    party = await world.user_of(organisation, function, track="victim" if kind == "ngo" else None)
    kept = {agreement["id"], project, organisation, party.client_id, *([party.staff_id] if party.staff_id else [])}
    partners = (await party.get(f"/v1/projects/{project}/partners")).json().get("items", [])
    kept |= {each["id"] for each in partners}
    identity = Identity(f"{kind} {function}", kind, party, {"project_id": project}, kept)
    if (kind, function) in LATER:
        return identity
    form = {"project_id": project, "name": "Samtykke", "languages": ["da"], "notice_da": "Tekst"}
    form |= {"recipients": [organisation], "scopes": ["contact", "identity", "bridging", "evaluation_questionnaire"]}
    form_id = (await world.made("/v1/consent-forms", form))["id"]
    kept.add(form_id)
    identity.own |= {"form_id": form_id, "organisation_id": organisation}
    await _records(world, identity)
    return identity


async def operator(world: World) -> Identity:
    """The platform's own organisation, which there is one of; it may end whatever is not its own."""
    party = await world.party("operator-operator")
    return Identity("operator operator", "operator", party, kept={party.organisation_id, party.client_id})


async def _records(world: World, identity: Identity) -> None:
    """A citizen with a signed consent, and a course or an incident."""
    party, own = identity.party, identity.own
    came_unaided: JSON = {"identity": None, "contact": None} if identity.role == "ngo" else {}
    citizen = await world.citizen(party, project_id=own["project_id"], **came_unaided)
    own["citizen_id"] = citizen["id"]
    body = {"citizen_id": citizen["id"], "form_version_id": own["form_id"], "language": "da", "method": "paper"}
    body |= {"scopes": ["contact", "identity", "bridging"], "recipients": [party.organisation_id], "informed_by": "PBA"}
    drafted = await party.post("/v1/consents", body)
    assert drafted.status_code == 201, drafted.text
    own["consent_id"] = drafted.json()["id"]
    signed = {"signed_at": datetime.now(UTC).isoformat()}
    answer = await party.act(f"/v1/consents/{own['consent_id']}/sign", signed)
    assert answer.status_code == 200, answer.text
    if identity.role == "ngo":
        own["course_id"] = (await world.running(party, citizen))["id"]
    if identity.role == "police_district":
        filed = {"citizen_id": citizen["id"], "number": "1461-70001-00001-26", "occurred_at": "2026-03-01T21:14:00Z"}
        filed |= {"relation": "current_partner", "violence_forms": ["physical"]}
        answer = await party.post("/v1/incidents", filed)
        assert answer.status_code == 201, answer.text
        own["incident_id"] = answer.json()["id"]
