"""The parties of the demo programme as clients of the API."""

import itertools
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

import httpx

from app.demo.programme import Loaded

JSON = dict[str, Any]

# Births between 1858 and 1899: nobody alive. The seventh digit 5-8 makes the century.
_numbers = itertools.count(1)


def invented_cpr() -> tuple[str, str]:
    """A CPR number that nobody can have, and its birth date."""
    number = next(_numbers)
    day, month, year = 1 + number % 28, 1 + (number // 28) % 12, 1858 + (number // 336) % 42
    return (
        f"{day:02}{month:02}{year % 100:02}{5 + (number // 14112) % 4}{number % 1000:03}",
        f"{year}-{month:02}-{day:02}",
    )


@dataclass
class Party:
    """One client of one organisation, with its token."""

    http: httpx.AsyncClient
    client_id: str
    organisation_id: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """A request as a well-behaved client makes it: a POST carries an Idempotency-Key."""
        sent = {"Authorization": f"Bearer {self.token}", **self.headers}
        if method == "POST":
            sent["Idempotency-Key"] = str(uuid4())
        sent |= {name.replace("_", "-"): value for name, value in headers.items()}
        return await self.http.request(method, path, json=body, headers=sent)

    async def get(self, path: str, **headers: str) -> httpx.Response:
        return await self.call("GET", path, **headers)

    async def post(self, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self.call("POST", path, body, **headers)

    async def put(self, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self.call("PUT", path, body, **headers)

    async def patch(self, path: str, body: Any = None, **headers: str) -> httpx.Response:
        return await self.call("PATCH", path, body, content_type="application/merge-patch+json", **headers)

    async def act(self, path: str, body: Any = None) -> httpx.Response:
        """POST `{resource}/{action}` from the resource's present ETag, which is read first."""
        current = await self.get(path.rsplit("/", 1)[0])
        return await self.post(path, body, if_match=current.headers.get("etag", '"none"'))


class World:
    """Everyone, by client id: `await world.party("police-caseworker")`."""

    def __init__(self, http: httpx.AsyncClient, loaded: Loaded) -> None:
        self.http = http
        self.loaded = loaded
        self._parties: dict[str, Party] = {}

    def organisation(self, key: str) -> str:
        return str(self.loaded.organisations[key])

    def project(self, key: str = "model") -> str:
        return str(self.loaded.projects[key])

    def form(self, key: str = "model") -> str:
        return str(self.loaded.forms[key])

    async def token(self, client_id: str, **form: str) -> str:
        credential = next(each for each in self.loaded.credentials if each.client_id == client_id)
        answer = await self.http.post(
            "/oauth/token",
            data={"grant_type": "client_credentials", **form},
            auth=(credential.client_id, credential.client_secret),
        )
        assert answer.status_code == 200, answer.text
        return str(answer.json()["access_token"])

    async def party(self, client_id: str) -> Party:
        if client_id not in self._parties:
            credential = next(each for each in self.loaded.credentials if each.client_id == client_id)
            self._parties[client_id] = Party(
                self.http, client_id, credential.organisation_id, await self.token(client_id)
            )
        return self._parties[client_id]

    def identity(self, **changes: Any) -> JSON:
        cpr, born = invented_cpr()
        return {
            "given_name": "Ågot",
            "family_name": "Sørensen",
            "birth_date": born,
            "cpr": cpr,
            "municipality_code": "0751",
            "address_protection": "none",
            **changes,
        }

    def contact(self, **changes: Any) -> JSON:
        return {
            "phone": "+4520000001",
            "safe_channels": ["phone", "sms"],
            "safe_hours": [{"weekday": day, "from_time": "00:00", "to_time": "23:59"} for day in range(1, 8)],
            "never_leave_message": True,
            **changes,
        }

    async def citizen(self, party: Party, track: str = "victim", project: str = "model", **blocks: Any) -> JSON:
        """A citizen registered by `party`, with identity and contact unless given otherwise."""
        body = {
            "project_id": self.project(project),
            "track": track,
            "identity": self.identity(),
            "contact": self.contact(),
            **blocks,
        }
        answer = await party.post("/v1/citizens", {name: value for name, value in body.items() if value is not None})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())


def nobody() -> str:
    """An id that never existed."""
    return str(uuid4())


__all__ = ["JSON", "UUID", "Party", "World", "invented_cpr", "nobody"]
