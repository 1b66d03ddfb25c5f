"""Contact only after acceptance, only while the consent lasts, only through what is safe."""

from datetime import UTC, datetime, time, timedelta
from typing import Any

import pytest

from app.common.days import today
from app.common.moments import CLOCK_DRIFT
from app.common.workdays import COPENHAGEN
from app.referrals.safe_contact import is_safe_hour
from tests.support.world import JSON, Party, World, nobody

OFFICE = [{"weekday": day, "from_time": "09:00", "to_time": "15:00"} for day in range(1, 6)]


def last_monday(hour: int, *, days_later: int = 0) -> str:
    """The latest Monday before today, at an hour in Denmark."""
    day = today() - timedelta(days=today().isoweekday() - 1 or 7) + timedelta(days=days_later)
    return datetime.combine(day, time(hour), COPENHAGEN).isoformat()


def attempt(**changes: Any) -> JSON:
    return {
        "attempted_at": last_monday(13),
        "channel": "phone",
        "outcome": "no_answer",
        **changes,
    }


async def accepted(world: World, **contact: Any) -> tuple[Party, Party, JSON, str]:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police, contact=world.contact(safe_hours=OFFICE, **contact))
    consent = await world.consent(police, citizen, [ngo.organisation_id], days_ago=10)
    referral = await world.referral(police, consent, accepted_by=ngo)
    return police, ngo, consent, f"/v1/referrals/{referral['id']}"


def codes(answer: Any) -> set[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return {(each["pointer"], each["code"]) for each in answer.json()["errors"]}


async def test_attempts_are_registered_and_listed_the_last_first(world: World) -> None:
    police, ngo, _, path = await accepted(world)
    first = await ngo.post(f"{path}/contact-attempts", attempt(safety_confirmed=True))
    assert first.status_code == 201, first.text
    second = await ngo.post(f"{path}/contact-attempts", attempt(channel="sms", outcome="reached"))
    assert (await ngo.get(first.headers["location"])).json() == first.json()
    page = (await ngo.get(f"{path}/contact-attempts?limit=1")).json()
    rest = (await ngo.get(f"{path}/contact-attempts?limit=1&cursor={page['next_cursor']}")).json()
    assert page["items"] + rest["items"] == [second.json(), first.json()]
    assert rest["next_cursor"] is None
    # Each party keeps its own: the police do not learn whether the citizen was reached.
    assert (await police.get(f"{path}/contact-attempts")).json()["items"] == []
    assert (await police.get(first.headers["location"])).status_code == 404
    assert (await ngo.get(f"{path}/contact-attempts/{nobody()}")).status_code == 404
    assert (await ngo.put(first.headers["location"], attempt())).status_code == 405


async def test_only_the_safe_channel_and_hours(world: World) -> None:
    _, ngo, _, path = await accepted(world)
    path += "/contact-attempts"
    assert codes(await ngo.post(path, attempt(channel="in_person"))) == {("/channel", "unsafe_channel")}
    assert codes(await ngo.post(path, attempt(attempted_at=last_monday(17)))) == {
        ("/attempted_at", "outside_safe_hours")
    }
    assert codes(await ngo.post(path, attempt(channel="letter", attempted_at=last_monday(13, days_later=-1)))) == {
        ("/channel", "unsafe_channel"),
        ("/attempted_at", "outside_safe_hours"),
    }
    tomorrow = (datetime.now(UTC) + timedelta(days=1)).isoformat()
    assert ("/attempted_at", "in_future") in codes(await ngo.post(path, attempt(attempted_at=tomorrow)))
    assert codes(await ngo.post(path, attempt(channel="pigeon"))) == {("/channel", "not_a_choice")}
    assert (await ngo.get(path)).json()["items"] == []


async def test_the_recipients_own_registration_counts_before_the_senders(world: World) -> None:
    _, ngo, consent, path = await accepted(world)
    citizen = f"/v1/citizens/{consent['citizen_id']}"
    etag = (await ngo.get(citizen)).headers["etag"]
    own = world.contact(safe_channels=["letter"], safe_hours=OFFICE)
    assert (await ngo.put(f"{citizen}/contact", own, if_match=etag)).status_code == 200
    assert codes(await ngo.post(f"{path}/contact-attempts", attempt())) == {("/channel", "unsafe_channel")}
    assert (await ngo.post(f"{path}/contact-attempts", attempt(channel="letter"))).status_code == 201


async def test_without_a_safe_contact_there_is_none(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police, contact=None)
    consent = await world.consent(police, citizen, [ngo.organisation_id], days_ago=10)
    path = f"/v1/referrals/{(await world.referral(police, consent, accepted_by=ngo))['id']}/contact-attempts"
    assert codes(await ngo.post(path, attempt())) == {("/channel", "no_safe_contact")}


async def test_not_before_acceptance_and_not_after_withdrawal(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police, contact=world.contact(safe_hours=OFFICE))
    consent = await world.consent(police, citizen, [ngo.organisation_id], days_ago=10)
    path = f"/v1/referrals/{(await world.referral(police, consent))['id']}"
    early = await ngo.post(f"{path}/contact-attempts", attempt())
    assert (early.status_code, early.json()["state"]) == (409, "sent")
    assert early.json()["allowed"] == ["accepted", "received", "rejected"]
    await ngo.act(f"{path}/accept")
    made = await ngo.post(f"{path}/contact-attempts", attempt())
    assert made.status_code == 201
    await world.withdrawn(police, consent)
    late = await ngo.post(f"{path}/contact-attempts", attempt())
    assert late.status_code == 409
    assert late.json()["type"].endswith("/consent-not-active")
    assert (await ngo.get(f"{path}/contact-attempts")).json()["items"] == [made.json()], "the journal stays"


@pytest.mark.parametrize(
    ("moment", "safe"),
    [
        ("2023-01-02T07:59:59Z", False),
        ("2023-01-02T08:00:00Z", True),  # winter: 09:00 in Denmark
        ("2023-01-02T14:00:00Z", True),
        ("2023-01-02T14:00:01Z", False),
        ("2023-07-03T06:59:59Z", False),
        ("2023-07-03T07:00:00Z", True),  # summer: 09:00 in Denmark
        ("2023-07-03T13:00:01Z", False),
        ("2023-01-01T23:30:00Z", False),  # already Monday in Denmark, but half past midnight
        ("2023-03-27T07:00:00Z", True),  # the Monday after the clocks went forward
        ("2023-03-24T07:00:00Z", False),  # the Friday before
        ("2023-10-30T07:00:00Z", False),  # the Monday after they went back
        ("2023-01-07T11:00:00Z", False),  # a Saturday
    ],
)
def test_hours_are_by_the_clock_in_denmark(moment: str, safe: bool) -> None:
    assert is_safe_hour(OFFICE, datetime.fromisoformat(moment)) is safe


def test_until_midnight_and_no_hours_at_all() -> None:
    evening = [{"weekday": 7, "from_time": "20:00", "to_time": "23:59"}]
    assert is_safe_hour(evening, datetime(2023, 1, 1, 22, 59, 59, tzinfo=UTC))
    assert not is_safe_hour(evening, datetime(2023, 1, 1, 23, 0, 0, tzinfo=UTC))
    assert not is_safe_hour([], datetime(2023, 1, 2, 12, 0, tzinfo=UTC))


async def test_a_clock_a_little_ahead_is_forgiven(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id])
    referral = await world.referral(police, consent, accepted_by=ngo)
    path = f"/v1/referrals/{referral['id']}/contact-attempts"
    ahead, far_ahead = ((datetime.now(UTC) + CLOCK_DRIFT * part).isoformat() for part in (0.8, 4))
    assert ("/attempted_at", "in_future") in codes(await ngo.post(path, attempt(attempted_at=far_ahead)))
    assert (await ngo.post(path, attempt(attempted_at=ahead))).status_code == 201


async def test_an_attempt_may_precede_the_registered_acceptance_but_not_the_consent(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id], days_ago=3)
    referral = await world.referral(police, consent, accepted_by=ngo)
    path = f"/v1/referrals/{referral['id']}/contact-attempts"

    def noon(days: int) -> str:
        return datetime.combine(today() - timedelta(days=days), time(12), COPENHAGEN).isoformat()

    assert codes(await ngo.post(path, attempt(attempted_at=noon(4)))) == {("/attempted_at", "before_consent")}
    # The day itself is enough, and the acceptance was registered today.
    signed_on = datetime.fromisoformat(consent["signed_at"]).astimezone(COPENHAGEN).date()
    morning = datetime.combine(signed_on, time(0), COPENHAGEN).isoformat()
    assert (await ngo.post(path, attempt(attempted_at=morning))).status_code == 201

    # A renewal does not make what came before it premature.
    renewed = await world.consent(
        police, {**referral, "id": consent["citizen_id"]}, [ngo.organisation_id], supersedes_id=consent["id"]
    )
    assert (await ngo.get(f"/v1/referrals/{referral['id']}")).json()["consent_id"] == renewed["id"]
    assert (await ngo.post(path, attempt(attempted_at=noon(2)))).status_code == 201
    assert codes(await ngo.post(path, attempt(attempted_at=noon(4)))) == {("/attempted_at", "before_consent")}
