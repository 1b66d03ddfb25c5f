"""Support needs as they go in and out."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.moments import Moment
from app.common.text import LongText
from app.common.views import Strict, unless_given
from app.courses.states import SupportLevel, SupportNeedStatus, SupportTheme
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.referrals.states import Urgency
from app.referrals.views import ReferralScopes, Summary


class SupportNeedIn(Strict):
    """A need for support (støttebehov) that others must meet."""

    citizen_id: UUID
    course_id: UUID | None = Field(default=None, description="One's own course of the same citizen.")
    theme: SupportTheme
    level: SupportLevel
    description: LongText | None = None


class SupportNeedPatch(Strict):
    """A merge patch: what is left out stays, null empties."""

    level: SupportLevel = unless_given()
    description: LongText | None = None


class Handover(Strict):
    """Whom the need goes to, on which consent, and what goes with it: the terms of a bridging referral."""

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
    controller_id: UUID = Field(description="Who registered the need.")
    course_id: UUID | None = Field(description="Null to others than the controller.")
    theme: SupportTheme
    level: SupportLevel
    description: str | None = Field(description="Null too where the citizen's data are not open to the reader.")
    recipient_id: UUID | None = Field(description="Whom it was handed over to.")
    referral_id: UUID | None = Field(description="The bridging referral that it travels with.")
    status: SupportNeedStatus
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
