"""The release as a page: complete in itself, without a script, and without anything from elsewhere."""

from collections.abc import Iterator, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any, Final, get_args

from app.common.problem import Language
from app.evaluation.files.codebook import Table
from app.evaluation.files.release import KEPT, Release
from app.evaluation.report.figures import Figures, Flow, Scale, figures_of
from app.evaluation.report.numbers import decimal, whole
from app.evaluation.report.pictures import change_picture, count_said, flow_picture, named
from app.evaluation.report.serving import policy, report_name
from app.evaluation.report.words import WORDS, said

LANGUAGES: Final[tuple[Language, ...]] = get_args(Language)
_STYLE: Final = Path(__file__).with_name("style.css").read_text(encoding="utf-8")


def reports_of(release: Release, tables: Sequence[Table]) -> dict[str, bytes]:
    """The page in each language, by the name of its file."""
    figures = figures_of(release, tables)
    return {report_name(each): _page(release, figures, each).encode() for each in LANGUAGES}


def _page(release: Release, figures: Figures, language: Language) -> str:
    words = WORDS[language]
    other: Language = "en" if language == "da" else "da"
    title = escape(words.title.format(name=release.name))
    years = "–".join(dict.fromkeys(str(year) for year in _ends(release.parameters["years"])))
    # In place of a recalled release the data are as they were read for that one.
    of_whom = words.kept_at if release.supersedes else words.read_at
    before = next(iter(release.supersedes), "")
    read_at = escape(of_whom.format(taken=release.snapshot_at[:10], years=years, before=before))
    body = "\n".join(
        [
            f"<h1>{title}</h1>",
            f'<p class="notice">{escape(words.sandbox)}</p>' if release.sandbox else "",
            f"<p>{read_at}</p>",
            *_flows(figures, language),
            *(part for number, each in enumerate(figures.scales) for part in _scale(each, language, number)),
            *_protection(release, figures, language),
        ]
    )
    return f"""<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy(_STYLE)}">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<header><a href="{report_name(other)}" lang="{other}" hreflang="{other}">{words.other}</a></header>
<main>
{body}
</main>
</body>
</html>
"""


def _ends(years: Sequence[int]) -> tuple[int, int]:
    return min(years), max(years)


def _flows(figures: Figures, language: Language) -> Iterator[str]:
    words = WORDS[language]
    yield f"<h2>{words.flow_title}</h2><p>{words.flow_about}</p>"
    for number, flow in enumerate(figures.flows):
        yield f"<h3>{escape(said(flow.programme, language))}</h3>"
        yield _wide(flow_picture(flow, language, f"flow{number}"), said(flow.programme, language))
        yield _wide(_flow_table(flow, language), words.flow_title)


def _flow_table(flow: Flow, language: Language) -> str:
    words = WORDS[language]
    rows = [(said(each.words, language), count_said(each, language), str(each.hidden)) for each in flow.steps]
    return _table((words.step, words.count, words.quarters_hidden), rows)


def _scale(scale: Scale, language: Language, number: int) -> Iterator[str]:
    words = WORDS[language]
    yield f"<h2>{escape(words.change_title.format(said(scale.words, language)))}</h2>"
    if not scale.changes:
        yield f"<p>{words.none_shown}</p>"
        return
    yield f"<p>{words.change_about}</p>"
    yield _wide(change_picture(scale, language, f"change{number}"), said(scale.words, language))
    rows = [
        (
            named(each, language),
            whole(each.n, language),
            decimal(each.start, language),
            decimal(each.end, language),
            decimal(each.change, language, signed=True),
            f"{decimal(each.low, language, signed=True)}; {decimal(each.high, language, signed=True)}",
        )
        for each in scale.changes
    ]
    heads = (words.group, words.n, words.start, words.end, words.change, words.interval)
    yield _wide(_table(heads, rows), said(scale.words, language))


def _protection(release: Release, figures: Figures, language: Language) -> Iterator[str]:
    words = WORDS[language]
    values = _values(release.parameters, figures.noise, language)
    yield f"<h2>{words.disclosure_title}</h2>"
    if release.supersedes:
        yield f"<h3>{words.kept_title}</h3><p>{escape(said(KEPT, language))}</p>"
    for each in words.paragraphs:
        yield f"<h3>{escape(each.heading)}</h3><p>{escape(each.text.format_map(values))}</p>"
    yield f"<h3>{words.shown_title}</h3><p>{words.shown_about}</p>"
    statuses = figures.statuses
    heads = (words.file, *(said(each, language) for each in statuses.values()))
    rows = [
        (said(each.words, language), *(whole(each.counts.get(code, 0), language) for code in statuses))
        for each in figures.shown
    ]
    yield _wide(_table(heads, rows), words.shown_title)


def _values(parameters: Mapping[str, Any], noise: float, language: Language) -> dict[str, object]:
    """The release's own parameters, for the texts."""
    limits = dict(parameters["thresholds"])
    shares = {name: round(100 * limits[name]) for name in ("outcome_share", "cost_share")}
    deviation = f"{noise:.2f}".replace(".", "," if language == "da" else ".")
    blocked = max(parameters["noise"]["never_published"])
    return {**limits, **shares, "deviation": deviation, "blocked": blocked}


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    head = "".join(f'<th scope="col">{escape(each)}</th>' for each in heads)
    body = "\n".join(
        f'<tr><th scope="row">{escape(row[0])}</th>' + "".join(f"<td>{escape(each)}</td>" for each in row[1:]) + "</tr>"
        for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>\n{body}\n</tbody></table>"


def _wide(content: str, label: str) -> str:
    """What may be wider than a phone scrolls by itself, by keyboard as well."""
    return f'<div class="wide" role="group" aria-label="{escape(label)}" tabindex="0">{content}</div>'
