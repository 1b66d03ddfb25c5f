"""An endpoint of a party, and a worker whose clock the test holds."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from standardwebhooks import Webhook

from app.auth.keys import KeyRing
from app.installation import Installation
from app.integration.webhooks.delivering import Deliverer
from app.integration.webhooks.sending import Sender
from tests.integration.receivers import Receiver
from tests.support.world import JSON, Party, World

PATH = "/v1/webhook-endpoints"
Make = Callable[..., Deliverer]


@dataclass
class Clock:
    """Never behind the database's, whose times stand in the rows."""

    now: datetime = field(default_factory=lambda: datetime.now(UTC) + timedelta(seconds=30))

    def __call__(self) -> datetime:
        return self.now

    def on(self, **span: float) -> None:
        self.now += timedelta(**span)


@dataclass
class Hook:
    """An endpoint, as its owner sees it."""

    owner: Party
    made: JSON

    @property
    def path(self) -> str:
        return f"{PATH}/{self.made['id']}"

    @property
    def secret(self) -> str:
        return str(self.made["secret"])

    async def now(self) -> JSON:
        answer = await self.owner.get(self.path)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def act(self, verb: str, body: Any = None) -> httpx.Response:
        etag = (await self.owner.get(self.path)).headers["etag"]
        return await self.owner.post(f"{self.path}/{verb}", body, if_match=etag)

    async def deliveries(self) -> list[JSON]:
        """Oldest change first."""
        answer = await self.owner.get(f"{self.path}/deliveries?limit=200")
        assert answer.status_code == 200, answer.text
        return sorted(answer.json()["items"], key=lambda each: (each["happened_at"], each["id"]))

    async def attempts(self) -> list[JSON]:
        """Of its one delivery, the first attempt first."""
        [one] = await self.deliveries()
        answer = await self.owner.get(f"{self.path}/deliveries/{one['id']}")
        return list(reversed(answer.json()["attempt_log"]))


async def hook(owner: Party, receiver: Receiver | None, **members: Any) -> Hook:
    """An endpoint at the receiver, or at a port where nobody listens."""
    url = receiver.url if receiver else "http://127.0.0.1:1025/"
    answer = await owner.post(PATH, {"url": url, **members})
    assert answer.status_code == 201, answer.text
    return Hook(owner, answer.json())


def told(receiver: Receiver, *secrets: str) -> list[JSON]:
    """What came, each with its signature by each of the secrets verified."""
    found = []
    for _, headers, body in receiver.requests:
        at = datetime.fromtimestamp(int(headers["webhook-timestamp"]), UTC)
        signed = {Webhook(each).sign(headers["webhook-id"], at, body.decode()) for each in secrets}
        assert {*headers["webhook-signature"].split(" ")} == signed
        found.append({"id": headers["webhook-id"], **httpx.Response(200, content=body).json()})
    return found


def deliverer(installation: Installation, keys: KeyRing, clock: Callable[[], datetime], **changes: Any) -> Deliverer:
    url, judging = (
        each.set(drivername="postgresql").render_as_string(hide_password=False)
        for each in (installation.deliverer, installation.case)
    )
    given = {"keys": lambda: keys, "sender": Sender(local=True, deadline_seconds=5), "chance": lambda: 0.0, **changes}
    return Deliverer(url, judging, clock=clock, **given)


async def registered(world: World, party: Party) -> str:
    """A bare citizen: one change."""
    citizen = await world.citizen(party, project="maturation", identity=None, contact=None)
    return str(citizen["id"])


async def records(receiver: Receiver) -> list[str]:
    return [json.loads(body)["data"]["record_id"] for _, _, body in receiver.requests]
