"""An invented programme as rows of the database: what a snapshot of them must be is known beforehand."""

from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from uuid import UUID, uuid4, uuid5

import asyncpg
import polars as pl
from sqlalchemy.engine import URL

from app.demo.programme import Loaded
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import Shape, synthetic
from tests.boundary.scene import columns_of, full, record
from tests.support.world import World

_NAMES = UUID("6f0c2a5e-0000-4000-8000-000000000000")
MUNICIPALITIES = ("0751", "0730", "0710")
"""Those that take part in the project."""
SCALES = (
    ("who5", "start", "who5_start"),
    ("who5", "end", "who5_end"),
    ("brief_inspire_o", "start", "recovery_start"),
    ("brief_inspire_o", "end", "recovery_end"),
    ("benefit", "end", "benefit"),
)


@dataclass(frozen=True)
class Parties:
    """Who registers, and who runs the courses."""

    project: UUID
    police: UUID
    ngo: UUID
    form: UUID

    @classmethod
    def of(cls, loaded: Loaded) -> "Parties":
        organisations = loaded.organisations
        return cls(loaded.projects["model"], organisations["police"], organisations["tryg_vej"], loaded.forms["model"])


def invented(year: int, citizens: int, seed: int = 1) -> Microdata:
    """Citizens of one year and one project, born from 1858 to 1899."""
    made = synthetic(seed, Shape(citizens=citizens, years=(year,), projects=1, small_project=citizens))
    identified = pl.col("identified_on").dt.year()
    age = pl.col("age").clip(identified - 1899, identified - 1858)
    place = (pl.int_range(pl.len()) % len(MUNICIPALITIES)).replace_strict(dict(enumerate(MUNICIPALITIES)))
    home = pl.when(pl.col("municipality").is_not_null()).then(place)
    return replace(made, persons=made.persons.with_columns(age.alias("age"), home.alias("municipality")))


def id_of(year: int, name: str) -> UUID:
    """Of whatever has a name in the microdata."""
    return uuid5(_NAMES, f"{year}/{name}")


async def lay_out(superuser: URL, parties: Parties, year: int, microdata: Microdata) -> None:
    """Write the rows that this would be the snapshot of; no trigger looks at them."""
    rows: dict[str, list[dict[str, Any]]] = {}
    for person in microdata.persons.iter_rows(named=True):
        for table, row in _of_person(parties, year, person):
            rows.setdefault(table, []).append(full(table, row))
    for table, row in (*_couples(parties, year, microdata), *_time(parties, year, microdata)):
        rows.setdefault(table, []).append(full(table, row))
    async with written(superuser) as connection:
        for table, of_table in rows.items():
            await copied(connection, table, of_table)


@asynccontextmanager
async def written(superuser: URL) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A transaction in which no trigger looks."""
    connection: asyncpg.Connection[Any] = await asyncpg.connect(
        superuser.set(drivername="postgresql").render_as_string(hide_password=False)
    )
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL session_replication_role = replica")
            yield connection
    finally:
        await connection.close()


async def copied(connection: "asyncpg.Connection[Any]", table: str, rows: list[dict[str, Any]]) -> None:
    """Write whole rows."""
    await connection.copy_records_to_table(
        table, records=[record(table, row) for row in rows], columns=columns_of(table)
    )
    await connection.execute(f"ANALYZE {table}")


def _at(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def _of_person(parties: Parties, year: int, person: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    citizen = id_of(year, person["person"])
    about = {"citizen_id": citizen, "project_id": parties.project, "track": person["track"]}
    police = {**about, "organisation_id": parties.police}
    identified = _at(person["identified_on"])
    yield (
        "citizen",
        {
            "id": citizen,
            "project_id": parties.project,
            "organisation_id": parties.police,
            "track": person["track"],
            "status": "active",
            "specially_protected": False,
            "identified_by": "police_district" if person["referrer"] == "police" else "municipality",
            "created_at": identified,
        },
    )
    born = None if person["age"] is None else person["identified_on"].year - person["age"]
    yield "citizen_background", {**police, "birth_year": born, "sex": person["sex"]}
    if person["municipality"] is not None:
        yield "citizen_residence", {**police, "municipality_code": person["municipality"], "protection": "none"}
    yield (
        "consent",
        {
            **police,
            "status": "active",
            "method": "paper",
            "valid_until": None,
            "form_version_id": parties.form,
            "language": "da",
            "informed_by": "PBA",
            "recipients": [parties.ngo],
            "signed_at": _at(person["consented_on"] or person["identified_on"]),
            "scopes": ["contact", "evaluation_questionnaire", "evaluation_couple_link"],
        },
    )
    if person["passed_on_on"] is not None:
        sent = {"kind": "initial", "status": "accepted", "sent_at": _at(person["passed_on_on"])}
        yield "referral", {**police, **sent, "recipient_id": parties.ngo}
    ngo = {**about, "organisation_id": parties.ngo}
    if person["contacted_on"] is not None:
        yield "contact_attempt", {**ngo, "attempted_at": _at(person["contacted_on"]), "outcome": "reached"}
    if person["started_on"] is not None:
        yield from _of_course(year, person, ngo)


def _of_course(year: int, person: dict[str, Any], ngo: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    course = id_of(year, f"course-{person['person']}")
    yield (
        "course",
        {
            **ngo,
            "id": course,
            "started_on": person["started_on"],
            "ended_on": person["ended_on"],
            "status": "completed" if person["ended_on"] else "ongoing",
            "closing_reason": person["closing"],
            "form": "individual",
            "journey_started_on": person["started_on"],
        },
    )
    of = {**ngo, "course_id": course}
    minutes = round(person["hours"] * 60)
    for place in range(person["sessions"]):
        part = minutes // person["sessions"] + (minutes % person["sessions"] if place == 0 else 0)
        yield "session", {**of, "status": "held", "minutes": part, "held_on": person["started_on"]}
    for code, wave, name in SCALES:
        if person[name] is None:
            continue
        response = id_of(year, f"{course}-{code}-{wave}")
        answered = {"status": "answered", "answered_on": person["started_on"], "answered_through": "worker"}
        yield (
            "questionnaire_response",
            {**of, **answered, "id": response, "instrument_code": code, "wave": wave},
        )
        score = (person[name] - 1) * 25 if code == "benefit" else person[name]
        yield "questionnaire_answers", {**ngo, "response_id": response, "score": round(score), "shown_to": []}
    if person["followed_up_on"] is not None:
        done = {"status": "completed", "completed_on": person["followed_up_on"], "due_on": person["followed_up_on"]}
        yield "follow_up", {**of, **done, "new_needs": []}


def _couples(parties: Parties, year: int, microdata: Microdata) -> Iterator[tuple[str, dict[str, Any]]]:
    sides = microdata.persons.group_by("case").agg("person", "track").filter(pl.col("person").list.len() == 2)
    for case in sides.iter_rows(named=True):
        by_track = dict(zip(case["track"], case["person"], strict=True))
        if len(by_track) == 2:
            both = {f"{track}_id": id_of(year, name) for track, name in by_track.items()}
            yield "pair_link", {**both, "project_id": parties.project, "organisation_id": parties.police}


def _time(parties: Parties, year: int, microdata: Microdata) -> Iterator[tuple[str, dict[str, Any]]]:
    for row in microdata.costs.iter_rows(named=True):
        course = {"course_id": id_of(year, row["course"]), "citizen_id": id_of(year, row["person"])}
        left, day = max(1, round(row["hours"] * 60)), date(row["year"], 6, 1)
        while left > 0:
            part = min(left, 600)
            yield (
                "time_entry",
                {
                    **course,
                    "project_id": parties.project,
                    "organisation_id": parties.ngo,
                    "track": "victim",
                    "staff_id": id_of(year, row["staff"]),
                    "function": "caseworker",
                    "status": "locked",
                    "day": day,
                    "minutes": part,
                },
            )
            left, day = left - part, day + timedelta(days=1)


async def release_rows(superuser: URL, world: World, status: str, asked: str | None = None) -> dict[str, str]:
    """A release in this state with a file, as rows; its ids, as paths name them.

    Args:
        asked: the organisation whose approval is asked for.
    """
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    staff = [UUID((await each.get("/v1/me")).json()["staff_id"]) for each in (operator, officer)]
    release, job, file, approval, now = uuid4(), uuid4(), uuid4(), uuid4(), datetime.now(UTC)
    whose, of = {"organisation_id": UUID(operator.organisation_id)}, {"release_id": release, "build_id": job}
    people = {"built_by": staff[0], "checked_by": staff[1], "findings": 0}
    out = {"kind": "sandbox", "status": status, "published_at": now if status == "published" else None}
    done = {"id": job, "release_id": release, "asked_by": staff[0], "status": "done", "finished_at": now}
    rows: list[tuple[str, dict[str, Any]]] = [
        ("release", {**whose, **people, **out, "id": release, "build_id": job, "report": {}, "parameters": {}}),
        ("release_job", {**whose, **done}),
        ("release_file", {**of, "id": file, "name": "cells.csv", "sha256": "a" * 64}),
        ("release_file_content", {**of, "file_id": file}),
        ("release_report", {**of, "report": {}}),
        ("release_ledger", {**of, "person_ids": [uuid4(), uuid4()], "removed": 0}),
    ]
    if asked is not None:
        rows.append(("release_approval", {**of, "id": approval, "organisation_id": UUID(asked)}))
    async with written(superuser) as connection:
        for table, row in rows:
            await copied(connection, table, [full(table, row)])
    return {
        "release_id": str(release),
        "build_id": str(job),
        "file_id": str(file),
        "approval_id": str(approval),
        "name": "cells.csv",
    }
