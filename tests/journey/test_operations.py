"""`GET /v1/me/operations`: the buttons of a reader, and that what is not offered is what would be refused."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from app.common.days import today
from app.gate.offered import SERVED
from app.journey.operations import record_of
from app.journey.transitions import STATELESS, TRANSITIONS
from app.reference.labels import operation_labels
from tests.support.world import JSON, Party, World

CONTRACT: JSON = json.loads((Path(__file__).parents[2] / "openapi/openapi.json").read_text(encoding="utf-8"))
WRITING = {"POST", "PUT", "PATCH"}


async def buttons(party: Party) -> list[JSON]:
    answer = await party.get("/v1/me/operations")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def holds(button: JSON, record: JSON) -> bool:
    """As a frontend judges it, by the answer alone."""
    for condition in button["when"]:
        value: Any = record
        for part in condition["pointer"].removeprefix("/").split("/"):
            value = value[part] if value is not None else None
        if value not in condition["values"]:
            return False
    return True


def example(operation_id: str) -> Any:
    """A body that has the contract's form."""
    served = SERVED[operation_id]
    content = CONTRACT["paths"][served.path][served.method.lower()].get("requestBody", {}).get("content", {})
    for body in content.values():
        if "examples" in body:
            name = body["examples"]["example"]["$ref"].rpartition("/")[2]
            return CONTRACT["components"]["examples"][name]["value"]
    return None


class Screen:
    """One record as one reader sees it, through all its states."""

    def __init__(self, party: Party, template: str, record_id: str) -> None:
        self.party, self.template = party, template
        self.path = template.replace(template[template.index("{") :], record_id)

    async def offered(self) -> set[str]:
        """What is offered now; all else that there is for such a record is tried, and refused."""
        answer = await self.party.get(self.path)
        if answer.status_code != 200:
            return set()
        of_record = [each for each in await buttons(self.party) if each["record"] == self.template]
        shown = [each for each in of_record if each["method"] == "POST" and holds(each, answer.json())]
        named = {each["operation_id"] for each in shown}
        states = {each["to"] for each in shown if each["to"]}
        for name, served in SERVED.items():
            ways = TRANSITIONS.get(name, ())
            if record_of(served.path) != self.template or name in named or not any(way.to for way in ways):
                continue
            refused = await self.party.act(f"{self.path}{served.path.removeprefix(self.template)}", example(name))
            assert refused.status_code in {403, 404, 409}, (name, refused.text)
            if "allowed" in refused.json():
                assert {*refused.json()["allowed"]} == states, (name, refused.text)
        return named

    async def press(self, operation_id: str, body: Any = None) -> JSON:
        """A button that is offered, and does what it says."""
        shown = [each for each in await buttons(self.party) if each["operation_id"] == operation_id]
        record = (await self.party.get(self.path)).json()
        (button,) = [each for each in shown if holds(each, record)]
        answer = await self.party.act(f"{self.path}{button['path'].removeprefix(self.template)}", body)
        assert answer.status_code == 200, answer.text
        if button["to"]:
            assert answer.json()["status"] == button["to"]
        return dict(answer.json())


REFERRALS, CONSENTS, COURSES = "/v1/referrals/{referral_id}", "/v1/consents/{consent_id}", "/v1/courses/{course_id}"


async def test_a_referral_offers_each_side_its_own(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-coordinator-victim")
    drafted = await world.consent(police, await world.citizen(police), [ngo.organisation_id], signed=False)
    consent = Screen(police, CONSENTS, drafted["id"])
    assert await consent.offered() == {"signConsent", "refuseConsent"}
    await consent.press("signConsent", {"signed_at": datetime.now(UTC).isoformat()})
    assert await consent.offered() == {"withdrawConsent"}
    made = await world.referral(police, drafted, sent=False)
    sender, recipient = (Screen(each, REFERRALS, made["id"]) for each in (police, ngo))
    assert (await sender.offered(), await recipient.offered()) == ({"sendReferral", "recallReferral"}, set())
    await sender.press("sendReferral")
    answers = {"acceptReferral", "rejectReferral"}
    assert (await sender.offered(), await recipient.offered()) == ({"recallReferral"}, answers | {"receiveReferral"})
    await recipient.press("receiveReferral")
    assert (await sender.offered(), await recipient.offered()) == ({"recallReferral"}, answers)
    await recipient.press("acceptReferral")
    assert await recipient.offered() == {"completeReferral", "registerContactAttempt"}
    assert "completeReferral" not in await sender.offered()
    assert await Screen(ngo, CONSENTS, drafted["id"]).offered() == {"withdrawConsent"}
    await recipient.press("completeReferral", {"outcome": "completed"})
    assert await recipient.offered() == set()


async def test_a_course_and_what_hangs_on_it(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await world.course(ngo, await world.unaided(ngo, days_ago=40))
    course, day = Screen(ngo, COURSES, made["id"]), today().isoformat()
    assert await course.offered() == {"clarifyCourse", "startCourse", "notStartCourse"}
    await course.press("clarifyCourse")
    assert await course.offered() == {"startCourse", "interruptCourse", "referCourseOn", "createSession"}
    await course.press("startCourse", {"started_on": day})
    ends = {"completeCourse", "interruptCourse", "referCourseOn"}
    assert await course.offered() == {"pauseCourse", "createSession"} | ends
    planned = await ngo.post(f"{course.path}/sessions", {"held_on": day, "form": "individual", "status": "planned"})
    session = Screen(ngo, "/v1/sessions/{session_id}", planned.json()["id"])
    assert await session.offered() == {"holdSession", "sessionNoShow", "cancelSession"}
    await session.press("holdSession", {"minutes": 50})
    assert await session.offered() == set()
    await course.press("pauseCourse")
    assert await course.offered() == {"resumeCourse"} | ends
    await course.press("completeCourse", {"ended_on": day})
    assert await course.offered() == set()
    later = (today() + timedelta(days=90)).isoformat()
    planned = await ngo.post("/v1/follow-ups", {"course_id": made["id"], "due_on": later})
    assert planned.status_code == 201, planned.text
    follow_up = Screen(ngo, "/v1/follow-ups/{follow_up_id}", planned.json()["id"])
    assert await follow_up.offered() == {"completeFollowUp", "followUpNotReached", "cancelFollowUp"}
    await follow_up.press("cancelFollowUp")
    assert await follow_up.offered() == set()


async def test_functions_and_sides_have_their_own(world: World) -> None:
    of = {
        client: {each["operation_id"] for each in await buttons(await world.party(client))}
        for client in ("police-caseworker", "tryg-vej-coordinator-victim", "vive-researcher", "agency-secretary")
    }
    assert {"registerIncident", "linkPair", "sendReferral"} <= of["police-caseworker"]
    assert {"createCourse", "approveTimeEntry", "submitGrant"} <= of["tryg-vej-coordinator-victim"]
    assert not {"registerIncident", "linkPair", "decideGrant"} & of["tryg-vej-coordinator-victim"]
    assert "approveTimeEntry" not in of["police-caseworker"], "a caseworker does not"
    assert {"decideGrant", "approveGrantAccount", "inviteToMeeting"} <= of["agency-secretary"]
    assert not {"submitGrant", "registerCitizen"} & of["agency-secretary"]
    assert "completeInterview" in of["vive-researcher"]
    assert not {"registerCitizen", "acceptReferral"} & of["vive-researcher"]


def test_no_operation_on_a_record_is_forgotten() -> None:
    """Whoever adds one says here what it waits for, and what the button is called."""
    by_machines = {"obtainToken", "revokeToken", "introspectToken", "answerByLink"}
    written = {name for name, each in SERVED.items() if each.method in WRITING and "ByReference" not in name}
    assert written - by_machines == operation_labels().keys()
    on_records = {name for name in written - by_machines if record_of(SERVED[name].path)}
    assert on_records == TRANSITIONS.keys() | STATELESS
    assert not TRANSITIONS.keys() & STATELESS


def test_what_a_button_waits_for_stands_in_the_record() -> None:
    for name, ways in TRANSITIONS.items():
        path = record_of(SERVED[name].path)
        answer = CONTRACT["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]
        for pointer, values in (each for way in ways for each in way.when):
            schema = answer
            for part in pointer.removeprefix("/").split("/"):
                schema = found(schema)["properties"][part]
            codes = found(schema).get("enum")
            assert codes is None or {*values} <= {*codes}, (name, pointer, values)


def found(schema: JSON) -> JSON:
    options = schema.get("anyOf", [schema])
    one = next(each for each in options if each.get("type") != "null")
    return dict(CONTRACT["components"]["schemas"][one["$ref"].rpartition("/")[2]]) if "$ref" in one else one
