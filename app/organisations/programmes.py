"""Who may take part in a project: the rules of the two programmes, which are never mixed.

Intervention model: BEK 267/2022 § 6 (a voluntary organisation applies and leads, with one police district and one
to four municipalities within it). Municipal maturation: BEK 767/2022 (three to four municipalities, adult victims).
What bounds from above is judged when a partner comes in; what bounds from below when the project becomes active, and
while it is active when one leaves.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from app.common.problem import Bilingual, FieldError
from app.database.columns import Track
from app.organisations.states import OrganisationType, Programme
from app.reference.places import municipalities


class Rule(StrEnum):
    """The rules by name, as problems name them."""

    NO_POLICE_DISTRICT = "no_police_district"
    NO_NGO = "no_ngo"
    NO_TRAINING_PROVIDER = "no_training_provider"
    NO_OPERATOR = "no_operator"
    LEAD_IS_NGO = "lead_is_ngo"
    LEAD_IS_MUNICIPALITY = "lead_is_municipality"
    ALREADY_PARTNER = "already_partner"
    ONE_LEAD = "one_lead"
    ONE_POLICE_DISTRICT = "one_police_district"
    MUNICIPALITY_ONCE = "municipality_once"
    AT_MOST_FOUR_MUNICIPALITIES = "at_most_four_municipalities"
    MUNICIPALITIES_WITHIN_DISTRICT = "municipalities_within_district"
    LEAD_NGO_REQUIRED = "lead_ngo_required"
    POLICE_DISTRICT_REQUIRED = "police_district_required"
    MUNICIPALITY_REQUIRED = "municipality_required"
    THREE_MUNICIPALITIES_REQUIRED = "three_municipalities_required"
    TRACK_NOT_IN_PROGRAMME = "track_not_in_programme"


_TEXTS: Mapping[Rule, Bilingual] = {
    Rule.NO_POLICE_DISTRICT: Bilingual(
        "No police take part in this programme.", "Politiet deltager ikke i programmet."
    ),
    Rule.NO_NGO: Bilingual("No NGO takes part in this programme.", "Foreninger deltager ikke i programmet."),
    Rule.NO_TRAINING_PROVIDER: Bilingual(
        "No training provider takes part in this programme.", "Kompetenceleverandører deltager ikke i programmet."
    ),
    Rule.NO_OPERATOR: Bilingual("The operator is no partner.", "Driftsorganisationen er ikke partner."),
    Rule.LEAD_IS_NGO: Bilingual("Only an NGO can lead the project.", "Kun en forening kan lede projektet."),
    Rule.LEAD_IS_MUNICIPALITY: Bilingual(
        "Only a municipality can lead the project.", "Kun en kommune kan lede projektet."
    ),
    Rule.ALREADY_PARTNER: Bilingual("The organisation is a partner already.", "Organisationen er allerede partner."),
    Rule.ONE_LEAD: Bilingual("The project has a lead already.", "Projektet har allerede en leder."),
    Rule.ONE_POLICE_DISTRICT: Bilingual(
        "The project has exactly one police district.", "Projektet har netop én politikreds."
    ),
    Rule.MUNICIPALITY_ONCE: Bilingual("The municipality takes part already.", "Kommunen deltager allerede."),
    Rule.AT_MOST_FOUR_MUNICIPALITIES: Bilingual("At most four municipalities.", "Højst fire kommuner."),
    Rule.MUNICIPALITIES_WITHIN_DISTRICT: Bilingual(
        "All municipalities lie within the project's police district.",
        "Alle kommuner ligger i projektets politikreds.",
    ),
    Rule.LEAD_NGO_REQUIRED: Bilingual("An NGO leads the project.", "En forening leder projektet."),
    Rule.POLICE_DISTRICT_REQUIRED: Bilingual("A police district takes part.", "En politikreds deltager."),
    Rule.MUNICIPALITY_REQUIRED: Bilingual("At least one municipality.", "Mindst én kommune."),
    Rule.THREE_MUNICIPALITIES_REQUIRED: Bilingual("At least three municipalities.", "Mindst tre kommuner."),
    Rule.TRACK_NOT_IN_PROGRAMME: Bilingual(
        "The project's programme is not for citizens of this track.",
        "Projektets program er ikke for borgere i dette spor.",
    ),
}

MAX_MUNICIPALITIES = 4


@dataclass(frozen=True, slots=True)
class Party:
    """A partner, present or to be."""

    organisation_id: UUID
    type: OrganisationType
    lead: bool
    municipality_code: str | None = None
    police_district_code: str | None = None

    @property
    def district(self) -> str | None:
        """The police district that it is, or that the municipality lies in."""
        if self.municipality_code is not None:
            return municipalities()[self.municipality_code].police_district_code
        return self.police_district_code


@dataclass(frozen=True, slots=True)
class _Programme:
    """What distinguishes one programme."""

    excluded: Mapping[OrganisationType, Rule]
    lead: OrganisationType
    lead_rule: Rule
    fewest: int
    fewest_rule: Rule
    model: bool
    """Led by an NGO, with one police district that its municipalities lie in."""
    tracks: frozenset[Track]
    """Whom it is for."""


_PROGRAMMES: Mapping[Programme, _Programme] = {
    Programme.INTERVENTION_MODEL: _Programme(
        excluded={
            OrganisationType.TRAINING_PROVIDER: Rule.NO_TRAINING_PROVIDER,
            OrganisationType.OPERATOR: Rule.NO_OPERATOR,
        },
        lead=OrganisationType.NGO,
        lead_rule=Rule.LEAD_IS_NGO,
        fewest=1,
        fewest_rule=Rule.MUNICIPALITY_REQUIRED,
        model=True,
        tracks=frozenset(Track),
    ),
    Programme.MUNICIPAL_MATURATION: _Programme(
        excluded={
            OrganisationType.POLICE_DISTRICT: Rule.NO_POLICE_DISTRICT,
            OrganisationType.NGO: Rule.NO_NGO,
            OrganisationType.OPERATOR: Rule.NO_OPERATOR,
        },
        lead=OrganisationType.MUNICIPALITY,
        lead_rule=Rule.LEAD_IS_MUNICIPALITY,
        fewest=3,
        fewest_rule=Rule.THREE_MUNICIPALITIES_REQUIRED,
        model=False,
        tracks=frozenset({Track.VICTIM}),
    ),
}


def never(programme: Programme, new: Party) -> list[FieldError]:
    """Rules that this partner could not meet in any project of the programme."""
    rules = _PROGRAMMES[programme]
    if new.type in rules.excluded:
        return [_error("/organisation_id", rules.excluded[new.type])]
    if new.lead and new.type is not rules.lead:
        return [_error("/lead", rules.lead_rule)]
    return []


def not_beside(programme: Programme, present: Sequence[Party], new: Party) -> list[FieldError]:
    """Rules that this partner would break beside those already there."""
    broken: list[FieldError] = []
    if any(each.organisation_id == new.organisation_id for each in present):
        broken.append(_error("/organisation_id", Rule.ALREADY_PARTNER))
    elif new.type is OrganisationType.MUNICIPALITY:
        broken += _one_more_municipality(present, new)
    elif new.type is OrganisationType.POLICE_DISTRICT and _of(present, OrganisationType.POLICE_DISTRICT):
        broken.append(_error("/organisation_id", Rule.ONE_POLICE_DISTRICT))
    if _PROGRAMMES[programme].model and new.district and _districts([*present, new]) != {new.district}:
        broken.append(_error("/organisation_id", Rule.MUNICIPALITIES_WITHIN_DISTRICT))
    if new.lead and any(each.lead for each in present):
        broken.append(_error("/lead", Rule.ONE_LEAD))
    return broken


def missing(programme: Programme, present: Sequence[Party]) -> list[FieldError]:
    """What the project still lacks before it can be active."""
    rules = _PROGRAMMES[programme]
    lacking: list[Rule] = []
    if rules.model and not any(each.lead for each in present):
        lacking.append(Rule.LEAD_NGO_REQUIRED)
    if rules.model and not _of(present, OrganisationType.POLICE_DISTRICT):
        lacking.append(Rule.POLICE_DISTRICT_REQUIRED)
    if len(_of(present, OrganisationType.MUNICIPALITY)) < rules.fewest:
        lacking.append(rules.fewest_rule)
    return [_error("", each) for each in lacking]


def not_for(programme: Programme, track: Track) -> list[FieldError]:
    """Whether citizens of the track are outside the programme's target group; pointers are into the citizen."""
    return [] if track in _PROGRAMMES[programme].tracks else [_error("/track", Rule.TRACK_NOT_IN_PROGRAMME)]


def _of(present: Sequence[Party], kind: OrganisationType) -> list[Party]:
    return [each for each in present if each.type is kind]


def _one_more_municipality(present: Sequence[Party], new: Party) -> list[FieldError]:
    others = _of(present, OrganisationType.MUNICIPALITY)
    if any(each.municipality_code == new.municipality_code for each in others):
        return [_error("/organisation_id", Rule.MUNICIPALITY_ONCE)]
    if len(others) >= MAX_MUNICIPALITIES:
        return [_error("/organisation_id", Rule.AT_MOST_FOUR_MUNICIPALITIES)]
    return []


def _districts(parties: Sequence[Party]) -> set[str]:
    return {each.district for each in parties if each.district is not None}


def _error(pointer: str, rule: Rule) -> FieldError:
    text = _TEXTS[rule]
    return FieldError(pointer, rule, text.en, text.da)
