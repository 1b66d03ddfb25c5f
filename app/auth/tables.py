"""Clients that sign in, tokens denied before their time, and assertions already used."""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field, SQLModel

from app.database.columns import Row, Timestamp, Track, all_of, one_of, texts

FUNCTIONS = (
    "caseworker",
    "coordinator",
    "integration",
    "researcher",
    "secretary",
    "operator",
    "disclosure_officer",
)


class Client(Row, table=True):
    """A system, or a user's screen, that obtains tokens for one organisation (RFC 6749 § 2).

    `scopes` bounds what its tokens may carry; an empty list stands for all that the role's cells allow.
    """

    __tablename__ = "client"
    __table_args__ = (
        one_of("track", Track),
        all_of("functions", FUNCTIONS),
        CheckConstraint("cardinality(functions) > 0", name="has_function"),
        ForeignKeyConstraint(["staff_id", "organisation_id"], ["staff.id", "staff.organisation_id"]),
        CheckConstraint("(external_issuer IS NULL) = (external_subject IS NULL)", name="external_identity"),
        CheckConstraint(
            "external_issuer IS NULL OR (secret_hash IS NULL AND public_keys = '[]'::jsonb)", name="one_proof"
        ),
        Index("uq_client_client_id", "client_id", unique=True),
        Index(
            "uq_client_external_identity",
            "external_issuer",
            "external_subject",
            unique=True,
            postgresql_where="external_issuer IS NOT NULL",
        ),
    )

    client_id: str = Field(sa_type=Text)
    organisation_id: UUID = Field(foreign_key="organisation.id")
    staff_id: UUID | None = None
    """The user behind the screen; absent for a case system."""
    track: str | None = Field(default=None, sa_type=Text)
    functions: list[str] = Field(sa_column=texts("functions"))
    scopes: list[str] = Field(sa_column=texts("scopes"))
    secret_hash: str | None = Field(default=None, sa_type=Text)
    """argon2id; demo and development only."""
    public_keys: list[dict[str, Any]] = Field(sa_column=Column("public_keys", JSONB, nullable=False))
    """JWKs (P-256) for private_key_jwt."""
    external_issuer: str | None = Field(default=None, sa_type=Text)
    """Where its tokens come from, in place of ours: one of the configured (`app.auth.issuers`)."""
    external_subject: str | None = Field(default=None, sa_type=Text)
    """What that issuer calls the user."""
    enabled: bool = Field(default=True)
    tokens_from: datetime | None = Field(default=None, sa_type=Timestamp)
    """A whole second; tokens issued before it are refused. Set where the client is disabled."""


class TokenDenial(SQLModel, table=True):
    """A token revoked before it expires, by `jti` (RFC 7009)."""

    __tablename__ = "token_denial"
    __table_args__ = (Index("ix_token_denial_expires_at", "expires_at"),)

    token_id: str = Field(primary_key=True, sa_type=Text)
    expires_at: datetime = Field(sa_type=Timestamp)


class UsedAssertion(SQLModel, table=True):
    """A client assertion's `jti`, which may be used once (RFC 7523 § 3)."""

    __tablename__ = "used_assertion"
    __table_args__ = (Index("ix_used_assertion_expires_at", "expires_at"),)

    client_id: str = Field(primary_key=True, sa_type=Text)
    token_id: str = Field(primary_key=True, sa_type=Text)
    expires_at: datetime = Field(sa_type=Timestamp)
