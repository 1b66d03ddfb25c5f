"""Codes of pseudonymised extracts."""

from enum import StrEnum


class PseudonymisedExtractStatus(StrEnum):
    """waiting -> built / failed; the code list `pseudonymised_extract_status`."""

    WAITING = "waiting"
    BUILT = "built"
    FAILED = "failed"


class PseudonymisedExtractError(StrEnum):
    """Why an extract was not made; the code list `pseudonymised_extract_error`."""

    NOT_DECLARED = "not_declared"
    BESIDE_RELEASE = "beside_release"
    SECRET_MISSING = "secret_missing"  # noqa: S105 - a code
    INTERRUPTED = "interrupted"
    BROKEN = "broken"
