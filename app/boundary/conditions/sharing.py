"""Words on consent and relationship: what opens a citizen's data to another."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import Boolean, ColumnElement, FromClause, Select, and_, any_, exists, func, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import (
    citizen_of,
    citizens,
    consents,
    covered,
    disclosures,
    is_over,
    names,
    one,
    referrals,
    relied_on,
    sees,
    there_is,
    word,
)

if TYPE_CHECKING:
    from app.boundary.policy import Category


BLOCKS = frozenset({"data_key", "identity", "cpr", "residence", "contact", "address", "background"})
"""What a citizen is written down as. No policy of a citizen's looks back at these, so that they may ask for the citizen
themselves: once planned and begun for all rows of a statement, where the function is begun for each."""


@word
def registered_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation registered the citizen."""
    if category.name not in BLOCKS:
        return func.has_registered(row.c.citizen_id, asker.organisation, type_=Boolean)
    citizen = citizens()
    known = one(citizen).where(citizen.c.id == row.c.citizen_id, citizen.c.organisation_id == asker.organisation)
    return there_is(known, row)


@word
def both_registered_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation registered both sides of a pair, each on its own side, in the row's project."""

    def registered(side: ColumnElement[Any], track: str) -> ColumnElement[bool]:
        citizen = citizens()
        return there_is(
            one(citizen).where(
                citizen.c.id == side,
                citizen.c.organisation_id == asker.organisation,
                citizen.c.project_id == row.c.project_id,
                citizen.c.track == literal(track),
            ),
            row,
        )

    return and_(registered(row.c.victim_id, "victim"), registered(row.c.perpetrator_id, "perpetrator"))


@word
def in_relationship(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker registered the citizen, or has accepted a referral of them that did not come to nothing."""
    return or_(
        registered_here(row, asker, category),
        func.has_accepted(row.c.citizen_id, asker.organisation, type_=Boolean),
    )


@word
def consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An active consent of the citizen names the asker and ticks the category's scope (art. 6, 7, 9(2)(a))."""
    consent = consents()
    return there_is(
        one(consent).where(consent.c.citizen_id == citizen_of(row), names(consent, asker, category.scope)), row
    )


def _referral_consented(row: FromClause, asker: Asker, scope: str | None) -> ColumnElement[bool]:
    referral, consent = referrals(), consents()
    rests_on = exists(
        one(consent)
        .where(
            consent.c.id == referral.c.consent_id,
            consent.c.citizen_id == referral.c.citizen_id,
            names(consent, asker, scope),
        )
        .correlate(referral)
    )
    return there_is(
        one(referral).where(
            referral.c.id == row.c.referral_id,
            referral.c.citizen_id == row.c.citizen_id,
            rests_on,
        ),
        row,
    )


@word
def referral_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent that the row's referral rests on is active, names the asker and ticks the category's scope.

    Another consent of the same citizen does not keep open what this one opened.
    """
    return _referral_consented(row, asker, category.scope)


@word
def consented_to_bridging(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent that the row's referral rests on is active, names the asker and ticks bridging."""
    return _referral_consented(row, asker, "bridging")


@word
def feedback_allowed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker sent the referral, and its citizen's active consent allows feedback to the sender (wall, rule 9)."""
    consent = consents()
    return and_(
        row.c.sender_id == asker.organisation,
        there_is(
            one(consent).where(
                consent.c.id == row.c.consent_id,
                consent.c.citizen_id == row.c.citizen_id,
                relied_on(consent, asker),
                literal("feedback_to_sender") == any_(consent.c.scopes),
            ),
            row,
        ),
    )


def _disclosed(row: FromClause, asker: Asker, category: "Category") -> tuple[FromClause, Select[tuple[int]]]:
    disclosure, consent = disclosures(), consents()
    rests_on = exists(
        one(consent)
        .where(
            consent.c.id == disclosure.c.consent_id,
            consent.c.citizen_id == disclosure.c.citizen_id,
            names(consent, asker, category.scope),
        )
        .correlate(disclosure)
    )
    return disclosure, one(disclosure).where(
        disclosure.c.citizen_id == citizen_of(row),
        disclosure.c.recipient_id == asker.organisation,
        disclosure.c.category == literal(category.opened_by),
        disclosure.c.source_organisation_id == row.c.organisation_id,
        disclosure.c.opened_at.is_not(None),
        disclosure.c.ended_at.is_(None),
        or_(disclosure.c.valid_until.is_(None), disclosure.c.valid_until > func.now()),
        rests_on,
        ~is_over(disclosure.c.referral_id, disclosure, asker, however=False),
        # Passed on by another than the controller (onward): that one's agreement must stand as well.
        covered(disclosure.c.organisation_id, disclosure, category.covered_as, category.purpose),
    )


@word
def disclosed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An accepted referral passed this controller's category on to the asker, and nothing has ended that.

    Nor has the asker completed the referral as declined by the citizen, or never reached.

    The consent under which it was passed on is itself active, names the asker and ticks the category's scope:
    another consent of the same citizen does not keep open what this one opened. Whoever passed it on has an
    agreement in force that covers it.
    """
    return there_is(_disclosed(row, asker, category)[1], row)


@word
def bridging_active(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has not completed the referral that opened it: what one reads to bridge, one reads while one does.

    That the need was closed ends it as well, by a trigger: it is the controller's own row that both write.
    """
    disclosure, query = _disclosed(row, asker, category)
    return there_is(query.where(~is_over(disclosure.c.referral_id, disclosure, asker, however=True)), row)


@word
def as_passed_on(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row is as it was when it was passed on: a change never reaches earlier recipients (wall, rule 7)."""
    disclosure, query = _disclosed(row, asker, category)
    query = query.where(
        disclosure.c.opened_at >= row.c.updated_at,
        or_(disclosure.c.as_of.is_(None), disclosure.c.as_of >= row.c.updated_at),
    )
    if "superseded_at" in row.c:
        passed_on_at = func.least(disclosure.c.opened_at, disclosure.c.as_of)
        query = query.where(or_(row.c.superseded_at.is_(None), row.c.superseded_at > passed_on_at))
    return there_is(query, row)


@word
def not_passed_on(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """No recipient has accepted this category yet: afterwards the sender keeps its old copy, unchanged."""
    disclosure = disclosures()
    return and_(
        sees("referral", row, asker),
        ~there_is(
            one(disclosure).where(
                disclosure.c.citizen_id == row.c.citizen_id,
                disclosure.c.category == literal(category.name),
                disclosure.c.source_organisation_id == asker.organisation,
                disclosure.c.opened_at.is_not(None),
            ),
            row,
        ),
    )


@word
def contact_lent(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The contact was passed on for an interview, and neither the interview, a withdrawal nor time has ended that.

    It looks at the row alone: the evaluator may look into no consent. Triggers keep the row in step with it.
    """
    return and_(
        row.c.opened_at.is_not(None),
        row.c.ended_at.is_(None),
        or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()),
    )


@word
def given_by_citizen(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen gave this address; one from the CPR register may not reach a private party (CPR-loven)."""
    return row.c.source == literal("citizen")


@word
def not_specially_protected(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """No special address protection, which hides the municipality too; unknown counts as special (wall, rule 11)."""
    return or_(row.c.protection == literal("none"), row.c.protection == literal("name_and_address"))


@word
def of_perpetrator(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row is about the one who uses violence: a victim's consent never opens the other's offences."""
    return row.c.track == literal("perpetrator")
