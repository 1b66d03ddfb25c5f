"""Endpoints over HTTP: whose they are, what cannot be one, and a secret that is told once."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.installation import Installation
from tests.integration.hooks import PATH, Hook, Make, hook, registered
from tests.integration.receivers import receiving
from tests.resources.support import faults
from tests.support.world import JSON, Party, World, nobody


async def test_the_secret_is_told_once(aarhus: Party, superuser: AsyncEngine, caplog: pytest.LogCaptureFixture) -> None:
    body, key = {"url": "https://cases.example.org/hooks"}, {"idempotency_key": nobody()}
    first, again = [
        await aarhus.http.post(
            PATH,
            json=body,
            headers={"authorization": f"Bearer {aarhus.token}", "idempotency-key": key["idempotency_key"]},
        )
        for _ in range(2)
    ]
    it = Hook(aarhus, first.json())
    assert it.secret.startswith("whsec_")
    assert again.json() == {**first.json(), "secret": None}
    rotated = await it.act("rotate-secret", {})
    assert rotated.status_code == 200, rotated.text
    secrets = [it.secret, rotated.json()["secret"]]
    assert len({*secrets}) == 2
    pages = [await aarhus.get(path) for path in (it.path, PATH, "/v1/audit-events?limit=200")]
    patched = await aarhus.patch(it.path, {"label": None}, if_match=pages[0].headers["etag"])
    assert patched.status_code == 200
    seen = "".join(each.text for each in (*pages, patched)) + caplog.text
    async with superuser.connect() as connection:
        for table in ("webhook_endpoint", "webhook_delivery", "idempotency", "audit_event", "audit_subject"):
            seen += str((await connection.execute(text(f"SELECT string_agg(t::text, '') FROM {table} AS t"))).scalar())
    for each in secrets:
        plain = each.removeprefix("whsec_")
        assert plain not in seen
        assert plain.encode().hex() not in seen


async def test_one_is_told_of_what_its_token_reads(world: World, installation: Installation, make: Make) -> None:
    """A client that may read less is told less, and asks for no more."""
    some = ["change:read", "webhook_endpoint:create", "webhook_endpoint:read", "webhook_delivery:read", "course:read"]
    party = await world.user_of(world.organisation("randers"), "integration", scopes=some)
    async with receiving() as receiver:
        it = await hook(party, receiver)
        assert it.made["collections"] == ["courses"]
        await registered(world, await world.party("randers-integration"))
        assert await make().once() == 0
    answer = await party.post(PATH, {"url": "https://x.org/", "collections": ["courses", "citizens"]})
    assert faults(answer) == [("/collections/1", "not_read_by_token")]


async def test_anothers_endpoint_is_as_if_it_never_was(world: World, aarhus: Party, make: Make) -> None:
    it = await hook(aarhus, None)
    await registered(world, aarhus)
    await make().once()
    [one] = await it.deliveries()
    randers, caseworker = await world.party("randers-integration"), await world.party("aarhus-caseworker")
    mine = await hook(randers, None)
    for party in (randers, caseworker):
        for path in (it.path, f"{it.path}/deliveries", f"{it.path}/deliveries/{one['id']}"):
            assert (await party.get(path)).status_code == 404, path
        bodies: dict[str, JSON | None] = {
            "enable": None, "disable": None, "test": None, "rotate-secret": {},
            "replay": {"since": "2026-01-01T00:00:00Z"}, f"deliveries/{one['id']}/resend": None,
        }  # fmt: skip
        for verb, body in bodies.items():
            assert (await party.post(f"{it.path}/{verb}", body, if_match='"x"')).status_code == 404, verb
        assert (await party.patch(it.path, {"label": "x"}, if_match='"x"')).status_code == 404
    nested = f"{mine.path}/deliveries/{one['id']}"
    assert (await randers.get(nested)).status_code == 404
    assert (await aarhus.get(nested)).status_code == 404
    assert (await caseworker.post(PATH, {"url": "https://cases.example.org/"})).status_code == 404
    for client in ("vive-researcher", "agency-secretary", "trainer-secretary", "operator-operator"):
        assert (await (await world.party(client)).get(PATH)).status_code == 403, client


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"url": "https://10.0.0.1/hooks"}, "/url", "url_address"),
        ({"url": "http://169.254.169.254/latest"}, "/url", "url_address"),
        ({"url": "https://a:b@cases.example.org/"}, "/url", "url_credentials"),
        ({"url": "https://cases.example.org:25/"}, "/url", "url_port"),
        ({"url": "https://db.internal/"}, "/url", "url_host"),
        ({"url": "https://x.org/", "collections": ["passwords"]}, "/collections/0", "not_a_choice"),
        ({"url": "https://x.org/", "status": "disabled"}, "/status", "extra_forbidden"),
    ],
)
async def test_an_endpoint_that_cannot_be(aarhus: Party, body: JSON, pointer: str, code: str) -> None:
    answer = await aarhus.post(PATH, body)
    assert (answer.status_code, faults(answer)) == (422, [(pointer, code)])
    assert body["url"] not in answer.text


async def test_a_name_is_not_looked_up_when_it_is_registered(aarhus: Party, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that the answer cannot tell whether there is such a host inside."""

    def looked_up(*_given: Any, **_more: Any) -> None:
        raise AssertionError

    monkeypatch.setattr("socket.getaddrinfo", looked_up)
    for name in ("nowhere.example.org", "postgres.cluster.example.org"):
        answer = await aarhus.post(PATH, {"url": f"https://{name}/"})
        assert answer.status_code == 201
        await Hook(aarhus, answer.json()).act("disable")


async def test_who_may_not_read_the_records_takes_no_endpoint_over(world: World, aarhus: Party) -> None:
    it = await hook(aarhus, None, collections=["citizens"])
    verbs = ["webhook_endpoint:read", "webhook_endpoint:update", "webhook_delivery:read", "webhook_delivery:create"]
    narrow = await world.user_of(aarhus.organisation_id, "integration", scopes=[*verbs, "change:read"])
    etag = (await narrow.get(it.path)).headers["etag"]
    for answer in (
        await narrow.patch(it.path, {"url": "https://elsewhere.example.org/"}, if_match=etag),
        await narrow.post(f"{it.path}/rotate-secret", {}, if_match=etag),
        await narrow.post(f"{it.path}/replay", {"since": "2026-01-01T00:00:00Z"}, if_match=etag),
        await narrow.post(f"{it.path}/test"),
        await narrow.get(f"{it.path}/deliveries"),
        await narrow.get(f"{it.path}/deliveries/{nobody()}"),
    ):
        assert (answer.status_code, answer.json()["scope"]) == (403, "citizen:read"), answer.text


async def test_a_client_of_one_track_finds_no_endpoint_of_both(world: World, aarhus: Party) -> None:
    it = await hook(aarhus, None)
    one_sided = await world.user_of(aarhus.organisation_id, "integration", track="perpetrator")
    assert (await one_sided.get(it.path)).status_code == 404
    assert (await one_sided.get(f"{it.path}/deliveries")).status_code == 404
    assert it.made["id"] not in (await one_sided.get(PATH)).text
    changed = await one_sided.patch(it.path, {"label": "Andre"}, if_match='"1"')
    assert changed.status_code == 404
