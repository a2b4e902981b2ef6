"""A part of a page that does not come is asked for again; then a sentence and a button stand where it would have been."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from tests.support.server import Server
from tests.support.tabs import new_context
from tests.support.talk_page import deed, kept, open_talk, ready

LOST = "En del av sidan gick inte att hämta."
ROUTES = "/vagar?from=nyexaminerad&to=specialist"
PLACES = {
    "/samtal": ("talk.js", "talk.sv.json", "travel.js"),
    "/planera": ("unit.js", "unit.sv.json"),
    ROUTES: ("explorer.js", "model.sv.json"),
}
"""Pages, and the parts of them that are fetched."""
LOGIN = "<!doctype html><title>Logga in</title><h1>Logga in</h1>"


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """Return a page of a visitor who has never been here: nothing of ours is kept in the browser."""
    context = new_context(browser, server)
    yield context.new_page()
    context.close()


def failing(page: Page, part: str, times: int) -> list[str]:
    """Answer 503 to the first requests for a part; return those that came."""
    tries: list[str] = []

    def answer(route: Route) -> None:
        tries.append(route.request.url)
        if len(tries) <= times:
            route.fulfill(status=503, body="Service Unavailable", content_type="text/plain")
        else:
            route.continue_()

    page.route(re.compile(rf"/{re.escape(part)}$"), answer)
    return tries


def is_there(page: Page) -> None:
    """Wait until the form or the map can be used, and nothing was said to be lost."""
    page.locator(":is(.talk, .explorer):not([aria-busy])").first.wait_for()
    expect(page.get_by_text(LOST)).to_have_count(0)
    expect(page.get_by_text("BidiComponent")).to_have_count(0)


@pytest.mark.parametrize("place", PLACES)
def test_part_that_fails_once_is_asked_for_again(page: Page, place: str) -> None:
    """One 503 on the way to each part, and nobody notices."""
    tries = {part: failing(page, part, 1) for part in PLACES[place]}
    page.goto(place)
    is_there(page)
    assert [part for part, asked in tries.items() if not asked] == []


@pytest.mark.parametrize(
    ("part", "place"), [("talk.js", "/samtal"), ("talk.sv.json", "/samtal"), ("explorer.js", ROUTES)]
)
def test_part_that_stays_away_is_said_with_a_button(page: Page, part: str, place: str) -> None:
    """The sentence is in Swedish, and the button brings the part when it can be had."""
    failing(page, part, 4)
    page.goto(place)
    expect(page.get_by_text(LOST)).to_be_visible()
    expect(page.get_by_text("BidiComponent")).to_have_count(0)
    page.get_by_role("button", name="Försök igen").click()
    expect(page.get_by_text(LOST).or_(page.locator(":is(.talk, .explorer):not([aria-busy])")).first).to_be_visible()
    if page.get_by_text(LOST).count():
        page.get_by_role("button", name="Försök igen").click()
    is_there(page)


def test_links_work_without_the_script_of_travel(page: Page) -> None:
    """A page whose travel.js never comes is left by its own links."""
    failing(page, "travel.js", 99)
    open_talk(page)
    page.locator("header nav a", has_text="Om modellen").click()
    page.locator("#sources").wait_for()


def sign_in(page: Page, path: str) -> None:
    """Let somebody else answer with a page."""
    page.route(re.compile(path), lambda route: route.fulfill(body=LOGIN, content_type="text/html; charset=utf-8"))


def downloads(page: Page) -> list[str]:
    """Return what is handed out, as it comes."""
    found: list[str] = []
    page.on("download", lambda one: found.append(one.suggested_filename))
    return found


def test_sign_in_page_is_no_file(page: Page) -> None:
    """A page that answers 200 in the server's place is told of; no file comes, and the talk stays."""
    open_talk(page)
    page.locator("#talk-before").fill("Det här står kvar")
    deed(page, "months").first.click()
    sign_in(page, "/plan/(pdf|docx|ics)")
    found = downloads(page)
    for kind in ("pdf", "docx", "ics"):
        with page.expect_response(re.compile(f"/plan/{kind}")):
            page.locator(f"[data-file={kind}]").click()
        expect(page.locator("[data-away=take]")).to_contain_text("Något annat än Karriärkartan svarade")
        expect(page.locator("#talk-before")).to_have_value("Det här står kvar")
        assert kept(page)["before"] == "Det här står kvar"
    assert found == []


def test_sign_in_page_is_no_form(page: Page) -> None:
    """Where the form itself is answered with a page, a sentence and a button stand in its place."""
    sign_in(page, r"/talk\.sv\.json$")
    page.goto("/samtal")
    expect(page.get_by_text(LOST)).to_be_visible()
    page.unroute_all()
    page.get_by_role("button", name="Försök igen").click()
    ready(page)
