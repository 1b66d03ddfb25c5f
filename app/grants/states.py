"""Codes, states and transitions of grants."""

from enum import StrEnum


class GrantStatus(StrEnum):
    """The application's way, and what becomes of a grant."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    UNDER_ASSESSMENT = "under_assessment"
    GRANTED = "granted"
    REFUSED = "refused"
    REJECTED_ON_FORM = "rejected_on_form"
    CLOSED = "closed"
    LAPSED = "lapsed"
    WITHDRAWN = "withdrawn"
    """Taken back by the applicant before a decision."""


_NOTHING: frozenset[GrantStatus] = frozenset()
APPLICANT_TRANSITIONS: dict[GrantStatus, frozenset[GrantStatus]] = {
    **dict.fromkeys(GrantStatus, _NOTHING),
    GrantStatus.DRAFT: frozenset({GrantStatus.SUBMITTED, GrantStatus.WITHDRAWN}),
    GrantStatus.SUBMITTED: frozenset({GrantStatus.WITHDRAWN}),
    GrantStatus.UNDER_ASSESSMENT: frozenset({GrantStatus.WITHDRAWN}),
}
AGENCY_TRANSITIONS: dict[GrantStatus, frozenset[GrantStatus]] = {
    **dict.fromkeys(GrantStatus, _NOTHING),
    GrantStatus.SUBMITTED: frozenset({GrantStatus.UNDER_ASSESSMENT, GrantStatus.REJECTED_ON_FORM}),
    GrantStatus.UNDER_ASSESSMENT: frozenset({GrantStatus.GRANTED, GrantStatus.REFUSED, GrantStatus.REJECTED_ON_FORM}),
    GrantStatus.GRANTED: frozenset({GrantStatus.CLOSED, GrantStatus.LAPSED}),
}
"""Each side sees in a refusal what it can ask for itself."""


class FormFault(StrEnum):
    """Why an application is rejected on its form; the code list `grant_form_fault`."""

    FORM_MISSING = "form_missing"
    ATTACHMENTS_MISSING = "attachments_missing"
    LATE = "late"
    OUTSIDE_CIRCLE = "outside_circle"


class DecisionOutcome(StrEnum):
    """What the agency decided."""

    GRANTED = "granted"
    REFUSED = "refused"


class BudgetKind(StrEnum):
    """Where a version of the budget comes from; the code list `grant_budget_kind`."""

    APPLICATION = "application"
    BUDGET_CHANGE = "budget_change"
    CARRY_OVER = "carry_over"


class BudgetStatus(StrEnum):
    """draft -> proposed -> in_force -> superseded; proposed -> rejected / withdrawn. The list `grant_budget_status`."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    IN_FORCE = "in_force"
    REJECTED = "rejected"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


PROPOSAL_TRANSITIONS: dict[bool, dict[BudgetStatus, frozenset[BudgetStatus]]] = {
    True: {
        **dict.fromkeys(BudgetStatus, frozenset[BudgetStatus]()),
        BudgetStatus.PROPOSED: frozenset({BudgetStatus.IN_FORCE, BudgetStatus.REJECTED}),
    },
    False: {
        **dict.fromkeys(BudgetStatus, frozenset[BudgetStatus]()),
        BudgetStatus.PROPOSED: frozenset({BudgetStatus.WITHDRAWN}),
    },
}
"""By whether it is the agency that asks."""


class InstalmentStatus(StrEnum):
    """planned -> paid; the code list `grant_instalment_status`."""

    PLANNED = "planned"
    PAID = "paid"


INSTALMENT_TRANSITIONS: dict[InstalmentStatus, frozenset[InstalmentStatus]] = {
    InstalmentStatus.PLANNED: frozenset({InstalmentStatus.PAID}),
    InstalmentStatus.PAID: frozenset(),
}


class NoticeKind(StrEnum):
    """What a grantee tells the agency; the code list `grant_notice_kind`."""

    START = "start"
    MATERIAL_CHANGE = "material_change"
    REPAYMENT = "repayment"


class AccountKind(StrEnum):
    """Of one year, or of the whole grant; the code list `grant_account_kind`."""

    ANNUAL = "annual"
    FINAL = "final"


class AccountStatus(StrEnum):
    """draft -> submitted -> approved / returned -> submitted; the code list `grant_account_status`."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"


_NEVER: frozenset[AccountStatus] = frozenset()
ACCOUNT_TRANSITIONS: dict[bool, dict[AccountStatus, frozenset[AccountStatus]]] = {
    True: {
        **dict.fromkeys(AccountStatus, _NEVER),
        AccountStatus.SUBMITTED: frozenset({AccountStatus.APPROVED, AccountStatus.RETURNED}),
    },
    False: {
        **dict.fromkeys(AccountStatus, _NEVER),
        AccountStatus.DRAFT: frozenset({AccountStatus.SUBMITTED}),
        AccountStatus.RETURNED: frozenset({AccountStatus.SUBMITTED}),
    },
}
"""By whether it is the agency that asks."""
OPEN_ACCOUNTS = frozenset({AccountStatus.DRAFT, AccountStatus.RETURNED})
"""Those whose vouchers may change."""
HANDED_IN_ACCOUNTS = frozenset(AccountStatus) - OPEN_ACCOUNTS
"""Those that the agency has, and that count."""


class AuditorKind(StrEnum):
    """Who audited, from the least qualified; the code list `grant_auditor`."""

    ELECTED = "elected"
    REGISTERED = "registered"
    STATE_AUTHORISED = "state_authorised"


class AttachmentKind(StrEnum):
    """What a file is; the code list `grant_attachment_kind`."""

    APPLICATION_FORM = "application_form"
    COOPERATION = "cooperation"
    DOCUMENTATION = "documentation"
    VOUCHER = "voucher"
    AUDITOR_REPORT = "auditor_report"
    OTHER = "other"


class DeadlineStatus(StrEnum):
    """`overdue` also where it was done, but too late; the code list `grant_deadline_status`."""

    MET = "met"
    DUE = "due"
    OVERDUE = "overdue"
    NO_LONGER = "no_longer"
    """The grant ended before the day came: nobody waits for it."""
