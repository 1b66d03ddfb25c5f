"""Endpoints, what is to be delivered to them, and each attempt at it."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
)
from sqlmodel import Field

from app.database.columns import Row, moment, one_of, texts
from app.integration.webhooks.states import (
    WebhookDeliveryStatus,
    WebhookDisabledBecause,
    WebhookEndpointStatus,
    WebhookOutcome,
)


class WebhookEndpoint(Row, table=True):
    """Where an organisation is told of changes. Its version is that of what the owner says; health has none."""

    __tablename__ = "webhook_endpoint"
    __table_args__ = (
        one_of("status", WebhookEndpointStatus),
        one_of("disabled_because", WebhookDisabledBecause),
        one_of("last_failure", WebhookOutcome),
        CheckConstraint("(status = 'disabled') = (disabled_because IS NOT NULL)", name="disabled"),
        CheckConstraint("(former_secret IS NULL) = (former_until IS NULL)", name="former"),
        CheckConstraint("(missed_from IS NULL) = (missed_until IS NULL)", name="missed"),
        UniqueConstraint("id", "organisation_id"),
        Index("ix_webhook_endpoint_page", "organisation_id", "created_at", "id"),
        Index("ix_webhook_endpoint_client_id", "client_id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    client_id: str = Field(sa_type=Text)
    """The client that made it, or has enabled it since: disabled with that one."""
    track: str | None = Field(default=None, sa_type=Text)
    """Of an NGO's client: that side's changes only."""
    url: str = Field(sa_type=Text)
    label: str | None = Field(default=None, sa_type=Text)
    collections: list[str] = Field(sa_column=texts("collections"))
    """Which collections' changes."""
    status: str = Field(default=WebhookEndpointStatus.ENABLED, sa_type=Text)
    disabled_because: str | None = Field(default=None, sa_type=Text)
    disabled_at: datetime | None = moment()

    data_key: bytes = Field(sa_type=LargeBinary)
    """Wrapped by a master key; seals the secrets."""
    secret: bytes = Field(sa_type=LargeBinary)
    secret_at: datetime = moment(nullable=False)
    former_secret: bytes | None = Field(default=None, sa_type=LargeBinary)
    former_until: datetime | None = moment()
    """Until then the secret of before signs as well."""

    position: int = Field(default=0, sa_column=Column("position", BigInteger, nullable=False))
    """The number of the last change of which a delivery was made."""
    missed_from: datetime | None = moment()
    missed_until: datetime | None = moment()
    """Of what was removed before it was told: since when the first could be read, and the last."""
    last_success_at: datetime | None = moment()
    last_failure_at: datetime | None = moment()
    last_failure: str | None = Field(default=None, sa_type=Text)
    failures_in_a_row: int = Field(default=0)
    failing_since: datetime | None = moment()
    resting_until: datetime | None = moment()
    worker: str | None = Field(default=None, sa_type=Text)
    leased_until: datetime | None = moment()
    """Until then the worker has the endpoint to itself."""
    served_at: datetime | None = moment()


class WebhookDelivery(Row, table=True):
    """That an endpoint is to be told of one change; or, without one, a test."""

    __tablename__ = "webhook_delivery"
    __table_args__ = (
        one_of("status", WebhookDeliveryStatus),
        one_of("last_outcome", WebhookOutcome),
        ForeignKeyConstraint(
            ["endpoint_id", "organisation_id"], ["webhook_endpoint.id", "webhook_endpoint.organisation_id"]
        ),
        UniqueConstraint("endpoint_id", "change_id"),
        UniqueConstraint("id", "organisation_id"),
        Index("ix_webhook_delivery_page", "endpoint_id", "created_at", "id"),
        Index(
            "ix_webhook_delivery_pending", "endpoint_id", "sequence", "due_at", postgresql_where="status = 'pending'"
        ),
        Index("ix_webhook_delivery_spent", "updated_at", postgresql_where="status <> 'pending'"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    track: str | None = Field(default=None, sa_type=Text)
    """The endpoint's."""
    endpoint_id: UUID
    change_id: UUID | None = None
    """Its `webhook-id`, whenever it is sent; without a change the delivery's own."""
    sequence: int = Field(default=0, sa_column=Column("sequence", BigInteger, nullable=False))
    """The change's number; 0 of a test, which goes before all that waits."""
    happened_at: datetime = moment(nullable=False)
    collection: str = Field(sa_type=Text)
    record_id: UUID
    kind: str = Field(sa_type=Text)
    """As it was last told: `removed` as soon as the record is not the organisation's to see any more."""
    status: str = Field(default=WebhookDeliveryStatus.PENDING, sa_type=Text)
    attempts: int = Field(default=0)
    due_at: datetime = moment(nullable=False)
    begun_at: datetime | None = moment()
    delivered_at: datetime | None = moment()
    last_outcome: str | None = Field(default=None, sa_type=Text)
    last_status: int | None = None


class WebhookAttempt(Row, table=True):
    """One attempt, written when it has ended; one whose process ended before is not there."""

    __tablename__ = "webhook_attempt"
    __table_args__ = (
        one_of("outcome", WebhookOutcome),
        ForeignKeyConstraint(
            ["delivery_id", "organisation_id"], ["webhook_delivery.id", "webhook_delivery.organisation_id"]
        ),
        Index("ix_webhook_attempt_page", "delivery_id", "created_at", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    track: str | None = Field(default=None, sa_type=Text)
    delivery_id: UUID
    number: int
    """From 1; from 1 again after the delivery was sent again."""
    started_at: datetime = moment(nullable=False)
    finished_at: datetime = moment(nullable=False)
    outcome: str = Field(sa_type=Text)
    status_code: int | None = None
