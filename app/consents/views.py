"""Consent forms and consents as they go in and out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from app.citizens.states import Channel
from app.common.citizen_text import CaseReference
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import LongText, ShortText
from app.common.views import Strict, example, own_reference, unless_given
from app.consents.states import ConsentStatus, Method, Scope, Withdrawer
from app.database.columns import Track
from app.gate.paging import Flag, PageQuery

FormLanguage = Literal["da", "en"]
Scopes = Annotated[
    list[Scope],
    Field(min_length=1, max_length=len(Scope), description="Each its own tick; none is implied by another."),
    AfterValidator(distinct),
]
Recipients = Annotated[
    list[UUID],
    Field(min_length=1, max_length=50, description="Organisations, each a current partner of the project."),
    AfterValidator(distinct),
]
Fingerprint = Annotated[
    str, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the signed document, which stays with its holder.")
]


class NoticeMissingError(InvalidValue):
    """English is offered but there is no English notice."""

    code = "notice_missing"
    message_en = "A language that is offered needs its notice, and Danish is always offered."
    message_da = "Et sprog, der tilbydes, skal have sin tekst, og dansk tilbydes altid."


class ConsentFormIn(Strict):
    """A version of the form that citizens sign; it never changes, a change is a new version."""

    model_config = example(
        {
            "project_id": "8c7c2f0e-5d0b-4c39-9a51-0e6a4f6b7d21",
            "name": "Samtykkeerklæring",
            "languages": ["da"],
            "notice_da": "Du kan trække samtykket tilbage når som helst, lige så let som du gav det.",
            "recipients": ["3f0b5f4e-1c55-4c0e-8f5e-7d6a0c1b2e93"],
            "scopes": ["contact", "identity", "bridging"],
        }
    )

    project_id: UUID
    name: ShortText
    languages: Annotated[list[FormLanguage], Field(min_length=1, max_length=2), AfterValidator(distinct)]
    notice_da: LongText
    notice_en: LongText | None = None
    recipients: Recipients
    scopes: Scopes
    valid_months: Annotated[int, Field(ge=1, le=60, description="How long a consent may last, in months.")] = 24

    @model_validator(mode="after")
    def _noticed(self) -> "ConsentFormIn":
        if "da" not in self.languages or ("en" in self.languages) != (self.notice_en is not None):
            raise NoticeMissingError
        return self


class ConsentFormOut(BaseModel):
    """One version of a form; its recipients and scopes bound what a consent may cover (GDPR 7(2), 13)."""

    id: UUID
    project_id: UUID
    name: str
    form_version: int = Field(description="Counts up within project and name, from 1.")
    languages: list[FormLanguage]
    notice_da: str
    notice_en: str | None
    recipients: list[UUID]
    scopes: list[Scope]
    valid_months: int
    created_at: datetime
    retired_at: datetime | None = Field(description="UTC; from then on nobody signs this version.")
    version: int


class ConsentFormList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    name: ShortText | None = None
    retired: Flag | None = None


class ConsentIn(Strict):
    """A draft: what the citizen is about to sign. Every scope and every recipient is given; none is presumed."""

    model_config = example(
        {
            "citizen_id": "b1d2c3e4-0a1b-4c2d-8e3f-4a5b6c7d8e9f",
            "form_version_id": "5e6f7a8b-9c0d-4e1f-8a2b-3c4d5e6f7a8b",
            "language": "da",
            "method": "paper",
            "scopes": ["contact", "identity"],
            "recipients": ["3f0b5f4e-1c55-4c0e-8f5e-7d6a0c1b2e93"],
            "informed_by": "PBA",
        }
    )

    citizen_id: UUID
    form_version_id: UUID
    language: FormLanguage
    method: Method
    scopes: Scopes
    recipients: Recipients
    informed_by: Annotated[ShortText, Field(description="Who informed the citizen: initials or function.")]
    document_sha256: Fingerprint | None = None
    supersedes_id: Annotated[UUID | None, Field(description="An earlier consent that this one replaces.")] = None
    external_reference: CaseReference | None = None


class ConsentPatch(Strict):
    """A merge patch (RFC 7396) of a draft: members left out stay; null removes the two that may be absent."""

    model_config = example({"scopes": ["contact", "identity", "bridging"], "document_sha256": None})

    form_version_id: UUID = unless_given()
    language: FormLanguage = unless_given()
    method: Method = unless_given()
    scopes: Scopes = unless_given()
    recipients: Recipients = unless_given()
    informed_by: ShortText = unless_given()
    document_sha256: Fingerprint | None = unless_given()
    supersedes_id: UUID | None = unless_given()


class SignatureIn(Strict):
    """When the citizen signed, and how long it holds."""

    model_config = example({"signed_at": "2026-02-03T10:15:00+01:00"})

    signed_at: Annotated[Moment, Field(description="Not in the future.")]
    valid_until: Annotated[
        Moment | None, Field(description="At most, and by default, the form's `valid_months` after signing.")
    ] = None


class WithdrawalIn(Strict):
    """Who brought the withdrawal, and how. No reason is asked for."""

    model_config = example({"withdrawn_by": "citizen", "withdrawal_channel": "phone"})

    withdrawn_by: Withdrawer
    withdrawal_channel: Channel


class ConsentOut(BaseModel):
    """A consent as it was signed."""

    id: UUID
    project_id: UUID
    citizen_id: UUID
    track: Track
    holder_id: UUID | None = Field(description="Who obtained it; null where `withheld`.")
    form_version_id: UUID
    language: FormLanguage
    method: Method
    scopes: list[Scope]
    recipients: list[UUID] = Field(
        description="Whom it names. A recipient sees the others once it may read the citizen's identity, and never "
        "under special protection."
    )
    informed_by: str | None = Field(description="To its holder only.")
    signed_at: datetime | None
    valid_until: datetime | None
    document_sha256: str | None
    supersedes_id: UUID | None = Field(description="To its holder only.")
    status: ConsentStatus
    withdrawn_at: datetime | None
    withdrawn_by: Withdrawer | None
    withdrawal_channel: Channel | None
    version: int
    external_reference: str | None = own_reference()
    withheld: list[Literal["recipients"]] = Field(description="`recipients`: there may be others than oneself.")


class ConsentList(PageQuery):
    """Filters of the list."""

    citizen_id: UUID | None = None
    status: ConsentStatus | None = None
    held: Annotated[
        Literal["own", "named"] | None, Field(description="Those one obtained, or those of others that name one.")
    ] = None
    recipient_id: Annotated[UUID | None, Field(description="Among one's own; or oneself.")] = None
    updated_since: Moment | None = None


class AcknowledgementOut(BaseModel):
    """Whether a recipient has said that it acted on the withdrawal."""

    organisation_id: UUID
    acknowledged_at: datetime | None
    due_on: date = Field(description="Three working days (hverdage) after the withdrawal, in Denmark.")
    overdue: bool


class AcknowledgementList(BaseModel):
    """To the holder: every recipient. To a recipient: itself. Empty unless the consent is withdrawn."""

    items: list[AcknowledgementOut]
