"""What a whole journey leaves behind: no person and no secret in any log or backup, and answers that are no wider than
the contract says. The journey is the demo's, played twice: a story for people is a test of the whole.

PostgreSQL is made to log every statement with its values, as an operator might who looks for a fault.
"""

import asyncio
import base64
import copy
import json
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote
from uuid import uuid4

import httpx
import pytest
from openapi_schema_validator import OAS31Validator
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from app.database.embedded import EmbeddedServer
from app.database.programs import binaries
from app.database.urls import asyncpg_url
from app.settings import Settings
from tests.support.prepared import served
from tests.support.server import ROOT, Served

pytestmark = pytest.mark.server

JSON = dict[str, Any]
PERSONAL = {
    "given_name", "family_name", "cpr", "phone", "email", "lines", "code_phrase", "summary", "account", "place", "text",
    "description", "offences", "number",
}  # fmt: skip
"""Members whose text is a person's or about one."""
OF_NOBODY = ("/v1/meeting", "/v1/training-days", "/v1/programme", "/v1/grant")
"""Where a place is a meeting's and a summary a project's, and no citizen stands in any text (the wall, rule 8)."""
SHORT = 3
"""What is no longer than this stands in any text by chance."""


@dataclass
class Heard:
    """All that went over the wire."""

    answers: list[tuple[httpx.Request, httpx.Response]] = field(default_factory=list)
    personal: set[str] = field(default_factory=set)
    secrets: set[str] = field(default_factory=set)

    def hear(self, answer: httpx.Response) -> None:
        answer.read()
        self.answers.append((answer.request, answer))
        kind, _, credentials = answer.request.headers.get("authorization", "").partition(" ")
        if kind == "Basic":
            self.secrets.add(unquote(base64.b64decode(credentials).decode().partition(":")[2]))
        elif credentials:
            self.secrets.add(credentials)
        if answer.request.url.path.startswith(OF_NOBODY):
            return
        for content in (answer.request.content, answer.content):
            if content.startswith(b"{"):
                self._learn(json.loads(content))

    def _learn(self, value: Any, name: str = "") -> None:
        if isinstance(value, dict):
            for member, inner in value.items():
                self._learn(inner, member)
        elif isinstance(value, list):
            for inner in value:
                self._learn(inner, name)
        elif isinstance(value, str) and name in PERSONAL and len(value) > SHORT:
            self.personal.add(value)
        elif isinstance(value, str) and name == "access_token":
            self.secrets.add(value)


@dataclass
class Traces:
    """What is left."""

    said: list[str]
    """By the demo, each time."""
    heard: Heard
    log: str
    database_log: str
    dump: str
    contract: JSON


def loud(server: EmbeddedServer) -> None:
    """Let PostgreSQL write down every statement, its values included, and each error with its details."""

    async def run() -> None:
        engine = create_async_engine(asyncpg_url(server.url()), isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            for name, value in {"log_statement": "all", "log_min_duration_statement": "0"}.items():
                await connection.execute(text(f"ALTER SYSTEM SET {name} = '{value}'"))
            await connection.execute(text("SELECT pg_reload_conf()"))
        await engine.dispose()

    asyncio.run(run())


WRONGLY_PUT = {"0107655123", "Navngivet", "Fejlsen", "a wrong secret"}


def slip(http: httpx.Client, token: str) -> None:
    """Mistakes as clients make them: personal data in places where it does not belong."""
    cpr, name = "0107655123", "Navngivet Fejlsen"
    headers = {"authorization": f"Bearer {token}", "idempotency-key": str(uuid4())}
    identity = {"given_name": name, "family_name": name, "cpr": cpr, "birth_date": "x"}
    http.get(f"/v1/citizens/{cpr}", headers=headers)
    http.get("/v1/citizens", params={"cpr": cpr, "name": name}, headers=headers)
    http.post("/v1/citizens", json={"track": "victim", "identity": identity}, headers=headers)
    http.post("/v1/citizens", content=f'{{"cpr": "{cpr}",', headers=headers)
    http.post("/v1/citizens/search", json={"cpr": f"{cpr}1"}, headers=headers)
    http.get("/v1/me", headers={"authorization": f"Bearer {cpr}.{cpr}.{cpr}"})
    http.get("/v1/me", headers={"x-request-id": f"{cpr} {name}", "user-agent": name, "cookie": f"c={cpr}"})
    http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=(name, "a wrong secret"))
    http.request("NAVNGIVET", "/v1/me")


def logged(running: Served) -> str:
    """All it printed but the greeting of demo mode, which tells whoever starts it how to sign in."""
    before, _, rest = running.log.partition("Interventionsmodellen is ready on")
    greeting, _, after = rest.partition("Ctrl-C stops the server")
    assert "CLIENT_SECRET" in greeting
    return before + after


def played(running: Served) -> str:
    """What the demo says; what it left, and what others make beside it, must not be in its way the next time."""
    done = running.installed.run("demo")
    assert done.exit_code == 0, done.output
    make_projects_beside(running)
    return done.stdout


def make_projects_beside(running: Served) -> None:
    """Newer than the demo's own, of the same programmes and with the same municipality; no consent form yet."""
    known = {each["client_id"]: each for each in running.installed.credentials()}
    agency = known["agency-secretary"]
    with httpx.Client(base_url=running.url, timeout=30) as http:
        login = (agency["client_id"], agency["client_secret"])
        token = http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=login).json()["access_token"]
        http.headers["authorization"] = f"Bearer {token}"
        for programme in ("municipal_maturation_2022_2025", "intervention_model_2022_2024"):
            project = {
                "name": "Et projekt til",
                "programme": programme,
                "starts_on": "2024-01-01",
                "ends_on": "2030-12-31",
            }
            path = "/v1/projects"
            for body in (project, {"organisation_id": known["aarhus-caseworker"]["organisation_id"]}):
                made = http.post(path, json=body, headers={"idempotency-key": str(uuid4())})
                assert made.status_code == 201, made.text
                path = f"/v1/projects/{made.json().get('id')}/partners"


@pytest.fixture(scope="module")
def traces() -> Iterator[Traces]:
    heard = Heard()

    class Listening(httpx.Client):
        def __init__(self, *args: Any, **options: Any) -> None:
            super().__init__(*args, **options, event_hooks={"response": [heard.hear]})

    with served(APP_LOG_LEVEL="DEBUG") as running, pytest.MonkeyPatch.context() as patch:
        database = Settings(data_dir=running.installed.data_dir).database_dir
        with EmbeddedServer(database) as server:
            loud(server)
            patch.setattr("app.demo.journey.httpx.Client", Listening)
            said = [played(running), played(running)]
            patch.undo()
            with httpx.Client(base_url=running.url) as http:
                slip(http, max(heard.secrets, key=len))
            dumped = subprocess.run(
                [binaries() / "pg_dump", "--dbname", server.url().replace("+asyncpg", ""), "--inserts"],
                capture_output=True, text=True, check=True,
            )  # fmt: skip
            running.stop()
        contract = json.loads((ROOT / "openapi/openapi.json").read_text(encoding="utf-8"))
        yield Traces(said, heard, logged(running), server.log_path.read_text(encoding="utf-8"), dumped.stdout, contract)


def found(values: set[str], place: str) -> list[str]:
    return sorted(each for each in values if each in place)


def test_the_journey_goes_as_expected_again_and_again(traces: Traces) -> None:
    assert ["steps went as expected" in each for each in traces.said] == [True, True]


def test_the_journey_was_heard(traces: Traces) -> None:
    """Else the rest would find nothing because nothing was looked for."""
    assert len(traces.heard.answers) > 100
    assert len(traces.heard.personal) > 20
    assert len(traces.heard.secrets) > 10
    assert traces.log.count("/v1/citizens/{citizen_id}") > 10
    assert "INSERT INTO audit_event" in traces.database_log


def test_no_log_names_a_person_or_a_secret(traces: Traces) -> None:
    assert found(traces.heard.personal | traces.heard.secrets, traces.log) == []
    assert found(WRONGLY_PUT, traces.log) == []


def test_not_even_the_database_that_logs_all_it_is_told(traces: Traces) -> None:
    assert found(traces.heard.personal | traces.heard.secrets, traces.database_log) == []
    assert found(WRONGLY_PUT, traces.database_log) == []


def test_a_backup_holds_no_person_and_no_secret(traces: Traces) -> None:
    assert found(traces.heard.personal | traces.heard.secrets, traces.dump) == []


def closed(schemas: JSON) -> JSON:
    """The same schemas, in which a member that is not named is too many."""
    narrowed = copy.deepcopy(schemas)
    for schema in narrowed.values():
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
    return narrowed


def operation_of(contract: JSON, request: httpx.Request) -> JSON:
    for path, item in contract["paths"].items():
        if re.fullmatch(re.sub(r"\{[^}]*\}", "[^/]+", path), request.url.path):
            return dict(item[request.method.lower()])
    raise AssertionError(request.url.path)


def test_every_answer_is_as_the_contract_says_and_no_wider(traces: Traces) -> None:
    components = {"schemas": closed(traces.contract["components"]["schemas"])}
    seen = set()
    for request, answer in traces.heard.answers:
        operation = operation_of(traces.contract, request)
        if answer.is_success:
            said = operation["responses"][str(answer.status_code)]
            if not answer.content:
                assert "content" not in said
                continue
            content = said["content"]
            kind = answer.headers["content-type"].partition(";")[0]
            schema = content[kind]["schema"]
            if kind != "application/json":  # a page, a picture, a calendar, a file: no more is said of what is in it
                continue
        else:
            assert str(answer.status_code) in operation["responses"], (operation["operationId"], answer.status_code)
            page = operation["tags"] == ["Answering"]  # a citizen's browser gets a page, whatever happens
            kind = "text/html" if page else "application/problem+json"
            assert answer.is_redirect or answer.headers["content-type"].partition(";")[0] == kind
            continue
        OAS31Validator({**schema, "components": components}).validate(answer.json())
        seen.add(operation["operationId"])
    assert len(seen) > 40
