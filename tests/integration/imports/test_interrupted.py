"""Whatever becomes of who sent a file or works on it: nothing is lost, and nothing is done twice."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.cli.doctor import of_imports
from app.gate.desk import Desk
from app.installation import Installation
from app.integration.imports import progress, receiving, running, service
from app.integration.references.registry import COLLECTIONS
from tests.integration.imports.support import (
    JSONL,
    accepted,
    importer,
    lines,
    references,
    report,
    seen,
    sent,
    worked,
)
from tests.support.statements import statements
from tests.support.world import JSON, Party, World

HEAD = b"external_reference;project_id;track\n"


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "BATCH_ROWS", 2)


def plain(world: World, names: list[str]) -> list[JSON]:
    return [{"external_reference": each, "project_id": world.project(), "track": "victim"} for each in names]


async def left(superuser: AsyncEngine, job: JSON) -> None:
    """The lease has run out."""
    async with superuser.begin() as connection:
        run_out = "UPDATE import_job SET leased_until = now() - interval '1 s' WHERE id = :id AND status = 'running'"
        await connection.execute(text(run_out), {"id": job["id"]})


def problem(answer: httpx.Response, status: int, code: str) -> JSON:
    assert answer.status_code == status, answer.text
    assert answer.json()["type"].endswith(f"/{code}"), answer.text
    return dict(answer.json())


class KilledError(BaseException):
    """As a process ends that is killed: nothing of what would follow happens."""


@pytest.mark.parametrize(("mode", "atomic"), [("commit", "object"), ("commit", "all"), ("validate", "object")])
async def test_killed_anywhere_it_goes_on_where_the_last_batch_ended(
    world: World, app: FastAPI, superuser: AsyncEngine, monkeypatch: pytest.MonkeyPatch, mode: str, atomic: str
) -> None:
    police = await world.party("police-integration")
    names = references(7)
    job = await accepted(police, lines(plain(world, names)), mode=mode, atomic=atomic)
    writes = progress.log
    left_to_live = [1]

    async def killed(desk: Any, *given: Any) -> None:
        await writes(desk, *given)
        left_to_live[0] -= 1
        if left_to_live[0] < 0:  # all of the batch is written, and not committed
            left_to_live[0] = 1
            raise KilledError

    with monkeypatch.context() as dying:
        dying.setattr(progress, "log", killed)
        for _ in range(12):
            try:
                if not await importer(app).once():
                    break
            except KilledError:
                # A killed process' connections end; another takes it up when the lease has run out.
                await left(superuser, job)
                if left_to_live == [1] and atomic == "all" and (await seen(police, job))["phase"] == "writing":
                    break
    await left(superuser, job)
    await worked(app)
    done = await seen(police, job)
    assert (done["status"], done["counts"]["created"], done["counts"]["done"]) == ("completed", 7, 7), done
    rows = await report(police, job)
    assert [each["row"] for each in rows] == [*range(1, 8)]
    assert {each["outcome"] for each in rows} == {"created"}
    async with superuser.connect() as connection:
        counted = text("SELECT count(*) FROM external_reference WHERE reference = ANY (:names)")
        assert (await connection.execute(counted, {"names": names})).scalar() == (7 if mode == "commit" else 0)


async def test_two_workers_and_one_that_was_thought_dead(
    world: World, app: FastAPI, superuser: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    police = await world.party("police-integration")
    job = await accepted(police, lines(plain(world, references(4))))
    reported, waiting, taken_over = progress.report, asyncio.Event(), asyncio.Event()

    async def slowly(*given: Any) -> None:
        if not waiting.is_set():  # the rows are written; what is reported of them holds the import until the commit
            waiting.set()
            await taken_over.wait()
        await reported(*given)

    monkeypatch.setattr(progress, "report", slowly)
    slow = asyncio.create_task(importer(app).once())
    await waiting.wait()
    assert not await importer(app).once(), "leased to the first"
    await left(superuser, job)
    other = importer(app, batches=1)
    claimed = await other._claimed()
    assert claimed is not None
    taken_over.set()
    assert await slow
    assert (await seen(police, job))["counts"]["done"] == 0, "what the first did of the batch is undone"
    await left(superuser, job)
    await worked(app)
    done = await seen(police, job)
    assert (done["status"], done["counts"]["created"]) == ("completed", 4)


async def test_what_ends_every_process_is_given_up(
    world: World, app: FastAPI, superuser: AsyncEngine, monkeypatch: pytest.MonkeyPatch
) -> None:
    police = await world.party("police-integration")
    job = await accepted(police, lines(plain(world, references(1))))

    async def broken(*_given: Any) -> None:
        raise KeyError

    with monkeypatch.context() as breaking:
        breaking.setattr(progress, "report", broken)
        for _ in range(running.MOST_ATTEMPTS):
            assert await importer(app).once()
            await left(superuser, job)
    done = await seen(police, job)
    assert (done["status"], done["error"], done["upload_destroyed"]) == ("failed", "broken", True)


@pytest.mark.parametrize(
    ("change", "status", "error"),
    [
        ("disabled", "failed", "client_refused"),
        ("revoked", "failed", "client_refused"),
        ("functions", "failed", "rights_changed"),
        ("suspended", "failed", "agreement_not_in_force"),
        ("cancelled", "cancelled", None),
    ],
)
async def test_who_may_no_longer_goes_no_further(
    world: World, app: FastAPI, superuser: AsyncEngine, change: str, status: str, error: str | None
) -> None:
    coordinator, agreement = await world.newcomer(
        "police_district", "coordinator", name="Prøve", police_district_code="1461"
    )
    client = await world.user_of(coordinator.organisation_id, "integration")
    rows = [
        {"external_reference": each, "project_id": agreement["project_id"], "track": "victim"} for each in references(4)
    ]
    job = await accepted(client, lines(rows))
    assert await importer(app, batches=1).once()
    operator = await world.party("operator-operator")
    if change == "disabled":
        assert (await operator.act(f"/v1/clients/{client.client_id}/disable")).status_code == 200
    elif change == "suspended":
        assert (await coordinator.act(f"/v1/agreements/{agreement['id']}/suspend")).status_code == 200
    elif change == "cancelled":
        assert (await client.post(f"/v1/imports/{job['id']}/cancel")).status_code == 200
    else:
        statement = {
            "functions": "UPDATE client SET functions = '{coordinator}' WHERE client_id = :client",
            "revoked": "INSERT INTO token_denial (token_id, expires_at) SELECT asked_as->>'token_id', now() "
            "FROM import_job WHERE client_id = :client",
        }[change]
        async with superuser.begin() as connection:
            await connection.execute(text(statement), {"client": client.client_id})
    await worked(app)
    done = await seen(coordinator, job)
    assert (done["status"], done["error"], done["upload_destroyed"]) == (status, error, True)
    assert done["counts"] == {"rows": 4, "done": 2, "created": 2, "updated": 0, "unchanged": 0, "refused": 0}
    again = await coordinator.post(f"/v1/imports/{job['id']}/cancel")
    assert problem(again, 409, "forbidden-transition")["allowed"] == []


async def test_what_was_planned_for_a_small_table_is_planned_again(
    world: World, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Plans are kept whatever the tables become: a large file would read them whole, batch after batch."""
    police = await world.party("police-integration")
    monkeypatch.setattr(running, "BATCHES_A_PLAN", 2)
    job = await accepted(police, lines(plain(world, references(8))))
    with statements(app) as ran:
        await worked(app)
    assert (await seen(police, job))["counts"]["created"] == 8
    assert [each.strip() for each in ran].count("DISCARD PLANS") >= 1


async def test_the_doctor_says_when_nobody_works_on_them(
    world: World, app: FastAPI, installation: Installation, superuser: AsyncEngine
) -> None:
    await worked(app)  # of what other tests left
    police = await world.party("police-integration")
    jobs = [await accepted(police, lines(plain(world, references(4)))) for _ in range(2)]
    received = "UPDATE import_job SET created_at = now() - interval '1 hour' WHERE id = :first"
    begun = "UPDATE import_job SET status = 'running', leased_until = now() + {} * interval '1 minute' WHERE id = :{}"
    for change, verdict, says in (
        ("SELECT 1", "ok", "none lies still"),
        (received, "WRONG", "1 imports that nobody works on, since"),
        (begun.format(1, "other"), "note", "1 wait for their turn since"),
        (begun.format(-20, "other"), "WRONG", "2 imports that nobody works on, since"),
    ):
        async with superuser.begin() as connection:
            ids = {"first": jobs[0]["id"], "other": jobs[1]["id"]}
            await connection.execute(text(change), {name: each for name, each in ids.items() if f":{name}" in change})
        [found] = await of_imports(installation)
        assert (found.verdict, found.says[: len(says)]) == (verdict, says)
    await worked(app)
    assert [each.verdict for each in await of_imports(installation)] == ["ok"]


async def test_an_upload_that_is_cut_off_was_never_there(world: World) -> None:
    police = await world.party("police-integration")
    content = lines(plain(world, references(3)))
    before = (await police.get("/v1/imports?limit=1")).json()["items"]

    async def cut_off() -> AsyncIterator[bytes]:
        yield content[:100]
        raise ConnectionError

    async def bytewise() -> AsyncIterator[bytes]:
        for place in range(len(content)):
            yield content[place : place + 1]

    assert (await sent(police, cut_off(), key="cut-off")).status_code == 500, "and nobody is there to read it"
    assert (await police.get("/v1/imports?limit=1")).json()["items"] == before
    first = await accepted(police, content, key="cut-off")
    again = await sent(police, bytewise(), key="cut-off")
    assert (again.json(), again.headers["idempotency-replayed"]) == (first, "true")
    assert (await police.get("/v1/imports?limit=2")).json()["items"][1:] == before
    problem(await sent(police, content, key="cut-off", mode="validate"), 422, "idempotency-key-reused")
    problem(await sent(police, content[1:], key="cut-off"), 422, "idempotency-key-reused")
    assert (await police.post(f"/v1/imports/{first['id']}/cancel")).status_code == 200


async def test_no_more_of_a_clients_imports_wait_than_the_installation_allows(
    world: World, app: FastAPI, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor where they come at once; and a repetition of one that was taken finds its answer, whatever waits."""
    one, other = [await world.user_of(world.organisation("police"), "integration") for _ in range(2)]
    names = references(12)
    files = [lines(plain(world, names[place : place + 1])) for place in range(len(names))]
    usual = app.state.services
    app.state.services = replace(usual, settings=usual.settings.model_copy(update={"imports_waiting_most": 2}))
    try:
        first = await accepted(one, files[0], key="first")
        counted, both = service._require_room, asyncio.Barrier(2)

        async def counted_together(desk: Desk, most: int, *, coming: int = 0) -> None:
            await counted(desk, most, coming=coming)
            if coming:
                await both.wait()

        with monkeypatch.context() as at_once:
            at_once.setattr(service, "_require_room", counted_together)
            together = await asyncio.gather(*(sent(one, files[1 + place], key=f"k-{place}") for place in range(2)))
        place, refused = next((place, each) for place, each in enumerate(together) if each.status_code == 409)
        assert problem(refused, 409, "too-many-imports")["limit"] == 2
        assert together[1 - place].status_code == 202
        again = await sent(one, files[0], key="first")
        assert (again.json()["id"], again.headers["idempotency-replayed"]) == (first["id"], "true")
        # Another client of the same organisation has its own.
        for each in files[5:7]:
            await accepted(other, each)
        # What ends makes room, and what was refused is sent again as it was.
        assert (await one.post(f"/v1/imports/{first['id']}/cancel")).status_code == 200
        job = await accepted(one, files[1 + place], key=f"k-{place}")

        read: list[bytes] = []

        async def in_vain() -> AsyncIterator[bytes]:
            read.append(files[7])
            yield files[7]

        problem(await sent(one, in_vain()), 409, "too-many-imports")
        assert read == [], "it is refused before it is sent"
        await worked(app)
        assert (await seen(one, job))["status"] == "completed"
        await accepted(one, files[8])
        await worked(app)
    finally:
        app.state.services = usual


async def test_another_organisations_import_is_not_there(world: World, app: FastAPI) -> None:
    police, other = await world.party("police-integration"), await world.party("aarhus-integration")
    job = await accepted(police, lines(plain(world, references(1))))
    ngo = world.organisation("tryg_vej")
    sides = [await world.user_of(ngo, "integration", track) for track in ("victim", "perpetrator")]
    theirs = await accepted(sides[0], lines(plain(world, references(1))))
    for party, one in ((other, job), (sides[1], theirs), (police, theirs)):
        for path in ("", "/rows"):
            problem(await party.get(f"/v1/imports/{one['id']}{path}"), 404, "not-found")
        problem(await party.post(f"/v1/imports/{one['id']}/cancel"), 404, "not-found")
        assert one["id"] not in {each["id"] for each in (await party.get("/v1/imports")).json()["items"]}
    caseworker = await world.party("police-caseworker")
    problem(await sent(caseworker, lines(plain(world, references(1)))), 404, "not-found")
    await worked(app)
    assert (await seen(sides[0], theirs))["status"] == "completed"


async def refused(party: Party, content: bytes, media: str = JSONL, **query: str) -> JSON:
    answer = await sent(party, content, media, **query)
    return problem(answer, 422, "unreadable-file")


async def test_what_is_no_file_of_rows_is_refused_at_once(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    police = await world.party("police-integration")
    for content, media, code in (
        (b"", JSONL, "no_rows"),
        (b"\n \r\n", JSONL, "no_rows"),
        (b"\xef\xbb\xbf{}", JSONL, "byte_order_mark"),
        ("{}".encode("utf-16"), JSONL, "not_utf8"),
        (HEAD, "text/csv", "no_rows"),
        (b"track;track\na;b", "text/csv", "duplicate_column"),
        (b"track;;x\na;b", "text/csv", "empty_column"),
        (b"identity.given_name;identity.shoe_size\na;b", "text/csv", "unknown_column"),
        ("navn;spor\n".encode("latin-1"), "text/csv", "unknown_column"),
        ("spør\n1".encode("latin-1"), "text/csv", "not_utf8"),
        (HEAD + b'"' + b"x\n" * 200_000, "text/csv", "row_too_long"),
        (HEAD + b'a;b;"victim\nc;d;victim\n', "text/csv", "unclosed_quote"),
    ):
        found = await refused(police, content, media)
        assert found["errors"][0]["code"] == code, (content[:20], found)
    for name, collection in COLLECTIONS.items():  # each row would be refused
        known = next(iter(collection.body.model_fields)).encode()
        found = await refused(police, known + b"\na", "text/csv", collection=name)
        assert (found["errors"][0]["code"], found["errors"][0]["pointer"]) == ("missing_column", "/external_reference")
    found = await refused(police, b"external_reference;track\na;victim", "text/csv")
    assert (found["errors"][0]["code"], found["errors"][0]["pointer"]) == ("missing_column", "/project_id")
    with monkeypatch.context() as bounded:
        bounded.setattr(receiving, "MOST_ROWS", 3)
        assert (await refused(police, lines(plain(world, references(4)))))["row"] == 4
        bounded.setattr(service, "SHARE", 10**9)  # of the locks that all transactions share
        assert (await refused(police, lines(plain(world, references(3))), atomic="all"))["row"] == 1
    for headers, status, code in (
        ({"content-encoding": "gzip"}, 415, "unsupported-media-type"),
        ({"content-length": str(64 * 1024 * 1024 + 1)}, 413, "payload-too-large"),
        ({"content-type": "application/json"}, 415, "unsupported-media-type"),
        ({"idempotency-key": ""}, 400, "idempotency-key-malformed"),
    ):
        common = {"authorization": f"Bearer {police.token}", "content-type": JSONL, "idempotency-key": "k-1"}
        answer = await police.http.post(
            "/v1/imports?collection=citizens&mode=commit", content=b"{}\n", headers={**common, **headers}
        )
        problem(answer, status, code)
    for query in ("collection=staff&mode=commit", "collection=citizens", "collection=citizens&mode=commit&x=1"):
        answer = await police.http.post(f"/v1/imports?{query}", content=b"{}\n", headers=common)
        problem(answer, 400, "invalid-query")
