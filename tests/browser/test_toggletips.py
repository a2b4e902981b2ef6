"""Words explained where they stand: by click, touch and keyboard, on cards, in the list, in documents, in one file."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from careerpaths.single_file.document import single_file
from tests.support.map_page import card, chosen, focus, listed, open_map
from tests.support.models import shipped
from tests.support.visiting import Visit

ROLE = "nyexaminerad"
MEANING = {word.id: word.meaning for word in shipped("sv").glossary}


@pytest.fixture(scope="module")
def one_file(tmp_path_factory: pytest.TempPathFactory) -> str:
    """Return the address of the single file on disk."""
    file: Path = tmp_path_factory.mktemp("edition") / "karta.html"
    file.write_bytes(single_file([shipped("sv"), shipped("en")]))
    return file.as_uri()


def word(within: Page | Locator, word_id: str = "") -> Locator:
    """Return the first word to explain, or the one of an id."""
    wanted = f'[data-word="{word_id}"]' if word_id else ""
    return within.locator(f"button.word{wanted}").first


def tip(within: Page | Locator) -> Locator:
    """Return what explains a word."""
    return within.locator(".tip:visible")


def expect_explained(within: Locator, button: Locator) -> None:
    """Hold that exactly this word's meaning is open, in the line in which the word stands."""
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(tip(within)).to_have_count(1)
    expect(tip(within)).to_contain_text(MEANING[str(button.get_attribute("data-word"))])
    assert button.evaluate("(one) => one.closest('li, p, .line').contains(one.getRootNode().querySelector('.tip'))")


def expect_closed(within: Locator) -> None:
    """Hold that nothing is open."""
    expect(tip(within)).to_have_count(0)
    expect(within.locator(".word[aria-expanded=true]")).to_have_count(0)


def test_word_is_explained_by_a_click_and_closed_by_another(page: Page) -> None:
    """The card and the choice stay; one explanation is open at a time.

    Neither hover nor focus opens, and an open explanation stays when the pointer goes (WCAG 1.4.13).
    """
    open_map(page, f"?role={ROLE}")
    words = card(page).locator("button.word:visible")
    first, second = words.nth(0), words.nth(1)
    first.hover()
    first.focus()
    expect_closed(card(page))
    first.click()
    page.mouse.move(0, 0)
    expect_explained(card(page), first)
    second.click()
    expect_explained(card(page), second)
    expect(first).to_have_attribute("aria-expanded", "false")
    second.click()
    expect_closed(card(page))
    expect(chosen(page)).to_have_attribute("data-role", ROLE)


def test_word_is_explained_by_keyboard_and_escape_closes_only_that(page: Page) -> None:
    """Focus stays on the word, the meaning is said, Escape closes it; the next Escape clears the choice."""
    open_map(page, f"?role={ROLE}")
    button = word(card(page))
    button.focus()
    for key in ("Enter", "Space"):
        page.keyboard.press(key)
        expect_explained(card(page), button)
        expect(button).to_be_focused()
        heard = page.locator(".explorer [role=status]")
        expect(heard).to_contain_text(MEANING[str(button.get_attribute("data-word"))])
        page.keyboard.press("Escape")
        expect_closed(card(page))
        expect(button).to_be_focused()
    expect(chosen(page)).to_have_attribute("data-role", ROLE)
    page.keyboard.press("Escape")
    expect(chosen(page)).to_have_count(0)
    assert focus(page)["role"] == ROLE


def test_word_is_explained_by_touch_on_a_phone(visit: Visit) -> None:
    """At 320 px a tap opens it, nothing is pushed out of the page, and every target is large enough."""
    page = visit(viewport={"width": 320, "height": 700}, has_touch=True)
    open_map(page, f"?role={ROLE}")
    button = word(card(page))
    button.tap()
    expect_explained(card(page), button)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
    for one in card(page).locator("button.word:visible").all():
        found = one.bounding_box()
        assert found
        assert min(found["width"], found["height"]) >= 24


def test_step_card_explains_its_kind(page: Page) -> None:
    """«I sidled» under the name of a step."""
    open_map(page, "?step=soc-barn-unga.soc-vuxen")
    button = word(card(page).locator(".facts"), "i-sidled")
    button.click()
    expect_explained(card(page), button)


def test_word_is_explained_in_the_list(page: Page) -> None:
    """The list's cards have the same words."""
    open_map(page, f"?role={ROLE}&view=list")
    button = word(listed(page).locator(".current > article"))
    button.click()
    expect_explained(listed(page), button)


def test_next_card_begins_without_an_explanation(page: Page) -> None:
    """What was open goes with its card, and the first Escape then clears the choice."""
    open_map(page, f"?role={ROLE}")
    word(card(page)).click()
    card(page).locator(".next a").first.click()
    expect(card(page).locator("article.step")).to_be_visible()
    expect_closed(card(page))
    page.keyboard.press("Escape")
    expect(card(page).locator(".welcome")).to_be_visible()


def test_paper_shows_the_text_alone(page: Page) -> None:
    """In print there is neither the explanation nor a mark under the word."""
    open_map(page, f"?role={ROLE}")
    button = word(card(page))
    button.click()
    page.emulate_media(media="print")
    expect(tip(card(page))).to_have_count(0)
    assert button.evaluate("(one) => getComputedStyle(one).textDecorationLine") == "none"


def test_heading_of_a_document_is_explained(page: Page) -> None:
    """On Överblick the part of the plan, by keyboard; Escape closes, focus stays."""
    open_map(page)
    page.locator("header").get_by_role("link", name="Överblick").click()
    page.locator(".doc details:has(h3 .word) > summary").first.press("Enter")
    button = word(page.locator(".doc h3"))
    button.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(tip(page)).to_have_count(1)
    said = tip(page).inner_text()
    assert any(meaning in said for meaning in MEANING.values())
    expect(page.locator(".doc [role=status]").first).to_have_text(said)
    expect(button).to_be_focused()
    page.keyboard.press("Escape")
    expect(tip(page)).to_have_count(0)
    expect(button).to_be_focused()


def test_single_file_explains_as_the_app_does(visit: Visit, one_file: str) -> None:
    """From disk, in both languages."""
    page = visit()
    for language, word_id in (("sv", "mentor"), ("en", "mentor")):
        page.goto(f"{one_file}#role={ROLE}&lang={language}")
        button = word(card(page), word_id)
        button.click()
        expect(tip(card(page))).to_have_count(1)
        meaning = next(one.meaning for one in shipped(language).glossary if one.id == word_id)
        expect(tip(card(page))).to_contain_text(meaning)


def test_single_file_without_script_leads_to_the_glossary(visit: Visit, one_file: str) -> None:
    """Without script a word is a link to its meaning, further down in the same document."""
    page = visit(java_script_enabled=False)
    page.goto(f"{one_file}#{ROLE}")
    link = page.locator(f"#{ROLE} a[href='#_word.handledning']")
    expect(link).to_have_count(1)
    page.locator(f"#{ROLE} .fold").filter(has=page.locator("a[href='#_word.handledning']")).locator(
        ":scope > summary"
    ).click()
    link.click()
    assert page.url.endswith("#_word.handledning")
    expect(page.locator("[id='_word.handledning']")).to_be_in_viewport()
