"""The address is where a choice is kept: it can be shared, it works with Back, and nothing in it is trusted."""

from __future__ import annotations

from urllib.parse import urlencode

from playwright.sync_api import Page, expect

from tests.support.map_page import (
    asked,
    box,
    card,
    chosen,
    expect_asked,
    expect_nothing_chosen,
    expect_role_card,
    expect_step_card,
    listed,
    open_about,
    open_map,
    see_as,
    wait_for_map,
)
from tests.support.visiting import Visit

SCRIPTS = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "javascript:alert(1)",
    "{{7*7}}",
    "../../etc/passwd",
    "%00",
    "__proto__",
    "constructor",
)

ASK = """(query) => {
  history.pushState(null, "", `?${query}`);
  dispatchEvent(new PopStateEvent("popstate"));
}"""
"""What the browser does when the visitor goes back to an address."""


def ask(page: Page, query: str) -> None:
    """Change the address of an open map, as Back does."""
    page.evaluate(ASK, query)


def test_link_to_a_role_opens_its_card(page: Page) -> None:
    """`?role=` opens the map with the role chosen, and the tab says which page it shows."""
    open_map(page, "?role=mentor")
    expect_role_card(page, "Mentor")
    expect(chosen(page)).to_have_attribute("data-role", "mentor")
    expect(page).to_have_title("Karta – Karriärkartan")


def test_link_to_a_step_opens_its_card(page: Page) -> None:
    """`?step=FROM.TO` opens the step, also beside a role; what «every employed role» stands for has an address for each."""
    open_map(page, "?role=specialist&step=erfaren.mentor")
    expect_step_card(page, "Erfaren socialsekreterare eller handläggare", "Mentor")
    expect(page.locator("button.box.end")).to_have_count(2)
    ask(page, "step=enhetschef.avslut")
    expect_step_card(page, "Enhetschef", "Avslut")


def test_link_to_the_list_opens_the_list_at_its_role(page: Page) -> None:
    """`?view=list` opens the list, at the role of `?role=`; the map is not shown."""
    open_map(page, "?role=mentor&view=list")
    row = listed(page).locator(".row.current")
    expect(row).to_have_attribute("data-row", "mentor")
    expect(row.locator(":scope > summary")).to_be_in_viewport()
    expect(row.locator("article.role")).to_be_visible()
    expect(page.locator(".map")).to_be_hidden()


def test_link_to_something_unknown_opens_the_map_with_a_friendly_sentence(page: Page) -> None:
    """An old link fails softly: the map, and what to do; the sentence goes when something is chosen."""
    open_map(page, "?role=finns-inte")
    for query in ("role=finns-inte", "step=mentor.finns-inte", "step=mentor"):
        ask(page, query)
        expect_nothing_chosen(page)
        expect(page.locator(".notice")).to_be_visible()
        expect(page.locator(".notice")).to_contain_text(query.partition("=")[2])
    box(page, "mentor").click()
    expect(page.locator(".notice")).to_be_hidden()
    expect_asked(page, role="mentor")


def test_other_unknown_values_are_passed_over(page: Page) -> None:
    """A value that means nothing changes nothing: the whole map, in Swedish, with every step."""
    open_map(page, "?view=nonsens&without=nonsens&level=nonsens&lang=xx&x=y")
    for query in ("view=nonsens&without=nonsens&level=nonsens&lang=xx&x=y", "role=&step=&view=", "role&step&view"):
        ask(page, query)
        expect_nothing_chosen(page)
        expect(page.locator(".notice")).to_be_hidden()
        expect(page.locator(".map")).to_be_visible()
        expect(page.locator(".pill[aria-pressed='false']")).to_have_count(0)
        expect(page.locator("#level")).to_have_value("")
        expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_script_in_the_address_stays_text(visit: Visit) -> None:
    """Whatever stands in the address is shown as text, shortened, and never runs."""
    page = visit(own=True)
    dialogs: list[str] = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    page.goto(f"/?role={'<b>' * 100}&lang=<script>alert(1)</script>&view=<i>&level=<i>&without=<i>")
    wait_for_map(page)
    assert len(page.locator(".notice").inner_text()) < 250
    for name in ("role", "step"):
        for text in SCRIPTS:
            ask(page, urlencode({name: text}))
            expect(page.locator(".notice")).to_contain_text(text)
            expect(page.locator(".notice *")).to_have_count(0)
    assert dialogs == []


def test_back_and_forward_walk_through_the_choices(page: Page) -> None:
    """Every choice is a step in the browser's history, the view too."""
    open_map(page)
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    card(page).locator(".next a[data-step='mentor.specialist']").click()
    expect_step_card(page, "Mentor", "Specialist")
    page.go_back()
    expect_role_card(page, "Mentor")
    expect(chosen(page)).to_have_attribute("data-role", "mentor")
    page.go_back()
    expect_nothing_chosen(page)
    page.go_forward()
    expect_role_card(page, "Mentor")
    page.go_forward()
    expect_step_card(page, "Mentor", "Specialist")
    see_as(page, "list")
    expect(listed(page)).to_be_visible()
    expect_asked(page, step="mentor.specialist", view="list")
    page.go_back()
    expect(page.locator(".map")).to_be_visible()
    expect_step_card(page, "Mentor", "Specialist")


def test_back_from_another_page_finds_the_role_again(page: Page) -> None:
    """Read about the model, press Back, and the card is still open."""
    open_map(page, "?role=mentor")
    page.locator("header").get_by_role("link", name="Om modellen").click()
    page.locator("#sources").wait_for()
    page.go_back()
    wait_for_map(page)
    expect_role_card(page, "Mentor")


def test_page_that_is_opened_directly_is_whole(page: Page) -> None:
    """A link to another page than the map has its head, its foot and its title."""
    open_about(page)
    expect(page.locator("header nav")).to_be_visible()
    expect(page.locator(".foot")).to_be_visible()
    expect(page).to_have_title("Om modellen – Karriärkartan")


def test_copied_link_opens_the_same_card_in_the_same_language(page: Page) -> None:
    """What «Copy link» gives can be sent to a colleague."""
    open_map(page, "?step=erfaren.mentor&lang=en")
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    card(page).get_by_role("button", name="Copy link").click()
    page.goto(card(page).locator("input.address").input_value())
    wait_for_map(page)
    expect(card(page).locator("article.step")).to_have_attribute("data-step", "erfaren.mentor")
    assert asked(page) == {"step": "erfaren.mentor", "lang": "en"}
