"""How many statements the main requests cost; a longer page costs no more."""

from fastapi import FastAPI

from tests.support.statements import statements
from tests.support.world import Party, World


async def counted(app: FastAPI, party: Party, path: str) -> tuple[int, int]:
    await party.get(path)  # the token and the statement's text are known from now on
    with statements(app) as seen:
        answer = await party.get(path)
    assert answer.status_code == 200, answer.text
    return len(seen), len(answer.json().get("items", [1]))


async def test_reading_costs_the_same_however_much_there_is(world: World, app: FastAPI) -> None:
    favrskov, ngo = await world.party("favrskov-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(favrskov)
    consent = await world.consent(favrskov, citizen, [ngo.organisation_id])
    made = [await world.referral(favrskov, consent, accepted_by=ngo) for _ in range(4)]
    path = f"/v1/referrals/{made[0]['id']}"
    for outcome in ("reached", "no_answer", "no_answer"):
        new = {"attempted_at": made[0]["responded_at"], "channel": "phone", "outcome": outcome}
        assert (await ngo.post(f"{path}/contact-attempts", new)).status_code == 201

    for party in (favrskov, ngo):
        # Who asks, the referral with its parts, the log.
        assert await counted(app, party, path) == (3, 1)
        assert await counted(app, party, "/v1/referrals?limit=1") == (3, 1)
        assert await counted(app, party, "/v1/referrals?limit=4") == (3, 4)
        assert await counted(app, party, f"/v1/referrals?limit=4&citizen_id={citizen['id']}&status=accepted") == (3, 4)
    assert await counted(app, ngo, f"{path}/contact-attempts?limit=1") == (4, 1)
    assert await counted(app, ngo, f"{path}/contact-attempts?limit=3") == (4, 3)
