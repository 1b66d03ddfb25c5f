"""A contact on its way to the evaluator: what it shows, how long, and that the citizen's log tells of it."""

from app.common.days import today
from tests.interviews.support import CONTACTS, PATH, TODAY, code_of, contact, lent, waiting
from tests.support.world import World


async def test_the_whole_way_from_proposal_to_interview(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-caseworker-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    assert candidate["status"] == "contact_passed_on"
    assert not {contact_id, "Ågot"} & {str(each) for each in candidate.values()}
    read = await vive.get(f"{CONTACTS}/{contact_id}")
    assert read.status_code == 200
    assert read.json() == {
        **contact(),
        "email": None,
        "never_leave_message": True,
        "shared_device": True,
        "id": contact_id,
        "project_id": world.project(),
        "passed_on": TODAY,
        "valid_until": read.json()["valid_until"],
        "version": 2,
    }
    done = await vive.act(f"{CONTACTS}/{contact_id}/complete", {"held_on": TODAY})
    assert done.json() == {"id": contact_id, "project_id": world.project(), "held_on": TODAY}
    after = (await ngo.get(f"{PATH}/{candidate['id']}")).json()
    assert (after["status"], after["completed_on"]) == ("completed", today().isoformat())
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 404
    assert contact_id not in await waiting(vive)
    assert code_of(await vive.act(f"{CONTACTS}/{contact_id}/complete", {"held_on": TODAY})) == "not-found"
