"""The feed as it goes in and out."""

from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator

from app.common.cursors import MAX_CURSOR_LENGTH
from app.gate.paging import DEFAULT_LIMIT, Flag, Limit, plain_digits
from app.integration.changes.errors import LatestOrAfterError
from app.integration.changes.tables import ChangeKind, Collection

MOST_SECONDS = 30


class ChangesQuery(BaseModel):
    """Where to go on, how much, and how long to wait."""

    model_config = ConfigDict(extra="forbid")

    after: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=MAX_CURSOR_LENGTH,
            description="`next_cursor` of the answer before; bound to caller and filter, and to tokens that read no "
            "collection that was left out on the way. Without it: from the beginning of what is kept.",
        ),
    ] = None
    limit: Limit = DEFAULT_LIMIT
    collection: Annotated[Collection | None, Field(description="Of this collection only.")] = None
    wait: Annotated[
        int,
        BeforeValidator(plain_digits),
        Field(ge=0, le=MOST_SECONDS, description="Where there is nothing: wait so many seconds for something."),
    ] = 0
    latest: Annotated[
        Flag, Field(description="No changes, only the present place: get it first, then read the lists, then go on.")
    ] = False

    @model_validator(mode="after")
    def _one_start(self) -> Self:
        if self.latest and self.after is not None:
            raise LatestOrAfterError
        return self

    def filters(self) -> dict[str, str]:
        """The filters, as the cursor is bound to them."""
        return {} if self.collection is None else {"collection": self.collection.value}


class ChangeOut(BaseModel):
    """That a record changed. What it is now, one reads at the record."""

    id: UUID = Field(description="Of the change; a webhook that tells of it has the same.")
    collection: Collection = Field(description="Where the record is read, as in the path.")
    record_id: UUID
    citizen_id: UUID | None = Field(
        description="The citizen (borger) whom the record is about; null where the caller is not told."
    )
    kind: ChangeKind = Field(
        description="`removed`: not, or no longer, the caller's to see; delete or lock what is kept of it."
    )
    happened_at: datetime


class ChangesOut(BaseModel):
    """Changes in order, and where to go on."""

    items: list[ChangeOut]
    next_cursor: str = Field(
        max_length=MAX_CURSOR_LENGTH, description="Always given, also with no items: send it as `after` the next time."
    )
    has_more: bool = Field(description="Whether there is more to read at once.")
