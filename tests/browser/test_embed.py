"""In an intranet's frame the map comes without our head. What a frame on another site can do: test_frame.py."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.map_page import box, card, expect_role_card, open_map


def test_embedded_map_has_no_navigation(page: Page) -> None:
    """Head, foot and the framework's own bars are left out; heading and map are there, and a card's links stay embedded."""
    open_map(page, "?embed=true&lang=en")
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    for link in card(page).locator(".actions a").all():
        assert "embed=true" in str(link.get_attribute("href"))
        assert "lang=en" in str(link.get_attribute("href"))
    for part in (
        "header nav",
        ".foot",
        ".language",
        "[data-testid=stHeader]",
        "[data-testid=stToolbar]",
        "[data-testid=stSidebar]",
    ):
        expect(page.locator(f"{part}:visible")).to_have_count(0)
    expect(page.locator("h1")).to_have_count(1)
