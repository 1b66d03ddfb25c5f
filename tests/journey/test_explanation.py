from app.boundary.conditions import WORDS
from app.boundary.words import wordings
from tests.support.world import World, nobody


def test_every_word_has_its_sentences_in_danish_and_english() -> None:
    assert set(wordings()) == {*WORDS, "function"}
    for wording in wordings().values():
        sentences = [wording.holds_da, wording.holds_en, wording.fails_da, wording.fails_en]
        assert len(set(sentences)) == 4
        assert all(each.endswith(".") for each in sentences)


async def test_the_police_see_all_of_their_own_but_never_what_is_not_theirs(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    answer = await police.get(f"/v1/citizens/{citizen['id']}/access-explanation")
    assert answer.status_code == 200, answer.text
    explained = {each["category"]: each for each in answer.json()["categories"]}
    assert explained["identity"]["readable"]
    assert explained["identity"]["records"] == 1
    assert explained["identity"]["ways"][0]["agreement_id"]
    assert explained["address"]["readable"]
    assert explained["address"]["records"] == 0
    assert not explained["session_note"]["readable"]
    assert explained["session_note"]["ways"] == []
    assert explained["session_note"]["reason_en"] == "The role can never see the data."
    assert answer.json()["seen_by"] == []


async def test_a_citizen_one_may_not_see_is_not_explained(world: World) -> None:
    citizen = await world.citizen(await world.party("police-caseworker"))
    other = await world.party("aarhus-coordinator")
    foreign = await other.get(f"/v1/citizens/{citizen['id']}/access-explanation")
    absent = await other.get(f"/v1/citizens/{nobody()}/access-explanation")
    assert foreign.status_code == absent.status_code == 404
    assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}
