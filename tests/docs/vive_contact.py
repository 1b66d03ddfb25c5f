"""What must have happened before docs/vive.md's commands: an NGO has passed a contact on.

`python -m tests.docs.vive_contact` does it on the server of `make run`.
"""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import httpx

from app.common.days import today

if TYPE_CHECKING:
    from tests.support.server import Served

HOURS = [{"weekday": 2, "from_time": "10:00", "to_time": "14:00"}]


class _Ngo:
    def __init__(self, http: httpx.Client, credentials: list[dict[str, Any]]) -> None:
        self.known = {each["client_id"]: each for each in credentials}
        self.http = http
        name = "tryg-vej-coordinator-victim"
        token = http.post(
            "/oauth/token",
            data={"grant_type": "client_credentials"},
            auth=(name, self.known[name]["client_secret"]),
        ).json()["access_token"]
        self.headers = {"authorization": f"Bearer {token}"}

    def get(self, path: str) -> Any:
        return self.http.get(path, headers=self.headers).raise_for_status()

    def send(self, method: str, path: str, body: Any = None, match: str | None = None) -> Any:
        headers = {**self.headers, "idempotency-key": str(uuid4()), **({"if-match": match} if match else {})}
        return self.http.request(method, path, json=body, headers=headers).raise_for_status().json()

    def act(self, path: str, verb: str, body: Any = None) -> Any:
        return self.send("POST", f"{path}/{verb}", body, self.get(path).headers["etag"])

    def consent(self, citizen: str, form: str, recipient: str, scopes: list[str]) -> None:
        body = {"citizen_id": citizen, "form_version_id": form, "language": "da", "method": "paper", "scopes": scopes}
        made = self.send("POST", "/v1/consents", {**body, "recipients": [recipient], "informed_by": "TV 07"})
        self.act(f"/v1/consents/{made['id']}", "sign", {"signed_at": datetime.now(UTC).isoformat()})


def pass_on(served: "Served") -> None:
    """On a server of the tests."""
    play(served.url, served.installed.credentials())


def play(url: str, credentials: list[dict[str, Any]]) -> None:
    """The whole way of one invented citizen who came unaided."""
    with httpx.Client(base_url=url, timeout=30) as http:
        ngo = _Ngo(http, credentials)
        me, vive = (ngo.known[each]["organisation_id"] for each in ("tryg-vej-coordinator-victim", "vive-researcher"))
        project = ngo.get("/v1/projects").json()["items"][0]["id"]
        form = ngo.get(f"/v1/consent-forms?project_id={project}").json()["items"][0]["id"]
        citizen = ngo.send("POST", "/v1/citizens", {"project_id": project, "track": "victim"})["id"]
        ngo.consent(citizen, form, me, ["contact", "identity"])
        safe = {"phone": "+4520000001", "safe_channels": ["phone"], "safe_hours": HOURS}
        path = f"/v1/citizens/{citizen}"
        ngo.send("PUT", f"{path}/contact", safe, ngo.get(path).headers["etag"])
        day = today().isoformat()
        body = {"citizen_id": citizen, "form": "individual", "journey_started_on": day}
        course = ngo.send("POST", "/v1/courses", body)["id"]
        body = {"course_id": course, "evaluator_id": vive}
        candidate = f"/v1/interview-candidates/{ngo.send('POST', '/v1/interview-candidates', body)['id']}"
        ngo.act(candidate, "ask", {"asked_on": day})
        ngo.consent(citizen, form, vive, ["evaluation_interview"])
        ngo.act(candidate, "consent")
        ngo.act(candidate, "pass-on-contact", {"call_name": "Ågot", **safe})


if __name__ == "__main__":
    told = subprocess.run([sys.executable, "-m", "app", "credentials", "--json"], capture_output=True, check=True)
    play(f"http://127.0.0.1:{os.environ.get('APP_PORT', '8000')}", json.loads(told.stdout))
