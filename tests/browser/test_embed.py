"""In an intranet's frame the map comes with a slim menu. What a frame on another site can do: test_frame.py."""

from __future__ import annotations

import re

from playwright.sync_api import Page, expect

from tests.support.map_page import box, card, expect_role_card, open_map


def test_embedded_map_has_a_slim_menu(page: Page) -> None:
    """Pages, language and a window of its own, all within the frame; no name, no foot, no bars of the framework."""
    open_map(page, "?embed=true&lang=en")
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    for link in card(page).locator(".actions a").all():
        assert "embed=true" in str(link.get_attribute("href"))
        assert "lang=en" in str(link.get_attribute("href"))
    for part in (
        "header .brand",
        ".foot",
        "[data-testid=stHeader]",
        "[data-testid=stToolbar]",
        "[data-testid=stSidebar]",
    ):
        expect(page.locator(f"{part}:visible")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
    apart = page.get_by_role("link", name="Open in a window of its own")
    apart.hover()
    expect(apart).to_have_attribute("href", re.compile(r"/\?lang=en&role=mentor$"))
    page.locator("header nav").get_by_role("link", name="Overview").click()
    expect(page.locator("h1").first).to_have_text("Overview")
    assert "embed=true" in page.url
    page.locator("header nav").get_by_role("link", name="Map").click()
    expect(page.locator(".explorer:not([aria-busy])")).to_be_visible()
