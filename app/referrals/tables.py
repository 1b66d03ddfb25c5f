"""Referrals: the minimum, the summary, the outcome, and what they open."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.citizens.states import Channel
from app.consents.states import Scope
from app.database.columns import CitizenRow, all_of, encrypted, moment, of_citizen, one_of, texts
from app.referrals.states import ContactOutcome, Outcome, ReferralKind, ReferralStatus, RejectedReason, Urgency


class Referral(CitizenRow, table=True):
    """What a recipient sees before it accepts: kind, urgency, track, sender, scopes."""

    __tablename__ = "referral"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        one_of("kind", ReferralKind),
        one_of("urgency", Urgency),
        one_of("status", [each for each in ReferralStatus if each is not ReferralStatus.COMPLETED]),
        one_of("rejected_reason", RejectedReason),
        all_of("scopes", Scope),
        CheckConstraint("organisation_id <> recipient_id", name="two_parties"),
        UniqueConstraint("id", "citizen_id"),
        Index("ix_referral_question", "citizen_id", "recipient_id", "status"),
        Index("ix_referral_recipient_id", "recipient_id", "created_at", "id"),
        Index("ix_referral_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_referral_consent_id", "consent_id"),
        Index("ix_referral_project_id", "project_id"),
    )

    consent_id: UUID
    recipient_id: UUID = Field(foreign_key="organisation.id")
    kind: str = Field(sa_type=Text)
    urgency: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_column=texts("scopes"))
    status: str = Field(default=ReferralStatus.DRAFT, sa_type=Text)
    sent_at: datetime | None = moment()
    received_at: datetime | None = moment()
    responded_at: datetime | None = moment()
    recalled_at: datetime | None = moment()
    rejected_reason: str | None = Field(default=None, sa_type=Text)
    sender_withheld: bool = Field(default=False)
    """Special protection hides from the recipient which municipality or NGO sent it (the wall, rule 11); a trigger
    keeps it in step with the citizen's stem."""


class ReferralSummary(CitizenRow, table=True):
    """The sender's words, read by the recipient only after acceptance."""

    __tablename__ = "referral_summary"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        Index("uq_referral_summary_referral_id", "referral_id", unique=True),
    )

    referral_id: UUID
    summary: bytes = encrypted()


class ReferralOutcome(CitizenRow, table=True):
    """The recipient's record of how it went; the sender reads it only with feedback_to_sender."""

    __tablename__ = "referral_outcome"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        one_of("outcome", Outcome),
        Index("uq_referral_outcome_referral_id", "referral_id", unique=True),
    )

    referral_id: UUID
    consent_id: UUID
    sender_id: UUID
    course_started: bool = Field(default=False)
    outcome: str | None = Field(default=None, sa_type=Text)
    completed_at: datetime | None = moment()


class Disclosure(CitizenRow, table=True):
    """What opens one controller's category to a recipient.

    Written by the sender at sending (`organisation_id` is the sender), opened by the recipient at acceptance,
    ended by the keeper's trigger in the transaction of the withdrawal.
    """

    __tablename__ = "disclosure"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        UniqueConstraint("id", "citizen_id"),
        ForeignKeyConstraint(["rests_on_id", "citizen_id"], ["disclosure.id", "disclosure.citizen_id"]),
        UniqueConstraint("referral_id", "category", "source_organisation_id"),
        Index("ix_disclosure_question", "citizen_id", "recipient_id", "category", "source_organisation_id"),
        Index("ix_disclosure_recipient_id", "recipient_id", "category", "opened_at", "citizen_id"),
        Index("ix_disclosure_consent_id", "consent_id"),
        Index("ix_disclosure_rests_on_id", "rests_on_id"),
    )

    category: str = Field(sa_type=Text)
    scope: str = Field(sa_type=Text)
    source_organisation_id: UUID
    recipient_id: UUID
    consent_id: UUID
    referral_id: UUID
    rests_on_id: UUID | None = None
    """What is passed onward rests on the sender's own access: it ends with that and lasts no longer. Written by a
    trigger."""
    opened_at: datetime | None = moment()
    as_of: datetime | None = moment()
    """Of what is passed onward: when the sender's own access was opened. No later change goes along (the wall, rule 7);
    a trigger writes it."""
    valid_until: datetime | None = moment()
    ended_at: datetime | None = moment()


class ContactAttempt(CitizenRow, table=True):
    """One attempt to reach the citizen within their safe contact. Append only."""

    __tablename__ = "contact_attempt"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        one_of("channel", Channel),
        one_of("outcome", ContactOutcome),
        Index("ix_contact_attempt_citizen_id", "citizen_id", "attempted_at"),
        Index("ix_contact_attempt_referral_id", "referral_id", "created_at", "id"),
        Index("ix_contact_attempt_project_id", "project_id"),
    )

    referral_id: UUID
    attempted_at: datetime = moment(nullable=False)
    channel: str = Field(sa_type=Text)
    outcome: str = Field(sa_type=Text)
    safety_confirmed: bool = Field(default=False)
