"""Agreements as they go in and out."""

import json
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, field_validator, model_validator

from app.agreements.states import PSEUDONYMISED, AgreementStatus, AgreementType, Purpose
from app.boundary.policy import load
from app.common.jwe import public_key_of
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


class NotAKeyError(InvalidValue):
    """No public key on P-256."""

    code = "not_a_public_key"
    message_en = "x and y must be 32 bytes each, base64url unpadded, and a point on P-256."
    message_da = "x og y skal hver være 32 bytes, base64url uden udfyldning, og et punkt på P-256."


class DeclarationError(InvalidValue):
    """A key and what it is for go together."""

    code = "declaration_incomplete"
    message_en = (
        "Pseudonymised data take a research_declaration with the category pseudonymised, the purpose evaluation and "
        "the recipient's key, all three."
    )
    message_da = (
        "Pseudonymiserede oplysninger kræver en research_declaration med kategorien pseudonymised, formålet evaluation "
        "og modtagerens nøgle, alle tre."
    )


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


Coordinate = Annotated[str, Field(pattern=r"^[A-Za-z0-9_-]{43}$", description="base64url, 32 bytes.")]


class RecipientKey(Strict):
    """A public key on P-256 (RFC 7517), with these members and no others. The private one never leaves its holder."""

    kty: Literal["EC"]
    crv: Literal["P-256"]
    x: Coordinate
    y: Coordinate

    @model_validator(mode="after")
    def _a_point(self) -> "RecipientKey":
        try:
            public_key_of(self.model_dump())
        except ValueError:
            raise NotAKeyError from None
        return self


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
    recipient_key: RecipientKey | None = Field(
        default=None,
        description="Of a `research_declaration` between a controller and an evaluator that covers `pseudonymised` for "
        "`evaluation`: the evaluator's key, to which everything passed on under it is sealed. See docs/vive.md.",
    )

    @model_validator(mode="after")
    def _forwards(self) -> "AgreementIn":
        if self.valid_until is not None and self.valid_until <= self.valid_from:
            raise ValidityError
        return self

    @model_validator(mode="after")
    def _whole_declaration(self) -> "AgreementIn":
        declares = self.type is AgreementType.RESEARCH_DECLARATION and PSEUDONYMISED in self.categories
        if declares != (self.recipient_key is not None) or (declares and Purpose.EVALUATION not in self.purposes):
            raise DeclarationError
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
    recipient_key: RecipientKey | None
    signed_by_organisation_at: AwareDatetime | None
    signed_by_counterparty_at: AwareDatetime | None
    suspended_by_id: UUID | None = Field(description="Who suspended it, and alone may resume it.")
    ended_at: AwareDatetime | None
    status: AgreementStatus
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int

    @field_validator("recipient_key", mode="before")
    @classmethod
    def _as_stored(cls, value: object) -> object:
        return json.loads(value) if isinstance(value, str) else value


class AgreementList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organisation_id: UUID | None = None
    type: AgreementType | None = None
    status: AgreementStatus | None = None
    updated_since: Moment | None = None
