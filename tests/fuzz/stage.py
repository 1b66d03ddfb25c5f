"""One identity's run: its requests made real before they are sent, and what its answers told remembered."""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import requests
import schemathesis
from fastapi import FastAPI
from schemathesis.core.parameters import ParameterLocation
from schemathesis.python import asgi

from app.contract import document_of_role
from tests.fuzz.identities import Identity, Pool, is_id

JSON = dict[str, Any]
PEER_ASKS = 2
"""How many times others repeat an operation that succeeded."""


@dataclass
class Stage:
    """Who asks, who else there is, and what has been met so far."""

    app: FastAPI
    asker: Identity
    others: list[Identity]
    seed: int
    statuses: Counter[int] = field(default_factory=Counter)
    operations: Counter[str] = field(default_factory=Counter)
    compared: Counter[str] = field(default_factory=Counter)
    etags: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.rng = random.Random(self.seed)
        self._asked_without: set[str] = set()
        self.pool = Pool(self.asker, self.others, self.rng)
        contract = self.app.openapi()
        self.labels_of_role = labels(document_of_role(contract, self.asker.role))
        self._templates = [
            (method.upper(), re.compile(re.sub(r"\{[a-z_]+\}", "[^/]+", path) + "$"))
            for path, item in contract["paths"].items()
            for method in item
        ]

    def make_real(self, case: schemathesis.Case) -> None:
        """Ids of the pool, a fresh idempotency key, the ETag last read; nothing in what was broken on purpose."""
        writes = case.method != "GET"
        if case.path_parameters and not _negative(case, ParameterLocation.PATH):
            for name, value in list(case.path_parameters.items()):
                case.path_parameters[name] = self.pool.instead(name, value, writes=writes)
        body: Any = case.body
        if isinstance(body, dict) and not _negative(case, ParameterLocation.BODY):
            for name, value in list(body.items()):
                if name.endswith("_id"):
                    body[name] = self.pool.instead(name, value, writes=writes)
                elif name == "recipients" and value and all(is_id(each) for each in value):
                    body[name] = [self.asker.party.organisation_id]
        if writes and not _negative(case, ParameterLocation.HEADER):
            if "Idempotency-Key" in case.headers:
                case.headers["Idempotency-Key"] = str(UUID(int=self.rng.getrandbits(128), version=4))
            if "If-Match" in case.headers and (known := self._etag(case)):
                case.headers["If-Match"] = known

    def remember(self, case: schemathesis.Case, response: schemathesis.Response) -> None:
        self.statuses[response.status_code] += 1
        self.operations[case.operation.label] += 1
        if response.status_code >= 300 or "json" not in response.headers.get("content-type", [""])[0]:
            return
        self.pool.met_in(json.loads(response.content))
        if etag := response.headers.get("etag"):
            path = urlsplit(str(response.request.url)).path
            path = response.headers.get("location", [path])[0] if response.status_code == 201 else path
            self.etags[path if response.request.method == "GET" else self._known(path)] = etag[0]

    def _etag(self, case: schemathesis.Case) -> str | None:
        return self.etags.get(self._known(case.formatted_path))

    def _known(self, path: str) -> str:
        """The nearest path above that has an ETag; else the path itself."""
        above = path
        while above.count("/") > 2:
            if above in self.etags:
                return above
            above = above.rpartition("/")[0]
        return path

    # --- asking besides the engine --------------------------------------------------------------------

    def asked_by_others(self, label: str) -> bool:
        """Whether others have asked for it often enough; counts the question."""
        self.compared[label] += 1
        return self.compared[label] > PEER_ASKS

    def asked_without(self, label: str) -> bool:
        """Whether it has been asked without a token before; once is enough."""
        before = label in self._asked_without
        self._asked_without.add(label)
        return before

    def declared(self, method: str, url: str) -> bool:
        path = urlsplit(url).path
        return any(each == method and template.match(path) for each, template in self._templates)

    def resource(self, url: str) -> str:
        """The record that a write was about: its own address, or the one above."""
        return url if self.declared("GET", url) else url.rpartition("/")[0]

    def reads(self, url: str) -> bool:
        return self.declared("GET", self.resource(url))

    def ask(
        self, like: requests.PreparedRequest, who: Identity, method: str, url: str, **headers: str
    ) -> requests.Response:
        """The same request as somebody, at some address."""
        sent = {**like.headers, "Authorization": f"Bearer {who.party.token}", **headers}
        if "Idempotency-Key" in sent:
            sent["Idempotency-Key"] = self.pool.nobody()
        body = like.body if method == like.method else None
        with asgi.get_client(cast("Any", self.app)) as client:
            return client.request(method, url, headers=sent, data=body)


def labels(contract: JSON) -> frozenset[str]:
    return frozenset(f"{method.upper()} {path}" for path, item in contract["paths"].items() for method in item)


def _negative(case: schemathesis.Case, location: ParameterLocation) -> bool:
    return case.meta is not None and case.meta.is_negative_at(location)


def stage_of(case: schemathesis.Case) -> Stage:
    stage: Stage = case.operation.schema.app.state.fuzz
    return stage
