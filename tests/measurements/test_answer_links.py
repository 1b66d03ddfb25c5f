"""The worker's side of an answer link: made, shown once, in place of the former one, revoked."""

import re
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.measurements.linked import PATH, WORDED, assigned, linked, make_link, send, worded
from tests.support.world import World, nobody


async def test_a_link_hands_the_questionnaire_out_and_is_shown_once(world: World, superuser: AsyncEngine) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, response = await assigned(world, ngo, await worded(world))
    path = f"{PATH}/{response['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    assert (await ngo.get(f"{path}/link")).status_code == 404
    assert (await ngo.post(f"{path}/link", {})).status_code == 428
    before = datetime.now(UTC)
    made = await ngo.post(f"{path}/link", {"language": "en", "days": 3}, if_match=etag)
    assert (made.status_code, made.headers["location"]) == (201, f"{path}/link")
    link = made.json()
    assert (link["status"], link["language"], link["used_at"], link["ended_at"]) == ("open", "en", None, None)
    assert link["response_id"] == response["id"]
    expires = datetime.fromisoformat(link["expires_at"])
    assert timedelta(0) <= expires - before - timedelta(days=3) < timedelta(minutes=1)
    secret = re.fullmatch(r"http://127\.0\.0\.1:8000/q/([A-Za-z0-9_-]{43})", link["url"])
    assert secret is not None

    handed = (await ngo.get(path)).json()
    assert (handed["status"], handed["answered_through"], bool(handed["handed_out_at"])) == ("handed_out", None, True)
    shown = await ngo.get(f"{path}/link")
    assert "url" not in shown.json()
    assert (shown.json(), shown.headers["etag"]) == (
        {name: value for name, value in link.items() if name != "url"},
        made.headers["etag"],
    )
    assert response["id"] not in link["url"]
    async with superuser.connect() as connection:
        tables = await connection.exec_driver_sql("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in tables.all():
            found = await connection.exec_driver_sql(
                f"SELECT count(*) FROM {table} AS each WHERE each::text LIKE $1", (f"%{secret[1]}%",)
            )
            assert found.scalar_one() == 0, table


async def test_a_repeated_request_does_not_tell_the_secret_again(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, response = await assigned(world, ngo, await worded(world))
    etag = (await ngo.get(f"{PATH}/{response['id']}")).headers["etag"]
    key = {"idempotency_key": nobody(), "if_match": etag}
    first = await ngo.post(f"{PATH}/{response['id']}/link", {}, **key)
    again = await ngo.post(f"{PATH}/{response['id']}/link", {}, **key)
    assert (again.status_code, again.headers["idempotency-replayed"]) == (201, "true")
    assert again.json() == {**first.json(), "url": None}


async def test_a_new_link_ends_the_former(world: World) -> None:
    it = await linked(world)
    made = await make_link(it.ngo, it.path)
    assert made.status_code == 201
    page = made.json()["url"].removeprefix("http://127.0.0.1:8000")
    assert (await world.http.get(it.page)).status_code == 404
    assert (await send(world, it.page)).status_code == 404
    assert (await world.http.get(page)).status_code == 200


async def test_revoking(world: World) -> None:
    it = await linked(world)
    path = f"{it.path}/link"
    assert (await it.ngo.post(f"{path}/revoke")).status_code == 428
    assert (await it.ngo.post(f"{path}/revoke", if_match='"x"')).status_code == 412
    done = await it.ngo.act(f"{path}/revoke")
    assert (done.status_code, done.json()["status"], done.json()["version"]) == (200, "ended", 2)
    assert (await world.http.get(it.page)).status_code == 404
    again = await it.ngo.act(f"{path}/revoke")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "ended", [])
    assert (await it.ngo.get(it.path)).json()["status"] == "handed_out"


@pytest.mark.parametrize("verb", ["answer", "decline", "not-answered"])
async def test_what_the_worker_closes_ends_the_link(world: World, verb: str) -> None:
    it = await linked(world)
    answers = [{"item": "calm", "value": 1}, {"item": "slept", "value": 2}]
    body = {"answered_on": today().isoformat(), "answers": answers} if verb == "answer" else None
    assert (await it.ngo.act(f"{it.path}/{verb}", body)).status_code == 200
    assert (await it.ngo.get(f"{it.path}/link")).json()["status"] == "ended"
    assert (await world.http.get(it.page)).status_code == 404
    assert (await send(world, it.page)).status_code == 404
    refused = await make_link(it.ngo, it.path)
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (409, "forbidden-transition")


@pytest.mark.parametrize(
    ("changes", "language", "missing"),
    [
        ({"items": [{**each, "wording_da": None} for each in WORDED["items"]]}, None, ["/items/0/wording_da", 1]),
        ({"items": [WORDED["items"][0], {**WORDED["items"][1], "wording_en": None}]}, "en", ["/items/1/wording_en"]),
        ({"scale_labels": WORDED["scale_labels"][:1]}, "da", ["/scale_labels"]),
    ],
)
async def test_without_words_there_is_no_link(world: World, changes: Any, language: str | None, missing: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, response = await assigned(world, ngo, await worded(world, **changes))
    answer = await make_link(ngo, f"{PATH}/{response['id']}", language=language)
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "wording-missing")
    wanted = [each if isinstance(each, str) else f"/items/{each}/wording_da" for each in missing]
    assert [each["pointer"] for each in answer.json()["errors"]] == wanted
    assert (await ngo.get(f"{PATH}/{response['id']}")).json()["status"] == "assigned"


async def test_what_ships_as_scoring_only_has_no_link(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, response = await assigned(world, ngo, await world.instrument(ngo))
    answer = await make_link(ngo, f"{PATH}/{response['id']}")
    assert answer.json()["type"].endswith("/wording-missing")


async def test_no_consent_no_link(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    consent = await world.consent(ngo, citizen, [ngo.organisation_id], ["contact", "evaluation_questionnaire"])
    _, response = await assigned(world, ngo, await worded(world), citizen)
    await world.withdrawn(ngo, consent)
    answer = await make_link(ngo, f"{PATH}/{response['id']}")
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "evaluation-consent-missing")


async def test_a_link_lasts_no_longer_than_the_consent(world: World, superuser: AsyncEngine) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen, response = await assigned(world, ngo, await worded(world))
    until = datetime.now(UTC) + timedelta(days=2)
    async with superuser.begin() as connection:
        await connection.exec_driver_sql("SET LOCAL session_replication_role = replica")  # signed terms never change
        await connection.exec_driver_sql(
            "UPDATE consent SET valid_until = $1 WHERE citizen_id = $2", (until, citizen["id"])
        )
    made = (await make_link(ngo, f"{PATH}/{response['id']}")).json()
    assert datetime.fromisoformat(made["expires_at"]) == until


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"days": 0}, "/days", "greater_than_equal"),
        ({"days": 31}, "/days", "less_than_equal"),
        ({"days": "3"}, "/days", "int_type"),
        ({"language": "de"}, "/language", "not_a_choice"),
        ({"secret": "x"}, "/secret", "extra_forbidden"),
    ],
)
async def test_what_is_no_link(world: World, body: Any, pointer: str, code: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, response = await assigned(world, ngo, await worded(world))
    answer = await make_link(ngo, f"{PATH}/{response['id']}", **body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


async def test_a_link_is_its_makers_own(world: World) -> None:
    it = await linked(world)
    for client in ("lysningen-coordinator-victim", "tryg-vej-coordinator-perpetrator", "favrskov-caseworker"):
        stranger = await world.party(client)
        assert (await stranger.get(f"{it.path}/link")).status_code == 404
        etag = (await it.ngo.get(f"{it.path}/link")).headers["etag"]
        assert (await stranger.post(f"{it.path}/link", {}, if_match=etag)).status_code == 404
        assert (await stranger.post(f"{it.path}/link/revoke", if_match=etag)).status_code == 404
    police = await world.party("police-coordinator")
    assert (await police.get(f"{it.path}/link")).status_code == 403
    assert (await world.http.get(it.page)).status_code == 200


async def test_in_the_municipal_programme_the_municipality_makes_the_link(world: World) -> None:
    municipality = await world.party("favrskov-caseworker")
    it = await linked(world, ngo=municipality)
    assert (await world.http.get(it.page)).status_code == 200
    assert (await send(world, it.page)).status_code == 303
    assert (await municipality.get(it.path)).json()["answered_through"] == "link"
