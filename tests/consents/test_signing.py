from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.common.moments import CLOCK_DRIFT
from app.common.workdays import workdays_after
from app.consents.terms import months_after
from app.database.columns import utc_now
from tests.consents.support import ago, codes, draft_of, kind, run_out, sign, stored
from tests.journey.test_worklist import tasks
from tests.support.world import JSON, Party, World


async def drafted(world: World, party: Party, **members: Any) -> JSON:
    citizen = await world.citizen(party, identity=None, contact=None)
    return await world.consent(party, citizen, [world.organisation("tryg_vej")], signed=False, **members)


async def test_it_lasts_as_long_as_the_form_says_unless_shorter(world: World) -> None:
    police = await world.party("police-integration")
    signed = (await sign(police, await drafted(world, police), signed_at="2025-11-30T23:30:00+01:00")).json()
    assert (signed["status"], signed["version"]) == ("active", 2)
    assert (signed["signed_at"], signed["valid_until"]) == ("2025-11-30T22:30:00Z", "2027-11-30T22:30:00Z")
    shorter = await sign(police, await drafted(world, police), valid_until=ago(days=-3))
    assert shorter.status_code == 200


def test_months_end_on_the_last_day_there_is() -> None:
    moment = utc_now().replace(year=2023, month=8, day=31, hour=10)
    assert months_after(moment, 6).date().isoformat() == "2024-02-29"
    assert months_after(moment, 18).date().isoformat() == "2025-02-28"
    assert months_after(moment, 4).date().isoformat() == "2023-12-31"


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ({"signed_at": ago(days=-1)}, ("/signed_at", "in_future")),
        ({"signed_at": "2022-08-31T12:00:00Z"}, ("/signed_at", "before_project")),
        ({"signed_at": "2026-01-01"}, ("/signed_at", "datetime_parsing")),
        ({"signed_at": "2026-01-01T12:00:00"}, ("/signed_at", "datetime_parsing")),
        ({"signed_at": 1_760_000_000}, ("/signed_at", "datetime_parsing")),
        ({"signed_at": "0001-01-01T00:00:00+14:00"}, ("/signed_at", "implausible_time")),
        ({"valid_until": ago(days=2)}, ("/valid_until", "not_after_signing")),
        ({"valid_until": ago(days=-800)}, ("/valid_until", "too_long")),
        ({"signed_at": ago(days=9), "valid_until": ago(days=1)}, ("/valid_until", "run_out")),
        ({"status": "active"}, ("/status", "extra_forbidden")),
    ],
)
async def test_times_that_cannot_be(world: World, body: JSON, expected: tuple[str, str]) -> None:
    police = await world.party("police-integration")
    draft = await drafted(world, police)
    answer = await sign(police, draft, **body)
    assert answer.status_code == 422
    assert expected in codes(answer)
    assert (await police.get(f"/v1/consents/{draft['id']}")).json() == draft


async def test_a_note_of_an_oral_consent_does_not_suffice(world: World) -> None:
    police = await world.party("police-integration")
    note = await drafted(world, police, method="oral_note")
    answer = await sign(police, note)
    assert (answer.status_code, kind(answer)) == (409, "oral-note-not-enough")
    assert (await police.act(f"/v1/consents/{note['id']}/refuse")).json()["status"] == "refused"


async def test_only_adults_where_the_birth_date_is_known(world: World) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=world.identity(birth_date="1899-03-02", cpr=None))
    draft = await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    answer = await sign(police, draft, signed_at="1917-03-01T22:59:00Z")
    assert (answer.status_code, kind(answer)) == (409, "under-age")
    assert "1899" not in answer.text
    # On the eighteenth birthday, which begins in Denmark an hour earlier, it is another rule that stops it.
    of_age = await sign(police, draft, signed_at="1917-03-01T23:00:00Z")
    assert ("/signed_at", "before_project") in codes(of_age)


async def test_the_form_must_have_been_in_use_when_signed(world: World) -> None:
    police, agency = await world.party("police-integration"), await world.party("agency-secretary")
    body = {
        "project_id": world.project(),
        "name": "Snart udgået",
        "languages": ["da"],
        "notice_da": "Teksten.",
        "recipients": [world.organisation("tryg_vej")],
        "scopes": ["contact", "identity", "bridging"],
    }
    form = (await agency.post("/v1/consent-forms", body)).json()["id"]
    draft = await drafted(world, police, form_version_id=form)
    await agency.act(f"/v1/consent-forms/{form}/retire")
    later = await sign(police, draft, signed_at=ago())
    assert (later.status_code, kind(later)) == (409, "terms-out-of-date")
    assert codes(later) == {("/form_version_id", "form_retired")}
    assert (await sign(police, draft, signed_at=ago(days=1))).status_code == 200


async def test_a_recipient_that_has_left_the_project_cannot_be_named(world: World, superuser: AsyncEngine) -> None:
    ngo, agreement = await world.newcomer()
    project = agreement["project_id"]
    other = (await world.organisation_made("ngo", tracks=["victim"]))["id"]
    await world.made(f"/v1/projects/{project}/partners", {"organisation_id": other})
    terms = {"recipients": [ngo.organisation_id, other], "scopes": ["contact"]}
    form = await world.made(
        "/v1/consent-forms",
        {"project_id": project, "name": "Prøve", "languages": ["da"], "notice_da": "Teksten.", **terms},
    )
    citizen = (await ngo.post("/v1/citizens", {"project_id": project, "track": "victim"})).json()
    body = draft_of(world, citizen, form_version_id=form["id"], **terms)
    draft = await ngo.post("/v1/consents", body)
    assert draft.status_code == 201, draft.text
    async with superuser.begin() as connection:
        await connection.execute(
            text("UPDATE project_partner SET ended_at = now() WHERE project_id = :id AND organisation_id = :org"),
            {"id": project, "org": other},
        )
    answer = await sign(ngo, draft.json())
    assert (answer.status_code, kind(answer)) == (409, "terms-out-of-date")
    assert codes(answer) == {("/recipients/1", "not_a_partner")}
    again = await ngo.post("/v1/consents", body)
    assert (again.status_code, codes(again)) == (422, {("/recipients/1", "not_a_partner")})


async def test_a_refusal_is_recorded_and_nobody_elses_to_know(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    draft = await drafted(world, police)
    path = f"/v1/consents/{draft['id']}"
    assert (await police.post(f"{path}/refuse")).status_code == 428
    refused = await police.act(f"{path}/refuse")
    assert (refused.status_code, refused.json()["status"]) == (200, "refused")
    assert (await ngo.get(path)).status_code == 404
    assert (await ngo.get(f"/v1/consents?citizen_id={draft['citizen_id']}")).json()["items"] == []
    for action, body in (("sign", {"signed_at": ago()}), ("refuse", None), ("withdraw", WITHDRAWAL)):
        answer = await police.act(f"{path}/{action}", body)
        assert (answer.status_code, answer.json()["state"], answer.json()["allowed"]) == (409, "refused", [])


WITHDRAWAL = {"withdrawn_by": "citizen", "withdrawal_channel": "letter"}


async def test_from_draft_there_is_no_withdrawal(world: World) -> None:
    police = await world.party("police-integration")
    answer = await police.act(f"/v1/consents/{(await drafted(world, police))['id']}/withdraw", WITHDRAWAL)
    assert (answer.status_code, answer.json()["allowed"]) == (409, ["active", "refused"])


async def test_expired_is_computed_and_final(world: World, superuser: AsyncEngine) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    draft = await drafted(world, police)
    await run_out(superuser, draft)
    path = f"/v1/consents/{draft['id']}"
    for party in (police, ngo):
        assert (await party.get(path)).json()["status"] == "expired"
        answer = await party.act(f"{path}/withdraw", WITHDRAWAL)
        assert (answer.status_code, answer.json()["state"], answer.json()["allowed"]) == (409, "expired", [])
        by_citizen = f"/v1/consents?citizen_id={draft['citizen_id']}"
        assert len((await party.get(f"{by_citizen}&status=expired")).json()["items"]) == 1
        assert (await party.get(f"{by_citizen}&status=active")).json()["items"] == []


async def _superseding(world: World, police: Party, old: JSON, **terms: Any) -> httpx.Response:
    body = {**draft_of(world, {"id": old["citizen_id"]}), "supersedes_id": old["id"], **terms}
    new = await police.post("/v1/consents", body)
    assert new.status_code == 201, new.text
    return await sign(police, new.json())


async def test_signing_supersedes_the_earlier_one_at_once(world: World, superuser: AsyncEngine) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    old = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    referral = await world.referral(police, old, accepted_by=ngo)
    waiting = await world.referral(police, old)
    new = await _superseding(world, police, old, scopes=["contact"])
    assert (new.status_code, new.json()["supersedes_id"]) == (200, old["id"])
    assert (await ngo.get(f"/v1/consents/{new.json()['id']}")).json()["supersedes_id"] is None
    assert (await police.get(f"/v1/consents/{old['id']}")).json()["status"] == "superseded"
    query = "SELECT count(*) FROM disclosure WHERE referral_id = :id AND ended_at IS NULL AND consent_id = :consent"
    assert await stored(superuser, query, id=referral["id"], consent=old["id"]) == 0
    # What the new consent covers goes on under it; what it leaves out has ended.
    kept = (await ngo.get(f"/v1/referrals/{referral['id']}")).json()
    assert (kept["status"], kept["consent_id"]) == ("accepted", new.json()["id"])
    assert kept["summary"] is not None
    shown = (await ngo.get(f"/v1/citizens/{old['citizen_id']}")).json()
    assert (shown["contact"] is not None, shown["identity"]) == (True, None)
    assert (await police.get(f"/v1/referrals/{waiting['id']}")).json()["status"] == "recalled"
    await world.withdrawn(police, new.json())
    assert (await ngo.get(f"/v1/citizens/{old['citizen_id']}")).status_code == 404


async def test_whom_a_renewal_leaves_out_acknowledges_that_its_access_ended(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    other = await world.party("lysningen-coordinator-victim")
    named = [ngo.organisation_id, other.organisation_id]
    old = await world.consent(police, await world.citizen(police), named)
    for party in (ngo, other):
        await world.referral(police, old, party.organisation_id, accepted_by=party)
    path = f"/v1/consents/{old['id']}"
    new = await _superseding(world, police, old, recipients=[other.organisation_id], scopes=old["scopes"])
    assert new.status_code == 200, new.text

    assert (await ngo.get(f"/v1/citizens/{old['citizen_id']}")).status_code == 404
    (task,) = [each for each in await tasks(ngo, old["id"]) if each["kind"] != "consent_expiring"]
    assert (task["kind"], task["citizen_id"]) == ("access_end_to_acknowledge", old["citizen_id"])
    assert task["due_on"] == workdays_after(today(), 3).isoformat()
    assert await tasks(other, old["id"]) == [], "it goes on under the new one"
    kept = await other.post(f"{path}/acknowledge")
    assert (kept.status_code, kept.json()["state"]) == (409, "superseded")
    (waiting,) = (await police.get(f"{path}/acknowledgements")).json()["items"]
    assert (waiting["organisation_id"], waiting["acknowledged_at"]) == (ngo.organisation_id, None)
    assert waiting["due_on"] == task["due_on"]

    done = await ngo.post(f"{path}/acknowledge")
    assert done.status_code == 200, done.text
    assert (await police.get(f"{path}/acknowledgements")).json()["items"] == [done.json()]
    assert await tasks(ngo, old["id"]) == []
    assert (await ngo.post(f"{path}/acknowledge")).status_code == 409


async def test_access_that_had_ended_before_a_renewal_is_not_acknowledged(world: World, superuser: AsyncEngine) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    old = await world.consent(police, await world.citizen(police), [ngo.organisation_id])
    referral = await world.referral(police, old, accepted_by=ngo)
    async with superuser.begin() as connection:  # as the end of a partnership does
        ended = text("UPDATE disclosure SET ended_at = clock_timestamp() WHERE referral_id = :id")
        assert (await connection.execute(ended, {"id": UUID(referral["id"])})).rowcount
    new = await _superseding(world, police, old, recipients=[ngo.organisation_id], scopes=old["scopes"])
    assert new.status_code == 200, new.text
    path = f"/v1/consents/{old['id']}"
    assert "access_end_to_acknowledge" not in {each["kind"] for each in await tasks(ngo, old["id"])}
    assert (await police.get(f"{path}/acknowledgements")).json()["items"] == []
    refused = await ngo.post(f"{path}/acknowledge")
    assert refused.status_code in {404, 409}, refused.text


async def test_a_renewed_consent_carries_on_what_runs_under_it(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    old = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    referral = await world.referral(police, old, accepted_by=ngo)
    waiting = await world.referral(police, old)
    new = await _superseding(world, police, old, scopes=[*old["scopes"], "address"])
    assert new.status_code == 200, new.text
    shown = (await ngo.get(f"/v1/referrals/{referral['id']}")).json()
    assert (shown["status"], shown["consent_id"]) == ("accepted", new.json()["id"])
    assert shown["summary"] is not None
    assert (await ngo.get(f"/v1/citizens/{old['citizen_id']}")).json()["identity"] is not None
    assert (await ngo.act(f"/v1/referrals/{waiting['id']}/accept")).status_code == 200
    attempt = {"attempted_at": ago(seconds=1), "channel": "phone", "outcome": "no_answer"}
    made = await ngo.post(f"/v1/referrals/{referral['id']}/contact-attempts", attempt)
    assert made.status_code == 201, made.text
    await world.withdrawn(police, new.json())
    assert (await ngo.get(f"/v1/citizens/{old['citizen_id']}")).status_code == 404


async def test_one_that_ended_otherwise_stays_as_it_ended(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    draft = await drafted(world, police)
    await run_out(superuser, draft)
    assert (await _superseding(world, police, draft)).status_code == 200
    assert (await police.get(f"/v1/consents/{draft['id']}")).json()["status"] == "expired"


async def test_of_two_renewals_of_one_consent_only_the_first_can_be_signed(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    old = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    await world.referral(police, old, accepted_by=ngo)
    body = {**draft_of(world, {"id": old["citizen_id"]}), "supersedes_id": old["id"]}
    wide, narrow = [
        (await police.post("/v1/consents", {**body, "scopes": scopes})).json()
        for scopes in (old["scopes"], ["contact"])
    ]
    assert (await sign(police, wide)).status_code == 200
    refused = await sign(police, narrow)
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (409, "replaced-consent-ended")
    again = await police.post("/v1/consents", body)
    assert (again.status_code, codes(again)) == (422, {("/supersedes_id", "unknown_reference")})
    # The narrower one replaces what stands now.
    path = f"/v1/consents/{narrow['id']}"
    etag = (await police.get(path)).headers["etag"]
    amended = await police.patch(path, {"supersedes_id": wide["id"]}, if_match=etag)
    assert amended.status_code == 200, amended.text
    assert (await sign(police, narrow)).status_code == 200
    assert (await police.get(f"/v1/consents/{wide['id']}")).json()["status"] == "superseded"
    events = (await ngo.get(f"/v1/citizens/{old['citizen_id']}/timeline")).json()["items"]
    superseded = [(each["at"], each["on"]) for each in events if each["kind"] == "consent_superseded"]
    # When the holder wrote it is not told by the moment, only by the day.
    assert superseded == [(None, today().isoformat())] * 2, events


async def test_what_was_signed_before_a_withdrawal_does_not_revive_it(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    old = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    await world.referral(police, old, accepted_by=ngo)
    renewal = await police.post(
        "/v1/consents", {**draft_of(world, {"id": old["citizen_id"]}), "supersedes_id": old["id"]}
    )
    other = await police.post("/v1/consents", draft_of(world, {"id": old["citizen_id"]}))
    before = ago(seconds=0)
    await world.withdrawn(ngo, old)
    refused = await sign(police, renewal.json())
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (409, "replaced-consent-ended")
    path = f"/v1/consents/{other.json()['id']}/sign"
    refused = await police.act(path, {"signed_at": before})
    assert (refused.status_code, codes(refused)) == (422, {("/signed_at", "before_withdrawal")})
    assert (await police.act(path, {"signed_at": ago(seconds=0)})).status_code == 200, "the citizen consents anew"


async def test_only_ones_own_signed_consent_of_the_same_citizen_can_be_replaced(world: World) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    others = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    unsigned = await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    for earlier in (others, unsigned):
        answer = await police.post("/v1/consents", draft_of(world, citizen, supersedes_id=earlier["id"]))
        assert (answer.status_code, codes(answer)) == (422, {("/supersedes_id", "unknown_reference")})


@pytest.mark.parametrize(
    "change",
    [
        "scopes = ARRAY['contact', 'cpr']",
        "recipients = ARRAY[gen_random_uuid()]",
        "valid_until = valid_until + interval '1 day'",
        "informed_by = 'anden'",
        "status = 'draft'",
        "status = 'refused'",
    ],
)
async def test_the_database_itself_keeps_signed_terms(world: World, superuser: AsyncEngine, change: str) -> None:
    police = await world.party("police-integration")
    consent = await world.consent(
        police, await world.citizen(police, identity=None, contact=None), [world.organisation("tryg_vej")]
    )
    with pytest.raises(DBAPIError) as refused:
        async with superuser.begin() as connection:
            await connection.execute(text(f"UPDATE consent SET {change} WHERE id = :id"), {"id": consent["id"]})
    assert getattr(refused.value.orig, "sqlstate", None) == "PW002"


async def test_a_clock_a_little_ahead_is_forgiven(world: World) -> None:
    police = await world.party("police-integration")
    drift = CLOCK_DRIFT.total_seconds()
    draft = await drafted(world, police)
    assert codes(await sign(police, draft, signed_at=ago(seconds=-4 * drift))) == {("/signed_at", "in_future")}
    assert (await sign(police, draft, signed_at=ago(seconds=-0.8 * drift))).status_code == 200


async def test_what_nobody_asks_for_is_not_among_the_allowed(world: World) -> None:
    police = await world.party("police-integration")
    draft = await drafted(world, police)
    assert (await sign(police, draft)).status_code == 200
    for action, body in (("sign", {"signed_at": ago(seconds=1)}), ("refuse", None)):
        answer = await police.act(f"/v1/consents/{draft['id']}/{action}", body)
        assert (answer.status_code, answer.json()["allowed"]) == (409, ["withdrawn"])
