"""The search finds everything that the map says: roles by any name, words, lines of the cards, rows of the plan, pages."""

from __future__ import annotations

import re

from playwright.sync_api import Locator, Page, expect

from tests.support.map_page import around, card, expect_asked, expect_role_card, open_map

MEANT = {
    "mentor": "Mentor",
    "MENTOR": "Mentor",
    "menotr": "Mentor",
    "enhetschef": "Enhetschef",
    "mentr": "Mentor",
    "forste": "Förste socialsekreterare",
    "återv": "Återvändare",
    "atervandare": "Återvändare",
    "  bitr.  ": "Biträdande enhetschef",
    "LVU-handläggare": "Socialsekreterare barn och unga (LVU-handläggare)",
    "familjehemss": "Familjehemssekreterare",
    "social sekreterare vuxen": "Socialsekreterare vuxen",
    "Områdes chef": "Områdeschef",
    "bistånds-handläggare": "Biståndshandläggare äldreomsorg",
    "MI": "MI: Motiverande samtal",
    "mentorstillägg": "Mentorstillägg: Ett tillägg i lönen",
    "överblick": "Överblick",
}
"""What a visitor types, and how the first hit begins (L2 of the cases)."""

WITHIN = {"tillägg": "Mentorstillägg", "lön": "Lönebildning", "svårt att rekrytera": "svårt att rekrytera"}
"""What a visitor types, and what is among the hits: a part of a word, a word of a card, a row of the plan."""


def field_of(page: Page, name: str = "Sök") -> Locator:
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
    expect(hits(page).first).to_contain_text("Förste socialsekreterare (1:e socialsekreterare)")
    page.keyboard.press("Enter")
    expect_role_card(page, "Förste socialsekreterare")
    expect(card(page).locator(".name")).to_be_focused()
    expect_asked(page, role="forste-socialsekreterare")


def test_question_of_the_start_leads_to_the_ways_from_the_role(page: Page) -> None:
    """Every role to choose among, or typed, also with a letter wrong; the answer is Härifrån."""
    open_map(page)
    field = field_of(page, "Vilken är din roll i dag?")
    field.click()
    expect(hits(page)).to_have_count(18)
    field.fill("fortse soc")
    expect(hits(page)).to_have_text(["Förste socialsekreterare"])
    page.keyboard.press("Enter")
    expect_role_card(page, "Förste socialsekreterare")
    expect(card(page).locator(".name")).to_be_focused()
    expect(around(page).locator("[aria-current=true]")).to_have_text("Förste socialsekreterare")
    expect_asked(page, role="forste-socialsekreterare", view="from")


def test_what_was_meant_is_found(page: Page) -> None:
    """Capitals, dots over letters, parts of words and one wrong letter do not matter; nothing is asked of the server."""
    open_map(page)
    field_of(page).fill("mentor")
    expect(hits(page).first).to_contain_text("Mentor")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for typed, meant in MEANT.items():
        field_of(page).fill(typed)
        expect(hits(page).first).to_have_text(re.compile(f"^{re.escape(meant)}"))
    for typed, among in WITHIN.items():
        field_of(page).fill(typed)
        expect(hits(page).filter(has_text=among).first).to_be_visible()
    assert asked == []


def test_hit_in_a_card_opens_the_card_at_its_line(page: Page) -> None:
    """The line stands marked in the middle of the window, and its heading says where it was found."""
    open_map(page)
    field_of(page).fill("slutlön")
    expect(hits(page)).to_contain_text(["Avslut · "])
    hits(page).first.click()
    expect_role_card(page, "Avslut")
    expect(card(page).locator(".sought")).to_be_in_viewport()
    expect(card(page).locator(".sought")).to_contain_text("slutlön")


def test_hits_are_chosen_by_pointer_and_arrows(page: Page) -> None:
    """↓ marks the next hit, and the field says which one is marked. Escape ends the search, not what is chosen.

    A word that is nowhere gives a sentence.
    """
    open_map(page)
    field, options = field_of(page), hits(page)
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
    field = field_of(page, "Search")
    field.fill("unit manager")
    expect(hits(page).first).to_be_visible()
    expect(hits(page).first).not_to_have_class("none")
