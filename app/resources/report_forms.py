"""The report in other forms: as CSV and as a picture (SVG)."""

from collections.abc import Iterator
from typing import NamedTuple
from xml.sax.saxutils import escape

from app.common.csv_text import csv_document
from app.common.problem import Language
from app.reference.lists import code_lists, expense_categories
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
        yield "task", task.task.value, _label("time_task", task.task, language), *_sums(task)
    for each in report.by_category:
        yield "category", each.category, _category(each.category, language), 0, 0, 0, each.cost_oere, each.cost_oere
    for worker in report.by_staff:
        yield "staff", worker.staff, None, *_sums(worker)
    yield "total", report.project_name, report.organisation_name, *_sums(report.totals)


def _sums(of: Sums) -> tuple[int, ...]:
    return of.minutes, of.minutes_without_rate, of.time_oere, of.cost_oere, of.total_oere


def _course(course_id: object, language: Language) -> str:
    if course_id is None:
        return "Uden forløb" if language == "da" else "Of no course"
    return f"{'Forløb' if language == 'da' else 'Course'} {str(course_id)[:8]}"


def _label(name: str, code: str, language: Language) -> str:
    found = next(each for each in code_lists()[name].codes if each.code == code)
    return found.label_da if language == "da" else found.label_en


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
    described = "; ".join(f"{bar.label}: {kroner(bar.time_oere + bar.cost_oere)}" for bar in bars) or nothing
    height, width = _TOP + _ROW * max(1, len(bars)) + 16, _LEFT + _BARS + _RIGHT
    frame = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" lang="{language}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="13">'
    )
    parts = [
        frame,
        f'<title id="title">{escape(f"{title}: {report.project_name}, {report.organisation_name}")}</title>',
        f'<desc id="desc">{escape(described)}</desc>',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="16" y="26" font-size="17">{escape(f"{title} · {kroner(report.totals.total_oere)}")}</text>',
        *_legend(time, costs),
        *_drawn(bars),
        *([] if bars else [f'<text x="16" y="{_TOP + 18}">{escape(nothing)}</text>']),
        "</svg>",
    ]
    return "\n".join(parts).encode("utf-8")


def _bars(report: CourseCostReport, language: Language, others: str) -> list[_Bar]:
    dearest = sorted(report.by_course, key=lambda each: -each.total_oere)
    shown = [_Bar(_course(each.course_id, language), each.time_oere, each.cost_oere) for each in dearest[:_MOST]]
    rest = dearest[_MOST:]
    if rest:
        shown.append(_Bar(others, sum(each.time_oere for each in rest), sum(each.cost_oere for each in rest)))
    return shown


def _legend(time: str, costs: str) -> list[str]:
    return [
        f'<rect x="16" y="40" width="12" height="12" fill="#1f5f8b"/><text x="34" y="51">{escape(time)}</text>',
        f'<rect x="110" y="40" width="12" height="12" fill="#e0a030"/><text x="128" y="51">{escape(costs)}</text>',
    ]


def _drawn(bars: list[_Bar]) -> Iterator[str]:
    longest = max((bar.time_oere + bar.cost_oere for bar in bars), default=0) or 1
    for number, bar in enumerate(bars):
        y, total = _TOP + number * _ROW, bar.time_oere + bar.cost_oere
        first, both = _BARS * bar.time_oere // longest, _BARS * total // longest
        yield f'<text x="16" y="{y + 15}">{escape(bar.label)}</text>'
        yield f'<rect x="{_LEFT}" y="{y}" width="{first}" height="20" fill="#1f5f8b"/>'
        yield f'<rect x="{_LEFT + first}" y="{y}" width="{both - first}" height="20" fill="#e0a030"/>'
        yield f'<text x="{_LEFT + both + 8}" y="{y + 15}">{escape(kroner(total))}</text>'


def kroner(oere: int) -> str:
    """An amount as written in Denmark: 1.234,50 kr."""
    whole, rest = divmod(oere, 100)
    return f"{whole:,}".replace(",", ".") + f",{rest:02} kr."
