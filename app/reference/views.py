"""Reference data as they go out."""

from pydantic import BaseModel, ConfigDict, Field

from app.reference.lists import LimitPeriod, LimitRule


class _FromData(BaseModel):
    model_config = ConfigDict(from_attributes=True)


class MunicipalityOut(_FromData):
    """A municipality (kommune)."""

    code: str = Field(description="Kommunekode: four digits, as text.", examples=["0751"])
    name: str
    region: str
    police_district_code: str = Field(description="The police district that it lies in.", examples=["1461"])


class PoliceDistrictOut(_FromData):
    """A police district (politikreds)."""

    code: str = Field(examples=["1461"])
    name: str


class CodeOut(_FromData):
    """One code."""

    code: str
    label_da: str
    label_en: str


class CodeListOut(_FromData):
    """A list of codes, in the order to show them."""

    name: str
    label_da: str
    label_en: str
    codes: list[CodeOut]


class ExpenseCategoryOut(_FromData):
    """What a grant may be spent on, or may not."""

    programmes: list[str] = Field(description="Codes of the list `programme`.")
    code: str = Field(description="Unique within a programme.")
    label_da: str
    label_en: str
    eligible: bool
    annual_limit_oere: int | None = Field(description="In øre; null without a limit.")
    limit_rule: LimitRule | None = Field(
        description="Whether the limit itself is allowed (`at_most`) or not (`below`)."
    )
    limit_period: LimitPeriod | None
    legal_basis: str
