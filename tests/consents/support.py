"""Builders for the tests of consents; no assertions about them."""

from datetime import UTC, datetime, timedelta
from typing import Any

import httpx
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.world import JSON, Party, World


def ago(**time: float) -> str:
    """A time before now, as it travels."""
    return (datetime.now(UTC) - timedelta(**time)).isoformat()


def codes(answer: httpx.Response) -> set[tuple[str, str]]:
    """Pointer and code of each error."""
    return {(each["pointer"], each["code"]) for each in answer.json()["errors"]}


def kind(answer: httpx.Response) -> str:
    """The last segment of a problem's type."""
    return str(answer.json()["type"].rsplit("/", 1)[1])


def draft_of(world: World, citizen: JSON, **changes: Any) -> JSON:
    """A draft that is right, but for the changes."""
    return {
        "citizen_id": citizen["id"],
        "form_version_id": world.form(),
        "language": "da",
        "method": "paper",
        "scopes": ["contact", "identity"],
        "recipients": [world.organisation("tryg_vej")],
        "informed_by": "PBA",
        **changes,
    }


async def sign(party: Party, consent: JSON, **body: Any) -> httpx.Response:
    return await party.act(f"/v1/consents/{consent['id']}/sign", {"signed_at": ago(seconds=1), **body})


async def withdraw(party: Party, consent: JSON) -> httpx.Response:
    body = {"withdrawn_by": "citizen", "withdrawal_channel": "phone"}
    return await party.act(f"/v1/consents/{consent['id']}/withdraw", body)


async def run_out(superuser: AsyncEngine, draft: JSON) -> None:
    """Make a draft into a consent that was signed two years ago and ran out yesterday."""
    async with superuser.begin() as connection:
        await connection.execute(
            text(
                "UPDATE consent SET status = 'active', signed_at = now() - interval '2 years', "
                "valid_until = now() - interval '1 day' WHERE id = :id"
            ),
            {"id": draft["id"]},
        )


async def stored(superuser: AsyncEngine, query: str, **values: Any) -> Any:
    """The first value that the database really holds."""
    async with superuser.connect() as connection:
        return (await connection.execute(text(query), values)).scalar()
