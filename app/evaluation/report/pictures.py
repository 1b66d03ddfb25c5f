"""The two pictures as SVG inside a page: what a screen reader says of each stands in it, and a table of it below."""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil, floor

from app.common.problem import Language
from app.common.svg import AMBER, DARK, GREY, bar, text
from app.evaluation.report.figures import Change, Flow, Scale
from app.evaluation.report.numbers import decimal, whole
from app.evaluation.report.words import WORDS, said

_WIDTH, _ROW = 760, 34
_FLOW_LEFT, _FLOW_BARS = 230, 380
_CHANGE_LEFT, _CHANGE_AXIS, _CHANGE_ROW = 350, 270, 26
_LONGEST = 58  # characters that fit beside the axis; the table below has the whole name


def flow_picture(flow: Flow, language: Language, identity: str) -> str:
    """A bar a step, with the noise's standard deviation as a line to both sides of its end."""
    words = WORDS[language]
    longest = max((each.n + each.deviation for each in flow.steps), default=0) or 1
    parts, spoken = [], []
    for number, step in enumerate(flow.steps):
        y = 8 + number * _ROW
        end = _FLOW_LEFT + _FLOW_BARS * step.n / longest
        reach = _FLOW_BARS * step.deviation / longest
        value = _value(whole(step.n, language), decimal(step.deviation, language), step.hidden, words.at_least)
        parts += [
            text(0, y + 17, said(step.words, language)),
            bar(_FLOW_LEFT, y, round(end - _FLOW_LEFT, 1), 24, DARK),
            *_whisker(end - reach, end + reach, y + 12),
            text(round(end + reach + 10, 1), y + 17, value),
        ]
        spoken.append(f"{said(step.words, language)}: {value}")
    title = f"{words.flow_title}: {said(flow.programme, language)}"
    return _svg((identity, language), title, "; ".join(spoken), 8 + _ROW * len(flow.steps), parts)


def _value(count: str, deviation: str, hidden: int, at_least: str) -> str:
    shown = f"{count} ± {deviation}"
    return at_least.format(shown) if hidden else shown


def change_picture(scale: Scale, language: Language, identity: str) -> str:
    """A point a group at the mean change, with its 95 % interval, against no change."""
    words = WORDS[language]
    low, high = _reach(scale.changes)

    def place(value: float) -> float:
        return round(_CHANGE_LEFT + _CHANGE_AXIS * (value - low) / (high - low), 1)

    height = 40 + _CHANGE_ROW * len(scale.changes)
    parts = [*_axis(low, high, place(0), height, language)]
    spoken = []
    for number, each in enumerate(scale.changes):
        y = 20 + number * _CHANGE_ROW
        parts += [
            text(0, y + 4, _short(each, language), size=12),
            *_whisker(place(each.low), place(each.high), y),
        ]
        parts.append(f'<circle cx="{place(each.change)}" cy="{y}" r="5" fill="{DARK}"/>')
        parts.append(text(_CHANGE_LEFT + _CHANGE_AXIS + 16, y + 4, _change_said(each, language), size=12))
        spoken.append(f"{named(each, language)}: {_change_said(each, language)}")
    title = words.change_title.format(said(scale.words, language))
    return _svg((identity, language), title, "; ".join(spoken), height, parts)


def named(each: Change, language: Language) -> str:
    """The group as its row is called."""
    return ", ".join(_parts(each, language))


def _parts(each: Change, language: Language) -> list[str]:
    return [said(part, language) for part in (each.place, each.period, each.track)]


def _short(each: Change, language: Language) -> str:
    """What tells a row from the next stands last, and whole: it is the place's name that is cut."""
    place, *rest = _parts(each, language)
    room = _LONGEST - len(", ".join(["", *rest]))
    return ", ".join([place if len(place) <= room else f"{place[: room - 1]}…", *rest])


def _change_said(each: Change, language: Language) -> str:
    low, high = (decimal(value, language, signed=True) for value in (each.low, each.high))
    return f"{decimal(each.change, language, signed=True)} ({low}; {high})"


def _reach(changes: Sequence[Change]) -> tuple[float, float]:
    """Tens that hold all intervals and no change."""
    low = min((each.low for each in changes), default=0.0)
    high = max((each.high for each in changes), default=0.0)
    return 10.0 * floor(min(low, 0.0) / 10), 10.0 * max(ceil(high / 10), 1)


def _axis(low: float, high: float, zero: float, height: int, language: Language) -> Iterator[str]:
    yield _line((zero, 6), (zero, height - 22), GREY)
    for step in range(int(low), int(high) + 1, 10):
        x = round(_CHANGE_LEFT + _CHANGE_AXIS * (step - low) / (high - low), 1)
        yield _line((x, height - 26), (x, height - 20), GREY)
        label = escape(decimal(step, language, signed=bool(step)).rpartition("," if language == "da" else ".")[0])
        yield f'<text x="{x}" y="{height - 6}" font-size="11" text-anchor="middle" fill="{GREY}">{label}</text>'


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
