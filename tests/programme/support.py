"""Meetings for tests: municipal projects of a test's own, so that what is counted is its own."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx

from tests.support.world import JSON, Party, World

SOON = datetime.now(UTC).replace(microsecond=0) + timedelta(days=30)
MONTHS = {1: "2022-11-08", 3: "2023-03-14", 4: "2023-05-09", 5: "2023-09-12", 6: "2023-11-14", 8: "2024-03-12"}
MONTHS |= {9: "2024-05-14", 10: "2024-09-10", 11: "2024-11-12", 13: "2025-03-11", 14: "2025-05-13"}
MONTHS |= {15: "2025-09-09", 16: "2025-11-11"}
"""A day for each row of the plan that is a meeting."""
TEACHING = [f"2023-0{month}-0{day}" for month in (1, 2, 3) for day in (2, 3)] + ["2024-06-04", "2025-06-03"]
"""As R11 has it: six days, one and one."""


def code_of(answer: httpx.Response) -> str:
    return str(answer.json()["type"].rsplit("/", 1)[1])


def rules(answer: httpx.Response) -> tuple[int, list[str]]:
    """A refusal by name."""
    return answer.status_code, [each["code"] for each in answer.json().get("errors", [])]


def hours(day: str | datetime, **changes: Any) -> JSON:
    """Two hours on a day."""
    starts = datetime.fromisoformat(f"{day}T08:00:00+00:00") if isinstance(day, str) else day
    return {"starts_at": starts.isoformat(), "ends_at": (starts + timedelta(hours=2)).isoformat(), **changes}


@dataclass
class Programme:
    """A project of the municipal programme with one user of everyone in it."""

    project: str
    agency: Party
    municipalities: list[Party]
    evaluator: Party
    trainer: Party

    async def plan(self) -> JSON:
        answer = await self.agency.post("/v1/meeting-plans", {"project_id": self.project})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def meeting(self, status: str = "planned", /, **members: Any) -> JSON:
        """A meeting in a state."""
        body = {"project_id": self.project, **members}
        if "starts_at" not in body:
            body |= hours("2024-05-14")
        answer = await self.agency.post("/v1/meetings", body)
        assert answer.status_code == 201, answer.text
        meeting = dict(answer.json())
        if status == "planned":
            return meeting
        path = f"/v1/meetings/{meeting['id']}"
        answer = await self.agency.act(f"{path}/invite")
        if status in {"held", "minutes_approved"}:
            present = [{"organisation_id": each, "persons": 2} for each in meeting["required"]]
            answer = await self.agency.act(f"{path}/hold", {"attendance": present})
        if status == "minutes_approved":
            written = await self.agency.put(
                f"{path}/minutes", {"minutes": "Godt møde."}, if_match=answer.headers["etag"]
            )
            assert written.status_code == 200, written.text
            answer = await self.agency.act(f"{path}/approve-minutes")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def dialogue(self, status: str = "planned", of: int = 0, **members: Any) -> JSON:
        where = self.municipalities[of].organisation_id
        return await self.meeting(status, meeting_type="dialogue_meeting", municipality_id=where, **members)

    async def taught(self, day: str, *, held: bool = True) -> JSON:
        answer = await self.agency.post("/v1/training-days", {"project_id": self.project, "day": day})
        assert answer.status_code == 201, answer.text
        if held:
            body = {"attendance": [{"organisation_id": answer.json()["participants"][0], "persons": 12}]}
            answer = await self.trainer.act(answer.headers["location"] + "/hold", body)
            assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def warnings(self, party: Party | None = None, **headers: str) -> list[JSON]:
        answer = await (party or self.agency).get(f"/v1/programme/plan-status?project_id={self.project}", **headers)
        assert answer.status_code == 200, answer.text
        return list(answer.json()["warnings"])


async def municipal(world: World) -> Programme:
    """A new project with three municipalities; the agency, the evaluator and the trainer are the demo's."""
    body = {"name": "Prøve", "programme": "municipal_maturation_2022_2025"}
    project = await world.made("/v1/projects", {**body, "starts_on": "2022-10-01", "ends_on": "2030-12-31"})
    parties = []
    for code in ("0751", "0730", "0710"):
        one = await world.organisation_made("municipality", municipality_code=code)
        await world.made(f"/v1/projects/{project['id']}/partners", {"organisation_id": one["id"], "lead": False})
        parties.append(await world.user_of(one["id"], "coordinator"))
    for key in ("agency", "vive", "trainer"):
        partner = {"organisation_id": world.organisation(key), "lead": False}
        await world.made(f"/v1/projects/{project['id']}/partners", partner)
    answer = await (await world.party("operator-operator")).act(f"/v1/projects/{project['id']}/activate")
    assert answer.status_code == 200, answer.text
    agency, vive = await world.party("agency-secretary"), await world.party("vive-researcher")
    return Programme(project["id"], agency, parties, vive, await world.party("trainer-secretary"))
