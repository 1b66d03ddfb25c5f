"""Words on the evaluation: which citizens' data a build may read, and who reads what it made."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, and_, any_, func, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import active, citizen_of, consents, covered, one, picture, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category

QUESTIONNAIRE, COUPLE_LINK = "evaluation_questionnaire", "evaluation_couple_link"


def _consents_to(citizen: ColumnElement[Any], row: FromClause, *scopes: str) -> ColumnElement[bool]:
    """Whether one active consent of a citizen ticks all these scopes. What is made anonymous has no recipient."""
    consent = consents()
    return there_is(
        one(consent).where(
            consent.c.citizen_id == citizen,
            active(consent),
            *(literal(scope) == any_(consent.c.scopes) for scope in scopes),
        ),
        row,
    )


@word
def evaluation_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """An active consent of the citizen ticks the evaluation's questionnaires (art. 6(1)(a), 7)."""
    return _consents_to(citizen_of(row), row, QUESTIONNAIRE)


@word
def ticks_evaluation(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent is active and ticks the evaluation's questionnaires."""
    return and_(active(row), literal(QUESTIONNAIRE) == any_(row.c.scopes))


@word
def evaluation_agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The agreement of the controller whose row it is covers the category for the evaluation (art. 28(3)(a))."""
    return covered(row.c.organisation_id, row, category.covered_as, "evaluation")


@word
def both_consented_to_link(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Both sides gave a consent to the evaluation that ticks the couple's link as well (the wall, rule 1)."""
    return and_(
        *(_consents_to(row.c[side], row, QUESTIONNAIRE, COUPLE_LINK) for side in ("victim_id", "perpetrator_id"))
    )


@word
def of_evaluated_course(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The cost was for a course of a citizen who consented to the evaluation."""
    of_course = picture("cost_course", "cost_id citizen_id")
    consent = consents()
    consented = there_is(
        one(consent).where(
            consent.c.citizen_id == of_course.c.citizen_id,
            active(consent),
            literal(QUESTIONNAIRE) == any_(consent.c.scopes),
        ),
        of_course,
    )
    return there_is(one(of_course).where(of_course.c.cost_id == row.c.id, consented), row)


# --- what a build made --------------------------------------------------------------------------------


@word
def published(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The release is published; of one that was recalled its tombstone remains."""
    return or_(row.c.status == literal("published"), row.c.status == literal("recalled"))


@word
def of_own_project(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """One of the release's projects is one that the asker is a partner of."""
    partner = picture("project_partner", "project_id organisation_id ended_at")
    return there_is(
        one(partner).where(
            partner.c.project_id == any_(row.c.project_ids),
            partner.c.organisation_id == asker.organisation,
            partner.c.ended_at.is_(None),
        ),
        row,
    )


@word
def of_published_release(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """It is of the build that was published; of a recalled release nothing is handed out."""
    release = picture("release", "id build_id status")
    return there_is(
        one(release).where(
            release.c.id == row.c.release_id,
            release.c.build_id == row.c.build_id,
            release.c.status == literal("published"),
        ),
        row,
    )


# --- the pseudonymised tier -----------------------------------------------------------------------------


def _in_force(row: FromClause) -> ColumnElement[bool]:
    return and_(row.c.valid_from <= func.now(), or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()))


@word
def in_force(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The recipient declaration is signed by both, and neither suspended, ended nor run out."""
    return _in_force(row)


@word
def declared(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """A recipient declaration in force, of the controller whose citizens these are, names the row's recipient."""
    declaration = picture(
        "recipient_declaration", "agreement_id project_id organisation_id recipient_id valid_from valid_until"
    )
    same = ("agreement_id", "project_id", "organisation_id", "recipient_id")
    return there_is(
        one(declaration).where(*(declaration.c[name] == row.c[name] for name in same), _in_force(declaration)), row
    )


@word
def still_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Neither a withdrawal, special protection nor time has ended the consent that the row rests on (art. 7(3)).

    It looks at the row alone: the evaluator may look into no consent, and the row does not say whose it is. Triggers
    keep the row in step.
    """
    return and_(row.c.ended_at.is_(None), or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()))


@word
def run_out(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent, or the declaration by its own terms, has run out: nobody reads the row, and it is to be erased."""
    return or_(row.c.valid_until <= func.now(), row.c.declared_until <= func.now())
