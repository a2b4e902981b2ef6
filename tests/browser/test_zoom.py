"""The map can be enlarged, without taking the page's own wheel."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page

from tests.support.map_page import box, expect_role_card, open_map, scale

SCROLLED = (
    "() => Math.max(...[document.scrollingElement, ...document.querySelectorAll('*')].map((one) => one.scrollTop))"
)


def over_the_map(page: Page) -> None:
    """Put the pointer over the map."""
    at = page.locator(".map").bounding_box()
    assert at is not None
    page.mouse.move(at["x"] + at["width"] / 2, at["y"] + 200)


def test_buttons_zoom_in_and_out_and_show_the_whole(page: Page) -> None:
    """+ enlarges, − goes back, «Hela» shows the whole map again."""
    open_map(page)
    whole = scale(page)
    page.get_by_role("button", name="Zooma in").click()
    page.get_by_role("button", name="Zooma in").click()
    assert scale(page) > 1.4 * whole
    page.get_by_role("button", name="Zooma ut").click()
    assert scale(page) < 1.4 * whole
    page.get_by_role("button", name="Visa hela kartan").click()
    assert scale(page) == pytest.approx(whole)


def test_wheel_with_ctrl_zooms_and_the_plain_wheel_scrolls(page: Page) -> None:
    """The map sits in a page: the plain wheel belongs to the page."""
    page.set_viewport_size({"width": 1440, "height": 500})
    open_map(page)
    whole = scale(page)
    over_the_map(page)
    page.mouse.wheel(0, 200)
    page.wait_for_function(f"() => ({SCROLLED})() > 0")
    assert scale(page) == pytest.approx(whole)
    scrolled = page.evaluate(SCROLLED)
    page.keyboard.down("Control")
    page.mouse.wheel(0, -200)
    page.keyboard.up("Control")
    page.wait_for_function("(whole) => true", arg=whole)
    assert scale(page) > whole
    assert page.evaluate(SCROLLED) == scrolled


def test_role_can_be_chosen_on_the_enlarged_map(page: Page) -> None:
    """Boxes lie where they are drawn also when it is enlarged, and choosing does not zoom.

    A role that gets focus outside the visible part is brought into it.
    """
    open_map(page, "?role=mentor")
    page.get_by_role("button", name="Zooma in").click()
    enlarged = scale(page)
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    assert scale(page) == pytest.approx(enlarged)
    for _ in range(3):
        page.get_by_role("button", name="Zooma in").click()
    box(page, "mentor").focus()
    page.keyboard.press("Home")
    at = box(page, "vfu-student").bounding_box()
    pane = page.locator(".map").bounding_box()
    assert at
    assert pane
    assert pane["x"] - 1 <= at["x"] + at["width"] / 2 <= pane["x"] + pane["width"] + 1
    assert pane["y"] - 1 <= at["y"] + at["height"] / 2 <= pane["y"] + pane["height"] + 1
