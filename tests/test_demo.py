"""The demo, played against a running server, twice: a story for people is a test of the whole."""

import pytest

from app.demo.credentials import Credential
from app.demo.journey import play
from tests.support.server import Served

pytestmark = pytest.mark.server


def test_the_journey_goes_as_expected_again_and_again(running: Served) -> None:
    for _ in range(2):
        done = running.installed.run("demo")
        assert done.exit_code == 0, done.output
        assert "steps went as expected" in done.stdout


def test_what_deviates_fails_the_demo(running: Served) -> None:
    """A server on which nobody can sign in: the demo says so, and fails."""
    known = running.installed.credentials()
    spoilt = [{**each, "client_secret": "wrong"} for each in known]

    assert play(running.url, [Credential(**each) for each in spoilt]) is False
    assert play(running.url, []) is False
