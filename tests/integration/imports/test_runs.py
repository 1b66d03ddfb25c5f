"""What imports write and report, and what they leave as it was."""

import csv
import io
import json
from collections import Counter
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.boundary.conditions.sharing import BLOCKS
from app.boundary.policy import load
from app.database.columns import utc_now
from app.integration.imports import receiving
from tests.integration.changes.following import Follower
from tests.integration.imports.support import (
    accepted,
    citizen_row,
    imported,
    lines,
    references,
    report,
    worked,
)
from tests.support.world import JSON, Party, World


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receiving, "BATCH_ROWS", 4)


async def by_reference(party: Party, reference: str, collection: str = "citizens") -> int:
    return (await party.get(f"/v1/{collection}/by-reference/{reference}")).status_code


def outcomes(rows: list[JSON]) -> Counter[str]:
    return Counter(each["outcome"] for each in rows)


async def test_each_fault_of_a_line_is_told_and_the_others_are_written(
    world: World, app: FastAPI, superuser: AsyncEngine
) -> None:
    police = await world.party("police-integration")
    names = references(20)
    good = citizen_row(world, names[0], contact=world.contact())
    cpr = good["identity"]["cpr"]
    plain = {"project_id": world.project(), "track": "victim"}
    bare = json.dumps(plain)[1:-1]
    faulty: list[tuple[Any, str, str]] = [
        ({**plain, "external_reference": names[1], "nickname": cpr}, "/nickname", "extra_forbidden"),
        (
            citizen_row(world, names[2], identity=world.identity(birth_date="13-01-1871")),
            "/identity/birth_date",
            "date_",
        ),
        (plain, "/external_reference", "missing"),
        ({**plain, "external_reference": cpr}, "/external_reference", "citizen_data_in_text"),
        ({**plain, "external_reference": names[0]}, "/external_reference", "duplicate_reference"),
        (
            f'{{"external_reference": "{names[3]}", {bare}, "background": {{"birth_year": NaN}}}}',
            "/background",
            "not_a_n",
        ),
        (f'{{"external_reference": "{names[4]}", "track": "victim", {bare}}}', "", "duplicate_member"),
        (f'{{"external_reference": "{names[5]}\\u0000", {bare}}}', "/external_reference", "nul_character"),
        ("[1, 2]", "", "object_type"),
        ('{"external_reference": ', "", "invalid_json"),
        (
            {**plain, "external_reference": names[6], "project_id": names and str(world.organisation("tryg_vej"))},
            "",
            "",
        ),
    ]
    content = lines([good, *(each for each, _, _ in faulty)]) + b'\n\xff\xfe{"a": 1}\n'
    done = await imported(app, police, content + lines([citizen_row(world, names[7])])[:-1])
    rows = await report(police, done)
    assert [each["row"] for each in rows] == list(range(1, len(faulty) + 4))
    assert done["status"] == "completed"
    assert done["counts"] | {"updated": 0, "unchanged": 0} == done["counts"]
    assert (rows[0]["outcome"], rows[-1]["outcome"]) == ("created", "created")
    assert rows[-2]["errors"][0]["code"] == "not_utf8"
    for told, (_, pointer, code) in zip(rows[1:], faulty, strict=False):
        assert told["outcome"] == "refused", told
        assert told["record_id"] is None
        found = [(each["pointer"], each["code"]) for each in told["errors"]]
        assert any(at.startswith(pointer) and of.startswith(code) for at, of in found), (told, pointer, code)
    assert await by_reference(police, names[0]) == await by_reference(police, names[7]) == 200
    # No rejected value, in whatever form.
    answer = await police.get(f"/v1/imports/{done['id']}/rows", accept="text/csv", accept_language="da")
    assert answer.headers["content-type"].startswith("text/csv")
    told_as_csv = [*csv.DictReader(io.StringIO(answer.text))]
    assert {each["row"] for each in told_as_csv} == {str(each["row"]) for each in rows}
    assert next(each["message"] for each in told_as_csv if each["code"] == "missing") == "Feltet er påkrævet."
    assert cpr not in answer.text + json.dumps(rows)
    refused = await report(police, done, outcome="refused", limit="3")
    assert [each["row"] for each in refused] == [each["row"] for each in rows if each["outcome"] == "refused"]
    # Who saw whom stands in the log, once for each batch; what was asked for and is not theirs as a denial.
    async with superuser.connect() as connection:
        logged = await connection.execute(
            text(
                "SELECT e.outcome, e.code, count(s.event_id) FROM audit_event e LEFT JOIN audit_subject s "
                "ON s.event_id = e.id AND s.category = 'identity' AND s.access = 'create' "
                "WHERE e.record_id = :id AND e.action = 'import' GROUP BY 1, 2"
            ),
            {"id": done["id"]},
        )
        assert {(each[0], each[2]) for each in logged} == {("done", 2), ("denied", 0)}


async def test_a_spreadsheet(world: World, app: FastAPI) -> None:
    police, names = await world.party("police-integration"), references(5)
    head = (
        "external_reference;project_id;track;contact.phone;contact.safe_channels;contact.safe_hours.0.weekday;"
        "contact.safe_hours.0.from_time;contact.safe_hours.0.to_time;contact.shared_device;contact.code_phrase"
    )
    cells = f"{world.project()};victim;20000001;phone|sms;1;08:00;16:00;false"
    body = (
        f'\ufeff{head}\r\n{names[0]};{cells};=1 "A\r\n\r\n{names[1]};{cells};"Ærø ""ø""; åbn"\n'
        f'{names[2]};{cells};"to\nlinjer"\n{names[3]};;\r\n{names[4]};{cells.replace("false", "ja")};'
    )
    rows = await report(police, await imported(app, police, body.encode(), "text/csv; charset=utf-8"))
    assert outcomes(rows) == {"created": 2, "refused": 3}, rows
    assert [(each["errors"][0]["pointer"], each["errors"][0]["code"]) for each in rows[2:]] == [
        ("/contact/code_phrase", "control_character"),
        ("", "wrong_number_of_cells"),
        ("/contact/shared_device", "bool_type"),
    ]
    contacts = [(await police.get(f"/v1/citizens/{each['record_id']}")).json()["contact"] for each in rows[:2]]
    assert [each["code_phrase"] for each in contacts] == ['=1 "A', 'Ærø "ø"; åbn']
    assert contacts[0]["safe_hours"] == [{"weekday": 1, "from_time": "08:00", "to_time": "16:00"}]
    assert (contacts[0]["safe_channels"], contacts[0]["shared_device"]) == (["phone", "sms"], False)


async def test_each_names_the_one_before_by_ones_own_reference(world: World, app: FastAPI) -> None:
    ngo = await world.user_of(world.organisation("tryg_vej"), "integration", "victim")
    names = references(3)
    stems = f"external_reference,project_id,track\n{names[0]},{world.project()},victim\n{names[1]},,victim\n"
    rows = await report(ngo, await imported(app, ngo, stems.encode(), "text/csv"))
    assert outcomes(rows) == {"created": 1, "refused": 1}
    assert [each["pointer"] for each in rows[1]["errors"]] == ["/project_id"]
    consent = {
        "external_reference": names[0],
        "citizen_reference": names[0],
        "form_version_id": world.form(),
        "language": "da",
        "method": "paper",
        "scopes": ["contact", "identity"],
        "recipients": [ngo.organisation_id],
        "informed_by": "PBA",
    }
    rows = await report(ngo, await imported(app, ngo, lines([consent]), collection="consents"))
    assert outcomes(rows) == {"created": 1}, rows
    answer = await ngo.act(f"/v1/consents/{rows[0]['record_id']}/sign", {"signed_at": utc_now().isoformat()})
    assert answer.status_code == 200, answer.text
    # 99 of one's own, and one that names somebody else's citizen.
    theirs = await world.citizen(await world.party("police-integration"))
    course = {"form": "individual", "journey_started_on": "2024-03-02"}
    own = [{**course, "external_reference": names[0], "citizen_reference": names[0]}]
    foreign = [
        {**course, "external_reference": names[1], "citizen_id": theirs["id"]},
        {**course, "external_reference": names[2], "citizen_reference": names[2]},
    ]
    done = await imported(app, ngo, lines([*own, *foreign]), collection="courses")
    rows = await report(ngo, done)
    assert [each["outcome"] for each in rows] == ["created", "refused", "refused"], rows
    assert [each["errors"][0]["code"] for each in rows[1:]] == ["unknown_reference"] * 2
    assert [each["errors"][0]["pointer"] for each in rows[1:]] == ["/citizen_id", "/citizen_reference"]


@pytest.mark.parametrize("atomic", ["object", "all"])
async def test_what_is_validated_first_is_committed_alike(world: World, app: FastAPI, atomic: str) -> None:
    police = await world.party("police-integration")
    names = references(6)
    rows = [citizen_row(world, each) for each in names]
    wrong = [*rows[:5], {**rows[5], "track": "neither"}]
    tried = await imported(app, police, lines(wrong), mode="validate", atomic=atomic)
    told = await report(police, tried)
    assert tried["status"] == "completed"
    assert [await by_reference(police, each) for each in names] == [404] * 6
    done = await imported(app, police, lines(wrong), atomic=atomic)
    assert [(each["row"], each["outcome"], each["errors"]) for each in await report(police, done)] == [
        (each["row"], each["outcome"], each["errors"]) for each in told
    ]
    if atomic == "all":
        assert (done["status"], done["error"]) == ("failed", "rows_refused")
        assert outcomes(told) == {"not_written": 5, "refused": 1}
        assert done["counts"] | {"created": 0, "refused": 1} == done["counts"]
        assert [await by_reference(police, each) for each in names] == [404] * 6
    else:
        assert done["status"] == "completed"
        assert [await by_reference(police, each) for each in names] == [200] * 5 + [404]
    # Whole, and then once more: the same file changes nothing, and what it says anew is changed.
    done = await imported(app, police, lines(rows), atomic=atomic)
    assert done["counts"]["created"] == (6 if atomic == "all" else 1), done
    assert all(each["record_id"] for each in await report(police, done))
    rows[3]["identity"] = {**rows[3]["identity"], "given_name": "Åse"}
    done = await imported(app, police, lines(rows), atomic=atomic)
    assert done["counts"] == {"rows": 6, "done": 6, "created": 0, "updated": 1, "unchanged": 5, "refused": 0}


async def test_nothing_of_a_file_lies_open_and_nothing_is_left_of_it(
    world: World, app: FastAPI, superuser: AsyncEngine
) -> None:
    police = await world.party("police-integration")
    row = citizen_row(world, references(1)[0])
    job = await accepted(police, lines([row]))
    looked = text(
        "SELECT j.wrapped, c.sealed FROM import_job j JOIN import_chunk c ON c.import_id = j.id WHERE j.id = :id"
    )
    async with superuser.connect() as connection:
        wrapped, sealed = (await connection.execute(looked, {"id": job["id"]})).one()
        assert wrapped
        assert sealed
        assert not any(each in bytes(sealed) for each in (row["identity"]["cpr"].encode(), b"identity"))
    await worked(app)
    async with superuser.connect() as connection:
        assert tuple((await connection.execute(looked, {"id": job["id"]})).one()) == (b"", b"")


async def test_no_row_of_a_block_is_judged_by_a_function_of_its_own(superuser: AsyncEngine) -> None:
    """A function is begun anew for each row, with the citizen's policies: more than half of what a file had cost."""
    tables = [load()[each].table for each in sorted(BLOCKS)]
    judged = text(
        "SELECT tablename FROM pg_policies WHERE schemaname = 'public' AND concat(qual, with_check) ~ 'has_registered'"
    )
    async with superuser.connect() as connection:
        by_function = {each for (each,) in await connection.execute(judged)}
    assert not by_function & {*tables}
    assert "consent" in by_function, "whose policies a citizen's look at"


async def test_a_new_citizen_is_told_once_and_a_change_again(world: World, app: FastAPI) -> None:
    police, names = await world.party("police-integration"), references(3)
    rows = [citizen_row(world, each, contact=world.contact()) for each in names[:2]]
    follower = await Follower.from_now(police)
    first = await report(police, await imported(app, police, lines(rows)))
    assert await follower.told() == [("citizens", "created")] * 2
    rows[0]["contact"]["shared_device"] = False
    faulty = [citizen_row(world, names[2], contact=world.contact()), {"external_reference": "SAG"}]  # one by one
    second = await report(police, await imported(app, police, lines([*rows, *faulty])))
    assert [each["outcome"] for each in second] == ["updated", "unchanged", "created", "refused"], second
    told = [(each["kind"], each["record_id"] == first[0]["record_id"]) for each in await follower.items()]
    assert sorted(told) == [("created", False), ("updated", True)]
