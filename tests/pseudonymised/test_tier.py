"""From a declaration to opened rows; and nobody but whom it names learns that there is anything."""

import re
from pathlib import Path
from typing import Any

import pytest
from joserfc.errors import JoseError

from app.installation import Installation
from app.pseudonymised.views import OpenedRow
from tests.pseudonymised.support import PATH, Tier, new_key, opened, tier, worked
from tests.support.world import JSON, Party, World, nobody

STRANGERS = (
    "vive-researcher",
    "police-coordinator",
    "aarhus-coordinator",
    "lysningen-coordinator-victim",
    "agency-secretary",
    "trainer-secretary",
    "operator-operator",
)


async def knock(party: Party, extract: str, agreement: str) -> list[tuple[int, JSON]]:
    answers = [
        await party.get(PATH),
        await party.get(f"{PATH}/{extract}"),
        await party.get(f"{PATH}/{extract}/rows"),
        await party.post(PATH, {"agreement_id": agreement}),
        await party.post(PATH, {"nonsense": 1}),
    ]
    return [(each.status_code, _plain(each)) for each in answers]


def _plain(answer: Any) -> JSON:
    return {name: value for name, value in answer.json().items() if name not in {"trace_id", "instance"}}


async def unknown(party: Party) -> tuple[int, JSON]:
    answer = await party.get("/v1/there-is-no-such-path")
    return answer.status_code, _plain(answer)


@pytest.mark.parametrize("client", STRANGERS)
async def test_to_whom_it_is_not_declared_the_paths_are_as_if_they_were_not(world: World, client: str) -> None:
    party = await world.party(client)
    answers = await knock(party, nobody(), nobody())
    assert answers == [await unknown(party)] * len(answers)


async def test_it_is_off_until_both_have_signed_and_off_again_while_suspended(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it = await tier(world, declared=False)
    nothing = await unknown(it.evaluator)
    drafted = (await it.ngo.post("/v1/agreements", it.terms())).json()
    for side, verb in ((it.ngo, "submit"), (it.ngo, "sign"), (it.evaluator, "sign")):
        for party in (it.evaluator, it.ngo):
            assert set(map(str, await knock(party, nobody(), drafted["id"]))) == {str(nothing)}
        assert (await side.act(f"/v1/agreements/{drafted['id']}/{verb}")).status_code == 200
    for party in (it.evaluator, it.ngo):
        assert (await party.get(PATH)).json()["items"] == []
    it.agreements["declaration"] = drafted
    extract = await it.extract(installation, secret_path)
    assert [each["id"] for each in (await it.ngo.get(PATH)).json()["items"]] == [extract["id"]]
    assert (await it.ngo.act(f"/v1/agreements/{drafted['id']}/suspend")).status_code == 200
    for party in (it.evaluator, it.ngo):
        assert set(map(str, await knock(party, extract["id"], drafted["id"]))) == {str(nothing)}
    assert (await it.ngo.act(f"/v1/agreements/{drafted['id']}/resume")).status_code == 200
    assert (await it.evaluator.get(f"{PATH}/{extract['id']}")).status_code == 200


async def test_a_declaration_to_another_opens_nothing_to_anybody_else(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it, other = await tier(world), await tier(world)
    await it.citizen()
    extract = await it.extract(installation, secret_path)
    assert len(await it.rows(extract)) == 1
    for party in (other.evaluator, other.ngo):
        for path in (f"{PATH}/{extract['id']}", f"{PATH}/{extract['id']}/rows"):
            assert (await party.get(path)).status_code == 404
    answer = await other.evaluator.post(PATH, {"agreement_id": it.agreements["declaration"]["id"]})
    assert [each["code"] for each in answer.json()["errors"]] == ["unknown_reference"]
    # The controller sees that there is an extract of its citizens, and no row of it; nor does it ask for one.
    assert (await it.ngo.get(f"{PATH}/{extract['id']}")).status_code == 200
    assert (await it.ngo.get(f"{PATH}/{extract['id']}/rows")).status_code == 404
    assert (await it.ngo.post(PATH, {"agreement_id": it.agreements["declaration"]["id"]})).status_code == 404


async def test_from_a_citizen_to_an_opened_row_and_back_to_the_citizens_log(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it = await tier(world)
    citizen = await it.citizen()
    await it.citizen(names=False)
    await it.citizen(scopes=["contact", "evaluation_interview"])
    etag = (await it.ngo.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    born = {"birth_year": 1890, "sex": "female"}
    put = await it.ngo.put(f"/v1/citizens/{citizen['id']}/background", born, if_match=etag)
    assert put.status_code == 200, put.text
    extract = await it.extract(installation, secret_path)
    assert extract["controller_id"] == it.ngo.organisation_id
    ((row_id, row),) = (await it.rows(extract)).items()
    assert row.keys() == OpenedRow.model_fields.keys()
    wanted = {"track": "victim", "sex": "female", "age_group": "45+", "referrer": "other", "course_form": "individual"}
    assert row.items() >= {**wanted, "sessions": 0, "followed_up": False, "extract_id": extract["id"]}.items()
    assert re.fullmatch(r"[0-9]{4}Q[1-4]", row["course_started_quarter"])
    # Nothing of it is known by the API, and no day is in it.
    told = str(row)
    assert citizen["id"] not in told
    assert not re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", told.replace(extract["id"], ""))
    assert not {"citizen_id", "municipality", "birth_year", "age"} & row.keys()
    for known in (row_id, row["pseudonym"]):
        assert (await it.evaluator.get(f"/v1/citizens/{known}")).status_code in {403, 404, 422}
    # The citizen's log tells who read the row; the evaluator's own log does not tell whose it was.
    path = f"/v1/citizens/{citizen['id']}/access-log?category=pseudonymised"
    log = (await it.ngo.get(path)).json()["items"]
    # By the extract: beside the citizen's id the row's would lead from the one to the other.
    assert [(each["organisation_id"], each["record_id"]) for each in log] == [
        (it.evaluator.organisation_id, extract["id"])
    ]
    assert row_id not in str(log)
    events = await it.evaluator.get("/v1/audit-events?category=pseudonymised")
    assert len(events.json()["items"]) == 1
    assert citizen["id"] not in events.text


async def test_pages_have_everyone_once(world: World, installation: Installation, secret_path: Path) -> None:
    it = await tier(world)
    citizens = [await it.citizen() for _ in range(3)]
    extract = await it.extract(installation, secret_path)
    found, cursor = [], ""
    while True:
        page = (await it.evaluator.get(f"{PATH}/{extract['id']}/rows?limit=1{cursor}")).json()
        found += [each["id"] for each in page["items"]]
        if page["next_cursor"] is None:
            break
        cursor = f"&cursor={page['next_cursor']}"
    assert len(found) == len(set(found)) == 3
    assert set(found) == await it.by_sql(installation)
    # Read one by one: no citizen's log tells by its time which row it was.
    logs = [
        (await it.ngo.get(f"/v1/citizens/{each['id']}/access-log?category=pseudonymised")).json() for each in citizens
    ]
    times = {each["at"] for log in logs for each in log["items"]}
    assert len(times) == 1
    assert re.search(r"T2[23]:00:00", *times)
    other = await it.extract(installation, secret_path)
    foreign = await it.evaluator.get(f"{PATH}/{other['id']}/rows?limit=1{cursor}")
    assert foreign.status_code == 400


async def test_two_extracts_have_no_pseudonym_and_no_id_in_common(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it = await tier(world)
    await it.citizen()
    first, second = [await it.rows(await it.extract(installation, secret_path)) for _ in range(2)]
    assert not first.keys() & second.keys()
    ((one,), (other,)) = (first.values(), second.values())
    assert one["pseudonym"] != other["pseudonym"]
    assert {**one, "pseudonym": 0, "extract_id": 0} == {**other, "pseudonym": 0, "extract_id": 0}


async def test_one_at_a_time_and_a_key_of_ones_own(world: World, installation: Installation, secret_path: Path) -> None:
    it = await tier(world)
    await it.citizen()
    await it.asked()
    again = await it.evaluator.post(PATH, {"agreement_id": it.agreements["declaration"]["id"]})
    assert (again.status_code, again.json()["type"].rpartition("/")[2]) == (409, "extract-under-way")
    await worked(installation, secret_path)
    (extract,) = (await it.evaluator.get(PATH)).json()["items"]
    (item,) = (await it.evaluator.get(f"{PATH}/{extract['id']}/rows")).json()["items"]
    with pytest.raises(JoseError):
        opened(new_key(), item["sealed"])
    assert opened(it.key, item["sealed"])["track"] == "victim"


@pytest.mark.parametrize(("secret", "error"), [(True, "not_declared"), (False, "secret_missing")])
async def test_what_cannot_be_made_says_why(
    world: World, installation: Installation, secret_path: Path, tmp_path: Path, secret: bool, error: str
) -> None:
    it = await tier(world)
    await it.citizen()
    asked, path = await it.asked(), f"/v1/agreements/{it.agreements['declaration']['id']}"
    if secret:
        assert (await it.ngo.act(f"{path}/suspend")).status_code == 200
    await worked(installation, secret_path if secret else tmp_path / "none")
    if secret:
        assert (await it.ngo.act(f"{path}/resume")).status_code == 200
    found = (await it.evaluator.get(f"{PATH}/{asked['id']}")).json()
    assert (found["status"], found["error"], found["taken_at"]) == ("failed", error, None)


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"recipient_key": None}, "declaration_incomplete"),
        ({"purposes": ["intervention"]}, "declaration_incomplete"),
        ({"categories": ["course"]}, "declaration_incomplete"),
        ({"type": "disclosure"}, "declaration_incomplete"),
        ({"to": "operator"}, "counterparty_is_evaluator"),
        ({"key": {"d": "A" * 43}}, "extra_forbidden"),
        ({"key": {"y": "A" * 43}}, "not_a_public_key"),
        ({"key": {"crv": "P-384"}}, "not_a_choice"),
    ],
)
async def test_what_a_declaration_must_say(world: World, changes: JSON, code: str) -> None:
    it = await shared(world)
    terms = it.terms()
    terms["recipient_key"] = {**terms["recipient_key"], **changes.pop("key", {})} | {}
    if "to" in changes:
        terms["counterparty_id"] = world.organisation(changes.pop("to"))
    answer = await it.ngo.post("/v1/agreements", {**terms, **changes})
    assert answer.status_code == 422, answer.text
    assert code in {each["code"] for each in answer.json()["errors"]}
    assert "A" * 43 not in answer.text


_shared: list[Tier] = []


async def shared(world: World) -> Tier:
    """One for all tests that end nothing."""
    if not _shared:
        _shared.append(await tier(world))
    return _shared[0]


async def test_without_the_scope_it_is_404_as_well(world: World) -> None:
    it = await tier(world)
    body = {"organisation_id": it.evaluator.organisation_id, "functions": ["integration"], "with_secret": True}
    client = await world.made("/v1/clients", {**body, "scopes": ["release:read"]})
    auth = (client["client_id"], client["client_secret"])
    token = await world.http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=auth)
    narrow = Party(world.http, client["client_id"], it.evaluator.organisation_id, token.json()["access_token"])
    answers = await knock(narrow, nobody(), it.agreements["declaration"]["id"])
    assert answers == [await unknown(narrow)] * len(answers)
