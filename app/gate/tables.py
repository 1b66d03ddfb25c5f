"""First answers of repeatable writes."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.database.columns import Timestamp


class Idempotency(SQLModel, table=True):
    """The answer to the first request with a key, encrypted, kept in the transaction of its effect."""

    __tablename__ = "idempotency"
    __table_args__ = (
        UniqueConstraint("organisation_id", "client_id", "route", "key"),
        Index("ix_idempotency_created_at", "created_at"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID
    client_id: str = Field(sa_type=Text)
    track: str | None = Field(default=None, sa_type=Text)
    """The one track that the asker works in, if any."""
    route: str = Field(sa_type=Text)
    key: str = Field(sa_type=Text)
    request_hash: bytes = Field(sa_type=LargeBinary)
    status: int
    headers: bytes = Field(sa_type=LargeBinary)
    body: bytes = Field(sa_type=LargeBinary)
    category: str | None = Field(default=None, sa_type=Text)
    record_id: UUID | None = None
    created_at: datetime = Field(sa_type=Timestamp)
