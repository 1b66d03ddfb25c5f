"""Contacts for interviews over HTTP: the evaluator's, apart from research data."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.interviews import contacts
from app.interviews.views import ContactBrief, ContactList, ContactOut, InterviewClosed, InterviewHeld

router = GatedRouter(prefix="/v1/interview-contacts", tags=["Interviews"])


@router.get("", operation_id="listInterviewContacts")
async def page(
    query: Annotated[ContactList, Query()], desk: Annotated[Desk, needs("interview_contact", READ, action="list")]
) -> Page[ContactBrief]:
    """The evaluator's contacts that wait for an interview, the last passed on first, without what is in them.

    What is not here any more has ended: whatever was noted of it elsewhere must be deleted.
    """
    return await contacts.page(desk, query)


@router.get("/{contact_id}", operation_id="getInterviewContact")
async def get(
    contact_id: UUID, response: Response, desk: Annotated[Desk, needs("interview_contact", READ)]
) -> ContactOut:
    """What the interviewer needs to reach one citizen; each reading stands in the citizen's log.

    Read it before each call. It is 404 once the interview was held, the consent was withdrawn or ran out, special
    protection was raised, or an agreement ended.
    """
    return answer(response, await contacts.get(desk, contact_id))


@router.post("/{contact_id}/complete", operation_id="completeInterview")
async def complete(
    contact_id: UUID, held: InterviewHeld, desk: Annotated[Desk, needs("interview_contact", UPDATE, action="complete")]
) -> InterviewClosed:
    """The interview was held (gennemført). The contact is erased: from now on it is 404, a repetition too."""
    return await contacts.complete(desk, contact_id, held)


@router.post("/{contact_id}/not-held", operation_id="interviewNotHeld")
async def not_held(
    contact_id: UUID, desk: Annotated[Desk, needs("interview_contact", UPDATE, action="not_held")]
) -> InterviewClosed:
    """No interview came of it: the citizen said no after all, or was not reached. The contact is erased."""
    return await contacts.not_held(desk, contact_id)
