"""One event an operation, one subject a record that it showed: nothing more, nothing less."""

import json
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.audit.support import recording
from tests.referrals.test_screening import couple, to_ngo
from tests.support.world import World, nobody

DONE = ("done", None)


async def test_each_operation_is_one_event(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    foreign = await world.citizen(await world.party("aarhus-integration"))
    identity = world.identity()
    body = {"project_id": world.project(), "track": "victim", "identity": identity}
    key = str(uuid4())

    async with recording(superuser, police) as log:
        citizen = (await police.post("/v1/citizens", body, idempotency_key=key)).json()
        path = f"/v1/citizens/{citizen['id']}"
        replayed = await police.post("/v1/citizens", body, idempotency_key=key)
        read = await police.get(path)
        unchanged = await police.get(path, if_none_match=read.headers["etag"])
        await police.get("/v1/citizens?limit=1")
        await police.post("/v1/citizens/search", {"cpr": identity["cpr"]})
        await police.put(f"{path}/contact", world.contact(), if_match=read.headers["etag"])
        await police.get(f"{path}/timeline")
        await police.get(f"{path}/access-explanation")
        await police.get(f"{path}/access-log")
        await police.get("/v1/worklist")
        await police.get("/v1/audit-events")
        hidden = await police.get(f"/v1/citizens/{foreign['id']}")
        unknown = await police.post("/v1/citizens", {**body, "project_id": nobody()})

    assert (replayed.headers["idempotency-replayed"], unchanged.status_code) == ("true", 304)
    assert (hidden.status_code, unknown.status_code) == (404, 422)
    assert log.operations() == [
        ("create", "citizen", *DONE),
        ("replay", "citizen", *DONE),
        ("read", "citizen", *DONE),
        ("read", "citizen", *DONE),
        ("list", "citizen", *DONE),
        ("search", "citizen", *DONE),
        ("create", "contact", *DONE),
        ("timeline", "citizen", *DONE),
        ("explain", "citizen", *DONE),
        ("list", "audit_subject", *DONE),
        ("worklist", "referral", *DONE),
        ("list", "audit_event", *DONE),
        ("read", "citizen", "denied", "not-found"),
        ("create", "citizen", "denied", "invalid-content"),
    ]
    assert {each["organisation_id"] for each in log.events} == {world.loaded.organisations["police"]}
    assert len({each["request_id"] for each in log.events}) == len(log.events)


async def test_faults_of_form_and_of_state_are_no_events(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    path = f"/v1/citizens/{citizen['id']}"
    async with recording(superuser, police) as log:
        statuses = [
            (await police.post("/v1/citizens", {"track": "victim"})).status_code,
            (await police.get("/v1/citizens?limit=0")).status_code,
            (await police.post(f"{path}/close")).status_code,
            (await police.put(f"{path}/contact", world.contact(), if_match='"stale"')).status_code,
            (await police.act(f"{path}/reopen")).status_code,
            (await police.get("/v1/no-such-thing")).status_code,
        ]
    assert statuses == [422, 400, 428, 412, 409, 404]
    # The reading of the ETag before the last but one is the only operation that was carried out.
    assert log.operations() == [("read", "citizen", *DONE)]


async def test_what_the_role_can_never_do_is_logged_as_denied(world: World, superuser: AsyncEngine) -> None:
    operator = await world.party("operator-operator")
    sought = nobody()
    async with recording(superuser, operator) as log:
        assert (await operator.get(f"/v1/citizens/{sought}")).status_code == 403
        assert (await operator.get("/v1/referrals")).status_code == 403
        assert (await operator.get("/v1/worklist")).status_code == 200, "opened by another category"
    assert log.operations() == [
        ("read", "citizen", "denied", "role-cannot"),
        ("list", "referral", "denied", "role-cannot"),
        ("worklist", "release_approval", *DONE),
    ]
    assert str(log.events[0]["record_id"]) == sought
    assert log.subjects == []


async def test_a_token_without_the_scope_is_logged_as_denied(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    narrow = type(police)(
        world.http,
        police.client_id,
        police.organisation_id,
        await world.token("police-integration", scope="referral:read"),
    )
    async with recording(superuser, police) as log:
        assert (await narrow.get("/v1/citizens")).status_code == 403
    assert log.operations() == [("list", "citizen", "denied", "insufficient-scope")]


async def test_a_denial_names_what_was_sought_and_shows_no_record(world: World, superuser: AsyncEngine) -> None:
    citizen = await world.citizen(await world.party("police-caseworker"))
    other = await world.party("randers-caseworker")
    async with recording(superuser, other) as log:
        await other.get(f"/v1/citizens/{citizen['id']}/timeline")
    assert [str(each["record_id"]) for each in log.events] == [citizen["id"]]
    assert log.subjects == []


async def test_a_text_that_names_the_other_side_is_logged_as_denied(world: World, superuser: AsyncEngine) -> None:
    police, victim, other = await couple(world)
    path = f"/v1/citizens/{victim['id']}"
    etag = (await police.get(path)).headers["etag"]
    async with recording(superuser, police) as log:
        hit = await to_ngo(world, police, victim, "Kæresten hedder Søren Kærsgård.")
        hidden = await police.put(f"{path}/contact", world.contact(code_phrase="Søren Kærsgård"), if_match=etag)
    assert (hit.status_code, hidden.status_code) == (422, 422)
    denied = [each for each in log.events if each["outcome"] == "denied"]
    assert [(each["action"], each["category"], each["code"]) for each in denied] == [
        ("create", "referral", "counterpart_identified"),
        ("create", "contact", "counterpart_identified"),
    ]
    assert str(denied[1]["record_id"]) == victim["id"]
    # The code alone: neither what was written nor whom it named.
    told = json.dumps([each for each in log.events if each in denied], default=str)
    assert not [secret for secret in ("Kærsgård", other["id"], other["cpr"]) if secret in told]
    assert {each["event_id"] for each in log.subjects}.isdisjoint({each["id"] for each in denied})


async def test_a_read_names_every_block_that_was_shown(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    async with recording(superuser, police) as log:
        await police.get(f"/v1/citizens/{citizen['id']}")
    assert {category for category, _ in log.shown()} == {"citizen", "identity", "cpr", "residence", "contact"}
    assert {str(each["citizen_id"]) for each in log.subjects} == {citizen["id"]}
    assert {str(each["controller_id"]) for each in log.subjects} == {police.organisation_id}
    assert set(log.accesses().values()) == {"read"}


async def test_a_list_names_the_records_on_the_page_and_no_other(world: World, superuser: AsyncEngine) -> None:
    party = await world.party("favrskov-integration")
    for _ in range(3):
        await world.citizen(party, identity=None, contact=None)
    async with recording(superuser, party) as log:
        page = (await party.get("/v1/citizens?limit=2")).json()
    assert log.shown() == {("citizen", each["id"]) for each in page["items"]}
    assert len(page["items"]) == 2


async def test_a_search_names_what_it_returned(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    identity = world.identity()
    citizen = await world.citizen(police, identity=identity)
    async with recording(superuser, police) as log:
        await police.post("/v1/citizens/search", {"cpr": identity["cpr"]})
        await police.post("/v1/citizens/search", {"cpr": world.identity()["cpr"]})
    assert [each["action"] for each in log.events] == ["search", "search"]
    assert ("citizen", citizen["id"]) in log.shown()
    assert {each["event_id"] for each in log.subjects} == {log.events[0]["id"]}


async def test_a_write_says_what_was_done_with_each_record(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-coordinator")
    async with recording(superuser, police) as log:
        citizen = await world.citizen(police, contact=None)
    assert set(log.accesses().values()) == {"create"}

    path = f"/v1/citizens/{citizen['id']}"
    async with recording(superuser, police) as log:
        current = await police.get(path)
        moved = world.identity(cpr=None, municipality_code="0730")
        await police.put(f"{path}/identity", moved, if_match=current.headers["etag"])
    changed = {each["category"]: each["access"] for each in log.subjects if each["event_id"] == log.events[1]["id"]}
    assert changed["identity"] == changed["residence"] == changed["citizen"] == "update"
    assert changed["cpr"] == "read"


async def test_a_replay_shows_its_records_once_more(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-coordinator")
    body = {"project_id": world.project(), "track": "perpetrator", "identity": world.identity()}
    key = str(uuid4())
    first = await police.post("/v1/citizens", body, idempotency_key=key)
    async with recording(superuser, police) as log:
        assert (await police.post("/v1/citizens", body, idempotency_key=key)).content == first.content
    assert ("citizen", first.json()["id"]) in log.shown()
    assert set(log.accesses().values()) == {"read"}
    assert [str(each["record_id"]) for each in log.events] == [first.json()["id"]]


async def test_nothing_in_the_log_names_a_person(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    identity = world.identity(given_name="Thyra Ubrugt", family_name="Navnløs")
    contact = world.contact(phone="+4522334455", email="thyra@example.org", code_phrase="blå paraply")
    address = {"lines": ["Usynlig Stræde 7"], "postcode": "8000", "source": "citizen"}
    citizen = await world.citizen(
        police, identity=identity, contact=contact, address=address, external_reference="SAG-77-ØST"
    )
    await police.get(f"/v1/citizens/{citizen['id']}")
    await police.post("/v1/citizens/search", {"cpr": identity["cpr"]})
    async with superuser.connect() as connection:
        rows = await connection.execute(
            text("SELECT to_jsonb(e) FROM audit_event AS e UNION ALL SELECT to_jsonb(s) FROM audit_subject AS s")
        )
        everything = json.dumps([each[0] for each in rows], ensure_ascii=False)
    secrets = [identity["cpr"], identity["birth_date"], "Thyra", "Navnløs", "22334455", "thyra@", "paraply"]
    for secret in [*secrets, "Usynlig", "SAG-77"]:
        assert secret not in everything
