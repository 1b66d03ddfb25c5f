"""Answer links as they go in and out. The URL goes out once, when the link is made; its hash never does."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.problem import Language
from app.common.views import Strict, example
from app.measurements.states import LinkStatus

DAYS_TO_ANSWER = 14
MOST_DAYS = 30


class LinkIn(Strict):
    """How the citizen is to be asked."""

    model_config = example({"language": "da", "days": 14})

    language: Language | None = Field(
        default=None, description="Of the page; null: as the citizen's browser asks for it, Danish otherwise."
    )
    days: Annotated[int, Field(ge=1, le=MOST_DAYS)] = Field(
        default=DAYS_TO_ANSWER,
        description="How long the link holds; shorter where the consent that it rests on ends before.",
    )


class LinkOut(BaseModel):
    """The newest answer link of a questionnaire."""

    response_id: UUID
    status: LinkStatus
    language: Language | None
    expires_at: datetime
    used_at: datetime | None
    ended_at: datetime | None = Field(
        description="It was revoked, another was made, the questionnaire was closed, or the consent ended."
    )
    created_at: datetime
    updated_at: datetime
    version: int


class LinkMade(LinkOut):
    """A link just made."""

    url: str | None = Field(
        description="Told now and never again: only a hash of its secret is kept. Null in a replay of the request."
    )
