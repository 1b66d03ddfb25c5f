"""A citizen with a link to a questionnaire that has words."""

import itertools
import re
from dataclasses import dataclass
from typing import Any

import httpx

from app.common.days import today
from tests.measurements.test_instruments import in_use
from tests.support.world import JSON, Party, World

PATH = "/v1/questionnaire-responses"
TODAY = today().isoformat()
_numbers = itertools.count(1)

WORDED: JSON = {
    "introduction_da": "Tænk på de sidste to uger.",
    "introduction_en": "Think of the last two weeks.",
    "items": [
        {
            "id": "calm",
            "wording_da": "Har du haft det <roligt> & godt?",
            "wording_en": "Were you calm?",
            "required": True,
        },
        {"id": "slept", "wording_da": "Har du sovet godt?", "wording_en": "Did you sleep well?", "required": True},
    ],
    "scale_labels": [
        {"value": 0, "label_da": "På intet tidspunkt", "label_en": "At no time"},
        {"value": 4, "label_da": "Hele tiden", "label_en": "All of the time"},
    ],
}
ANSWERS = {"calm": "3", "slept": "1"}


@dataclass
class Linked:
    """A questionnaire with its link."""

    ngo: Party
    citizen: JSON
    instrument: JSON
    response_id: str
    made: JSON

    @property
    def path(self) -> str:
        return f"{PATH}/{self.response_id}"

    @property
    def page(self) -> str:
        """The link as the citizen's browser asks for it."""
        return str(self.made["url"]).removeprefix("http://127.0.0.1:8000")

    @property
    def secret(self) -> str:
        return self.page.removeprefix("/q/")


async def worded(world: World, **changes: Any) -> JSON:
    return await in_use(world, f"worded_{next(_numbers)}", **{**WORDED, **changes})


async def assigned(world: World, ngo: Party, instrument: JSON, citizen: JSON | None = None) -> tuple[JSON, JSON]:
    """A citizen with a consent, and the questionnaire assigned to them."""
    citizen = citizen or await world.measured(ngo)
    course = await world.running(ngo, citizen)
    body = {"course_id": course["id"], "instrument_id": instrument["id"], "wave": "start"}
    answer = await ngo.post(PATH, body)
    assert answer.status_code == 201, answer.text
    return citizen, dict(answer.json())


async def make_link(ngo: Party, path: str, **body: Any) -> httpx.Response:
    """As a caseworker's screen does it: from the questionnaire's present version."""
    etag = (await ngo.get(path)).headers["etag"]
    return await ngo.post(f"{path}/link", body, if_match=etag)


async def linked(world: World, instrument: JSON | None = None, ngo: Party | None = None, **body: Any) -> Linked:
    ngo = ngo or await world.party("tryg-vej-coordinator-victim")
    instrument = instrument or await worded(world)
    citizen, response = await assigned(world, ngo, instrument)
    made = await make_link(ngo, f"{PATH}/{response['id']}", **body)
    assert made.status_code == 201, made.text
    return Linked(ngo, citizen, instrument, response["id"], made.json())


async def send(world: World, page: str, answers: Any = None, **headers: str) -> httpx.Response:
    """The page's form, sent."""
    data = ANSWERS if answers is None else answers
    return await world.http.post(page, data=data, headers=headers)


def text_of(html: str) -> str:
    """What is to be read of a page."""
    body = re.sub(r"(?s)<(style|script)>.*?</\1>|<[^>]+>", " ", html)
    return " ".join(body.split())
