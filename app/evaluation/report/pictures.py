"""The two pictures as SVG inside a page: what a screen reader says of each stands in it, and a table of it below."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import groupby
from math import ceil, floor

from app.common.problem import Language
from app.common.svg import AMBER, DARK, GREY, bar, text
from app.evaluation.report.figures import Change, Flow, Scale, Step
from app.evaluation.report.numbers import decimal, whole
from app.evaluation.report.words import WORDS, said

_WIDTH, _ROW = 760, 34
_FLOW_LEFT, _FLOW_BARS = 230, 380
_CHANGE_LEFT, _CHANGE_AXIS, _CHANGE_VALUE = 262, 300, 578
_CHANGE_SIZE, _CHANGE_ROW, _CHANGE_HEAD, _CHANGE_GAP, _CHANGE_FOOT = 12, 24, 22, 10, 24
_MOST_TICKS = 8
_WIDE, _CAPITAL, _USUAL = 1.0, 0.78, 0.64
"""Widths of letters, of their size, in the widest fonts that a machine may have for sans-serif."""


def flow_picture(flow: Flow, language: Language, identity: str) -> str:
    """A bar a step, with the noise's standard deviation as a line to both sides of its end."""
    words = WORDS[language]
    longest = max((each.n + each.deviation for each in flow.steps if each.n is not None), default=0) or 1
    parts, spoken = [], []
    for number, step in enumerate(flow.steps):
        y = 8 + number * _ROW
        value = count_said(step, language)
        parts.append(text(0, y + 17, said(step.words, language)))
        if step.n is None:
            parts.append(text(_FLOW_LEFT, y + 17, value))
        else:
            end = _FLOW_LEFT + _FLOW_BARS * step.n / longest
            reach = _FLOW_BARS * step.deviation / longest
            parts += [
                bar(_FLOW_LEFT, y, round(end - _FLOW_LEFT, 1), 24, DARK),
                *_whisker(end - reach, end + reach, y + 12),
                text(round(end + reach + 10, 1), y + 17, value),
            ]
        spoken.append(f"{said(step.words, language)}: {value}")
    title = f"{words.flow_title}: {said(flow.programme, language)}"
    return _svg((identity, language), title, "; ".join(spoken), 8 + _ROW * len(flow.steps), parts)


def count_said(step: Step, language: Language) -> str:
    """The count with its noise; at least that, where some quarters are not shown, and a dash where none is."""
    if step.n is None:
        return "–"
    shown = f"{whole(step.n, language)} ± {decimal(step.deviation, language)}"
    return WORDS[language].at_least.format(shown) if step.hidden else shown


def change_picture(scale: Scale, language: Language, identity: str) -> str:
    """A point a group at the mean change, with its 95 % interval, against no change."""
    words = WORDS[language]
    low, high = _reach(scale.changes)

    def place(value: float) -> float:
        return round(_CHANGE_LEFT + _CHANGE_AXIS * (value - low) / (high - low), 1)

    parts, spoken, y = [], [], 0
    # The place stands above its rows, where nothing is drawn: a name may be as long as the picture is wide.
    for where, changes in groupby(scale.changes, key=lambda each: said(each.place, language)):
        parts.append(text(0, y + 15, _short(where), size=_CHANGE_SIZE))
        top = y = y + _CHANGE_HEAD
        for each in changes:
            middle = y + _CHANGE_ROW // 2
            value = _change_said(each, language)
            parts += [
                text(12, middle + 4, ", ".join(_beside(each, language)), size=_CHANGE_SIZE, fill=GREY),
                *_whisker(place(each.low), place(each.high), middle),
                f'<circle cx="{place(each.change)}" cy="{middle}" r="5" fill="{DARK}"/>',
                text(_CHANGE_VALUE, middle + 4, value, size=_CHANGE_SIZE),
            ]
            spoken.append(f"{named(each, language)}: {value}")
            y += _CHANGE_ROW
        parts.insert(0, _line((place(0), top), (place(0), y), GREY))
        y += _CHANGE_GAP
    parts += _axis(low, high, y, language)
    title = words.change_title.format(said(scale.words, language))
    return _svg((identity, language), title, "; ".join(spoken), y + _CHANGE_FOOT, parts)


def named(each: Change, language: Language) -> str:
    """The group as its row is called."""
    return ", ".join([said(each.place, language), *_beside(each, language)])


def _beside(each: Change, language: Language) -> list[str]:
    """What tells a place's rows apart."""
    return [said(part, language) for part in (each.period, each.track)]


def _short(name: str) -> str:
    """As much of a name as is sure to fit; the table below has the whole of it."""
    room = _WIDTH / _CHANGE_SIZE
    if sum(map(_breadth, name)) <= room:
        return name
    end, room = 0, room - _WIDE
    while (room := room - _breadth(name[end])) >= 0:
        end += 1
    return f"{name[:end].rstrip()}…"


def _breadth(letter: str) -> float:
    if letter in "mwMWÆæ@%" or not (letter.isascii() or letter.isalpha()):
        return _WIDE
    return _CAPITAL if letter.isupper() else _USUAL


def _change_said(each: Change, language: Language) -> str:
    low, high = (decimal(value, language, signed=True) for value in (each.low, each.high))
    return f"{decimal(each.change, language, signed=True)} ({low}; {high})"


def _reach(changes: Sequence[Change]) -> tuple[float, float]:
    """Tens that hold all intervals and no change."""
    low = min((each.low for each in changes), default=0.0)
    high = max((each.high for each in changes), default=0.0)
    return 10.0 * floor(min(low, 0.0) / 10), 10.0 * max(ceil(high / 10), 1)


def _axis(low: float, high: float, y: int, language: Language) -> Iterator[str]:
    tens = 10 * ceil((high - low) / 10 / _MOST_TICKS)
    for step in range(int(low), int(high) + 1, 10):
        if step % tens:
            continue
        x = round(_CHANGE_LEFT + _CHANGE_AXIS * (step - low) / (high - low), 1)
        yield _line((x, y - 4), (x, y + 2), GREY)
        label = escape(decimal(step, language, signed=bool(step)).rpartition("," if language == "da" else ".")[0])
        yield f'<text x="{x}" y="{y + 16}" font-size="11" text-anchor="middle" fill="{GREY}">{label}</text>'


def _whisker(left: float, right: float, y: float) -> Iterator[str]:
    """A line with ends, wide enough to be seen on a bar and beside it."""
    for x1, y1, x2, y2 in ((left, y, right, y), (left, y - 5, left, y + 5), (right, y - 5, right, y + 5)):
        yield _line((round(x1, 1), y1), (round(x2, 1), y2), AMBER, 3)


def _line(begin: tuple[float, float], end: tuple[float, float], colour: str, width: int = 1) -> str:
    (x1, y1), (x2, y2) = begin, end
    return f'<line x1="{x1}" y1="{y1}" x2="{x2}" y2="{y2}" stroke="{colour}" stroke-width="{width}"/>'


def _svg(about: tuple[str, Language], title: str, described: str, height: float, parts: Sequence[str]) -> str:
    """The whole, with what a screen reader says of it; `about` is its id in the page, and the language."""
    identity, language = about
    opening = (
        f'<svg role="img" aria-labelledby="{identity}-title {identity}-desc" lang="{language}" '
        f'viewBox="0 0 {_WIDTH} {height}" font-family="sans-serif" font-size="14">'
    )
    head = f'<title id="{identity}-title">{escape(title)}</title>'
    spoken = f'<desc id="{identity}-desc">{escape(described)}</desc>'
    return "\n".join([opening, head, spoken, *parts, "</svg>"])
