"""In which state a record must be for an operation on it, and whose it must be: what a button waits for.

The states are those of the tables that refuse, so that what is offered and what is 409 cannot part. What depends on
other records as well (a consent that has run out, a course that is over) is told by the refusal alone.
"""

from collections.abc import Collection

from app.agreements import states as agreements
from app.citizens.states import ASKED_FOR, CITIZEN_TRANSITIONS, CitizenStatus, IncidentStatus
from app.consents import states as consents
from app.courses.sessions import CHANGEABLE as CHANGEABLE_SESSIONS
from app.courses.states import (
    COURSE_TRANSITIONS,
    IN_SESSION,
    NOT_YET_STARTED,
    SESSION_TRANSITIONS,
    SUPPORT_NEED_OF_CONTROLLER,
    SUPPORT_NEED_OF_RECIPIENT,
    SUPPORT_NEED_TRANSITIONS,
    CourseStatus,
    SessionStatus,
    SupportNeedStatus,
)
from app.courses.support_needs import BEFORE_HANDOVER
from app.evaluation import states as releases
from app.follow_ups.states import FOLLOW_UP_TRANSITIONS, FollowUpStatus
from app.grants import states as grants
from app.integration.imports import states as imports
from app.integration.matching.states import MatchStatus
from app.integration.webhooks.states import WebhookEndpointStatus
from app.interviews.states import (
    CONTRIBUTION_TRANSITIONS,
    INTERVIEW_TRANSITIONS,
    TO_COME,
    ContributionStatus,
    InterviewStatus,
)
from app.journey.ways import Condition, Way, being, empty, into, whose
from app.measurements.states import INSTRUMENT_TRANSITIONS, RESPONSE_TRANSITIONS, InstrumentStatus, ResponseStatus
from app.organisations.states import ORGANISATION_TRANSITIONS, PROJECT_TRANSITIONS, OrganisationStatus, ProjectStatus
from app.programme import states as programme
from app.programme.meeting_service import CHANGEABLE as CHANGEABLE_MEETINGS
from app.referrals.states import RECIPIENT_TRANSITIONS, SENDER_TRANSITIONS, ReferralStatus
from app.resources.states import COST_TRANSITIONS, TIME_ENTRY_TRANSITIONS, CostStatus, TimeEntryStatus
from app.resources.time_service import WHO, WRITERS

CONTROLLER, HOLDER, SENDER = whose("controller_id"), whose("holder_id"), whose("sender_id")
RECIPIENT = whose("recipient_id")
_DRAFT = consents.ConsentStatus.DRAFT


def _citizen(to: CitizenStatus) -> Way:
    return into(CITIZEN_TRANSITIONS, to, CONTROLLER) if to in ASKED_FOR else Way(())


def _need(to: SupportNeedStatus) -> tuple[Way, ...]:
    sides = ((SUPPORT_NEED_OF_CONTROLLER, CONTROLLER), (SUPPORT_NEED_OF_RECIPIENT, RECIPIENT))
    return tuple(into(SUPPORT_NEED_TRANSITIONS, to, of) for part, of in sides if to in part)


def _course(to: CourseStatus, out_of: Collection[CourseStatus] | None = None) -> tuple[Way, ...]:
    return (into(COURSE_TRANSITIONS, to, CONTROLLER, out_of=out_of),)


def _agreement(
    to: agreements.AgreementStatus, *also: Condition, out_of: agreements.AgreementStatus | None = None
) -> Way:
    return into(agreements.TRANSITIONS, to, *also, out_of=None if out_of is None else {out_of})


def _release(to: releases.ReleaseStatus, *columns: str) -> tuple[Way, ...]:
    return (into(releases.TRANSITIONS, to)._replace(columns=columns),)


def _time(to: TimeEntryStatus) -> tuple[Way, ...]:
    return (into(TIME_ENTRY_TRANSITIONS, to)._replace(functions=WHO[to]),)


def _meeting(to: programme.MeetingStatus) -> tuple[Way, ...]:
    return (into(programme.MEETING_TRANSITIONS, to)._replace(columns=("status",)),)


def _contribution(to: ContributionStatus) -> tuple[Way, ...]:
    return (into(CONTRIBUTION_TRANSITIONS, to)._replace(columns=("status",)),)


_A, _AGREED = agreements.AgreementStatus, agreements.AgreementStatus.IN_FORCE
_NOT_OVER = being(*sorted(each for each in ResponseStatus if RESPONSE_TRANSITIONS[each]))

_PEOPLE: dict[str, tuple[Way, ...]] = {
    "deactivateOrganisation": (into(ORGANISATION_TRANSITIONS, OrganisationStatus.INACTIVE),),
    "activateOrganisation": (into(ORGANISATION_TRANSITIONS, OrganisationStatus.ACTIVE),),
    "activateProject": (into(PROJECT_TRANSITIONS, ProjectStatus.ACTIVE),),
    "closeProject": (into(PROJECT_TRANSITIONS, ProjectStatus.CLOSED),),
    "addProjectPartner": (Way((being(ProjectStatus.ACTIVE, ProjectStatus.PLANNED),)),),
    "endProjectPartner": (Way((empty("ended_at"),)),),
    "deactivateStaff": (Way((being(True, member="active"),)),),
    "activateStaff": (Way((being(False, member="active"),)),),
    "disableClient": (Way((being(True, member="enabled"),)),),
    "enableClient": (Way((being(False, member="enabled"),)),),
    "submitAgreement": (_agreement(_A.AWAITING_SIGNATURE),),
    "signAgreement": tuple(
        _agreement(_AGREED, whose(f"{side}_id"), empty(f"signed_by_{side}_at"), out_of=_A.AWAITING_SIGNATURE)
        for side in ("organisation", "counterparty")
    ),
    "suspendAgreement": (_agreement(_A.SUSPENDED),),
    "resumeAgreement": (_agreement(_AGREED, whose("suspended_by_id"), out_of=_A.SUSPENDED),),
    "endAgreement": (_agreement(_A.ENDED),),
    "retireConsentForm": (Way((empty("retired_at"),)),),
    "revokeCalendarFeed": (Way((empty("revoked_at"),)),),
}

_PATHWAY: dict[str, tuple[Way, ...]] = {
    "closeCitizen": (_citizen(CitizenStatus.CLOSED),),
    "reopenCitizen": (_citizen(CitizenStatus.ACTIVE),),
    "endAssignment": (Way((empty("ended_at"),)),),
    "closeIncident": (Way((being(IncidentStatus.REGISTERED, member="registration/status"),), IncidentStatus.CLOSED),),
    "amendConsentDraft": (Way((being(_DRAFT), HOLDER)),),
    "signConsent": (into(consents.TRANSITIONS, consents.ConsentStatus.ACTIVE, HOLDER),),
    "refuseConsent": (into(consents.TRANSITIONS, consents.ConsentStatus.REFUSED, HOLDER),),
    "acknowledgeWithdrawal": (Way((being(consents.ConsentStatus.SUPERSEDED, consents.ConsentStatus.WITHDRAWN),)),),
    "withdrawConsent": (into(consents.TRANSITIONS, consents.ConsentStatus.WITHDRAWN),),
    "amendReferral": (Way((being(ReferralStatus.DRAFT), SENDER)),),
    "sendReferral": (into(SENDER_TRANSITIONS, ReferralStatus.SENT, SENDER),),
    "recallReferral": (into(SENDER_TRANSITIONS, ReferralStatus.RECALLED, SENDER),),
    "receiveReferral": (into(RECIPIENT_TRANSITIONS, ReferralStatus.RECEIVED, RECIPIENT),),
    "acceptReferral": (into(RECIPIENT_TRANSITIONS, ReferralStatus.ACCEPTED, RECIPIENT),),
    "rejectReferral": (into(RECIPIENT_TRANSITIONS, ReferralStatus.REJECTED, RECIPIENT),),
    "completeReferral": (into(RECIPIENT_TRANSITIONS, ReferralStatus.COMPLETED, RECIPIENT),),
    "registerContactAttempt": (Way((being(ReferralStatus.ACCEPTED),)),),
    "patchCourse": (Way((CONTROLLER,)),),
    "clarifyCourse": _course(CourseStatus.CLARIFICATION),
    "startCourse": _course(CourseStatus.ONGOING, NOT_YET_STARTED),
    "notStartCourse": _course(CourseStatus.NOT_STARTED),
    "pauseCourse": _course(CourseStatus.PAUSED),
    "resumeCourse": _course(CourseStatus.ONGOING, {CourseStatus.PAUSED}),
    "completeCourse": _course(CourseStatus.COMPLETED),
    "interruptCourse": _course(CourseStatus.INTERRUPTED),
    "referCourseOn": _course(CourseStatus.REFERRED_ON),
    "createSession": (Way((being(*sorted(IN_SESSION)), CONTROLLER)),),
    "patchSession": (Way((being(*sorted(CHANGEABLE_SESSIONS)),)),),
    "holdSession": (into(SESSION_TRANSITIONS, SessionStatus.HELD),),
    "sessionNoShow": (into(SESSION_TRANSITIONS, SessionStatus.NO_SHOW),),
    "cancelSession": (into(SESSION_TRANSITIONS, SessionStatus.CANCELLED),),
    "patchSupportNeed": (Way((being(*sorted(BEFORE_HANDOVER)), CONTROLLER)),),
    "agreeSupportNeed": _need(SupportNeedStatus.AGREED),
    "declineSupportNeed": _need(SupportNeedStatus.DECLINED),
    "handOverSupportNeed": (
        *_need(SupportNeedStatus.SENT),
        Way((being(SupportNeedStatus.SENT), CONTROLLER), SupportNeedStatus.SENT),  # where the last one came to nothing
    ),
    "establishSupportContact": _need(SupportNeedStatus.CONTACT_ESTABLISHED),
    "failSupportContact": _need(SupportNeedStatus.CONTACT_NOT_ESTABLISHED),
    "closeSupportNeed": _need(SupportNeedStatus.CLOSED),
    "patchFollowUp": (Way((being(FollowUpStatus.PLANNED),)),),
    "completeFollowUp": (into(FOLLOW_UP_TRANSITIONS, FollowUpStatus.COMPLETED),),
    "followUpNotReached": (into(FOLLOW_UP_TRANSITIONS, FollowUpStatus.NOT_REACHED),),
    "cancelFollowUp": (into(FOLLOW_UP_TRANSITIONS, FollowUpStatus.CANCELLED),),
}

_MEASURING: dict[str, tuple[Way, ...]] = {
    "replaceInstrumentDraft": (Way((being(InstrumentStatus.DRAFT),)),),
    "activateInstrument": (into(INSTRUMENT_TRANSITIONS, InstrumentStatus.ACTIVE),),
    "retireInstrument": (into(INSTRUMENT_TRANSITIONS, InstrumentStatus.RETIRED),),
    "handOutQuestionnaire": (into(RESPONSE_TRANSITIONS, ResponseStatus.HANDED_OUT),),
    "answerQuestionnaire": (into(RESPONSE_TRANSITIONS, ResponseStatus.ANSWERED),),
    "declineQuestionnaire": (into(RESPONSE_TRANSITIONS, ResponseStatus.DECLINED),),
    "questionnaireNotAnswered": (into(RESPONSE_TRANSITIONS, ResponseStatus.NOT_ANSWERED),),
    "createAnswerLink": (Way((_NOT_OVER,)),),
    "askInterviewCandidate": (into(INTERVIEW_TRANSITIONS, InterviewStatus.ASKED),),
    "registerInterviewConsent": (into(INTERVIEW_TRANSITIONS, InterviewStatus.CONSENTED),),
    "declineInterview": (into(INTERVIEW_TRANSITIONS, InterviewStatus.DECLINED),),
    "passOnInterviewContact": (into(INTERVIEW_TRANSITIONS, InterviewStatus.CONTACT_PASSED_ON),),
    "cancelInterview": (into(INTERVIEW_TRANSITIONS, InterviewStatus.CANCELLED),),
    "patchContribution": (Way((being(*sorted(TO_COME)),)),),
    "agreeContribution": _contribution(ContributionStatus.AGREED),
    "contributionDone": _contribution(ContributionStatus.DONE),
    "contributionNotDone": _contribution(ContributionStatus.NOT_DONE),
}

_PROGRAMME: dict[str, tuple[Way, ...]] = {
    "adjustMeetingPlan": (Way((empty("superseded_at"),)),),
    "patchMeeting": (Way((being(*sorted(CHANGEABLE_MEETINGS)),)),),
    "inviteToMeeting": _meeting(programme.MeetingStatus.INVITED),
    "holdMeeting": _meeting(programme.MeetingStatus.HELD),
    "cancelMeeting": _meeting(programme.MeetingStatus.CANCELLED),
    "approveMinutes": _meeting(programme.MeetingStatus.MINUTES_APPROVED),
    "putMinutes": (Way((being(programme.MeetingStatus.HELD),)),),
    "createDecision": (Way((being(programme.MeetingStatus.HELD),)),),
    "patchDecision": (Way((), columns=("decision",)),),
    "postponeDecision": (
        into(programme.DECISION_TRANSITIONS, programme.DecisionStatus.DONE)._replace(
            to=None, columns=("postponed_to",)
        ),
    ),
    "completeDecision": (into(programme.DECISION_TRANSITIONS, programme.DecisionStatus.DONE),),
    "patchTrainingDay": (Way((being(programme.TrainingDayStatus.PLANNED),)),),
    "holdTrainingDay": (into(programme.TRAINING_DAY_TRANSITIONS, programme.TrainingDayStatus.HELD),),
    "cancelTrainingDay": (into(programme.TRAINING_DAY_TRANSITIONS, programme.TrainingDayStatus.CANCELLED),),
    "reviseMaturationCriteria": (Way((empty("superseded_at"),)),),
    "patchMaturationAssessment": (Way((being(programme.GateStatus.OPEN),)),),
    "passMaturationGate": (into(programme.GATE_TRANSITIONS, programme.GateStatus.PASSED),),
}

_G = grants.GrantStatus


def _grant(to: grants.GrantStatus) -> tuple[Way, ...]:
    sides = {False: grants.APPLICANT_TRANSITIONS, True: grants.AGENCY_TRANSITIONS}
    return tuple(
        into(table, to)._replace(decides=by)
        for by, table in sides.items()
        if any(to in each for each in table.values())
    )


def _account(to: grants.AccountStatus) -> tuple[Way, ...]:
    sides = grants.ACCOUNT_TRANSITIONS.items()
    return tuple(
        into(table, to)._replace(decides=by) for by, table in sides if any(to in each for each in table.values())
    )


def _proposal(to: grants.BudgetStatus) -> tuple[Way, ...]:
    sides = grants.PROPOSAL_TRANSITIONS.items()
    return tuple(
        into(table, to)._replace(decides=by) for by, table in sides if any(to in each for each in table.values())
    )


def _while(*states: grants.GrantStatus, decides: bool) -> tuple[Way, ...]:
    return (Way((being(*states),), decides=decides),)


_RESOURCES: dict[str, tuple[Way, ...]] = {
    "patchTimeEntry": (Way((being(TimeEntryStatus.DRAFT),), functions=WRITERS),),
    "cancelTimeEntry": _time(TimeEntryStatus.CANCELLED),
    "approveTimeEntry": _time(TimeEntryStatus.APPROVED),
    "lockTimeEntry": _time(TimeEntryStatus.LOCKED),
    "patchCost": (Way((being(CostStatus.DRAFT),)),),
    "bookCost": (into(COST_TRANSITIONS, CostStatus.BOOKED),),
    "cancelCost": (into(COST_TRANSITIONS, CostStatus.CANCELLED),),
    "auditCost": (into(COST_TRANSITIONS, CostStatus.AUDITED),),
    "patchGrant": _while(_G.DRAFT, decides=False),
    "putGrantBudget": _while(_G.DRAFT, decides=False),
    "submitGrant": _grant(_G.SUBMITTED),
    "withdrawGrant": _grant(_G.WITHDRAWN),
    "assessGrant": _grant(_G.UNDER_ASSESSMENT),
    "rejectGrantOnForm": _grant(_G.REJECTED_ON_FORM),
    "putGrantAssessment": _while(_G.UNDER_ASSESSMENT, decides=True),
    "decideGrant": (_grant(_G.GRANTED)[0]._replace(to=None),),
    "lapseGrant": _grant(_G.LAPSED),
    "closeGrant": _grant(_G.CLOSED),
    "createGrantAmendment": _while(_G.GRANTED, decides=False),
    "createGrantCarryOver": _while(_G.GRANTED, decides=False),
    "createGrantInstalment": _while(_G.GRANTED, decides=True),
    "createGrantNotice": _while(_G.GRANTED, decides=False),
    "createGrantAccount": _while(_G.GRANTED, decides=False),
    "approveGrantAmendment": _proposal(grants.BudgetStatus.IN_FORCE),
    "rejectGrantAmendment": _proposal(grants.BudgetStatus.REJECTED),
    "withdrawGrantAmendment": _proposal(grants.BudgetStatus.WITHDRAWN),
    "patchGrantInstalment": (Way((being(grants.InstalmentStatus.PLANNED),)),),
    "payGrantInstalment": (into(grants.INSTALMENT_TRANSITIONS, grants.InstalmentStatus.PAID),),
    "patchGrantAccount": (Way((being(*sorted(grants.OPEN_ACCOUNTS)),), decides=False),),
    "submitGrantAccount": _account(grants.AccountStatus.SUBMITTED),
    "approveGrantAccount": _account(grants.AccountStatus.APPROVED),
    "returnGrantAccount": _account(grants.AccountStatus.RETURNED),
    "createGrantVoucher": (Way((being(*sorted(grants.OPEN_ACCOUNTS)),), decides=False),),
    "withdrawGrantAttachment": (Way((empty("withdrawn_at"),)),),
}

_SYSTEMS: dict[str, tuple[Way, ...]] = {
    "cancelImport": (into(imports.TRANSITIONS, imports.ImportStatus.CANCELLED),),
    "confirmMatchRequest": (Way((being(MatchStatus.TO_ANSWER),), MatchStatus.CONFIRMED),),
    "declineMatchRequest": (Way((being(MatchStatus.TO_ANSWER),), MatchStatus.DECLINED),),
    "enableWebhookEndpoint": (Way((being(WebhookEndpointStatus.DISABLED),), WebhookEndpointStatus.ENABLED),),
    "disableWebhookEndpoint": (Way((being(WebhookEndpointStatus.ENABLED),), WebhookEndpointStatus.DISABLED),),
    "testWebhookEndpoint": (Way((being(WebhookEndpointStatus.ENABLED),)),),
    "replayWebhookEndpoint": (Way((being(WebhookEndpointStatus.ENABLED),)),),
    "buildRelease": (
        Way((being(*sorted(releases.BUILDABLE)),), releases.ReleaseStatus.DRAFT, columns=("build_id", "excluded_ids")),
    ),
    "checkRelease": _release(releases.ReleaseStatus.CHECKED, "checked_at", "checked_by"),
    "publishRelease": _release(releases.ReleaseStatus.PUBLISHED, "published_at"),
    "recallRelease": _release(releases.ReleaseStatus.RECALLED, "recalled_at", "recall_reason"),
    "cancelRelease": _release(releases.ReleaseStatus.CANCELLED, "cancelled_at", "cancel_reason"),
    "approveRelease": (Way((being(releases.ApprovalStatus.PENDING),), releases.ApprovalStatus.APPROVED),),
    "refuseRelease": (Way((being(releases.ApprovalStatus.PENDING),), releases.ApprovalStatus.REFUSED),),
}

TRANSITIONS = {**_PEOPLE, **_PATHWAY, **_MEASURING, **_PROGRAMME, **_RESOURCES, **_SYSTEMS}
"""The ways to each operation that waits for something of its record; any one of them will do."""
STATELESS = frozenset(
    {
        *(
            "patchOrganisation",
            "replaceClientKeys",
            "assignCitizen",
            "createGrantAttachment",
            "rotateWebhookSecret",
            "patchWebhookEndpoint",
            "resendWebhookDelivery",
        ),
        *("putCitizenIdentity", "putCitizenContact", "putCitizenAddress", "putCitizenBackground", "putSessionNote"),
        *("patchHourlyRate", "patchGrantVoucher", "putGrantAttachmentContent", "revokeAnswerLink"),
        *("completeInterview", "interviewNotHeld"),
    }
)
"""What changes a record in whatever state, or waits for another record alone; nothing is forgotten, as a test says."""
