"""The platform as VIVE's scripts need it: signing in by private_key_jwt (RFC 7523), and files that can be resumed.

Needs httpx and cryptography. The key is made as in examples/sign_in.py, and its public half given to the operator.
"""

import base64
import hashlib
import json
import time
import uuid
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
from cryptography.hazmat.primitives.asymmetric import ec, utils
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

RENEW_BEFORE = 60
TRIES = 5


class Recalled(Exception):  # noqa: N818 - what happened, and nobody's error
    """410: the release must not be used any more."""


class Damaged(ValueError):  # noqa: N818 - what happened to a file
    """What came is not what was published, and is deleted here."""


class Platform:
    """The API, signed in; a token lives ten minutes and is renewed before."""

    def __init__(self, http: httpx.Client, client_id: str, key: ec.EllipticCurvePrivateKey, kid: str) -> None:
        self.http = http
        self.client_id = client_id
        self.key = key
        self.kid = kid
        self._token = ""
        self._until = 0.0

    def releases(self, since: str | None) -> Iterator[tuple[dict[str, Any], str]]:
        """What is new since a cursor, and the cursor that stands after it, page by page: `items`, `more`, `cursor`."""
        while True:
            page = self.get("/v1/evaluator/releases", params={"since": since} if since else {}).json()
            yield page, page["cursor"]
            if not page["more"]:
                return
            since = page["cursor"]

    def manifest(self, release_id: str) -> dict[str, Any]:
        """All that is to know of a release, with the size and checksum of each file."""
        return dict(self.get(f"/v1/evaluator/releases/{release_id}").json())

    def get(self, path: str, **more: Any) -> httpx.Response:
        """A GET that must succeed."""
        return _checked(self.http.get(path, headers=self.headers(), **more))

    def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        """A POST that must succeed."""
        return _checked(
            self.http.post(path, json=body, headers={**self.headers(), "Idempotency-Key": str(uuid.uuid4())})
        )

    def download(self, release_id: str, file: dict[str, Any], into: Path) -> str:
        """Fetch a file, or the rest of it, and check it. What broke off stays as `.part`; the next try goes on there.

        Returns:
            "kept" where it was here already, "resumed", or "fetched".
        """
        if into.exists() and sha256(into) == file["sha256"]:
            return "kept"
        part = into.with_name(f"{into.name}.part")
        resumed = part.exists()
        for attempt in range(1, TRIES + 1):
            try:
                self._fetch(f"/v1/evaluator/releases/{release_id}/files/{file['name']}", file, part)
                break
            except httpx.TransportError:
                if attempt == TRIES:
                    raise
                resumed = True
                time.sleep(0.2 * attempt)
        if sha256(part) != file["sha256"]:
            part.unlink()
            raise Damaged(f"{file['name']} did not arrive as it was published")
        part.replace(into)
        return "resumed" if resumed else "fetched"

    def _fetch(self, path: str, file: dict[str, Any], part: Path) -> None:
        have = part.stat().st_size if part.exists() else 0
        if have == file["size_bytes"]:
            return
        headers = self.headers()
        if have:
            # The rest, if the file still is the one of which we have the beginning; else all of it.
            headers |= {"Range": f"bytes={have}-", "If-Range": f'"sha256-{file["sha256"]}"'}
        with self.http.stream("GET", path, headers=headers) as answer:
            if answer.status_code == httpx.codes.REQUESTED_RANGE_NOT_SATISFIABLE:
                part.unlink()
                raise httpx.ReadError("more is here than there is")
            _checked(answer)
            with part.open("ab" if answer.status_code == httpx.codes.PARTIAL_CONTENT else "wb") as out:
                for chunk in answer.iter_raw():
                    out.write(chunk)

    def headers(self) -> dict[str, str]:
        """With a token that is still good for a while. No compression on the way: ranges are of the file itself."""
        if time.monotonic() > self._until:
            form = {
                "grant_type": "client_credentials",
                "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
                "client_assertion": self._assertion(),
            }
            answer = _checked(self.http.post("/oauth/token", data=form)).json()
            self._token = answer["access_token"]
            self._until = time.monotonic() + answer["expires_in"] - RENEW_BEFORE
        return {"Authorization": f"Bearer {self._token}", "Accept": "*/*", "Accept-Encoding": "identity"}

    def _assertion(self) -> str:
        """Say who one is: signed, good for one request within a minute."""
        now = int(time.time())
        issuer = str(self.http.base_url).rstrip("/")
        header = {"alg": "ES256", "typ": "JWT", "kid": self.kid}
        claims = {"iss": self.client_id, "sub": self.client_id, "aud": issuer, "iat": now, "exp": now + 60}
        claims["jti"] = str(uuid.uuid4())
        signed = ".".join(_b64(json.dumps(each).encode()) for each in (header, claims))
        r, s = utils.decode_dss_signature(self.key.sign(signed.encode(), ec.ECDSA(SHA256())))
        return f"{signed}.{_b64(r.to_bytes(32, 'big') + s.to_bytes(32, 'big'))}"


def read_key(path: Path) -> ec.EllipticCurvePrivateKey:
    """The private half, as PEM."""
    key = load_pem_private_key(path.read_bytes(), password=None)
    if not isinstance(key, ec.EllipticCurvePrivateKey):
        raise TypeError(f"{path} is not a key on P-256")
    return key


def sha256(path: Path) -> str:
    """Of a file, hexadecimal."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _checked(answer: httpx.Response) -> httpx.Response:
    if answer.is_success:
        return answer
    answer.read()
    problem = answer.json() if "json" in answer.headers.get("content-type", "") else {}
    if answer.status_code == httpx.codes.GONE:
        raise Recalled(problem.get("reason"))
    raise SystemExit(f"{answer.status_code} {problem.get('title', '')}: {problem.get('detail', answer.text)}")


def _b64(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode()
