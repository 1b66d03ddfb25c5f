"""A token does by way of another resource nothing that it is refused directly."""

from typing import Any

import pytest

from tests.stories.test_scopes import given
from tests.support.world import JSON, World, nobody

TODAY = "2024-03-01"
COURSE = {"form": "individual", "journey_started_on": TODAY}
TERMS = {"scopes": ["contact", "bridging"], "urgency": "soon"}
REFERRAL = {"kind": "bridging", **TERMS}
CONTACT = {
    "call_name": "Ågot",
    "phone": "+4520000001",
    "safe_channels": ["phone"],
    "safe_hours": [{"weekday": 2, "from_time": "10:00", "to_time": "14:00"}],
}
COST = {"day": TODAY, "category": "transport", "amount_oere": 100, "note": "Bus"}
INCIDENT = {
    "number": "4200-1",
    "occurred_at": f"{TODAY}T10:00:00Z",
    "relation": "current_partner",
    "violence_forms": ["physical"],
}
HANDOVER = "/v1/support-needs/{}/handover"
NGO, POLICE, AGENCY = "tryg-vej-coordinator-victim", "police-coordinator", "agency-secretary"

DOORS: list[tuple[str, tuple[str, ...], str, str, JSON, str]] = [
    (NGO, ("support_need:update",), "POST", HANDOVER, TERMS, "referral:create"),
    (
        NGO,
        ("support_need:update", "referral:create"),
        "POST",
        HANDOVER,
        TERMS,
        "referral:update",
    ),
    (
        NGO,
        ("support_need:update", "referral:create", "referral:update"),
        "POST",
        HANDOVER,
        {**TERMS, "summary": "Bolig."},
        "referral_summary:create",
    ),
    (NGO, ("course:create",), "POST", "/v1/courses", {**COURSE, "assigned_to": None}, "assignment:create"),
    (NGO, ("course:update",), "PATCH", "/v1/courses/{}", {"assigned_to": None}, "assignment:create"),
    (NGO, ("referral:create",), "POST", "/v1/referrals", {**REFERRAL, "summary": "Bolig."}, "referral_summary:create"),
    (POLICE, ("referral:update",), "PATCH", "/v1/referrals/{}", {"summary": "Bolig."}, "referral_summary:create"),
    (
        POLICE,
        ("incident:create",),
        "POST",
        "/v1/incidents",
        {**INCIDENT, "account": "Råb."},
        "incident_account:create",
    ),
    (
        POLICE,
        ("incident:create",),
        "POST",
        "/v1/incidents",
        {**INCIDENT, "offences": ["§ 244"]},
        "incident_offence:create",
    ),
    (
        NGO,
        ("interview_candidate:update",),
        "POST",
        "/v1/interview-candidates/{}/pass-on-contact",
        CONTACT,
        "interview_contact:create",
    ),
    (
        NGO,
        ("questionnaire_response:update",),
        "POST",
        "/v1/questionnaire-responses/{}/answer",
        {"answered_on": TODAY, "answers": [{"item": "who5_1", "value": 3}]},
        "questionnaire_answers:create",
    ),
    (NGO, ("cost:create",), "POST", "/v1/costs", {**COST, "course_id": None}, "cost_course:create"),
    (
        AGENCY,
        ("grant:update",),
        "POST",
        "/v1/grants/{}/decide",
        {"outcome": "refused", "grounds": "Ikke opfyldt."},
        "grant_decision:update",
    ),
]
"""Who with which scopes alone, at which door, and what it is told to bring."""


def filled(door: str, body: JSON) -> JSON:
    """With ids of what never was, and whatever else the body must name: the scope comes before all of it."""
    named: dict[str, Any] = {name: nobody() for name, value in body.items() if value is None}
    if door.endswith("/handover"):
        named |= {name: nobody() for name in ("consent_id", "recipient_id")}
    if door in {"/v1/courses", "/v1/referrals", "/v1/incidents"}:
        named["citizen_id"] = nobody()
    if door == "/v1/referrals":
        named |= {name: nobody() for name in ("consent_id", "recipient_id")}
    if door == "/v1/costs":
        named["project_id"] = nobody()
    return {**body, **named}


@pytest.mark.parametrize(("client", "scopes", "method", "door", "body", "wanted"), DOORS)
async def test_what_a_route_writes_of_another_category_asks_for_its_scope(
    world: World, client: str, scopes: tuple[str, ...], method: str, door: str, body: JSON, wanted: str
) -> None:
    narrow = await given(world, client, *scopes)
    headers = {"content_type": "application/merge-patch+json"} if method == "PATCH" else {}
    answer = await narrow.call(method, door.format(nobody()), filled(door, body), if_match='"x"', **headers)
    assert (answer.status_code, answer.json().get("scope")) == (403, wanted), answer.text


async def test_a_case_number_asks_for_its_scope(world: World) -> None:
    narrow = await given(world, POLICE, "citizen:create")
    body = {"project_id": world.project(), "track": "victim", "external_reference": f"PRV-{nobody()}"}
    refused = await narrow.post("/v1/citizens", body)
    assert (refused.status_code, refused.json()["scope"]) == (403, "external_reference:create")


async def test_without_the_other_part_the_routes_own_scope_is_enough(world: World) -> None:
    ngo = await world.party(NGO)
    citizen = await world.unaided(ngo)
    narrow = await given(world, NGO, "course:create", "course:update", "course:read")
    made = await narrow.post("/v1/courses", {**COURSE, "citizen_id": citizen["id"]})
    assert made.status_code == 201, made.text
    staff = (await ngo.get("/v1/me")).json()["staff_id"]
    path = f"/v1/courses/{made.json()['id']}"
    etag = made.headers["etag"]
    given_to = await ngo.patch(path, {"assigned_to": staff}, if_match=etag)
    assert given_to.status_code == 200, given_to.text
    taken = await narrow.patch(path, {"assigned_to": None}, if_match=given_to.headers["etag"])
    assert (taken.status_code, taken.json()["scope"]) == (403, "assignment:update")
