"""From draft to decision: what submission asks for, what the agency decides, and who sees it when."""

import pytest
from fastapi import FastAPI

from app.common.days import today
from tests.grants.support import (
    BEK,
    CRITERIA,
    PATH,
    YEAR,
    Application,
    body_of,
    drafted,
    granted,
    line,
    refused,
    submitted,
)
from tests.resources.support import code_of, faults
from tests.support.statements import statements
from tests.support.world import Party, World, nobody


async def test_an_application_goes_from_draft_to_grant(world: World) -> None:
    it = await drafted(world)
    assert (it.grant["status"], it.grant["receipt"], it.grant["granted_oere"]) == ("draft", None, None)
    await it.complete(line(60_000_000), line(40_000_000, "premises", YEAR + 1))
    done = await it.act("submit")
    receipt = done.json()["receipt"]
    assert (done.status_code, done.json()["status"]) == (200, "submitted")
    assert receipt["receipt_number"].startswith(f"T-{YEAR}-")
    assert (await it.read("/budget"))["status"] == "proposed"
    await it.grant_it()
    found = await it.read()
    assert (found["status"], found["granted_oere"], found["receipt"]) == ("granted", 100_000_000, receipt)
    assert ((await it.read("/budget"))["status"], (await it.read("/budget"))["total_oere"]) == ("in_force", 100_000_000)
    decision = await it.read("/decision")
    assert (decision["outcome"], {each["item"] for each in decision["criteria"]}) == ("granted", {*CRITERIA})


async def test_submission_names_each_thing_that_is_missing(world: World) -> None:
    it = await drafted(world)
    missing = refused(await it.act("submit"))
    items = [("/checklist", BEK[each].code) for each in CRITERIA]
    assert missing == [
        ("/attachments", "bek_267_2022_application_form"),
        *items,
        ("/budget", "bek_267_2022_budget"),
    ]
    assert (await it.act("submit")).json()["legal_basis"] == [
        "BEK 267/2022", "BEK 267/2022 § 6, stk. 1", "BEK 267/2022 § 6, stk. 2"
    ]  # fmt: skip


@pytest.mark.parametrize("change", [{"fulfilled": False}, {"words": None}, {"attachment_ids": []}])
async def test_each_item_is_answered_described_and_documented(world: World, change: dict[str, object]) -> None:
    it = await drafted(world)
    await it.complete(line(100_000_000))
    answers = (await it.read())["checklist"]
    changed = [{**each, **(change if each["item"] == "formalised_cooperation" else {})} for each in answers]
    assert (await it.patch(checklist=changed)).status_code == 200
    assert refused(await it.act("submit")) == [("/checklist/2", "bek_267_2022_section_6_2_cooperation")]


async def test_a_file_of_another_grant_documents_nothing(world: World) -> None:
    one, other = await drafted(world), await drafted(world)
    await one.complete(line(100_000_000))
    foreign = await other.attach("cooperation")
    answers = (await one.read())["checklist"]
    answers[2]["attachment_ids"] = [foreign]
    assert (await one.patch(checklist=answers)).status_code == 200
    assert refused(await one.act("submit")) == [("/checklist/2", "bek_267_2022_section_6_2_cooperation")]


async def test_what_is_submitted_stays(world: World) -> None:
    it = await submitted(world)
    for answer in (await it.patch(amount_oere=1), await it.budget(line(1)), await it.act("submit")):
        problem = answer.json()
        assert (answer.status_code, problem["state"], problem["allowed"]) == (409, "submitted", ["withdrawn"])
    again = await it.applicant.post(
        f"{it.path}/attachments",
        {"kind": "application_form", "file_name": "Ny.pdf", "media_type": "application/pdf"},
    )
    assert (again.status_code, code_of(again)) == (409, "forbidden-transition")


async def test_a_draft_is_nobody_elses(world: World) -> None:
    it = await drafted(world)
    await it.complete(line(100_000_000))
    for part in ("", "/budget", "/amendments", "/attachments", "/deadlines", "/notices", "/accounts", "/instalments"):
        assert (await it.agency.get(it.path + part)).status_code == 404, part
    mine = f"{PATH}?organisation_id={it.applicant.organisation_id}&limit=1"
    assert it.grant["id"] not in {each["id"] for each in (await it.agency.get(mine)).json()["items"]}
    assert (await it.applicant.get(mine)).json()["items"][0]["id"] == it.grant["id"]
    await it.submit()
    assert (await it.agency.get(it.path)).json() == await it.read()
    assert (await it.agency.get(f"{mine}&status=submitted")).json()["items"][0]["id"] == it.grant["id"]


async def test_the_assessment_is_the_agencys_until_it_decides(world: World) -> None:
    it = await submitted(world)
    early = await it.act("decide", {"outcome": "refused", "grounds": "x"}, by=it.agency)
    assert (early.json()["state"], early.json()["allowed"]) == ("submitted", ["rejected_on_form", "under_assessment"])
    await it.act("assess", by=it.agency)
    partly = {"criteria": [{"item": CRITERIA[0], "met": False, "grounds": "Intet tilbud."}]}
    assert (await it.put("assessment", partly, by=it.agency)).status_code == 200
    assert (await it.applicant.get(f"{it.path}/decision")).status_code == 404
    unready = await it.act("decide", {"outcome": "refused", "grounds": "x"}, by=it.agency)
    assert (unready.status_code, faults(unready)) == (422, [("", "not_assessed")])
    criteria = [{"item": each, "met": each != CRITERIA[0], "grounds": "Vurderet."} for each in CRITERIA]
    assert (await it.put("assessment", {"criteria": criteria}, by=it.agency)).status_code == 200
    body = {"outcome": "refused", "grounds": "Tilbuddet er ikke specialiseret."}
    assert (await it.act("decide", body, by=it.agency)).json()["status"] == "refused"
    decision = await it.read("/decision")
    assert (decision["outcome"], decision["grounds"]) == ("refused", body["grounds"])
    assert (await it.read("/amendments"))["items"][0]["status"] == "rejected"
    late = await it.put("assessment", partly, by=it.agency)
    assert (late.status_code, late.json()["state"]) == (409, "refused")


async def test_nothing_is_granted_while_a_criterion_is_not_met(world: World) -> None:
    it = await submitted(world)
    await it.act("assess", by=it.agency)
    criteria = [{"item": each, "met": each not in CRITERIA[:2], "grounds": "Vurderet."} for each in CRITERIA]
    assert (await it.put("assessment", {"criteria": criteria}, by=it.agency)).status_code == 200
    body = {"outcome": "granted", "granted_oere": 100_000_000, "conditions": [], "grounds": "Alligevel."}
    assert refused(await it.act("decide", body, by=it.agency)) == [
        ("/outcome", "bek_267_2022_section_6_1_existing_service"),
        ("/outcome", "bek_267_2022_section_6_1_development"),
    ]
    criteria = [{"item": each, "met": True, "grounds": "Vurderet igen."} for each in CRITERIA]
    assert (await it.put("assessment", {"criteria": criteria}, by=it.agency)).status_code == 200
    assert (await it.act("decide", body, by=it.agency)).json()["status"] == "granted"


async def test_no_text_holds_what_looks_like_a_cpr_number(world: World) -> None:
    it = await granted(world, line(100))
    account = await it.account()
    cpr, day = "Fru Hansen, 010190-1234", today().isoformat()
    answer = {"item": CRITERIA[0], "fulfilled": True, "words": cpr, "attachment_ids": []}
    lines = [line(100, note=cpr)]
    carried = {"category": "salaries", "amount_oere": 1, "note": cpr}
    refusals = [
        await it.applicant.post("/v1/grants", body_of(world.project(), title=cpr)),
        await it.applicant.post("/v1/grants", body_of(world.project(), purpose=cpr)),
        await it.applicant.post("/v1/grants", body_of(world.project(), checklist=[answer])),
        await it.patch(purpose=cpr),
        await it.budget(*lines),
        await it.applicant.post(f"{it.path}/amendments", {"budget_lines": [line(100)], "reason": cpr}),
        await it.applicant.post(
            f"{it.path}/carry-overs", {"from_year": YEAR, "to_year": YEAR + 1, "carried": [carried], "reason": "x"}
        ),
        await it.applicant.post(f"{it.path}/notices", {"kind": "material_change", "occurred_on": day, "words": cpr}),
        await it.voucher(account, 1, words=cpr),
        await it.agency.act(f"{account}/return", {"note": cpr}),
        await it.act("decide", {"outcome": "refused", "grounds": cpr}, by=it.agency),
        await it.act("decide", {"outcome": "refused", "grounds": "x", "conditions": [cpr]}, by=it.agency),
        await it.act("reject-on-form", {"form_faults": ["late"], "note": cpr}, by=it.agency),
        await it.put("assessment", {"criteria": [{"item": CRITERIA[0], "met": True, "grounds": cpr}]}, by=it.agency),
    ]
    for refusal in refusals:
        assert refusal.status_code == 422, (refusal.request.url, refusal.text)
        assert [code for _, code in faults(refusal)] == ["citizen_data_in_text"]
        assert "010190" not in refusal.text


async def test_no_more_is_granted_than_was_applied_for(world: World) -> None:
    it = await submitted(world)
    await it.assess()
    body = {"outcome": "granted", "granted_oere": 100_000_001, "grounds": "x"}
    answer = await it.act("decide", body, by=it.agency)
    assert refused(answer) == [("/granted_oere", "bek_267_2022_granted_amount")]
    for odd in ({"outcome": "granted", "grounds": "x"}, {"outcome": "refused", "granted_oere": 1, "grounds": "x"}):
        assert faults(await it.act("decide", odd, by=it.agency)) == [("/granted_oere", "amount_and_outcome")]


async def test_less_than_applied_for_waits_for_a_budget_that_agrees(world: World) -> None:
    it = await submitted(world)
    await it.grant_it(99_999_999)
    assert (await it.applicant.get(f"{it.path}/budget")).status_code == 404
    account = await it.account()
    assert refused(await it.voucher(account, 1)) == [("/category", "bek_267_2022_section_17")]
    proposal = {"budget_lines": [line(100_000_000)], "reason": "Som ansøgt."}
    answer = await it.applicant.post(f"{it.path}/amendments", proposal)
    assert refused(answer) == [("/budget_lines", "bek_267_2022_budget_agrees")]
    proposal["budget_lines"] = [line(99_999_999)]
    made = await it.applicant.post(f"{it.path}/amendments", proposal)
    assert (made.status_code, made.json()["status"]) == (201, "proposed")
    approved = await it.agency.act(f"{made.headers['location']}/approve", {"note": "Ja."})
    assert (approved.status_code, approved.json()["status"]) == (200, "in_force")
    assert (await it.voucher(account, 1)).status_code == 201


async def test_an_application_is_rejected_on_its_form_with_reasons(world: World) -> None:
    it = await submitted(world)
    body = {"form_faults": ["attachments_missing", "late"], "note": "Modtaget efter fristen."}
    found = (await it.act("reject-on-form", body, by=it.agency)).json()
    assert (found["status"], found["form_faults"], found["form_fault_note"]) == (
        "rejected_on_form", body["form_faults"], body["note"]
    )  # fmt: skip
    assert (await it.act("reject-on-form", body, by=it.agency)).json()["allowed"] == []


async def test_each_side_acts_for_itself_alone(world: World) -> None:
    it = await submitted(world)
    for verb, body in (("assess", None), ("decide", {"outcome": "refused", "grounds": "x"}), ("lapse", None)):
        assert (await it.act(verb, body)).status_code == 403, verb
    assert (await it.put("assessment", {"criteria": []})).status_code in {403, 422}
    assert (await it.agency.post(PATH, body_of(it.grant["project_id"]))).status_code == 403


async def test_who_applies_in_which_programme(world: World) -> None:
    aarhus, vej = await world.party("aarhus-coordinator"), await world.party("tryg-vej-coordinator-victim")
    model, maturation = world.project(), world.project("maturation")
    assert refused(await aarhus.post(PATH, body_of(model))) == [("", "bek_267_2022_section_6_applicant")]
    assert (await aarhus.post(PATH, body_of(maturation))).status_code == 201
    assert faults(await vej.post(PATH, body_of(maturation))) == [("/project_id", "unknown_reference")]
    assert (await vej.post(PATH, body_of(model))).status_code == 201


@pytest.mark.parametrize(
    "client",
    ["police-coordinator", "vive-researcher", "trainer-secretary", "operator-operator"],
)
async def test_others_have_no_part_in_grants(world: World, client: str) -> None:
    party = await world.party(client)
    assert (await party.get(PATH)).status_code == 403
    assert (await party.get(f"{PATH}/{nobody()}")).status_code == 403


async def test_a_caseworker_sees_no_budgets(world: World) -> None:
    worker, coordinator = await world.party("aarhus-caseworker"), await world.party("aarhus-coordinator")
    made = await coordinator.post(PATH, body_of(world.project("maturation")))
    assert (await worker.get(made.headers["location"])).status_code == 404
    assert (await worker.get(PATH)).json()["items"] == []


async def test_the_period_lies_within_the_project(world: World) -> None:
    party = await world.party("tryg-vej-coordinator-victim")
    early = await party.post(PATH, body_of(world.project(), starts_on="2022-08-31"))
    assert faults(early) == [("/starts_on", "outside_project")]
    backwards = await party.post(PATH, body_of(world.project(), ends_on=f"{YEAR - 1}-12-31"))
    assert faults(backwards) == [("/ends_on", "ends_before_start")]


async def test_a_change_is_made_from_the_present_version(world: World) -> None:
    it = await drafted(world)
    first = (await it.applicant.get(it.path)).headers["etag"]
    assert (await it.applicant.post(f"{it.path}/submit")).status_code == 428
    assert (await it.applicant.patch(it.path, {"title": "Ny"}, if_match=first)).status_code == 200
    assert (await it.applicant.patch(it.path, {"title": "Nyere"}, if_match=first)).status_code == 412
    body = {"budget_lines": [line(1)]}
    assert (await it.applicant.put(f"{it.path}/budget", body, if_match=first)).status_code == 412


async def test_the_rules_are_there_to_be_read(world: World) -> None:
    party: Party = await world.party("tryg-vej-coordinator-victim")
    found = (await party.get("/v1/grant-rules/intervention_model_2022_2024")).json()
    assert found["rules"]["carry_over"]["code"] == "bek_267_2022_section_18"
    assert [each["item"] for each in found["checklist"]] == [*CRITERIA]
    assert (await party.get("/v1/grant-rules/another")).status_code in {404, 422}


async def test_a_list_takes_as_many_statements_however_long_it_is(world: World, app: FastAPI) -> None:
    it: Application = await granted(world)
    counts = []
    for _ in range(2):
        for number in range(3):
            await it.attach("other")
            await it.applicant.post(f"{it.path}/notices", {"kind": "material_change", "occurred_on": "2026-01-01",
                                                           "words": f"Ændring {number}"})  # fmt: skip
        with statements(app) as seen:
            assert (await it.applicant.get(f"{it.path}/attachments")).status_code == 200
            assert (await it.applicant.get(f"{it.path}/deadlines")).status_code == 200
            assert (await it.applicant.get(PATH)).status_code == 200
        counts.append(len(seen))
    assert counts[0] == counts[1]


@pytest.mark.parametrize("state", ["draft", "submitted", "under_assessment"])
async def test_the_applicant_takes_an_application_back_until_it_is_decided_on(world: World, state: str) -> None:
    it = await drafted(world)
    await it.complete(line(100))
    if state != "draft":
        await it.submit()
    if state == "under_assessment":
        assert (await it.act("assess", by=it.agency)).status_code == 200
    assert (await it.act("withdraw", by=it.agency)).status_code == 403, "whatever the state: it never can"
    back = await it.act("withdraw")
    assert (back.status_code, back.json()["status"]) == (200, "withdrawn")
    assert (back.json()["receipt"] is None) == (state == "draft")
    assert (await it.agency.get(it.path)).status_code == (404 if state == "draft" else 200)
    assert (await it.act("withdraw")).json()["allowed"] == []
    assert (await it.act("submit")).json()["state"] == "withdrawn"
    if state != "draft":
        assert (await it.act("assess", by=it.agency)).json()["state"] == "withdrawn"


async def test_what_is_decided_on_is_not_taken_back_and_the_applicant_never_decides(world: World) -> None:
    it = await granted(world, line(100))
    assert (await it.act("withdraw")).json()["state"] == "granted"
    for verb, body in (("assess", None), ("decide", {"outcome": "refused", "grounds": "x"}), ("close", None)):
        assert (await it.act(verb, body)).status_code == 403
    assert (await it.act("submit", by=it.agency)).status_code == 403
