"""Changing language keeps the place, and every word changes."""

from __future__ import annotations

from onscreen import asked, card, chosen, expect_role_card, listed, open_about, open_map
from playwright.sync_api import Page, expect


def test_change_of_language_keeps_the_chosen_role(page: Page) -> None:
    """The card stays open, now in English, and so do the page's language and title."""
    open_map(page, "?role=mentor&without=up")
    expect_role_card(page, "Mentor")
    page.get_by_role("link", name="English").click()
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page).to_have_title("Map – Karriärkartan")
    expect(card(page).get_by_role("heading", name="What you do")).to_be_visible()
    expect(chosen(page)).to_have_attribute("data-role", "mentor")
    assert asked(page) == {"role": "mentor", "without": "up", "lang": "en"}
    page.get_by_role("link", name="Svenska").click()
    expect(page.locator("html")).to_have_attribute("lang", "sv")
    expect(page).to_have_title("Karta – Karriärkartan")
    expect(card(page).get_by_role("heading", name="Det här gör du")).to_be_visible()


def test_change_of_language_keeps_focus_on_the_choice_of_language(page: Page) -> None:
    """The link that was pressed has become its opposite, and is where the keyboard is."""
    open_map(page)
    page.get_by_role("link", name="English").press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_role("link", name="Svenska")).to_be_focused()


def test_change_of_language_keeps_the_list(page: Page) -> None:
    """The list stays a list."""
    open_map(page, "?view=list&role=mentor")
    page.get_by_role("link", name="English").click()
    expect(page.get_by_role("button", name="Show as map")).to_be_visible()
    expect(listed(page).locator("article.current")).to_have_attribute("data-role", "mentor")


def test_language_follows_to_the_next_page(page: Page) -> None:
    """Links between pages keep the language."""
    open_map(page, "?lang=en")
    page.locator("header").get_by_role("link", name="About the model").click()
    expect(page.locator("h1").first).to_have_text("About the model")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    page.locator("header").get_by_role("link", name="Svenska").click()
    expect(page.locator("h1").first).to_have_text("Om modellen")


def test_other_language_is_offered_in_its_own_words(page: Page) -> None:
    """«English» is marked as English, «Svenska» as Swedish, for those who hear the page."""
    open_about(page)
    expect(page.get_by_role("link", name="English")).to_have_attribute("lang", "en")
    open_about(page, "?lang=en")
    expect(page.get_by_role("link", name="Svenska")).to_have_attribute("lang", "sv")
