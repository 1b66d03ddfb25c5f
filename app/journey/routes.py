"""Timeline, worklist, explanation and log over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query

from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.journey import explanation, log, timeline, worklist
from app.journey.explanation_views import AccessExplanation
from app.journey.log_views import AccessLogQuery, AccessOut, AuditEventOut, AuditEventQuery
from app.journey.views import Task, TimelineEvent, TimelineQuery, WorklistQuery

router = GatedRouter(prefix="/v1", tags=["Journey"])

_PROGRAMME = (
    *("meeting_decision", "meeting", "training_day", "evaluation_contribution", "interview_contact"),
    *("grant", "grant_budget", "grant_account", "release_approval", "release"),
)
"""What a task can be of, besides the pathway."""


@router.get("/citizens/{citizen_id}/timeline", operation_id="getCitizenTimeline")
async def get_timeline(
    citizen_id: UUID,
    query: Annotated[TimelineQuery, Query()],
    desk: Annotated[Desk, needs("citizen", READ, action="timeline")],
) -> Page[TimelineEvent]:
    """The citizen's journey (borgerforløb) as far as the caller may see it, oldest first.

    A recipient sees when its access was opened, and nothing of when or how the sender came to know the citizen.
    """
    return await timeline.timeline(desk, citizen_id, query)


@router.get("/worklist", operation_id="getWorklist")
async def get_worklist(
    query: Annotated[WorklistQuery, Query()],
    desk: Annotated[Desk, needs("referral", READ, action="worklist", otherwise=_PROGRAMME)],
) -> Page[Task]:
    """What waits for the caller, soonest due first, as far as the token reads it: any of its scopes opens the list.

    Referrals to answer, citizens to contact, withdrawals and ends of access to acknowledge, follow-ups due within 14
    days, consents that expire within 30, sessions without an outcome, consents not yet signed; for a coordinator also
    citizens without a worker, contributions to the evaluation (evalueringsbidrag) due within 14 days, releases to
    approve, meetings to attend within 14 days, and decisions of meetings that the organisation owes, due within 14 days
    or on no day. Deadlines count in Danish working days (hverdage): acute 1, soon 3, routine 5. A caseworker gets what
    is assigned to them or to nobody.

    The agency's: applications, changes of budget and accounts to decide, meetings to hold, minutes to approve. The
    evaluator's: interviews to hold, contributions to follow up. Who gives a training day: that it is held and
    registered. The operator's: releases to publish, and for the disclosure officer to check.

    Without an agreement in force the list has what needs none; 403 where the token reads nothing of that.
    """
    return await worklist.worklist(desk, query)


@router.get("/citizens/{citizen_id}/access-explanation", operation_id="explainCitizenAccess")
async def explain_access(
    citizen_id: UUID, desk: Annotated[Desk, needs("citizen", READ, action="explain")]
) -> AccessExplanation:
    """What the caller may see of a citizen and what not, each with the conditions that hold or fail.

    It says nothing of whether anyone has registered anything. A controller is also told who may see its own data:
    since when, until when, by which consent and referral.
    """
    return await explanation.explain(desk, citizen_id)


@router.get("/citizens/{citizen_id}/access-log", operation_id="getCitizenAccessLog")
async def get_access_log(
    citizen_id: UUID,
    query: Annotated[AccessLogQuery, Query()],
    desk: Annotated[Desk, needs("audit_subject", READ, action="list")],
) -> Page[AccessOut]:
    """Who looked at or changed what of the citizen's data, newest first.

    What the caller's own users did, and what others' did with the caller's own records. Coordinators and case systems
    see all of it, a caseworker that of citizens assigned to them.
    """
    return await log.access_log(desk, citizen_id, query)


@router.get("/audit-events", operation_id="listAuditEvents")
async def list_audit_events(
    query: Annotated[AuditEventQuery, Query()], desk: Annotated[Desk, needs("audit_event", READ, action="list")]
) -> Page[AuditEventOut]:
    """What the organisation's own users and systems did, and were refused, newest first.

    A caseworker sees their own events only; in an NGO nobody sees the other track's.
    """
    return await log.audit_events(desk, query)
