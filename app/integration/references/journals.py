"""What the organisation that works with a citizen writes: courses with all that hangs on them."""

from uuid import UUID

from pydantic import ConfigDict

from app.courses import service as courses
from app.courses import sessions, support_needs
from app.courses.session_views import SessionIn, SessionOut, SessionPatch
from app.courses.support_need_views import SupportNeedIn, SupportNeedOut, SupportNeedPatch
from app.courses.views import CourseIn, CourseOut, CoursePatch
from app.follow_ups import service as follow_ups
from app.follow_ups.views import FollowUpIn, FollowUpOut, FollowUpPatch
from app.gate.desk import Desk
from app.gate.references import kept
from app.gate.resources import Tagged
from app.integration.references.bodies import Named
from app.integration.references.collection import Collection
from app.integration.references.upserting import Verbs
from app.measurements import service as measurements
from app.measurements.views import ResponseIn, ResponseOut

_CITIZEN, _COURSE = Named("citizen", "citizen"), Named("course", "course")


class SessionOfCourse(SessionIn):
    """A session with its course, which the ordinary route has in its path."""

    model_config = ConfigDict(json_schema_extra=None)

    course_id: UUID


async def _create_session(desk: Desk, new: SessionOfCourse) -> Tagged[SessionOut]:
    await kept(desk, "course", new.course_id, "/course_id")
    return await sessions.create(desk, new.course_id, new)


COURSES = Collection.of(
    "Course",
    "Courses",
    CourseOut,
    Verbs(
        category="course",
        new=CourseIn,
        create=courses.create,
        get=courses.get,
        patch=CoursePatch,
        amend=courses.patch,
        named=(_CITIZEN, Named("referral", "referral", required=False)),
    ),
    {"citizen_reference": "SAG-2026-4711", "form": "individual", "journey_started_on": "2026-01-12"},
)
SESSIONS = Collection.of(
    "Session",
    "Sessions",
    SessionOut,
    Verbs(
        category="session",
        new=SessionOfCourse,
        create=_create_session,
        get=sessions.get,
        patch=SessionPatch,
        amend=sessions.patch,
        named=(_COURSE,),
    ),
    {"course_reference": "FORL-118", "held_on": "2026-02-10", "form": "individual"},
)
FOLLOW_UPS = Collection.of(
    "FollowUp",
    "Follow-ups",
    FollowUpOut,
    Verbs(
        category="follow_up",
        new=FollowUpIn,
        create=follow_ups.create,
        get=follow_ups.get,
        patch=FollowUpPatch,
        amend=follow_ups.patch,
        named=(_COURSE,),
    ),
    {"course_reference": "FORL-118", "due_on": "2026-09-12"},
)
SUPPORT_NEEDS = Collection.of(
    "SupportNeed",
    "Support needs",
    SupportNeedOut,
    Verbs(
        category="support_need",
        new=SupportNeedIn,
        create=support_needs.create,
        get=support_needs.get,
        patch=SupportNeedPatch,
        amend=support_needs.patch,
        named=(_CITIZEN, Named("course", "course", required=False)),
    ),
    {"citizen_reference": "SAG-2026-4711", "theme": "housing", "level": "moderate"},
)
QUESTIONNAIRE_RESPONSES = Collection.of(
    "QuestionnaireResponse",
    "Measuring",
    ResponseOut,
    Verbs(
        category="questionnaire_response",
        new=ResponseIn,
        create=measurements.assign,
        get=measurements.get,
        named=(_COURSE,),
    ),
    {"course_reference": "FORL-118", "instrument_id": "8c7c2f0e-5d0b-4c39-9a51-0e6a4f6b7d21", "wave": "start"},
)
