"""Proposing citizens for an interview, asking them, and what they answered."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import any_, literal, select

from app.citizens.stem import about
from app.common.errors import NotFound
from app.common.workdays import danish_date
from app.consents.states import Scope
from app.courses.errors import day_before
from app.courses.listing import filters_of, newest_first, own_by_track
from app.courses.states import CourseStatus
from app.database.columns import table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, keyset
from app.gate.references import kept
from app.gate.resources import Tagged, matched, require_transition, row_etag
from app.interviews import errors
from app.interviews.states import INTERVIEW_TRANSITIONS, InterviewStatus
from app.interviews.tables import InterviewCandidate
from app.interviews.views import CandidateAsked, CandidateDeclined, CandidateIn, CandidateList, CandidateOut
from app.measurements.errors import CourseNeverStarted
from app.organisations.states import OrganisationType

Row = Mapping[Any, Any]

CANDIDATES = table_of(InterviewCandidate.__tablename__)
CONSENTS = table_of("consent")


async def propose(desk: Desk, new: CandidateIn) -> Tagged[CandidateOut]:
    """Note that the citizen of a course of one's own could be interviewed.

    Raises:
        AlreadyProposed: to the same evaluator, and not cancelled; a no is not asked again.
    """
    try:
        course = await kept(desk, "course", new.course_id)
    except NotFound:
        raise unknown_reference("/course_id") from None
    if course["status"] == CourseStatus.NOT_STARTED:
        raise CourseNeverStarted
    await _require_evaluator(desk, new.evaluator_id, course["project_id"])
    row = {
        **about(desk, course),
        "course_id": new.course_id,
        "evaluator_id": new.evaluator_id,
        "status": InterviewStatus.PROPOSED,
        **dict.fromkeys(
            ("consent_id", "contact_id", "asked_on", "answered_on", "contact_passed_on_at", "completed_on")
        ),
    }
    try:
        await desk.insert("interview_candidate", row, refers="/course_id")
    except asyncpg.UniqueViolationError as error:
        raise errors.AlreadyProposed from error
    return tagged(desk, row)


async def get(desk: Desk, candidate_id: UUID) -> Tagged[CandidateOut]:
    """A candidate of one's own."""
    return tagged(desk, await desk.find("interview_candidate", candidate_id))


async def page(desk: Desk, query: CandidateList) -> Page[CandidateOut]:
    """One's own candidates, newest first."""
    keys = keyset(desk, query, "interview-candidates")
    wanted = filters_of(query, CANDIDATES)
    rows = await newest_first(
        desk, "interview_candidate", keys, lambda template: own_by_track(template, CANDIDATES, wanted), wanted
    )
    return keys.page(rows, [_out(row) for row in rows[: query.limit]])


async def ask(desk: Desk, candidate_id: UUID, asked: CandidateAsked) -> Tagged[CandidateOut]:
    """The citizen was told what the interview is for, and asked."""
    row = await about_to(desk, candidate_id, InterviewStatus.ASKED)
    changes = {"status": InterviewStatus.ASKED, "asked_on": asked.asked_on}
    return tagged(desk, await desk.update("interview_candidate", row, changes))


async def consent(desk: Desk, candidate_id: UUID) -> Tagged[CandidateOut]:
    """The citizen signed a consent to it: on the day of the signature, or of asking where it stood signed by then."""
    known = await desk.find("interview_candidate", candidate_id)
    row, given = await about_to_by_consent(desk, known, InterviewStatus.CONSENTED)
    changes = {
        "status": InterviewStatus.CONSENTED,
        "consent_id": given["id"],
        "answered_on": max(danish_date(given["signed_at"]), row["asked_on"]),
    }
    return tagged(desk, await desk.update("interview_candidate", row, changes))


async def decline(desk: Desk, candidate_id: UUID, declined: CandidateDeclined) -> Tagged[CandidateOut]:
    """The citizen said no; help goes on as before."""
    row = await about_to(desk, candidate_id, InterviewStatus.DECLINED)
    if declined.answered_on < row["asked_on"]:
        raise day_before("/answered_on", "before_asked", "the day of asking", "dagen, hvor borgeren blev spurgt")
    changes = {"status": InterviewStatus.DECLINED, "answered_on": declined.answered_on}
    return tagged(desk, await desk.update("interview_candidate", row, changes))


async def cancel(desk: Desk, candidate_id: UUID) -> Tagged[CandidateOut]:
    """There shall be no interview; a contact that was passed on ends, and a trigger erases it."""
    row = await about_to(desk, candidate_id, InterviewStatus.CANCELLED)
    return tagged(desk, await desk.update("interview_candidate", row, {"status": InterviewStatus.CANCELLED}))


# --- what is asked of it ------------------------------------------------------------------------------


async def about_to(desk: Desk, candidate_id: UUID, to: InterviewStatus) -> Row:
    """A candidate held for a transition from its present version."""
    row = await matched(desk, "interview_candidate", candidate_id)
    require_transition(INTERVIEW_TRANSITIONS, InterviewStatus(row["status"]), to)
    return row


async def about_to_by_consent(desk: Desk, known: Row, to: InterviewStatus) -> tuple[Row, Row]:
    """A candidate held for a transition that rests on the citizen's consent, and that consent.

    The consent is held first, as a withdrawal takes the two, and until the end of the transaction: a withdrawal comes
    before, or after.

    Args:
        known: the candidate as it was found, not held yet.

    Raises:
        InterviewConsentMissing: there is none that the asker may read.
    """
    given = await _consent_to(desk, known)
    row = await about_to(desk, known["id"], to)
    if given is None or row["consent_id"] != known["consent_id"]:
        raise errors.InterviewConsentMissing
    return row, given


async def _consent_to(desk: Desk, candidate: Row) -> Row | None:
    """The citizen's active consent to an interview by this evaluator: the one it rests on, else the latest signed."""
    query = (
        select(CONSENTS.c.id, CONSENTS.c.signed_at)
        .where(
            CONSENTS.c.citizen_id == candidate["citizen_id"],
            desk.relied_on(CONSENTS),
            literal(candidate["evaluator_id"]) == any_(CONSENTS.c.recipients),
            literal(Scope.EVALUATION_INTERVIEW.value) == any_(CONSENTS.c.scopes),
        )
        .order_by(CONSENTS.c.signed_at.desc())
        .with_for_update(read=True)
    )
    if candidate["consent_id"] is not None:
        query = query.where(CONSENTS.c.id == candidate["consent_id"])
    return await desk.row(query)


async def _require_evaluator(desk: Desk, evaluator_id: UUID, project_id: UUID) -> None:
    organisation, partner = table_of("organisation"), table_of("project_partner")
    found = await desk.row(
        select(organisation.c.id)
        .join(partner, partner.c.organisation_id == organisation.c.id)
        .where(
            organisation.c.id == evaluator_id,
            organisation.c.type == OrganisationType.EVALUATOR,
            partner.c.project_id == project_id,
            partner.c.ended_at.is_(None),
            desk.readable("organisation"),
            desk.readable("project_partner"),
        )
    )
    if found is None:
        raise unknown_reference("/evaluator_id")


# --- as it goes out -----------------------------------------------------------------------------------


def _out(row: Row) -> CandidateOut:
    return CandidateOut.model_validate({name: row[name] for name in CandidateOut.model_fields})


def tagged(desk: Desk, row: Row) -> Tagged[CandidateOut]:
    """A candidate with its ETag."""
    desk.event.record_id = row["id"]
    return Tagged(_out(row), row_etag("interview_candidate", row))
