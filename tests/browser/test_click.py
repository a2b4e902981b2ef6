"""A click on the map is answered at once: a role opens its card, a step opens its own."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from careerpaths.map.layout.arrange import Shape, arrange
from tests.support.map_page import (
    asked,
    box,
    card,
    chosen,
    expect_asked,
    expect_nothing_chosen,
    expect_role_card,
    expect_step_card,
    focus,
    name_of_card,
    open_map,
    scale,
)
from tests.support.models import shipped
from tests.support.server import Server
from tests.support.visiting import Visit


def test_click_on_a_role_opens_its_card_and_marks_its_box(page: Page) -> None:
    """The main job: click «Mentor» and read. It is announced, focus stays on the box, and the map does not move."""
    open_map(page)
    expect_nothing_chosen(page)
    before = box(page, "mentor").bounding_box()
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    expect(card(page).locator(".purpose")).to_contain_text("Tar extra ansvar")
    expect(chosen(page)).to_have_attribute("data-role", "mentor")
    expect_asked(page, role="mentor")
    assert focus(page)["role"] == "mentor"
    expect(page.locator(".explorer [role=status]")).to_contain_text("Mentor")
    assert box(page, "mentor").bounding_box() == before


def test_every_role_opens_a_card_with_its_own_name(page: Page) -> None:
    """No box is dead, and none opens another's card. Who double-clicks gets it once: one step back undoes it."""
    open_map(page)
    box(page, "mentor").dblclick()
    expect_role_card(page, "Mentor")
    page.go_back()
    expect_nothing_chosen(page)
    for one in page.locator("button.box").all():
        role = one.get_attribute("data-role")
        one.dispatch_event("click")
        expect(card(page).locator("article")).to_have_attribute("data-role", str(role))
        expect(chosen(page)).to_have_count(1)
        actions = card(page).locator(".actions a").last.evaluate("(one) => one.getBoundingClientRect().bottom")
        height = card(page).locator("article").evaluate("(one) => one.offsetHeight")
        assert (actions <= 900, height <= 1400) == (True, True), (role, actions, height)


def test_cards_open_while_the_server_stands_still(page: Page, server: Server) -> None:
    """Between a click and its answer stands no round trip: the server's process is stopped, and cards still open."""
    open_map(page)
    with server.stopped():
        with pytest.raises(TimeoutError):
            server.ask("/_stcore/health", timeout=1)
        for role, name in (("specialist", "Specialist"), ("nyexaminerad", "Nyexaminerad"), ("mentor", "Mentor")):
            box(page, role).click()
            expect(name_of_card(page)).to_contain_text(name)
            assert asked(page) == {"role": role}
        card(page).locator(".next a[data-step='mentor.specialist']").click()
        expect_step_card(page, "Mentor", "Specialist")
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")


def test_step_in_the_card_opens_the_step_with_links_to_both_ends(page: Page) -> None:
    """A step is as clickable as a role, and leads to the other end; reading goes on at the top of the new card.

    «Rensa» ends the choice, in the card and in the address.
    """
    open_map(page, "?role=mentor")
    card(page).locator(".next a[data-step='mentor.specialist']").click()
    expect_step_card(page, "Mentor", "Specialist")
    expect(card(page).locator("article.step .name")).to_be_focused()
    expect_asked(page, step="mentor.specialist")
    ends = card(page).locator(".ends a")
    expect(ends).to_have_text(["Mentor", "Specialist"])
    ends.nth(1).click()
    expect_role_card(page, "Specialist")
    expect_asked(page, role="specialist")
    page.get_by_role("button", name="Rensa").click()
    expect_nothing_chosen(page)
    expect_asked(page)


def test_press_near_a_line_opens_its_step(page: Page) -> None:
    """A line answers up to 12 px away; of a step and its way back the one that leads to the nearer end."""
    open_map(page)
    layout = arrange(shipped(), Shape.WIDE)
    expect(page.locator("svg.lines")).to_have_attribute("aria-hidden", "true")  # the boxes and the list tell it
    zero = page.locator(".ground").evaluate("(one) => [one.getBoundingClientRect().x, one.getBoundingClientRect().y]")
    enlarged = scale(page)

    def press(x: float, y: float) -> None:
        page.mouse.click(zero[0] + x * enlarged, zero[1] + y * enlarged)

    for there, back in (("nyexaminerad.soc-vuxen", None), ("erfaren.enhetschef", "enhetschef.erfaren")):
        (line,) = (one for one in layout.lines if one.there == there)
        (a, b), (c, d) = line.points[-2:]
        press((a + c) / 2 if c != a else c, (b + d) / 2 + (7 / enlarged if b == d else 0))
        expect_asked(page, step=there)
        expect(card(page).locator("article.step")).to_have_attribute("data-step", there)
        if back:
            (a, b), (c, d) = line.points[:2]
            press(a + (c - a) / 8, b + (d - b) / 8)
            expect_asked(page, step=back)
    page.mouse.click(zero[0] + 400 * enlarged, zero[1] + 500 * enlarged)
    expect_asked(page, step="enhetschef.erfaren")


@pytest.mark.parametrize(("width", "height"), [(1440, 900), (390, 844)])
def test_start_asks_one_thing_on_one_screen(visit: Visit, width: int, height: int) -> None:
    """The question, three doors, and how to read the map, folded; all can be seen without scrolling."""
    page = visit(viewport={"width": width, "height": height})
    open_map(page)
    start = card(page).locator(".welcome")
    expect(start.get_by_role("heading", name="Vilken är din roll i dag?")).to_be_visible()
    expect(start.locator(".doors a b")).to_have_text(
        ["Vart kan jag gå?", "Vi ska ha ett samtal", "Jag planerar enheten"]
    )
    fold = start.locator("summary", has_text="Så läser du kartan")
    seen = fold.bounding_box()
    assert seen
    assert seen["y"] + seen["height"] <= height
    fold.click()
    expect(start.locator(".kinds li").first).to_be_visible()


def test_every_door_and_every_link_of_a_card_leads_somewhere(page: Page) -> None:
    """Only what there is is offered: a press changes page, by one step in the browser's history."""
    followed: set[str | None] = set()
    for query, links in (("", ".doors a"), ("?role=mentor", ".actions a")):
        open_map(page, query)
        offered = [link.get_attribute("data-page") for link in card(page).locator(links).all()]
        for number in range(len(offered)):
            if number:
                open_map(page, query)
            before = page.url
            card(page).locator(links).nth(number).click()
            page.wait_for_function("(before) => location.href !== before", arg=before)
            expect(page.locator("header [aria-current=page]")).not_to_have_text("Karta")
        followed.update(offered)
    open_map(page, "?step=mentor.specialist")
    of_step = {link.get_attribute("data-page") for link in card(page).locator(".actions a").all()}
    assert of_step
    assert of_step <= followed


def test_door_keeps_the_language(page: Page) -> None:
    """Who reads in English and presses a door goes on in English."""
    open_map(page, "?lang=en")
    card(page).get_by_role("link", name="I plan the unit").click()
    expect(page.locator("h1").first).to_have_text("Plan the unit")
    assert asked(page)["lang"] == "en"


def test_link_can_be_copied_where_the_browser_forbids_it(page: Page) -> None:
    """«Kopiera länk» answers also in a frame that may not write to the clipboard: the address stands there to copy."""
    open_map(page, "?role=mentor")
    page.evaluate("() => Object.defineProperty(navigator, 'clipboard', { value: undefined })")
    card(page).get_by_role("button", name="Kopiera länk").click()
    address = card(page).locator("input.address").input_value()
    assert "role=mentor" in address
    assert address.startswith("http")
