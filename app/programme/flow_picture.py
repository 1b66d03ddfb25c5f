"""Programme status as a picture: a bar a step, one's own part first, then what the others have at least."""

from collections.abc import Iterator
from typing import NamedTuple

from app.common.problem import Language
from app.common.svg import DARK, GREY, PALE, bar, picture, text
from app.programme.flow_views import FlowCount, FlowStatus, ProgrammeFlow
from app.reference.lists import label

_ROW, _LEFT, _BARS, _RIGHT, _TOP = 36, 150, 400, 250, 116


class _Words(NamedTuple):
    title: str
    own: str
    others: str
    at_least: str
    below: str
    not_applicable: str
    footnote: str


_WORDS: dict[Language, _Words] = {
    "da": _Words(
        "Programstatus",
        "egne (præcist)",
        "øvrige parter (mindst)",
        "mindst {}",
        "øvrige: færre end {}, eller vises ikke",
        "ikke relevant i dette program",
        "Borgere, ikke registreringer. Øvrige parters tal er rundet ned til et multiplum af {}.",
    ),
    "en": _Words(
        "Programme status",
        "own (exact)",
        "other parties (at least)",
        "at least {}",
        "others: fewer than {}, or not shown",
        "not applicable in this programme",
        "Citizens, not records. Other parties' numbers are rounded down to a multiple of {}.",
    ),
}


def as_picture(flow: ProgrammeFlow, language: Language) -> bytes:
    """The same numbers as the JSON has."""
    words = _WORDS[language]
    lines = [
        (label("flow_step", each.step, language), each, _said(each, flow.minimum_cell, words)) for each in flow.steps
    ]
    described = "; ".join(f"{name}: {said}" for name, _, said in lines)
    title = f"{words.title}: {flow.project_name}"
    height = _TOP + _ROW * len(lines) + 24
    parts = [
        text(16, 28, title, size=17),
        *_legend(flow, words),
        *_drawn(lines),
        text(16, height - 12, words.footnote.format(flow.minimum_cell), fill=GREY),
    ]
    return picture((_LEFT + _BARS + _RIGHT, height), language, title, described, parts)


def _said(count: FlowCount, minimum: int, words: _Words) -> str:
    if count.status is FlowStatus.NOT_APPLICABLE:
        return words.not_applicable
    if count.others is None:
        below = words.below.format(minimum)
        return below if count.own is None else f"{count.own} ({below})"
    whole = words.at_least.format(count.project)
    return whole if count.own is None else f"{whole} ({count.own} + {count.others})"


def _legend(flow: ProgrammeFlow, words: _Words) -> Iterator[str]:
    yield bar(16, 66, 12, 12, PALE, outline=DARK)
    yield text(34, 77, words.others)
    if any(each.own is not None for each in flow.steps):
        yield bar(16, 46, 12, 12, DARK)
        yield text(34, 57, f"{flow.organisation_name}: {words.own}")


def _drawn(lines: list[tuple[str, FlowCount, str]]) -> Iterator[str]:
    longest = max((count.project or 0 for _, count, _ in lines), default=0) or 1
    for number, (name, count, said) in enumerate(lines):
        y = _TOP + number * _ROW - 16
        own, whole = _BARS * (count.own or 0) // longest, _BARS * (count.project or 0) // longest
        yield text(16, y + 17, name)
        yield bar(_LEFT, y, own, 24, DARK)
        if count.others:
            yield bar(_LEFT + own, y, whole - own, 24, PALE, outline=DARK)
        yield text(_LEFT + whole + 8, y + 17, said, fill=None if count.project else GREY)
