"""The log as it goes out. Nothing in it names a person."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.moments import Moment
from app.common.text import ShortText
from app.gate.paging import PageQuery

Outcome = Literal["done", "denied"]


class AccessLogQuery(PageQuery):
    """Filters of a citizen's log."""

    since: Annotated[Moment | None, Field(description="From this time on.")] = None
    until: Annotated[Moment | None, Field(description="Before this time.")] = None
    category: ShortText | None = None


class AccessOut(BaseModel):
    """One record that somebody looked at or changed."""

    at: datetime = Field(description="Of pseudonymised data the day's beginning: the time would tell the row.")
    organisation_id: UUID = Field(description="Whose user it was.")
    staff_id: UUID | None = Field(description="Which user; null for a case system, and for other organisations' users.")
    access: Literal["read", "update", "create"] = Field(description="What was done with the record.")
    action: str | None = Field(description="In the course of what; null for other organisations' users.")
    category: str
    record_id: UUID


class AuditEventQuery(PageQuery):
    """Filters of the organisation's log."""

    since: Annotated[Moment | None, Field(description="From this time on.")] = None
    until: Annotated[Moment | None, Field(description="Before this time.")] = None
    action: ShortText | None = None
    category: ShortText | None = None
    outcome: Outcome | None = None


class AuditEventOut(BaseModel):
    """One operation by one of the organisation's own clients."""

    id: UUID
    at: datetime
    client_id: str
    staff_id: UUID | None = Field(description="Null for a case system.")
    request_id: str
    action: str = Field(description="read, list, search, create, update, replay, or the name of what was done.")
    category: str
    record_id: UUID | None
    outcome: Outcome
    code: str | None = Field(
        description="Of a denial: the problem's code, or `counterpart_identified`. Of a part of a file: which bytes."
    )
