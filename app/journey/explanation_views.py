"""Why one may see something, or not, as it goes out."""

from datetime import datetime
from typing import Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.database.columns import Track
from app.organisations.states import Function, OrganisationType

Origin = Literal["own", "passed_on", "addressed"]


class ConditionOut(BaseModel):
    """One condition of a cell, judged for the caller and this citizen."""

    word: str = Field(description="The condition's name in the boundary table; `function` for a user's function.")
    holds: bool | None = Field(description="Null where it depends on the single record.")
    text_da: str
    text_en: str


class WayOut(BaseModel):
    """One cell of the boundary table: all its conditions must hold."""

    origin: Origin = Field(
        description="`own`: what the caller's organisation registered. `passed_on`: what another controller's referral "
        "opened. `addressed`: single records meant for the caller, such as a referral."
    )
    source_organisation_id: UUID | None = Field(
        description="Whose data they are; null for `addressed`, and where special protection hides it."
    )
    holds: bool | None = Field(description="Null where it depends on the single record.")
    legal_basis: str
    conditions: list[ConditionOut]
    agreement_id: UUID | None = Field(description="The caller's agreement (databehandleraftale) that covers it.")
    consent_id: UUID | None = Field(description="The citizen's consent that it rests on.")
    referral_id: UUID | None
    opened_at: datetime | None
    valid_until: datetime | None
    ended_at: datetime | None = Field(description="When what was opened ended, e.g. by a withdrawal.")


class CategoryExplanation(BaseModel):
    """One category of data about the citizen."""

    category: str
    label_da: str
    label_en: str
    readable: bool = Field(description="Whether the caller may read such data of this citizen, should there be any.")
    records: int | None = Field(
        description="Records of the category that the caller may read now; null where the token is not for reading it."
    )
    reason_da: str
    reason_en: str
    ways: list[WayOut] = Field(description="Empty where the role can never read the category.")


class AskerOut(BaseModel):
    """For whom this was judged."""

    organisation_id: UUID
    organisation_type: OrganisationType
    track: Track | None
    roles: list[Function]


class RecipientAccess(BaseModel):
    """Who else may see the caller's own data, and by what."""

    organisation_id: UUID
    name: str
    categories: list[str]
    open: bool = Field(description="False once it has ended, expired, or while an agreement is not in force.")
    since: datetime
    until: datetime | None = Field(description="When it ended, or will end.")
    consent_id: UUID | None = Field(description="Null where another than the caller passed the data on.")
    referral_id: UUID | None = Field(description="Likewise.")


class AccessExplanation(BaseModel):
    """What the caller may see of a citizen and why, and who may see what is the caller's own."""

    citizen_id: UUID
    asker: AskerOut
    categories: list[CategoryExplanation]
    seen_by: list[RecipientAccess] = Field(
        description="Of the caller's own data only; empty where nothing was passed on."
    )
