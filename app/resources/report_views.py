"""The report of what courses cost, as it goes out."""

from datetime import date
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field, model_validator

from app.common.days import Day
from app.common.problem import InvalidValue
from app.resources.states import TimeTask


class NoSuchPeriod(InvalidValue):
    """The last day lies before the first."""

    code = "period_reversed"
    message_en = "The last day is before the first."
    message_da = "Den sidste dag ligger før den første."


class PictureQuery(BaseModel):
    """What the report is of; unknown parameters are refused."""

    model_config = ConfigDict(extra="forbid")

    project_id: UUID
    from_day: Day | None = Field(default=None, description="From this day on; from the beginning unless given.")
    to_day: Day | None = Field(default=None, description="To this day inclusive; to the end unless given.")

    @model_validator(mode="after")
    def _forwards(self) -> "PictureQuery":
        if self.from_day is not None and self.to_day is not None and self.to_day < self.from_day:
            raise NoSuchPeriod
        return self


class ReportQuery(PictureQuery):
    """Likewise, and in which form."""

    format: Literal["json", "csv"] | None = Field(
        default=None, description="Above `Accept`, which may ask for `text/csv` as well; JSON unless either says CSV."
    )


class Sums(BaseModel):
    """Time and money. `total_oere` is the sum of the other two amounts, all in øre; null where either is withheld."""

    minutes: int = 0
    minutes_without_rate: int | None = Field(
        default=0,
        description="Of these minutes, those on days that have no hourly rate: they cost 0. Null where rates are "
        "withheld from the caller.",
    )
    time_oere: int | None = Field(
        default=0,
        description="Each entry's minutes x rate / 60, rounded to the nearest øre (half up), then summed. Null where "
        "rates are withheld from the caller.",
    )
    cost_oere: int | None = Field(default=0, description="Null where costs are withheld from the caller.")
    total_oere: int | None = 0


class CourseSums(Sums):
    """What one course took."""

    course_id: UUID | None = Field(description="Null: of no course, or of one that is not the caller's to see.")


class TaskSums(Sums):
    """What one task took, over all courses; costs belong to categories."""

    task: TimeTask


class CategorySums(BaseModel):
    """What was spent in one category."""

    category: str
    cost_oere: int | None


class StaffSums(Sums):
    """What one worker's time cost."""

    staff: str = Field(description="A pseudonym, the same throughout the project; never the id or the initials.")


class CourseCostReport(BaseModel):
    """What the model takes (R34), of one's own organisation in one project.

    Approved and locked time, booked and audited costs; drafts count in nothing. The totals are the sum of `by_course`;
    they are also the sum of `by_task` (or `by_staff`) and `by_category`.
    """

    project_id: UUID
    project_name: str
    organisation_id: UUID
    organisation_name: str
    from_day: date | None
    to_day: date | None
    withheld: list[str] = Field(description="Categories that the caller reads nothing of, and whose sums are null.")
    totals: Sums
    by_course: list[CourseSums]
    by_task: list[TaskSums]
    by_category: list[CategorySums]
    by_staff: list[StaffSums]
