"""Support needs as they go in and out."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.moments import Moment
from app.common.text import LongText
from app.common.views import Strict, example, own_reference, unless_given
from app.courses.states import SupportLevel, SupportNeedStatus, SupportTheme
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.referrals.states import Urgency
from app.referrals.views import ReferralScopes, Summary


class SupportNeedIn(Strict):
    """A need for support (støttebehov) that others must meet."""

    model_config = example(
        {"citizen_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "theme": "housing", "level": "moderate"}
    )

    citizen_id: UUID
    course_id: UUID | None = Field(default=None, description="One's own course of the same citizen.")
    theme: SupportTheme
    level: SupportLevel
    description: LongText | None = None
    external_reference: CaseReference | None = None


class SupportNeedPatch(Strict):
    """A merge patch: what is left out stays, null empties."""

    model_config = example({"level": "high", "description": "Skal fraflytte sin bolig."})

    level: SupportLevel = unless_given()
    description: LongText | None = None


class Handover(Strict):
    """Whom the need goes to, on which consent, and what goes with it: the terms of a bridging referral."""

    model_config = example(
        {
            "consent_id": "7be1c6f2-0f7d-4c39-8a11-3d5c2b9e4f61",
            "recipient_id": "a41d9b3c-5e2f-4a77-b8c0-6f1e2d3c4b5a",
            "urgency": "soon",
            "scopes": ["contact", "bridging"],
        }
    )

    consent_id: UUID
    recipient_id: UUID = Field(description="The organisation that the consent names for bridging.")
    urgency: Urgency = Urgency.ROUTINE
    scopes: ReferralScopes
    summary: Summary | None = None


class SupportNeedOut(BaseModel):
    """A need as its controller registered it; one row, so both see how the bridge goes."""

    id: UUID
    project_id: UUID
    citizen_id: UUID
    track: Track
    controller_id: UUID | None = Field(description="Who registered the need; null where protection hides it.")
    course_id: UUID | None = Field(description="Null to others than the controller.")
    theme: SupportTheme
    level: SupportLevel
    description: str | None = Field(description="Null too where the citizen's data are not open to the reader.")
    recipient_id: UUID | None = Field(description="Whom it was handed over to.")
    referral_id: UUID | None = Field(description="The bridging referral that it travels with.")
    status: SupportNeedStatus
    external_reference: str | None = own_reference()
    created_at: datetime
    updated_at: datetime
    version: int


class SupportNeedList(PageQuery):
    """Filters of the list."""

    citizen_id: UUID | None = None
    course_id: UUID | None = Field(default=None, description="Among one's own.")
    status: SupportNeedStatus | None = None
    theme: SupportTheme | None = None
    updated_since: Moment | None = None
