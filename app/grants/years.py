"""The years of a grant's budget: calendar years, or a project's own years, named by the year in which they begin."""

from dataclasses import dataclass
from datetime import date, timedelta

from app.grants.rules import Rules


def anniversary(since: date, years: int) -> date:
    """The same day some years later; the 29th of February becomes the 1st of March."""
    try:
        return since.replace(year=since.year + years)
    except ValueError:
        return date(since.year + years, 3, 1)


def months_later(day: date, months: int) -> date:
    """The same day some months later, or the month's last."""
    month = day.month - 1 + months
    year, month = day.year + month // 12, month % 12 + 1
    last = (date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)).day
    return date(year, month, min(day.day, last))


@dataclass(frozen=True, slots=True)
class Years:
    """How a grant's years are counted."""

    by_project: bool
    since: date
    """The project's first day."""

    @classmethod
    def of(cls, rules: Rules, project_starts_on: date) -> "Years":
        """As the programme counts."""
        return cls(rules.budget_year == "project_year", project_starts_on)

    def of_day(self, day: date) -> int:
        """The year that a day belongs to."""
        if not self.by_project:
            return day.year
        return day.year if anniversary(self.since, day.year - self.since.year) <= day else day.year - 1

    def last_day(self, year: int) -> date:
        """The last day of a year."""
        if not self.by_project:
            return date(year, 12, 31)
        return anniversary(self.since, year + 1 - self.since.year) - timedelta(days=1)
