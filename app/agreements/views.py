"""Agreements as they go in and out."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, model_validator

from app.agreements.states import AgreementStatus, AgreementType, Purpose
from app.boundary.policy import load
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.views import Strict, example
from app.gate.paging import PageQuery


class UnknownCategoryError(InvalidValue):
    """Not a category of citizens' data that agreements cover."""

    code = "unknown_category"
    message_en = "Agreements cover no such category; the contract lists them at `categories` of AgreementIn."
    message_da = "Aftaler dækker ingen sådan kategori; kontrakten viser dem ved `categories` i AgreementIn."


class ValidityError(InvalidValue):
    """It would end before it begins."""

    code = "ends_before_start"
    message_en = "valid_until must lie after valid_from."
    message_da = "valid_until skal ligge efter valid_from."


def _known_category(name: str) -> str:
    if name not in load().agreement_categories():
        raise UnknownCategoryError
    return name


Category = Annotated[
    str,
    AfterValidator(_known_category),
    Field(
        max_length=60,
        examples=["citizen", "contact"],
        json_schema_extra={"enum": list(load().agreement_categories())},
    ),
]
Sha256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the document, lower-case hex.")]


class AgreementIn(Strict):
    """The terms. They are those of the draft until it is submitted, and never change after."""

    model_config = example(
        {
            "project_id": "c1a1f5b2-6a77-4d0e-9f4e-2f3f7b0d9e12",
            "organisation_id": "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10",
            "counterparty_id": "5f0c7d5a-8f2b-4a87-b6cb-8a1f0b8f6c11",
            "type": "data_processing",
            "categories": ["citizen", "identity", "contact"],
            "purposes": ["intervention"],
            "valid_from": "2022-09-01T00:00:00+02:00",
        }
    )

    project_id: UUID
    organisation_id: UUID
    counterparty_id: UUID = Field(description="For data processing the platform's operator.")
    type: AgreementType
    categories: Annotated[
        list[Category],
        Field(min_length=1, max_length=60, description="The categories of data that it covers, as in the boundary."),
        AfterValidator(distinct),
    ]
    purposes: Annotated[list[Purpose], Field(min_length=1, max_length=2), AfterValidator(distinct)]
    valid_from: Moment
    valid_until: Moment | None = None
    document_sha256: Sha256 | None = None
    supersedes_id: UUID | None = Field(
        default=None, description="The agreement that this one takes the place of, once both sides have signed."
    )

    @model_validator(mode="after")
    def _forwards(self) -> "AgreementIn":
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise ValidityError
        return self


class AgreementOut(BaseModel):
    """An agreement, to its two sides and the operator."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    counterparty_id: UUID
    type: AgreementType
    categories: list[str]
    purposes: list[Purpose]
    valid_from: AwareDatetime
    valid_until: AwareDatetime | None
    document_sha256: str | None
    supersedes_id: UUID | None
    signed_by_organisation_at: AwareDatetime | None
    signed_by_counterparty_at: AwareDatetime | None
    suspended_by_id: UUID | None = Field(description="Who suspended it, and alone may resume it.")
    ended_at: AwareDatetime | None
    status: AgreementStatus
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int


class AgreementList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organisation_id: UUID | None = None
    type: AgreementType | None = None
    status: AgreementStatus | None = None
    updated_since: Moment | None = None
