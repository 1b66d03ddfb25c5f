"""The application with one fault at each of some operations, so that one sees each check fail."""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from fastapi import FastAPI
from starlette.types import Message, Receive, Scope, Send

from tests.fuzz.identities import Identity


@dataclass
class Answer:
    """What the application would have said."""

    status: int
    headers: dict[str, str]
    body: bytes

    def say(self, **members: Any) -> None:
        self.body = json.dumps({**json.loads(self.body or b"{}"), **members}).encode()


def broken(answer: Answer) -> None:
    answer.status = 500
    answer.say(status=500)


def teapot(answer: Answer) -> None:
    answer.status = 418


def talkative(answer: Answer) -> None:
    if answer.status == 200:
        answer.say(cpr="0101588035")


def plain(answer: Answer) -> None:
    answer.headers["content-type"] = "text/plain"


def own_words(answer: Answer) -> None:
    if answer.status == 400:
        answer.say(type="about:blank")


def lenient(answer: Answer) -> None:
    if answer.status == 400:
        answer.status, answer.body = 200, b'{"items": [], "next_cursor": null}'
        answer.headers["content-type"] = "application/json"


def without_allow(answer: Answer) -> None:
    answer.headers.pop("allow", None)


def unnamed(answer: Answer) -> None:
    answer.headers.pop("x-request-id", None)


def always_done(answer: Answer) -> None:
    answer.status = 200


FAULTS: dict[str, tuple[Callable[[Answer], None] | None, str]] = {
    "GET /v1/time-entries": (broken, "ServerError"),
    "GET /v1/costs": (teapot, "UndefinedStatusCode"),
    "GET /v1/consents/{consent_id}": (talkative, "JsonSchemaError"),
    "GET /v1/projects": (plain, "UndefinedContentType"),
    "GET /v1/staff": (own_words, "UnregisteredProblem"),
    "GET /v1/follow-ups": (lenient, "AcceptedNegativeData"),
    "GET /v1/organisations": (without_allow, "UnsupportedMethodResponse"),
    "POST /v1/consents/{consent_id}/withdraw": (always_done, "EndedTwice"),
    "GET /v1/meetings": (unnamed, "MissingHeaders"),
    "GET /v1/clients": (always_done, "OutsideTheRole"),
    # Whoever asks is taken for the owner.
    "GET /v1/me": (None, "NobodyAsked"),
    "GET /v1/citizens/{citizen_id}": (None, "OthersRecord"),
}


@dataclass
class Faulty:
    """What the engine takes for the application."""

    app: FastAPI
    owner: Identity

    def __post_init__(self) -> None:
        self.state, self.openapi = self.app.state, self.app.openapi

    def _fault(self, path: str) -> tuple[Callable[[Answer], None] | None, str] | None:
        for label, fault in FAULTS.items():
            if re.fullmatch(re.sub(r"\{[a-z_]+\}", "[^/]+", label.split(" ")[1]), path):
                return fault
        return None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        fault = self._fault(scope["path"]) if scope["type"] == "http" else None
        if fault is None:
            await self.app(scope, receive, send)
            return
        mend, _ = fault
        if mend is None:
            others = [(name, value) for name, value in scope["headers"] if name != b"authorization"]
            scope["headers"] = [*others, (b"authorization", f"Bearer {self.owner.party.token}".encode())]
            await self.app(scope, receive, send)
            return
        told: list[Message] = []

        async def keep(message: Message) -> None:
            told.append(message)

        await self.app(scope, receive, keep)
        headers = {name.decode(): value.decode() for name, value in told[0]["headers"]}
        answer = Answer(told[0]["status"], headers, b"".join(each.get("body", b"") for each in told[1:]))
        mend(answer)
        answer.headers["content-length"] = str(len(answer.body))
        sent = [(name.encode(), value.encode()) for name, value in answer.headers.items()]
        await send({"type": "http.response.start", "status": answer.status, "headers": sent})
        await send({"type": "http.response.body", "body": answer.body})
