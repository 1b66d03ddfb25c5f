"""One identity's run: its requests made real before they are sent, and what its answers told remembered."""

import json
import random
import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from time import monotonic
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import UUID

import requests
import schemathesis
from fastapi import FastAPI
from schemathesis.core.parameters import ParameterLocation
from schemathesis.python import asgi

from app.boundary.policy import load
from app.contract import declarations
from app.contract.roles import may_call
from tests.fuzz.identities import Identity, Pool, is_id
from tests.support.world import SIGN_IN_AGAIN_SECONDS

JSON = dict[str, Any]
BASE = "http://127.0.0.1:8000"
RUN_THE_PROGRAMME = {"operator", "agency"}
"""They see who takes part, its forms and meetings, and each sees what they did there."""
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
        can = _of_role(self.asker.role)
        self.labels_of_role = frozenset(
            f"{method.upper()} {path}"
            for path, item in contract["paths"].items()
            for method, operation in item.items()
            if operation["operationId"] in can
        )
        self._templates = [
            (method.upper(), re.compile(re.sub(r"\{[a-z_]+\}", "[^/]+", path) + "$"))
            for path, item in contract["paths"].items()
            for method in item
        ]

    @property
    def strangers(self) -> list[Identity]:
        """From whom what is the asker's is hidden."""
        return [each for each in self.others if RUN_THE_PROGRAMME.isdisjoint({self.asker.role, each.role})]

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

    def share(self, count: int) -> frozenset[str]:
        """So many operations of the role, chosen by the seed."""
        return frozenset(random.Random(f"{self.seed} {self.asker.name}").sample(sorted(self.labels_of_role), count))

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
        sent = {**like.headers, "Authorization": f"Bearer {self.token_of(who)}", **headers}
        if "Idempotency-Key" in sent:
            sent["Idempotency-Key"] = self.pool.nobody()
        body = like.body if method == like.method else None
        with asgi.get_client(cast("Any", self.app)) as client:
            return client.request(method, url, headers=sent, data=body)

    def token_of(self, who: Identity) -> str:
        """Its token; a new one before the old one has run out."""
        if monotonic() - who.signed_in > SIGN_IN_AGAIN_SECONDS:
            form, party = {"grant_type": "client_credentials"}, who.party
            with asgi.get_client(cast("Any", self.app)) as client:
                answer = client.post(f"{BASE}/oauth/token", data=form, auth=(party.client_id, party.secret or ""))
            party.token, who.signed_in = answer.json()["access_token"], monotonic()
        return who.party.token


def labels(contract: JSON) -> frozenset[str]:
    return frozenset(label for path, item in contract["paths"].items() for label in labels_of(path, item))


def labels_of(path: str, item: JSON) -> list[str]:
    return [f"{method.upper()} {path}" for method in item]


@cache
def _of_role(role: str) -> frozenset[str]:
    """What a role can ever do, by the operations' ids."""
    policy = load()
    return frozenset(name for name, declared in declarations().items() if may_call(declared, policy, role))


def _negative(case: schemathesis.Case, location: ParameterLocation) -> bool:
    return case.meta is not None and case.meta.is_negative_at(location)


def stage_of(case: schemathesis.Case) -> Stage:
    stage: Stage = case.operation.schema.app.state.fuzz
    return stage
