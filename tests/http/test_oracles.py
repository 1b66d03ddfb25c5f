"""What is another's answers like what never was, on every operation with an id in its path: the same bytes, after the
same statements. Time and size then tell no more than the text does, without a clock in a test."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.installation import Installation
from tests.courses.test_boundary import journal
from tests.evaluation.programme import release_rows
from tests.grants.support import of_each
from tests.integration.imports.support import accepted
from tests.integration.matching.support import asked
from tests.interviews.support import contribution, lent
from tests.measurements.linked import linked
from tests.programme.support import municipal
from tests.pseudonymised.support import tier
from tests.resources.support import cost, entry
from tests.stories.couple import couple
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

MAY = {
    **dict.fromkeys(("meeting_id", "decision_id", "training_day_id"), "agency-secretary"),  # the secretariat
    **dict.fromkeys(("meeting_plan_id", "criteria_id", "assessment_id"), "agency-secretary"),  # of every project
    "secret": "everybody",  # whoever has a calendar's link
    **dict.fromkeys(("organisation_id", "instrument_id"), "everybody"),  # whom one works with, and how one measures
    **dict.fromkeys(("project_id", "partner_id", "form_id"), "agency-secretary"),  # it runs the programmes
    **dict.fromkeys(("contact_id", "contribution_id"), "vive-researcher"),  # it evaluates
    **dict.fromkeys(("grant_id", "amendment_id", "instalment_id", "notice_id"), "agency-secretary"),  # and pays them
    **dict.fromkeys(("account_id", "voucher_id", "attachment_id"), "agency-secretary"),
}
"""Kinds of record that a stranger of the tests may read (or more), and who."""
KEEPS = {"instrument_id": "agency-secretary", "contribution_id": "agency-secretary"}
"""Who else may: write what everybody reads, or read what another writes."""
CODES = {"name", "programme", "role", "secret"}
"""What is no id; of a citizen's link see `tests/measurements/test_answer_page.py`."""
CHOICES = {"language": "da"}
"""What is one of few words, the same of every record."""
OF_ITS_OWN = {"x-request-id", "traceparent", "ratelimit"}
OWN = re.compile("put.*ByReference")
"""Whoever writes by a reference writes a record of its own; compared like the others, it refuses the body as well."""

STRANGERS = [
    "police-other",
    "lysningen-coordinator-victim",
    "tryg-vej-coordinator-perpetrator",
    "randers-coordinator",
    "randers-integration",
    "agency-secretary",
    "trainer-secretary",
    "vive-researcher",
    "evaluator-other",
]
THE_OPERATORS_ALONE = {"client_id", "build_id", "listReleaseBuilds", "getReleaseInternalReport"}
"""To everybody else the whole collection is 403."""


@dataclass(frozen=True)
class Operation:
    """One operation of the contract with a body that it would accept."""

    name: str
    method: str
    path: str
    body: Any

    @property
    def parameters(self) -> list[str]:
        named = (part.split("}")[0] for part in self.path.split("{")[1:])
        return [each for each in named if each not in CHOICES]

    def at(self, ids: dict[str, str]) -> str:
        return self.path.format(**CHOICES, **ids)


async def operations(world: World) -> list[Operation]:
    """Every operation with an id in its path."""
    contract = (await world.http.get("/openapi.json")).json()
    bodies: dict[str, Any] = {
        "IdentityIn": world.identity(),
        "ContactIn": world.contact(),
        "AddressIn": {"lines": ["Vej 1"], "postcode": "8000", "source": "citizen"},
        "AssignmentIn": {"staff_id": nobody()},
        "ReferralPatch": {"urgency": "soon"},
        "RejectionIn": {"reason": "no_capacity"},
        "CompletionIn": {"outcome": "declined"},
        "ContactAttemptIn": {"attempted_at": "2024-03-01T10:00:00Z", "channel": "phone", "outcome": "no_answer"},
    }
    return [
        Operation(operation["operationId"], method.upper(), path, body_of(contract, operation, bodies))
        for path, item in contract["paths"].items()
        for method, operation in item.items()
        if "{" in path and not set(Operation("", "", path, None).parameters) <= CODES
    ]


def body_of(contract: JSON, operation: JSON, bodies: dict[str, Any]) -> Any:
    if "requestBody" not in operation:
        return None
    content = next(iter(operation["requestBody"]["content"].values()))
    if "$ref" not in content["schema"]:
        return None  # a file: it travels raw, and nothing of it is read before the record is found
    name = content["schema"]["$ref"].rpartition("/")[2]
    examples = contract["components"]["schemas"][name].get("examples")
    return examples[0] if examples else bodies[name]


@pytest.fixture(scope="module")
async def others(world: World, installation: Installation) -> dict[str, str]:
    """One record of everything, each of which is none of the strangers'."""
    police, worker = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    pair = await couple(world)
    one = pair.victim
    colleague = (await (await world.party("police-caseworker")).get("/v1/me")).json()["staff_id"]
    charge = await world.made(f"/v1/citizens/{one.id}/assignments", {"staff_id": colleague}, "police-coordinator")
    attempt = await world.made(
        f"/v1/referrals/{one.referral['id']}/contact-attempts",
        {"attempted_at": datetime.now(UTC).isoformat(), "channel": "phone", "outcome": "no_answer"},
        worker.client_id,
    )
    kept = await journal(world, worker)
    side, agreement = await world.newcomer("ngo")
    (partner,) = [
        each
        for each in (await side.get(f"/v1/projects/{agreement['project_id']}/partners")).json()["items"]
        if each["organisation_id"] == side.organisation_id
    ]
    user = await world.user_of(side.organisation_id, "coordinator", track="victim")
    form = await world.made(
        "/v1/consent-forms",
        {
            "project_id": agreement["project_id"],
            "name": "Samtykke",
            "languages": ["da"],
            "notice_da": "Tekst",
            "recipients": [side.organisation_id],
            "scopes": ["contact"],
        },
    )
    assert police.organisation_id != side.organisation_id
    measured = await linked(world, ngo=worker)
    candidate, contact_id = await lent(world, worker)
    aarhus, project = await world.party("aarhus-coordinator"), world.project()
    rate = {"function": "caseworker", "oere_per_hour": 30_000, "valid_from": "2150-01-01"}
    programme = await municipal(world)
    plan = await programme.plan()
    met = await programme.dialogue("held")
    decided = {"decision": "Følger op.", "owner_id": programme.agency.organisation_id}
    decision = await world.made(f"/v1/meetings/{met['id']}/decisions", decided, "agency-secretary")
    own = {"participants": [programme.municipalities[0].organisation_id], "day": "2024-06-04"}
    own |= {"project_id": programme.project, "organiser_id": programme.agency.organisation_id}
    criteria = await world.made("/v1/maturation-criteria", {"project_id": programme.project}, "agency-secretary")
    gate = {"project_id": programme.project, "gate": "screening"}
    feed = await programme.municipalities[0].post("/v1/calendar-feeds", {})
    assert installation.superuser is not None
    release = await release_rows(installation.superuser, world, "checked", asked=world.organisation("aarhus"))
    matching = await asked(world)
    await matching.ask()
    (question,) = await matching.received()
    endpoint = (await aarhus.post("/v1/webhook-endpoints", {"url": "https://sager.example.org/"})).json()["id"]
    return {
        "import_id": (await accepted(aarhus, b"{}\n"))["id"],
        "webhook_endpoint_id": endpoint,
        "delivery_id": (await aarhus.post(f"/v1/webhook-endpoints/{endpoint}/test")).json()["id"],
        "match_request_id": question["id"],
        "meeting_plan_id": plan["id"],
        "meeting_id": met["id"],
        "decision_id": decision["id"],
        "training_day_id": (await world.made("/v1/training-days", own, "agency-secretary"))["id"],
        "criteria_id": criteria["id"],
        "assessment_id": (await world.made("/v1/maturation-assessments", gate, "agency-secretary"))["id"],
        "calendar_feed_id": feed.json()["id"],
        "secret": feed.json()["url"].rpartition("/")[2].removesuffix(".ics"),
        "citizen_id": one.id,
        "external_reference": one.citizen["external_reference"],
        "incident_id": one.incident["id"],
        "consent_id": one.consent["id"],
        "referral_id": one.referral["id"],
        "link_id": pair.link["id"],
        "assignment_id": charge["id"],
        "attempt_id": attempt["id"],
        "course_id": kept["courses"],
        "session_id": kept["sessions"],
        "need_id": kept["support-needs"],
        "follow_up_id": kept["follow-ups"],
        "instrument_id": measured.instrument["id"],
        "response_id": measured.response_id,
        "candidate_id": candidate["id"],
        "contact_id": contact_id,
        "extract_id": (await (await tier(world)).asked())["id"],
        "contribution_id": (await contribution(world, aarhus))["id"],
        "time_entry_id": (await entry(aarhus, project))["id"],
        "cost_id": (await cost(aarhus, project))["id"],
        "hourly_rate_id": (await world.made("/v1/hourly-rates", rate, aarhus.client_id))["id"],
        **await of_each(world),
        **release,
        "project_id": agreement["project_id"],
        "partner_id": partner["id"],
        "agreement_id": agreement["id"],
        "form_id": form["id"],
        "staff_id": str(user.staff_id),
        "client_id": user.client_id,
        "organisation_id": side.organisation_id,
    }


async def stranger(world: World, client: str) -> Party:
    if client == "evaluator-other":
        return (await world.newcomer("evaluator", "researcher"))[0]
    if client != "police-other":
        return await world.party(client)
    return await world.user_of(world.organisation("police"), "caseworker")


def bare(answer: httpx.Response, ids: dict[str, str]) -> tuple[int, JSON, dict[str, str], int]:
    """All that came, without what differs from request to request; and how long it was."""
    body = answer.json() if answer.content else {}
    assert not any(each in json.dumps({**body, "instance": ""}) for each in ids.values())
    told = {name: value for name, value in answer.headers.items() if name not in OF_ITS_OWN}
    return answer.status_code, {**body, "trace_id": "", "instance": ""}, told, len(answer.content)


async def ask(party: Party, operation: Operation, ids: dict[str, str]) -> httpx.Response:
    headers = {} if operation.method == "GET" else {"if_match": '"x"'}
    if operation.body is None and operation.method == "PUT":
        headers["content_type"] = "application/pdf"
    if operation.method == "PATCH":
        headers["content_type"] = "application/merge-patch+json"
    return await party.call(operation.method, operation.at(ids), operation.body, **headers)


def may(client: str, operation: Operation) -> bool:
    kind = operation.parameters[-1]
    reader = MAY.get(kind)
    return client in {reader, KEEPS.get(kind)} or (reader == "everybody" and operation.method == "GET")


def never(ids: dict[str, str]) -> dict[str, str]:
    """Ids of the same length that never existed."""
    absent = {name: nobody() if len(each) == 36 else "x" * len(each) for name, each in ids.items()}
    return {**absent, "external_reference": f"SAG-{nobody()}"}


def looks(operation: Operation, ids: dict[str, str]) -> Iterator[dict[str, str]]:
    """The ids of others; for a path of two also the right one in the wrong place."""
    yield ids
    if len(operation.parameters) > 1:
        for name in operation.parameters:
            yield {**never(ids), name: ids[name]}


async def compared(app: FastAPI, party: Party, operation: Operation, ids: dict[str, str]) -> int:
    """Ask for what is another's and for what never was; the status of both."""
    for attempt in range(2):
        with statements(app) as of_nobody:
            absent = await ask(party, operation, fresh := never(ids))
        with statements(app) as of_others:
            foreign = await ask(party, operation, ids)
        # A connection that is new, or a word that was never compiled, asks PostgreSQL more the first time.
        if of_nobody == of_others or attempt:
            break
    assert bare(foreign, ids) == bare(absent, fresh), operation.name
    assert of_others == of_nobody, operation.name
    return foreign.status_code


@pytest.mark.parametrize("client", STRANGERS)
async def test_what_is_anothers_takes_the_statements_and_bytes_of_what_never_was(
    world: World, app: FastAPI, others: dict[str, str], client: str
) -> None:
    party = await stranger(world, client)
    statuses = {}
    for operation in await operations(world):
        if may(client, operation):
            continue
        for ids in looks(operation, others):
            statuses[operation.name] = await compared(app, party, operation, ids)
    assert {name: each for name, each in statuses.items() if each not in {403, 404} and not OWN.fullmatch(name)} == {}
    assert len(statuses) > 60


async def test_every_kind_of_record_is_looked_for_by_somebody_who_does_not_find_it(
    world: World, others: dict[str, str]
) -> None:
    """Else the comparison above would be one of 403 with 403 alone."""
    parties = [(each, await stranger(world, each)) for each in STRANGERS]
    for operation in await operations(world):
        askers = [party for client, party in parties if not may(client, operation)]
        alone = {operation.name, operation.parameters[-1]} & THE_OPERATORS_ALONE
        if operation.method != "GET" or not askers or alone:
            continue
        assert 404 in {(await ask(each, operation, others)).status_code for each in askers}, operation


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "DELETE", "TRACE"])
async def test_no_other_method_reads_or_tells(world: World, others: dict[str, str], method: str) -> None:
    police = await world.party("police-coordinator")  # whose record it is
    every = await operations(world)
    heads = {each.path for each in every if each.method == "HEAD"}
    for operation in every:
        if operation.method != "GET" or (method == "HEAD" and operation.path in heads):
            continue
        answers = [await police.call(method, operation.at(ids)) for ids in (others, never(others))]
        assert {each.status_code for each in answers} == {405}, operation
        assert answers[0].headers["allow"] == answers[1].headers["allow"]
        assert "etag" not in answers[0].headers
        if method == "HEAD":
            assert not any(each in answers[0].text for each in others.values())


@pytest.mark.parametrize("header", ["X-HTTP-Method-Override", "X-HTTP-Method", "X-Method-Override"])
async def test_a_header_does_not_change_the_method(world: World, header: str) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await police.post(path, world.contact(), **{header: "PUT"})).status_code == 405
    assert (await police.get(path, **{header: "DELETE"})).json() == citizen
    assert (await police.post("/v1/citizens?_method=GET", {})).status_code == 400
