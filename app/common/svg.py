"""Small pictures as SVG: text a screen reader can say, no scripts, no fonts from elsewhere."""

from collections.abc import Iterable
from xml.sax.saxutils import escape

from app.common.problem import Language

DARK, AMBER, PALE, GREY = "#1f5f8b", "#e0a030", "#a9cbe3", "#5a5a5a"
"""On white: the dark ones carry text and meaning, the light ones never alone (WCAG 1.4.1, 1.4.11)."""


def text(x: float, y: float, words: str, *, size: int | None = None, fill: str | None = None) -> str:
    """A line of text with its baseline at `y`."""
    more = (f' font-size="{size}"' if size else "") + (f' fill="{fill}"' if fill else "")
    return f'<text x="{x}" y="{y}"{more}>{escape(words)}</text>'


def bar(x: float, y: float, width: float, height: float, fill: str, *, outline: str | None = None) -> str:
    """A filled box."""
    edge = f' stroke="{outline}"' if outline else ""
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{fill}"{edge}/>'


def picture(size: tuple[int, int], language: Language, title: str, described: str, parts: Iterable[str]) -> bytes:
    """The whole, on white, with what a screen reader says of it."""
    width, height = size
    opening = (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title desc" lang="{language}" '
        f'viewBox="0 0 {width} {height}" width="{width}" height="{height}" font-family="sans-serif" font-size="13">'
    )
    lines = [
        opening,
        f'<title id="title">{escape(title)}</title>',
        f'<desc id="desc">{escape(described)}</desc>',
        bar(0, 0, width, height, "#fff"),
        *parts,
        "</svg>",
    ]
    return "\n".join(lines).encode("utf-8")
