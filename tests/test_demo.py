"""The demo where it cannot go as expected, and its past years. That it goes as expected: `tests/test_traces.py`."""

import asyncio
from collections import Counter
from typing import Any

import asyncpg
import pytest
from sqlalchemy import make_url

from app.database.embedded import EmbeddedServer
from app.demo import past
from app.demo.credentials import Credential
from app.demo.journey import play
from app.demo.past_rows import INFORMED_BY
from app.demo.releases import WITHDRAWALS, spread
from tests.support.server import Served

pytestmark = pytest.mark.server


def test_what_deviates_fails_the_demo(running: Served) -> None:
    """A server on which nobody can sign in: the demo says so, and fails."""
    known = running.installed.credentials()
    spoilt = [{**each, "client_secret": "wrong"} for each in known]

    assert play(running.url, [Credential(**each) for each in spoilt]) is False
    assert play(running.url, []) is False


def test_two_years_are_loaded_once_and_the_boundary_stands_again(running: Served) -> None:
    """What comes of them over HTTP is docs/vive.md."""
    server = EmbeddedServer(running.installed.data_dir / "postgres")

    async def looked_at() -> tuple[past.Past, Any, Any]:
        owner = make_url(server.url("app_owner"))
        await past.ensure(owner)
        again = await past.ensure(owner)
        connection = await asyncpg.connect(server.url().replace("+asyncpg", ""))
        try:
            people = await connection.fetchrow(
                "SELECT count(*) AS number, min(birth_year) AS first, max(birth_year) AS last FROM citizen_background "
                "WHERE citizen_id IN (SELECT citizen_id FROM consent WHERE informed_by = $1)",
                INFORMED_BY,
            )
            named = await connection.fetchval(
                "SELECT count(*) FROM citizen_identity "
                "WHERE citizen_id IN (SELECT citizen_id FROM consent WHERE informed_by = $1)",
                INFORMED_BY,
            )
            consents = await connection.fetch(
                "SELECT consent.id::text, to_char(consent.created_at, 'YYYYQ') AS quarter, "
                "vive.id = ANY (recipients) AS naming_vive FROM consent "
                "JOIN organisation ON organisation.id = organisation_id AND organisation.type = 'police_district' "
                "JOIN organisation AS vive ON vive.name = 'VIVE' "
                "WHERE informed_by = $1 AND consent.status = 'active' ORDER BY consent.created_at DESC",
                INFORMED_BY,
            )
            open_ = await connection.fetch(
                "SELECT relname FROM pg_class WHERE relrowsecurity AND NOT relforcerowsecurity UNION "
                "SELECT tgname FROM pg_trigger WHERE tgenabled <> 'O'"
            )
        finally:
            await connection.close()
        return again, (dict(people), named, consents), open_

    again, (people, named, consents), open_ = asyncio.run(looked_at())
    assert (len(again.years), again.citizens) == (2, 0)
    assert people["number"] > 600
    assert 1858 <= people["first"] < people["last"] <= 1899
    assert (named, open_) == (0, [])
    # A part names VIVE, which can have rows of these; and some of each quarter withdraw between two releases.
    assert 0.5 < sum(each["naming_vive"] for each in consents) / len(consents) < 0.8
    quarter_of = {each["id"]: each["quarter"] for each in consents}
    gone = Counter(quarter_of[each] for each in spread([*quarter_of]))
    assert len(gone) == 8
    assert gone.total() == WITHDRAWALS
