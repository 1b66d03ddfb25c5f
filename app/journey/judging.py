"""The policy's own words, judged in SQL for one asker and one citizen.

The words are not judged on rows, which would tell whether there are any, but on the place where a row would stand:
this citizen, this project and track, and a controller that the asker knows of, which is itself, whoever registered
the citizen, and those whose data were passed on to it. A word that depends on the single record is left open.
"""

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, any_, func, literal, or_, select, true, union
from sqlalchemy.dialects.postgresql import JSONB

from app.boundary.asker import Asker
from app.boundary.conditions import WORDS
from app.boundary.policy import Category, Operation
from app.citizens.disclosures import opened
from app.consents.states import ConsentStatus
from app.database.columns import table_of
from app.gate.desk import Desk
from app.journey.events import CITIZEN_ID
from app.referrals.states import ReferralStatus

_INTERNAL = frozenset({"data_key", "idempotency", "audit_event", "audit_subject"})


def label_of(category: Category, word: str) -> str:
    """The column of a word's verdict: one for all categories in which it means the same."""
    parts = (word, category.covered_as, category.opened_by, category.scope or "", category.purpose)
    return ".".join(parts)


def records_of(category: Category) -> str:
    """The column with two numbers: the category's records, and those of them that are the asker's own."""
    return f"records.{category.name}"


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
                columns[label_of(category, word)] = WORDS[word](place, asker, category)
            except AttributeError:
                continue  # the record's own column, which a place does not have
    return columns


def _places(desk: Desk) -> FromClause:
    stem, opening = table_of("citizen").alias("stem"), table_of("disclosure").alias("opening")
    seen = select(*stem.c).where(stem.c.id == CITIZEN_ID, desk.readable("citizen", stem)).cte("seen")
    controllers = union(
        select(desk.asker.organisation.label("organisation_id")),
        select(seen.c.organisation_id),
        select(opening.c.source_organisation_id).where(*_received(desk, opening)),
    ).subquery("controllers")
    return (
        select(
            seen.c.id.label("citizen_id"),
            seen.c.project_id,
            seen.c.track,
            seen.c.specially_protected,
            controllers.c.organisation_id,
        )
        .select_from(seen.join(controllers, true()))
        .subquery("place")
    )


def _received(desk: Desk, opening: FromClause) -> list[ColumnElement[bool]]:
    """What was opened to the asker; what is only laid down is not yet its to know."""
    return [
        opening.c.citizen_id == CITIZEN_ID,
        *opened(desk, opening),
        desk.readable("disclosure", opening),
    ]


def _openings(desk: Desk) -> ColumnElement[Any]:
    row = table_of("disclosure").alias("received")
    names = ("category", "source_organisation_id", "consent_id", "referral_id", "opened_at", "valid_until", "ended_at")
    one = func.jsonb_build_object(*(each for name in names for each in (literal(name), row.c[name])))
    return select(func.jsonb_agg(one, type_=JSONB)).where(*_received(desk, row)).scalar_subquery()


def _consents(desk: Desk) -> ColumnElement[Any]:
    row = table_of("consent").alias("held")
    one = func.jsonb_build_object(literal("id"), row.c.id, literal("scopes"), row.c.scopes)
    lasting = or_(row.c.valid_until.is_(None), row.c.valid_until > func.now())
    query = select(func.jsonb_agg(one, type_=JSONB)).where(
        row.c.citizen_id == CITIZEN_ID,
        row.c.status == ConsentStatus.ACTIVE,
        lasting,
        desk.asker.organisation == any_(row.c.recipients),
        desk.readable("consent", row),
    )
    return query.scalar_subquery()


def _agreements(desk: Desk, place: FromClause) -> ColumnElement[Any]:
    row = table_of("agreement_coverage").alias("covering")
    query = select(func.jsonb_object_agg(row.c.category, row.c.agreement_id, type_=JSONB)).where(
        row.c.organisation_id == desk.asker.organisation,
        row.c.project_id == place.c.project_id,
        row.c.valid_from <= func.now(),
        or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()),
    )
    return query.correlate(place).scalar_subquery()


def _count(desk: Desk, category: Category) -> ColumnElement[Any]:
    if not category.allows(desk.role, Operation.READ):
        return func.jsonb_build_array(literal(0), literal(0), type_=JSONB)
    row = table_of(category.table).alias(f"counted_{category.name}")
    about = row.c.id if category.name == "citizen" else row.c.citizen_id
    own = row.c.organisation_id == desk.asker.organisation
    both = func.jsonb_build_array(func.count(), func.count().filter(own), type_=JSONB)
    query = select(both).select_from(row).where(about == CITIZEN_ID, desk.readable(category.name, row))
    if category.name == "referral":
        # To its recipient a referral belongs to no citizen until it is accepted.
        query = query.where(or_(own, row.c.status == ReferralStatus.ACCEPTED))
    return query.scalar_subquery()


def judgement(desk: Desk) -> Select[Any]:
    """A row for each place: every word's verdict, what the asker can read, and what opened it; none for a stranger."""
    place = _places(desk)
    stem = table_of("citizen").alias("registered")
    registered_by = select(stem.c.organisation_id).where(stem.c.id == CITIZEN_ID).scalar_subquery()
    return select(
        *place.c,
        *(each.label(label) for label, each in _judgements(desk, place, desk.asker).items()),
        *(_count(desk, each).label(records_of(each)) for each in explained(desk)),
        _openings(desk).label("openings"),
        _consents(desk).label("consents"),
        _agreements(desk, place).label("agreements"),
        registered_by.label("registered_by"),
    )
