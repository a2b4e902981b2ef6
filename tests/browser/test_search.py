"""A role is found by its name and by what it is called elsewhere."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.map_page import card, expect_asked, expect_role_card, open_map

MEANT = {
    "mentor": "mentor",
    "MENTOR": "mentor",
    "forste": "forste-socialsekreterare",
    "återv": "atervandare",
    "atervandare": "atervandare",
    "  bitr.  ": "bitradande-enhetschef",
    "LVU-handläggare": "soc-barn-unga",
    "familjehem": "familjehemssekreterare",
}
"""What a visitor types, and the role that is meant."""


def field_of(page: Page, name: str = "Sök roll") -> Locator:
    """Return the field to search in."""
    return page.get_by_role("combobox", name=name)


def hits(page: Page) -> Locator:
    """Return what the search offers."""
    return page.get_by_role("listbox").get_by_role("option")


def test_alias_finds_its_role_by_keyboard_alone(page: Page) -> None:
    """«1:e socialsekreterare» leads to Förste socialsekreterare: type, Enter, read."""
    open_map(page)
    field = field_of(page)
    field.focus()
    page.keyboard.type("1:e socialsekreterare")
    expect(hits(page)).to_have_count(1)
    expect(hits(page)).to_contain_text("Förste socialsekreterare")
    expect(hits(page)).to_contain_text("1:e socialsekreterare")
    page.keyboard.press("Enter")
    expect_role_card(page, "Förste socialsekreterare")
    expect(card(page).locator(".name")).to_be_focused()
    expect_asked(page, role="forste-socialsekreterare")


def test_hits_are_chosen_by_pointer_and_arrows(page: Page) -> None:
    """↓ marks the next hit, and the field says which one is marked. Escape ends the search, not what is chosen.

    Capitals, dots over letters and spaces do not matter; a word that no role is called gives a sentence.
    """
    open_map(page)
    field, options = field_of(page), hits(page)
    for typed, role in MEANT.items():
        field.fill(typed)
        expect(options.first).to_have_attribute("data-role", role)
    field.fill("<b>rörmokare</b>")
    expect(page.locator("#found")).to_contain_text("<b>rörmokare</b>")
    field.press("Enter")
    expect_asked(page)
    field.fill("mentor")
    options.first.click()
    expect_role_card(page, "Mentor")
    field.fill("chef")
    field.press("Escape")
    expect(page.locator("#found")).to_be_hidden()
    expect_role_card(page, "Mentor")
    field.fill("")
    field.fill("chef")
    expect(options).not_to_have_count(1)
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    field.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(field).to_have_attribute("aria-activedescendant", str(options.nth(1).get_attribute("id")))
    role = str(options.nth(1).get_attribute("data-role"))
    field.press("Enter")
    expect_asked(page, role=role)


def test_search_speaks_english(page: Page) -> None:
    """In the English edition English words find the role, and the Swedish ones still do."""
    open_map(page, "?lang=en")
    field = field_of(page, "Search role")
    field.fill("unit manager")
    expect(hits(page).first).to_be_visible()
    expect(hits(page).first).not_to_have_class("none")
