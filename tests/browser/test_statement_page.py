"""The accessibility statement is reached from every page, by keyboard, in a frame and without a script, and fits."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.map_page import open_map, open_statement
from tests.support.visiting import Visit

NAMES = {"sv": "Tillgänglighetsredogörelse", "en": "Accessibility statement"}
SMALL_TARGETS = """() => [...document.querySelectorAll("a")].filter((one) => {
  const { width, height } = one.getBoundingClientRect();
  return Math.min(width, height) < 24 && !one.matches(".skip, p a, li:not(nav li) a");
}).map((one) => one.textContent)"""


@pytest.mark.parametrize(("language", "embedded"), [("sv", False), ("en", True)])
def test_map_leads_to_the_statement_and_back(page: Page, language: str, embedded: bool) -> None:
    """One link away, in the visitor's language, in a frame as well; the name in its head leads back to the map."""
    open_map(page, f"?lang={language}{'&embed=true' if embedded else ''}")
    page.get_by_role("link", name=NAMES[language]).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES[language])
    expect(page.locator("html")).to_have_attribute("lang", language)
    assert ("embed=true" in page.url) is embedded
    expect(page.get_by_role("navigation")).to_have_count(0 if embedded else 1)
    page.get_by_role("link", name="Karriärkartan", exact=True).click()
    page.locator(".explorer:not([aria-busy])").wait_for()
    assert ("embed=true" in page.url) is embedded
    assert ("lang=en" in page.url) is (language == "en")


def test_statement_is_read_without_a_script(visit: Visit) -> None:
    """Everything is there, also the change of language, in a browser that runs none."""
    page = visit(java_script_enabled=False)
    page.goto("/om/tillganglighet")
    expect(page.locator("mark")).to_have_count(3)
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(NAMES["en"])


@pytest.mark.parametrize("language", ["sv", "en"])
def test_statement_fits_and_can_be_hit(page: Page, language: str) -> None:
    """Nothing scrolls sideways, and what can be pressed outside of a sentence is at least 24 px."""
    open_statement(page, f"?lang={language}")
    for width in (1440, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width
        assert page.evaluate(SMALL_TARGETS) == []


def test_statement_has_a_skip_link_and_prints_its_text_without_navigation(page: Page) -> None:
    """The first Tab stop leads past the head. On paper the links between pages are gone, and where a link leads is read."""
    open_statement(page)
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
    page.emulate_media(media="print")
    expect(page.locator("nav")).to_be_hidden()
    expect(page.locator(".language")).to_be_hidden()
    link = page.get_by_role("link", name="Anmäl till Digg")
    assert "digg.se/tdosanmalan" in link.evaluate("(one) => getComputedStyle(one, '::after').content")


@pytest.mark.parametrize("language", ["sv", "en"])
def test_foot_of_the_single_file_leads_to_its_section(page: Page, language: str) -> None:
    """From the map the link opens the page of annexes and puts focus on the heading; so does the address itself."""
    at = "" if language == "sv" else "en_"
    place = page.locator(f"[id='{at}_accessibility']")
    page.goto(f"/embed?lang={language}")
    page.locator(".explorer:not([aria-busy])").first.wait_for()
    page.locator("footer a:visible").click()
    expect(place).to_be_focused()
    expect(place).to_be_in_viewport()
    page.goto("about:blank")
    page.goto("/embed#_accessibility")
    expect(page.locator("#_accessibility")).to_be_focused()
