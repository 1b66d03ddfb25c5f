"""A release on its way: drafted, built by a job, checked by another, approved by all, published, recalled."""

import asyncio
import itertools
from dataclasses import replace
from pathlib import Path
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.evaluation.given_up import empty_in_passing
from app.evaluation.job import Builder
from app.evaluation.secret import make_secret
from app.installation import Installation
from tests.evaluation.programme import Parties, id_of, invented, lay_out
from tests.support.world import JSON, Party, World, nobody

CITIZENS = 100
_years = itertools.count(1921)


@pytest.fixture
async def year(installation: Installation, parties: Parties) -> int:
    """A year of its own, with citizens in it."""
    assert installation.superuser is not None
    one = next(_years)
    await lay_out(installation.superuser, parties, one, invented(one, CITIZENS))
    return one


def refusal(answer: httpx.Response) -> tuple[int, str]:
    return answer.status_code, str(answer.json()["type"]).rsplit("/", 1)[1]


async def drafted(world: World, year: int, **members: Any) -> JSON:
    body = {"name": f"y{year}", "starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31", **members}
    return await world.made("/v1/releases", body)


async def built(world: World, builder: Builder, release: JSON, *without: str) -> JSON:
    """The release after a build, which is waited for."""
    operator = await world.party("operator-operator")
    path = f"/v1/releases/{release['id']}"
    asked = await operator.act(f"{path}/build", {"without_controller_ids": [*without]})
    assert asked.status_code == 202, asked.text
    while (job := (await operator.get(asked.headers["location"])).json())["status"] in {"queued", "running"}:
        await builder.once()
    assert (job["status"], job["error"], job["percent"]) == ("done", None, 100)
    return dict((await operator.get(path)).json())


async def approved(world: World, release: JSON) -> JSON:
    """Checked by the officer, approved by everyone."""
    path = f"/v1/releases/{release['id']}"
    officer, operator = await world.party("operator-disclosure_officer"), await world.party("operator-operator")
    assert [await waits(each, release) for each in (operator, officer)] == [[], ["release_to_check"]]
    checked = await officer.act(f"{path}/check")
    assert (checked.status_code, checked.json()["status"]) == (200, "checked"), checked.text
    for client in ("police-coordinator", "tryg-vej-coordinator-victim"):
        party = await world.party(client)
        assert await waits(party, release) == ["release_approval_due"]
        answer = await decided(party, release, "approve")
        assert answer.status_code == 200, answer.text
        assert await waits(party, release) == []
    assert [await waits(each, release) for each in (operator, officer)] == [["release_to_publish"], []]
    return dict((await operator.get(path)).json())


async def decided(party: Party, release: JSON, verb: str, body: Any = None) -> Any:
    found = (await party.get(f"/v1/release-approvals?release_id={release['id']}&status=pending")).json()["items"]
    return await party.act(f"/v1/release-approvals/{found[0]['id']}/{verb}", body)


async def all_read(party: Party, release: JSON, files: list[str]) -> Any:
    """All that a party may read of a release that is not out."""
    path = f"/v1/releases/{release['id']}"
    of_it = (path, f"{path}/report", f"{path}/internal-report", f"{path}/files", f"{path}/builds")
    listed = (await party.get("/v1/releases?limit=200")).json()["items"]
    assert release["id"] not in {each["id"] for each in listed}
    for each in (*of_it, *(f"{path}/files/{file}/content" for file in files)):
        assert (await party.get(each)).status_code in {403, 404}, each
    asked = (await party.get(f"/v1/release-approvals?release_id={release['id']}&limit=200")).json()
    return [(each["status"], each["about"]) for each in asked.get("items", [])]


async def waits(client: Party, release: JSON) -> list[str]:
    """The kinds of task that the release is to one."""
    found = [each for each in (await client.get("/v1/worklist?limit=200")).json()["items"] if not each["project_id"]]
    own = {release["id"]}
    for each in found:
        if each["kind"] == "release_approval_due":
            approval = (await client.get(f"/v1/release-approvals/{each['record']['id']}")).json()
            own |= {approval["id"]} if approval["release_id"] == release["id"] else set()
    return [each["kind"] for each in found if each["record"]["id"] in own]


def keys_in(report: dict[str, Any]) -> int:
    """In how many of the exact figures there are sums of record keys."""
    return sum("hi" in row or "lo" in row for rows in report["exact"].values() for row in rows)


async def test_from_draft_to_tombstone(
    world: World, builder: Builder, hurried: Builder, year: int, parties: Parties, superuser: AsyncEngine
) -> None:
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    police, vive = await world.party("police-coordinator"), await world.party("vive-researcher")
    draft = await drafted(world, year)
    path = f"/v1/releases/{draft['id']}"
    assert (draft["status"], draft["build_id"]) == ("draft", None)

    release = await built(world, builder, draft)
    assert (release["status"], release["findings"]) == ("built", 0)
    assert {*release["controller_ids"]} == {str(parties.police), str(parties.ngo)}
    assert release["project_ids"] == [str(parties.project)]
    exact = (await officer.get(f"{path}/internal-report")).json()["report"]
    assert (exact["persons"] >= CITIZENS, exact["people"], exact["findings"], keys_in(exact)) == (True, CITIZENS, 0, 0)
    for party in (police, vive):
        assert (await party.get(path)).status_code == 404
    assert (await vive.get(f"{path}/internal-report")).status_code == 403

    assert (await operator.act(f"{path}/check")).status_code == 403
    assert (await officer.act(f"{path}/publish")).status_code == 403
    refused = await operator.act(f"{path}/publish")
    assert refusal(refused) == (409, "forbidden-transition")
    assert (refused.json()["state"], refused.json()["allowed"]) == ("built", ["cancelled", "checked", "draft"])

    ready = await approved(world, release)
    assert ready["status"] == "approved"
    assert [(await each.get(path)).status_code for each in (police, vive)] == [404, 404]
    published = await operator.act(f"{path}/publish")
    assert (published.status_code, published.json()["status"]) == (200, "published"), published.text
    assert (await vive.get(path)).json()["status"] == "published"

    files = {each["name"]: each for each in (await vive.get(f"{path}/files?limit=200")).json()["items"]}
    parts = (await police.get(f"{path}/files?limit=200")).json()["items"]
    assert {"cells.csv", "cells.parquet", "cells.dta", "datapackage.json", "SHA256SUMS", "bundle.zip"} <= files.keys()
    assert {each["project_id"] for each in parts} == {str(parties.project)}
    part = await police.get(f"{path}/files/{parts[0]['id']}/content")
    assert part.status_code == 200
    assert str(parties.project) in part.text
    whole = files["cells.parquet"]
    assert (await police.get(f"{path}/files/{whole['id']}/content")).status_code == 404

    assert (await operator.act(f"{path}/build", {"without_controller_ids": []})).status_code == 409
    assert (await officer.act(f"{path}/check")).status_code == 409
    assert (await vive.act(f"{path}/recall", {"reason": "x"})).status_code == 403
    recalled = await operator.act(f"{path}/recall", {"reason": "Fejl i kilden."})
    assert (recalled.json()["status"], recalled.json()["recall_reason"]) == ("recalled", "Fejl i kilden.")
    assert (await vive.get(path)).json()["recall_reason"] == "Fejl i kilden."
    assert (await vive.get(f"{path}/files")).json()["items"] == []
    assert (await vive.get(f"{path}/files/{whole['id']}/content")).status_code == 404
    # In its place one of the same years; without saying so, none.
    body = {"name": f"y{year}-2", "starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31"}
    taken = await operator.post("/v1/releases", body)
    assert refusal(taken) == (409, "period-taken")
    again = await drafted(world, year, name=f"y{year}-2", supersedes_id=draft["id"])
    assert (await built(world, hurried, again))["status"] == "built"
    async with superuser.connect() as connection:
        kept = await connection.scalar(
            text("SELECT count(*) FROM release_file_content WHERE release_id = :id AND content <> ''"),
            {"id": draft["id"]},
        )
    assert kept > 0


async def test_nothing_is_published_after_a_withdrawal(
    world: World, hurried: Builder, year: int, superuser: AsyncEngine
) -> None:
    operator, police = await world.party("operator-operator"), await world.party("police-coordinator")
    draft = await drafted(world, year)
    path = f"/v1/releases/{draft['id']}"
    ready = await approved(world, await built(world, hurried, draft))
    async with superuser.connect() as connection:
        consent = await connection.scalar(
            text("SELECT id FROM consent WHERE citizen_id = :id"),
            {"id": id_of(year, invented(year, CITIZENS).persons["person"][0])},
        )
    await world.withdrawn(police, {"id": str(consent)})
    refused = await operator.act(f"{path}/publish")
    assert refusal(refused) == (409, "consent-withdrawn-since")
    assert (refused.json()["state"], refused.json()["allowed"]) == ("approved", ["cancelled", "draft"])

    rebuilt = await built(world, hurried, draft)
    assert (rebuilt["status"], rebuilt["build_id"] != ready["build_id"]) == ("built", True)
    assert rebuilt["checked_at"] is rebuilt["approved_at"] is None
    async with superuser.connect() as connection:
        left = await connection.execute(
            text(
                "SELECT (SELECT count(*) FROM release_file_content WHERE build_id = :old AND content <> ''), "
                "(SELECT count(*) FROM release_ledger WHERE build_id = :old AND cardinality(person_ids) > 0)"
            ),
            {"old": ready["build_id"]},
        )
        assert left.one() == (0, 0)
    await approved(world, rebuilt)
    assert (await operator.act(f"{path}/publish")).json()["status"] == "published"


async def test_whoever_approves_learns_nothing_of_who_withdrew(
    world: World, hurried: Builder, year: int, superuser: AsyncEngine
) -> None:
    """Of two builds, one before and one after a withdrawal, the controllers and all their users see the same."""
    officer, operator = await world.party("operator-disclosure_officer"), await world.party("operator-operator")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    users = ["police-caseworker", "police-integration", "tryg-vej-caseworker-perpetrator"]
    parties = [police, ngo, *[await world.party(each) for each in users]]
    draft = await drafted(world, year)
    path = f"/v1/releases/{draft['id']}"
    told, names = [], []
    for person in invented(year, CITIZENS).persons["person"][:2]:
        await built(world, hurried, draft)
        assert (await officer.act(f"{path}/check")).status_code == 200
        files = [each["id"] for each in (await operator.get(f"{path}/files?limit=200")).json()["items"]]
        told.append([await all_read(each, draft, files[:2]) for each in parties])
        async with superuser.connect() as connection:
            found = text("SELECT id FROM consent WHERE citizen_id = :id")
            consent = await connection.scalar(found, {"id": id_of(year, person)})
        await world.withdrawn(police, {"id": str(consent)})
        names.append(told[-1][0][0][1]["name"])
    before, after = ([[about for _, about in each] for each in of_all] for of_all in told)
    assert names == [draft["name"]] * 2
    assert [[status for status, _ in each] for each in told[1]] == [["pending", "lapsed"]] * len(parties)
    assert [each[:1] for each in after] == before


async def test_who_does_not_approve_is_left_out(world: World, hurried: Builder, year: int, parties: Parties) -> None:
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    draft = await drafted(world, year)
    path = f"/v1/releases/{draft['id']}"
    await built(world, hurried, draft)
    await officer.act(f"{path}/check")
    assert (await decided(police, draft, "approve")).status_code == 200
    refused = await decided(ngo, draft, "refuse", {"reason": "Ikke endnu."})
    assert refused.json()["status"] == "refused"
    assert refusal(await operator.act(f"{path}/publish")) == (409, "forbidden-transition")
    vive = await world.party("vive-researcher")
    assert (await vive.get("/v1/release-approvals")).status_code == 403

    release = await built(world, hurried, draft, str(parties.ngo))
    assert (release["controller_ids"], release["without_controller_ids"]) == ([str(parties.police)], [str(parties.ngo)])
    await officer.act(f"{path}/check")
    assert [await waits(each, draft) for each in (police, ngo)] == [["release_approval_due"], []]
    assert (await decided(police, draft, "approve")).status_code == 200
    assert (await operator.get(path)).json()["status"] == "approved"

    # All the citizens are the police's: without it there is nobody.
    asked = await operator.act(f"{path}/build", {"without_controller_ids": [str(parties.police)]})
    await hurried.once()
    job = (await operator.get(asked.headers["location"])).json()
    assert (job["status"], job["error"]) == ("failed", "no_data")
    assert (await operator.get(path)).json()["status"] == "draft"


async def test_another_person_checks(world: World, hurried: Builder) -> None:
    both = await world.user_of(world.organisation("operator"), "operator")
    officer = await world.party("operator-disclosure_officer")
    made = await world.made(
        "/v1/releases", {"name": "sandbox-1", "kind": "sandbox", "starts_on": "2023-01-01", "ends_on": "2024-12-31"}
    )
    path = f"/v1/releases/{made['id']}"
    asked = await both.act(f"{path}/build", {"without_controller_ids": []})
    again = await both.act(f"{path}/build", {"without_controller_ids": []})
    assert (asked.status_code, *refusal(again)) == (202, 409, "build-under-way")
    await hurried.once()
    assert (await both.act(f"{path}/check")).status_code == 403
    checked = await officer.act(f"{path}/check")
    # Nobody's data are in it, so nobody is asked.
    assert checked.json()["status"] == "approved", checked.text


async def test_another_secret_than_that_of_what_is_published_builds_nothing(
    world: World, hurried: Builder, tmp_path: Path
) -> None:
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    body = {"kind": "sandbox", "starts_on": "2023-01-01", "ends_on": "2023-12-31"}
    first, second = [await world.made("/v1/releases", {**body, "name": f"secret-{each}"}) for each in (1, 2)]
    await built(world, hurried, first)
    await officer.act(f"/v1/releases/{first['id']}/check")
    assert (await operator.act(f"/v1/releases/{first['id']}/publish")).json()["status"] == "published"
    make_secret(tmp_path / "other")
    damaged = tmp_path / "damaged"
    damaged.write_text("x")
    damaged.chmod(0o600)
    for path, error in ((tmp_path / "other", "secret_changed"), (damaged, "secret_missing")):
        asked = await operator.act(f"/v1/releases/{second['id']}/build", {"without_controller_ids": []})
        await replace(hurried, secret_path=path).once()
        job = (await operator.get(asked.headers["location"])).json()
        assert (job["status"], job["error"]) == ("failed", error)
    with pytest.raises(FileExistsError):
        make_secret(tmp_path / "other")


async def test_a_draft_is_of_whole_years_that_are_over_and_nobody_elses(world: World) -> None:
    operator, police = await world.party("operator-operator"), await world.party("police-coordinator")
    body = {"name": "later", "starts_on": "2031-01-01", "ends_on": "2031-12-31"}
    assert (await police.post("/v1/releases", body)).status_code == 403
    officer = await world.party("operator-disclosure_officer")
    assert (await officer.post("/v1/releases", body)).status_code == 403
    for wrong in ({"starts_on": "2031-02-01"}, {"ends_on": "2032-06-30"}, {"ends_on": "2030-12-31"}, {"name": "Æ"}):
        assert (await operator.post("/v1/releases", {**body, **wrong})).status_code == 422, wrong
    unknown = {**body, "supersedes_id": nobody()}
    assert (await operator.post("/v1/releases", unknown)).status_code == 422
    made = await world.made("/v1/releases", body)
    early = await operator.act(f"/v1/releases/{made['id']}/build", {"without_controller_ids": []})
    assert refusal(early) == (409, "period-not-over")
    assert refusal(await operator.post("/v1/releases", {**body, "name": "same"})) == (409, "period-taken")
    stale = await operator.post(f"/v1/releases/{made['id']}/recall", {"reason": "x"}, if_match='"other"')
    assert stale.status_code == 412
    assert {each["id"] for each in (await operator.get("/v1/releases?status=draft")).json()["items"]} >= {made["id"]}


async def test_a_mistaken_draft_is_cancelled_until_it_is_out(
    world: World, hurried: Builder, year: int, superuser: AsyncEngine
) -> None:
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    police = await world.party("police-coordinator")
    draft = await drafted(world, year)
    path, reason = f"/v1/releases/{draft['id']}", {"reason": "Forkert periode."}
    assert refusal(await operator.post("/v1/releases", {**_of(year), "name": "sandbox-x"}))[0] == 422
    asked = await operator.act(f"{path}/build", {"without_controller_ids": []})
    assert refusal(await operator.act(f"{path}/cancel", reason)) == (409, "build-under-way")
    await hurried.once()
    job = (await operator.get(asked.headers["location"])).json()
    await officer.act(f"{path}/check")
    assert (await officer.act(f"{path}/cancel", reason)).status_code == 403
    cancelled = await operator.act(f"{path}/cancel", reason)
    assert (cancelled.json()["status"], cancelled.json()["cancel_reason"]) == ("cancelled", reason["reason"])
    assert (cancelled.json()["build_id"], cancelled.json()["controller_ids"]) == (None, [])
    assert refusal(await operator.act(f"{path}/build", {"without_controller_ids": []})) == (409, "forbidden-transition")
    assert await waits(police, draft) == []
    await empty_in_passing(hurried.url)
    async with superuser.connect() as connection:
        left = "SELECT count(*) FROM release_file_content WHERE build_id = :id AND content <> ''"
        assert await connection.scalar(text(left), {"id": job["id"]}) == 0
    # Name and period are free.
    again = await drafted(world, year)
    ready = await approved(world, await built(world, hurried, again))
    path = f"/v1/releases/{ready['id']}"
    assert (await operator.act(f"{path}/publish")).status_code == 200
    assert refusal(await operator.act(f"{path}/cancel", reason)) == (409, "forbidden-transition")
    assert (await police.get(f"{path}/report")).status_code == 200
    await operator.act(f"{path}/recall", reason)
    vive = await world.party("vive-researcher")
    for each in (police, vive):
        assert refusal(await each.get(f"{path}/report")) == (410, "release-recalled")
    # In its place only one that is final where it was, and a final one only as the last.
    body = {**_of(year), "name": f"y{year}-2", "supersedes_id": ready["id"], "final": True}
    assert refusal(await operator.post("/v1/releases", body)) == (422, "invalid-content")
    final = {**_of(year - 10), "name": f"y{year}-3", "final": True}
    assert refusal(await operator.post("/v1/releases", final)) == (409, "final-release-last")


def _of(year: int) -> JSON:
    return {"starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31"}


async def test_what_the_attacker_found_goes_nowhere(world: World, suspicious: Builder, hurried: Builder) -> None:
    officer = await world.party("operator-disclosure_officer")
    made = await world.made(
        "/v1/releases", {"name": "sandbox-3", "kind": "sandbox", "starts_on": "2023-01-01", "ends_on": "2023-12-31"}
    )
    path = f"/v1/releases/{made['id']}"
    assert (await built(world, suspicious, made))["findings"] == 1
    assert (await officer.get(f"{path}/internal-report")).json()["report"]["found"][0]["what"] == "found"
    assert refusal(await officer.act(f"{path}/check")) == (409, "disclosure-found")
    assert (await built(world, hurried, made))["findings"] == 0
    assert (await officer.act(f"{path}/check")).status_code == 200


async def test_two_builders_take_one_build_and_a_stale_lease_is_taken_over(
    world: World, hurried: Builder, superuser: AsyncEngine
) -> None:
    operator = await world.party("operator-operator")
    made = await world.made(
        "/v1/releases", {"name": "sandbox-2", "kind": "sandbox", "starts_on": "2023-01-01", "ends_on": "2023-12-31"}
    )
    asked = await operator.act(f"/v1/releases/{made['id']}/build", {"without_controller_ids": []})
    job = asked.json()["id"]
    async with superuser.begin() as connection:
        await connection.execute(
            text(
                "UPDATE release_job SET status = 'running', worker = 'gone', attempts = 1, "
                "leased_until = now() - interval '1 second' WHERE id = :id"
            ),
            {"id": job},
        )
    other = replace(hurried, name="another")
    assert sorted(await asyncio.gather(hurried.once(), other.once())) == [False, True]
    done = (await operator.get(asked.headers["location"])).json()
    assert (done["status"], done["attempts"]) == ("done", 2)
