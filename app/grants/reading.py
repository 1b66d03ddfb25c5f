"""Looking grants up: what every verb of the slice begins with."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.common.errors import ForbiddenTransition, NotFound, RoleCannot
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.resources import require_transition, row_etag
from app.grants.rules import Rules, rules_of
from app.grants.states import AGENCY_TRANSITIONS, APPLICANT_TRANSITIONS, GrantStatus
from app.grants.years import Years

GRANTS = table_of("grant_application")
BUDGETS = table_of("grant_budget")


@dataclass(frozen=True, slots=True)
class Held:
    """A grant with the rules of its project's programme."""

    row: Mapping[str, Any]
    project: Mapping[Any, Any]

    @property
    def rules(self) -> Rules:
        """Of the programme."""
        return rules_of(self.project["programme"])

    @property
    def years(self) -> Years:
        """How its years are counted."""
        return Years.of(self.rules, self.project["starts_on"])

    @property
    def range(self) -> range:
        """The years of its period."""
        years = self.years
        return range(years.of_day(self.row["starts_on"]), years.of_day(self.row["ends_on"]) + 1)

    @property
    def keys(self) -> dict[str, Any]:
        """What ties a row to it."""
        return {
            "grant_id": self.row["id"],
            "organisation_id": self.row["organisation_id"],
            "project_id": self.row["project_id"],
        }

    @property
    def etag(self) -> str:
        """The grant's ETag."""
        return row_etag("grant", self.row)


def decides(desk: Desk) -> bool:
    """Whether the asker is of the side that decides."""
    return desk.policy["grant_decision"].allows(desk.role, Operation.CREATE)


async def held(desk: Desk, grant_id: UUID, *, lock: bool = False, match: bool = False) -> Held:
    """A grant that the asker may read.

    Args:
        lock: hold it to the end of the transaction, against all that changes what hangs on it.
        match: the caller's If-Match must name its present version.

    Raises:
        NotFound: absent, or not the asker's to see.
    """
    row = await desk.find("grant", grant_id, lock=lock or match)
    desk.event.record_id = grant_id
    if match:
        desk.require_match(row_etag("grant", row))
    project = table_of("project")
    found = await desk.row(select(project).where(project.c.id == row["project_id"], desk.readable("project")))
    if found is None:
        raise NotFound
    return Held(row, found)


async def part(desk: Desk, category: str, grant_id: UUID, record_id: UUID, *, lock: bool = False) -> Mapping[str, Any]:
    """A readable row of a grant.

    Raises:
        NotFound: absent, not the asker's to see, or of another grant.
    """
    row = await desk.find(category, record_id, lock=lock)
    if row["grant_id"] != grant_id:
        raise NotFound
    desk.event.record_id = record_id
    return row


def require_status(desk: Desk, it: Held, *wanted: GrantStatus) -> None:
    """Refuse what the grant's state does not allow.

    Raises:
        ForbiddenTransition: with the states that the caller can ask for.
    """
    status = GrantStatus(it.row["status"])
    if status not in wanted:
        raise ForbiddenTransition(state=status, allowed=sorted(_transitions(desk)[status]))


def require_way(desk: Desk, it: Held, to: GrantStatus) -> None:
    """Refuse a state that the grant cannot come to from where it is, or not by the caller's hand.

    Raises:
        RoleCannot: it is the other side that ever does this.
        ForbiddenTransition: with the states that the caller can ask for.
    """
    transitions = _transitions(desk)
    if not any(to in each for each in transitions.values()):
        raise RoleCannot
    require_transition(transitions, GrantStatus(it.row["status"]), to)


def _transitions(desk: Desk) -> dict[GrantStatus, frozenset[GrantStatus]]:
    return AGENCY_TRANSITIONS if decides(desk) else APPLICANT_TRANSITIONS


async def budget_in(desk: Desk, grant_id: UUID, status: str) -> Mapping[Any, Any] | None:
    """The grant's one budget of a state: draft, proposed or in force."""
    return await desk.row(
        select(BUDGETS).where(BUDGETS.c.grant_id == grant_id, BUDGETS.c.status == status, desk.readable("grant_budget"))
    )
