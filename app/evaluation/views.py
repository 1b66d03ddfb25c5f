"""Releases, their builds and approvals, as they go in and out for operator and parties."""

from datetime import date, datetime
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, ValidationInfo, field_validator, model_validator

from app.common.days import Day
from app.common.lists import distinct
from app.common.problem import InvalidValue
from app.common.text import ShortText
from app.common.views import Strict, example
from app.evaluation.files.release import KEPT
from app.evaluation.states import ApprovalStatus, JobError, JobStatus, JobStep, ReleaseKind, ReleaseStatus
from app.gate.paging import PageQuery

MOST_YEARS = 10

IN_PLACE = "In place of a recalled release: whose data were in that one, and are not withheld."
TAKEN = (
    "When the data were read, all at one moment. In place of a recalled release: when it was looked whose consent and "
    "which agreements still stand; the data are as they were read for that one."
)


class NotWholeYearsError(InvalidValue):
    """A period of whole calendar years is meant: the tables have no smaller one that all of them share."""

    code = "not_whole_years"
    message_en = "A release has whole calendar years, from 1 January to 31 December, ten at most."
    message_da = "En udgivelse har hele kalenderår, fra 1. januar til 31. december, højst ti."


class ReservedNameError(InvalidValue):
    """The sandbox release is called so, and its files lie in a folder of that name."""

    code = "reserved_name"
    message_en = "Names that begin with `sandbox` are for releases of the kind `sandbox`."
    message_da = "Navne, der begynder med `sandbox`, er til udgivelser af typen `sandbox`."


class ReleaseIn(Strict):
    """A draft. What it is about never changes."""

    model_config = example({"name": "2024", "starts_on": "2024-01-01", "ends_on": "2024-12-31"})

    name: Annotated[
        str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$", description="What people and its files call it, e.g. `2024`.")
    ]
    kind: ReleaseKind = Field(
        default=ReleaseKind.PROGRAMME,
        validate_default=True,
        description="`sandbox` is built of invented people, to try the way with.",
    )
    starts_on: Annotated[Day, Field(description="1 January of its first year.")]
    ends_on: Annotated[Day, Field(description="31 December of its last year.")]
    final: bool = Field(default=False, description="The programme's last release alone shows what came late.")
    supersedes_id: UUID | None = Field(default=None, description="A recalled release that it comes in place of.")

    @field_validator("kind")
    @classmethod
    def _named_as_what_it_is(cls, kind: ReleaseKind, info: ValidationInfo) -> ReleaseKind:
        if kind is not ReleaseKind.SANDBOX and str(info.data.get("name", "")).startswith(ReleaseKind.SANDBOX):
            raise ReservedNameError
        return kind

    @field_validator("ends_on")
    @classmethod
    def _whole_years(cls, ends_on: date, info: ValidationInfo) -> date:
        starts_on: date | None = info.data.get("starts_on")
        if starts_on is not None and not (
            (starts_on.month, starts_on.day, ends_on.month, ends_on.day) == (1, 1, 12, 31)
            and 0 <= ends_on.year - starts_on.year < MOST_YEARS
        ):
            raise NotWholeYearsError
        return ends_on


class BuildIn(Strict):
    """How it is to be built."""

    model_config = example({"without_controller_ids": []})

    without_controller_ids: Annotated[list[UUID], Field(max_length=200), AfterValidator(distinct)] = Field(
        default_factory=list, description="Controllers whose data do not enter, e.g. since they did not approve."
    )


class RecallIn(Strict):
    """Why it is taken back."""

    model_config = example({"reason": "Fejl i kildens datoer."})

    reason: ShortText = Field(description="The tombstone tells it to every reader.")


class CancelIn(Strict):
    """Why it is given up."""

    model_config = example({"reason": "Forkert periode."})

    reason: ShortText = Field(description="To the operator.")


class RefusalIn(Strict):
    """Why a controller does not approve."""

    model_config = example({"reason": "Afventer vores databeskyttelsesrådgiver."})

    reason: ShortText | None = Field(default=None, description="To the operator.")


class ReleaseOut(BaseModel):
    """A release, to whoever may see it in its state."""

    id: UUID
    name: str
    kind: ReleaseKind
    status: ReleaseStatus
    starts_on: date
    ends_on: date
    final: bool
    supersedes_id: UUID | None
    without_controller_ids: list[UUID] | None = Field(description="Null to all but the operator.")
    build_id: UUID | None = Field(description="The build that it consists of; null while it is a draft.")
    project_ids: list[UUID]
    controller_ids: list[UUID] = Field(description=f"Whose data are in it; each is asked to approve. {IN_PLACE}")
    findings: int | None = Field(description="What the attacker found in the build; only 0 goes on.")
    taken_at: datetime | None = Field(description=TAKEN)
    built_at: datetime | None
    checked_at: datetime | None
    approved_at: datetime | None
    published_at: datetime | None
    recalled_at: datetime | None
    recall_reason: str | None
    cancelled_at: datetime | None
    cancel_reason: str | None
    created_at: datetime
    updated_at: datetime
    version: int


class ReleaseList(PageQuery):
    """Filters of the list."""

    status: ReleaseStatus | None = None
    kind: ReleaseKind | None = None


class JobOut(BaseModel):
    """A build, and how far it is."""

    id: UUID
    release_id: UUID
    status: JobStatus
    step: JobStep
    percent: int
    error: JobError | None
    attempts: int = Field(description="More than one where another process had to take it over.")
    started_at: datetime | None
    finished_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class ReportOut(BaseModel):
    """The public report: rounded, and of no person."""

    release_id: UUID
    name: str
    report: dict[str, Any]
    parameters: dict[str, Any] = Field(description="Of the disclosure control, as far as they are public.")


class InternalReportOut(BaseModel):
    """Exact counts and the attacker's findings: for who builds and who checks."""

    release_id: UUID
    build_id: UUID
    report: dict[str, Any]


class FileOut(BaseModel):
    """A file that the caller may have."""

    id: UUID
    release_id: UUID
    project_id: UUID | None = Field(description="Of a part that is one project's.")
    name: str
    media_type: str
    size_bytes: int
    sha256: str
    created_at: datetime


class FileList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None


class AskedOut(BaseModel):
    """What a controller judges: which years, by which method. What was made so opens when it is published."""

    name: str
    starts_on: date
    ends_on: date
    final: bool
    supersedes_id: UUID | None
    noise: dict[str, Any] = Field(description="How counts are perturbed, as far as it is public.")
    thresholds: dict[str, Any] = Field(description="From how many persons, cases and courses anything is shown.")
    ladders: dict[str, Any] = Field(description="How coarse ages, sexes, places and times are, step by step.")
    kept: str | None = Field(default=None, description="In place of a recalled release: of whom its figures are.")
    kept_da: str | None = None

    @model_validator(mode="after")
    def _in_place(self) -> Self:
        if self.supersedes_id is not None:
            self.kept, self.kept_da = KEPT.en, KEPT.da
        return self


class ApprovalOut(BaseModel):
    """What a controller says to a build that its data are in, or were, of a release that this one is in place of."""

    id: UUID
    release_id: UUID
    build_id: UUID
    organisation_id: UUID
    about: AskedOut | None = Field(description="Null of what was decided before this was kept.")
    status: ApprovalStatus
    decided_at: datetime | None
    reason: str | None
    created_at: datetime
    updated_at: datetime
    version: int


class ApprovalList(PageQuery):
    """Filters of the list."""

    release_id: UUID | None = None
    status: ApprovalStatus | None = None
