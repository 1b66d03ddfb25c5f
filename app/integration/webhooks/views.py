"""Endpoints, deliveries and attempts as they go in and out."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from app.common.cursors import MAX_CURSOR_LENGTH
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import ShortText
from app.common.views import Strict, example, unless_given
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.integration.changes.tables import Collection
from app.integration.webhooks.addresses import MOST_CHARACTERS
from app.integration.webhooks.states import (
    WebhookDeliveryStatus,
    WebhookDisabledBecause,
    WebhookEndpointStatus,
    WebhookOutcome,
)

LONGEST_OVERLAP_HOURS = 7 * 24
OVERLAP_HOURS = 24

Url = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MOST_CHARACTERS,
        description="https, on port 443 or from 1024, without user name, password or fragment.",
    ),
]
Collections = Annotated[
    list[Collection],
    Field(min_length=1, max_length=32, description="Which collections' changes are told, as in the path (`citizens`)."),
]


class NotReadByToken(InvalidValue):
    """A collection for which the token was not given."""

    code = "not_read_by_token"
    message_en = "The token does not read this collection."
    message_da = "Adgangsbeviset giver ikke adgang til denne samling."


class WebhookEndpointIn(Strict):
    """Where to tell of changes."""

    model_config = example(
        {"url": "https://sager.example.org/hooks", "label": "Sagssystem, drift", "collections": ["citizens"]}
    )

    url: Url
    label: ShortText | None = None
    collections: Collections | None = Field(default=None, description="All that the token reads, unless given.")


class WebhookEndpointPatch(Strict):
    """A merge patch: what is left out stays."""

    model_config = example({"label": "Sagssystem, prøve"})

    url: Url = unless_given()
    label: ShortText | None = None
    collections: Collections | None = None


class WebhookHealth(BaseModel):
    """How it goes."""

    last_success_at: datetime | None
    last_failure_at: datetime | None
    last_failure: WebhookOutcome | None = Field(description="How the last attempt that failed did.")
    failures_in_a_row: int
    failing_since: datetime | None = Field(description="The first failure since the last success.")
    resting_until: datetime | None = Field(description="After failures in a row it is left alone until then.")
    queue_length: int = Field(description="Deliveries that wait.")
    oldest_undelivered_at: datetime | None = Field(description="When the oldest change that waits happened.")
    missed_from: datetime | None = Field(
        description="Of changes that grew too old to be kept before they were told here: since when the first of them "
        "could be read. Read the lists anew, as after 410 of the changes."
    )
    missed_until: datetime | None = Field(description="Since when the last of them could be read.")


class WebhookEndpointOut(BaseModel):
    """A webhook endpoint. Its ETag is that of what its owner set; health goes on changing."""

    id: UUID
    organisation_id: UUID
    client_id: str = Field(
        description="The client that made it or has enabled it since. When that one is disabled, so is the endpoint."
    )
    track: Track | None = Field(description="Of an NGO's client: the side whose changes it is told.")
    url: str
    label: str | None
    collections: list[str]
    status: WebhookEndpointStatus
    disabled_because: WebhookDisabledBecause | None
    disabled_at: datetime | None
    secret_at: datetime = Field(description="Since when the secret is the one it is.")
    former_until: datetime | None = Field(description="Until then the secret of before signs as well.")
    health: WebhookHealth
    created_at: datetime
    updated_at: datetime
    version: int


class WebhookEndpointWithSecret(WebhookEndpointOut):
    """An endpoint with a secret that is new."""

    secret: str | None = Field(
        description="`whsec_` and base64, as Standard Webhooks' libraries take it. Told once: null in a replay."
    )


class SecretRotation(Strict):
    """A new secret, and how long the present one goes on signing beside it."""

    model_config = example({"overlap_hours": OVERLAP_HOURS})

    overlap_hours: Annotated[int, Field(ge=0, le=LONGEST_OVERLAP_HOURS)] = OVERLAP_HOURS


class WebhookEndpointList(PageQuery):
    """Filters of the list."""

    status: WebhookEndpointStatus | None = None


class WebhookDeliveryOut(BaseModel):
    """What an endpoint is told of one change, by ids alone."""

    id: UUID
    endpoint_id: UUID
    webhook_id: UUID = Field(description="The header of that name: the same in every attempt, resent and replayed too.")
    change_id: UUID | None = Field(description="null: a test.")
    type: str = Field(description="`{collection}.{kind}`.")
    record_id: UUID
    happened_at: datetime
    status: WebhookDeliveryStatus
    attempts: int
    due_at: datetime = Field(description="Of one that waits: when it is tried next.")
    delivered_at: datetime | None
    last_outcome: WebhookOutcome | None
    last_status: int | None = Field(description="The status that was answered, if any was.")
    created_at: datetime
    updated_at: datetime
    version: int


class WebhookAttemptOut(BaseModel):
    """One attempt. Of the answer nothing is kept but its status."""

    number: int
    started_at: datetime
    finished_at: datetime
    outcome: WebhookOutcome
    status_code: int | None


class WebhookDeliveryWithAttempts(WebhookDeliveryOut):
    """A delivery with its latest attempts."""

    attempt_log: list[WebhookAttemptOut] = Field(description="Newest first, the last fifty.")


class WebhookDeliveryList(PageQuery):
    """Filters of the list."""

    status: WebhookDeliveryStatus | None = None


class SinceOrAfter(InvalidValue):
    """Neither a time nor a cursor, or both."""

    code = "since_or_after"
    message_en = "Say either `since` (a time) or `after` (a cursor of the changes)."
    message_da = "Angiv enten `since` (et tidspunkt) eller `after` (en markør fra ændringerne)."


class NotAPlace(InvalidValue):
    """A cursor of something else, or of somebody else."""

    code = "invalid_cursor"
    message_en = "Not a cursor that `GET /v1/changes` gave this client without a filter."
    message_da = "Ikke en markør, som klienten har fået af `GET /v1/changes` uden filter."


class WebhookReplay(Strict):
    """From where on to tell everything again: a time since when it could be read, or a place in the changes."""

    model_config = example({"since": "2026-01-31T08:00:00Z"})

    since: Moment | None = None
    after: Annotated[
        str | None,
        Field(
            min_length=1, max_length=MAX_CURSOR_LENGTH, description="`next_cursor` of `GET /v1/changes`, unfiltered."
        ),
    ] = None

    @model_validator(mode="after")
    def _one_of_them(self) -> "WebhookReplay":
        if (self.since is None) == (self.after is None):
            raise SinceOrAfter
        return self


class WebhookReplayOut(BaseModel):
    """What is told again."""

    endpoint_id: UUID
    asked_at: datetime
