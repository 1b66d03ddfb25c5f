"""What a timeline and a worklist are made of: kinds, in the order of the process, with their labels."""

from enum import StrEnum
from typing import NamedTuple


class Label(NamedTuple):
    """How a screen names a kind."""

    da: str
    en: str


class EventKind(StrEnum):
    """Events of a journey. Events of the same moment stand in this order."""

    INCIDENT_OCCURRED = "incident_occurred"
    REGISTERED = "registered"
    CONSENT_SIGNED = "consent_signed"
    CONSENT_REFUSED = "consent_refused"
    REFERRAL_SENT = "referral_sent"
    REFERRAL_RECEIVED = "referral_received"
    REFERRAL_ACCEPTED = "referral_accepted"
    REFERRAL_REJECTED = "referral_rejected"
    ACCESS_OPENED = "access_opened"
    CONTACT_ATTEMPTED = "contact_attempted"
    JOURNEY_STARTED = "journey_started"
    COURSE_CREATED = "course_created"
    COURSE_NOT_STARTED = "course_not_started"
    COURSE_STARTED = "course_started"
    SESSION_PLANNED = "session_planned"
    SESSION_HELD = "session_held"
    SESSION_NO_SHOW = "session_no_show"
    SESSION_CANCELLED = "session_cancelled"
    QUESTIONNAIRE_ASSIGNED = "questionnaire_assigned"
    QUESTIONNAIRE_HANDED_OUT = "questionnaire_handed_out"
    QUESTIONNAIRE_ANSWERED = "questionnaire_answered"
    QUESTIONNAIRE_DECLINED = "questionnaire_declined"
    QUESTIONNAIRE_NOT_ANSWERED = "questionnaire_not_answered"
    INTERVIEW_PROPOSED = "interview_proposed"
    INTERVIEW_ASKED = "interview_asked"
    INTERVIEW_CONSENTED = "interview_consented"
    INTERVIEW_DECLINED = "interview_declined"
    INTERVIEW_CONTACT_PASSED_ON = "interview_contact_passed_on"
    INTERVIEW_COMPLETED = "interview_completed"
    INTERVIEW_CANCELLED = "interview_cancelled"
    SUPPORT_NEED_IDENTIFIED = "support_need_identified"
    SUPPORT_NEED_RECEIVED = "support_need_received"
    SUPPORT_NEED_DECLINED = "support_need_declined"
    SUPPORT_NEED_CLOSED = "support_need_closed"
    COURSE_ENDED = "course_ended"
    REFERRAL_COMPLETED = "referral_completed"
    FOLLOW_UP_PLANNED = "follow_up_planned"
    FOLLOW_UP_COMPLETED = "follow_up_completed"
    FOLLOW_UP_NOT_REACHED = "follow_up_not_reached"
    FOLLOW_UP_CANCELLED = "follow_up_cancelled"
    JOURNEY_ENDED = "journey_ended"
    CONSENT_SUPERSEDED = "consent_superseded"
    CONSENT_EXPIRED = "consent_expired"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    REFERRAL_RECALLED = "referral_recalled"
    WITHDRAWAL_ACKNOWLEDGED = "withdrawal_acknowledged"


EVENT_LABELS: dict[EventKind, Label] = {
    EventKind.INCIDENT_OCCURRED: Label("Hændelse fandt sted", "Incident occurred"),
    EventKind.REGISTERED: Label("Borger registreret", "Citizen registered"),
    EventKind.CONSENT_SIGNED: Label("Samtykke underskrevet", "Consent signed"),
    EventKind.CONSENT_REFUSED: Label("Samtykke afslået", "Consent refused"),
    EventKind.REFERRAL_SENT: Label("Videregivelse sendt", "Referral sent"),
    EventKind.REFERRAL_RECEIVED: Label("Videregivelse modtaget", "Referral received"),
    EventKind.REFERRAL_ACCEPTED: Label("Videregivelse accepteret", "Referral accepted"),
    EventKind.REFERRAL_REJECTED: Label("Videregivelse afvist", "Referral rejected"),
    EventKind.ACCESS_OPENED: Label("Adgang til borgerens oplysninger åbnet", "Access to the citizen's data opened"),
    EventKind.CONTACT_ATTEMPTED: Label("Kontaktforsøg", "Contact attempted"),
    EventKind.JOURNEY_STARTED: Label("Borgerforløb begyndt", "Journey started"),
    EventKind.COURSE_CREATED: Label("Forløb oprettet", "Course created"),
    EventKind.COURSE_NOT_STARTED: Label("Forløb ikke påbegyndt", "Course not started"),
    EventKind.COURSE_STARTED: Label("Forløb begyndt", "Course started"),
    EventKind.SESSION_PLANNED: Label("Samtale planlagt", "Session planned"),
    EventKind.SESSION_HELD: Label("Samtale afholdt", "Session held"),
    EventKind.SESSION_NO_SHOW: Label("Udeblevet fra samtale", "No-show at session"),
    EventKind.SESSION_CANCELLED: Label("Samtale aflyst", "Session cancelled"),
    EventKind.QUESTIONNAIRE_ASSIGNED: Label("Spørgeskema tildelt", "Questionnaire assigned"),
    EventKind.QUESTIONNAIRE_HANDED_OUT: Label("Spørgeskema udleveret", "Questionnaire handed out"),
    EventKind.QUESTIONNAIRE_ANSWERED: Label("Spørgeskema besvaret", "Questionnaire answered"),
    EventKind.QUESTIONNAIRE_DECLINED: Label("Spørgeskema frasagt", "Questionnaire declined"),
    EventKind.QUESTIONNAIRE_NOT_ANSWERED: Label("Spørgeskema ikke besvaret", "Questionnaire not answered"),
    EventKind.INTERVIEW_PROPOSED: Label("Foreslået til interview", "Proposed for an interview"),
    EventKind.INTERVIEW_ASKED: Label("Spurgt om interview", "Asked for an interview"),
    EventKind.INTERVIEW_CONSENTED: Label("Samtykke til interview", "Consent to an interview"),
    EventKind.INTERVIEW_DECLINED: Label("Interview frasagt", "Interview declined"),
    EventKind.INTERVIEW_CONTACT_PASSED_ON: Label(
        "Kontakt givet videre til interview", "Contact passed on for an interview"
    ),
    EventKind.INTERVIEW_COMPLETED: Label("Interview afholdt", "Interview held"),
    EventKind.INTERVIEW_CANCELLED: Label("Interview opgivet", "Interview given up"),
    EventKind.SUPPORT_NEED_IDENTIFIED: Label("Støttebehov identificeret", "Support need identified"),
    EventKind.SUPPORT_NEED_RECEIVED: Label("Støttebehov modtaget (brobygning)", "Support need received (bridging)"),
    EventKind.SUPPORT_NEED_DECLINED: Label("Støttebehov afslået", "Support need declined"),
    EventKind.SUPPORT_NEED_CLOSED: Label("Støttebehov afsluttet", "Support need closed"),
    EventKind.COURSE_ENDED: Label("Forløb afsluttet", "Course ended"),
    EventKind.REFERRAL_COMPLETED: Label("Videregivelse afsluttet", "Referral completed"),
    EventKind.FOLLOW_UP_PLANNED: Label("Opfølgning planlagt", "Follow-up planned"),
    EventKind.FOLLOW_UP_COMPLETED: Label("Opfølgning gennemført", "Follow-up completed"),
    EventKind.FOLLOW_UP_NOT_REACHED: Label("Opfølgning: ikke truffet", "Follow-up: not reached"),
    EventKind.FOLLOW_UP_CANCELLED: Label("Opfølgning aflyst", "Follow-up cancelled"),
    EventKind.JOURNEY_ENDED: Label("Borgerforløb afsluttet", "Journey ended"),
    EventKind.CONSENT_SUPERSEDED: Label("Samtykke erstattet af et nyt", "Consent superseded"),
    EventKind.CONSENT_EXPIRED: Label("Samtykke udløbet", "Consent expired"),
    EventKind.CONSENT_WITHDRAWN: Label("Samtykke trukket tilbage", "Consent withdrawn"),
    EventKind.REFERRAL_RECALLED: Label("Videregivelse trukket tilbage", "Referral recalled"),
    EventKind.WITHDRAWAL_ACKNOWLEDGED: Label("Tilbagetrækning kvitteret", "Withdrawal acknowledged"),
}


class TaskKind(StrEnum):
    """What can wait for someone. Tasks due on the same day stand in this order: the most urgent for safety first."""

    WITHDRAWAL_TO_ACKNOWLEDGE = "withdrawal_to_acknowledge"
    ACCESS_END_TO_ACKNOWLEDGE = "access_end_to_acknowledge"
    REFERRAL_TO_ANSWER = "referral_to_answer"
    MATCH_TO_ANSWER = "match_to_answer"
    CONTACT_DUE = "contact_due"
    CITIZEN_UNASSIGNED = "citizen_unassigned"
    SESSION_WITHOUT_OUTCOME = "session_without_outcome"
    FOLLOW_UP_DUE = "follow_up_due"
    ANSWER_MISSING = "answer_missing"
    INTERVIEW_TO_HOLD = "interview_to_hold"
    CONTRIBUTION_DUE = "contribution_due"
    CONTRIBUTION_EXPECTED = "contribution_expected"
    RELEASE_TO_CHECK = "release_to_check"
    RELEASE_APPROVAL_DUE = "release_approval_due"
    RELEASE_TO_PUBLISH = "release_to_publish"
    MEETING_TO_HOLD = "meeting_to_hold"
    MEETING_TO_ATTEND = "meeting_to_attend"
    TRAINING_DAY_TO_HOLD = "training_day_to_hold"
    MINUTES_TO_APPROVE = "minutes_to_approve"
    DECISION_DUE = "decision_due"
    GRANT_TO_RECEIVE = "grant_to_receive"
    GRANT_TO_DECIDE = "grant_to_decide"
    BUDGET_TO_DECIDE = "budget_to_decide"
    ACCOUNTS_TO_DECIDE = "accounts_to_decide"
    CONSENT_EXPIRING = "consent_expiring"
    CONSENT_UNSIGNED = "consent_unsigned"


TASK_LABELS: dict[TaskKind, Label] = {
    TaskKind.WITHDRAWAL_TO_ACKNOWLEDGE: Label("Kvittér for tilbagetrukket samtykke", "Acknowledge a withdrawal"),
    TaskKind.ACCESS_END_TO_ACKNOWLEDGE: Label("Kvittér for ophørt adgang", "Acknowledge the end of access"),
    TaskKind.REFERRAL_TO_ANSWER: Label("Besvar videregivelse", "Answer a referral"),
    TaskKind.MATCH_TO_ANSWER: Label("Besvar blindt opslag", "Answer a blind match request"),
    TaskKind.CONTACT_DUE: Label("Kontakt borgeren", "Contact the citizen"),
    TaskKind.CITIZEN_UNASSIGNED: Label("Tildel en medarbejder", "Assign a worker"),
    TaskKind.SESSION_WITHOUT_OUTCOME: Label("Registrér samtalens udfald", "Register the session's outcome"),
    TaskKind.FOLLOW_UP_DUE: Label("Gennemfør opfølgning", "Carry out a follow-up"),
    TaskKind.ANSWER_MISSING: Label("Indhent svar på spørgeskema", "Obtain a questionnaire's answers"),
    TaskKind.INTERVIEW_TO_HOLD: Label("Afhold interview", "Hold an interview"),
    TaskKind.CONTRIBUTION_DUE: Label("Yd evalueringsbidrag", "Make a contribution to the evaluation"),
    TaskKind.CONTRIBUTION_EXPECTED: Label("Følg op på evalueringsbidrag", "Follow up a contribution to the evaluation"),
    TaskKind.RELEASE_TO_CHECK: Label("Kontrollér udgivelse", "Check a release"),
    TaskKind.RELEASE_APPROVAL_DUE: Label("Godkend udgivelse af anonyme data", "Approve a release of anonymous data"),
    TaskKind.RELEASE_TO_PUBLISH: Label("Offentliggør udgivelse", "Publish a release"),
    TaskKind.MEETING_TO_HOLD: Label("Afhold og registrér møde", "Hold and register a meeting"),
    TaskKind.MEETING_TO_ATTEND: Label("Deltag i møde", "Attend a meeting"),
    TaskKind.TRAINING_DAY_TO_HOLD: Label("Afhold og registrér undervisningsdag", "Hold and register a training day"),
    TaskKind.MINUTES_TO_APPROVE: Label("Godkend mødereferat", "Approve minutes"),
    TaskKind.DECISION_DUE: Label("Udfør beslutning fra møde", "Carry out a decision of a meeting"),
    TaskKind.GRANT_TO_RECEIVE: Label("Tag imod ansøgning", "Receive an application"),
    TaskKind.GRANT_TO_DECIDE: Label("Vurdér og afgør ansøgning", "Assess and decide an application"),
    TaskKind.BUDGET_TO_DECIDE: Label("Afgør budgetændring", "Decide a change of budget"),
    TaskKind.ACCOUNTS_TO_DECIDE: Label("Godkend eller returnér regnskab", "Approve or return accounts"),
    TaskKind.CONSENT_EXPIRING: Label("Samtykke udløber", "Consent expires"),
    TaskKind.CONSENT_UNSIGNED: Label("Samtykke mangler underskrift", "Consent awaits signature"),
}
