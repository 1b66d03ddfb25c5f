"""A release's report as a researcher reads it: on a screen, on a phone, on paper; and what is fetched for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from app.evaluation.files.words import Words
from app.evaluation.report.figures import Change, Scale
from app.evaluation.report.pictures import change_picture
from app.evaluation.sandbox import ID
from tests_browser.asking import Asking
from tests_browser.browser import EMPTY, PHONE, Seen, phone

WORDS = {
    "da": ("Anonymiserede tal: sandbox", "Så langt kom borgerne", "Sådan er borgerne beskyttet", "In English", "en"),
    "en": ("Anonymised figures: sandbox", "How far citizens came", "How citizens are protected", "På dansk", "da"),
}

OVER_WORDS = """() => [...document.querySelectorAll('svg')].flatMap((svg) => {
  const page = svg.getBoundingClientRect()
  const apart = (a, b) => a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top
  const within = (a) => a.left >= page.left - 1 && a.right <= page.right + 1 && a.bottom <= page.bottom + 1
  const drawn = [...svg.querySelectorAll('text, line, rect, circle')].map((shape) => ({
    shape, room: shape.getBoundingClientRect()
  }))
  return drawn.filter(({ shape }) => shape.tagName === 'text').flatMap((words) => [
    ...drawn.filter((other) => other !== words && !apart(words.room, other.room)),
    ...within(words.room) ? [] : [words]
  ].map(({ shape }) => `${words.shape.textContent}: ${shape.outerHTML}`))
})"""
"""What lies over words of a picture, and words that are cut off at its edge."""


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


@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("width", [PHONE["width"], 673, 1280])
def test_nothing_in_a_picture_lies_over_its_words(browser: Browser, asking: Asking, language: str, width: int) -> None:
    with reading(browser, asking, language) as seen:
        for media in ("screen", "print"):
            seen.page.emulate_media(media=media)
            seen.page.set_viewport_size({"width": width, "height": 1000})
            assert seen.page.evaluate(OVER_WORDS) == []
            assert seen.page.locator("svg circle").count() > 10


@pytest.mark.parametrize("name", ["W" * 300, "Æblehavens rådgivning for voldsudsatte og voldsudøvere " * 5, "i" * 300])
@pytest.mark.parametrize("font", ["sans-serif", "DejaVu Sans", "monospace"])
def test_the_longest_names_have_room(browser: Browser, name: str, font: str) -> None:
    tracks = [Words("Voldsudsat", "Subjected to violence"), Words("Voldsudøver", "Uses violence")]
    period = Words("2023-2024", "2023-2024")
    changes = tuple(
        Change(Words(f"{place}{name}", name), period, track, 40, 50, 50, 0, -99.5, 99.5)
        for place in "AB"
        for track in tracks
    )
    with phone(browser, "da-DK") as seen:
        for language in ("da", "en"):
            picture = change_picture(Scale(Words("WHO-5", "WHO-5"), changes), language, "x")
            seen.page.set_content(f'<main style="width: 760px">{picture.replace("sans-serif", font)}</main>')
            assert seen.page.evaluate(OVER_WORDS) == []


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
