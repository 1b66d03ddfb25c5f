"""What it takes to serve a page that was written long ago: its name, and the policy under which a browser shows it."""

import base64
import hashlib
import re
from typing import Final

from app.common.problem import Language

_STYLE_ELEMENT: Final = re.compile(rb"<style>(.*?)</style>", re.DOTALL)


def report_name(language: Language) -> str:
    """The file of the page in this language."""
    return f"report.{language}.html"


def policy(style: str | bytes) -> str:
    """Nothing but this style: no script, no picture, no font, no connection, no frame around it."""
    content = style if isinstance(style, bytes) else style.encode()
    digest = base64.b64encode(hashlib.sha256(content).digest()).decode("ascii")
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def page_policy(page: bytes) -> str:
    """The policy of a page as it was written, which may be by an older version with another style."""
    found = _STYLE_ELEMENT.search(page)
    return f"{policy(found[1] if found else b'')}; frame-ancestors 'none'"
