"""The map before Streamlit: it answers at once, and is the same map when Streamlit has come."""

from __future__ import annotations

import re
import threading
from collections.abc import Iterator
from typing import cast

import pytest
from playwright.sync_api import Browser, Page, Route, ViewportSize, expect

from tests.support.map_page import asked, card, expect_role_card, see_as
from tests.support.server import Server
from tests.support.tabs import new_context
from tests.support.visiting import Visit

EVERYTHING = """() => {
  const places = [];
  const walk = (root) => {
    for (const one of root.querySelectorAll("*")) {
      if (one.matches("header:not(.stAppHeader), header a, .tools *, .map, .box, .stop, .legend, .card-pane *")) {
        const { x, y, width, height } = one.getBoundingClientRect();
        places.push([one.textContent.trim().slice(0, 20), x, y, width, height].join(" "));
      }
      if (one.shadowRoot) walk(one.shadowRoot);
    }
  };
  walk(document);
  return places;
}"""


class Held:
    """Keeps Streamlit's first script on its way until it is let go."""

    def __init__(self, page: Page) -> None:
        """Watch a page that has not been opened yet."""
        self.waiting: list[Route] = []
        page.route(re.compile(r"/static/js/index\."), lambda route: self.waiting.append(route))

    def let_go(self, page: Page) -> None:
        """Let Streamlit start, and wait until its component has taken the map over."""
        for route in self.waiting:
            route.continue_()
        page.unroute_all()
        page.locator(".early").wait_for(state="detached")


@pytest.fixture
def early(visit: Visit) -> tuple[Page, Held]:
    """Return a page on which Streamlit does not start before it is told to."""
    page = visit()
    return page, Held(page)


def open_early(page: Page, query: str = "") -> None:
    """Open the map's page and wait for the map."""
    page.goto(f"/{query}", wait_until="commit")
    page.locator(".early .explorer:not([aria-busy])").wait_for()


@pytest.mark.parametrize(
    ("query", "width"),
    [
        ("", 1440),
        ("?role=mentor&lang=en", 600),
        ("?role=mentor", 320),
        ("?role=erfaren&view=from", 1000),
        ("?embed=true&step=mentor.specialist", 1440),
    ],
)
def test_nothing_moves_when_streamlit_comes(early: tuple[Page, Held], query: str, width: int) -> None:
    """Head, tools, boxes, legend and card stand to the pixel where they stood."""
    page, streamlit = early
    page.set_viewport_size(cast("ViewportSize", {"width": width, "height": 900}))
    open_early(page, query)
    page.evaluate("() => document.fonts.ready")
    expect(page.locator(".later")).to_have_count(0)
    before = page.evaluate(EVERYTHING)
    assert len(before) > 30
    streamlit.let_go(page)
    assert page.evaluate(EVERYTHING) == before


def test_role_answers_before_streamlit_and_stays_chosen(early: tuple[Page, Held]) -> None:
    """Click, card, address: all without it; afterwards card, scroll and focus are where they were."""
    page, streamlit = early
    page.set_viewport_size(cast("ViewportSize", {"width": 700, "height": 700}))
    open_early(page)
    page.locator('button[data-role="mentor"]').press("Enter")
    expect_role_card(page, "Mentor")
    assert asked(page) == {"role": "mentor"}
    top = card(page).bounding_box()
    streamlit.let_go(page)
    expect_role_card(page, "Mentor")
    assert card(page).bounding_box() == top
    expect(page.locator('button[data-role="mentor"]')).to_be_focused()
    card(page).locator('[data-page="vagar"]').first.click()
    expect(page.locator("h1").first).to_have_text("Vägar")


def test_what_is_being_typed_is_not_disturbed(early: tuple[Page, Held]) -> None:
    """Search field, hits and focus go along."""
    page, streamlit = early
    open_early(page)
    page.get_by_role("combobox", name="Sök").fill("1:e soc")
    hits = page.get_by_role("option")
    expect(hits.first).to_be_visible()
    before = hits.count()
    streamlit.let_go(page)
    page.wait_for_timeout(300)  # longer than the hits stay when focus has gone
    assert hits.count() == before
    expect(page.get_by_role("combobox", name="Sök")).to_be_focused()
    page.keyboard.press("Enter")
    expect(card(page)).to_be_visible()


def test_focus_in_the_head_goes_along(early: tuple[Page, Held]) -> None:
    """Who has tabbed to a link is at the same link afterwards."""
    page, streamlit = early
    open_early(page)
    page.get_by_role("link", name="Jämför").focus()
    streamlit.let_go(page)
    expect(page.get_by_role("link", name="Jämför")).to_be_focused()


@pytest.mark.usefixtures("_slow")
def test_links_of_head_and_card_work_before_streamlit(page: Page) -> None:
    """They are links: page, language and chosen role follow along, and Back finds the map again."""
    open_early(page, "?role=mentor&lang=en")
    page.get_by_role("link", name="Compare", exact=True).first.click()
    expect(page.locator("h1").first).to_have_text("Compare")
    assert asked(page)["a"] == "mentor"
    assert asked(page)["lang"] == "en"
    page.go_back()
    expect_role_card(page, "Mentor")


@pytest.fixture
def _slow(page: Page) -> Iterator[None]:
    """Let Streamlit's first script take a second on the map's page."""
    late = threading.Event()
    page.route(re.compile(r"/static/js/index\."), lambda route: (late.wait(1), route.continue_()))
    yield
    late.set()
    page.unroute_all()


def test_map_works_when_streamlit_never_comes(visit: Visit) -> None:
    """A proxy that lets no websocket through, or a fault in the framework, leaves a map that can be read."""
    page = visit()
    streamlit = Held(page)
    open_early(page)
    for role, name in (("mentor", "Mentor"), ("enhetschef", "Enhetschef")):
        page.locator(f'button[data-role="{role}"]').click()
        expect_role_card(page, name)
    see_as(page, "list")
    expect(page.locator(".list .row").first).to_be_visible()
    assert streamlit.waiting


@pytest.mark.parametrize("lost", ["explorer.js", "model.sv.json", "explorer.css"])
def test_streamlit_starts_when_a_part_of_the_map_is_lost(browser: Browser, server: Server, lost: str) -> None:
    """Then its component draws the map, as soon as the part can be had."""
    page = new_context(browser, server).new_page()
    tries: list[str] = []

    def once(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) == 1:
            route.abort()
        else:
            route.continue_()

    page.route(f"**/{lost}", once)
    page.goto("/")
    expect(page.locator(".early")).to_have_count(0)
    expect(page.locator("header .brand")).to_be_visible()
    page.locator('button[data-role="mentor"]').click()
    expect_role_card(page, "Mentor")
    page.context.close()
    assert tries
