"""A release's report as a researcher reads it: on a screen, on a phone, on paper; and what is fetched for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from app.evaluation.sandbox import ID
from tests_browser.asking import Asking
from tests_browser.browser import EMPTY, PHONE, Seen, phone

WORDS = {
    "da": ("Anonymiserede tal: sandbox", "Så langt kom borgerne", "Sådan er borgerne beskyttet", "In English", "en"),
    "en": ("Anonymised figures: sandbox", "How far citizens came", "How citizens are protected", "På dansk", "da"),
}


@contextmanager
def reading(browser: Browser, asking: Asking, language: str) -> Iterator[Seen]:
    """A browser that carries VIVE's token."""
    with phone(browser, f"{language}-XX") as seen:
        seen.context.set_extra_http_headers(asking.worker("vive-researcher").headers)
        answer = seen.page.goto(f"{asking.served.url}/v1/evaluator/releases/{ID}/report.html")
        assert answer is not None
        assert answer.status == 200
        yield seen


@pytest.mark.parametrize("language", WORDS)
def test_the_report_on_a_phone(browser: Browser, asking: Asking, pictures: Path | None, language: str) -> None:
    title, flow, protection, other, other_language = WORDS[language]
    with reading(browser, asking, language) as seen:
        page = seen.page
        expect(page).to_have_title(title)
        assert page.locator("html").get_attribute("lang") == language
        for heading in (flow, protection):
            expect(page.get_by_role("heading", name=heading)).to_be_visible()
        assert page.get_by_role("img").count() == page.locator("svg").count() >= 3
        # The style of the page itself is in use, under its policy.
        assert page.evaluate("() => getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
        assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
        if pictures is not None:
            pictures.mkdir(parents=True, exist_ok=True)
            page.screenshot(path=pictures / f"report-{language}.png", full_page=True)

        page.get_by_role("link", name=other).click()
        expect(page).to_have_title(WORDS[other_language][0])
        assert seen.hosts() == {urlsplit(asking.served.url).netloc}
        assert {urlsplit(each).path.rsplit("/", 1)[1] for each in seen.requests if not each.startswith("data:")} == {
            "report.html",
            f"report.{other_language}.html",
        }
        assert seen.complaints == []
        assert seen.stored() == EMPTY


def test_the_bars_are_as_long_as_their_numbers(browser: Browser, asking: Asking) -> None:
    with reading(browser, asking, "en") as seen:
        rows = seen.page.locator("table").first.locator("tbody tr")
        counts = [
            int(each.replace(",", "").split(" ")[0]) for each in rows.locator("td:nth-child(2)").all_inner_texts()
        ]
        widths = [
            float(each.get_attribute("width") or 0) for each in seen.page.locator("svg").first.locator("rect").all()
        ]
        assert len(widths) == len(counts)
        for count, width in zip(counts, widths, strict=True):
            assert width / max(widths) == pytest.approx(count / max(counts), abs=0.002)


def test_on_paper_nothing_is_cut_off(browser: Browser, asking: Asking, tmp_path: Path) -> None:
    with reading(browser, asking, "da") as seen:
        page = seen.page
        page.emulate_media(media="print")
        page.set_viewport_size({"width": 673, "height": 1000})  # A4 without its margins, at 96 dots an inch
        expect(page.locator("header")).to_be_hidden()
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 673
        wide = "() => [...document.querySelectorAll('.wide')].filter(e => e.scrollWidth > e.clientWidth + 1).length"
        assert page.evaluate(wide) == 0
        paper = tmp_path / "report.pdf"
        page.pdf(path=paper, prefer_css_page_size=True)
        assert paper.read_bytes().startswith(b"%PDF")
