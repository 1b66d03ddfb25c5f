from typing import Any

import pytest

from tests.support.world import JSON, Party, World, nobody


async def partner(world: World, **fields: Any) -> tuple[Party, str]:
    """A case system of a new NGO, and the project that it takes part in, without any agreement."""
    organisation = await world.organisation_made("ngo", tracks=["victim"], **fields)
    project = (await world.project_made())["id"]
    await world.made(f"/v1/projects/{project}/partners", {"organisation_id": organisation["id"]})
    return await world.user_of(organisation["id"], "integration", track="victim"), project


async def drafted(world: World, **changes: Any) -> tuple[Party, JSON]:
    side, project = await partner(world)
    body = world.terms(project, side.organisation_id, **changes)
    return side, await world.made("/v1/agreements", body)


def code(answer: Any) -> str:
    return str(answer.json()["type"].rpartition("/")[2])


def refused(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


async def test_from_draft_to_end(world: World) -> None:
    operator = await world.party("operator-operator")
    side, project = await partner(world)
    answer = await side.post("/v1/agreements", world.terms(project, side.organisation_id))
    assert answer.status_code == 201, answer.text
    made = answer.json()
    path = f"/v1/agreements/{made['id']}"
    assert (answer.headers["location"], made["status"]) == (path, "draft")
    assert (await operator.get(path)).json() == made

    assert (await side.act(f"{path}/submit")).json()["status"] == "awaiting_signature"
    first = (await side.act(f"{path}/sign")).json()
    assert first["status"] == "awaiting_signature"
    assert first["signed_by_organisation_at"] is not None
    assert first["signed_by_counterparty_at"] is None
    again = await side.act(f"{path}/sign")
    assert (again.status_code, code(again)) == (409, "already-signed")
    second = (await operator.act(f"{path}/sign")).json()
    assert second["status"] == "in_force"
    assert second["signed_by_counterparty_at"] is not None

    suspended = (await side.act(f"{path}/suspend")).json()
    assert (suspended["status"], suspended["suspended_by_id"]) == ("suspended", side.organisation_id)
    resumed = (await side.act(f"{path}/resume")).json()
    assert (resumed["status"], resumed["suspended_by_id"]) == ("in_force", None)
    ended = (await operator.act(f"{path}/end")).json()
    assert ended["status"] == "ended"
    assert ended["ended_at"] is not None


FORBIDDEN = {
    "draft": (["awaiting_signature", "ended"], ["sign", "suspend", "resume"]),
    "awaiting_signature": (["ended", "in_force"], ["submit", "suspend"]),
    "in_force": (["ended", "suspended"], ["submit", "sign", "resume"]),
    "suspended": (["ended", "in_force"], ["submit", "suspend"]),
    "ended": ([], ["submit", "sign", "suspend", "resume", "end"]),
}


async def test_forbidden_transitions_name_the_allowed_ones(world: World) -> None:
    operator = await world.party("operator-operator")
    side, made = await drafted(world)
    path = f"/v1/agreements/{made['id']}"
    steps: list[tuple[Party, str]] = [
        (side, "submit"),
        (side, "sign"),
        (operator, "sign"),
        (operator, "suspend"),
        (operator, "end"),
    ]
    seen = set()
    while True:
        state = (await operator.get(path)).json()["status"]
        seen.add(state)
        allowed, forbidden = FORBIDDEN[state]
        for action in forbidden:
            answer = await operator.act(f"{path}/{action}")
            assert (answer.status_code, code(answer)) == (409, "forbidden-transition"), (state, action)
            assert (answer.json()["state"], answer.json()["allowed"]) == (state, allowed)
        if not steps:
            break
        party, action = steps.pop(0)
        assert (await party.act(f"{path}/{action}")).status_code == 200
    assert seen == FORBIDDEN.keys()


async def test_signing_is_not_resuming(world: World) -> None:
    operator = await world.party("operator-operator")
    side, made = await drafted(world)
    path = f"/v1/agreements/{made['id']}"
    await side.act(f"{path}/submit")
    answer = await operator.act(f"{path}/resume")
    assert (answer.status_code, code(answer)) == (409, "forbidden-transition")
    await side.act(f"{path}/sign")
    await operator.act(f"{path}/sign")
    await operator.act(f"{path}/suspend")
    answer = await operator.act(f"{path}/sign")
    assert (answer.status_code, code(answer)) == (409, "forbidden-transition")


async def test_only_what_the_caller_itself_can_do_is_allowed(world: World) -> None:
    operator = await world.party("operator-operator")
    side, made = await drafted(world)
    path = f"/v1/agreements/{made['id']}"

    async def allowed(party: Party, action: str) -> list[str]:
        answer = await party.act(f"{path}/{action}")
        assert answer.status_code == 409
        return list(answer.json()["allowed"])

    await side.act(f"{path}/submit")
    await side.act(f"{path}/sign")
    assert await allowed(side, "submit") == ["ended"]
    assert await allowed(operator, "submit") == ["ended", "in_force"]
    await operator.act(f"{path}/sign")
    await operator.act(f"{path}/suspend")
    for action in ("sign", "submit"):
        assert await allowed(side, action) == ["ended"]
        assert await allowed(operator, action) == ["ended", "in_force"]


async def test_who_suspended_resumes(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement = await world.newcomer()
    path = f"/v1/agreements/{agreement['id']}"
    for one, other in ((operator, side), (side, operator)):
        await one.act(f"{path}/suspend")
        answer = await other.act(f"{path}/resume")
        assert (answer.status_code, code(answer)) == (409, "suspended-by-other")
        assert (await one.act(f"{path}/resume")).status_code == 200


async def test_only_its_sides_and_the_operator_see_an_agreement(world: World) -> None:
    side, made = await drafted(world)
    path = f"/v1/agreements/{made['id']}"
    assert [each["id"] for each in (await side.get("/v1/agreements")).json()["items"]] == [made["id"]]
    operator = await world.party("operator-operator")
    listed = await operator.get(f"/v1/agreements?organisation_id={side.organisation_id}&status=draft")
    assert listed.json()["items"] == [made]
    for client in ("police-coordinator", "agency-secretary", "vive-researcher", "tryg-vej-coordinator-victim"):
        other = await world.party(client)
        foreign, absent = await other.get(path), await other.get(f"/v1/agreements/{nobody()}")
        assert foreign.status_code == absent.status_code == 404
        for action in ("submit", "sign", "suspend", "resume", "end"):
            assert (await other.post(f"{path}/{action}", if_match='"x"')).status_code == 404
        items = (await other.get("/v1/agreements")).json()["items"]
        assert items
        assert {each["organisation_id"] for each in items} == {other.organisation_id}


async def test_nobody_signs_for_another(world: World) -> None:
    """The operator registers an agreement between two others, and is neither of them."""
    operator = await world.party("operator-operator")
    side, project = await partner(world)
    other = await world.organisation_made("ngo", tracks=["victim"])
    body = world.terms(project, side.organisation_id, type="disclosure", counterparty_id=other["id"])
    path = f"/v1/agreements/{(await world.made('/v1/agreements', body))['id']}"
    await operator.act(f"{path}/submit")
    answer = await operator.act(f"{path}/sign")
    assert (answer.status_code, code(answer)) == (409, "not-a-party")
    assert (await side.act(f"{path}/sign")).json()["signed_by_counterparty_at"] is None
    counterparty = await world.user_of(other["id"], "integration", track="victim")
    assert (await counterparty.act(f"{path}/sign")).json()["status"] == "in_force"
    # It opens nothing: only data processing does.
    assert (await side.get("/v1/citizens")).status_code == 403


async def test_an_organisation_drafts_for_itself_only(world: World) -> None:
    side, project = await partner(world)
    other = await world.organisation_made("ngo", tracks=["victim"])
    await world.made(f"/v1/projects/{project}/partners", {"organisation_id": other["id"]})
    answer = await side.post("/v1/agreements", world.terms(project, other["id"]))
    assert refused(answer) == [("/organisation_id", "unknown_reference")]
    assert (await side.post("/v1/agreements", world.terms(project, side.organisation_id))).status_code == 201


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ({"categories": ["organisation"]}, [("/categories/0", "unknown_category")]),
        ({"categories": ["citizen", "nonsense"]}, [("/categories/1", "unknown_category")]),
        ({"categories": []}, [("/categories", "too_short")]),
        ({"categories": ["citizen", "citizen"]}, [("/categories", "duplicate_item")]),
        ({"purposes": []}, [("/purposes", "too_short")]),
        ({"purposes": ["advertising"]}, [("/purposes/0", "not_a_choice")]),
        ({"valid_until": "2022-04-01T00:00:00Z"}, [("", "ends_before_start")]),
        ({"valid_from": "2022-04-01T00:00:00"}, [("/valid_from", "datetime_parsing")]),
        ({"document_sha256": "ABC"}, [("/document_sha256", "wrong_form")]),
        ({"status": "in_force"}, [("/status", "extra_forbidden")]),
        ({"signed_by_counterparty_at": "2022-04-01T00:00:00Z"}, [("/signed_by_counterparty_at", "extra_forbidden")]),
        ({"project_id": nobody()}, [("/project_id", "unknown_reference")]),
        ({"organisation_id": nobody()}, [("/organisation_id", "not_a_partner")]),
        ({"counterparty_id": nobody()}, [("/counterparty_id", "unknown_reference")]),
        ({"supersedes_id": nobody()}, [("/supersedes_id", "unknown_reference")]),
    ],
)
async def test_terms_that_cannot_be(world: World, changes: JSON, found: list[tuple[str, str]]) -> None:
    operator = await world.party("operator-operator")
    body = world.terms(world.project(), world.organisation("lysningen"))
    assert refused(await operator.post("/v1/agreements", {**body, **changes})) == found


async def test_the_processor_is_the_operator(world: World) -> None:
    operator = await world.party("operator-operator")
    side, project = await partner(world)
    body = world.terms(project, side.organisation_id)
    given = {**body, "counterparty_id": world.organisation("agency")}
    assert refused(await operator.post("/v1/agreements", given)) == [("/counterparty_id", "counterparty_is_operator")]
    given = {**body, "counterparty_id": side.organisation_id}
    assert refused(await operator.post("/v1/agreements", given)) == [("/counterparty_id", "unknown_reference")]
    agency = {"counterparty_id": world.organisation("agency"), "categories": ["course"]}
    declaration = {**body, "type": "research_declaration", **agency}
    assert (await operator.post("/v1/agreements", declaration)).status_code == 201


async def test_who_does_not_take_part_has_no_agreement(world: World) -> None:
    """Nor a view of the project: it is as if there were none."""
    side, _ = await partner(world)
    answer = await side.post("/v1/agreements", world.terms(world.project(), side.organisation_id))
    assert refused(answer) == [("/project_id", "unknown_reference")]
    operator = await world.party("operator-operator")
    answer = await operator.post("/v1/agreements", world.terms(world.project(), side.organisation_id))
    assert refused(answer) == [("/organisation_id", "not_a_partner")]


async def test_actions_need_the_present_version_and_happen_once(world: World) -> None:
    side, made = await drafted(world)
    path = f"/v1/agreements/{made['id']}"
    etag = (await side.get(path)).headers["etag"]
    assert (await side.post(f"{path}/submit")).status_code == 428
    assert (await side.post(f"{path}/submit", if_match='"stale"')).status_code == 412
    first = await side.post(f"{path}/submit", if_match=etag, Idempotency_Key="submit-once")
    again = await side.post(f"{path}/submit", if_match=etag, Idempotency_Key="submit-once")
    assert (first.status_code, again.status_code) == (200, 200)
    assert again.json() == first.json()
    assert again.headers["etag"] == first.headers["etag"] != etag
