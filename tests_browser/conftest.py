"""One server and one browser for all; each test has a phone and a link of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

from tests.support.server import served
from tests_browser.asking import Asking
from tests_browser.browser import launched

PICTURES = os.environ.get("TEST_BROWSER_PICTURES")
"""A folder for pictures of the pages, for who wants to look at them."""


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        found = launched(playwright)
        yield found
        found.close()


@pytest.fixture(scope="session")
def asking() -> Iterator[Asking]:
    # The way out leads to where the tests answer themselves: none reaches the network.
    with served(APP_LEAVE_URL="http://localhost:9/health/live") as running:
        yield Asking(running)


@pytest.fixture(scope="session")
def instrument(asking: Asking) -> str:
    return asking.instrument()


@pytest.fixture(scope="session")
def pictures() -> Path | None:
    return Path(PICTURES) if PICTURES else None
