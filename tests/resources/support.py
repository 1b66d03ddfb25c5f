"""Time, costs and rates for tests: projects and parties of a test's own, so that sums are its own."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any

import httpx

from app.common.days import today
from tests.support.world import JSON, Party, World

YESTERDAY = (today() - timedelta(days=1)).isoformat()
_days = count(1)


def own_day() -> str:
    """A day on which no other test has registered time."""
    return (date(2023, 1, 1) + timedelta(days=next(_days))).isoformat()


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["type"].rsplit("/", 1)[1])


def faults(answer: httpx.Response) -> list[tuple[str, str]]:
    return [(each["pointer"], each["code"]) for each in answer.json().get("errors", [])]


def time(project_id: str, /, **members: Any) -> JSON:
    return {"project_id": project_id, "task": "documentation", "day": own_day(), "minutes": 60, **members}


async def entry(party: Party, project_id: str, status: str = "draft", by: Party | None = None, **members: Any) -> JSON:
    """A time entry in a state, brought there by a coordinator (`by`, else the party itself)."""
    answer = await party.post("/v1/time-entries", time(project_id, **members))
    assert answer.status_code == 201, answer.text
    path = f"/v1/time-entries/{answer.json()['id']}"
    for verb in {"draft": [], "approved": ["approve"], "locked": ["approve", "lock"]}[status]:
        answer = await (by or party).act(f"{path}/{verb}")
        assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def cost(party: Party, project_id: str, status: str = "draft", **members: Any) -> JSON:
    """A cost in a state."""
    body = {"project_id": project_id, "category": "transport", "amount_oere": 10_000, "day": YESTERDAY, **members}
    answer = await party.post("/v1/costs", body)
    assert answer.status_code == 201, answer.text
    path = f"/v1/costs/{answer.json()['id']}"
    for verb in {"draft": [], "booked": ["book"], "audited": ["book", "audit"]}[status]:
        answer = await party.act(f"{path}/{verb}")
        assert answer.status_code == 200, answer.text
    return dict(answer.json())


@dataclass
class House:
    """A new NGO with a project of its own and a user for each function, all on the victim track."""

    project: str
    organisation: str
    system: Party
    users: dict[str, Party] = field(default_factory=dict)

    @property
    def coordinator(self) -> Party:
        return self.users["coordinator"]


async def house(world: World, kind: str = "ngo", **organisation: Any) -> House:
    system, agreement = await world.newcomer(kind, **organisation)
    track = "victim" if kind == "ngo" else None
    users = {
        each: await world.user_of(system.organisation_id, each, track)
        for each in ("caseworker", "coordinator", "secretary")
    }
    return House(agreement["project_id"], system.organisation_id, system, users)
