"""Danish working days (hverdage): Monday to Friday, public holidays apart."""

from datetime import date, datetime, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

import holidays

COPENHAGEN = ZoneInfo("Europe/Copenhagen")
_SATURDAY = 5


def danish_date(moment: datetime) -> date:
    """The calendar day that it is in Denmark at a moment; the moment is aware."""
    return moment.astimezone(COPENHAGEN).date()


@lru_cache(maxsize=64)
def _of_year(year: int) -> tuple[date, ...]:
    free = holidays.country_holidays("DK", years=year)
    first = date(year, 1, 1)
    days = (first + timedelta(days=number) for number in range((date(year + 1, 1, 1) - first).days))
    return tuple(day for day in days if day.weekday() < _SATURDAY and day not in free)


def workdays_between(first: date, last: date) -> list[date]:
    """The working days from `first` to `last`, both included."""
    return [day for year in range(first.year, last.year + 1) for day in _of_year(year) if first <= day <= last]


def workdays_after(day: date, count: int) -> date:
    """The working day that is `count` (at least 1) working days after `day`."""
    return workdays_between(day + timedelta(days=1), day + timedelta(days=count * 3 + 14))[count - 1]
