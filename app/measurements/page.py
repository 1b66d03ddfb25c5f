"""The citizen's page as HTML: complete without a script, and without anything from elsewhere."""

import base64
import hashlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from html import escape
from pathlib import Path
from typing import Any, Final

from app.common.problem import Language
from app.measurements.page_texts import TEXTS, Texts

_FILES = Path(__file__).with_name("page_files")
_STYLE = (_FILES / "style.css").read_text(encoding="utf-8")
_SCRIPT = (_FILES / "script.js").read_text(encoding="utf-8")


def _source(text: str) -> str:
    return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"


HEADERS: Final[Mapping[str, str]] = {
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Robots-Tag": "noindex, nofollow, noarchive",
    "Content-Security-Policy": (
        f"default-src 'none'; style-src {_source(_STYLE)}; script-src {_source(_SCRIPT)}; img-src data:; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    "Vary": "Accept-Language",
}


@dataclass(frozen=True, slots=True)
class Frame:
    """What every page has."""

    language: Language
    leave_url: str
    others: Collection[Language] = ()
    """Further languages that this page can be had in."""

    @property
    def texts(self) -> Texts:
        """The words."""
        return TEXTS[self.language]


@dataclass(frozen=True, slots=True)
class Form:
    """What is asked, and what was chosen so far."""

    instrument: Mapping[str, Any]
    scale: range
    chosen: Mapping[str, int] = field(default_factory=dict)
    missing: Collection[str] = ()


def questionnaire(frame: Frame, form: Form) -> str:
    """The form; with what is missing said first, where something is."""
    texts = frame.texts
    introduction = form.instrument[f"introduction_{frame.language}"]
    parts = [
        _summary(texts, form) if form.missing else "",
        f"<h1>{texts.title}</h1>",
        f"<p>{escape(introduction)}</p>" if introduction else "",
        f"<p>{texts.about}</p><p>{texts.shared}</p>",
        f'<form method="post" action="?lang={frame.language}" autocomplete="off" novalidate>',
        *(_item(frame, form, place) for place in range(len(form.instrument["items"]))),
        f'<p><button type="submit">{texts.send}</button></p></form>',
    ]
    title = f"{texts.fault}: {texts.title}" if form.missing else texts.title
    return _document(frame, title, "\n".join(part for part in parts if part))


def done(frame: Frame) -> str:
    """After answering."""
    return _message(frame, frame.texts.done, frame.texts.thanks)


def gone(frame: Frame) -> str:
    """The link leads nowhere, whatever the reason."""
    return _message(frame, frame.texts.gone, frame.texts.why_gone)


def refused(frame: Frame) -> str:
    """The request was none that the page makes."""
    return _message(frame, frame.texts.refused, frame.texts.open_again)


def down(frame: Frame) -> str:
    """Our own fault."""
    return _message(frame, frame.texts.down, frame.texts.try_later)


def _message(frame: Frame, title: str, text: str) -> str:
    return _document(frame, title, f"<h1>{title}</h1>\n<p>{text}</p>")


def _summary(texts: Texts, form: Form) -> str:
    items = [each["id"] for each in form.instrument["items"]]
    entries = "".join(
        f'<li><a href="#q{number}-{form.scale.start}">{texts.missing}: {number}</a></li>'
        for number, item in enumerate(items, 1)
        if item in form.missing
    )
    # Focused by the browser itself, so that a screen reader begins here without a script.
    return (
        '<div class="faults" role="alert" aria-labelledby="faults" tabindex="-1" autofocus>'
        f'<h2 id="faults">{texts.faults}</h2><ul>{entries}</ul></div>'
    )


def _item(frame: Frame, form: Form, place: int) -> str:
    item, texts, number = form.instrument["items"][place], frame.texts, place + 1
    missing = item["id"] in form.missing
    optional = "" if item["required"] else f" {texts.optional}"
    wording = escape(item[f"wording_{frame.language}"])
    fault = f'<p class="fault" id="q{number}-fault">{texts.fault}: {texts.missing}</p>' if missing else ""
    described = f' aria-describedby="q{number}-fault"' if missing else ""
    labels = {each["value"]: escape(each[f"label_{frame.language}"]) for each in form.instrument["scale_labels"]}
    choices = "\n".join(
        f'<div class="choice"><input type="radio" id="q{number}-{value}" name="{escape(item["id"])}" value="{value}"'
        f' autocomplete="off"{" checked" if form.chosen.get(item["id"]) == value else ""}>'
        f'<label for="q{number}-{value}">{value}{f" – {labels[value]}" if value in labels else ""}</label></div>'
        for value in form.scale
    )
    return (
        f'<fieldset id="q{number}"{described}><legend>{number}. {wording}{optional}</legend>{fault}\n'
        f"{choices}</fieldset>"
    )


def _document(frame: Frame, title: str, main: str) -> str:
    texts = frame.texts
    others = "".join(
        f' <a href="?lang={each}" lang="{each}" hreflang="{each}">{TEXTS[each].in_language}</a>'
        for each in frame.others
        if each != frame.language
    )
    return f"""<!DOCTYPE html>
<html lang="{frame.language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<meta name="format-detection" content="telephone=no">
<link rel="icon" href="data:,">
<style>{_STYLE}</style>
</head>
<body>
<header>
<a class="leave" href="{escape(frame.leave_url)}" rel="noreferrer noopener">{texts.leave}</a>{others}
</header>
<main>
{main}
</main>
<script>{_SCRIPT}</script>
</body>
</html>
"""
