"""What a script of the evaluator gets: what is new, a manifest, files and parts of files; nothing of a recalled one."""

import base64
import hashlib
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.evaluation.support import PATH, Put, put, recall, since
from tests.support.world import Party, World

CELLS = b"place,n\n" + b"0101,23\n" * 500


@pytest.fixture
async def vive(world: World) -> Party:
    return await world.party("vive-integration")


@pytest.fixture
async def release(world: World, superuser: AsyncEngine) -> Put:
    return await put(world, superuser, {"cells.csv": CELLS, "bundle.zip": b"PK" * 50}, parts={"own.csv": b"project"})


def digest(content: bytes) -> str:
    return f"sha-256=:{base64.b64encode(hashlib.sha256(content).digest()).decode()}:"


def etag(content: bytes) -> str:
    return f'"sha256-{hashlib.sha256(content).hexdigest()}"'


async def test_what_is_new_comes_once_and_a_recall_comes_as_a_tombstone(
    world: World, superuser: AsyncEngine, vive: Party
) -> None:
    before, cursor = await since(vive)
    assert before[0]["kind"] == "sandbox"
    first = await put(world, superuser, {"cells.csv": CELLS})
    found, cursor = await since(vive, cursor)
    assert [each["name"] for each in found] == [first.name]
    assert (await since(vive, cursor))[0] == []
    await recall(superuser, first)
    (tombstone,), cursor = await since(vive, cursor)
    assert (tombstone["status"], tombstone["recall_reason"]) == ("recalled", "En fejl i tallene.")
    everything, _ = await since(vive)
    assert {first.name, "sandbox"} <= {each["name"] for each in everything}
    assert (await since(vive, cursor))[0] == []


async def test_many_releases_come_page_by_page(world: World, superuser: AsyncEngine, vive: Party) -> None:
    _, cursor = await since(vive)
    made = [(await put(world, superuser, {"cells.csv": b"x"})).name for _ in range(14)]
    found, cursor = await since(vive, cursor)
    assert [each["name"] for each in found] == made
    assert (await since(vive, cursor))[0] == []


async def test_a_cursor_that_is_none_is_refused(world: World, vive: Party) -> None:
    _, cursor = await since(vive)
    for wrong in ("x", cursor[:-3] + "AAA", ""):
        assert (await vive.get(f"{PATH}?since={wrong}")).status_code == 400
    assert (await vive.get(f"{PATH}?limit=3")).status_code == 400


async def test_the_manifest_says_what_to_expect(world: World, vive: Party, release: Put) -> None:
    answer = await vive.get(release.path)
    manifest = answer.json()
    assert answer.headers["cache-control"] == "private, no-cache"
    assert manifest["approvals"]["controller_ids"] == [world.organisation("police")]
    assert manifest["parameters"] == {"noise": {"standard_deviation": 1.73}}
    files = {each["name"]: each for each in manifest["files"]}
    assert files.keys() == {"cells.csv", "bundle.zip"}
    assert files["cells.csv"]["sha256"] == hashlib.sha256(CELLS).hexdigest()
    assert files["cells.csv"]["size_bytes"] == len(CELLS)
    same = await vive.get(release.path, if_none_match=answer.headers["etag"])
    assert (same.status_code, same.headers["cache-control"]) == (304, "private, no-cache")


async def test_a_whole_file(vive: Party, release: Put) -> None:
    answer = await vive.get(release.url("cells.csv"))
    assert (answer.status_code, answer.content) == (200, CELLS)
    assert answer.headers["etag"] == etag(CELLS)
    assert answer.headers["content-digest"] == answer.headers["repr-digest"] == digest(CELLS)
    assert answer.headers["content-type"] == "text/csv; charset=utf-8"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''cells.csv"
    assert answer.headers["cache-control"] == "private, no-cache"
    assert answer.headers["accept-ranges"] == "bytes"
    assert answer.headers["x-content-type-options"] == "nosniff"
    bundle = await vive.get(f"{release.path}/bundle.zip")
    assert bundle.content == (await vive.get(release.url("bundle.zip"))).content == b"PK" * 50


async def test_what_one_has_already_is_not_sent_again(vive: Party, release: Put) -> None:
    answer = await vive.get(release.url("cells.csv"), if_none_match=etag(CELLS), range="bytes=0-1")
    assert (answer.status_code, answer.content) == (304, b"")
    assert answer.headers["etag"] == etag(CELLS)
    assert answer.headers["cache-control"] == "private, no-cache"
    assert (await vive.get(release.url("cells.csv"), if_none_match='"other"')).status_code == 200


async def test_a_download_goes_on_where_it_broke_off(vive: Party, release: Put) -> None:
    begun = CELLS[:1000]
    rest = await vive.get(release.url("cells.csv"), range="bytes=1000-", if_range=etag(CELLS))
    assert rest.status_code == 206
    assert rest.headers["content-range"] == f"bytes 1000-{len(CELLS) - 1}/{len(CELLS)}"
    assert begun + rest.content == CELLS
    assert rest.headers["content-digest"] == digest(rest.content)
    assert rest.headers["repr-digest"] == digest(CELLS)
    other = await vive.get(release.url("cells.csv"), range="bytes=1000-", if_range='"sha256-other"')
    assert (other.status_code, other.content) == (200, CELLS)
    for tags, status in (('"sha256-other"', 412), (f'"sha256-other", {etag(CELLS)}', 206), (f"W/{etag(CELLS)}", 412)):
        assert (await vive.get(release.url("cells.csv"), range="bytes=1000-", if_match=tags)).status_code == status
    last = await vive.get(f"{release.path}/bundle.zip", range="bytes=-3")
    assert (last.status_code, last.content) == (206, b"KPK")


async def test_bytes_that_are_not_there(vive: Party, release: Put) -> None:
    answer = await vive.get(release.url("cells.csv"), range=f"bytes={len(CELLS)}-")
    assert answer.status_code == 416
    assert answer.headers["content-range"] == f"bytes */{len(CELLS)}"
    assert answer.json()["type"].endswith("range-not-satisfiable")


async def test_head_says_what_get_would_send(vive: Party, release: Put) -> None:
    for url in (release.url("cells.csv"), f"{release.path}/bundle.zip"):
        whole = await vive.get(url)
        answer = await vive.call("HEAD", url, range="bytes=0-1")
        assert (answer.status_code, answer.content) == (200, b"")
        apart = {"x-request-id", "traceparent", "date"}
        assert {k: v for k, v in answer.headers.items() if k not in apart} == {
            k: v for k, v in whole.headers.items() if k not in apart
        }
    assert (await vive.call("HEAD", release.url("cells.csv"), if_none_match=etag(CELLS))).status_code == 304
    assert (await vive.call("POST", release.url("cells.csv"))).headers["allow"] == "GET, HEAD"


@pytest.mark.parametrize("name", ["none.csv", "own.csv", "..%2Fcells.csv", "cells.csv%00", "c" * 200, "%C3%A6"])
async def test_another_file_is_not_there(vive: Party, release: Put, name: str) -> None:
    assert (await vive.get(release.url(name))).status_code == 404


async def test_of_a_recalled_release_nothing_is_handed_out(vive: Party, superuser: AsyncEngine, release: Put) -> None:
    await recall(superuser, release, "Forkert periode.")
    for path in (release.path, release.url("cells.csv"), release.url("none.csv"), f"{release.path}/bundle.zip"):
        answer = await vive.get(path, if_none_match=etag(CELLS))
        assert answer.status_code == 410
        assert answer.json()["reason"] == "Forkert periode."
    assert (await vive.call("HEAD", release.url("cells.csv"))).status_code == 410


@pytest.mark.parametrize(
    "client",
    ["police-caseworker", "agency-secretary", "operator-operator", "aarhus-coordinator", "tryg-vej-coordinator-victim"],
)
async def test_nobody_else_comes_in_here(world: World, release: Put, client: str) -> None:
    party = await world.party(client)
    for path in (PATH, release.path, release.url("cells.csv"), f"{release.path}/bundle.zip"):
        assert (await party.get(path)).status_code == 403


async def test_an_unpublished_release_does_not_exist(vive: Party, superuser: AsyncEngine, release: Put) -> None:
    assert (await vive.get(f"{PATH}/{uuid4()}")).status_code == 404
    async with superuser.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        values = {"id": release.id}
        await connection.execute(
            text("UPDATE release SET status = 'approved', published_at = NULL WHERE id = :id"), values
        )
    for path in (release.path, release.url("cells.csv"), f"{release.path}/bundle.zip"):
        assert (await vive.get(path)).status_code == 404


async def test_every_download_is_in_the_log_with_file_and_range(vive: Party, release: Put) -> None:
    await vive.get(release.url("cells.csv"))
    await vive.get(release.url("cells.csv"), range="bytes=8-15")
    await vive.get(release.url("cells.csv"), if_none_match="*")
    await vive.call("HEAD", release.url("cells.csv"))
    events = (await vive.get("/v1/audit-events?category=release_file_content")).json()["items"]
    mine = [each for each in events if each["record_id"] == str(release.file_ids["cells.csv"])]
    said = [(each["action"], each["code"], each["client_id"], each["outcome"]) for each in reversed(mine)]
    assert said == [
        ("download", None, vive.client_id, "done"),
        ("download", "bytes=8-15", vive.client_id, "done"),
        ("look", None, vive.client_id, "done"),
        ("look", None, vive.client_id, "done"),
    ]
    assert {
        each["name"]: UUID(each["id"]) for each in (await vive.get(release.path)).json()["files"]
    } == release.file_ids


async def test_the_report_is_a_page_under_a_strict_policy(vive: Party) -> None:
    sandbox = f"{PATH}/{(await since(vive))[0][0]['id']}"
    page = await vive.get(f"{sandbox}/report.html", accept_language="da", accept="text/html")
    assert page.status_code == 200
    assert page.headers["content-type"] == "text/html; charset=utf-8"
    assert page.headers["content-language"] == "da"
    assert page.headers["cache-control"] == "private, no-cache"
    policy = page.headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert policy.endswith("frame-ancestors 'none'")
    assert "unsafe" not in policy
    assert "Sådan er borgerne beskyttet" in page.text
    same = await vive.get(f"{sandbox}/report.html", accept_language="da", if_none_match=page.headers["etag"])
    assert (same.status_code, same.headers["vary"]) == (304, "Accept-Language")
    english = await vive.get(f"{sandbox}/report.en.html", accept_language="da")
    assert "How citizens are protected" in english.text
    assert (await vive.get(f"{sandbox}/report.sv.html")).status_code == 404
    file = await vive.get(f"{sandbox}/files/report.da.html")
    assert file.headers["content-disposition"].startswith("attachment")
    assert file.content == page.content


async def test_of_a_recalled_release_there_is_no_report(vive: Party, superuser: AsyncEngine, release: Put) -> None:
    assert (await vive.get(f"{release.path}/report.html")).status_code == 404
    await recall(superuser, release)
    assert (await vive.get(f"{release.path}/report.html")).status_code == 410
    assert (await vive.get(f"/v1/releases/{release.id}/report")).json()["type"].endswith("release-recalled")


async def test_the_sandbox_is_always_there_and_like_any_other(vive: Party) -> None:
    sandbox = f"{PATH}/{(await since(vive))[0][0]['id']}"
    manifest = (await vive.get(sandbox)).json()
    assert manifest["kind"] == "sandbox"
    for file in manifest["files"]:
        answer = await vive.get(f"{sandbox}/files/{file['name']}")
        assert hashlib.sha256(answer.content).hexdigest() == file["sha256"]
        assert answer.headers["content-type"] == file["media_type"]
    rest = await vive.get(f"{sandbox}/files/cells.csv", range="bytes=5-9")
    assert rest.status_code == 206
    assert (await vive.get(f"{sandbox}/files/cells.xlsx")).status_code == 404
