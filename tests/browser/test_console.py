"""The browser's console is clean; what the framework says there without a fault of ours is known, and shrinks."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.known_faults import KNOWN_NOISE
from tests.support.map_page import box, card, expect_role_card, listed, open_about, open_map, see_as
from tests.support.visiting import Visit

BARS = ("stHeader", "stToolbar", "stAppDeployButton", "stMainMenu", "stStatusWidget", "stSidebar")
"""The framework's own: no «Deploy», no menu, no running man, for any visitor."""


def test_a_whole_visit_is_free_of_errors_and_foreign_requests(page: Page) -> None:
    """Map, cards, step, filter, search, list, language, the other page: the fixture holds that nothing went wrong."""
    open_map(page)
    for part in BARS:
        expect(page.locator(f"[data-testid={part}]:visible")).to_have_count(0)
    for role in ("mentor", "specialist", "enhetschef"):
        box(page, role).click()
    card(page).locator(".next a").first.click()
    page.locator(".filters summary").click()
    page.locator(".pill", has_text="Uppåt").click()
    page.get_by_role("combobox", name="Sök").fill("mentor")
    page.keyboard.press("Enter")
    expect_role_card(page, "Mentor")
    for view in ("from", "list"):
        see_as(page, view)
    expect(listed(page)).to_be_visible()
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header").get_by_role("link", name="About the model").click()
    expect(page.locator("h1").first).to_have_text("About the model")


def test_no_cookie_of_ours_and_nothing_stored(page: Page) -> None:
    """Nothing about a visitor is kept: only the framework's token against forged uploads."""
    open_map(page, "?role=mentor")
    open_about(page)
    assert {cookie["name"] for cookie in page.context.cookies()} <= {"_streamlit_xsrf"}
    assert page.evaluate("() => Object.keys(sessionStorage)") == []


def test_known_noise_still_occurs(visit: Visit) -> None:
    """An entry of the list that is no longer heard must go from the list."""
    page = visit(own=True)
    heard: list[tuple[str, str]] = []
    page.on("console", lambda message: heard.append((message.text, str(message.location.get("url", "")))))
    for address in dict.fromkeys(noise.opens for noise in KNOWN_NOISE):
        heard.clear()
        page.goto(address)
        page.locator("h1").first.wait_for()
        for noise in (one for one in KNOWN_NOISE if one.opens == address):
            assert any(noise.is_this(*one) for one in heard), f"no longer heard: {noise.text} {noise.address}"
