"""What each party is told of one citizen's way, read from its own feed."""

from tests.integration.changes.following import Follower
from tests.support.world import World


async def test_the_journey_as_each_party_is_told_of_it(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    of_police, of_ngo = await Follower.from_now(police), await Follower.from_now(ngo)
    citizen = await world.citizen(police)
    assert await of_police.told(citizen["id"]) == [("citizens", "created")]
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    print(await of_police.told(), await of_ngo.told())
    referral = await world.referral(police, consent)
    print(await of_police.told(), await of_ngo.items())
    await ngo.act(f"/v1/referrals/{referral['id']}/accept")
    print(await of_police.told(), await of_ngo.told())
    course = await world.running(ngo, citizen)
    print(await of_police.told(), await of_ngo.told())
    await world.withdrawn(police, consent)
    print(await of_police.told(), await of_ngo.told())
