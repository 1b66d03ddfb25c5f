"""Who sees and does what with one consent."""

from datetime import UTC, datetime, time, timedelta

from app.common.days import today
from app.common.workdays import COPENHAGEN
from tests.consents.support import draft_of, withdraw
from tests.support.world import JSON, World, nobody

ALL = ["contact", "identity", "bridging"]


async def _named_both(world: World, **identity: str) -> JSON:
    """A consent of a police citizen that names an NGO and a municipality."""
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=world.identity(**identity))
    recipients = [world.organisation("tryg_vej"), world.organisation("aarhus")]
    return await world.consent(police, citizen, recipients, ALL)


async def test_the_named_see_it_and_nobody_else(world: World) -> None:
    consent = await _named_both(world)
    path = f"/v1/consents/{consent['id']}"
    for client in ("tryg-vej-caseworker-victim", "tryg-vej-integration-victim", "aarhus-caseworker"):
        shown = await (await world.party(client)).get(path)
        assert shown.status_code == 200, client
        hidden = ("recipients", "holder_id", "withheld", "informed_by")
        assert {k: v for k, v in shown.json().items() if k not in hidden} == {
            k: v for k, v in consent.items() if k not in hidden
        }
    for client in ("tryg-vej-coordinator-perpetrator", "lysningen-coordinator-victim", "randers-coordinator"):
        party = await world.party(client)
        foreign, absent = await party.get(path), await party.get(f"/v1/consents/{nobody()}")
        assert foreign.status_code == absent.status_code == 404
        assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}
        for verb in ("sign", "refuse", "withdraw"):
            body = {"sign": {"signed_at": "2026-01-01T00:00:00Z"}, "refuse": None}.get(
                verb, {"withdrawn_by": "citizen", "withdrawal_channel": "sms"}
            )
            assert (await party.post(f"{path}/{verb}", body, if_match='"x"')).status_code == 404
        assert (await party.patch(path, {"language": "en"}, if_match='"x"')).status_code == 404
        assert (await party.post(f"{path}/acknowledge")).status_code == 404
        assert (await party.get(f"{path}/acknowledgements")).status_code == 404


async def test_a_recipient_sees_the_others_once_it_may_read_the_identity(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-caseworker-victim")
    consent = await _named_both(world)
    path = f"/v1/consents/{consent['id']}"
    before = (await ngo.get(path)).json()
    assert (before["recipients"], before["holder_id"]) == ([world.organisation("tryg_vej")], None)
    assert before["withheld"] == ["recipients"]
    await world.referral(police, consent, accepted_by=ngo)
    after = (await ngo.get(path)).json()
    assert (after["recipients"], after["holder_id"]) == (consent["recipients"], world.organisation("police"))
    assert after["withheld"] == []


async def test_special_protection_hides_the_others(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-caseworker-victim")
    consent = await _named_both(world, address_protection="special")
    await world.referral(police, consent, accepted_by=ngo)
    shown = (await ngo.get(f"/v1/consents/{consent['id']}")).json()
    assert (shown["recipients"], shown["holder_id"]) == ([world.organisation("tryg_vej")], None)
    assert consent["recipients"] == [world.organisation("tryg_vej"), world.organisation("aarhus")]


async def test_a_filter_never_tells_what_is_withheld(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-caseworker-victim")
    consent = await _named_both(world)
    by_citizen = f"/v1/consents?citizen_id={consent['citizen_id']}&recipient_id="
    aarhus, own = world.organisation("aarhus"), world.organisation("tryg_vej")
    assert len((await police.get(f"{by_citizen}{aarhus}")).json()["items"]) == 1
    assert (await ngo.get(f"{by_citizen}{aarhus}")).json()["items"] == []
    assert len((await ngo.get(f"{by_citizen}{own}")).json()["items"]) == 1


async def test_lists_own_and_named_apart_and_page(world: World) -> None:
    lysningen, police = await world.party("lysningen-integration-victim"), await world.party("police-integration")
    own = await world.citizen(lysningen, identity=None, contact=None)
    me = world.organisation("lysningen")
    held = [(await world.consent(lysningen, own, [me]))["id"] for _ in range(2)]
    named = (await world.consent(police, await world.citizen(police), [me]))["id"]
    ids = [each["id"] for each in (await lysningen.get("/v1/consents?limit=3")).json()["items"]]
    assert ids == [named, *held[::-1]]
    assert (await lysningen.get("/v1/consents?held=named")).json()["items"][0]["id"] == named
    first = (await lysningen.get("/v1/consents?held=own&limit=1")).json()
    second = (await lysningen.get(f"/v1/consents?held=own&limit=1&cursor={first['next_cursor']}")).json()
    assert [each["items"][0]["id"] for each in (first, second)] == held[::-1]
    assert (await lysningen.get(f"/v1/consents?held=named&cursor={first['next_cursor']}")).status_code == 400
    assert (await lysningen.get("/v1/consents?updated_since=2026-01-01")).status_code == 400
    assert (await lysningen.get("/v1/consents?updated_since=2100-01-01T00:00:00Z")).json()["items"] == []
    assert (await lysningen.get("/v1/consents?updated_since=2999-01-01T00:00:00Z")).status_code == 400
    assert (await police.get("/v1/consents?held=named")).json() == {"items": [], "next_cursor": None}


async def test_a_recipient_may_withdraw_and_nothing_else(world: World) -> None:
    ngo = await world.party("tryg-vej-caseworker-victim")
    consent = await _named_both(world)
    path = f"/v1/consents/{consent['id']}"
    for verb, body in (("sign", {"signed_at": "2026-01-01T00:00:00Z"}), ("refuse", None)):
        assert (await ngo.act(f"{path}/{verb}", body)).status_code == 409
    etag = (await ngo.get(path)).headers["etag"]
    assert (await ngo.patch(path, {"language": "en"}, if_match=etag)).status_code == 409
    assert (await withdraw(ngo, consent)).json()["status"] == "withdrawn"


async def test_an_agreement_suspended_leaves_the_consents_to_read_and_closes_what_is_new(world: World) -> None:
    ngo, agreement = await world.newcomer()
    citizen = (await ngo.post("/v1/citizens", {"project_id": agreement["project_id"], "track": "victim"})).json()
    assert (await ngo.get(f"/v1/consents?citizen_id={citizen['id']}")).status_code == 200
    operator = await world.party("operator-operator")
    assert (await operator.act(f"/v1/agreements/{agreement['id']}/suspend")).status_code == 200
    # A citizen's no can be taken down meanwhile (test_suspended).
    assert (await ngo.get(f"/v1/consents?citizen_id={citizen['id']}")).status_code == 200
    refused = await ngo.post("/v1/consents", draft_of(world, citizen))
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "agreement-not-in-force")


async def test_a_recipient_learns_neither_who_informed_nor_when_it_was_written_down(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-integration-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id])
    path = f"/v1/consents/{consent['id']}"
    assert ((await police.get(path)).json()["informed_by"], (await ngo.get(path)).json()["informed_by"]) == (
        "PBA",
        None,
    )

    async def found(moment: datetime) -> bool:
        since = moment.astimezone(UTC).isoformat().replace("+00:00", "Z")
        answer = await ngo.get(f"/v1/consents?citizen_id={consent['citizen_id']}&updated_since={since}")
        return consent["id"] in {each["id"] for each in answer.json()["items"]}

    tomorrow = datetime.combine(today() + timedelta(days=1), time(), COPENHAGEN)
    assert await found(tomorrow - timedelta(seconds=1))
    assert not await found(tomorrow + timedelta(seconds=1))
