"""Filters by kind of step and by level work on the map, in the card and in the list, and live in the address."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.map_page import box, card, expect_asked, expect_role_card, listed, open_map, pixels_drawn, see_as

KINDS = ("Uppåt", "I sidled", "Fördjupning", "In och ut", "Tillbaka")


def press(page: Page, name: str) -> None:
    """Press a filter's button, which is folded until the filters are opened."""
    pill = page.locator(".pill", has_text=name)
    if not pill.is_visible():
        page.locator(".filters summary").click()
    pill.click()


def test_filter_takes_steps_from_the_map(page: Page) -> None:
    """With every kind switched off no line is drawn; with one back there are lines again."""
    open_map(page)
    page.wait_for_timeout(100)  # the canvas draws in its own frame
    whole = pixels_drawn(page)
    press(page, "I sidled")
    page.wait_for_timeout(100)
    fewer = pixels_drawn(page)
    assert fewer < whole
    press(page, "I sidled")
    page.wait_for_timeout(100)
    assert pixels_drawn(page) == whole
    for name in KINDS:
        press(page, name)
    page.wait_for_timeout(100)
    assert pixels_drawn(page) < fewer / 4


def test_filter_takes_steps_from_the_card(page: Page) -> None:
    """A kind that is switched off is not offered as a next step, here or on the next card; how many are left is heard."""
    open_map(page, "?role=mentor")
    rows = card(page).locator(".next [data-kind='up']")
    expect(rows.first).to_be_visible()
    press(page, "Uppåt")
    expect(card(page).locator(".next div.kind[data-kind='up']")).to_be_hidden()
    expect(card(page).locator(".next div.kind[data-kind='deepening']")).to_be_visible()
    expect(page.locator(".explorer [role=status]")).to_contain_text("steg")
    expect_asked(page, role="mentor", without="up")
    page.locator("button.box[data-role='erfaren']").click()
    expect_role_card(page, "Erfaren socialsekreterare eller handläggare")
    expect(card(page).locator("div.kind[data-kind='up']:visible")).to_have_count(0)


def test_filter_takes_steps_from_the_list(page: Page) -> None:
    """In the list the steps of that kind are hidden, and those of the others are not."""
    open_map(page, "?view=list")
    press(page, "Tillbaka")
    expect(listed(page).locator("article.step[data-kind='back']:visible")).to_have_count(0)
    expect(listed(page).locator("article.step[data-kind='up']:visible")).not_to_have_count(0)


def test_filters_are_in_the_address(page: Page) -> None:
    """An address with filters shows the map with the same filters; «In och ut» is two kinds in one."""
    open_map(page)
    press(page, "In och ut")
    press(page, "Uppåt")
    expect_asked(page, without="in.out.up")
    page.reload()
    page.locator(".explorer:not([aria-busy])").wait_for()
    pressed = page.locator(".pill").evaluate_all("(all) => all.map((one) => one.getAttribute('aria-pressed'))")
    assert pressed == ["false", "true", "true", "false", "true"]


def test_level_shows_one_level_of_the_card(page: Page) -> None:
    """«Så hänger det ihop» shows the chosen level only, in the card, in the list and in the address."""
    open_map(page, "?role=mentor")
    levels = card(page).locator(".levels [data-level]")
    expect(levels).to_have_count(3)
    page.locator(".filters summary").click()
    page.get_by_label("Nivå").select_option("group")
    expect(page.locator(".filters summary")).to_have_text("Filter (1)")
    expect_asked(page, role="mentor", level="group")
    expect(card(page).locator(".levels [data-level]:visible")).to_have_count(1)
    expect(card(page).locator(".levels [data-level='group']")).to_be_visible()
    see_as(page, "list")
    expect(listed(page).locator("[data-level='organisation']:visible")).to_have_count(0)
    expect(listed(page).locator("[data-level='group']:visible")).not_to_have_count(0)
    page.reload()
    page.locator(".explorer:not([aria-busy])").wait_for()
    expect(page.locator("#level")).to_have_value("group")


def test_level_is_offered_where_it_does_something(page: Page) -> None:
    """With nothing chosen there is nothing that a level could be chosen of; Escape folds the filters."""
    open_map(page)
    summary = page.locator(".filters summary")
    summary.click()
    expect(page.locator(".pill").first).to_be_visible()
    expect(page.locator("#level")).to_be_hidden()
    page.locator(".pill").first.press("Escape")
    expect(page.locator(".pill").first).to_be_hidden()
    expect(summary).to_be_focused()
    box(page, "mentor").click()
    summary.click()
    expect(page.locator("#level")).to_be_visible()


def test_no_card_shows_a_heading_over_nothing(page: Page) -> None:
    """When a filter hides every next step, their heading does not stand alone."""
    open_map(page, "?role=vfu-student&without=in.out")
    expect(card(page).locator("article")).to_be_visible()
    for section in card(page).locator("section:visible").all():
        inside = section.locator(":scope > *:not(h2, h3, h4):visible")
        assert inside.count(), section.locator("h3").inner_text()
