"""Calendar days as people in Denmark count them: Europe/Copenhagen, whatever the server's clock says."""

import re
from datetime import UTC, date, datetime
from typing import Annotated

from pydantic import AfterValidator, BeforeValidator

from app.common.problem import InvalidValue
from app.common.workdays import COPENHAGEN, danish_date

_ISO_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_EARLIEST, _LATEST = date(1900, 1, 1), date(2199, 12, 31)


class NotADay(InvalidValue):
    """Something else than YYYY-MM-DD; pydantic alone would take seconds since 1970 too."""

    code = "date_parsing"
    message_en = "Must be a date (YYYY-MM-DD)."
    message_da = "Skal være en dato (ÅÅÅÅ-MM-DD)."


class DayInFuture(InvalidValue):
    """A day that has not come yet, of something that has happened."""

    code = "date_in_future"
    message_en = "The day is in the future."
    message_da = "Dagen ligger i fremtiden."


class ImplausibleDay(InvalidValue):
    """A day that nothing here can be about: a slip of the keyboard."""

    code = "implausible_date"
    message_en = "The date is not plausible."
    message_da = "Datoen er ikke sandsynlig."


def today() -> date:
    """The day it is in Denmark."""
    return danish_date(datetime.now(UTC))


def start_of_day(moment: datetime) -> datetime:
    """When the day began in Denmark that a moment belongs to, in UTC; the moment is aware."""
    return moment.astimezone(COPENHAGEN).replace(hour=0, minute=0, second=0, microsecond=0).astimezone(UTC)


ADULT_YEARS = 18
"""The target group's age (R17)."""


def is_adult(born: date, day: date) -> bool:
    """Whether somebody born then has turned 18 on a day."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day)) >= ADULT_YEARS


def _iso(value: object) -> object:
    if isinstance(value, str) and not _ISO_DAY.fullmatch(value):
        raise NotADay
    if isinstance(value, bool | int | float | datetime):
        raise NotADay
    return value


def _plausible(value: date) -> date:
    if not _EARLIEST <= value <= _LATEST:
        raise ImplausibleDay
    return value


def _not_in_future(value: date) -> date:
    if value > today():
        raise DayInFuture
    return value


Day = Annotated[date, BeforeValidator(_iso), AfterValidator(_plausible)]
"""A calendar day, YYYY-MM-DD, from 1900 to 2199."""
PastDay = Annotated[date, BeforeValidator(_iso), AfterValidator(_plausible), AfterValidator(_not_in_future)]
"""A calendar day that has come, in Europe/Copenhagen."""
