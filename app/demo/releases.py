"""Releases of the demo's two years, brought about over HTTP by operator, disclosure officer and controllers."""

import time
from collections.abc import Sequence
from typing import Any

import httpx
from rich.console import Console

from app.demo.credentials import Credential
from app.demo.journey import TIMEOUT_SECONDS, require_server
from app.demo.past_rows import INFORMED_BY
from app.demo.stage import Actor, Answer, Halted, Stage

WITHDRAWALS = 16
"""Of all quarters, between the first release and the one in its place, which tells nothing of them."""
POLL_SECONDS = 0.5
UNDER_WAY = {"queued", "running"}
UNTOUCHED_SECONDS, LONGEST_SECONDS = 60, 600
REASON = "Opfølgningen var beskrevet forkert i kodebogen."
RELEASES = "/v1/releases"


def ready(base_url: str) -> None:
    """See that there is a server to play against.

    Raises:
        NoServerError: there is none.
    """
    with httpx.Client(base_url=base_url, timeout=TIMEOUT_SECONDS) as http:
        require_server(http, base_url)


def play(base_url: str, credentials: Sequence[Credential], years: Sequence[int]) -> bool:
    """Publish a release of each year, citizens withdrawing in between; then one in place of the first, taken back.

    Those that are there already are left as they are. Answers whether all went as expected.

    Raises:
        NoServerError: there is nobody to play with.
    """
    console = Console(highlight=False, soft_wrap=True, markup=False)
    with httpx.Client(base_url=base_url, timeout=TIMEOUT_SECONDS, follow_redirects=False) as http:
        require_server(http, base_url)
        stage = Stage(http, {each.client_id: each for each in credentials}, console)
        try:
            _Releasing(stage).play([*years])
        except Halted:
            console.print("It stops here: the rest needs what did not happen.")
    console.print()
    for each in stage.deviations:
        console.print(f"Not as expected: {each}")
    return not stage.deviations


class _Releasing:
    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.operator = stage.actor("operator-operator")
        self.officer = stage.actor("operator-disclosure_officer")
        self.vive = stage.actor("vive-researcher")
        self.there: dict[str, Any] = {}

    def play(self, years: list[int]) -> None:
        stage = self.stage
        self.there = {each["name"]: each for each in self.operator.get(f"{RELEASES}?limit=200", quiet=True)["items"]}
        first, *later = years
        stage.scene("Releases for the evaluation")
        taken_back = self.published(str(first), first)
        for year in later:
            if str(year) not in self.there:
                self.withdraw()
            self.published(str(year), year)
        if taken_back["status"] == "published":
            stage.step(f"What was published of {first} turns out wrong: it is recalled, and stays as a tombstone.")
            self.operator.act(f"{RELEASES}/{taken_back['id']}", "recall", {"reason": REASON})
        self.published(f"{first}-2", first, supersedes_id=taken_back["id"])
        stage.step("VIVE is told of all of it, the sandbox release first.")
        told = self.vive.get("/v1/evaluator/releases")["items"]
        for each in told:
            stage.say(f"  {each['name']}: {each['status']}")
        wanted = {str(first): "recalled", f"{first}-2": "published", **{str(year): "published" for year in later}}
        known = {each["name"]: each["status"] for each in told}
        stage.expects("Those of the demo", found={name: known.get(name) for name in wanted}, wanted=wanted)

    def published(self, name: str, year: int, **more: Any) -> Answer:
        """A release on its whole way; one that is there is taken up where it was left."""
        stage = self.stage
        stage.step(f"The release {name}: built by the operator, checked by another, approved by all, published.")
        if name in self.there:
            path = f"{RELEASES}/{self.there[name]['id']}"
        else:
            period = {"starts_on": f"{year}-01-01", "ends_on": f"{year}-12-31"}
            path = f"{RELEASES}/{self.operator.do(RELEASES, {'name': name, **period, **more})['id']}"
        release = self.operator.get(path)
        if release["status"] == "draft":
            self.built(path)
            release = self.operator.get(path)
            stage.expects("What the attacker found", found=release["findings"], wanted=0)
        if release["status"] == "built":
            release = self.officer.act(path, "check")
        for controller in release["controller_ids"] if release["status"] == "checked" else ():
            self.approve(release["id"], controller)
        if self.operator.get(path, quiet=True)["status"] == "approved":
            release = self.operator.act(path, "publish")
        return release

    def built(self, path: str) -> None:
        """Wait for the process that builds."""
        builds = self.operator.get(f"{path}/builds", quiet=True)["items"]
        under_way = [each for each in builds if each["status"] in UNDER_WAY]
        job = under_way[0]["id"] if under_way else self.operator.act(path, "build", {}, expect=202)["id"]
        begun, said = time.monotonic(), ""
        while True:
            found = self.operator.get(f"{path}/builds/{job}", quiet=True)
            if found["step"] != said:
                said = found["step"]
                self.stage.say(f"  {found['percent']:>3} % {said}")
            if found["status"] not in UNDER_WAY:
                break
            waited = time.monotonic() - begun
            if waited > (UNTOUCHED_SECONDS if found["status"] == "queued" else LONGEST_SECONDS):
                self.stage.deviates("nobody works on the build: `python -m app releases work` does")
                raise Halted
            time.sleep(POLL_SECONDS)
        self.stage.expects(f"The build, after {time.monotonic() - begun:.1f} s", found=found["status"], wanted="done")
        if found["status"] != "done":
            raise Halted

    def approve(self, release_id: str, controller: str) -> None:
        """By the controller's coordinator."""
        coordinator = self.coordinator_of(controller)
        found = coordinator.get(f"/v1/release-approvals?release_id={release_id}&status=pending", quiet=True)["items"]
        for each in found:
            coordinator.act(f"/v1/release-approvals/{each['id']}", "approve")

    def coordinator_of(self, organisation_id: str) -> Actor:
        """Of an organisation of the demo."""
        return self.stage.actor(
            next(
                each.client_id
                for each in self.stage.credentials.values()
                if each.organisation_id == organisation_id and "coordinator" in each.roles
            )
        )

    def withdraw(self) -> None:
        """Some citizens withdraw their consent, by whoever holds it."""
        stage, police = self.stage, self.stage.actor("police-coordinator")
        stage.step(f"{WITHDRAWALS} citizens withdraw. What is published stays; they are in no later year.")
        path = "/v1/consents?status=active&held=own&limit=200"
        cursor: str | None = ""
        past: list[str] = []
        while cursor is not None:
            page = police.get(f"{path}&cursor={cursor}" if cursor else path, quiet=True)
            past += [each["id"] for each in page["items"] if each["informed_by"] == INFORMED_BY]
            cursor = page["next_cursor"]
        for each in spread(past):
            said = {"withdrawn_by": "citizen", "withdrawal_channel": "phone"}
            police.act(f"/v1/consents/{each}", "withdraw", said)


def spread(consents: Sequence[str]) -> Sequence[str]:
    """Of consents in the order of their days those that are withdrawn: as many of each quarter."""
    number = min(WITHDRAWALS, len(consents))
    return [consents[at * len(consents) // number] for at in range(number)]
