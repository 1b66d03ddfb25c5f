"""Contributions to the evaluation as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.days import Day, PastDay
from app.common.moments import Moment
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.interviews.states import ContributionKind, ContributionStatus, NotDoneReason

Round = Annotated[int, Field(ge=1, le=20, description="Of the rounds in the period, e.g. 1 to 3 (R38).")]


class ContributionIn(Strict):
    """What a party is asked to contribute in a round (evalueringsbidrag)."""

    model_config = example(
        {
            "project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
            "organisation_id": "9d1f2c33-5d0b-4c39-9a51-0e6a4f6b7d21",
            "round": 1,
            "kind": "focus_group",
            "due_on": "2026-05-29",
        }
    )

    project_id: UUID
    organisation_id: UUID = Field(description="A municipality, police district or NGO of the project.")
    round: Round
    kind: ContributionKind
    due_on: Day = Field(description="The last day of the round, for this party.")


class ContributionPatch(Strict):
    """A merge patch: what is left out stays."""

    model_config = example({"due_on": "2026-06-12"})

    due_on: Day = unless_given()


class ContributionAgreed(Strict):
    """The day that was agreed on."""

    model_config = example({"agreed_for": "2026-05-20"})

    agreed_for: Day


class ContributionDone(Strict):
    """What it came to. Numbers only: nobody is named."""

    model_config = example({"done_on": "2026-05-20", "participants": 6, "staff_minutes": 540})

    done_on: PastDay
    participants: Annotated[int, Field(ge=0, le=1000, description="How many took part.")]
    staff_minutes: Annotated[
        int,
        Field(
            ge=0,
            le=600_000,
            description="Working time of the party's own staff, in minutes: their wages are eligible (R37).",
        ),
    ]


class ContributionNotDone(Strict):
    """Why nothing came of it."""

    model_config = example({"reason": "staffing"})

    reason: NotDoneReason


class ContributionOut(BaseModel):
    """A party's contribution in a round."""

    id: UUID
    project_id: UUID
    organisation_id: UUID = Field(description="Whose contribution it is.")
    round: int
    kind: ContributionKind
    status: ContributionStatus
    due_on: date
    agreed_for: date | None
    overdue: bool = Field(
        description="Planned or agreed, and its day (the agreed one, else `due_on`) has passed. Computed, never stored."
    )
    done_on: date | None
    participants: int | None
    staff_minutes: int | None
    reason: NotDoneReason | None
    created_at: datetime
    updated_at: datetime
    version: int


class ContributionList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organisation_id: UUID | None = None
    round: int | None = Field(default=None, ge=1, le=20)
    kind: ContributionKind | None = None
    status: ContributionStatus | None = None
    overdue: bool | None = Field(default=None, description="Overdue, or (false) all others.")
    updated_since: Moment | None = None
