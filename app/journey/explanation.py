"""Why the asker may see a category of a citizen's data, or may not: the policy's own words, judged one by one.

The words are not judged on rows, which would tell whether there are any, but on the place where a row would stand:
this citizen, this project and track, and a controller that the asker knows of, which is itself, whoever registered
the citizen, and those whose data were passed on to it. A word that depends on the single record is left open.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Uuid, any_, exists, func, literal, or_, select, true, union

from app.boundary.asker import Asker
from app.boundary.conditions import WORDS
from app.boundary.policy import Category, Cell, Operation
from app.boundary.words import wordings
from app.citizens.states import AddressProtection
from app.common.errors import NotFound
from app.consents.states import ConsentStatus
from app.database.columns import Track, table_of
from app.gate.desk import Desk
from app.journey.explanation_views import (
    AccessExplanation,
    AskerOut,
    CategoryExplanation,
    ConditionOut,
    Origin,
    WayOut,
)
from app.journey.recipients import seen_by
from app.organisations.states import Function, OrganisationType
from app.referrals.states import ReferralStatus

_INTERNAL = frozenset({"data_key", "idempotency", "audit_event", "audit_subject"})
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

    def judged(self, category: Category, word: str) -> bool | None:
        """Whether the word holds here; None where it depends on the single record."""
        found: bool | None = self.row.get(_label(category, word))
        return found


def _label(category: Category, word: str) -> str:
    parts = (word, category.covered_as, category.opened_by, category.scope or "", category.purpose)
    return ".".join(parts)


def explained(desk: Desk) -> list[Category]:
    """The categories of data about a citizen."""
    return [
        category
        for category in desk.policy.categories.values()
        if category.citizen_data
        and category.name not in _INTERNAL
        and (category.name == "citizen" or "citizen_id" in table_of(category.table).c)
    ]


def _words(desk: Desk, category: Category) -> set[str]:
    cells = category.cells_for(desk.role, Operation.READ)
    return {
        *category.every.get(desk.role, ()),
        *(word for cell in cells for word in cell.when),
        *(word for narrowing in category.narrow for word in narrowing.when),
    }


def _judgements(desk: Desk, place: FromClause, asker: Asker) -> dict[str, ColumnElement[bool]]:
    """A column for each word with what it depends on; none for a word that needs the record itself."""
    columns: dict[str, ColumnElement[bool]] = {}
    for category in explained(desk):
        for word in _words(desk, category):
            try:
                columns[_label(category, word)] = WORDS[word](place, asker, category)
            except AttributeError:
                continue  # the record's own column, which a place does not have
    return columns


def _places(desk: Desk, citizen_id: UUID) -> FromClause:
    stem, opening = table_of("citizen").alias("stem"), table_of("disclosure").alias("opening")
    seen = select(*stem.c).where(stem.c.id == citizen_id, desk.readable("citizen", stem)).cte("seen")
    controllers = union(
        select(literal(desk.organisation_id, Uuid).label("organisation_id")),
        select(seen.c.organisation_id),
        select(opening.c.source_organisation_id).where(*_received(desk, opening, citizen_id)),
    ).subquery("controllers")
    return (
        select(seen.c.id.label("citizen_id"), seen.c.project_id, seen.c.track, controllers.c.organisation_id)
        .select_from(seen.join(controllers, true()))
        .subquery("place")
    )


def _received(desk: Desk, opening: FromClause, citizen_id: UUID) -> list[ColumnElement[bool]]:
    """What was opened to the asker; what is only laid down is not yet its to know."""
    return [
        opening.c.citizen_id == citizen_id,
        opening.c.recipient_id == desk.organisation_id,
        opening.c.opened_at.is_not(None),
        desk.readable("disclosure", opening),
    ]


def _openings(desk: Desk, citizen_id: UUID) -> ColumnElement[Any]:
    row = table_of("disclosure").alias("received")
    names = ("category", "source_organisation_id", "consent_id", "referral_id", "opened_at", "valid_until", "ended_at")
    one = func.jsonb_build_object(*(each for name in names for each in (literal(name), row.c[name])))
    return select(func.jsonb_agg(one)).where(*_received(desk, row, citizen_id)).scalar_subquery()


def _consents(desk: Desk, citizen_id: UUID) -> ColumnElement[Any]:
    row = table_of("consent").alias("held")
    one = func.jsonb_build_object(literal("id"), row.c.id, literal("scopes"), row.c.scopes)
    lasting = or_(row.c.valid_until.is_(None), row.c.valid_until > func.now())
    query = select(func.jsonb_agg(one)).where(
        row.c.citizen_id == citizen_id,
        row.c.status == ConsentStatus.ACTIVE,
        lasting,
        literal(desk.organisation_id, Uuid) == any_(row.c.recipients),
        desk.readable("consent", row),
    )
    return query.scalar_subquery()


def _agreements(desk: Desk, place: FromClause) -> ColumnElement[Any]:
    row = table_of("agreement_coverage").alias("covering")
    query = select(func.jsonb_object_agg(row.c.category, row.c.agreement_id)).where(
        row.c.organisation_id == desk.organisation_id,
        row.c.project_id == place.c.project_id,
        row.c.valid_from <= func.now(),
        or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()),
    )
    return query.correlate(place).scalar_subquery()


def _count(desk: Desk, category: Category, citizen_id: UUID) -> ColumnElement[int]:
    if not category.allows(desk.role, Operation.READ):
        return literal(0)
    row = table_of(category.table).alias(f"counted_{category.name}")
    about = row.c.id if category.name == "citizen" else row.c.citizen_id
    query = select(func.count()).select_from(row).where(about == citizen_id, desk.readable(category.name, row))
    if category.name == "referral":
        # To its recipient a referral belongs to no citizen until it is accepted.
        own = row.c.organisation_id == desk.organisation_id
        query = query.where(or_(own, row.c.status == ReferralStatus.ACCEPTED))
    return query.scalar_subquery()


def _specially_protected(desk: Desk, citizen_id: UUID) -> ColumnElement[bool]:
    row = table_of("citizen_identity").alias("protection")
    return exists(
        select(row.c.id).where(
            row.c.citizen_id == citizen_id,
            row.c.address_protection == AddressProtection.SPECIAL,
            desk.readable("identity", row),
        )
    )


async def explain(desk: Desk, citizen_id: UUID) -> AccessExplanation:
    """Judge every category for the asker, in one statement; then tell who may see the asker's own data.

    Raises:
        NotFound: the citizen is not the asker's to see.
    """
    place = _places(desk, citizen_id)
    rows = await desk.rows(
        select(
            *place.c,
            *(each.label(label) for label, each in _judgements(desk, place, desk.asker).items()),
            *(_count(desk, each, citizen_id).label(f"records.{each.name}") for each in explained(desk)),
            _openings(desk, citizen_id).label("openings"),
            _consents(desk, citizen_id).label("consents"),
            _agreements(desk, place).label("agreements"),
            _specially_protected(desk, citizen_id).label("special"),
            select(table_of("citizen").c.organisation_id)
            .where(table_of("citizen").c.id == citizen_id)
            .scalar_subquery()
            .label("registered_by"),
        )
    )
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
    records = facts[f"records.{category.name}"]
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
        records=records,
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
    if not passed_on and any(way.holds for way in ways):
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
        _condition(word, place.judged(category, word) if origin != "addressed" or word not in _OF_CONTROLLER else None)
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
    hidden = place.row["special"] and place.organisation_id != desk.organisation_id
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
