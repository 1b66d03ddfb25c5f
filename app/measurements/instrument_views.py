"""Instruments as they go in and out."""

from collections.abc import Sequence
from datetime import datetime
from itertools import pairwise
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.text import ShortText, clean_line
from app.common.views import Strict, example
from app.gate.paging import PageQuery
from app.measurements.states import InstrumentStatus, ScoringRule, Wave

ItemId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Code = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$", description="The same for all versions.")]
ShownFunction = Literal["caseworker", "coordinator", "integration"]


Wording = Annotated[str, Field(min_length=1, max_length=1000), BeforeValidator(clean_line)]
"""A question as the citizen reads it: one line."""


class DuplicateName(InvalidValue):
    """Two items, bands or types of organisation of the same name."""

    code = "duplicate_item"
    message_en = "Two items, bands or types of organisation have the same name."
    message_da = "To spørgsmål, grænser eller aktørtyper har samme navn."


class ScaleUpsideDown(InvalidValue):
    """The scale's lowest value is not below its highest."""

    code = "scale_upside_down"
    message_en = "The lowest value must be below the highest."
    message_da = "Den laveste værdi skal være under den højeste."


class FactorMisplaced(InvalidValue):
    """`factor` belongs to `sum_times_factor`, and to that alone."""

    code = "factor_misplaced"
    message_en = "`sum_times_factor` takes a factor, and no other rule does."
    message_da = "`sum_times_factor` har en faktor, og det har ingen anden regel."


class LabelOffScale(InvalidValue):
    """A label of a value that the scale does not have, or has one for already."""

    code = "label_off_scale"
    message_en = "Each label belongs to a value of the scale, and no value has two."
    message_da = "Hver tekst hører til en værdi på skalaen, og ingen værdi har to."


class IncompleteScoring(InvalidValue):
    """A sum of fewer items is not comparable: such a rule, and no other, scores complete forms only."""

    code = "incomplete_scoring"
    message_en = "A sum is scored on complete forms only, and then every item is required."
    message_da = "En sum beregnes kun af hele skemaer, og så er alle spørgsmål påkrævede."


class BandsOutOfOrder(InvalidValue):
    """The bands' upper bounds do not rise."""

    code = "bands_out_of_order"
    message_en = "The upper bounds of the bands must rise."
    message_da = "Grænsernes øvre værdier skal stige."


class InstrumentItem(Strict):
    """One question. The wording is the administrator's: it may be licensed, and is never shipped."""

    id: ItemId
    wording_da: Wording | None
    wording_en: Wording | None
    required: Annotated[bool, Field(strict=True)]


class ScaleLabel(Strict):
    """What a value of the scale means, as the citizen reads it."""

    value: Annotated[int, Field(ge=0, le=100)]
    label_da: ShortText
    label_en: ShortText


class InstrumentScoring(Strict):
    """How answers become one whole number; fractions are rounded half up."""

    rule: ScoringRule
    factor: Annotated[int, Field(ge=1, le=100)] | None
    complete: Annotated[
        bool, Field(strict=True, description="Only a form on which every item is answered has a score.")
    ]

    @model_validator(mode="after")
    def _of_its_rule(self) -> "InstrumentScoring":
        if (self.rule is ScoringRule.SUM_TIMES_FACTOR) != (self.factor is not None):
            raise FactorMisplaced
        return self


class InstrumentBand(Strict):
    """Scores up to a bound; what is above the highest band has none."""

    code: ItemId
    label_da: ShortText
    label_en: ShortText
    at_most: Annotated[int, Field(ge=0, le=100_000)]


class InstrumentViewer(Strict):
    """Who may see answers, score and band: these functions in organisations of this type."""

    organisation_type: Literal["municipality", "ngo"]
    functions: Annotated[list[ShownFunction], Field(min_length=1, max_length=3), AfterValidator(distinct)]


def _named_once(names: Sequence[str]) -> None:
    if len({*names}) != len(names):
        raise DuplicateName


_EXAMPLE = {
    "title_da": "WHO-5 trivselsindeks",
    "title_en": "WHO-5 Well-Being Index",
    "items": [{"id": "who5_1", "wording_da": None, "wording_en": None, "required": True}],
    "scale_min": 0,
    "scale_max": 5,
    "scoring": {"rule": "sum_times_factor", "factor": 4, "complete": True},
    "bands": [{"code": "at_most_28", "label_da": "Højst 28", "label_en": "At most 28", "at_most": 28}],
    "waves": ["start", "end"],
    "relevant_change": 10,
    "score_seen_by": [{"organisation_type": "ngo", "functions": ["caseworker", "coordinator"]}],
    "requires_evaluation_consent": True,
}


class InstrumentTerms(Strict):
    """What a version holds; it never changes once it is active."""

    model_config = example(_EXAMPLE)

    title_da: ShortText
    title_en: ShortText
    introduction_da: Wording | None = Field(default=None, description="What the citizen reads before the first item.")
    introduction_en: Wording | None = None
    items: Annotated[list[InstrumentItem], Field(min_length=1, max_length=100)]
    scale_min: Annotated[int, Field(ge=0, le=100)]
    scale_max: Annotated[int, Field(ge=1, le=100)]
    scale_labels: list[ScaleLabel] = Field(
        default_factory=list,
        max_length=101,
        description="A citizen answers by link only where at least both ends have one.",
    )
    scoring: InstrumentScoring
    bands: Annotated[list[InstrumentBand], Field(max_length=20, description="By rising `at_most`.")]
    waves: Annotated[list[Wave], Field(min_length=1, max_length=len(Wave)), AfterValidator(distinct)]
    relevant_change: Annotated[int, Field(ge=1, le=100_000)] | None = None
    score_seen_by: Annotated[
        list[InstrumentViewer],
        Field(max_length=2, description="Empty: nobody among the parties; it is for the evaluation."),
    ]
    requires_evaluation_consent: Annotated[
        bool, Field(strict=True, description="Only with the citizen's consent to `evaluation_questionnaire`.")
    ]

    @model_validator(mode="after")
    def _coherent(self) -> "InstrumentTerms":
        _named_once([each.id for each in self.items])
        _named_once([each.code for each in self.bands])
        _named_once([each.organisation_type for each in self.score_seen_by])
        if self.scale_min >= self.scale_max:
            raise ScaleUpsideDown
        labelled = [each.value for each in self.scale_labels]
        if len({*labelled}) < len(labelled) or any(not self.scale_min <= each <= self.scale_max for each in labelled):
            raise LabelOffScale
        sums = self.scoring.rule is ScoringRule.SUM_TIMES_FACTOR
        optional = any(not each.required for each in self.items)
        if (sums and not self.scoring.complete) or (self.scoring.complete and optional):
            raise IncompleteScoring
        bounds = [each.at_most for each in self.bands]
        if any(lower >= upper for lower, upper in pairwise(bounds)):
            raise BandsOutOfOrder
        return self


class InstrumentIn(InstrumentTerms):
    """The draft of a new version."""

    model_config = example({"code": "who5", **_EXAMPLE})

    code: Code


class InstrumentOut(BaseModel):
    """One version of an instrument."""

    id: UUID
    code: str
    instrument_version: int = Field(description="Counts up within the code, from 1.")
    title_da: str
    title_en: str
    introduction_da: str | None
    introduction_en: str | None
    items: list[InstrumentItem]
    scale_min: int
    scale_max: int
    scale_labels: list[ScaleLabel]
    scoring: InstrumentScoring
    bands: list[InstrumentBand]
    waves: list[Wave]
    relevant_change: int | None = Field(description="A difference of scores that counts, upwards or downwards.")
    score_seen_by: list[InstrumentViewer]
    requires_evaluation_consent: bool
    status: InstrumentStatus
    activated_at: datetime | None
    retired_at: datetime | None
    supersedes_id: UUID | None = Field(description="The version that was in use before this one.")
    created_at: datetime
    updated_at: datetime
    version: int


class InstrumentList(PageQuery):
    """Filters of the list."""

    code: Code | None = None
    status: InstrumentStatus | None = None
    updated_since: Moment | None = None
