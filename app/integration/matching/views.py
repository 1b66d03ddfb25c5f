"""Blind match requests as they go in and out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.citizens.views import CprNumber
from app.common.views import Strict, example
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.integration.matching.states import Direction, MatchStatus


class MatchRequestIn(Strict):
    """Do you know this citizen? Asked of one partner, on the citizen's consent."""

    model_config = example(
        {
            "project_id": "7d1f0f0e-53a1-4c08-9d3e-0b2b1f1e9a10",
            "organisation_id": "0b9e3a52-6f0c-4d53-8f3d-6f4b7f6a2c11",
            "cpr": "0101588035",
            "consent_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
        }
    )

    project_id: UUID = Field(description="Of which both are partners.")
    organisation_id: UUID = Field(description="Who is asked: one municipality, police district or NGO.")
    cpr: CprNumber = Field(description="As you have registered it for the citizen of the consent. It is not stored.")
    consent_id: UUID = Field(
        description="The citizen's active consent, obtained by you, that names the one asked and ticks `identity` and "
        "`cpr`."
    )


class MatchRequestOut(BaseModel):
    """A blind match request, as the caller may know it."""

    id: UUID = Field(description="The two parties know it by different ids.")
    direction: Direction
    project_id: UUID
    track: Track
    organisation_id: UUID | None = Field(
        description="The other party. Null to the one asked where protection hides who asks."
    )
    citizen_id: UUID = Field(description="The caller's own citizen.")
    consent_id: UUID | None = Field(description="The asker's; null to the one asked.")
    status: MatchStatus
    answer_by: date = Field(description="The last day in Europe/Copenhagen on which an answer is told.")
    created_at: datetime
    updated_at: datetime
    version: int


class MatchRequestList(PageQuery):
    """Which of one's requests."""

    direction: Direction = Field(default=Direction.SENT, description="Asked by the caller, or of the caller.")
