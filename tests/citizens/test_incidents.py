from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.world import JSON, Party, World, nobody

WITHHELD_FROM_NGO = ["registration", "account", "offences"]
SCOPES = ["contact", "identity", "incident", "criminal_offences"]


def incident_of(citizen: JSON, **changes: Any) -> JSON:
    return {
        "citizen_id": citizen["id"],
        "number": "4200-æøå-17",
        "occurred_at": "2026-01-31T23:45:00+01:00",
        "place": "Opgangen",
        "relation": "current_partner",
        "violence_forms": ["physical", "psychological"],
        "children_present": True,
        "account": "Naboen hørte råb og ringede.",
        **changes,
    }


async def registered(police: Party, citizen: JSON, **changes: Any) -> JSON:
    answer = await police.post("/v1/incidents", incident_of(citizen, **changes))
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/incidents/{answer.json()['id']}"
    return dict(answer.json())


async def passed_on(world: World, citizen: JSON, to: Party, scopes: list[str] | None = None) -> JSON:
    police = await world.party("police-integration")
    consent = await world.consent(police, citizen, [to.organisation_id], scopes or SCOPES)
    await world.referral(police, consent, accepted_by=to)
    return consent


async def test_the_police_file_and_read_the_whole(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police, "perpetrator")
    made = await registered(police, citizen, offences=["Straffelovens § 244", "Straffelovens § 291"])
    assert made["registration"]["number"] == "4200-æøå-17"
    assert made["registration"]["occurred_at"] == "2026-01-31T22:45:00Z"
    assert (made["registration"]["place"], made["registration"]["status"]) == ("Opgangen", "registered")
    assert made["summary"] == {
        "relation": "current_partner",
        "violence_forms": ["physical", "psychological"],
        "children_present": True,
    }
    assert made["account"] == "Naboen hørte råb og ringede."
    assert made["offences"] == ["Straffelovens § 244", "Straffelovens § 291"]
    assert made["withheld"] == []
    path = f"/v1/incidents/{made['id']}"
    assert (await police.get(path)).json() == made
    assert (await police.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"] == [made]
    least = await registered(police, citizen, place=None, account=None, children_present=None)
    assert (least["registration"]["place"], least["account"], least["offences"]) == (None, None, None)


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"citizen_id": nobody()}, ("/citizen_id", "unknown_reference")),
        ({"offences": ["Straffelovens § 999"]}, ("/offences", "perpetrator_only")),
        ({"offences": []}, ("/offences", "too_short")),
        ({"occurred_at": "2199-01-01T00:00:00Z"}, ("/occurred_at", "in_future")),
        ({"occurred_at": "2026-01-01T12:00:00"}, ("/occurred_at", "datetime_parsing")),
        ({"occurred_at": 1_760_000_000}, ("/occurred_at", "datetime_parsing")),
        ({"violence_forms": []}, ("/violence_forms", "too_short")),
        ({"violence_forms": ["physical", "physical"]}, ("/violence_forms", "duplicate_item")),
        ({"relation": "naboen i stuen"}, ("/relation", "not_a_choice")),
        ({"number": ""}, ("/number", "string_too_short")),
        ({"account": "Mørk\u0000"}, ("/account", "control_character")),
        ({"status": "closed"}, ("/status", "extra_forbidden")),
    ],
)
async def test_what_an_incident_may_not_say(world: World, changes: JSON, expected: tuple[str, str]) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    answer = await police.post("/v1/incidents", incident_of(citizen, **changes))
    if answer.status_code != 400:  # NUL is no JSON of ours at all
        assert answer.status_code == 422
        assert expected in {(each["pointer"], each["code"]) for each in answer.json()["errors"]}
    for secret in ("4200-æ", "Opgangen", "Naboen", "§ 999", "naboen i stuen", "Mørk"):
        assert secret not in answer.text
    assert (await police.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"] == []


async def test_only_the_police_file_close_and_link(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    made = await registered(police, citizen)
    for client in ("aarhus-coordinator", "tryg-vej-coordinator-victim", "vive-researcher", "agency-secretary"):
        party = await world.party(client)
        assert (await party.post("/v1/incidents", incident_of(citizen))).status_code == 403
        assert (await party.post(f"/v1/incidents/{made['id']}/close")).status_code == 403
    for client in ("vive-researcher", "agency-secretary", "operator-operator", "trainer-secretary"):
        party = await world.party(client)
        assert (await party.get("/v1/incidents")).status_code == 403
        assert (await party.get(f"/v1/incidents/{made['id']}")).status_code == 403


async def test_closing_is_once_and_from_the_present_version(world: World) -> None:
    police = await world.party("police-caseworker")
    made = await registered(police, await world.citizen(police))
    path = f"/v1/incidents/{made['id']}"
    etag = (await police.get(path)).headers["etag"]
    assert (await police.post(f"{path}/close")).status_code == 428
    closed = await police.post(f"{path}/close", if_match=etag)
    assert (closed.status_code, closed.json()["registration"]["status"]) == (200, "closed")
    assert (await police.post(f"{path}/close", if_match=etag)).status_code == 412
    again = await police.act(f"{path}/close")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "closed", [])


async def test_before_acceptance_it_does_not_exist_for_others(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    made = await registered(police, citizen)
    consent = await world.consent(police, citizen, [ngo.organisation_id], SCOPES)
    await world.referral(police, consent)
    foreign = await ngo.get(f"/v1/incidents/{made['id']}")
    absent = await ngo.get(f"/v1/incidents/{nobody()}")
    assert foreign.status_code == absent.status_code == 404
    assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}
    assert (await ngo.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"] == []


@pytest.mark.parametrize("track", ["victim", "perpetrator"])
async def test_an_ngo_learns_the_summary_only(world: World, track: str) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party(f"tryg-vej-caseworker-{track}")
    citizen = await world.citizen(police, track)
    offences = ["Straffelovens § 244"] if track == "perpetrator" else None
    made = await registered(police, citizen, offences=offences)
    await passed_on(world, citizen, ngo)
    shown = await ngo.get(f"/v1/incidents/{made['id']}")
    assert shown.status_code == 200
    assert shown.json() == {
        **made,
        "registration": None,
        "account": None,
        "offences": None,
        "withheld": WITHHELD_FROM_NGO,
    }
    for secret in ("4200-æ", "2026-01-31", "Opgangen", "Naboen", "§ 244", "created_at"):
        assert secret not in shown.text
    assert (await ngo.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"] == [shown.json()]
    assert shown.json() in (await ngo.get("/v1/incidents")).json()["items"]
    other = await world.party("tryg-vej-coordinator-" + ("perpetrator" if track == "victim" else "victim"))
    assert (await other.get(f"/v1/incidents/{made['id']}")).status_code == 404


async def test_a_municipality_learns_the_account_and_the_perpetrators_offences(world: World) -> None:
    police, aarhus = await world.party("police-caseworker"), await world.party("aarhus-caseworker")
    citizen = await world.citizen(police, "perpetrator")
    made = await registered(police, citizen, offences=["Straffelovens § 244"])
    await passed_on(world, citizen, aarhus)
    shown = (await aarhus.get(f"/v1/incidents/{made['id']}")).json()
    assert shown == {**made, "registration": None, "withheld": ["registration"]}


async def test_each_scope_opens_its_own_part(world: World) -> None:
    police, aarhus = await world.party("police-caseworker"), await world.party("aarhus-caseworker")
    parts = {}
    for scope in ("identity", "incident", "criminal_offences"):
        citizen = await world.citizen(police, "perpetrator")
        made = await registered(police, citizen, offences=["Straffelovens § 244"])
        await passed_on(world, citizen, aarhus, ["contact", scope])
        answer = await aarhus.get(f"/v1/incidents/{made['id']}")
        listed = (await aarhus.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"]
        assert listed == ([answer.json()] if answer.status_code == 200 else [])
        parts[scope] = answer.json().get("withheld", answer.status_code)
    assert parts == {
        "identity": 404,
        "incident": ["registration", "offences"],
        "criminal_offences": ["registration", "summary", "account"],
    }


async def test_withdrawal_closes_it_at_once(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police)
    made = await registered(police, citizen)
    consent = await passed_on(world, citizen, ngo)
    etag = (await ngo.get(f"/v1/incidents/{made['id']}")).headers["etag"]
    await world.withdrawn(police, consent)
    assert (await ngo.get(f"/v1/incidents/{made['id']}", if_none_match=etag)).status_code == 404
    assert (await ngo.get(f"/v1/incidents?citizen_id={citizen['id']}")).json()["items"] == []


async def test_one_event_two_people_nothing_shared(world: World) -> None:
    """What the two recipients see of one night joins nowhere but in what the codes say."""
    police = await world.party("police-integration")
    seen = []
    for track in ("victim", "perpetrator"):
        ngo = await world.party(f"tryg-vej-integration-{track}")
        citizen = await world.citizen(police, track)
        made = await registered(police, citizen)
        await passed_on(world, citizen, ngo)
        shown = (await ngo.get(f"/v1/incidents/{made['id']}")).json()
        seen.append({shown["id"], shown["citizen_id"]})
        assert set(shown) == {
            *("id", "project_id", "citizen_id", "track", "controller_id"),
            *("registration", "summary", "account", "offences", "external_reference", "withheld"),
        }
    assert not seen[0] & seen[1]


async def test_pages_newest_first_for_police_and_recipient(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("lysningen-coordinator-victim")
    citizen = await world.citizen(police)
    ids = [(await registered(police, citizen, number=f"N-{number}"))["id"] for number in range(3)]
    await passed_on(world, citizen, ngo)
    for party in (police, ngo):
        path = f"/v1/incidents?citizen_id={citizen['id']}&limit=2"
        first = (await party.get(path)).json()
        second = (await party.get(f"{path}&cursor={first['next_cursor']}")).json()
        assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1]
        assert second["next_cursor"] is None
    whole = [each["id"] for each in (await ngo.get("/v1/incidents")).json()["items"]]
    assert whole == ids[::-1]


async def test_what_is_written_after_acceptance_is_screened(world: World) -> None:
    police, aarhus = await world.party("police-integration"), await world.party("aarhus-integration")
    identity = world.identity(family_name="Kvistgård")
    perpetrator = await world.citizen(police, "perpetrator", identity=identity)
    victim = await world.citizen(police)
    await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": perpetrator["id"]})
    telling = "Kvistgård stod på trappen."
    # Kept in the police's own file it may say so; nobody has been let in yet.
    assert (await police.post("/v1/incidents", incident_of(victim, account=telling))).status_code == 201
    consent = await world.consent(police, await world.citizen(police), [aarhus.organisation_id], SCOPES)
    await world.referral(police, consent, accepted_by=aarhus)
    other = await world.citizen(police)
    await police.post("/v1/pair-links", {"victim_id": other["id"], "perpetrator_id": perpetrator["id"]})
    await passed_on(world, other, aarhus)
    refused = await police.post("/v1/incidents", incident_of(other, account=telling))
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "counterpart_identified")
    assert "Kvistg" not in refused.text
    assert (await police.post("/v1/incidents", incident_of(other))).status_code == 201


async def test_an_account_that_names_the_other_side_is_not_passed_on(world: World) -> None:
    police = await world.party("police-integration")
    perpetrator = await world.citizen(police, "perpetrator", identity=world.identity(family_name="Kvistgård"))
    victim = await world.citizen(police)
    await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": perpetrator["id"]})
    await registered(police, victim, account="Kvistgård stod på trappen.")
    consent = await world.consent(police, victim, [world.organisation("aarhus")], SCOPES)
    draft = await world.referral(police, consent, sent=False)
    refused = await police.act(f"/v1/referrals/{draft['id']}/send")
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "counterpart_identified")
    assert "Kvistg" not in refused.text
    # What does not travel with it may say so.
    without = await world.referral(police, consent, scopes=["contact", "identity"])
    assert without["status"] == "sent"


async def test_the_database_holds_no_plain_words(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, "perpetrator", identity=None, contact=None)
    made = await registered(police, citizen, offences=["Straffelovens § 244"])
    async with superuser.connect() as connection:
        for table in ("incident", "incident_summary", "incident_account", "incident_offence"):
            key = "id" if table == "incident" else "incident_id"
            row = (await connection.execute(text(f"SELECT * FROM {table} WHERE {key} = :id"), made)).mappings().one()
            held = b"".join(each if isinstance(each, bytes) else str(each).encode() for each in row.values())
            for secret in ("4200-æ", "Opgangen", "Naboen", "§ 244"):
                assert secret.encode() not in held
