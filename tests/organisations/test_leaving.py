"""Leaving a project: what its programme requires stays, and what was passed on to the leaver ends at once."""

import asyncio
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.reference.places import municipalities
from tests.consents.support import stored
from tests.interviews.support import TODAY, contribution
from tests.measurements.linked import make_link, worded
from tests.support.world import JSON, Party, World

SCOPES = ("contact", "identity", "bridging")


@dataclass
class Project:
    """An active project of a test's own; `second` is a second NGO, which nothing requires."""

    world: World
    id: str
    parties: dict[str, Party]
    parts: dict[str, str]
    form: str

    @classmethod
    async def of(cls, world: World) -> "Project":
        within = next(code for code, place in municipalities().items() if place.police_district_code == "1461")
        kinds: dict[str, JSON] = {
            "lead": {"kind": "ngo", "tracks": ["victim"]},
            "second": {"kind": "ngo", "tracks": ["victim"]},
            "police": {"kind": "police_district", "police_district_code": "1461"},
            "municipality": {"kind": "municipality", "municipality_code": within},
        }
        project = await world.project_made()
        made = {name: await world.organisation_made(**fields) for name, fields in kinds.items()}
        parts, parties = {}, {}
        for name, each in made.items():
            body = {"organisation_id": each["id"], "lead": name == "lead"}
            parts[name] = (await world.made(f"/v1/projects/{project['id']}/partners", body))["id"]
            track = "victim" if each["type"] == "ngo" else None
            parties[name] = await world.user_of(each["id"], "integration", track=track)
            await world.agreement_in_force(parties[name], project["id"])
        operator = await world.party("operator-operator")
        assert (await operator.act(f"/v1/projects/{project['id']}/activate")).status_code == 200
        form = {
            "project_id": project["id"],
            "name": "Samtykke",
            "languages": ["da"],
            "notice_da": "Du kan altid ændre det.",
            "recipients": [each["id"] for each in made.values()],
            "scopes": ["contact", "identity", "cpr", "bridging", "evaluation_questionnaire"],
            "valid_months": 12,
        }
        version = await world.made("/v1/consent-forms", form)
        return cls(world, project["id"], parties, parts, version["id"])

    async def end(self, name: str) -> Any:
        operator = await self.world.party("operator-operator")
        return await operator.act(f"/v1/projects/{self.id}/partners/{self.parts[name]}/end")

    async def citizen(self, party: Party) -> JSON:
        body: JSON = {"project_id": self.id, "track": "victim"}
        if party is self.parties["police"]:
            body |= {"identity": self.world.identity(), "contact": self.world.contact()}
        answer = await party.post("/v1/citizens", body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def consent(self, party: Party, citizen: JSON, *names: str, scopes: tuple[str, ...] = SCOPES) -> JSON:
        body = {
            "citizen_id": citizen["id"],
            "form_version_id": self.form,
            "language": "da",
            "method": "paper",
            "scopes": [*scopes],
            "recipients": [self.parties[each].organisation_id for each in names],
            "informed_by": "PBA",
        }
        answer = await party.post("/v1/consents", body)
        assert answer.status_code == 201, answer.text
        signed = {"signed_at": datetime.now(UTC).isoformat()}
        answer = await party.act(f"/v1/consents/{answer.json()['id']}/sign", signed)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())


def rules(answer: Any) -> list[str]:
    assert answer.status_code == 409, answer.text
    assert answer.json()["type"].endswith("/programme-rule")
    return list(answer.json()["rules"])


async def test_an_active_project_keeps_the_partners_that_its_programme_requires(world: World) -> None:
    project = await Project.of(world)
    for name, rule in (
        ("lead", "lead_ngo_required"),
        ("police", "police_district_required"),
        ("municipality", "municipality_required"),
    ):
        assert rules(await project.end(name)) == [rule]
    assert (await project.end("second")).status_code == 200


async def test_a_required_partner_is_replaced_in_one_step(world: World) -> None:
    project = await Project.of(world)
    operator, path = await world.party("operator-operator"), f"/v1/projects/{project.id}/partners"
    successor = await world.organisation_made("police_district", police_district_code="1461")
    body = {"organisation_id": successor["id"], "replaces_id": project.parts["police"]}
    # Not by one that does not do what it did.
    ngo = await world.organisation_made("ngo", tracks=["victim"])
    wrong = await operator.post(path, {**body, "organisation_id": ngo["id"]})
    assert rules(wrong) == ["police_district_required"]
    assert (await operator.get(f"{path}/{project.parts['police']}")).json()["ended_at"] is None

    assert (await operator.post(path, body)).status_code == 201
    assert (await operator.get(f"{path}/{project.parts['police']}")).json()["ended_at"] is not None
    again = await operator.post(path, {**body, "organisation_id": ngo["id"]})
    assert (again.status_code, again.json()["errors"][0]["pointer"]) == (422, "/replaces_id")


async def test_who_has_left_registers_nothing_new_and_keeps_its_own(world: World) -> None:
    project = await Project.of(world)
    ngo = project.parties["second"]
    citizen = await project.citizen(ngo)
    consent = await project.consent(ngo, citizen, "second")
    course, running = await world.course(ngo, citizen), await world.running(ngo, citizen)
    assert (await project.end("second")).status_code == 200

    for verb, body in (("clarify", None), ("start", {"started_on": TODAY})):
        answer = await ngo.act(f"/v1/courses/{course['id']}/{verb}", body)
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "no-longer-partner")
    for verb in ("pause", "resume"):
        assert (await ngo.act(f"/v1/courses/{running['id']}/{verb}")).status_code == 200, "what was begun goes on"
    refused = await ngo.post("/v1/citizens", {"project_id": project.id, "track": "victim"})
    assert refused.status_code == 422
    fault = refused.json()["errors"][0]
    assert (fault["pointer"], fault["code"]) == ("/project_id", "unknown_reference")
    further = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": "2024-03-01"}
    assert (await ngo.post("/v1/courses", further)).status_code in {404, 422}
    for path in (f"citizens/{citizen['id']}", f"consents/{consent['id']}", f"courses/{course['id']}"):
        assert (await ngo.get(f"/v1/{path}")).status_code == 200


async def test_who_has_left_begins_no_measuring_and_no_interview_and_tells_no_contribution(world: World) -> None:
    project = await Project.of(world)
    ngo, vive = project.parties["second"], world.organisation("vive")
    await world.made(f"/v1/projects/{project.id}/partners", {"organisation_id": vive})
    await world.agreement_in_force(ngo, project.id, purposes=["evaluation"])
    citizen = await project.citizen(ngo)
    await project.consent(ngo, citizen, "second", scopes=(*SCOPES, "evaluation_questionnaire"))
    course = await world.running(ngo, citizen)
    asked = {"course_id": course["id"], "instrument_id": (await worded(world))["id"]}
    response = await ngo.post("/v1/questionnaire-responses", {**asked, "wave": "start"})
    assert response.status_code == 201, response.text
    path = f"/v1/questionnaire-responses/{response.json()['id']}"
    assert (await make_link(ngo, path)).status_code == 201
    other = await project.citizen(ngo)
    await project.consent(ngo, other, "second")
    courses = [course, await world.running(ngo, other)]
    candidates = [{"course_id": each["id"], "evaluator_id": vive} for each in courses]
    proposed = await ngo.post("/v1/interview-candidates", candidates[0])
    assert proposed.status_code == 201, proposed.text
    planned = await contribution(world, ngo, project_id=project.id)
    told = f"/v1/evaluation-contributions/{planned['id']}"
    assert (await project.end("second")).status_code == 200

    refused = await ngo.post("/v1/questionnaire-responses", {**asked, "wave": "end"})
    assert refused.status_code in {404, 422}
    assert (await make_link(ngo, path)).status_code in {404, 422}
    assert (await ngo.post("/v1/interview-candidates", candidates[1])).status_code in {404, 422}
    assert (await ngo.act(f"{told}/agree", {"agreed_for": TODAY})).status_code == 404
    for each in (path, told):  # its own, which it keeps
        assert (await ngo.get(each)).status_code == 200


async def test_what_was_passed_on_to_a_leaver_ends_at_once(world: World) -> None:
    project = await Project.of(world)
    police, ngo = project.parties["police"], project.parties["second"]
    lead = project.parties["lead"]
    citizen, waiting = await project.citizen(police), await project.citizen(police)
    consent = await project.consent(police, citizen, "second", "lead")
    accepted = await world.referral(police, consent, ngo.organisation_id, accepted_by=ngo)
    await world.referral(police, consent, lead.organisation_id, accepted_by=lead)
    later = await project.consent(police, waiting, "second")
    sent = await world.referral(police, later)
    own = await world.course(ngo, citizen)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await ngo.get(path)).json()["identity"] is not None

    assert (await project.end("second")).status_code == 200
    assert (await ngo.get(path)).json().get("identity") is None
    assert (await ngo.get(f"/v1/courses/{own['id']}")).status_code == 200
    assert (await police.get(f"/v1/referrals/{sent['id']}")).json()["status"] == "recalled"
    assert (await police.get(f"/v1/referrals/{accepted['id']}")).json()["status"] == "accepted"
    assert (await ngo.act(f"/v1/referrals/{sent['id']}/accept")).status_code in {404, 409}
    attempt = {"attempted_at": consent["signed_at"], "channel": "phone", "outcome": "reached"}
    assert (await ngo.post(f"/v1/referrals/{accepted['id']}/contact-attempts", attempt)).status_code in {404, 422}
    # The others go on.
    assert (await lead.get(path)).json()["identity"] is not None


async def test_what_a_leaver_passed_onward_ends_with_it(world: World) -> None:
    project = await Project.of(world)
    police, ngo, municipality = (project.parties[each] for each in ("police", "second", "municipality"))
    bridging: JSON = {"kind": "bridging", "scopes": ["contact", "bridging"]}
    for accepting in (True, False):
        citizen = await project.citizen(police)
        consent = await project.consent(police, citizen, "second", "municipality")
        await world.referral(police, consent, ngo.organisation_id, accepted_by=ngo)
        onward = await world.referral(
            ngo,
            consent,
            municipality.organisation_id,
            accepted_by=municipality if accepting else None,
            **bridging,
        )
        if accepting:
            read = f"/v1/citizens/{citizen['id']}"
            assert (await municipality.get(read)).status_code == 200
    assert (await project.end("second")).status_code == 200
    assert (await municipality.get(read)).status_code == 404
    assert (await municipality.get(f"/v1/referrals/{onward['id']}")).json()["status"] == "recalled"


@pytest.mark.parametrize("_round", range(3))
async def test_accepting_while_the_partnership_ends_leaves_nothing_open(world: World, _round: int) -> None:
    project = await Project.of(world)
    police, ngo = project.parties["police"], project.parties["second"]
    citizen = await project.citizen(police)
    sent = await world.referral(police, await project.consent(police, citizen, "second"))
    ended, _ = await asyncio.gather(project.end("second"), ngo.act(f"/v1/referrals/{sent['id']}/accept"))
    assert ended.status_code == 200
    assert (await ngo.get(f"/v1/citizens/{citizen['id']}")).status_code == 404


async def test_a_consent_names_active_partners_only(world: World) -> None:
    project = await Project.of(world)
    ngo, operator = project.parties["second"], await world.party("operator-operator")
    citizen = await project.citizen(ngo)
    body = {
        "citizen_id": citizen["id"],
        "form_version_id": project.form,
        "language": "da",
        "method": "paper",
        "scopes": ["contact"],
        "recipients": [ngo.organisation_id, project.parties["lead"].organisation_id],
        "informed_by": "PBA",
    }
    assert (await operator.act(f"/v1/organisations/{body['recipients'][1]}/deactivate")).status_code == 200
    refused = await ngo.post("/v1/consents", body)
    assert refused.status_code == 422
    assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [
        ("/recipients/1", "not_a_partner")
    ]
    assert (await operator.act(f"/v1/organisations/{body['recipients'][1]}/activate")).status_code == 200
    assert (await ngo.post("/v1/consents", body)).status_code == 201


async def test_who_leaves_is_asked_nothing_blindly_any_more(world: World, superuser: AsyncEngine) -> None:
    project = await Project.of(world)
    police, asked = project.parties["police"], project.parties["second"]
    citizen = await project.citizen(police)
    consent = await project.consent(police, citizen, "second", scopes=("contact", "identity", "cpr"))
    body = {
        "project_id": project.id,
        "organisation_id": asked.organisation_id,
        "cpr": citizen["identity"]["cpr"],
        "consent_id": consent["id"],
    }
    request = await police.post("/v1/match-requests", body)
    assert request.status_code == 201, request.text
    assert (await project.end("second")).status_code == 200
    assert (await police.get(f"/v1/match-requests/{request.json()['id']}")).json()["status"] == "ended"
    question = "SELECT ended_at IS NOT NULL FROM match_question WHERE request_id = :id"
    assert await stored(superuser, question, id=request.json()["id"]) is True
    assert (await police.post("/v1/match-requests", body)).status_code == 422
