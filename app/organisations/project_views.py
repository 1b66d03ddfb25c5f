"""Projects and their partners as they go in and out."""

from datetime import date
from uuid import UUID

from pydantic import AwareDatetime, BaseModel, Field, model_validator

from app.common.days import Day
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import ShortText
from app.common.views import Strict, example
from app.gate.paging import Flag, PageQuery
from app.organisations.states import OrganisationType, Programme, ProjectStatus


class EndsBeforeStartError(InvalidValue):
    """The last day lies before the first."""

    code = "ends_before_start"
    message_en = "The last day may not lie before the first."
    message_da = "Sidste dag kan ikke ligge før første dag."


class ProjectIn(Strict):
    """A cooperation under one of the two programmes."""

    model_config = example(
        {
            "name": "Interventionsmodellen i Østjylland",
            "programme": "intervention_model_2022_2024",
            "starts_on": "2022-09-01",
            "ends_on": "2024-12-31",
        }
    )

    name: ShortText
    programme: Programme
    starts_on: Day
    ends_on: Day

    @model_validator(mode="after")
    def _forwards(self) -> "ProjectIn":
        if self.ends_on < self.starts_on:
            raise EndsBeforeStartError
        return self


class ProjectOut(BaseModel):
    """A project."""

    id: UUID
    name: str
    programme: Programme
    starts_on: date
    ends_on: date
    status: ProjectStatus
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int


class ProjectList(PageQuery):
    """Filters of the list."""

    programme: Programme | None = None
    status: ProjectStatus | None = None
    updated_since: Moment | None = None


class PartnerIn(Strict):
    """An organisation that comes in."""

    model_config = example({"organisation_id": "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10", "lead": True})

    organisation_id: UUID
    lead: bool = Field(
        default=False, description="Applicant and lead: an NGO, or in the municipal programme a municipality."
    )
    replaces_id: UUID | None = Field(
        default=None,
        description="Id of the partner in whose place it comes, whose part ends in the same moment.",
    )


class PartnerOut(BaseModel):
    """An organisation's part in a project."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    organisation_type: OrganisationType
    organisation_name: str
    lead: bool
    created_at: AwareDatetime = Field(description="When it came in.")
    ended_at: AwareDatetime | None = Field(description="When it left; null while it takes part.")
    version: int


class PartnerList(PageQuery):
    """Filters of the list."""

    include_ended: Flag = Field(default=False, description="Also those that have left.")
