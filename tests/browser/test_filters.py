"""Filters by kind of step and by level work on the map, in the card and in the list, and live in the address."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from careerpaths.model.walk import lines_of
from tests.support.map_page import box, card, expect_asked, expect_role_card, lines_drawn, listed, open_map, see_as
from tests.support.models import shipped

KINDS = ("Uppåt", "I sidled", "Fördjupning", "In och ut", "Tillbaka")


def expect_lines(page: Page, rule: Callable[[dict[str, list[str]]], bool]) -> None:
    """Wait until what is drawn keeps a rule: lines follow when the card has been painted."""
    for _ in range(40):
        if rule(lines_drawn(page)):
            return
        page.wait_for_timeout(25)
    assert rule(lines_drawn(page))


def press(page: Page, name: str) -> None:
    """Press a filter's button, which is folded until the filters are opened."""
    pill = page.locator(".pill", has_text=name)
    if not pill.is_visible():
        page.locator(".filters summary").click()
    pill.click()


def test_filter_takes_steps_from_the_map(page: Page) -> None:
    """A kind that is switched off takes its lines and heads away; of a step and its way back the other stays."""
    open_map(page)
    whole = lines_drawn(page)
    assert len(whole) == 36
    assert whole["erfaren.mentor"] == ["deepening", "back"]
    press(page, "Fördjupning")
    expect_lines(page, lambda now: now["erfaren.mentor"] == ["back"] and "soc-vuxen.erfaren" not in now)
    press(page, "Fördjupning")
    expect_lines(page, lambda now: now == whole)
    for name in KINDS:
        press(page, name)
    expect_lines(page, lambda now: now == {})


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
    """In the list the steps of that kind are hidden, and those of the others are not; also where it says what leads on."""
    open_map(page, "?view=list&role=mentor")
    press(page, "Tillbaka")
    for place in (".row .row", ".leads span", "article.role .next li"):
        expect(listed(page).locator(f"{place}[data-kind='back']:visible")).to_have_count(0)
    for place in (".row .row", ".leads > span"):
        expect(listed(page).locator(f"{place}[data-kind='up']:visible")).not_to_have_count(0)


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
    """«Så hänger det ihop» opens to the chosen level only, in the card, in the list and in the address."""
    open_map(page, "?role=mentor")
    levels = card(page).locator("[data-fold=levels] [data-level]")
    expect(levels).to_have_count(3)
    page.locator(".filters summary").click()
    page.get_by_label("Nivå").select_option("group")
    expect(page.locator(".filters summary")).to_have_text("Filter (1)")
    expect_asked(page, role="mentor", level="group")
    expect(card(page).locator("[data-level]:visible")).to_have_count(1)
    expect(card(page).locator("[data-level='group']")).to_be_visible()
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
    """When a filter hides every next step, or every line of a part, their heading does not stand alone."""
    for query in ("role=vfu-student&without=in.out", "role=specialist&lines=sourced", "role=specialist&lines=example"):
        open_map(page, f"?{query}")
        expect(card(page).locator("article")).to_be_visible()
        for part in card(page).locator(":is(section, .fold[open]):visible").all():
            inside = part.locator(":scope > *:not(h2, h3, h4, summary):visible")
            assert inside.count(), part.inner_text()


def test_card_shows_only_what_has_a_source_or_only_the_examples(page: Page) -> None:
    """As many lines as the card's sentence says; it holds for the next card, is in the address, and a second press ends it."""
    role = shipped().role("mentor")
    assert role
    sourced = sum(not line.is_example for _, line in lines_of(role))
    examples = sum(line.is_example for _, line in lines_of(role))
    open_map(page, "?role=mentor")
    button = card(page).get_by_role("button", name="Visa bara det med källa")
    button.click()
    expect(button).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".explorer [role=status]")).to_have_text("Bara det med källa visas.")
    expect(card(page).locator(".example:visible")).to_have_count(0)
    expect(card(page).locator(".sourced:visible")).to_have_count(sourced)
    expect_asked(page, role="mentor", lines="sourced")
    box(page, "specialist").click()
    expect(card(page).locator(".example:visible")).to_have_count(0)
    expect(card(page).locator(".sourced:visible")).not_to_have_count(0)
    box(page, "mentor").click()
    card(page).get_by_role("button", name="Visa bara exemplen").click()
    expect(card(page).locator(".example:visible")).to_have_count(examples)
    expect(card(page).locator(".sourced:visible")).to_have_count(0)
    card(page).get_by_role("button", name="Visa bara exemplen").click()
    expect_asked(page, role="mentor")
    expect(card(page).locator(":is(.example, .sourced):visible")).to_have_count(
        1
    )  # the purpose; the rest is folded again


def test_folded_parts_stay_as_they_were_left(page: Page) -> None:
    """By their heading, for every card and after a reload; a link in the card opens the part it leads to."""
    open_map(page, "?role=mentor")
    expect(card(page).locator(".fold[open]")).to_have_count(0)
    card(page).get_by_text("Det här krävs", exact=True).click()
    box(page, "specialist").click()
    opened = card(page).locator(".fold[open]")
    expect(opened).to_have_count(1)
    expect(opened.locator(":scope > summary")).to_contain_text("Det här krävs")
    page.reload()
    expect(opened).to_have_count(1)
    box(page, "mentor").click()
    card(page).get_by_role("link", name="kontrollera beloppet").click()
    expect(card(page).locator("[data-fold=benefits] > summary")).to_be_focused()
    expect(card(page).locator(".money")).to_be_visible()
    opened.last.locator(":scope > summary").click()
    opened.first.locator(":scope > summary").click()
    expect(opened).to_have_count(0)
