"""Programme status, as it goes out."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.organisations.states import Programme


class FlowStep(StrEnum):
    """The steps of the pathway, in its order."""

    IDENTIFIED = "identified"
    CONSENTED = "consented"
    PASSED_ON = "passed_on"
    CONTACTED = "contacted"
    STARTED = "started"
    ENDED = "ended"
    FOLLOWED_UP = "followed_up"


class FlowStatus(StrEnum):
    """What can be said of the others' part in a step."""

    AT_LEAST = "at_least"
    BELOW_MINIMUM = "below_minimum"
    NOT_APPLICABLE = "not_applicable"


class FlowQuery(BaseModel):
    """Which project; unknown parameters are refused."""

    model_config = ConfigDict(extra="forbid")

    project_id: UUID


class FlowCount(BaseModel):
    """One step: how many citizens have come so far."""

    step: FlowStep
    own: int | None = Field(
        description="Exact, from the records that the caller may read now; null where its role has no such records."
    )
    others: int | None = Field(
        description="At least so many besides, through the project's other parties: a multiple of `minimum_cell`, and "
        "never so near to all that nobody is left in doubt. Null below the minimum; nought is not told apart from it. "
        "A withdrawal or a closing does not lower it."
    )
    project: int | None = Field(
        description="At least so many in the whole project: `own` and `others` together, of what of them can be said."
    )
    status: FlowStatus = Field(description="Of `others`.")


class ProgrammeFlow(BaseModel):
    """How far the citizens of one project have come; persons, not records, and no breakdown."""

    project_id: UUID
    project_name: str
    programme: Programme
    organisation_name: str = Field(description="Whose part `own` is.")
    counted_at: datetime
    minimum_cell: int
    steps: list[FlowCount]
