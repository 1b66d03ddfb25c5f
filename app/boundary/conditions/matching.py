"""Words on blind match requests: who may ask whether another knows a citizen, and what the one asked may see of it."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, any_, func, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import consents, covered, one, picture, relied_on, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category

_TICKED = ("identity", "cpr")
"""What a consent ticks whose holder may ask another by the number whether it knows the citizen."""


@word
def match_consented(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen's active consent, obtained by the asker, names the one asked and ticks identity and CPR number.

    The agreement of the one asked covers the number as well.
    """
    consent = consents()
    return and_(
        there_is(
            one(consent).where(
                consent.c.id == row.c.consent_id,
                consent.c.citizen_id == row.c.citizen_id,
                consent.c.organisation_id == asker.organisation,
                relied_on(consent, asker),
                row.c.recipient_id == any_(consent.c.recipients),
                *(literal(scope) == any_(consent.c.scopes) for scope in _TICKED),
            ),
            row,
        ),
        covered(row.c.recipient_id, row, category.covered_as, category.purpose),
    )


@word
def of_own_match_request(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker itself asks, of that organisation, until then: the question says nothing that the request does not."""
    request = picture(
        "match_request", "id project_id organisation_id track recipient_id closes_at valid_until ended_at"
    )
    return there_is(
        one(request).where(
            request.c.id == row.c.request_id,
            request.c.organisation_id == asker.organisation,
            request.c.project_id == row.c.project_id,
            request.c.track == row.c.track,
            request.c.recipient_id == row.c.recipient_id,
            request.c.closes_at == row.c.closes_at,
            request.c.valid_until.is_not_distinct_from(row.c.valid_until),
            request.c.ended_at.is_(None),
        ),
        row,
    )


@word
def match_standing(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The consent that the question rests on was not withdrawn and has not run out; a trigger keeps the row in step."""
    return and_(row.c.ended_at.is_(None), or_(row.c.valid_until.is_(None), row.c.valid_until > func.now()))


@word
def match_known(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The number is that of a citizen whom the asker registered itself, in the question's project and track.

    Not one under special protection; protection that is not known counts as special.
    """
    number = picture("citizen_cpr", "citizen_id project_id organisation_id track blind_index")
    stem = picture("citizen", "id organisation_id specially_protected")
    identity = picture("citizen_identity", "citizen_id organisation_id address_protection")
    return there_is(
        one(number).where(
            number.c.organisation_id == asker.organisation,
            number.c.blind_index == row.c.blind_index,
            number.c.project_id == row.c.project_id,
            number.c.track == row.c.track,
            stem.c.id == number.c.citizen_id,
            stem.c.organisation_id == asker.organisation,
            stem.c.specially_protected.is_(False),
            identity.c.citizen_id == number.c.citizen_id,
            identity.c.organisation_id == asker.organisation,
            or_(*(identity.c.address_protection == literal(each) for each in ("none", "name_and_address"))),
        ),
        row,
    )


@word
def match_open(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """There is still time to answer."""
    return row.c.closes_at > func.now()
