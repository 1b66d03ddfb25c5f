"""What the police know of an event, split by who may learn it.

`incident` (number, time, place) and `pair_link` never leave the police: a number, a place or a time shared by
two records would join the two sides (the wall, rule 1).
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.citizens.states import IncidentStatus, Relation, ViolenceForm
from app.database.columns import CitizenRow, ControlledRow, all_of, encrypted, moment, of_citizen, one_of, texts


class Incident(CitizenRow, table=True):
    """The event as the police file it, one record for each citizen concerned."""

    __tablename__ = "incident"
    __table_args__ = (
        of_citizen(),
        one_of("status", IncidentStatus),
        UniqueConstraint("id", "organisation_id", "citizen_id"),
        Index("ix_incident_citizen_id", "citizen_id"),
        Index("ix_incident_organisation_id", "organisation_id", "created_at", "id"),
    )

    number: bytes = encrypted()
    occurred_at: datetime = moment(nullable=False)
    place: bytes | None = encrypted(nullable=True)
    status: str = Field(default=IncidentStatus.REGISTERED, sa_type=Text)


def _of_incident() -> ForeignKeyConstraint:
    """Ties a row to an incident of the same district and citizen."""
    return ForeignKeyConstraint(
        ["incident_id", "organisation_id", "citizen_id"],
        ["incident.id", "incident.organisation_id", "incident.citizen_id"],
    )


class IncidentSummary(CitizenRow, table=True):
    """What an NGO may learn: forms of violence and relation, in codes."""

    __tablename__ = "incident_summary"
    __table_args__ = (
        of_citizen(),
        _of_incident(),
        one_of("relation", Relation),
        all_of("violence_forms", ViolenceForm),
        Index("ix_incident_summary_citizen_id", "citizen_id"),
        Index("uq_incident_summary_incident_id", "incident_id", unique=True),
    )

    incident_id: UUID
    relation: str = Field(sa_type=Text)
    violence_forms: list[str] = Field(sa_column=texts("violence_forms"))
    children_present: bool | None = None


class IncidentAccount(CitizenRow, table=True):
    """What a municipality may learn besides: an account in words."""

    __tablename__ = "incident_account"
    __table_args__ = (
        of_citizen(),
        _of_incident(),
        Index("ix_incident_account_citizen_id", "citizen_id"),
        Index("uq_incident_account_incident_id", "incident_id", unique=True),
    )

    incident_id: UUID
    account: bytes = encrypted()


class IncidentOffence(CitizenRow, table=True):
    """The perpetrator's own offences, opened by their own explicit consent only (databeskyttelsesloven § 8)."""

    __tablename__ = "incident_offence"
    __table_args__ = (
        of_citizen(),
        _of_incident(),
        CheckConstraint("track = 'perpetrator'", name="perpetrator_only"),
        Index("ix_incident_offence_citizen_id", "citizen_id"),
        Index("uq_incident_offence_incident_id", "incident_id", unique=True),
    )

    incident_id: UUID
    offences: bytes = encrypted()


class PairLink(ControlledRow, table=True):
    """That two citizens are the two sides of one relationship. Read by the police alone."""

    __tablename__ = "pair_link"
    __table_args__ = (
        UniqueConstraint("victim_id", "perpetrator_id"),
        CheckConstraint("victim_id <> perpetrator_id", name="two_people"),
        Index("ix_pair_link_perpetrator_id", "perpetrator_id"),
    )

    victim_id: UUID = Field(foreign_key="citizen.id")
    perpetrator_id: UUID = Field(foreign_key="citizen.id")
