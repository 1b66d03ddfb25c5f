"""Why the asker may see a category of a citizen's data, or may not, laid out from what `judging` found."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.boundary.policy import Category, Cell, Operation
from app.boundary.words import wordings
from app.common.errors import NotFound
from app.database.columns import Track
from app.gate.desk import Desk
from app.journey.explanation_views import (
    AccessExplanation,
    AskerOut,
    CategoryExplanation,
    ConditionOut,
    Origin,
    WayOut,
)
from app.journey.judging import explained, judgement, label_of, records_of
from app.journey.recipients import seen_by
from app.organisations.states import Function, OrganisationType

_NEVER = (
    "Rollen kan aldrig se oplysningerne.",
    "The role can never see the data.",
)
_ONLY_OWN = (
    "I kan kun se, hvad jeres egen organisation har registreret.",
    "You can only see what your own organisation registered.",
)
_OPEN = ("I må se oplysningerne.", "You may see the data.")
_BY_RECORD = (
    "Det afhænger af den enkelte oplysning.",
    "It depends on the single record.",
)
_OF_CONTROLLER = frozenset({"own", "controller_agreed"})
"""Words about whose record it is, which is not known of records that others address to the asker."""


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a row would stand, judged: one for each controller that the asker knows of."""

    organisation_id: UUID
    row: Mapping[Any, Any]

    def judged(self, category: Category, word: str, origin: Origin | None = None) -> bool | None:
        """Whether the word holds here; None where it depends on the single record.

        Every row at the asker's own place would be its own. To explain a way is to say whether there are any: where
        the asker registered the citizen, what is registered of them is its own; otherwise the records tell.
        """
        if word == "own" and origin == "own":
            _, own_records = self.row[records_of(category)]
            return bool(self.row["registered_by"] == self.organisation_id or own_records)
        found: bool | None = self.row.get(label_of(category, word))
        return found


async def explain(desk: Desk, citizen_id: UUID) -> AccessExplanation:
    """Judge every category for the asker, in one statement; then tell who may see the asker's own data.

    Raises:
        NotFound: the citizen is not the asker's to see.
    """
    rows = await desk.fetch("explanation", judgement, citizen_id=citizen_id)
    if not rows:
        raise NotFound
    places = [_Place(row["organisation_id"], row) for row in rows]
    desk.event.record_id = citizen_id
    desk.saw("citizen", {**rows[0], "id": citizen_id, "organisation_id": rows[0]["registered_by"]})
    return AccessExplanation(
        citizen_id=citizen_id,
        asker=AskerOut(
            organisation_id=desk.organisation_id,
            organisation_type=OrganisationType(desk.role),
            track=Track(desk.principal.track) if desk.principal.track else None,
            roles=sorted(Function(each) for each in desk.principal.functions),
        ),
        categories=[_category(desk, each, places) for each in explained(desk)],
        seen_by=await seen_by(desk, citizen_id),
    )


def _category(desk: Desk, category: Category, places: Sequence[_Place]) -> CategoryExplanation:
    cells = list(category.cells_for(desk.role, Operation.READ))
    ways = [way for cell in cells for way in _ways(desk, category, cell, places)]
    facts = places[0].row
    records, _ = facts[records_of(category)]
    registered = facts["registered_by"] == desk.organisation_id
    readable = records > 0 or any(
        way.holds and (way.origin == "passed_on" or (way.origin == "own" and registered)) for way in ways
    )
    reason_da, reason_en = _reason(ways, readable=readable)
    return CategoryExplanation(
        category=category.name,
        label_da=category.label_da,
        label_en=category.label_en,
        readable=readable,
        records=records if desk.carries(category.name) else None,
        reason_da=reason_da,
        reason_en=reason_en,
        ways=ways,
    )


def _reason(ways: Sequence[WayOut], *, readable: bool) -> tuple[str, str]:
    if not ways:
        return _NEVER
    if readable:
        return _OPEN
    passed_on = [way for way in ways if way.origin == "passed_on"]
    if not passed_on and any(_lacks_only_own(way) for way in ways):
        return _ONLY_OWN
    nearest = min(
        (way for way in passed_on or ways if way.holds is False),
        key=lambda way: sum(each.holds is False for each in way.conditions),
        default=None,
    )
    if nearest is None:
        return _BY_RECORD
    failing = [each for each in nearest.conditions if each.holds is False]
    return " ".join(each.text_da for each in failing), " ".join(each.text_en for each in failing)


def _lacks_only_own(way: WayOut) -> bool:
    """A way that opens with the first record of the asker's own."""
    return {each.word for each in way.conditions if not each.holds} <= {"own"}


def _ways(desk: Desk, category: Category, cell: Cell, places: Sequence[_Place]) -> Iterator[WayOut]:
    own = [place for place in places if place.organisation_id == desk.organisation_id]
    if "own" in cell.when:
        yield from (_way(desk, category, cell, place, "own") for place in own)
    elif "disclosed" in cell.when:
        others = [place for place in places if place.organisation_id != desk.organisation_id]
        yield from (_way(desk, category, cell, place, "passed_on") for place in others)
    else:
        yield from (_way(desk, category, cell, place, "addressed") for place in own)


def _way(desk: Desk, category: Category, cell: Cell, place: _Place, origin: Origin) -> WayOut:
    conditions = [
        _condition(
            word, place.judged(category, word, origin) if origin != "addressed" or word not in _OF_CONTROLLER else None
        )
        for word in (*category.every.get(desk.role, ()), *cell.when)
    ]
    conditions += _of_function(desk, category, place)
    holds = [each.holds for each in conditions]
    opening = _opening(category, place) if origin == "passed_on" else {}
    consent_id = opening.get("consent_id")
    if origin != "passed_on" and "consented" in cell.when:
        consent_id = next(
            (each["id"] for each in place.row["consents"] or () if category.scope in each["scopes"]), None
        )
    hidden = place.row["specially_protected"] and place.organisation_id != desk.organisation_id
    return WayOut(
        origin=origin,
        source_organisation_id=None if hidden or origin == "addressed" else place.organisation_id,
        holds=False if False in holds else None if None in holds else True,
        legal_basis=cell.basis,
        conditions=conditions,
        agreement_id=(place.row["agreements"] or {}).get(category.covered_as),
        consent_id=consent_id,
        referral_id=opening.get("referral_id"),
        opened_at=opening.get("opened_at"),
        valid_until=opening.get("valid_until"),
        ended_at=opening.get("ended_at"),
    )


def _opening(category: Category, place: _Place) -> Mapping[str, Any]:
    """The asker's access to this controller's category: one that stands, else the last that did."""
    found = [
        each
        for each in place.row["openings"] or ()
        if each["category"] == category.opened_by and each["source_organisation_id"] == str(place.organisation_id)
    ]
    return max(found, key=lambda each: (each["ended_at"] is None, each["opened_at"]), default={})


def _of_function(desk: Desk, category: Category, place: _Place) -> list[ConditionOut]:
    """What the user's functions reach: one that does, with its words; else all that do not."""
    if not category.narrow or desk.role not in category.every:
        return []
    ways = [
        [(word, place.judged(category, word)) for word in narrowing.when]
        for narrowing in category.narrow
        if narrowing.function in desk.principal.functions and Operation.READ in narrowing.operations
    ]
    for way in ways:
        if all(holds for _, holds in way):
            return [_condition(word, holds) for word, holds in way]
    return [_condition(word, holds) for way in ways for word, holds in way] or [_condition("function", holds=False)]


def _condition(word: str, holds: bool | None) -> ConditionOut:
    wording = wordings()[word]
    return ConditionOut(
        word=word,
        holds=holds,
        text_da=wording.fails_da if holds is False else wording.holds_da,
        text_en=wording.fails_en if holds is False else wording.holds_en,
    )
