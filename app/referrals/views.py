"""Referrals and contact attempts as they go in and out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.citizens.states import Channel
from app.common.citizen_text import CaseReference
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.text import LongText
from app.common.views import Strict, own_reference, unless_given
from app.consents.states import Scope
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.referrals.states import ContactOutcome, Outcome, ReferralKind, ReferralStatus, RejectedReason, Urgency

ReferralScopes = Annotated[
    list[Scope],
    Field(
        min_length=1,
        max_length=len(Scope),
        description="What is passed on: among the consent's scopes, `contact` always, `bridging` where the kind is.",
    ),
    AfterValidator(distinct),
]
Summary = Annotated[
    LongText,
    Field(
        description="The sender's words, read by the recipient after acceptance. The police's are screened: a text "
        "that identifies the other side of the relationship is refused, without saying what gave it away."
    ),
]


class ReferralIn(Strict):
    """A draft. Nothing is passed on before it is sent."""

    citizen_id: UUID
    consent_id: UUID
    recipient_id: Annotated[UUID, Field(description="A current partner of the project whom the consent names.")]
    kind: ReferralKind
    urgency: Urgency = Urgency.ROUTINE
    scopes: ReferralScopes
    summary: Summary | None = None
    external_reference: CaseReference | None = None


class ReferralPatch(Strict):
    """A merge patch (RFC 7396) of a draft. Citizen and consent stay: another consent is another referral."""

    recipient_id: UUID = unless_given()
    kind: ReferralKind = unless_given()
    urgency: Urgency = unless_given()
    scopes: ReferralScopes = unless_given()
    summary: Summary = unless_given()


class RejectionIn(Strict):
    """Why the recipient cannot take it; never what the citizen answered."""

    reason: RejectedReason


class CompletionIn(Strict):
    """How it went. The sender reads it only with the citizen's `feedback_to_sender`."""

    outcome: Outcome
    course_started: bool | None = Field(
        default=None, description="Left out: true where the outcome says so, else as it is known already."
    )


class ReferralOut(BaseModel):
    """A referral as the asker may see it.

    Before acceptance the recipient sees kind, urgency, track, sender and scopes: `citizen_id`, `consent_id` and
    `summary` are null.
    """

    id: UUID
    project_id: UUID
    track: Track
    citizen_id: UUID | None
    consent_id: UUID | None
    sender_id: UUID | None = Field(description="Null where the citizen's special protection hides it.")
    recipient_id: UUID
    kind: ReferralKind
    urgency: Urgency
    scopes: list[Scope]
    summary: str | None = Field(description="Null to the recipient before acceptance and once the consent has ended.")
    status: ReferralStatus = Field(description="`completed` only to those who may read the outcome.")
    created_at: datetime = Field(description="UTC. For the recipient: when it was sent.")
    updated_at: datetime
    sent_at: datetime | None
    received_at: datetime | None
    responded_at: datetime | None = Field(description="When it was accepted or rejected.")
    recalled_at: datetime | None
    rejected_reason: RejectedReason | None
    outcome: Outcome | None = Field(description="Null to the sender without the citizen's `feedback_to_sender`.")
    course_started: bool | None = Field(description="Likewise.")
    completed_at: datetime | None = Field(description="Likewise.")
    external_reference: str | None = own_reference()
    version: int


class ReferralList(PageQuery):
    """Filters of the list."""

    direction: Literal["sent", "received"] | None = None
    status: ReferralStatus | None = None
    citizen_id: Annotated[UUID | None, Field(description="Of those received: only once accepted.")] = None
    updated_since: Moment | None = None


class ContactAttemptIn(Strict):
    """One attempt, within the citizen's safe contact (sikker kontakt)."""

    attempted_at: Annotated[
        Moment,
        Field(description="Within the safe hours; not in the future, nor before the Danish day of the signature."),
    ]
    channel: Annotated[Channel, Field(description="Among the safe channels; a visit is a channel too.")]
    outcome: ContactOutcome
    safety_confirmed: bool = Field(default=False, description="The citizen said that it was safe to talk.")


class ContactAttemptOut(BaseModel):
    """An attempt, as it was registered; it never changes."""

    id: UUID
    referral_id: UUID
    citizen_id: UUID
    attempted_at: datetime
    channel: Channel
    outcome: ContactOutcome
    safety_confirmed: bool
    created_at: datetime


class ContactAttemptList(PageQuery):
    """The attempts of one referral have no filters."""
