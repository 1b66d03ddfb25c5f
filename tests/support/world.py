"""The parties of the demo programme as clients of the API."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from math import inf
from time import monotonic
from typing import Any
from uuid import UUID, uuid4

import httpx

from app.boundary.policy import load
from app.common.days import today
from app.demo.programme import Loaded
from app.reference.places import municipalities

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


SIGN_IN_AGAIN_SECONDS = 240
"""A token lives ten minutes, and on a busy machine the tests take longer than that."""


@dataclass
class Party:
    """One client of one organisation, with its token."""

    http: httpx.AsyncClient
    client_id: str
    organisation_id: str
    token: str
    headers: dict[str, str] = field(default_factory=dict)
    staff_id: str | None = None
    secret: str | None = None

    async def call(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        """A request as a well-behaved client makes it: a POST carries an Idempotency-Key."""
        sent = {"authorization": f"Bearer {self.token}", **self.headers}
        if method == "POST":
            sent["idempotency-key"] = str(uuid4())
        sent |= {name.replace("_", "-").lower(): value for name, value in headers.items()}
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
        self._signed_in: dict[str, float] = {}

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
                self.http, client_id, credential.organisation_id, token="", secret=credential.client_secret
            )
        party = self._parties[client_id]
        if monotonic() - self._signed_in.get(client_id, -inf) > SIGN_IN_AGAIN_SECONDS:
            party.token, self._signed_in[client_id] = await self.token(client_id), monotonic()
        return party

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
            # The two sides have each their own number.
            "contact": self.contact(phone="+4520000001" if track == "victim" else "+4520000002"),
            **blocks,
        }
        answer = await party.post("/v1/citizens", {name: value for name, value in body.items() if value is not None})
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def consent(
        self,
        party: Party,
        citizen: JSON,
        recipients: list[str],
        scopes: list[str] | None = None,
        *,
        signed: bool = True,
        days_ago: int = 0,
        **members: Any,
    ) -> JSON:
        """A consent of the citizen obtained by `party`, signed just now or `days_ago` unless `signed=False`.

        Args:
            recipients: ids of organisations (`world.organisation("tryg_vej")`).
            scopes: contact, identity and bridging unless given.
        """
        project = next(key for key, each in self.loaded.projects.items() if str(each) == citizen["project_id"])
        body = {
            "citizen_id": citizen["id"],
            "form_version_id": self.form(project),
            "language": "da",
            "method": "paper",
            "scopes": scopes or ["contact", "identity", "bridging"],
            "recipients": recipients,
            "informed_by": "PBA",
            **members,
        }
        answer = await party.post("/v1/consents", body)
        assert answer.status_code == 201, answer.text
        if signed:
            path = f"/v1/consents/{answer.json()['id']}/sign"
            signed_at = (datetime.now(UTC) - timedelta(days=days_ago)).isoformat()
            answer = await party.post(path, {"signed_at": signed_at}, if_match=answer.headers["etag"])
            assert answer.status_code == 200, answer.text
        return dict(answer.json())

    # --- courses ------------------------------------------------------------------------------------

    async def unaided(self, party: Party, track: str = "victim", *, days_ago: int = 0, **members: Any) -> JSON:
        """A citizen of `party`'s own, who signed a consent that names it `days_ago`.

        For an NGO one who came unaided; a municipality's belongs to the municipal programme.
        """
        project = "model" if party.client_id.startswith(("tryg-vej", "lysningen")) else "maturation"
        citizen = await self.citizen(party, track, project, identity=None, contact=None)
        scopes = ["contact", "identity", "bridging"]
        drafted = await self.consent(party, citizen, [party.organisation_id], scopes, signed=False, **members)
        path, signed_at = f"/v1/consents/{drafted['id']}", datetime.now(UTC) - timedelta(days=days_ago)
        answer = await party.act(f"{path}/sign", {"signed_at": signed_at.isoformat()})
        assert answer.status_code == 200, answer.text
        return citizen

    async def course(self, party: Party, citizen: JSON, **members: Any) -> JSON:
        """A course in the state `created`."""
        body = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": "2024-03-01", **members}
        answer = await party.post("/v1/courses", body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def running(self, party: Party, citizen: JSON, started_on: str | None = None, **members: Any) -> JSON:
        """A course that has started, today unless given."""
        course = await self.course(party, citizen, **members)
        answer = await party.act(f"/v1/courses/{course['id']}/start", {"started_on": started_on or today().isoformat()})
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def ended(self, party: Party, citizen: JSON, on: str | None = None, **members: Any) -> JSON:
        """A course that was completed on the day it began."""
        course = await self.running(party, citizen, on, **members)
        body = {"ended_on": on or today().isoformat(), "closing_reason": "planned"}
        answer = await party.act(f"/v1/courses/{course['id']}/complete", body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    # --- measuring ----------------------------------------------------------------------------------

    async def measured(self, party: Party, track: str = "victim", *, days_ago: int = 0) -> JSON:
        """As `unaided`, with a consent to the evaluation's questionnaires besides."""
        citizen = await self.unaided(party, track, days_ago=days_ago)
        await self.consent(party, citizen, [party.organisation_id], ["contact", "evaluation_questionnaire"])
        return citizen

    async def instrument(self, party: Party, code: str = "who5") -> JSON:
        """The version in use."""
        answer = await party.get(f"/v1/instruments?code={code}&status=active")
        return dict(answer.json()["items"][0])

    async def questionnaire(self, party: Party, course: JSON, wave: str = "start", code: str = "who5") -> JSON:
        """A questionnaire handed out."""
        instrument = await self.instrument(party, code)
        body = {"course_id": course["id"], "instrument_id": instrument["id"], "wave": wave}
        made = await party.post("/v1/questionnaire-responses", body)
        assert made.status_code == 201, made.text
        answer = await party.act(f"/v1/questionnaire-responses/{made.json()['id']}/hand-out")
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    # --- passing on -----------------------------------------------------------------------------------

    async def referral(
        self,
        sender: Party,
        consent: JSON,
        recipient_id: str | None = None,
        *,
        sent: bool = True,
        accepted_by: Party | None = None,
        **members: Any,
    ) -> JSON:
        """A referral under the consent, as its sender (or who accepted it) sees it.

        Args:
            recipient_id: the consent's first recipient unless given.
        """
        body = {
            "citizen_id": consent["citizen_id"],
            "consent_id": consent["id"],
            "recipient_id": recipient_id or consent["recipients"][0],
            "kind": "initial",
            "urgency": "soon",
            "scopes": consent["scopes"],
            "summary": "Ønsker hjælp hurtigst muligt.",
            **members,
        }
        answer = await sender.post("/v1/referrals", body)
        assert answer.status_code == 201, answer.text
        path = f"/v1/referrals/{answer.json()['id']}"
        if sent:
            answer = await sender.post(f"{path}/send", if_match=answer.headers["etag"])
            assert answer.status_code == 200, answer.text
        if accepted_by is not None:
            answer = await accepted_by.act(f"{path}/accept")
            assert answer.status_code == 200, answer.text
        return dict(answer.json())

    async def withdrawn(self, party: Party, consent: JSON) -> None:
        """The citizen has withdrawn the consent, and told `party`."""
        body = {"withdrawn_by": "citizen", "withdrawal_channel": "phone"}
        answer = await party.act(f"/v1/consents/{consent['id']}/withdraw", body)
        assert answer.status_code == 200, answer.text

    # --- who takes part: organisations of a test's own, so that it may end what it likes -------------

    async def made(self, path: str, body: JSON, client_id: str = "operator-operator") -> JSON:
        """What the operator (or another client) has created."""
        answer = await (await self.party(client_id)).post(path, body)
        assert answer.status_code == 201, answer.text
        return dict(answer.json())

    async def organisation_made(self, kind: str, **fields: Any) -> JSON:
        return await self.made("/v1/organisations", {"type": kind, "name": f"Prøve {next(_numbers)}", **fields})

    async def project_made(self, programme: str = "intervention_model_2022_2024") -> JSON:
        """A planned project without partners."""
        body = {"name": "Prøve", "programme": programme, "starts_on": "2022-09-01", "ends_on": "2030-12-31"}
        return await self.made("/v1/projects", body)

    async def user_of(self, organisation_id: str, function: str, track: str | None = None, **fields: Any) -> Party:
        """A signed-in client of any organisation; a case system, or the screen of a user made for it."""
        about = {"organisation_id": organisation_id, "functions": [function], "track": track}
        if function != "integration":
            fields["staff_id"] = (await self.made("/v1/staff", {**about, "initials": "PRV"}))["id"]
        client = await self.made("/v1/clients", {**about, "with_secret": True, **fields})
        answer = await self.http.post(
            "/oauth/token",
            data={"grant_type": "client_credentials"},
            auth=(client["client_id"], client["client_secret"]),
        )
        assert answer.status_code == 200, answer.text
        return Party(
            self.http,
            client["client_id"],
            organisation_id,
            answer.json()["access_token"],
            staff_id=fields.get("staff_id"),
            secret=client["client_secret"],
        )

    def terms(self, project_id: str, organisation_id: str, **changes: Any) -> JSON:
        """A databehandleraftale that covers everything, from the programme's start."""
        return {
            "project_id": project_id,
            "organisation_id": organisation_id,
            "counterparty_id": self.organisation("operator"),
            "type": "data_processing",
            "categories": load().agreement_categories(),
            "purposes": ["intervention"],
            "valid_from": "2022-04-01T00:00:00Z",
            **changes,
        }

    async def agreement_in_force(self, side: Party, project_id: str, **changes: Any) -> JSON:
        """An agreement between the operator and the organisation of `side`, signed by both."""
        operator = await self.party("operator-operator")
        path = "/v1/agreements"
        drafted = await self.made(path, self.terms(project_id, side.organisation_id, **changes))
        path = f"{path}/{drafted['id']}"
        answer = await operator.act(f"{path}/submit")
        for each in (operator, side):
            assert answer.status_code == 200, answer.text
            answer = await each.act(f"{path}/sign")
        assert answer.json()["status"] == "in_force", answer.text
        return dict(answer.json())

    async def newcomer(
        self, kind: str = "ngo", function: str = "integration", agreement: JSON | None = None, **fields: Any
    ) -> tuple[Party, JSON]:
        """A client of a new organisation that takes part in an active project of its own, its agreement in force."""
        if kind == "ngo":
            fields.setdefault("tracks", ["victim"])
        organisation = await self.organisation_made(kind, **fields)
        project = await self.project_made()
        await self.activated(project["id"], organisation, kind)
        side = await self.user_of(organisation["id"], function, track="victim" if kind == "ngo" else None)
        return side, await self.agreement_in_force(side, project["id"], **(agreement or {}))

    async def activated(self, project_id: str, organisation: JSON, kind: str) -> None:
        """Let an organisation into a planned project, with new ones for what the programme requires beside it."""
        places = municipalities()
        own = places.get(organisation["municipality_code"])
        district = organisation["police_district_code"] or (own.police_district_code if own else "1461")
        within = next(code for code, place in places.items() if place.police_district_code == district)
        partners: dict[str, JSON] = {
            "ngo": {"tracks": ["victim"]},
            "police_district": {"police_district_code": district},
            "municipality": {"municipality_code": within},
        }
        if kind not in partners:
            partner = {"organisation_id": organisation["id"], "lead": False}
            await self.made(f"/v1/projects/{project_id}/partners", partner)
        for each, fields in partners.items():
            one = organisation if each == kind else await self.organisation_made(each, **fields)
            body = {"organisation_id": one["id"], "lead": each == "ngo"}
            await self.made(f"/v1/projects/{project_id}/partners", body)
        answer = await (await self.party("operator-operator")).act(f"/v1/projects/{project_id}/activate")
        assert answer.status_code == 200, answer.text


def nobody() -> str:
    """An id that never existed."""
    return str(uuid4())


__all__ = ["JSON", "UUID", "Party", "World", "invented_cpr", "nobody"]
