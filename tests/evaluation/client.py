"""A client of VIVE on a running server, with a key of its own, as its scripts use it."""

import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx

from tests.support.server import ROOT, Served

SCRIPTS = ROOT / "examples/vive"


@dataclass(frozen=True)
class Client:
    """A client of VIVE with a key of its own, and a folder."""

    url: str
    client_id: str
    key: Path
    folder: Path

    def pull(self, *more: str) -> str:
        return self.run(sys.executable, SCRIPTS / "pull.py", self.url, self.client_id, self.key, self.folder, *more)

    def run(self, *command: object) -> str:
        done = subprocess.run([*map(str, command)], capture_output=True, text=True, check=False, timeout=300)
        assert done.returncode == 0, done.stderr
        return done.stdout


def registered(served: Served, folder: Path) -> Client:
    """A key made as docs/integrators.md says, and registered by the operator."""
    key = folder / "secret.pem"
    sign_in = [sys.executable, str(ROOT / "examples/sign_in.py"), "make-key", str(key)]
    public = json.loads(subprocess.run(sign_in, capture_output=True, check=True).stdout)
    known = {each["client_id"]: each for each in served.installed.credentials()}
    with httpx.Client(base_url=served.url, timeout=30) as http:
        form = {"grant_type": "client_credentials"}
        operator = known["operator-operator"]
        answer = http.post("/oauth/token", data=form, auth=("operator-operator", operator["client_secret"]))
        vive = known["vive-researcher"]["organisation_id"]
        made = http.post(
            "/v1/clients",
            json={"organisation_id": vive, "functions": ["integration"], "public_keys": [public]},
            headers={"authorization": f"Bearer {answer.json()['access_token']}", "idempotency-key": str(uuid4())},
        )
    assert made.status_code == 201, made.text
    return Client(served.url, made.json()["client_id"], key, folder / "vive")
