"""The stage of the demo: who acts, what is said, and what was expected.

Each call and its answer is printed; what deviates from what was expected is marked and counted, so that the demo
is a test as well.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx
from rich.console import Console

from app.demo.credentials import Credential

JSON = dict[str, Any]

OK, CREATED = 200, 201
BLOCKS = ("identity", "contact", "address")


class Halted(Exception):  # noqa: N818 - the play, not the program
    """Something that the rest needs did not happen; it is said already."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back."""

    status: int
    body: Any
    etag: str | None

    def __getitem__(self, name: str) -> Any:
        """A member of the body."""
        return self.body[name]


@dataclass
class Actor:
    """One client of one party."""

    stage: "Stage"
    credential: Credential
    token: str = ""

    @property
    def name(self) -> str:
        """The organisation and what the client is in it."""
        of_track = f", {self.credential.track} track" if self.credential.track else ""
        return f"{self.credential.organisation_name} ({', '.join(self.credential.roles)}{of_track})"

    @property
    def organisation_id(self) -> str:
        """The party."""
        return self.credential.organisation_id

    def _send(self, method: str, path: str, body: Any, match: str | None) -> Answer:
        if not self.token:
            self.token = self.stage.token_of(self.credential)
        headers = {"Authorization": f"Bearer {self.token}"}
        if method == "POST":
            headers["Idempotency-Key"] = str(uuid4())
        if method == "PATCH":
            headers["Content-Type"] = "application/merge-patch+json"
        if match is not None:
            headers["If-Match"] = match
        got = self.stage.http.request(method, path, json=body, headers=headers)
        return Answer(got.status_code, got.json() if got.content else None, got.headers.get("etag"))

    def get(self, path: str, *, quiet: bool = False) -> Answer:
        """Read; a status that is not 200 halts the play unless it is asked quietly."""
        answer = self._send("GET", path, None, None)
        if not quiet:
            self.stage.told(self, "GET", path, answer, OK)
        return answer

    def do(
        self, path: str, body: Any = None, *, method: str = "POST", expect: int = CREATED, match: str | None = None
    ) -> Answer:
        """Write; answers what came back.

        Raises:
            Halted: a success was expected, and it was none.
        """
        answer = self._send(method, path, body, match)
        self.stage.told(self, method, path, answer, expect)
        return answer

    def upload(self, path: str, content: bytes, media: str, *, match: str | None) -> Answer:
        """Send a file's content, raw."""
        if not self.token:
            self.token = self.stage.token_of(self.credential)
        headers = {"Authorization": f"Bearer {self.token}", "Content-Type": media, "If-Match": match or ""}
        got = self.stage.http.request("PUT", path, content=content, headers=headers)
        answer = Answer(got.status_code, got.json(), got.headers.get("etag"))
        self.stage.told(self, "PUT", path, answer, OK)
        return answer

    def act(self, path: str, verb: str, body: Any = None, *, expect: int = OK) -> Answer:
        """A transition from the resource's present version, which is read first for its ETag."""
        current = self._send("GET", path, None, None)
        return self.do(f"{path}/{verb}", body, expect=expect, match=current.etag)


@dataclass
class Stage:
    """Prints the play and keeps the count."""

    http: httpx.Client
    credentials: Mapping[str, Credential]
    console: Console
    steps: int = 0
    deviations: list[str] = field(default_factory=list)

    def actor(self, client_id: str) -> Actor:
        """One client of the programme.

        Raises:
            Halted: it is not among the credentials.
        """
        if client_id not in self.credentials:
            self.deviates(f"there is no client {client_id} among the demo's credentials")
            raise Halted
        return Actor(self, self.credentials[client_id])

    def token_of(self, credential: Credential) -> str:
        """Sign in.

        Raises:
            Halted: the server does not know the client or its secret.
        """
        got = self.http.post(
            "/oauth/token",
            data={"grant_type": "client_credentials"},
            auth=(credential.client_id, credential.client_secret),
        )
        if got.status_code != OK:
            self.deviates(f"{credential.client_id} cannot sign in: {got.status_code}")
            raise Halted
        return str(got.json()["access_token"])

    def names(self) -> dict[str, str]:
        """The parties' names by id."""
        return {each.organisation_id: each.organisation_name for each in self.credentials.values()}

    def scene(self, title: str) -> None:
        """A heading."""
        self.console.print()
        self.console.print(f"== {title}", style="bold")

    def step(self, what: str) -> None:
        """What is going to happen, in words."""
        self.steps += 1
        self.console.print()
        self.console.print(f"{self.steps:>2}. {what}", style="bold")

    def say(self, what: str) -> None:
        """What came of it."""
        self.console.print(f"    {what}")

    def told(self, who: Actor, method: str, path: str, answer: Answer, expected: int) -> None:
        """Print a call, and halt where the rest needs what it did not do."""
        code = answer.body.get("type", "").rpartition("/")[2] if isinstance(answer.body, dict) else ""
        codes = ", ".join(each["code"] for each in answer.body.get("errors", ())) if code else ""
        said = f"{answer.status} {code}{f' ({codes})' if codes else ''}".rstrip()
        self.say(f"{who.credential.client_id}: {method} {short(path)} -> {said}")
        if answer.status != expected:
            self.deviates(f"{method} {short(path)} by {who.credential.client_id}: {said}, expected {expected}")
            if expected in {OK, CREATED}:
                raise Halted

    def deviates(self, what: str) -> None:
        """Count and mark."""
        self.deviations.append(f"step {self.steps}: {what}")
        self.console.print(f"    !! {what}", style="bold red")

    def expects(self, what: str, *, found: object, wanted: object) -> None:
        """Say what was found, and count it if it is not what was wanted."""
        self.say(f"{what}: {found}")
        if found != wanted:
            self.deviates(f"{what}: wanted {wanted}")

    def seen(self, what: str, path: str, wanted: Sequence[tuple[Actor, str]]) -> None:
        """What each party gets for the same address: a status, and of a citizen which blocks."""
        self.say(f"What each party sees of {what}:")
        width = max(len(actor.name) for actor, _ in wanted)
        for actor, expected in wanted:
            found = shown(actor.get(path, quiet=True))
            self.say(f"  {actor.name:<{width}}  {found}")
            if found != expected:
                self.deviates(f"{actor.credential.client_id} of {what}: wanted {expected}")


def shown(answer: Answer) -> str:
    """A status, and the readable blocks of a citizen or the state of anything else."""
    if answer.status != OK:
        return str(answer.status)
    body = answer.body
    if "withheld" in body and "identity" in body:
        blocks = [name for name in BLOCKS if body[name] is not None]
        if body["identity"] is not None and body["identity"]["cpr"] is not None:
            blocks.insert(1, "cpr")
        return " ".join(["200", *blocks]) if blocks else "200 (stem only)"
    return " ".join(["200", str(body.get("status", ""))]).rstrip()


def short(path: str) -> str:
    """A path with its ids cut to their first four characters."""
    return "/".join(f"{part[:4]}…" if len(part) == 36 else part for part in path.split("/"))
