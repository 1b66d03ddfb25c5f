"""Codes, states and transitions of courses, sessions and support needs."""

from enum import StrEnum


class CourseStatus(StrEnum):
    """created -> clarification -> ongoing <-> paused -> completed / interrupted / referred_on.

    created -> not_started.
    """

    CREATED = "created"
    CLARIFICATION = "clarification"
    ONGOING = "ongoing"
    PAUSED = "paused"
    COMPLETED = "completed"
    INTERRUPTED = "interrupted"
    REFERRED_ON = "referred_on"
    NOT_STARTED = "not_started"


_ENDS = frozenset({CourseStatus.COMPLETED, CourseStatus.INTERRUPTED, CourseStatus.REFERRED_ON})
COURSE_TRANSITIONS: dict[CourseStatus, frozenset[CourseStatus]] = {
    CourseStatus.CREATED: frozenset({CourseStatus.CLARIFICATION, CourseStatus.ONGOING, CourseStatus.NOT_STARTED}),
    CourseStatus.CLARIFICATION: frozenset({CourseStatus.ONGOING, CourseStatus.INTERRUPTED, CourseStatus.REFERRED_ON}),
    CourseStatus.ONGOING: frozenset({CourseStatus.PAUSED}) | _ENDS,
    CourseStatus.PAUSED: frozenset({CourseStatus.ONGOING}) | _ENDS,
    CourseStatus.COMPLETED: frozenset(),
    CourseStatus.INTERRUPTED: frozenset(),
    CourseStatus.REFERRED_ON: frozenset(),
    CourseStatus.NOT_STARTED: frozenset(),
}
NOT_YET_STARTED = frozenset({CourseStatus.CREATED, CourseStatus.CLARIFICATION})
"""Where a start is possible; from `paused` it is a resumption."""
IN_SESSION = frozenset({CourseStatus.CLARIFICATION, CourseStatus.ONGOING})
"""While worker and citizen meet."""
FOLLOWED_UP = _ENDS
"""What has run and ended is followed up; what never began is not."""
ENDED = _ENDS | {CourseStatus.NOT_STARTED}


class ClosingReason(StrEnum):
    """Why a course ended."""

    PLANNED = "planned"
    CITIZEN_STOPS = "citizen_stops"
    NO_SHOW = "no_show"
    MOVED = "moved"
    CRISIS_CENTRE = "crisis_centre"
    OTHER_SERVICE = "other_service"
    SAFETY = "safety"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    DECEASED = "deceased"
    OTHER = "other"


class SessionForm(StrEnum):
    """How worker and citizen meet."""

    INDIVIDUAL = "individual"
    GROUP = "group"
    PHONE = "phone"
    VIDEO = "video"


class SessionStatus(StrEnum):
    """planned -> held / no_show / cancelled."""

    PLANNED = "planned"
    HELD = "held"
    NO_SHOW = "no_show"
    CANCELLED = "cancelled"


SESSION_TRANSITIONS: dict[SessionStatus, frozenset[SessionStatus]] = {
    SessionStatus.PLANNED: frozenset({SessionStatus.HELD, SessionStatus.NO_SHOW, SessionStatus.CANCELLED}),
    SessionStatus.HELD: frozenset(),
    SessionStatus.NO_SHOW: frozenset(),
    SessionStatus.CANCELLED: frozenset(),
}


class SupportTheme(StrEnum):
    """Other social problems (R25)."""

    ECONOMY = "economy"
    HOUSING = "housing"
    FAMILY_CHILDREN = "family_children"
    EDUCATION_WORK = "education_work"
    PHYSICAL_HEALTH = "physical_health"
    MENTAL_WELLBEING = "mental_wellbeing"
    TRAUMA = "trauma"
    SUBSTANCE_USE = "substance_use"
    CRIME = "crime"
    NETWORK = "network"
    SAFETY = "safety"
    LEGAL = "legal"
    RESIDENCE_PERMIT = "residence_permit"
    OTHER = "other"


class SupportLevel(StrEnum):
    """Level of the need for support (FFB)."""

    NOT_ASSESSED = "not_assessed"
    NONE = "none"
    LIGHT = "light"
    MODERATE = "moderate"
    HIGH = "high"
    COMPLETE = "complete"


class SupportNeedStatus(StrEnum):
    """identified -> agreed -> sent -> contact_established / contact_not_established -> closed; -> declined."""

    IDENTIFIED = "identified"
    AGREED = "agreed"
    SENT = "sent"
    CONTACT_ESTABLISHED = "contact_established"
    CONTACT_NOT_ESTABLISHED = "contact_not_established"
    DECLINED = "declined"
    CLOSED = "closed"


SUPPORT_NEED_TRANSITIONS: dict[SupportNeedStatus, frozenset[SupportNeedStatus]] = {
    SupportNeedStatus.IDENTIFIED: frozenset({SupportNeedStatus.AGREED, SupportNeedStatus.DECLINED}),
    SupportNeedStatus.AGREED: frozenset({SupportNeedStatus.SENT, SupportNeedStatus.DECLINED}),
    SupportNeedStatus.SENT: frozenset(
        {
            SupportNeedStatus.CONTACT_ESTABLISHED,
            SupportNeedStatus.CONTACT_NOT_ESTABLISHED,
            SupportNeedStatus.DECLINED,
        }
    ),
    SupportNeedStatus.CONTACT_ESTABLISHED: frozenset({SupportNeedStatus.CLOSED}),
    SupportNeedStatus.CONTACT_NOT_ESTABLISHED: frozenset(
        {SupportNeedStatus.CONTACT_ESTABLISHED, SupportNeedStatus.CLOSED}
    ),
    SupportNeedStatus.DECLINED: frozenset(),
    SupportNeedStatus.CLOSED: frozenset(),
}
SUPPORT_NEED_OF_RECIPIENT = frozenset(
    {SupportNeedStatus.CONTACT_ESTABLISHED, SupportNeedStatus.CONTACT_NOT_ESTABLISHED, SupportNeedStatus.CLOSED}
)
"""What the one that the need was handed over to may say of it."""
SUPPORT_NEED_OF_CONTROLLER = frozenset(
    {SupportNeedStatus.AGREED, SupportNeedStatus.SENT, SupportNeedStatus.DECLINED, SupportNeedStatus.CLOSED}
)
"""What the one that registered the need may say of it; it can close what a recipient no longer reaches."""
