"""The condition words of `policy.toml`, each with its one meaning in SQL.

A word is a function of (row, asker, category). The same function makes the application's where-clause
(the asker bound as values) and the row-level policy (the asker read from the transaction's settings).

Two rules learnt the hard way: every sub-select is an EXISTS correlated explicitly to the row (an IN
is hashed anew for each row, an uncorrelated one adds the outer table to its own FROM), and only
`=`/`<` on uuid, text and timestamps are used, since other operators are not leakproof and would
lose the index under row-level security.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    and_,
    any_,
    column,
    exists,
    func,
    literal,
    literal_column,
    or_,
    select,
    table,
    true,
)

from app.boundary.asker import Asker

if TYPE_CHECKING:
    from app.boundary.policy import Category

Word = Callable[[FromClause, Asker, "Category"], ColumnElement[bool]]

WORDS: dict[str, Word] = {}
"""Every word a cell may use; `policy.load` refuses any other."""


def word(function: Word) -> Word:
    """Register a condition word under its function's name."""
    WORDS[function.__name__] = function
    return function


# Consent and agreement are judged at one instant throughout a request: now() is the transaction's start. What
# ends something writes a state or '-infinity', never "now", so that a transaction already begun sees it too.


# Bare pictures of the tables that conditions look into: the slices own the real ones, and the boundary,
# which lies below them, must not import them.
def _picture(name: str, columns: str) -> FromClause:
    return table(name, *(column(each) for each in columns.split())).alias(f"of_{name}")


def _coverage() -> FromClause:
    return _picture("agreement_coverage", "organisation_id project_id category valid_from valid_until")


def _consent() -> FromClause:
    return _picture("consent", "id citizen_id status valid_until recipients scopes")


def _disclosure() -> FromClause:
    return _picture(
        "disclosure",
        "citizen_id category source_organisation_id recipient_id opened_at ended_at valid_until",
    )


def _referral() -> FromClause:
    return _picture("referral", "id citizen_id recipient_id organisation_id status")


def _citizen() -> FromClause:
    return _picture("citizen", "id organisation_id")


def _assignment() -> FromClause:
    return _picture("assignment", "citizen_id organisation_id staff_id ended_at")


def _there_is(query: Select[tuple[int]], row: FromClause) -> ColumnElement[bool]:
    return exists(query.correlate(row))


def _one(source: FromClause) -> Select[tuple[int]]:
    return select(literal_column("1")).select_from(source)


def citizen_of(row: FromClause) -> ColumnElement[Any]:
    """The citizen a row is about; the stem is about itself."""
    return row.c.citizen_id if "citizen_id" in row.c else row.c.id


# --- who the row belongs to -------------------------------------------------------------------------


@word
def anyone(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Open to everyone who holds the role: reference data and the like, never a citizen's."""
    return true()


@word
def own(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation is the controller of this row (GDPR art. 4(7))."""
    return row.c.organisation_id == asker.organisation


@word
def in_track(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row's track is the asker's, or the asker works in no single track (police, municipality)."""
    return or_(asker.track.is_(None), row.c.track == asker.track)


@word
def in_own_track(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row's track is the asker's one track; a user without a track sees nothing (wall, rule 4)."""
    return row.c.track == asker.track


# --- agreements -------------------------------------------------------------------------------------


def _covered(organisation: ColumnElement[Any], row: FromClause, category: "Category") -> ColumnElement[bool]:
    coverage = _coverage()
    return _there_is(
        _one(coverage).where(
            coverage.c.organisation_id == organisation,
            coverage.c.project_id == row.c.project_id,
            coverage.c.category == literal(category.covered_as),
            coverage.c.valid_from <= func.now(),
            or_(coverage.c.valid_until.is_(None), coverage.c.valid_until > func.now()),
        ),
        row,
    )


@word
def agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's databehandleraftale in the row's project is in force and covers the category (art. 28)."""
    return _covered(asker.organisation, row, category)


@word
def controller_agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """So is the agreement of the controller whose row it is."""
    return _covered(row.c.organisation_id, row, category)


# --- consent and relationship -----------------------------------------------------------------------


def _active_consent(row: FromClause, asker: Asker, scope: ColumnElement[str]) -> tuple[FromClause, Select[tuple[int]]]:
    consent = _consent()
    return consent, _one(consent).where(
        consent.c.citizen_id == citizen_of(row),
        consent.c.status == literal("active"),
        or_(consent.c.valid_until.is_(None), consent.c.valid_until > func.now()),
        asker.organisation == any_(consent.c.recipients),
        scope == any_(consent.c.scopes),
    )


@word
def consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An active consent of the citizen names the asker and ticks the category's scope (art. 6, 7, 9(2)(a))."""
    return _there_is(_active_consent(row, asker, literal(category.scope))[1], row)


@word
def consented_to_bridging(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An active consent of the citizen names the asker for the passing on to other services."""
    return _there_is(_active_consent(row, asker, literal("bridging"))[1], row)


@word
def feedback_allowed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker sent the referral, and its citizen's active consent allows feedback to the sender (wall, rule 9)."""
    consent = _consent()
    return and_(
        row.c.sender_id == asker.organisation,
        _there_is(
            _one(consent).where(
                consent.c.id == row.c.consent_id,
                consent.c.status == literal("active"),
                or_(consent.c.valid_until.is_(None), consent.c.valid_until > func.now()),
                literal("feedback_to_sender") == any_(consent.c.scopes),
            ),
            row,
        ),
    )


@word
def disclosed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An accepted referral passed this controller's category on to the asker, and nothing has ended that."""
    disclosure = _disclosure()
    return _there_is(
        _one(disclosure).where(
            disclosure.c.citizen_id == citizen_of(row),
            disclosure.c.recipient_id == asker.organisation,
            disclosure.c.category == literal(category.opened_by),
            disclosure.c.source_organisation_id == row.c.organisation_id,
            disclosure.c.opened_at.is_not(None),
            disclosure.c.ended_at.is_(None),
            or_(disclosure.c.valid_until.is_(None), disclosure.c.valid_until > func.now()),
        ),
        row,
    )


@word
def registered_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation registered the citizen."""
    citizen = _citizen()
    return _there_is(
        _one(citizen).where(citizen.c.id == row.c.citizen_id, citizen.c.organisation_id == asker.organisation),
        row,
    )


@word
def both_registered_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation registered both sides of a pair."""

    def registered(side: ColumnElement[Any]) -> ColumnElement[bool]:
        citizen = _citizen()
        return _there_is(
            _one(citizen).where(citizen.c.id == side, citizen.c.organisation_id == asker.organisation), row
        )

    return and_(registered(row.c.victim_id), registered(row.c.perpetrator_id))


@word
def in_relationship(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker registered the citizen, or has accepted a referral of them."""
    referral = _referral()
    return or_(
        registered_here(row, asker, category),
        _there_is(
            _one(referral).where(
                referral.c.citizen_id == row.c.citizen_id,
                referral.c.recipient_id == asker.organisation,
                referral.c.status == literal("accepted"),
            ),
            row,
        ),
    )


@word
def not_passed_on(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """No recipient has accepted this category yet: afterwards the sender keeps its old copy, unchanged."""
    disclosure = _disclosure()
    return ~_there_is(
        _one(disclosure).where(
            disclosure.c.citizen_id == row.c.citizen_id,
            disclosure.c.category == literal(category.name),
            disclosure.c.source_organisation_id == asker.organisation,
            disclosure.c.opened_at.is_not(None),
        ),
        row,
    )


@word
def given_by_citizen(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen gave this address; one from the CPR register may not reach a private party (CPR-loven)."""
    return row.c.source == literal("citizen")


@word
def not_specially_protected(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """No special address protection, which hides the municipality too (CPR-loven § 6; wall, rule 11)."""
    return row.c.protection != literal("special")


@word
def of_perpetrator(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row is about the one who uses violence: a victim's consent never opens the other's offences."""
    return row.c.track == literal("perpetrator")


# --- consents, referrals and needs themselves ---------------------------------------------------------


@word
def named(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent names the asker as a recipient, and is more than a draft."""
    return and_(asker.organisation == any_(row.c.recipients), row.c.status != literal("draft"))


@word
def becomes_withdrawn(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Whoever holds a consent may register its withdrawal, and nothing else (art. 7(3))."""
    return row.c.status == literal("withdrawn")


@word
def is_holder(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation obtained the consent that the row belongs to."""
    return row.c.holder_id == asker.organisation


@word
def names_holder(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker holds the consent as a named recipient."""
    consent = _consent()
    return _there_is(
        _one(consent).where(
            consent.c.id == row.c.consent_id,
            asker.organisation == any_(consent.c.recipients),
            consent.c.status == literal("withdrawn"),
        ),
        row,
    )


@word
def addressed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Sent to the asker; a draft is still the sender's own paper."""
    return and_(row.c.recipient_id == asker.organisation, row.c.status != literal("draft"))


@word
def accepted_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has accepted the referral that the row travels with."""
    referral = _referral()
    return _there_is(
        _one(referral).where(
            referral.c.id == row.c.referral_id,
            referral.c.recipient_id == asker.organisation,
            referral.c.status == literal("accepted"),
        ),
        row,
    )


@word
def sent_here(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker wrote the referral that the row travels with."""
    referral = _referral()
    return _there_is(
        _one(referral).where(
            referral.c.id == row.c.referral_id,
            referral.c.organisation_id == asker.organisation,
            referral.c.citizen_id == row.c.citizen_id,
            referral.c.recipient_id == row.c.recipient_id,
        ),
        row,
    )


@word
def consent_covers(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent the row rests on is active, names its recipient, and ticks the row's scope."""
    consent = _consent()
    return _there_is(
        _one(consent).where(
            consent.c.id == row.c.consent_id,
            consent.c.citizen_id == row.c.citizen_id,
            consent.c.status == literal("active"),
            or_(consent.c.valid_until.is_(None), consent.c.valid_until > func.now()),
            row.c.recipient_id == any_(consent.c.recipients),
            row.c.scope == any_(consent.c.scopes),
        ),
        row,
    )


@word
def bridging_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """A referral onward: the active consent it rests on names its recipient and ticks bridging."""
    consent = _consent()
    return and_(
        row.c.kind == literal("bridging"),
        _there_is(
            _one(consent).where(
                consent.c.id == row.c.consent_id,
                consent.c.citizen_id == row.c.citizen_id,
                consent.c.status == literal("active"),
                or_(consent.c.valid_until.is_(None), consent.c.valid_until > func.now()),
                row.c.recipient_id == any_(consent.c.recipients),
                literal("bridging") == any_(consent.c.scopes),
            ),
            row,
        ),
    )


@word
def municipality_runs_courses(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The project's programme has the municipality itself run the courses (BEK 767/2022)."""
    project = _picture("project", "id programme")
    return _there_is(
        _one(project).where(
            project.c.id == row.c.project_id,
            project.c.programme == literal("municipal_maturation_2022_2025"),
        ),
        row,
    )


@word
def source_of_disclosure(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is the controller whose data the disclosure opens."""
    return row.c.source_organisation_id == asker.organisation


@word
def recipient(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is the one the row is meant for."""
    return row.c.recipient_id == asker.organisation


@word
def own_or_received_source(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """What is passed on is the asker's own, or was itself passed on to the asker (onward, for bridging)."""
    disclosure = _disclosure()
    return or_(
        row.c.source_organisation_id == asker.organisation,
        _there_is(
            _one(disclosure).where(
                disclosure.c.citizen_id == row.c.citizen_id,
                disclosure.c.recipient_id == asker.organisation,
                disclosure.c.category == row.c.category,
                disclosure.c.source_organisation_id == row.c.source_organisation_id,
                disclosure.c.opened_at.is_not(None),
                disclosure.c.ended_at.is_(None),
            ),
            row,
        ),
    )


# --- inside an organisation ---------------------------------------------------------------------------


@word
def assigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to the one who asks."""
    assignment = _assignment()
    return _there_is(
        _one(assignment).where(
            assignment.c.citizen_id == citizen_of(row),
            assignment.c.organisation_id == asker.organisation,
            assignment.c.staff_id == asker.staff,
            assignment.c.ended_at.is_(None),
        ),
        row,
    )


@word
def unassigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to nobody in the asker's organisation yet."""
    assignment = _assignment()
    return ~_there_is(
        _one(assignment).where(
            assignment.c.citizen_id == citizen_of(row),
            assignment.c.organisation_id == asker.organisation,
            assignment.c.ended_at.is_(None),
        ),
        row,
    )


@word
def to_oneself(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The assignment is to the one who asks."""
    return row.c.staff_id == asker.staff


# --- agreements, partners, staff, log -----------------------------------------------------------------


@word
def party(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is one of the two sides of the agreement."""
    return or_(row.c.organisation_id == asker.organisation, row.c.counterparty_id == asker.organisation)


@word
def same_project(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is a partner of the row's project."""
    partner = _picture("project_partner", "project_id organisation_id ended_at")
    return _there_is(
        _one(partner).where(
            partner.c.project_id == (row.c.project_id if "project_id" in row.c else row.c.id),
            partner.c.organisation_id == asker.organisation,
            partner.c.ended_at.is_(None),
        ),
        row,
    )


@word
def own_record(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The log is about a record whose controller is the asker's organisation."""
    return row.c.controller_id == asker.organisation
