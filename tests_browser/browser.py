"""The machine's own Chromium, as a phone that nobody has used before."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
PHONE = {"width": 360, "height": 740}
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def executable() -> str | None:
    """Where Chromium is: as `TEST_BROWSER` names it, else on the path."""
    return next(filter(None, map(shutil.which, (os.environ.get("TEST_BROWSER", ""), *NAMES))), None)


def launched(playwright: Playwright) -> Browser:
    """The browser; its profile is a new, empty one.

    Raises:
        RuntimeError: there is none, and what to do.
    """
    if (path := executable()) is None:
        message = (
            "These tests need Chromium or Chrome. Install it (Debian: apt-get install chromium), or say where it is: "
            "TEST_BROWSER=/path/to/chromium"
        )
        raise RuntimeError(message)
    return playwright.chromium.launch(executable_path=path, args=FLAGS)


@dataclass
class Seen:
    """A page, and all that happened while it was looked at."""

    page: Page
    context: BrowserContext
    requests: list[str] = field(default_factory=list)
    complaints: list[str] = field(default_factory=list)

    def hosts(self) -> set[str]:
        """Whom the browser asked for anything."""
        return {urlsplit(each).netloc for each in self.requests if not each.startswith("data:")}

    def stored(self) -> dict[str, Any]:
        """Whatever the browser would still know of the site afterwards."""
        state = self.page.evaluate("() => [localStorage.length, sessionStorage.length, document.cookie]")
        caches = self.page.evaluate("async () => ('caches' in window ? await caches.keys() : [])")
        databases = self.page.evaluate("async () => (await indexedDB.databases()).length")
        return {"storage": state, "cookies": self.context.cookies(), "caches": caches, "databases": databases}


EMPTY = {"storage": [0, 0, ""], "cookies": [], "caches": [], "databases": 0}


@contextmanager
def phone(browser: Browser, language: str = "da-DK", *, script: bool = True) -> Iterator[Seen]:
    """A new phone; what its browser complains of is kept."""
    context = browser.new_context(
        viewport={"width": PHONE["width"], "height": PHONE["height"]},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
        locale=language,
        java_script_enabled=script,
    )
    context.set_default_timeout(15_000)
    page = context.new_page()
    seen = Seen(page, context)
    page.on("request", lambda request: seen.requests.append(request.url))

    def told(message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"}:
            seen.complaints.append(message.text)

    page.on("console", told)
    page.on("pageerror", lambda error: seen.complaints.append(f"error: {error}"))
    try:
        yield seen
    finally:
        context.close()
