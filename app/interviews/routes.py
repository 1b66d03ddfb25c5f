"""Interview candidates over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.interviews import candidates, passing_on
from app.interviews.views import (
    CandidateAsked,
    CandidateDeclined,
    CandidateIn,
    CandidateList,
    CandidateOut,
    ContactPassedOn,
)

router = GatedRouter(prefix="/v1/interview-candidates", tags=["Interviews"])


@router.post("", status_code=201, operation_id="proposeInterview")
async def propose(
    new: CandidateIn, response: Response, desk: Annotated[Desk, needs("interview_candidate", CREATE)]
) -> CandidateOut:
    """Propose a citizen on one's own course for an interview (interviewkandidat) by the project's evaluator.

    A citizen is asked once (409 `already-proposed`), unless the candidate was cancelled.
    """
    made = await candidates.propose(desk, new)
    return answer(response, made, location=f"/v1/interview-candidates/{made.view.id}")


@router.get("", operation_id="listInterviewCandidates")
async def page(
    query: Annotated[CandidateList, Query()],
    desk: Annotated[Desk, needs("interview_candidate", READ, action="list")],
) -> Page[CandidateOut]:
    """One's own candidates, newest first."""
    return await candidates.page(desk, query)


@router.get("/{candidate_id}", operation_id="getInterviewCandidate")
async def get(
    candidate_id: UUID, response: Response, desk: Annotated[Desk, needs("interview_candidate", READ)]
) -> CandidateOut:
    """A candidate."""
    return answer(response, await candidates.get(desk, candidate_id))


@router.post("/{candidate_id}/ask", operation_id="askInterviewCandidate")
async def ask(
    candidate_id: UUID,
    asked: CandidateAsked,
    response: Response,
    desk: Annotated[Desk, needs("interview_candidate", UPDATE, action="ask")],
) -> CandidateOut:
    """The citizen was told what the interview is for, and asked: proposed -> asked."""
    return answer(response, await candidates.ask(desk, candidate_id, asked))


@router.post("/{candidate_id}/consent", operation_id="registerInterviewConsent")
async def consent(
    candidate_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("interview_candidate", UPDATE, action="consent")],
) -> CandidateOut:
    """The citizen signed: asked -> consented.

    It needs an active consent of the citizen with the scope `evaluation_interview` that names the evaluator as a
    recipient (409 `interview-consent-missing`); the latest signed of them is taken. A withdrawal cancels the candidate.
    """
    return answer(response, await candidates.consent(desk, candidate_id))


@router.post("/{candidate_id}/decline", operation_id="declineInterview")
async def decline(
    candidate_id: UUID,
    declined: CandidateDeclined,
    response: Response,
    desk: Annotated[Desk, needs("interview_candidate", UPDATE, action="decline")],
) -> CandidateOut:
    """The citizen does not want to (frasagt): asked -> declined. Help goes on as before."""
    return answer(response, await candidates.decline(desk, candidate_id, declined))


@router.post("/{candidate_id}/pass-on-contact", operation_id="passOnInterviewContact")
async def pass_on_contact(
    candidate_id: UUID,
    contact: ContactPassedOn,
    response: Response,
    desk: Annotated[Desk, needs("interview_candidate", UPDATE, action="pass_on_contact")],
) -> CandidateOut:
    """Pass the contact on to the evaluator: consented -> contact_passed_on.

    Only channels and hours of the citizen's safe contact (422 `unsafe_channel`, `outside_safe_hours`,
    `message_not_safe`, `device_shared`). Not while the citizen is under special protection (409
    `interview-contact-protected`), nor once the consent has ended (409 `interview-consent-missing`). The evaluator
    reads it at `/v1/interview-contacts` until the interview is held, the consent ends or runs out, or special
    protection is raised. A change of one's own registration of the citizen's contact takes it back: the candidate is
    `consented` again.
    """
    return answer(response, await passing_on.pass_on(desk, candidate_id, contact))


@router.post("/{candidate_id}/cancel", operation_id="cancelInterview")
async def cancel(
    candidate_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("interview_candidate", UPDATE, action="cancel")],
) -> CandidateOut:
    """There shall be no interview: the candidate is cancelled, and a contact passed on ends at once."""
    return answer(response, await candidates.cancel(desk, candidate_id))
