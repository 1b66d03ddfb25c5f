"""Times as they come in: RFC 3339 with an offset, kept in UTC."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import AfterValidator, AwareDatetime, BeforeValidator

from app.common.problem import InvalidValue

CLOCK_DRIFT = timedelta(seconds=5)
"""How far a caller's clock may be ahead of ours, of something that has happened."""

_DAY_FIRST = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ]")
_EARLIEST = datetime(1900, 1, 1, tzinfo=UTC)
_LATEST = datetime(2200, 1, 1, tzinfo=UTC)


class NotAMoment(InvalidValue):
    """A number, or something else that is no text."""

    code = "datetime_parsing"
    message_en = "Must be a time with its offset from UTC (RFC 3339)."
    message_da = "Skal være et tidspunkt med forskydning fra UTC (RFC 3339)."


class MomentInFuture(InvalidValue):
    """A time that has not come yet, of something that has happened."""

    code = "in_future"
    message_en = "Must not be in the future."
    message_da = "Må ikke ligge i fremtiden."


class ImplausibleMoment(InvalidValue):
    """Before 1900 or after 2199."""

    code = "implausible_time"
    message_en = "The time is not plausible."
    message_da = "Tidspunktet er ikke sandsynligt."


def is_ahead(moment: datetime) -> bool:
    """Whether a time has not come yet, by whatever clock it was read within `CLOCK_DRIFT`."""
    return moment > datetime.now(UTC) + CLOCK_DRIFT


def _text(value: object) -> object:
    """Pydantic would take a bare number for seconds since 1970."""
    if not isinstance(value, str | datetime) or (isinstance(value, str) and not _DAY_FIRST.match(value)):
        raise NotAMoment
    return value


def _utc(value: datetime) -> datetime:
    try:
        moment = value.astimezone(UTC)
    except OverflowError as error:
        raise ImplausibleMoment from error
    if not _EARLIEST <= moment < _LATEST:
        raise ImplausibleMoment
    return moment


Moment = Annotated[AwareDatetime, BeforeValidator(_text), AfterValidator(_utc)]
"""A point in time, in UTC once read."""
