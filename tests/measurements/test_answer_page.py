"""The citizen's side of an answer link, over HTTP: looked at as often as one likes, used once, else gone."""

import asyncio
import re
from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.measurements.linked import (
    ANSWERS,
    PATH,
    TODAY,
    WORDED,
    Linked,
    assigned,
    linked,
    make_link,
    send,
    text_of,
    worded,
)
from tests.support.world import World

GONE_DA = "Forlad siden English Siden findes ikke Linket er allerede brugt, eller det gælder ikke længere."


def is_gone(answer: Any) -> bool:
    return answer.status_code == 404 and GONE_DA in text_of(answer.text)


async def test_a_citizen_answers_by_link(world: World, superuser: AsyncEngine) -> None:
    it = await linked(world)
    for _ in range(3):  # whoever previews or scans a link does not use it up
        shown = await world.http.get(it.page)
        assert (shown.status_code, shown.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert (await world.http.head(it.page)).status_code == 405
    assert (await it.ngo.get(it.path)).json()["status"] == "handed_out"
    answered = await send(world, it.page)
    assert (answered.status_code, answered.headers["location"]) == (303, "done?lang=da")
    assert answered.content == b""
    thanks = await world.http.get("/q/done?lang=da")
    assert (thanks.status_code, thanks.headers["clear-site-data"]) == (200, '"cache"')
    assert "Tak Dine svar er modtaget." in text_of(thanks.text)

    response = (await it.ngo.get(it.path)).json()
    assert (response["status"], response["answered_on"], response["answered_through"]) == ("answered", TODAY, "link")
    assert response["answers"] == {
        "answers": [{"item": "calm", "value": 3}, {"item": "slept", "value": 1}],
        "score": 50,
        "band": "low",
    }
    link = (await it.ngo.get(f"{it.path}/link")).json()
    assert (link["status"], bool(link["used_at"]), link["ended_at"]) == ("used", True, None)
    assert is_gone(await world.http.get(it.page))
    assert is_gone(await send(world, it.page))

    events = (await it.ngo.get("/v1/audit-events?action=answer_by_link")).json()["items"]
    mine = next(each for each in events if each["record_id"] == it.response_id)
    assert (mine["client_id"], mine["staff_id"], mine["outcome"]) == ("answerer", None, "done")
    async with superuser.connect() as connection:
        subjects = await connection.exec_driver_sql(
            "SELECT category, access FROM audit_subject WHERE event_id = $1", (mine["id"],)
        )
        assert {tuple(row) for row in subjects.all()} == {
            ("questionnaire_response", "update"),
            ("questionnaire_answers", "create"),
            ("questionnaire_link", "update"),
        }


async def test_a_workers_answer_says_so(world: World) -> None:
    it = await linked(world)
    answers = [{"item": "calm", "value": 1}, {"item": "slept", "value": 2}]
    done = await it.ngo.act(f"{it.path}/answer", {"answered_on": TODAY, "answers": answers})
    assert done.json()["answered_through"] == "worker"


async def test_the_page_carries_no_name_and_nothing_from_elsewhere(world: World) -> None:
    it = await linked(world)
    shown = await world.http.get(it.page)
    assert shown.headers["cache-control"] == "no-store"
    assert shown.headers["referrer-policy"] == "no-referrer"
    assert shown.headers["x-robots-tag"] == "noindex, nofollow, noarchive"
    assert shown.headers["content-language"] == "da"
    policy = dict(each.split(" ", 1) for each in shown.headers["content-security-policy"].split("; "))
    assert policy["default-src"] == policy["base-uri"] == policy["frame-ancestors"] == "'none'"
    assert policy["form-action"] == "'self'"
    assert all(re.fullmatch(r"'sha256-[A-Za-z0-9+/]{43}='", policy[name]) for name in ("style-src", "script-src"))
    assert "set-cookie" not in shown.headers
    for secret in (it.secret, it.response_id, it.citizen["id"], it.instrument["id"], it.instrument["code"]):
        assert secret not in shown.text
    words = text_of(shown.text).lower()
    for told in (
        "vold",
        "violence",
        "krise",
        "hjælp",
        "politi",
        "kommune",
        "tryg vej",
        "program",
        "interventions",
        "who",
    ):
        assert told not in words, told
    links = re.findall(r'(?:src|href|action)="([^"]*)"', shown.text)
    assert {each for each in links if not each.startswith(("#", "?lang=", "data:"))} == {"https://www.dmi.dk/"}
    assert "&lt;roligt&gt; &amp; godt" in shown.text
    assert "<roligt>" not in shown.text


@pytest.mark.parametrize(
    ("of_link", "query", "accepted", "language"),
    [
        (None, "", "", "da"),
        (None, "", "de", "da"),
        (None, "", "en", "en"),
        (None, "", "en-GB,da;q=0.5", "en"),
        (None, "", "da,en;q=0.9", "da"),
        ("da", "", "en", "da"),
        ("en", "", "da", "en"),
        ("en", "?lang=da", "", "da"),
        (None, "?lang=en&fbclid=x", "", "en"),
        (None, "?lang=de", "", "da"),
    ],
)
async def test_languages(world: World, of_link: str | None, query: str, accepted: str, language: str) -> None:
    it = await linked(world, language=of_link)
    shown = await world.http.get(it.page + query, headers={"accept-language": accepted} if accepted else {})
    assert f'<html lang="{language}">' in shown.text
    words = {
        "da": ("Spørgeskema", "Har du sovet godt?", "4 – Hele tiden"),
        "en": ("Questionnaire", "Did you sleep well?"),
    }
    assert all(each in text_of(shown.text) for each in words[language])
    other = "en" if language == "da" else "da"
    assert f'<a href="?lang={other}" lang="{other}" hreflang="{other}">' in shown.text


async def test_without_english_words_the_page_is_danish(world: World) -> None:
    items = [{**each, "wording_en": None} for each in WORDED["items"]]
    it = await linked(world, await worded(world, items=items))
    shown = await world.http.get(f"{it.page}?lang=en", headers={"accept-language": "en"})
    assert '<html lang="da">' in shown.text
    assert "?lang=en" not in shown.text


async def test_what_is_missing_is_said_first_and_nothing_is_used_up(world: World) -> None:
    it = await linked(world)
    half = await send(world, f"{it.page}?lang=en", {"slept": "0"})
    assert half.status_code == 422
    assert "<title>Error: Questionnaire</title>" in half.text
    assert '<div class="faults" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>' in half.text
    assert re.findall(r'<li><a href="#([^"]+)">', half.text) == ["q1-0"]
    assert '<fieldset id="q1" aria-describedby="q1-fault">' in half.text
    assert re.findall(r'id="([^"]+)"[^>]* checked', half.text) == ["q2-0"]
    headers = {"content-type": "application/x-www-form-urlencoded"}
    nothing = await world.http.post(it.page, content=b"", headers=headers)
    assert (nothing.status_code, re.findall(r'<li><a href="#([^"]+)">', nothing.text)) == (422, ["q1-0", "q2-0"])
    assert (await it.ngo.get(it.path)).json()["status"] == "handed_out"
    assert (await send(world, it.page)).status_code == 303


async def test_an_optional_item_may_be_left_out(world: World) -> None:
    items = [WORDED["items"][0], {**WORDED["items"][1], "required": False}]
    scoring = {"rule": "share_of_max", "factor": None, "complete": False}
    it = await linked(world, await worded(world, items=items, scoring=scoring))
    assert "(kan springes over)" in (await world.http.get(it.page)).text
    assert (await send(world, it.page, {"calm": "4"})).status_code == 303
    assert (await it.ngo.get(it.path)).json()["answers"]["score"] == 100


async def test_an_empty_form_does_not_use_the_link_up(world: World) -> None:
    items = [{**each, "required": False} for each in WORDED["items"]]
    scoring = {"rule": "share_of_max", "factor": None, "complete": False}
    it = await linked(world, await worded(world, items=items, scoring=scoring))
    headers = {"content-type": "application/x-www-form-urlencoded"}
    nothing = await world.http.post(it.page, content=b"", headers=headers)
    assert (nothing.status_code, re.findall(r'<li><a href="#([^"]+)">', nothing.text)) == (422, ["q1-0"])
    assert (await it.ngo.get(it.path)).json()["status"] == "handed_out"
    assert (await send(world, it.page, {"slept": "0"})).status_code == 303


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("calm=5&slept=1", 400),
        ("calm=-1&slept=1", 400),
        ("calm=1.5&slept=1", 400),
        ("calm=%D9%A3&slept=1", 400),
        ("calm=1&calm=2&slept=1", 400),
        ("calm=1&slept=1&score=100", 400),
        ("calm", 400),
        ("æ=1", 400),
        ("calm=" + "1" * 20_000, 413),
    ],
)
async def test_what_the_page_does_not_send(world: World, body: str, status: int) -> None:
    it = await linked(world)
    headers = {"content-type": "application/x-www-form-urlencoded"}
    answer = await world.http.post(it.page, content=body.encode(), headers=headers)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "text/html; charset=utf-8")
    assert "Svarene er ikke sendt." in text_of(answer.text)
    assert (await it.ngo.get(it.path)).json()["status"] == "handed_out"


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"sec-fetch-site": "same-origin", "origin": "null"}, 303),
        ({"sec-fetch-site": "same-origin", "origin": "http://127.0.0.1:8000"}, 303),
        ({}, 303),
        ({"sec-fetch-site": "cross-site", "origin": "null"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://elsewhere.example"}, 403),
        ({"origin": "http://["}, 403),
    ],
)
async def test_another_sites_form(world: World, headers: dict[str, str], status: int) -> None:
    it = await linked(world)
    assert (await send(world, it.page, **headers)).status_code == status


async def test_json_is_not_what_a_form_sends(world: World) -> None:
    it = await linked(world)
    answer = await world.http.post(it.page, json=ANSWERS)
    assert (answer.status_code, answer.headers["content-type"]) == (415, "text/html; charset=utf-8")


async def withdrawn(world: World, it: Linked, superuser: AsyncEngine) -> None:
    consents = (await it.ngo.get(f"/v1/consents?citizen_id={it.citizen['id']}")).json()["items"]
    await world.withdrawn(it.ngo, next(each for each in consents if "evaluation_questionnaire" in each["scopes"]))
    assert (await it.ngo.get(f"{it.path}/link")).json()["status"] == "ended"


async def run_out(world: World, it: Linked, superuser: AsyncEngine) -> None:
    async with superuser.begin() as connection:
        await connection.exec_driver_sql(
            "UPDATE questionnaire_link SET expires_at = now() WHERE response_id = $1", (it.response_id,)
        )
    assert (await it.ngo.get(f"{it.path}/link")).json()["status"] == "expired"


async def revoked(world: World, it: Linked, superuser: AsyncEngine) -> None:
    assert (await it.ngo.act(f"{it.path}/link/revoke")).status_code == 200


@pytest.mark.parametrize("way", [withdrawn, run_out, revoked])
async def test_every_link_that_is_over_is_like_one_that_never_was(
    world: World, superuser: AsyncEngine, way: Any
) -> None:
    it = await linked(world)
    assert (await world.http.get(it.page)).status_code == 200
    await way(world, it, superuser)
    never = await world.http.get(f"/q/{'A' * 43}")
    assert is_gone(never)
    for answer in (await world.http.get(it.page), await send(world, it.page)):
        assert (answer.status_code, answer.text) == (never.status_code, never.text)
        assert answer.headers.keys() == never.headers.keys()
    assert (await it.ngo.get(it.path)).json()["answers"] is None


async def test_a_link_rests_on_the_controllers_agreement(world: World, superuser: AsyncEngine) -> None:
    it = await linked(world)
    suspended = "UPDATE agreement_coverage SET valid_until = $3 WHERE organisation_id = $1 AND category = $2"
    covers = (it.ngo.organisation_id, "questionnaire_answers")
    try:
        async with superuser.begin() as connection:
            await connection.exec_driver_sql(suspended, (*covers, datetime.now(UTC)))
        assert is_gone(await world.http.get(it.page))
        assert is_gone(await send(world, it.page))
    finally:
        async with superuser.begin() as connection:
            await connection.exec_driver_sql(suspended, (*covers, None))
    assert (await send(world, it.page)).status_code == 303


async def test_an_organisation_that_is_switched_off_asks_nobody(world: World, superuser: AsyncEngine) -> None:
    it = await linked(world)
    switched = "UPDATE organisation SET status = $2 WHERE id = $1"
    async with superuser.begin() as connection:
        await connection.exec_driver_sql(switched, (it.ngo.organisation_id, "inactive"))
        await connection.exec_driver_sql(switched, (it.ngo.organisation_id, "active"))
    assert is_gone(await world.http.get(it.page))


async def test_another_consent_keeps_the_link_open(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    scopes = ["contact", "evaluation_questionnaire"]
    first = await world.consent(ngo, citizen, [ngo.organisation_id], scopes)
    await world.consent(ngo, citizen, [ngo.organisation_id], scopes)
    _, response = await assigned(world, ngo, await worded(world), citizen)
    page = (await make_link(ngo, f"{PATH}/{response['id']}")).json()["url"].removeprefix("http://127.0.0.1:8000")
    await world.withdrawn(ngo, first)
    assert (await world.http.get(page)).status_code == 200


async def test_an_instrument_without_consent_goes_on_without_one(world: World) -> None:
    it = await linked(world, await worded(world, requires_evaluation_consent=False))
    # Taken out of use, or every course of the other tests would wait for its answer.
    agency = await world.party("agency-secretary")
    assert (await agency.act(f"/v1/instruments/{it.instrument['id']}/retire")).status_code == 200
    consents = (await it.ngo.get(f"/v1/consents?citizen_id={it.citizen['id']}")).json()["items"]
    await world.withdrawn(it.ngo, next(each for each in consents if "evaluation_questionnaire" in each["scopes"]))
    assert (await send(world, it.page)).status_code == 303


@pytest.mark.parametrize(
    "path", ["/q/", "/q/x", f"/q/{'A' * 42}", f"/q/{'A' * 44}", "/q/%00", "/q/a/b", f"/q/{'æ' * 43}"]
)
async def test_no_link_at_all(world: World, path: str) -> None:
    answer = await world.http.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert is_gone(answer)


async def test_sent_twice_at_once_it_counts_once(world: World) -> None:
    it = await linked(world)
    answers = await asyncio.gather(*(send(world, it.page, {"calm": str(n), "slept": str(n)}) for n in range(4)))
    assert sorted(each.status_code for each in answers) == [303, 404, 404, 404]
    assert sum(is_gone(each) for each in answers) == 3


async def test_answered_and_withdrawn_at_once(world: World) -> None:
    """Either the answer came first and stands, or the withdrawal did and there is none."""
    it = await linked(world)
    consents = (await it.ngo.get(f"/v1/consents?citizen_id={it.citizen['id']}")).json()["items"]
    consent = next(each for each in consents if "evaluation_questionnaire" in each["scopes"])
    answer, _ = await asyncio.gather(send(world, it.page), world.withdrawn(it.ngo, consent))
    response, link = (await it.ngo.get(it.path)).json(), (await it.ngo.get(f"{it.path}/link")).json()
    assert (answer.status_code, response["status"], link["status"]) in {
        (303, "answered", "used"),
        (404, "handed_out", "ended"),
    }
