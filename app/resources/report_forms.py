"""The report in other forms: as CSV and as a picture (SVG)."""

from collections.abc import Iterator
from typing import NamedTuple

from app.common.csv_text import csv_document
from app.common.problem import Language
from app.common.svg import AMBER, DARK, bar, picture, text
from app.reference.lists import expense_categories, label
from app.resources.report_views import CourseCostReport, Sums

HEAD = ("part", "key", "label", "minutes", "minutes_without_rate", "time_oere", "cost_oere", "total_oere")
Line = tuple[str | int | None, ...]


def as_csv(report: CourseCostReport, language: Language) -> bytes:
    """One line a course, task, category and worker, each with `part` saying which, and the totals last."""
    return csv_document(HEAD, _lines(report, language))


def _lines(report: CourseCostReport, language: Language) -> Iterator[Line]:
    for course in report.by_course:
        key = None if course.course_id is None else str(course.course_id)
        yield "course", key, _course(course.course_id, language), *_sums(course)
    for task in report.by_task:
        yield "task", task.task.value, label("time_task", task.task, language), *_sums(task)
    for each in report.by_category:
        yield "category", each.category, _category(each.category, language), 0, 0, 0, each.cost_oere, each.cost_oere
    for worker in report.by_staff:
        yield "staff", worker.staff, None, *_sums(worker)
    yield "total", report.project_name, report.organisation_name, *_sums(report.totals)


def _sums(of: Sums) -> Line:
    return of.minutes, of.minutes_without_rate, of.time_oere, of.cost_oere, of.total_oere


def _course(course_id: object, language: Language) -> str:
    if course_id is None:
        return "Uden forløb" if language == "da" else "Of no course"
    return f"{'Forløb' if language == 'da' else 'Course'} {str(course_id)[:8]}"


def _category(code: str, language: Language) -> str:
    found = next(each for each in expense_categories() if each.code == code)
    return found.label_da if language == "da" else found.label_en or found.label_da


# --- the picture ------------------------------------------------------------------------------------------


class _Bar(NamedTuple):
    label: str
    time_oere: int
    cost_oere: int


_MOST = 20
"""Bars of the picture; what is less comes together in one."""
_ROW, _LEFT, _BARS, _RIGHT, _TOP = 28, 170, 420, 130, 70
_WORDS: dict[Language, tuple[str, str, str, str, str]] = {
    "da": (
        "Hvad forløbene koster",
        "Tid",
        "Udgifter",
        "Øvrige forløb",
        "Der er ingen godkendt tid eller bogført udgift.",
    ),
    "en": ("What courses cost", "Time", "Costs", "Other courses", "There is no approved time and no booked cost."),
}


def as_picture(report: CourseCostReport, language: Language) -> bytes:
    """A bar a course, dearest first, of time and costs in kroner; a screen reader gets the same as text."""
    title, time, costs, others, nothing = _WORDS[language]
    bars = _bars(report, language, others)
    described = "; ".join(f"{each.label}: {kroner(each.time_oere + each.cost_oere)}" for each in bars) or nothing
    height, width = _TOP + _ROW * max(1, len(bars)) + 16, _LEFT + _BARS + _RIGHT
    parts = [
        text(16, 26, f"{title} · {kroner(_known(report.totals))}", size=17),
        *_legend(time, costs),
        *_drawn(bars),
        *([] if bars else [text(16, _TOP + 18, nothing)]),
    ]
    named = f"{title}: {report.project_name}, {report.organisation_name}"
    return picture((width, height), language, named, described, parts)


def _bars(report: CourseCostReport, language: Language, others: str) -> list[_Bar]:
    dearest = sorted(report.by_course, key=lambda each: -_known(each))
    bars = [_Bar(_course(each.course_id, language), each.time_oere or 0, each.cost_oere or 0) for each in dearest]
    shown, rest = bars[:_MOST], bars[_MOST:]
    if rest:
        shown.append(_Bar(others, sum(each.time_oere for each in rest), sum(each.cost_oere for each in rest)))
    return shown


def _known(sums: Sums) -> int:
    """The money that is not withheld."""
    return (sums.time_oere or 0) + (sums.cost_oere or 0)


def _legend(time: str, costs: str) -> list[str]:
    return [bar(16, 40, 12, 12, DARK), text(34, 51, time), bar(110, 40, 12, 12, AMBER), text(128, 51, costs)]


def _drawn(bars: list[_Bar]) -> Iterator[str]:
    longest = max((each.time_oere + each.cost_oere for each in bars), default=0) or 1
    for number, each in enumerate(bars):
        y, total = _TOP + number * _ROW, each.time_oere + each.cost_oere
        first, both = _BARS * each.time_oere // longest, _BARS * total // longest
        yield text(16, y + 15, each.label)
        yield bar(_LEFT, y, first, 20, DARK)
        yield bar(_LEFT + first, y, both - first, 20, AMBER)
        yield text(_LEFT + both + 8, y + 15, kroner(total))


def kroner(oere: int) -> str:
    """An amount as written in Denmark: 1.234,50 kr."""
    whole, rest = divmod(oere, 100)
    return f"{whole:,}".replace(",", ".") + f",{rest:02} kr."
