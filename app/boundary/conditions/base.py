"""What the words are made of: the register, bare pictures of the tables they look into, and what they share."""

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


def picture(name: str, columns: str) -> FromClause:
    """A bare picture of a table: the slices own the real one, and the boundary lies below them."""
    return table(name, *(column(each) for each in columns.split())).alias(f"of_{name}")


def coverages() -> FromClause:
    """Which organisation's agreement covers what."""
    return picture("agreement_coverage", "organisation_id project_id category purpose valid_from valid_until")


def consents() -> FromClause:
    """Citizens' consents."""
    return picture("consent", "id citizen_id project_id organisation_id status valid_until recipients scopes")


def disclosures() -> FromClause:
    """What was passed on to whom."""
    return picture(
        "disclosure",
        "citizen_id project_id organisation_id category source_organisation_id recipient_id consent_id referral_id "
        "opened_at as_of ended_at valid_until",
    )


def referrals() -> FromClause:
    """Referrals."""
    return picture("referral", "id citizen_id recipient_id organisation_id consent_id status")


def outcomes() -> FromClause:
    """What recipients wrote of how it went."""
    return picture("referral_outcome", "referral_id organisation_id outcome completed_at")


def citizens() -> FromClause:
    """Citizens' stems."""
    return picture("citizen", "id organisation_id project_id track")


def assignments() -> FromClause:
    """Workers' charges."""
    return picture("assignment", "citizen_id organisation_id staff_id ended_at")


def there_is(query: Select[tuple[int]], row: FromClause) -> ColumnElement[bool]:
    """EXISTS, correlated to the row."""
    return exists(query.correlate(row))


def one(source: FromClause) -> Select[tuple[int]]:
    """SELECT 1 FROM `source`."""
    return select(literal_column("1")).select_from(source)


def citizen_of(row: FromClause) -> ColumnElement[Any]:
    """The citizen a row is about; the stem is about itself."""
    return row.c.citizen_id if "citizen_id" in row.c else row.c.id


def project_of(row: FromClause) -> ColumnElement[Any]:
    """The project a row belongs to; a project is its own."""
    return row.c.project_id if "project_id" in row.c else row.c.id


def covered(organisation: ColumnElement[Any], row: FromClause, name: str, purpose: str) -> ColumnElement[bool]:
    """Whether an organisation's agreement in the row's project covers a category for a purpose, now."""
    coverage = coverages()
    return there_is(
        one(coverage).where(
            coverage.c.organisation_id == organisation,
            coverage.c.project_id == project_of(row),
            coverage.c.category == literal(name),
            coverage.c.purpose == literal(purpose),
            coverage.c.valid_from <= func.now(),
            or_(coverage.c.valid_until.is_(None), coverage.c.valid_until > func.now()),
        ),
        row,
    )


def sees(name: str, row: FromClause, asker: Asker) -> ColumnElement[bool]:
    """Whether the asker's agreement lets it see what is looked for.

    Row-level policies hold inside a condition too: "there is none" must not come of not being allowed to look.
    """
    return covered(asker.organisation, row, name, "intervention")


def active(consent: FromClause) -> ColumnElement[bool]:
    """Whether a consent is signed and has not ended."""
    return and_(
        consent.c.status == literal("active"),
        or_(consent.c.valid_until.is_(None), consent.c.valid_until > func.now()),
    )


def is_over(referral_id: ColumnElement[Any], row: FromClause, asker: Asker, *, however: bool) -> ColumnElement[bool]:
    """Whether the asker has completed a referral to it: `however` it went, or else without ever working together.

    It looks at the asker's own record, and ends nothing in the sender's: how it went is told to the sender only with
    the citizen's consent (the wall, rule 9). Who sees that a referral was accepted sees this as well.
    """
    outcome = outcomes()
    query = one(outcome).where(
        outcome.c.referral_id == referral_id,
        outcome.c.organisation_id == asker.organisation,
        outcome.c.completed_at.is_not(None),
    )
    if not however:
        query = query.where(or_(*(outcome.c.outcome == literal(each) for each in CAME_TO_NOTHING)))
    return there_is(query, row)


CAME_TO_NOTHING = ("declined", "not_reached")
"""Outcomes of a referral after which there is nobody to read the citizen for."""
CONSENT, INTERVENTION = "consent", "intervention"
"""As agreements name it, and what for."""


def relied_on(consent: FromClause, asker: Asker) -> ColumnElement[bool]:
    """Whether the asker may act on a consent now: it is active, and agreements cover it, the asker's and its holder's.

    Who holds a consent reads it without (it is the evidence, and can be withdrawn): what rests on it asks here.
    """
    return and_(
        active(consent),
        covered(asker.organisation, consent, CONSENT, INTERVENTION),
        covered(consent.c.organisation_id, consent, CONSENT, INTERVENTION),
    )


def names(consent: FromClause, asker: Asker, scope: str | None) -> ColumnElement[bool]:
    """Whether a consent that the asker may rely on names it and ticks a scope."""
    return and_(
        relied_on(consent, asker),
        asker.organisation == any_(consent.c.recipients),
        literal(scope) == any_(consent.c.scopes),
    )
