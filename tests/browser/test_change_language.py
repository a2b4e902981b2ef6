"""Changing language keeps the place, and every word changes."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import parse_qsl, urlsplit

import pytest
from playwright.sync_api import Page, WebSocketRoute, expect

from tests.support.map_page import (
    FACES,
    asked,
    box,
    card,
    chosen,
    expect_asked,
    expect_role_card,
    listed,
    open_map,
)
from tests.support.tabs import PATIENCE


def test_change_of_language_keeps_the_chosen_role(page: Page) -> None:
    """The card stays open, now in English, with the page's language and title; so does a role that is picked there.

    The link that was pressed has become its opposite, and is where the keyboard is.
    """
    open_map(page, "?role=mentor&without=up")
    expect_role_card(page, "Mentor")
    page.get_by_role("link", name="English").press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="Svenska")).to_be_focused()
    expect(page).to_have_title("Map – Karriärkartan")
    expect(card(page).get_by_role("heading", name="What you do")).to_be_visible()
    expect(chosen(page)).to_have_attribute("data-role", "mentor")
    assert asked(page) == {"role": "mentor", "without": "up", "lang": "en"}
    box(page, "specialist").click()
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page).to_have_title("Karta – Karriärkartan")
    expect(card(page).get_by_role("heading", name="Det här gör du")).to_be_visible()
    expect_role_card(page, "Specialist")
    assert asked(page) == {"role": "specialist", "without": "up", "lang": "sv"}
    page.go_back()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect_role_card(page, "Specialist")
    page.go_back()
    expect_role_card(page, "Mentor")


def test_role_that_is_chosen_while_the_language_changes(page: Page) -> None:
    """What the server answers to the change comes after the next question: both choices hold, on the page and in the address."""
    held: list[Callable[[], None]] | None = None
    asked_of_server: list[str | bytes] = []

    def between(browser: WebSocketRoute) -> None:
        server = browser.connect_to_server()

        def ask(message: str | bytes) -> None:
            asked_of_server.append(message)
            server.send(message)

        def answer(message: str | bytes) -> None:
            if held is None:
                browser.send(message)
            else:
                held.append(lambda: browser.send(message))

        browser.on_message(ask)
        server.on_message(answer)

    page.route_web_socket("**/_stcore/stream", between)
    open_map(page)
    held = []
    before = len(asked_of_server)
    page.get_by_role("link", name="English").click()
    box(page, "mentor").click()
    for _ in range(PATIENCE // 20):
        if len(asked_of_server) >= before + 2:
            break
        page.wait_for_timeout(20)
    assert len(asked_of_server) >= before + 2, "the change and the press are each told to the server"
    waiting, held = held, None
    for send in waiting:
        send()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(card(page).get_by_role("heading", name="What you do")).to_be_visible()
    expect_asked(page, role="mentor", lang="en")
    page.get_by_role("link", name="Svenska").wait_for()


def test_change_of_language_keeps_the_list(page: Page) -> None:
    """The list stays a list."""
    open_map(page, "?view=list&role=mentor")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="The whole map")).to_be_visible()
    expect(listed(page).locator(".row.current")).to_have_attribute("data-row", "mentor")


@pytest.mark.parametrize(
    ("address", "ready", "title", "kept"),
    [
        ("/vagar?from=vfu-student&to=mentor", ".doc .route", "Routes", "Placement student"),
        ("/jamfor?a=mentor&b=specialist", ".doc .part", "Compare", "Mentor"),
        ("/planera?item=manga-nya", ".unit:not([aria-busy])", "Plan the unit", "Many new social workers work"),
    ],
    ids=["vagar", "jamfor", "planera"],
)
def test_change_of_language_keeps_what_a_page_shows(
    page: Page, address: str, ready: str, title: str, kept: str
) -> None:
    """The address keeps every choice, and the page answers it in English."""
    page.goto(address)
    page.locator(ready).first.wait_for()
    page.locator("header").get_by_role("link", name="English").click()
    expect(page.locator("h1").first).to_have_text(title)
    page.wait_for_function(f"(kept) => ({FACES})().includes(kept)", arg=kept)
    assert asked(page) == {**dict(parse_qsl(urlsplit(address).query)), "lang": "en"}


def test_change_of_language_keeps_what_is_ticked(page: Page) -> None:
    """On Vägar what the visitor has stays ticked, and counts in the answer."""
    page.goto("/vagar?from=vfu-student&to=mentor")
    page.locator("[data-testid=stExpander] summary").click()
    page.locator("[data-testid=stCheckbox] label").first.click()
    expect(page.get_by_role("checkbox").first).to_be_checked()
    held = page.locator(".doc .legs li > b")
    expect(held.first).to_be_attached()
    page.locator("header").get_by_role("link", name="English").click()
    expect(page.locator("h1").first).to_have_text("Routes")
    expect(held.first).to_have_text("I have it")
    page.locator("[data-testid=stExpander] summary").click()
    expect(page.get_by_role("checkbox").first).to_be_checked()


def test_language_follows_to_the_next_page(page: Page) -> None:
    """Links between pages keep the language; the other is offered in its own words, for those who hear the page."""
    open_map(page, "?lang=en")
    page.locator("header").get_by_role("link", name="About the model").click()
    expect(page.locator("h1").first).to_have_text("About the model")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    other = page.locator("header").get_by_role("link", name="Svenska")
    expect(other).to_have_attribute("lang", "sv")
    other.click()
    expect(page.locator("h1").first).to_have_text("Om modellen")
    expect(page.get_by_role("link", name="English")).to_have_attribute("lang", "en")
