"""The police's incidents and pair links as they go in and out."""

from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.citizens.states import IncidentStatus, Relation, ViolenceForm
from app.common.citizen_text import CaseReference
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.text import LongText, ShortText
from app.common.views import Strict, example, own_reference
from app.database.columns import Track
from app.gate.paging import PageQuery

ViolenceForms = Annotated[
    list[ViolenceForm], Field(min_length=1, max_length=len(ViolenceForm)), AfterValidator(distinct)
]


class IncidentIn(Strict):
    """An event (hændelse) as the police file it: one record for each citizen concerned."""

    model_config = example(
        {
            "citizen_id": "b1d2c3e4-0a1b-4c2d-8e3f-4a5b6c7d8e9f",
            "number": "4200-77104-00017-26",
            "occurred_at": "2026-01-31T23:45:00+01:00",
            "relation": "current_partner",
            "violence_forms": ["physical", "psychological"],
            "children_present": True,
        }
    )

    citizen_id: UUID
    number: Annotated[ShortText, Field(description="The police's own number; never leaves the police.")]
    occurred_at: Annotated[Moment, Field(description="Not in the future; never leaves the police.")]
    place: Annotated[ShortText | None, Field(description="Never leaves the police.")] = None
    relation: Relation
    violence_forms: ViolenceForms
    children_present: bool | None = None
    account: Annotated[
        LongText | None, Field(description="In words, for a municipality that the citizen consented to.")
    ] = None
    offences: Annotated[
        list[ShortText] | None,
        Field(min_length=1, max_length=20, description="The perpetrator's own; refused for a victim."),
    ] = None
    external_reference: CaseReference | None = None


class RegistrationOut(BaseModel):
    """What never leaves the police: a number, time or place would join the two sides (the wall, rule 1)."""

    number: str
    occurred_at: datetime
    place: str | None
    status: IncidentStatus
    created_at: datetime
    version: int


class SummaryOut(BaseModel):
    """What an NGO may learn, in codes."""

    relation: Relation
    violence_forms: list[ViolenceForm]
    children_present: bool | None


Block = Literal["registration", "summary", "account", "offences"]


class IncidentOut(BaseModel):
    """An incident as the asker may see it. A block is null where it is not readable, or where there is none."""

    id: UUID
    project_id: UUID
    citizen_id: UUID
    track: Track
    controller_id: UUID
    registration: RegistrationOut | None
    summary: SummaryOut | None
    account: str | None
    offences: list[str] | None
    external_reference: str | None = own_reference()
    withheld: list[Block] = Field(description="Blocks that the role or the state withholds from the asker.")


class IncidentList(PageQuery):
    """Filters of the list."""

    citizen_id: UUID | None = None


class PairLinkIn(Strict):
    """The two sides of one relationship."""

    model_config = example(
        {
            "victim_id": "b1d2c3e4-0a1b-4c2d-8e3f-4a5b6c7d8e9f",
            "perpetrator_id": "9f8e7d6c-5b4a-4f3e-8d2c-1b0a9f8e7d6c",
        }
    )

    victim_id: UUID
    perpetrator_id: UUID


class PairLinkOut(BaseModel):
    """That two of the police's citizens are the two sides of one relationship."""

    id: UUID
    project_id: UUID
    victim_id: UUID
    perpetrator_id: UUID
    created_at: datetime
    version: int


class PairLinkList(PageQuery):
    """Filters of the list."""

    citizen_id: Annotated[UUID | None, Field(description="Either side.")] = None
