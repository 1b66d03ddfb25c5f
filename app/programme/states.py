"""Codes, states and transitions of meetings, training days and maturation."""

from enum import StrEnum


class MeetingType(StrEnum):
    """The seven activities of the meeting plan (R13)."""

    KICK_OFF = "kick_off"
    COMPETENCE_DEVELOPMENT = "competence_development"
    START_WORKSHOP = "start_workshop"
    DEVELOPMENT_MEETING = "development_meeting"
    DIALOGUE_MEETING = "dialogue_meeting"
    CLOSING_WORKSHOP = "closing_workshop"
    JOINT_CLOSING_MEETING = "joint_closing_meeting"


class MeetingScope(StrEnum):
    """Whether all meet together, or each municipality by itself."""

    JOINT = "joint"
    PER_MUNICIPALITY = "per_municipality"


class MeetingParty(StrEnum):
    """Who takes part, as the plan names them (R2, R6)."""

    MUNICIPALITIES = "municipalities"
    MUNICIPALITY = "municipality"
    MUNICIPAL_STAFF = "municipal_staff"
    MANAGERS = "managers"
    IMPLEMENTATION_TEAM = "implementation_team"
    RELEVANT_STAFF = "relevant_staff"
    AGENCY = "agency"
    EVALUATOR = "evaluator"
    TRAINING_PROVIDER = "training_provider"


class MeetingStatus(StrEnum):
    """planned -> invited -> held -> minutes_approved; cancelled before it is held."""

    PLANNED = "planned"
    INVITED = "invited"
    HELD = "held"
    MINUTES_APPROVED = "minutes_approved"
    CANCELLED = "cancelled"


MEETING_TRANSITIONS: dict[MeetingStatus, frozenset[MeetingStatus]] = {
    MeetingStatus.PLANNED: frozenset({MeetingStatus.INVITED, MeetingStatus.CANCELLED}),
    MeetingStatus.INVITED: frozenset({MeetingStatus.HELD, MeetingStatus.CANCELLED}),
    MeetingStatus.HELD: frozenset({MeetingStatus.MINUTES_APPROVED}),
    MeetingStatus.MINUTES_APPROVED: frozenset(),
    MeetingStatus.CANCELLED: frozenset(),
}


class DecisionStatus(StrEnum):
    """open -> done."""

    OPEN = "open"
    DONE = "done"


DECISION_TRANSITIONS: dict[DecisionStatus, frozenset[DecisionStatus]] = {
    DecisionStatus.OPEN: frozenset({DecisionStatus.DONE}),
    DecisionStatus.DONE: frozenset(),
}


class TrainingDayStatus(StrEnum):
    """planned -> held / cancelled."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


TRAINING_DAY_TRANSITIONS: dict[TrainingDayStatus, frozenset[TrainingDayStatus]] = {
    TrainingDayStatus.PLANNED: frozenset({TrainingDayStatus.HELD, TrainingDayStatus.CANCELLED}),
    TrainingDayStatus.HELD: frozenset(),
    TrainingDayStatus.CANCELLED: frozenset(),
}


class MaturationPhase(StrEnum):
    """Screening -> Modning -> Afprøvning -> Udbredelse (R30); a gate is named after the phase that it leads out of."""

    SCREENING = "screening"
    MATURATION = "maturation"
    TRIAL = "trial"
    DISSEMINATION = "dissemination"


class CriterionRating(StrEnum):
    """How far a criterion is met."""

    MET = "met"
    PARTLY_MET = "partly_met"
    NOT_MET = "not_met"


class GateStatus(StrEnum):
    """open -> passed."""

    OPEN = "open"
    PASSED = "passed"


GATE_TRANSITIONS: dict[GateStatus, frozenset[GateStatus]] = {
    GateStatus.OPEN: frozenset({GateStatus.PASSED}),
    GateStatus.PASSED: frozenset(),
}


class PlanWarning(StrEnum):
    """What the plan's status warns of; none of them ever refuses anything."""

    DEVELOPMENT_MEETINGS = "r8_development_meetings"
    EVALUATOR_AT_DEVELOPMENT_MEETING = "r8_evaluator"
    DIALOGUE_MEETINGS = "r9_dialogue_meetings"
    TEACHING_DAYS = "r11_teaching_days"


class WarningCause(StrEnum):
    """Why there is a warning."""

    PLAN_DEVIATES = "plan_deviates"
    NOT_SCHEDULED = "not_scheduled"
    NOT_HELD = "not_held"
