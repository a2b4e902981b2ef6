"""In an intranet's frame the map comes with a slim menu, and leaves the host page's history alone."""

from __future__ import annotations

import re

from playwright.sync_api import FrameLocator, Page, expect

from tests.support.map_page import box, card, expect_role_card, open_map
from tests.support.visiting import Visit

HOST_PAGE = """<!doctype html><html lang="sv"><title>Intranät</title><h1>Intranät</h1>
<iframe title="Karriärkartan" src="/?embed=true{query}" style="width: 1100px; height: 700px"></iframe>"""


def framed(page: Page, query: str = "") -> FrameLocator:
    """Open a page of an intranet that frames the map, and return what is in the frame."""
    body = HOST_PAGE.format(query=query)
    page.route("**/intranet", lambda route: route.fulfill(body=body, content_type="text/html; charset=utf-8"))
    page.goto("/intranet")
    inside = page.frame_locator("iframe")
    inside.locator(".explorer:not([aria-busy])").wait_for()
    return inside


def test_embedded_map_has_a_slim_menu(page: Page) -> None:
    """Pages, language and a window of its own; name, foot and the framework's own bars are left out."""
    open_map(page, "?embed=true")
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    for part in (
        "header .brand",
        ".foot",
        "[data-testid=stHeader]",
        "[data-testid=stToolbar]",
        "[data-testid=stSidebar]",
    ):
        expect(page.locator(f"{part}:visible")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    apart = page.get_by_role("link", name="Öppna i eget fönster")
    apart.hover()
    expect(apart).to_have_attribute("href", re.compile(r"/\?role=mentor$"))
    page.locator("header nav").get_by_role("link", name="Överblick").click()
    expect(page.locator("h1").first).to_have_text("Överblick")
    assert "embed=true" in page.url
    page.locator("header nav").get_by_role("link", name="Karta").click()
    expect(page.locator(".explorer:not([aria-busy])")).to_be_visible()


def test_links_in_an_embedded_card_stay_embedded(visit: Visit) -> None:
    """A link from a card to another page does not bring the head back."""
    page = visit()
    open_map(page, "?embed=true&role=mentor&lang=en")
    for link in card(page).locator(".actions a").all():
        assert "embed=true" in str(link.get_attribute("href"))
        assert "lang=en" in str(link.get_attribute("href"))


def test_pages_have_no_bars_of_the_framework(page: Page) -> None:
    """No «Deploy», no menu, no running man, for any visitor."""
    open_map(page)
    for part in ("stHeader", "stToolbar", "stAppDeployButton", "stMainMenu", "stStatusWidget", "stSidebar"):
        expect(page.locator(f"[data-testid={part}]:visible")).to_have_count(0)
