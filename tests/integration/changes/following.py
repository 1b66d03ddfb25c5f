"""A client that follows changes, as an integrator's would."""

from dataclasses import dataclass
from typing import Any

from tests.support.world import JSON, Party


@dataclass
class Follower:
    """Reads on from where it was."""

    party: Party
    place: str

    @classmethod
    async def from_now(cls, party: Party) -> "Follower":
        answer = await party.get("/v1/changes?latest=true")
        assert answer.status_code == 200, answer.text
        assert answer.json()["items"] == []
        return cls(party, answer.json()["next_cursor"])

    async def items(self, **query: Any) -> list[JSON]:
        """All that came since, page by page."""
        found: list[JSON] = []
        while True:
            wished = "".join(f"&{name}={value}" for name, value in query.items())
            answer = await self.party.get(f"/v1/changes?after={self.place}{wished}")
            assert answer.status_code == 200, answer.text
            page = answer.json()
            found += page["items"]
            self.place = page["next_cursor"]
            if not page["has_more"]:
                return found

    async def told(self, citizen_id: str | None = None) -> list[tuple[str, str]]:
        """Collection and kind of each, in order; of one citizen."""
        return [
            (each["collection"], each["kind"])
            for each in await self.items()
            if citizen_id is None or each["citizen_id"] == citizen_id
        ]
