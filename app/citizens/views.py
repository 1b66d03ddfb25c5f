"""Citizens as they go in and out. Nothing here inherits from a table."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, ValidationInfo, field_validator

from app.citizens.states import AddressProtection, AddressSource, Channel, CitizenStatus, IdentifiedBy, Sex
from app.common.citizen_text import CaseReference
from app.common.cpr import cpr_birth_date, normalise_cpr
from app.common.days import ImplausibleDay, today
from app.common.moments import Moment
from app.common.phones import normalise_phone
from app.common.problem import InvalidValue
from app.common.text import ShortText
from app.common.views import Strict, example
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.reference.places import known_municipality

CprNumber = Annotated[
    str,
    AfterValidator(normalise_cpr),
    Field(description="CPR-nummer: ten digits, with or without hyphen.", examples=["0101588035"], max_length=11),
]
PhoneNumber = Annotated[
    str, AfterValidator(normalise_phone), Field(description="E.164, or eight Danish digits.", max_length=20)
]
EmailAddress = Annotated[ShortText, Field(pattern=r"^[^@\s]+@[^@\s]+\.[^@\s]+$", description="An e-mail address.")]
MunicipalityCode = Annotated[
    str, AfterValidator(known_municipality), Field(description="Kommunekode: four digits.", examples=["0751"])
]


class BirthDateDiffersError(InvalidValue):
    """CPR number and birth date are of two people."""

    code = "birth_date_differs"
    message_en = "Birth date and CPR number do not belong together."
    message_da = "Fødselsdato og CPR-nummer hører ikke sammen."


class IdentityIn(Strict):
    """Name, birth date and protection. Without `cpr` a CPR number already registered stays."""

    given_name: ShortText
    family_name: ShortText
    cpr: CprNumber | None = None
    birth_date: date
    municipality_code: MunicipalityCode | None = None
    address_protection: AddressProtection = AddressProtection.UNKNOWN
    interpreter_language: Annotated[str, Field(pattern=r"^[a-z]{2,3}$", description="ISO 639.")] | None = None

    @property
    def specially_protected(self) -> bool:
        """Whether municipality and NGO are hidden as well."""
        return self.address_protection is AddressProtection.SPECIAL

    @field_validator("birth_date")
    @classmethod
    def _one_person(cls, birth_date: date, info: ValidationInfo) -> date:
        # The CPR number is declared before it, so that it is known here.
        if not date(1850, 1, 1) <= birth_date <= today():
            raise ImplausibleDay
        cpr = info.data.get("cpr")
        born = cpr_birth_date(cpr) if cpr else None
        if born and born != birth_date:
            raise BirthDateDiffersError
        return birth_date


class IdentityOut(BaseModel):
    """Identity as the asker may read it; `cpr` and `municipality_code` are categories of their own."""

    source_organisation_id: UUID | None = Field(description="Whose registration this is; null where hidden.")
    cpr: str | None
    given_name: str
    family_name: str
    birth_date: date
    municipality_code: str | None
    address_protection: AddressProtection
    interpreter_language: str | None


class EndsBeforeStartError(InvalidValue):
    """Hours that end before they begin; a night is two of them."""

    code = "ends_before_start"
    message_en = "to_time must be later than from_time."
    message_da = "to_time skal ligge efter from_time."


class SafeHours(Strict):
    """When the citizen can be reached, in Europe/Copenhagen."""

    weekday: Annotated[int, Field(ge=1, le=7, description="1 is Monday.")]
    from_time: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]
    to_time: Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]

    @field_validator("to_time")
    @classmethod
    def _forwards(cls, to_time: str, info: ValidationInfo) -> str:
        if to_time <= info.data.get("from_time", ""):
            raise EndsBeforeStartError
        return to_time


class ContactIn(Strict):
    """How the citizen may be reached without danger. What is not said is taken for unsafe."""

    phone: PhoneNumber | None = None
    email: EmailAddress | None = None
    safe_channels: list[Channel] = Field(default_factory=list, max_length=6)
    safe_hours: list[SafeHours] = Field(default_factory=list, max_length=21)
    never_leave_message: bool = True
    shared_device: bool = True
    code_phrase: ShortText | None = None


class ContactOut(BaseModel):
    """Contact and safe contact."""

    source_organisation_id: UUID | None
    phone: str | None
    email: str | None
    safe_channels: list[Channel]
    safe_hours: list[SafeHours]
    never_leave_message: bool
    shared_device: bool
    code_phrase: str | None


class BackgroundIn(Strict):
    """Year of birth and sex, as the citizen says: asked for the evaluation, and never derived from the CPR number."""

    model_config = example({"birth_year": 1871, "sex": "female"})

    birth_year: Annotated[int, Field(strict=True, ge=1850, le=2100, description="Fødselsår.")] | None = None
    sex: Sex = Sex.UNKNOWN

    @field_validator("birth_year")
    @classmethod
    def _not_to_come(cls, birth_year: int | None) -> int | None:
        if birth_year is not None and birth_year > today().year:
            raise ImplausibleDay
        return birth_year


class BackgroundOut(BaseModel):
    """What the citizen said of themselves for the evaluation."""

    source_organisation_id: UUID | None
    birth_year: int | None
    sex: Sex


class AddressIn(Strict):
    """An address; protection that is not known counts as protected."""

    lines: Annotated[list[ShortText], Field(min_length=1, max_length=4)]
    postcode: Annotated[str, Field(pattern=r"^[0-9]{4}$")]
    source: AddressSource
    protection: AddressProtection = AddressProtection.UNKNOWN

    @property
    def specially_protected(self) -> bool:
        """Whether municipality and NGO are hidden as well."""
        return self.protection is AddressProtection.SPECIAL


class AddressOut(BaseModel):
    """An address."""

    source_organisation_id: UUID | None
    lines: list[str]
    postcode: str
    source: AddressSource
    protection: AddressProtection


class CitizenIn(Strict):
    """A citizen, with as much as is known."""

    project_id: UUID
    track: Track
    identified_by: IdentifiedBy | None = None
    external_reference: CaseReference | None = None
    identity: IdentityIn | None = None
    contact: ContactIn | None = None
    address: AddressIn | None = None
    background: BackgroundIn | None = None


Category = Literal["identity", "cpr", "residence", "contact", "address", "background"]


class CitizenOut(BaseModel):
    """A citizen as the asker may see them. A block is null where it is not readable, or where there is none."""

    id: UUID
    project_id: UUID
    track: Track
    status: CitizenStatus
    controller_id: UUID | None = Field(description="Who registered the citizen; null where protection hides it.")
    identified_by: IdentifiedBy | None = Field(description="Null once only one's own rows are left.")
    external_reference: str | None = Field(description="The controller's own; null to everyone else.")
    created_at: datetime = Field(description="UTC. For a recipient: when access was opened.")
    updated_at: datetime
    version: int
    identity: IdentityOut | None
    contact: ContactOut | None
    address: AddressOut | None
    background: BackgroundOut | None = Field(description="Baggrund: asked for the evaluation, passed on to nobody.")
    withheld: list[Category] = Field(description="Categories that the role or the state withholds from the asker.")


class CitizenList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    track: Track | None = None
    status: CitizenStatus | None = None
    updated_since: Moment | None = None


class CprSearch(Strict):
    """A search in one's own records and in what was disclosed to one."""

    cpr: CprNumber
