"""Projects of a test's own, in which citizens are brought as far along the pathway as the test wants."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.models import metadata
from app.organisations.states import Programme
from app.reference.places import municipalities
from tests.support.world import JSON, Party, World

PATH = "/v1/programme/flow"
STEPS = ("identified", "consented", "passed_on", "contacted", "started", "ended", "followed_up")
DISTRICT = "1461"
PLACES = [code for code, place in municipalities().items() if place.police_district_code == DISTRICT]
IDS = ("id", "citizen_id", "consent_id", "referral_id", "course_id")
SCOPES = ["contact", "identity", "bridging"]


@dataclass
class Field:
    """One project with its parties."""

    world: World
    """The same world, whose one project is this."""
    project: str
    parties: dict[str, Party]

    def __getitem__(self, name: str) -> Party:
        return self.parties[name]

    async def flow(self, party: Party, project: str | None = None) -> dict[str, JSON]:
        answer = await party.get(f"{PATH}?project_id={project or self.project}")
        assert answer.status_code == 200, answer.text
        return {each["step"]: each for each in answer.json()["steps"]}

    async def told(self, party: Party, which: str = "others") -> list[int | None]:
        """One of the numbers of each step, in order."""
        found = await self.flow(party)
        return [found[step][which] for step in STEPS]

    async def brought(self, to: str, *, scopes: list[str] = SCOPES, by: str = "ngo", sender: str = "police") -> JSON:
        """A citizen of the sender's, brought to a step by the two parties; with the consent and the referral."""
        party, recipient = self[sender], self[by]
        found: JSON = {"citizen": await self.world.citizen(party, identity=None)}
        if to == "identified":
            return found
        found["consent"] = await self.world.consent(party, found["citizen"], [recipient.organisation_id], scopes)
        if to == "consented":
            return found
        accepted_by = None if to == "passed_on" else recipient
        found["referral"] = await self.world.referral(party, found["consent"], accepted_by=accepted_by)
        if to in {"passed_on", "accepted"}:
            return found
        attempt = {"attempted_at": datetime.now(UTC).isoformat(), "channel": "phone", "outcome": "reached"}
        answer = await recipient.post(f"/v1/referrals/{found['referral']['id']}/contact-attempts", attempt)
        assert answer.status_code == 201, answer.text
        if to != "contacted":
            await self.course(found, to, recipient)
        return found

    async def course(self, found: JSON, to: str = "started", party: Party | None = None) -> None:
        """The course of a citizen who has been passed on, or of one's own."""
        party, citizen = party or self["ngo"], found["citizen"]
        on = {"referral_id": found["referral"]["id"]} if "referral" in found else {}
        found["course"] = await self.world.running(party, citizen, today().isoformat(), **on)
        if to in {"ended", "followed_up"}:
            body = {"ended_on": today().isoformat(), "closing_reason": "planned"}
            assert (await party.act(f"/v1/courses/{found['course']['id']}/complete", body)).status_code == 200
        if to == "followed_up":
            body = {"course_id": found["course"]["id"], "due_on": today().isoformat()}
            made = await party.post("/v1/follow-ups", body)
            done = {
                "completed_on": today().isoformat(),
                "contact_to_other_services": True,
                "change_sustained": "yes",
                "new_needs": [],
            }
            answer = await party.act(f"/v1/follow-ups/{made.json()['id']}/complete", done)
            assert answer.status_code == 200, answer.text

    async def alike(self, superuser: AsyncEngine, found: JSON, times: int) -> None:
        """As many more whose rows are those of a citizen who was brought along over HTTP, under other ids."""
        async with superuser.begin() as connection:
            for table in (
                "citizen",
                "consent",
                "referral",
                "referral_outcome",
                "contact_attempt",
                "course",
                "follow_up",
            ):
                known = {each.name for each in metadata.tables[table].columns}
                renamed = ", ".join(f"'{name}', md5(row.{name}::text || n)::uuid" for name in IDS if name in known)
                of = "id" if table == "citizen" else "citizen_id"
                copy = (
                    f"INSERT INTO {table} SELECT (jsonb_populate_record(row, jsonb_build_object({renamed}))).* "
                    f"FROM {table} AS row, generate_series(1, {times}) AS n WHERE row.{of} = :id"
                )
                await connection.execute(text(copy), {"id": UUID(found["citizen"]["id"])})

    async def aged(self, superuser: AsyncEngine, days: int = 40) -> None:
        """Let time go by: what has been accepted or registered so far lies so many days back."""
        async with superuser.begin() as connection:
            for table, column in (("referral", "responded_at"), ("citizen", "created_at")):
                moved = f"UPDATE {table} SET {column} = {column} - make_interval(days => {days}) WHERE project_id = :id"
                await connection.execute(text(moved), {"id": UUID(self.project)})


async def field(world: World, *, municipal: bool = False, second_ngo: bool = False) -> Field:
    """A new active project: a police district, an NGO and a municipality, or three municipalities; and the agency."""
    project = await world.project_made(Programme.MUNICIPAL_MATURATION if municipal else Programme.INTERVENTION_MODEL)
    kinds: dict[str, tuple[str, JSON]] = {
        "ngo": ("ngo", {"tracks": ["victim"]}),
        "police": ("police_district", {"police_district_code": DISTRICT}),
        "municipality": ("municipality", {"municipality_code": PLACES[0]}),
    }
    if second_ngo:
        kinds["second"] = ("ngo", {"tracks": ["victim"]})
    if municipal:
        names = ("municipality", "second", "third")
        kinds = {
            name: ("municipality", {"municipality_code": place}) for name, place in zip(names, PLACES, strict=False)
        }
    made = {name: await world.organisation_made(kind, **about) for name, (kind, about) in kinds.items()}
    joining = [(each["id"], name == next(iter(kinds))) for name, each in made.items()]
    joining += [(world.organisation(each), False) for each in ("agency", "vive")]
    for organisation_id, lead in joining:
        body = {"organisation_id": organisation_id, "lead": lead}
        await world.made(f"/v1/projects/{project['id']}/partners", body)
    operator = await world.party("operator-operator")
    answer = await operator.act(f"/v1/projects/{project['id']}/activate")
    assert answer.status_code == 200, answer.text
    parties = {
        name: await world.user_of(each["id"], "coordinator", "victim" if each["type"] == "ngo" else None)
        for name, each in made.items()
    }
    for party in parties.values():
        await world.agreement_in_force(party, project["id"])
    form = await world.made("/v1/consent-forms", _form(project["id"], [each["id"] for each in made.values()]))
    ids: Any = {"model": UUID(project["id"]), "maturation": UUID(project["id"])}
    loaded = replace(world.loaded, projects=ids, forms=dict.fromkeys(ids, UUID(form["id"])))
    parties["agency"] = await world.party("agency-secretary")
    return Field(World(world.http, loaded), project["id"], parties)


def _form(project_id: str, recipients: list[str]) -> JSON:
    return {
        "project_id": project_id,
        "name": "Samtykke",
        "languages": ["da"],
        "notice_da": "Du bestemmer selv, og du kan altid ændre det.",
        "recipients": recipients,
        "scopes": [*SCOPES, "feedback_to_sender"],
        "valid_months": 12,
    }
