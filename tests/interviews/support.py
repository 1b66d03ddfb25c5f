"""Candidates and contacts as far along as a test needs them."""

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.support.world import JSON, Party, World

PATH = "/v1/interview-candidates"
CONTACTS = "/v1/interview-contacts"
CONTRIBUTIONS = "/v1/evaluation-contributions"
TODAY = today().isoformat()
HOURS = [{"weekday": 2, "from_time": "10:00", "to_time": "14:00"}]


def contact(**changes: Any) -> JSON:
    return {"call_name": "Ågot", "phone": "+4520000001", "safe_channels": ["phone"], "safe_hours": HOURS, **changes}


async def on_course(world: World, party: Party, track: str = "victim", **safe: Any) -> JSON:
    """A course of `party`'s own citizen, whose safe contact it has registered."""
    citizen = await world.unaided(party, track)
    etag = (await party.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    put = await party.put(f"/v1/citizens/{citizen['id']}/contact", world.contact(**safe), if_match=etag)
    assert put.status_code == 200, put.text
    return await world.running(party, citizen)


async def proposed(world: World, party: Party, course: JSON | None = None) -> JSON:
    course = course or await on_course(world, party)
    body = {"course_id": course["id"], "evaluator_id": world.organisation("vive")}
    answer = await party.post(PATH, body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def interview_consent(world: World, party: Party, candidate: JSON, **members: Any) -> JSON:
    """A consent of its own: it names VIVE, and nobody else."""
    citizen = {"id": candidate["citizen_id"], "project_id": candidate["project_id"]}
    return await world.consent(party, citizen, [world.organisation("vive")], ["evaluation_interview"], **members)


async def step(party: Party, candidate: JSON, verb: str, body: Any = None) -> JSON:
    answer = await party.act(f"{PATH}/{candidate['id']}/{verb}", body)
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def asked(world: World, party: Party, course: JSON | None = None) -> JSON:
    return await step(party, await proposed(world, party, course), "ask", {"asked_on": TODAY})


async def consented(world: World, party: Party, course: JSON | None = None, **members: Any) -> JSON:
    candidate = await asked(world, party, course)
    await interview_consent(world, party, candidate, **members)
    return await step(party, candidate, "consent")


async def passed_on(world: World, party: Party, course: JSON | None = None, **members: Any) -> JSON:
    candidate = await consented(world, party, course, **members)
    return await step(party, candidate, "pass-on-contact", contact())


async def waiting(evaluator: Party) -> list[str]:
    """Ids of the contacts that the evaluator can read."""
    return [each["id"] for each in (await evaluator.get(f"{CONTACTS}?limit=200")).json()["items"]]


async def lent(world: World, party: Party, course: JSON | None = None, **members: Any) -> tuple[JSON, str]:
    """A candidate whose contact was passed on, and the contact's id as the evaluator knows it."""
    evaluator = await world.party("vive-researcher")
    before = set(await waiting(evaluator))
    candidate = await passed_on(world, party, course, **members)
    (new,) = set(await waiting(evaluator)) - before
    return candidate, new


def code_of(answer: Any) -> str:
    return str(answer.json()["type"]).rpartition("/")[2]


def faults(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


_rounds = itertools.count()


async def contribution(world: World, party: Party, project: str = "model", **members: Any) -> JSON:
    """What VIVE has planned of the party; of another round or kind each time."""
    number = next(_rounds)
    kinds = ("interview", "case_visit", "focus_group", "questionnaire", "time_registration", "cost_data")
    body = {
        "project_id": world.project(project),
        "organisation_id": party.organisation_id,
        "round": 1 + number // len(kinds) % 20,
        "kind": kinds[number % len(kinds)],
        "due_on": TODAY,
        **members,
    }
    return await world.made(CONTRIBUTIONS, body, "vive-researcher")


@asynccontextmanager
async def gone_unnoticed(superuser: AsyncEngine, project_id: str, party: Party) -> AsyncIterator[None]:
    """No partner of the project any more, as if no trigger had ended what the partnership opened."""
    quiet = text("SET LOCAL session_replication_role = replica")
    end = text(
        "UPDATE project_partner SET ended_at = now() "
        "WHERE project_id = :project AND organisation_id = :party AND ended_at IS NULL RETURNING id"
    )
    async with superuser.begin() as connection:
        await connection.execute(quiet)
        found = await connection.execute(end, {"project": project_id, "party": party.organisation_id})
        partner = found.scalar_one()
    try:
        yield
    finally:
        async with superuser.begin() as connection:
            await connection.execute(quiet)
            back = text("UPDATE project_partner SET ended_at = NULL WHERE id = :id")
            await connection.execute(back, {"id": partner})
