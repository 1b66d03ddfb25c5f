"""What the database itself does, whoever writes: it keeps coverage in step, ends what a consent opened, holds the wall.

Each function runs as `wall_keeper`, whose few cells stand in `policy.toml`, or as the one who writes; it returns
nothing to the one who wrote, and is executable by nobody directly.
"""

from app.boundary.triggers.access import CLIENT_TOLD
from app.boundary.triggers.accounts import COST_COURSE, COST_PATH, HOURLY_RATE, TIME_ENTRY_PATH
from app.boundary.triggers.agreements import AGREEMENT_COVERAGE, AGREEMENT_TERMS
from app.boundary.triggers.answering import ANSWERS_OF_OPEN_QUESTIONNAIRE, QUESTIONNAIRE_PATH
from app.boundary.triggers.base import APPEND_ONLY, RULE_BROKEN, TERMS_FROZEN, WALL_REFUSED, Trigger
from app.boundary.triggers.bridging import BRIDGING_ENDED, SUPPORT_NEED_PATH
from app.boundary.triggers.consents import CONSENT_ENDED, CONSENT_TERMS
from app.boundary.triggers.courses import COURSE_SHOWN
from app.boundary.triggers.grants import (
    ACCOUNT_PATH,
    BUDGET_PATH,
    BUDGET_SUPERSEDED,
    DECISION_FINAL,
    FILE_ERASED,
    FILE_PATH,
    GRANT_PATH,
    INSTALMENTS_WITHIN_GRANT,
    VOUCHERS_OF_OPEN_ACCOUNTS,
)
from app.boundary.triggers.imports import IMPORT_PATH, UPLOAD_ERASED
from app.boundary.triggers.interviews import (
    CONTACT_CHANGED,
    CONTACT_READ,
    CONTRIBUTION_PATH,
    INTERVIEW_CONTACT,
    INTERVIEW_HELD,
    INTERVIEW_PATH,
    INTERVIEW_PROTECTION,
)
from app.boundary.triggers.matching import MATCHING
from app.boundary.triggers.measuring import (
    INSTRUMENT_TERMS,
    LINK_ENDED_BY_CONSENT,
    LINK_ENDED_BY_ORGANISATION,
    LINK_TERMS,
)
from app.boundary.triggers.meetings import DECISION_TERMS, MEETING_PATH, TRAINING_DAY_PATH, VERSION_PATHS
from app.boundary.triggers.partners import PARTNERS_HELD, PARTNERSHIP_ENDED
from app.boundary.triggers.passing_on import DISCLOSURE_ONCE, DISCLOSURE_ONWARD, PROTECTION, REFERRAL_PATH
from app.boundary.triggers.pseudonymised import PSEUDONYMISED
from app.boundary.triggers.releases import (
    APPROVAL_GIVEN,
    APPROVAL_PATH,
    CONTENT_FROZEN,
    JOB_PATH,
    LEDGER_ERASED,
    OF_RUNNING_BUILD,
    RELEASE_CHECKED,
    RELEASE_GIVEN_UP,
    RELEASE_PATH,
    RELEASE_PUBLISHED,
)
from app.boundary.triggers.telling import TELLING
from app.boundary.triggers.wall import ASSIGNMENT_WALL, append_only
from app.boundary.triggers.webhooks import ENDPOINTS_OF_CLIENT

__all__ = ["APPEND_ONLY", "PARTNERS_HELD", "RULE_BROKEN", "TERMS_FROZEN", "TRIGGERS", "WALL_REFUSED", "Trigger"]

TRIGGERS = (
    AGREEMENT_COVERAGE,
    AGREEMENT_TERMS,
    CONSENT_TERMS,
    CONSENT_ENDED,
    PARTNERSHIP_ENDED,
    PROTECTION,
    REFERRAL_PATH,
    DISCLOSURE_ONCE,
    DISCLOSURE_ONWARD,
    COURSE_SHOWN,
    SUPPORT_NEED_PATH,
    BRIDGING_ENDED,
    ASSIGNMENT_WALL,
    INSTRUMENT_TERMS,
    QUESTIONNAIRE_PATH,
    ANSWERS_OF_OPEN_QUESTIONNAIRE,
    LINK_TERMS,
    LINK_ENDED_BY_CONSENT,
    LINK_ENDED_BY_ORGANISATION,
    *MATCHING,
    INTERVIEW_PATH,
    INTERVIEW_CONTACT,
    INTERVIEW_HELD,
    INTERVIEW_PROTECTION,
    CONTACT_CHANGED,
    CONTACT_READ,
    CONTRIBUTION_PATH,
    MEETING_PATH,
    DECISION_TERMS,
    TRAINING_DAY_PATH,
    *VERSION_PATHS,
    TIME_ENTRY_PATH,
    COST_PATH,
    COST_COURSE,
    HOURLY_RATE,
    FILE_ERASED,
    FILE_PATH,
    GRANT_PATH,
    DECISION_FINAL,
    BUDGET_PATH,
    BUDGET_SUPERSEDED,
    INSTALMENTS_WITHIN_GRANT,
    ACCOUNT_PATH,
    VOUCHERS_OF_OPEN_ACCOUNTS,
    CLIENT_TOLD,
    ENDPOINTS_OF_CLIENT,
    RELEASE_PATH,
    RELEASE_CHECKED,
    RELEASE_GIVEN_UP,
    RELEASE_PUBLISHED,
    APPROVAL_PATH,
    APPROVAL_GIVEN,
    JOB_PATH,
    *OF_RUNNING_BUILD,
    CONTENT_FROZEN,
    LEDGER_ERASED,
    *PSEUDONYMISED,
    *TELLING,
    IMPORT_PATH,
    UPLOAD_ERASED,
    append_only("release_file"),
    append_only("release_report"),
    append_only("audit_event"),
    append_only("audit_subject"),
    append_only("audit_seal"),
)
