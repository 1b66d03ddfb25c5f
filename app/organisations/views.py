"""Organisations and their staff as they go in and out."""

from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, AwareDatetime, BaseModel, Field, model_validator

from app.common.cpr import normalise_cvr
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import ShortText
from app.common.views import Strict, example, unless_given
from app.database.columns import Track
from app.gate.paging import Flag, PageQuery
from app.organisations.states import Function, OrganisationStatus, OrganisationType
from app.reference.places import known_municipality, known_police_district

CvrNumber = Annotated[
    str,
    AfterValidator(normalise_cvr),
    Field(description="CVR-nummer: eight digits, modulus 11.", examples=["13585628"], max_length=12),
]
MunicipalityCode = Annotated[
    str, AfterValidator(known_municipality), Field(description="Kommunekode: four digits.", examples=["0751"])
]
PoliceDistrictCode = Annotated[
    str, AfterValidator(known_police_district), Field(description="Politikreds: four digits.", examples=["1461"])
]
Functions = Annotated[list[Function], Field(min_length=1, max_length=7), AfterValidator(distinct)]
Initials = Annotated[ShortText, Field(max_length=40, description="As colleagues know the user; never a full name.")]


class CodeOfTypeError(InvalidValue):
    """A municipality's or police district's code is missing, or stands on something else."""

    code = "code_of_type"
    message_en = "A municipality has a municipality code, a police district a district code, others have neither."
    message_da = "En kommune har en kommunekode, en politikreds en kredskode, andre ingen af delene."


class TracksOfTypeError(InvalidValue):
    """An NGO says which sides it serves; others are not asked."""

    code = "tracks_of_type"
    message_en = "An NGO states the tracks it serves; others state none."
    message_da = "En forening oplyser, hvilke spor den har; andre oplyser ingen."


class OrganisationIn(Strict):
    """A party. Only what belongs to its type may be given."""

    model_config = example({"type": "ngo", "name": "Foreningen Tryg Vej", "cvr": "13585628", "tracks": ["victim"]})

    type: OrganisationType
    name: ShortText
    cvr: CvrNumber | None = None
    municipality_code: MunicipalityCode | None = None
    police_district_code: PoliceDistrictCode | None = None
    tracks: (
        Annotated[
            list[Track],
            Field(min_length=1, max_length=2, description="The sides an NGO serves; NGOs only."),
            AfterValidator(distinct),
        ]
        | None
    ) = None

    @model_validator(mode="after")
    def _of_its_type(self) -> "OrganisationIn":
        is_municipality = self.type is OrganisationType.MUNICIPALITY
        is_police = self.type is OrganisationType.POLICE_DISTRICT
        if (self.municipality_code is not None) != is_municipality:
            raise CodeOfTypeError
        if (self.police_district_code is not None) != is_police:
            raise CodeOfTypeError
        if (self.tracks is not None) != (self.type is OrganisationType.NGO):
            raise TracksOfTypeError
        return self


class OrganisationPatch(Strict):
    """A merge patch: what is left out stays. Type, codes and tracks never change."""

    model_config = example({"cvr": "13585628"})

    name: ShortText = unless_given()
    cvr: CvrNumber | None = None


class OrganisationOut(BaseModel):
    """A party."""

    id: UUID
    type: OrganisationType
    name: str
    cvr: str | None
    municipality_code: str | None
    police_district_code: str | None
    tracks: list[Track] = Field(description="The sides it serves; both for authorities.")
    status: OrganisationStatus
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int


class OrganisationList(PageQuery):
    """Filters of the list."""

    type: OrganisationType | None = None
    status: OrganisationStatus | None = None
    updated_since: Moment | None = None


class StaffIn(Strict):
    """A user of an organisation. An NGO's user works in one track that the NGO serves."""

    model_config = example(
        {
            "organisation_id": "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10",
            "initials": "ÅS",
            "track": "victim",
            "functions": ["caseworker"],
        }
    )

    organisation_id: UUID
    initials: Initials
    track: Track | None = None
    functions: Functions


class StaffOut(BaseModel):
    """A user, known outside the organisation by id only."""

    id: UUID
    organisation_id: UUID
    initials: str
    track: Track | None
    functions: list[Function]
    active: bool
    created_at: AwareDatetime
    updated_at: AwareDatetime
    version: int


class StaffList(PageQuery):
    """Filters of the list."""

    organisation_id: UUID | None = Field(default=None, description="For the operator; others have their own staff.")
    track: Track | None = None
    active: Flag | None = None
    updated_since: Moment | None = None
