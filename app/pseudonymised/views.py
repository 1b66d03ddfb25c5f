"""Pseudonymised extracts and their rows, as they go in and out; and what is in a row, once it is opened."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.views import Strict, example
from app.gate.paging import PageQuery
from app.pseudonymised.states import PseudonymisedExtractError, PseudonymisedExtractStatus

Quarter = Annotated[str, Field(pattern=r"^[0-9]{4}Q[1-4]$", description="A day as its quarter, e.g. `2024Q3`.")]
Score = Annotated[float, Field(ge=0, le=100)]


class PseudonymisedExtractIn(Strict):
    """Under which declaration."""

    model_config = example({"agreement_id": "8f4e1c52-9d3a-4b6f-a1c7-2e5d7f90b3a4"})

    agreement_id: UUID = Field(
        description="The recipient declaration: an agreement in force, of type research_declaration."
    )


class PseudonymisedExtractOut(BaseModel):
    """An extract: the controller's citizens who consented, as their data were at one moment."""

    id: UUID
    agreement_id: UUID
    project_id: UUID
    controller_id: UUID = Field(description="Whose citizens they are.")
    recipient_id: UUID
    status: PseudonymisedExtractStatus
    error: PseudonymisedExtractError | None
    taken_at: datetime | None = Field(description="When the data were read; null until it is built.")
    created_at: datetime
    updated_at: datetime
    version: int


class ExtractList(PageQuery):
    """Filters of the list."""

    agreement_id: UUID | None = None
    project_id: UUID | None = None
    status: PseudonymisedExtractStatus | None = None


class SealedRow(BaseModel):
    """A row. Only the holder of the declaration's private key can open it."""

    id: UUID = Field(description="The row's own, and stands nowhere else; the log names the extract.")
    sealed: str = Field(description="JWE in compact form (ECDH-ES on P-256, A256GCM); a JSON object is in it.")


class OpenedRow(BaseModel):
    """What is in a row: one citizen, followed on the first course that the controller ran.

    No identity, contact, address, municipality, free text, day, staff, or id that stands anywhere else.
    """

    pseudonym: Annotated[
        str, Field(pattern=r"^[0-9a-f]{32}$", description="Of this extract alone: another extract has another.")
    ]
    extract_id: UUID
    track: Literal["victim", "perpetrator"]
    sex: Literal["female", "male", "other", "unknown"]
    age_group: str | None = Field(description="At the start of the course, else at registration; as in the releases.")
    referrer: Literal["police", "other"] | None = Field(description="Null where another controller registered them.")
    registered_quarter: Quarter | None = Field(description="Likewise.")
    passed_on_quarter: Quarter | None = Field(description="When the controller first passed them on.")
    course_status: str | None
    course_form: str | None
    course_started_quarter: Quarter | None
    course_ended_quarter: Quarter | None
    closing_reason: str | None
    followed_up: bool = Field(description="Whether a follow-up was completed.")
    sessions: int = Field(description="Held.")
    hours: float = Field(description="Of the sessions held, to the half hour.")
    who5_start: Score | None
    who5_end: Score | None
    recovery_start: Score | None
    recovery_end: Score | None
    benefit: Annotated[float, Field(ge=1, le=5)] | None
