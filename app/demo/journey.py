"""A citizen's journey, played over HTTP against a running server: a story for people, and a test of the whole."""

from collections.abc import Sequence

import httpx
from rich.console import Console

from app.demo.credentials import Credential
from app.demo.scenes import (
    accounts,
    answer_link,
    bridging,
    grants,
    identification,
    intervention,
    interviews,
    measuring,
    meetings,
    municipal,
    numbers,
    wall,
    withdrawal,
)
from app.demo.scenes.cast import gather
from app.demo.stage import Halted, Stage

TIMEOUT_SECONDS = 30.0

SCENES = (
    identification.identify,
    identification.obtain_consent,
    identification.pass_on,
    intervention.receive,
    intervention.assign,
    intervention.contact,
    intervention.run_course,
    measuring.at_start,
    interviews.interview,
    wall.other_side,
    bridging.bridge,
    bridging.follow_up,
    measuring.at_end,
    answer_link.by_link,
    bridging.look_back,
    municipal.municipal_course,
    meetings.meet,
    accounts.keep_accounts,
    numbers.programme_status,
    interviews.contribute,
    grants.run_grant,
    withdrawal.withdraw,
)


class NoServerError(Exception):
    """Nobody answers at the address, or somebody else; the message says what to do."""


def play(base_url: str, credentials: Sequence[Credential]) -> bool:
    """Play the whole journey; answers whether all went as expected.

    Raises:
        NoServerError: there is nobody to play with.
    """
    console = Console(highlight=False, soft_wrap=True, markup=False)
    with httpx.Client(base_url=base_url, timeout=TIMEOUT_SECONDS, follow_redirects=False) as http:
        require_server(http, base_url)
        stage = Stage(http, {each.client_id: each for each in credentials}, console)
        console.print(f"A citizen's journey, played against {base_url}. Everyone in it is invented.")
        try:
            cast = gather(stage)
            for scene in SCENES:
                scene(cast)
        except Halted:
            console.print("The play stops here: the rest needs what did not happen.")
    console.print()
    if stage.deviations:
        console.print(f"{len(stage.deviations)} of what happened was not as expected:")
        for each in stage.deviations:
            console.print(f"  {each}")
        return False
    console.print(f"All {stage.steps} steps went as expected.")
    return True


def require_server(http: httpx.Client, base_url: str) -> None:
    """See that somebody answers.

    Raises:
        NoServerError: nobody, or somebody else.
    """
    try:
        answer = http.get("/health/ready")
    except httpx.TransportError as error:
        raise NoServerError(
            f"No server answers at {base_url}: start it in another terminal with `make run`, then play again."
        ) from error
    if answer.status_code != httpx.codes.OK:
        raise NoServerError(f"{base_url} answers, but is not ready to serve ({answer.status_code} at /health/ready).")
