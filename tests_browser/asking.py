"""A worker over HTTP, who makes links to a questionnaire that has words."""

import itertools
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any
from uuid import uuid4

import httpx

from app.common.days import today
from tests.support.server import Served

JSON = dict[str, Any]
QUESTIONS = (
    ("Jeg har været glad og i godt humør", "I have felt cheerful"),
    ("Jeg har følt mig rolig og afslappet", "I have felt calm"),
    ("Jeg har sovet godt, også i de nætter, hvor jeg gik sent i seng", "I have slept well, late nights included"),
)
_numbers = itertools.count(1)


@dataclass
class Worker:
    """A signed-in client of the running server."""

    url: str
    headers: dict[str, str]
    organisation_id: str = ""

    def do(self, method: str, path: str, body: Any = None, **headers: str) -> httpx.Response:
        sent = {**self.headers, "idempotency-key": str(uuid4()), **headers}
        answer = httpx.request(method, f"{self.url}{path}", json=body, headers=sent, timeout=30)
        assert answer.is_success, answer.text
        return answer

    def act(self, path: str, body: Any = None) -> JSON:
        etag = self.do("GET", path.rsplit("/", 1)[0]).headers["etag"]
        return dict(self.do("POST", path, body, **{"if-match": etag}).json())


@dataclass
class Asking:
    """The server's demo programme: who words the questionnaire, and who hands it out."""

    served: Served
    _workers: dict[str, Worker] = field(default_factory=dict)

    def worker(self, client_id: str) -> Worker:
        if client_id not in self._workers:
            known = next(each for each in self.served.installed.credentials() if each["client_id"] == client_id)
            token = httpx.post(
                f"{self.served.url}/oauth/token",
                data={"grant_type": "client_credentials"},
                auth=(known["client_id"], known["client_secret"]),
                timeout=30,
            ).json()["access_token"]
            worker = self._workers[client_id] = Worker(self.served.url, {"authorization": f"Bearer {token}"})
            worker.organisation_id = worker.do("GET", "/v1/me").json()["organisation"]["id"]
        return self._workers[client_id]

    def instrument(self) -> str:
        """A questionnaire of our own; the shipped ones have no wording."""
        body = {
            "code": f"browser_{next(_numbers)}",
            "title_da": "Trivsel",
            "title_en": "Wellbeing",
            "introduction_da": "Tænk på de sidste to uger.",
            "introduction_en": "Think of the last two weeks.",
            "items": [
                {"id": f"item_{place}", "wording_da": danish, "wording_en": english, "required": True}
                for place, (danish, english) in enumerate(QUESTIONS)
            ],
            "scale_min": 0,
            "scale_max": 5,
            "scale_labels": [
                {"value": 5, "label_da": "Hele tiden", "label_en": "All of the time"},
                {"value": 0, "label_da": "På intet tidspunkt", "label_en": "At no time"},
            ],
            "scoring": {"rule": "share_of_max", "factor": None, "complete": True},
            "bands": [],
            "waves": ["start"],
            "score_seen_by": [{"organisation_type": "ngo", "functions": ["coordinator"]}],
            "requires_evaluation_consent": True,
        }
        agency = self.worker("agency-secretary")
        made = agency.do("POST", "/v1/instruments", body).json()
        agency.act(f"/v1/instruments/{made['id']}/activate")
        return str(made["id"])

    def link(self, instrument_id: str, **body: Any) -> tuple[str, str]:
        """The questionnaire's path, and the URL that the citizen gets."""
        ngo = self.worker("tryg-vej-coordinator-victim")
        projects = ngo.do("GET", "/v1/projects").json()["items"]
        project = next(each for each in projects if each["programme"] == "intervention_model_2022_2024")
        form = next(
            each
            for each in ngo.do("GET", "/v1/consent-forms").json()["items"]
            if each["project_id"] == project["id"] and each["retired_at"] is None
        )
        citizen = ngo.do("POST", "/v1/citizens", {"project_id": project["id"], "track": "victim"}).json()
        consent = ngo.do(
            "POST",
            "/v1/consents",
            {
                "citizen_id": citizen["id"],
                "form_version_id": form["id"],
                "language": "da",
                "method": "paper",
                "scopes": ["contact", "evaluation_questionnaire"],
                "recipients": [ngo.organisation_id],
                "informed_by": "PBA",
            },
        ).json()
        ngo.act(f"/v1/consents/{consent['id']}/sign", {"signed_at": datetime.now(UTC).isoformat()})
        day = today().isoformat()
        begun = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": day}
        course = ngo.do("POST", "/v1/courses", begun).json()
        assigned = {"course_id": course["id"], "instrument_id": instrument_id, "wave": "start"}
        response = ngo.do("POST", "/v1/questionnaire-responses", assigned)
        path = response.headers["location"]
        etag = {"if-match": response.headers["etag"]}
        return path, str(ngo.do("POST", f"{path}/link", body, **etag).json()["url"])

    def response(self, path: str) -> JSON:
        """What the worker sees of it now."""
        return dict(self.worker("tryg-vej-coordinator-victim").do("GET", path).json())
