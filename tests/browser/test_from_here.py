"""Härifrån: one role with the ways to and from it; the first view on a phone."""

from __future__ import annotations

from playwright.sync_api import Locator, Page, expect

from tests.support.map_page import PHONE, around, card, expect_asked, expect_role_card, focus, open_map, see_as
from tests.support.models import shipped
from tests.support.visiting import Visit

ROLE = "mentor"
DRAWN = """(drawing) => {
  const [area, boxes] = [drawing.getBoundingClientRect(), [...drawing.querySelectorAll(".stop")].map((one) => one.getBoundingClientRect())];
  const on = ({ x, y }) => boxes.some((box) => y >= box.top && y <= box.bottom && Math.min(Math.abs(x - box.left), Math.abs(x - box.right)) <= 4);
  return [...drawing.querySelectorAll(".reach")].map((line) => [line.dataset.step, [0, line.getTotalLength()].every((at) => {
    const { x, y } = line.getPointAtLength(at);
    return on({ x: x + area.left + drawing.clientLeft, y: y + area.top + drawing.clientTop });
  })]);
}"""
"""Every line's step, and whether both its ends are at the edge of a box."""

MIDDLE_OF_LINE = """(line) => {
  const { x, y } = line.getPointAtLength(line.getTotalLength() / 2).matrixTransform(line.getScreenCTM());
  return [x, y];
}"""


def middle(page: Page) -> Locator:
    """Return the button of the role in the middle."""
    return around(page).locator(".go[aria-current=true]")


def steps_around(role: str) -> list[str]:
    """Return the drawn steps to and from a role."""
    return sorted(step.id for step in shipped().steps if role in (step.start, step.end) and not step.wildcard)


def test_every_way_to_and_from_the_role_is_there_and_joined_to_it(page: Page) -> None:
    """The steps of the model, each once as a box and as a line between two boxes, also when the window has changed."""
    open_map(page, f"?role={ROLE}&view=from")
    expect(page.locator(".map")).to_be_hidden()
    expect(card(page).locator(".next")).to_be_hidden()  # the drawing says it
    told = around(page).locator(".about").evaluate_all("(all) => all.map((one) => one.dataset.step)")
    assert sorted(told) == steps_around(ROLE)
    for width in (1440, 1000, 620):
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(100)
        assert sorted(around(page).evaluate(DRAWN)) == [[step, True] for step in steps_around(ROLE)]


def test_press_moves_a_role_to_the_middle_and_back_undoes_it(page: Page) -> None:
    """A press on a box is a choice as on the map; a step opens its card and leaves the middle as it is, also by its line.

    What every employee may do is one sentence, and leads to the step.
    """
    open_map(page, f"?role={ROLE}&view=from")
    around(page).locator(".on [data-role=specialist]").click()
    expect_role_card(page, "Specialist")
    expect(middle(page)).to_be_focused()
    expect_asked(page, role="specialist", view="from")
    page.go_back()
    expect(middle(page)).to_have_text("Mentor")
    around(page).locator("[data-step='erfaren.mentor']").first.click()
    expect(card(page).locator("article.step")).to_be_visible()
    expect(middle(page)).to_have_text("Mentor")
    expect_asked(page, step="erfaren.mentor", view="from")
    page.go_back()
    page.mouse.click(*around(page).locator(".reach[data-step='mentor.specialist']").evaluate(MIDDLE_OF_LINE))
    expect(card(page).locator("article.step")).to_have_attribute("data-step", "mentor.specialist")
    page.go_back()
    page.get_by_role("button", name="Visa två steg bort").click()
    expect(around(page).get_by_role("heading", name="Två steg bort")).to_be_visible()
    expect_asked(page, role=ROLE, view="from", far="2")
    page.get_by_role("button", name="Visa på hela kartan").click()
    expect(page.locator("button.box[aria-current=true]")).to_have_attribute("data-role", ROLE)
    see_as(page, "from")
    around(page).locator(".ways [data-role=erfaren]").click()
    page.locator(".from-more .about", has_text="Avslut").click()
    expect(card(page).locator("article.step")).to_have_attribute("data-step", "erfaren.avslut")


def test_keys_walk_as_on_the_map(page: Page) -> None:
    """One Tab stop; arrows along the ways; Enter moves to the middle; Escape clears and the start asks."""
    open_map(page, f"?role={ROLE}&view=from")
    middle(page).focus()
    for key in ("ArrowRight", "ArrowDown", "ArrowLeft", "ArrowLeft"):
        page.keyboard.press(key)
    assert focus(page)["role"] == "vfu-handledare"
    page.keyboard.press("Tab")
    assert focus(page)["step"] == "vfu-handledare.mentor"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(middle(page)).to_have_text("VFU-handledare")
    expect(middle(page)).to_be_focused()
    page.keyboard.press("Escape")
    expect(card(page).locator(".welcome")).to_be_visible()
    expect(around(page)).to_be_hidden()


def test_phone_shows_the_card_first(visit: Visit) -> None:
    """A link to a role says who it is, without the map above it; the map is one press away."""
    page = visit(viewport=PHONE)
    open_map(page, f"?role={ROLE}")
    expect(card(page).locator(".name")).to_be_in_viewport()
    expect(page.locator(".map")).to_be_hidden()
    expect(around(page)).to_be_hidden()
    expect(card(page).locator(".next")).to_be_visible()  # which says the same
    see_as(page, "map")
    expect(page.locator("button.box[aria-current=true]")).to_have_attribute("data-role", ROLE)
