"""Costs: what each programme pays for, the limits for equipment to the øre, and who sees the accounts."""

import asyncio
from datetime import timedelta

import pytest
from fastapi import FastAPI

from app.boundary.triggers.accounts import EQUIPMENT_LIMIT_OERE
from app.common.days import today
from app.contract import document
from app.grants.rules import rules_of
from app.organisations.states import Programme
from app.reference.lists import expense_categories
from app.resources.eligibility import category_of, equipment_limit
from tests.grants.support import drafted_by, granted, line
from tests.resources.support import YESTERDAY, House, code_of, cost, faults, house
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

PATH = "/v1/costs"
LIMIT = 5_000_000


def equipment(project: str, amount: int, day: str = "2024-05-01") -> JSON:
    return {"project_id": project, "category": "equipment", "amount_oere": amount, "day": day}


async def booked(party: Party, body: JSON) -> tuple[int, list[tuple[str, str]]]:
    """The outcome of booking such a cost."""
    draft = await party.post(PATH, body)
    assert draft.status_code == 201, draft.text
    answer = await party.act(f"{PATH}/{draft.json()['id']}/book")
    return answer.status_code, faults(answer)


async def municipal(world: World) -> tuple[str, Party, Party]:
    """A municipal project of its own, from 2023-03-15, with a coordinator of two of its municipalities."""
    body = {"name": "Prøve", "programme": "municipal_maturation_2022_2025"}
    project = await world.made("/v1/projects", {**body, "starts_on": "2023-03-15", "ends_on": "2030-12-31"})
    parties = []
    for code in ("0751", "0730", "0710"):
        one = await world.organisation_made("municipality", municipality_code=code)
        await world.made(f"/v1/projects/{project['id']}/partners", {"organisation_id": one["id"], "lead": False})
        parties.append(await world.user_of(one["id"], "coordinator"))
    await (await world.party("operator-operator")).act(f"/v1/projects/{project['id']}/activate")
    for party in parties:
        await world.agreement_in_force(party, project["id"])
    return project["id"], parties[0], parties[1]


async def test_a_draft_of_a_cost_entered_by_mistake_is_cancelled(world: World) -> None:
    it = await granted(world, line(1_000_000))
    project = it.grant["project_id"]
    report = f"/v1/reports/course-cost?project_id={project}"
    before = (await it.applicant.get(report)).json()["totals"]
    draft = await it.applicant.post(PATH, equipment(project, LIMIT - 1))
    path = draft.headers["location"]
    assert (await it.applicant.act(f"{path}/cancel")).json()["status"] == "cancelled"
    for verb in ("book", "audit", "cancel"):
        assert (await it.applicant.act(f"{path}/{verb}")).json()["state"] == "cancelled"
    assert (await it.agency.get(path)).status_code == 404
    assert (await it.applicant.get(report)).json()["totals"] == before
    assert await booked(it.applicant, equipment(project, LIMIT - 1)) == (200, [])
    kept = await cost(it.applicant, project, "booked")
    assert (await it.applicant.act(f"{PATH}/{kept['id']}/cancel")).json()["state"] == "booked"


async def test_a_cost_goes_from_draft_to_audited(world: World) -> None:
    party = await world.party("aarhus-coordinator")
    body = {"project_id": world.project(), "category": "transport", "amount_oere": 24_050, "day": "2026-01-15"}
    made = await party.post(PATH, {**body, "note": "Tog til Odense"})
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    assert {**made.json(), **body, "status": "draft", "course_id": None} == made.json()
    patched = await party.patch(path, {"amount_oere": 24_100, "note": None}, if_match=made.headers["etag"])
    assert (patched.json()["amount_oere"], patched.json()["note"], patched.json()["version"]) == (24_100, None, 2)
    assert (await party.patch(path, {}, if_match=made.headers["etag"])).status_code == 412
    early = await party.act(f"{path}/audit")
    refusal = early.json()
    assert (early.status_code, refusal["state"], refusal["allowed"]) == (409, "draft", ["booked", "cancelled"])
    for verb, status in (("book", "booked"), ("audit", "audited")):
        assert (await party.post(f"{path}/{verb}")).status_code == 428
        done = await party.act(f"{path}/{verb}")
        assert (done.status_code, done.json()["status"]) == (200, status)
        late = await party.patch(path, {"amount_oere": 1}, if_match=done.headers["etag"])
        assert (late.status_code, late.json()["state"]) == (409, status)
    assert (await party.act(f"{path}/book")).json()["allowed"] == []


def test_the_limits_are_those_of_the_data() -> None:
    found = {programme: category_of(programme, "equipment") for programme in Programme}
    model, maturation = found[Programme.INTERVENTION_MODEL], found[Programme.MUNICIPAL_MATURATION]
    assert model is not None
    assert maturation is not None
    assert (model.limit_rule, model.limit_period) == ("below", "calendar_year")
    assert (maturation.limit_rule, maturation.limit_period) == ("at_most", "project_year")
    assert model.annual_limit_oere == maturation.annual_limit_oere == EQUIPMENT_LIMIT_OERE == LIMIT
    assert {each.code for each in expense_categories() if each.annual_limit_oere} == {"equipment"}


async def test_equipment_stays_below_the_limit_of_a_calendar_year(world: World) -> None:
    it = await house(world)
    refused = (409, [("/amount_oere", "equipment_limit")])
    assert await booked(it.coordinator, equipment(it.project, LIMIT)) == refused
    assert await booked(it.coordinator, equipment(it.project, LIMIT - 2, "2024-01-01")) == (200, [])
    assert await booked(it.coordinator, equipment(it.project, 2, "2024-12-31")) == refused
    assert await booked(it.coordinator, equipment(it.project, 1, "2024-12-31")) == (200, [])
    assert await booked(it.coordinator, equipment(it.project, 1, "2024-06-30")) == refused
    assert await booked(it.coordinator, equipment(it.project, LIMIT - 1, "2023-12-31")) == (200, [])
    assert await booked(it.coordinator, equipment(it.project, LIMIT - 1, "2025-01-01")) == (200, [])


async def test_equipment_is_at_most_the_limit_of_a_project_year(world: World) -> None:
    project, first, second = await municipal(world)
    refused = (409, [("/amount_oere", "equipment_limit")])
    assert await booked(first, equipment(project, LIMIT + 1)) == refused
    assert await booked(first, equipment(project, LIMIT - 1, "2023-12-31")) == (200, [])
    assert await booked(first, equipment(project, 2, "2024-03-14")) == refused
    assert await booked(first, equipment(project, 1, "2024-03-14")) == (200, [])
    assert await booked(first, equipment(project, 1, "2023-03-15")) == refused
    assert await booked(first, equipment(project, LIMIT, "2024-03-15")) == (200, [])
    # Each municipality has a grant of its own.
    assert await booked(second, equipment(project, LIMIT, "2024-01-01")) == (200, [])


async def test_in_the_intervention_model_the_partners_share_one_limit(world: World) -> None:
    it = await house(world)
    other = await world.organisation_made("ngo", tracks=["victim"])
    await world.made(f"/v1/projects/{it.project}/partners", {"organisation_id": other["id"], "lead": False})
    partner = await world.user_of(other["id"], "coordinator", "victim")
    await world.agreement_in_force(partner, it.project)
    assert await booked(it.coordinator, equipment(it.project, 3_000_000)) == (200, [])
    assert (await booked(partner, equipment(it.project, 2_000_000)))[0] == 409
    assert await booked(partner, equipment(it.project, 1_999_999)) == (200, [])


async def test_what_is_audited_still_counts_and_drafts_do_not(world: World) -> None:
    it = await house(world)
    await cost(it.coordinator, it.project, category="equipment", amount_oere=4_999_998, day="2024-05-01")
    await cost(it.coordinator, it.project, "audited", category="equipment", amount_oere=4_999_998, day="2024-05-01")
    assert (await booked(it.coordinator, equipment(it.project, 2)))[0] == 409
    assert (await booked(it.coordinator, equipment(it.project, 1)))[0] == 200
    others = {"category": "premises", "amount_oere": 90_000_000, "day": "2024-05-01"}
    assert (await cost(it.coordinator, it.project, "booked", **others))["status"] == "booked"


async def test_the_refusal_names_the_rule_and_its_item(world: World) -> None:
    it = await house(world)
    draft = await cost(it.coordinator, it.project, category="equipment", amount_oere=LIMIT)
    answer = await it.coordinator.act(f"{PATH}/{draft['id']}/book")
    problem = answer.json()
    assert (code_of(answer), problem["rules"]) == ("programme-rule", ["equipment_limit"])
    assert problem["legal_basis"] == ["BEK 267/2022 § 12 nr. 8"]
    assert "below DKK 50,000 a calendar year" in problem["errors"][0]["message"]
    etag = (await it.coordinator.get(f"{PATH}/{draft['id']}")).headers["etag"]
    danish = await it.coordinator.post(f"{PATH}/{draft['id']}/book", if_match=etag, accept_language="da")
    assert "under 50.000 kr. pr. kalenderår (BEK 267/2022 § 12 nr. 8)" in danish.json()["errors"][0]["message"]


async def test_two_bookings_at_once_do_not_pass_the_limit_together(world: World) -> None:
    it = await house(world)
    drafts = [
        await cost(it.coordinator, it.project, category="equipment", amount_oere=2_000_000, day="2024-05-01")
        for _ in range(4)
    ]
    parties = [it.coordinator, it.system, it.users["secretary"], it.coordinator]
    answers = await asyncio.gather(
        *(party.act(f"{PATH}/{draft['id']}/book") for party, draft in zip(parties, drafts, strict=True))
    )
    assert sorted(each.status_code for each in answers) == [200, 200, 409, 409]


NOT_PAID = [(each.code, each.legal_basis) for each in expense_categories() if not each.eligible]


@pytest.mark.parametrize(("code", "legal_basis"), NOT_PAID, ids=[code for code, _ in NOT_PAID])
@pytest.mark.parametrize("project", ["model", "maturation"])
async def test_what_the_law_excludes_is_refused_by_name(
    world: World, project: str, code: str, legal_basis: str
) -> None:
    party = await world.party("aarhus-coordinator")
    body = {"project_id": world.project(project), "category": code, "amount_oere": 100, "day": YESTERDAY}
    answer = await party.post(PATH, body)
    assert (answer.status_code, code_of(answer)) == (409, "programme-rule")
    assert (answer.json()["rules"], answer.json()["legal_basis"]) == ([code], [legal_basis])
    assert legal_basis in answer.json()["errors"][0]["message"]


@pytest.mark.parametrize("programme", Programme)
async def test_each_programme_pays_for_its_own_categories(world: World, programme: Programme) -> None:
    party = await world.party("aarhus-coordinator")
    project = "model" if programme is Programme.INTERVENTION_MODEL else "maturation"
    paragraph = "BEK 267/2022 § 12" if project == "model" else "BEK 767/2022 § 12"
    for each in expense_categories():
        if not each.eligible:
            continue
        body = {"project_id": world.project(project), "category": each.code, "amount_oere": 100, "day": YESTERDAY}
        answer = await party.post(PATH, {**body, "note": "Efter aftale"})
        if category_of(programme, each.code):
            assert answer.status_code == 201, answer.text
        else:
            assert (answer.json()["rules"], answer.json()["legal_basis"]) == (
                ["not_eligible_in_programme"],
                [paragraph],
            )


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"amount_oere": 0}, "/amount_oere", "greater_than_equal"),
        ({"amount_oere": 1.5}, "/amount_oere", "int_type"),
        ({"amount_oere": 100_000_000_001}, "/amount_oere", "less_than_equal"),
        ({"category": "sweets"}, "/category", "not_a_choice"),
        ({"category": "other"}, "/note", "note_required"),
        ({"day": "2022-08-31"}, "/day", "outside_project"),
        ({"day": (today() + timedelta(days=1)).isoformat()}, "/day", "date_in_future"),
        ({"project_id": nobody()}, "/project_id", "unknown_reference"),
        ({"course_id": nobody()}, "/course_id", "unknown_reference"),
        ({"currency": "EUR"}, "/currency", "extra_forbidden"),
    ],
)
async def test_a_cost_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    party = await world.party("aarhus-coordinator")
    body = {"project_id": world.project(), "category": "transport", "amount_oere": 100, "day": YESTERDAY, **change}
    answer = await party.post(PATH, body)
    assert (answer.status_code, faults(answer)) == (422, [(pointer, code)])


async def test_a_patch_is_judged_like_a_new_one(world: World) -> None:
    party = await world.party("aarhus-coordinator")
    made = await cost(party, world.project())
    path = f"{PATH}/{made['id']}"
    etag = (await party.get(path)).headers["etag"]
    for change, pointer, code in (
        ({"category": "other"}, "/note", "note_required"),
        ({"day": "2022-08-31"}, "/day", "outside_project"),
        ({"category": "not_eligible_deficit"}, "/category", "not_eligible_deficit"),
        ({"category": None}, "/category", "string_type"),
    ):
        answer = await party.patch(path, change, if_match=etag)
        assert faults(answer) == [(pointer, code)], change
    assert (await party.patch(path, {"category": "other", "note": "Gaver"}, if_match=etag)).status_code == 200


async def test_the_agency_reads_accounts_and_neither_drafts_nor_courses(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    agency = await world.party("agency-secretary")
    await granted(world)
    course = await world.running(ngo, await world.unaided(ngo))
    draft = await cost(ngo, world.project(), course_id=course["id"], category="target_group_activities")
    assert draft["course_id"] == course["id"]
    path = f"{PATH}/{draft['id']}"
    assert (await ngo.get(path)).json() == draft
    assert (await agency.get(path)).status_code == 404
    await ngo.act(f"{path}/book")
    seen = await agency.get(path)
    assert (seen.json()["status"], seen.json()["course_id"]) == ("booked", None)
    assert course["id"] not in seen.text
    listed = (await agency.get(f"{PATH}?limit=200&organisation_id={ngo.organisation_id}")).json()["items"]
    assert draft["id"] in {each["id"] for each in listed}
    assert {each["organisation_id"] for each in listed} == {ngo.organisation_id}
    assert {each["status"] for each in listed} <= {"booked", "audited"}
    for verb in ("book", "audit"):
        assert (await agency.act(f"{path}/{verb}")).status_code == 403
    elsewhere = await house(world)
    other = await cost(elsewhere.coordinator, elsewhere.project, "booked")
    assert (await agency.get(f"{PATH}/{other['id']}")).status_code == 404


async def test_the_agency_reads_no_accounts_of_who_holds_no_grant(world: World) -> None:
    agency, it = await world.party("agency-secretary"), await house(world)
    await world.made(f"/v1/projects/{it.project}/partners", {"organisation_id": agency.organisation_id, "lead": False})
    made = await cost(it.coordinator, it.project, "booked")
    path = f"{PATH}/{made['id']}"
    application = await drafted_by(it.coordinator, world, it.project)
    assert (await agency.get(path)).status_code == 404
    await application.complete(line(100_000_000))
    await application.submit()
    assert (await agency.get(path)).status_code == 404
    await application.grant_it()
    assert (await agency.get(path)).status_code == 200
    for name in ("police-coordinator", "aarhus-coordinator"):
        party = await world.party(name)
        other = await cost(party, world.project(), "booked")
        assert (await agency.get(f"{PATH}/{other['id']}")).status_code == 404, name
        listed = (await agency.get(f"{PATH}?limit=200&organisation_id={party.organisation_id}")).json()["items"]
        assert other["id"] not in {each["id"] for each in listed}, name


async def test_who_keeps_no_courses_names_none(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    for course_id in (course["id"], nobody()):
        body = {"project_id": world.project(), "category": "transport", "amount_oere": 1, "day": "2026-01-05"}
        answer = await police.post(PATH, body | {"course_id": course_id})
        assert faults(answer) == [("/course_id", "unknown_reference")]


async def test_a_costs_course_stays_on_its_side(world: World) -> None:
    victims = await world.party("tryg-vej-coordinator-victim")
    perpetrators = await world.party("tryg-vej-coordinator-perpetrator")
    course = await world.running(victims, await world.unaided(victims))
    made = await cost(victims, world.project(), course_id=course["id"])
    path = f"{PATH}/{made['id']}"
    assert (await victims.get(path)).json() == made
    assert (await perpetrators.get(path)).status_code == 404
    assert (await perpetrators.post(f"{path}/book", if_match='"1"')).status_code == 404
    listed = (await perpetrators.get(f"{PATH}?limit=200")).json()["items"]
    assert made["id"] not in {each["id"] for each in listed}
    own = await cost(perpetrators, world.project())
    assert own["id"] in {each["id"] for each in (await perpetrators.get(f"{PATH}?limit=200")).json()["items"]}
    foreign = {"project_id": world.project(), "category": "transport", "amount_oere": 1, "day": YESTERDAY}
    answer = await perpetrators.post(PATH, {**foreign, "course_id": course["id"]})
    assert faults(answer) == [("/course_id", "unknown_reference")]


@pytest.mark.parametrize("client", ["vive-researcher", "trainer-secretary", "operator-operator"])
async def test_nobody_else_reads_costs(world: World, client: str) -> None:
    made = await cost(await world.party("aarhus-coordinator"), world.project(), "booked")
    other = await world.party(client)
    for answer in (await other.get(PATH), await other.get(f"{PATH}/{made['id']}")):
        assert (answer.status_code, code_of(answer)) == (403, "role-cannot")


async def test_costs_are_the_organisations_own_and_not_for_caseworkers(world: World) -> None:
    made = await cost(await world.party("aarhus-coordinator"), world.project(), "booked")
    for client in ("randers-coordinator", "aarhus-caseworker", "police-coordinator"):
        other = await world.party(client)
        assert (await other.get(f"{PATH}/{made['id']}")).status_code == 404, client
        assert (await other.act(f"{PATH}/{made['id']}/audit")).status_code == 404, client
    worker = await world.party("aarhus-caseworker")
    body = {"project_id": world.project(), "category": "transport", "amount_oere": 1, "day": YESTERDAY}
    assert faults(await worker.post(PATH, body)) == [("/project_id", "unknown_reference")]


async def test_the_list_filters_and_pages(world: World, app: FastAPI) -> None:
    it: House = await house(world)
    made = [await cost(it.coordinator, it.project, category=each) for each in ("audit", "audit", "premises")]
    last = await cost(it.users["secretary"], it.project, "booked", day="2025-02-01")
    ids = [each["id"] for each in made]

    async def found(query: str) -> list[str]:
        return [each["id"] for each in (await it.system.get(f"{PATH}?{query}")).json()["items"]]

    assert await found("category=audit") == ids[1::-1]
    assert await found("status=booked") == await found("to_day=2025-02-01") == [last["id"]]
    assert await found(f"from_day={YESTERDAY}") == ids[::-1]
    assert await found(f"updated_since={last['updated_at']}") == [last["id"]]
    first = (await it.coordinator.get(f"{PATH}?limit=3&project_id={it.project}")).json()
    rest = await it.coordinator.get(f"{PATH}?limit=3&project_id={it.project}&cursor={first['next_cursor']}")
    assert [each["id"] for each in first["items"] + rest.json()["items"]] == [last["id"], *ids[::-1]]
    with statements(app) as seen:
        await it.coordinator.get(f"{PATH}?limit=200")
    # Who asks, the page, the log.
    assert len(seen) == 3, seen


async def test_a_retry_books_once(world: World) -> None:
    it = await house(world)
    body = {"project_id": it.project, "category": "transport", "amount_oere": 1, "day": YESTERDAY}
    answers = [await it.coordinator.post(PATH, body, idempotency_key="0002") for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert len((await it.coordinator.get(PATH)).json()["items"]) == 1
    assert (await it.coordinator.post(PATH, body, idempotency_key="")).status_code == 400


async def test_a_costs_note_never_holds_a_cpr_number(world: World) -> None:
    party = await world.party("aarhus-coordinator")
    body = {"project_id": world.project(), "category": "transport", "amount_oere": 100, "day": YESTERDAY}
    refused = (422, [("/note", "citizen_data_in_text")])
    answer = await party.post(PATH, {**body, "note": "0101901234"})
    assert (answer.status_code, faults(answer)) == refused
    made = await party.post(PATH, {**body, "note": "Bilag 2024-117, 1.250,00 kr."})
    assert made.status_code == 201, made.text
    answer = await party.patch(made.headers["location"], {"note": "010190_1234"}, if_match=made.headers["etag"])
    assert (answer.status_code, faults(answer)) == refused


def test_a_cost_and_a_grant_name_the_same_item_of_the_law(app: FastAPI) -> None:
    for programme in Programme:
        rules = rules_of(programme)
        assert equipment_limit(programme).extensions["legal_basis"] == [rules["equipment"].legal_basis]
        assert {"not_eligible", "eligible", "equipment"} <= set(rules.rules)
    told = document(app)["paths"]["/v1/costs"]["post"]["description"]
    assert all(f"`{name}` for" in told for name in ("not_eligible", "eligible", "equipment"))
