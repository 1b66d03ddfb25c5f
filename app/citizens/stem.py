"""What everything about a citizen hangs on: the stem's columns in each row, and whether it is still open."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.citizens.envelope import CITIZENS
from app.citizens.errors import CitizenClosed
from app.citizens.states import CitizenStatus
from app.database.columns import fresh
from app.gate.desk import Desk


def of_asker(desk: Desk, project_id: UUID, track: str) -> dict[str, Any]:
    """The columns that every row of the asker's own has."""
    return {**fresh(), "project_id": project_id, "organisation_id": desk.organisation_id, "track": track}


def about(desk: Desk, citizen: Mapping[Any, Any]) -> dict[str, Any]:
    """The columns of a new row about a citizen (a stem, or any row about them)."""
    return {
        **of_asker(desk, citizen["project_id"], citizen["track"]),
        "citizen_id": citizen.get("citizen_id", citizen["id"]),
    }


def require_open(desk: Desk, citizen: Mapping[Any, Any]) -> None:
    """Refuse to begin anything new about a citizen whose record the asker has closed.

    Args:
        citizen: the stem. A recipient of what was passed on goes on with its own, whatever the sender closes.

    Raises:
        CitizenClosed: until it is reopened.
    """
    if citizen["organisation_id"] == desk.organisation_id and citizen["status"] != CitizenStatus.ACTIVE:
        raise CitizenClosed


async def require_still_open(desk: Desk, citizen_id: UUID) -> None:
    """As `require_open`, where the stem is not at hand."""
    own = await desk.row(
        select(CITIZENS).where(
            CITIZENS.c.id == citizen_id, CITIZENS.c.organisation_id == desk.organisation_id, desk.readable("citizen")
        )
    )
    if own is not None:
        require_open(desk, own)


async def hold_protection(desk: Desk, citizen_id: UUID) -> None:
    """Let nobody read or change whether the citizen is under special protection before this transaction has ended.

    For what is copied from the stem: a referral drafted while protection is raised would keep the old word.
    """
    await desk.alone("protection of", citizen_id)
