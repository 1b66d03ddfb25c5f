"""A citizen answers on a phone: by keyboard and by touch, in Danish and English, and leaves nothing behind."""

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from playwright.sync_api import Error as PlaywrightError

from tests_browser.asking import QUESTIONS, Asking
from tests_browser.browser import EMPTY, PHONE, phone

WORDS = {
    "da": ("Spørgeskema", "Send svar", "Der mangler svar", "Vælg et svar: 2", "Tak", "Siden findes ikke"),
    "en": ("Questionnaire", "Send answers", "Answers are missing", "Choose an answer: 2", "Thank you",
           "This page does not exist"),
}  # fmt: skip


def focused(page: Page) -> str:
    """The id of what has the focus, or its class or kind."""
    what = "e => e.id || e.className || e.tagName.toLowerCase()"
    return str(page.evaluate(f"() => ({what})(document.activeElement)"))


def tab_to(page: Page, wanted: str) -> None:
    """As who has no mouse goes there."""
    for _ in range(30):
        if focused(page) == wanted:
            return
        page.keyboard.press("Tab")
    pytest.fail(f"the keyboard does not reach {wanted}")


def picture(page: Page, folder: Path | None, name: str) -> None:
    if folder is not None:
        folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=folder / f"{name}.png", full_page=True)


def chosen(page: Page) -> int:
    return page.locator("input:checked").count()


def goes_back(page: Page) -> None:
    """As by the browser's own button. In place of a form that was sent it shows an error of its own."""
    try:
        page.go_back()
    except PlaywrightError as error:
        assert "ERR_CACHE_MISS" in str(error)  # noqa: PT017 - nothing is wrong if there is none


@pytest.mark.parametrize("language", WORDS)
def test_from_the_link_to_thank_you_by_keyboard(
    browser: Browser, asking: Asking, instrument: str, pictures: Path | None, language: str
) -> None:
    title, send, missing, second, thanks, gone = WORDS[language]
    path, url = asking.link(instrument)
    with phone(browser, f"{language}-XX") as seen:
        page = seen.page
        page.goto(url)
        expect(page).to_have_title(title)
        assert page.locator("html").get_attribute("lang") == language
        assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]
        picture(page, pictures, f"asked-{language}")

        tab_to(page, "leave")
        tab_to(page, "q1-0")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("ArrowDown")
        assert focused(page) == "q1-2"
        outline = page.evaluate("() => getComputedStyle(document.activeElement).outlineStyle")
        assert outline == "solid"
        tab_to(page, "q3-0")
        page.keyboard.press("Space")
        tab_to(page, "button")
        page.keyboard.press("Enter")

        expect(page.get_by_role("alert")).to_contain_text(missing)
        assert focused(page) == "faults"
        assert page.locator("html").get_attribute("lang") == language
        assert chosen(page) == 2
        picture(page, pictures, f"missing-{language}")
        assert asking.response(path)["status"] == "handed_out"

        page.keyboard.press("Tab")
        expect(page.get_by_role("link", name=second)).to_be_focused()
        page.keyboard.press("Enter")
        # Some browsers move the focus itself, others only the point that Tab goes on from.
        tab_to(page, "q2-0")
        for _ in range(4):
            page.keyboard.press("ArrowDown")
        assert focused(page) == "q2-4"
        page.get_by_role("button", name=send).focus()
        page.keyboard.press("Enter")

        expect(page.get_by_role("heading", level=1)).to_have_text(thanks)
        picture(page, pictures, f"thanks-{language}")
        assert url.rsplit("/", 1)[1] not in page.url
        assert seen.stored() == EMPTY
        response = asking.response(path)
        assert (response["status"], response["answered_through"]) == ("answered", "link")
        assert [each["value"] for each in response["answers"]["answers"]] == [2, 4, 0]

        goes_back(page)
        assert page.locator("fieldset").count() == 0
        assert not any(words in page.content() for words in QUESTIONS[0])
        page.goto(url)
        expect(page.get_by_role("heading", level=1)).to_have_text(gone)
        picture(page, pictures, f"gone-{language}")
        assert seen.hosts() == {urlsplit(url).netloc}
        # That the answers were refused is all that Chromium has to tell: it does so of every status from 400 on.
        told = [each for each in seen.complaints if "Failed to load resource" not in each]
        assert told == []


def test_answered_by_touch_in_one_go_nothing_is_complained_of(
    browser: Browser, asking: Asking, instrument: str
) -> None:
    path, url = asking.link(instrument, language="en")
    with phone(browser) as seen:
        page = seen.page
        page.goto(url)
        for number in range(1, len(QUESTIONS) + 1):
            page.locator(f"label[for=q{number}-5]").tap()
        assert chosen(page) == len(QUESTIONS)
        for place in page.locator("label, button, a").all():
            box = place.bounding_box()
            assert box is not None
            assert box["height"] >= 43.5, place  # what a thumb hits: 44 CSS pixels
        page.get_by_role("button").tap()
        expect(page.get_by_role("heading", level=1)).to_have_text("Thank you")
        assert asking.response(path)["answers"]["score"] == 100
        assert seen.complaints == []
        assert seen.stored() == EMPTY


def test_back_after_answering_shows_no_answers(browser: Browser, asking: Asking, instrument: str) -> None:
    _, url = asking.link(instrument)
    with phone(browser) as seen:
        page = seen.page
        page.goto(f"{asking.served.url}/q/done")  # somewhere to have come from
        page.goto(url)
        for number in range(1, len(QUESTIONS) + 1):
            page.locator(f"#q{number}-1").check()
        page.get_by_role("button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tak")
        goes_back(page)
        assert page.locator("fieldset").count() == 0
        page.goto(f"{asking.served.url}/q/done")
        goes_back(page)
        assert page.locator("fieldset").count() == 0


def test_the_language_can_be_changed(browser: Browser, asking: Asking, instrument: str) -> None:
    _, url = asking.link(instrument)
    with phone(browser, "fr-FR") as seen:
        page = seen.page
        page.goto(url)
        expect(page.get_by_role("heading", level=1)).to_have_text("Spørgeskema")
        page.get_by_role("link", name="English").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Questionnaire")
        page.get_by_role("button").click()
        expect(page.get_by_role("alert")).to_contain_text("Answers are missing")
        page.get_by_role("link", name="Dansk").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Spørgeskema")
        assert chosen(page) == 0


def test_without_a_script(browser: Browser, asking: Asking, instrument: str) -> None:
    path, url = asking.link(instrument)
    with phone(browser, script=False) as seen:
        page = seen.page
        page.goto(url)
        page.get_by_role("button").click()
        expect(page.get_by_role("alert")).to_be_focused()
        for number in range(1, len(QUESTIONS) + 1):
            page.locator(f"#q{number}-3").check()
        page.get_by_role("button").click()
        expect(page.get_by_role("heading", level=1)).to_have_text("Tak")
        goes_back(page)
        assert page.locator("fieldset").count() == 0
        assert asking.response(path)["answers"]["score"] == 60


def test_who_leaves_quickly_does_not_come_back_by_back(browser: Browser, asking: Asking, instrument: str) -> None:
    _, url = asking.link(instrument)
    with phone(browser) as seen:
        page = seen.page
        page.route("http://localhost:9/**", lambda route: route.fulfill(body="The weather", content_type="text/html"))
        page.goto(f"{asking.served.url}/q/done")
        page.goto(url)
        page.locator("#q1-5").check()
        before = page.evaluate("() => history.length")
        page.get_by_role("link", name="Forlad siden").click()
        expect(page.locator("body")).to_have_text("The weather")
        assert page.evaluate("() => document.referrer") == ""
        assert page.evaluate("() => history.length") == before
        goes_back(page)
        assert page.url == f"{asking.served.url}/q/done"


def test_large_text_and_a_narrow_screen(browser: Browser, asking: Asking, instrument: str) -> None:
    """WCAG 1.4.4 and 1.4.10: twice the size, or 320 pixels, and nothing runs out of the page."""
    _, url = asking.link(instrument)
    with phone(browser) as seen:
        page = seen.page
        page.set_viewport_size({"width": 320, "height": 640})
        page.goto(url)
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
        page.evaluate("() => document.documentElement.style.fontSize = '200%'")
        assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
