"""Words on whose row it is, and under which agreement."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, literal, or_, true

from app.boundary.asker import Asker
from app.boundary.conditions.base import covered, one, picture, project_of, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category


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


@word
def of_own_track(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Done on the asker's own side: what one track's workers did stays hidden from the other's (wall, rule 4)."""
    return or_(row.c.track == asker.track, and_(row.c.track.is_(None), asker.track.is_(None)))


@word
def of_own_track_or_none(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Of the asker's own side, or of no side in particular (wall, rule 4)."""
    return or_(row.c.track.is_(None), row.c.track == asker.track)


@word
def own_record(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The log is about a record whose controller is the asker's organisation."""
    return row.c.controller_id == asker.organisation


@word
def agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's databehandleraftale in the row's project is in force and covers category and purpose (art. 28)."""
    return covered(asker.organisation, row, category.covered_as, category.purpose)


@word
def controller_agreed(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """So is the agreement of the controller whose row it is."""
    return covered(row.c.organisation_id, row, category.covered_as, category.purpose)


@word
def municipality_runs_courses(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The project's programme has the municipality itself run the courses (BEK 767/2022)."""
    project = picture("project", "id programme")
    return there_is(
        one(project).where(
            project.c.id == row.c.project_id,
            project.c.programme == literal("municipal_maturation_2022_2025"),
        ),
        row,
    )


@word
def party(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is one of the two sides of the agreement."""
    return or_(row.c.organisation_id == asker.organisation, row.c.counterparty_id == asker.organisation)


@word
def of_evaluator(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row belongs to an evaluator."""
    organisation = picture("organisation", "id type")
    return there_is(
        one(organisation).where(
            organisation.c.id == row.c.organisation_id, organisation.c.type == literal("evaluator")
        ),
        row,
    )


@word
def asks_as_evaluator(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker's organisation is an evaluator: its login names whom it asks for itself, and could name a party."""
    organisation = picture("organisation", "id type")
    return there_is(
        one(organisation).where(organisation.c.id == asker.organisation, organisation.c.type == literal("evaluator")),
        row,
    )


@word
def same_project(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker is a partner of the row's project."""
    partner = picture("project_partner", "project_id organisation_id ended_at")
    return there_is(
        one(partner).where(
            partner.c.project_id == project_of(row),
            partner.c.organisation_id == asker.organisation,
            partner.c.ended_at.is_(None),
        ),
        row,
    )
