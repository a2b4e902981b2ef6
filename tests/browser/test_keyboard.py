"""Everything on the map can be reached and read without a pointer."""

from __future__ import annotations

from typing import Any, cast

from playwright.sync_api import Page, expect

from tests.support.map_page import (
    box,
    card,
    chosen,
    downloaded_model,
    expect_asked,
    expect_nothing_chosen,
    expect_role_card,
    focus,
    open_map,
)
from tests.support.server import Server

MOST_TABS = 60
ARROWS = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End")
MOVES = """(boxes, keys) => Object.fromEntries(boxes.map((box) => [box.dataset.role, Object.fromEntries(keys.map((key) => {
  box.click(); // makes it the place that keys start from
  box.focus();
  box.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, composed: true, cancelable: true }));
  return [key, box.getRootNode().activeElement.dataset.role];
}))]))"""
"""Where each key leads from each box; `test_from_the_top_of_the_page…` presses the real keys."""


def tab_until(page: Page, wanted: str, key: str = "Tab") -> dict[str, Any]:
    """Press Tab until something whose tag, class or text around it is `wanted` has focus."""
    for _ in range(MOST_TABS):
        page.keyboard.press(key)
        found = focus(page)
        if wanted in (found["tag"], found["text"], *found["around"]):
            return found
    raise AssertionError(f"{MOST_TABS} presses of {key} do not lead to «{wanted}»")


def moves(page: Page) -> dict[str, dict[str, str]]:
    """Return where each key leads from each role of the map."""
    return cast("dict[str, dict[str, str]]", page.locator("button.box").evaluate_all(MOVES, list(ARROWS)))


def way_by_keys(found: dict[str, dict[str, str]], start: str, end: str) -> list[str]:
    """Return the fewest keys that lead from one role to another; empty when there is no way."""
    ways: dict[str, list[str]] = {start: []}
    waiting = [start]
    for role in waiting:
        for key, reached in found[role].items():
            if reached not in ways:
                ways[reached] = [*ways[role], key]
                waiting.append(reached)
    return ways.get(end, [])


def test_from_the_top_of_the_page_to_mentor_and_on_to_a_next_step(page: Page) -> None:
    """The main job without a pointer: Tab to the map, arrows to Mentor, Enter, and on along a step."""
    open_map(page)
    keys = way_by_keys(moves(page), "vfu-student", "mentor")
    assert keys, "the arrow keys do not lead from «VFU-student» to «Mentor»"
    open_map(page)
    page.locator("body").focus()
    assert tab_until(page, "box")["role"] == "vfu-student"
    for key in keys:
        page.keyboard.press(key)
    assert focus(page)["role"] == "mentor"
    page.keyboard.press("Enter")
    expect_role_card(page, "Mentor")
    tab_until(page, "steps")
    step = focus(page)["step"]
    page.keyboard.press("Enter")
    expect(card(page).locator("article.step .name")).to_be_focused()
    expect_asked(page, step=step)


def test_arrow_keys_reach_every_role(page: Page, server: Server) -> None:
    """From the map's one Tab stop the arrow keys, Home and End lead to every role."""
    open_map(page)
    found = moves(page)
    roles = [role["id"] for role in downloaded_model(server, "sv")["roles"]]
    assert [role for role in roles if role != roles[0] and not way_by_keys(found, roles[0], role)] == []


def test_right_arrow_follows_a_step_and_left_arrow_follows_one_back(page: Page, server: Server) -> None:
    """→ goes along a step out of the role, ← along one that leads to it; where there is none, focus stays."""
    open_map(page)
    steps = [(step["start"], step["end"]) for step in downloaded_model(server, "sv")["steps"] if not step["wildcard"]]
    for role, keys in moves(page).items():
        outward = {end for start, end in steps if start == role} or {role}
        inward = {start for start, end in steps if end == role} or {role}
        assert keys["ArrowRight"] in outward, role
        assert keys["ArrowLeft"] in inward, role


def test_up_and_down_stay_in_the_stage_and_home_and_end_go_to_its_ends(page: Page, server: Server) -> None:
    """↑ and ↓ go round the roles of one stage; Home and End lead to the first and the last stage."""
    open_map(page)
    model = downloaded_model(server, "sv")
    stage = {role["id"]: role["stage"]["id"] for role in model["roles"]}
    found = moves(page)
    for role, keys in found.items():
        assert stage[keys["ArrowUp"]] == stage[keys["ArrowDown"]] == stage[role]
        assert found[keys["ArrowDown"]]["ArrowUp"] == role
        assert stage[keys["Home"]] == model["stages"][0]["id"]
        assert stage[keys["End"]] == model["stages"][-1]["id"]


def test_map_is_one_tab_stop_that_can_be_left_both_ways(page: Page) -> None:
    """Tab enters the map once and leaves it; Shift+Tab leaves it backwards."""
    open_map(page)
    expect(page.locator("button.box[tabindex='0']")).to_have_count(1)
    page.locator("body").focus()
    tab_until(page, "box")
    page.keyboard.press("Tab")
    assert "box" not in focus(page)["around"]
    page.keyboard.press("Shift+Tab")
    assert "box" in focus(page)["around"]
    page.keyboard.press("Shift+Tab")
    assert "box" not in focus(page)["around"]


def test_arrows_only_look_around(page: Page) -> None:
    """Moving focus chooses nothing: neither card nor address change until Enter."""
    open_map(page)
    tab_until(page, "box")
    page.keyboard.press("ArrowRight")
    assert focus(page)["role"] == "nyexaminerad"
    expect_nothing_chosen(page)
    expect_asked(page)
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_attribute("data-role", "nyexaminerad")


def test_space_chooses_like_enter(page: Page) -> None:
    """A box is a real button."""
    open_map(page)
    tab_until(page, "box")
    page.keyboard.press("Space")
    expect_role_card(page, "VFU-student")


def test_where_no_step_leads_it_is_said(page: Page) -> None:
    """← on the first role says that no step leads that way, instead of nothing."""
    open_map(page)
    tab_until(page, "box")
    page.keyboard.press("ArrowLeft")
    assert focus(page)["role"] == "vfu-student"
    expect(page.locator(".explorer [role=status]")).not_to_be_empty()


def test_escape_on_the_map_clears_and_keeps_the_place(page: Page) -> None:
    """Escape ends the choice; focus stays on the role."""
    open_map(page)
    box(page, "mentor").click()
    page.keyboard.press("Escape")
    expect_nothing_chosen(page)
    expect_asked(page)
    assert focus(page)["role"] == "mentor"


def test_escape_in_the_card_goes_back_to_the_role_on_the_map(page: Page) -> None:
    """What had focus goes away with the card, so focus goes to the role's box."""
    open_map(page, "?role=mentor")
    card(page).locator(".next a").first.focus()
    page.keyboard.press("Escape")
    expect_nothing_chosen(page)
    assert focus(page)["role"] == "mentor"


def test_skip_link_is_first_and_leads_past_the_head(page: Page) -> None:
    """Tab offers to skip the head before any link of it; Enter goes to the page's heading; it speaks Swedish."""
    open_map(page)
    page.locator("body").focus()
    page.keyboard.press("Tab")
    if focus(page)["tag"] in ("main", "section"):  # Streamlit's own scrolling part of the page is a Tab stop
        page.keyboard.press("Tab")
    assert focus(page)["text"] == "Hoppa till innehållet"
    page.keyboard.press("Enter")
    assert focus(page)["tag"] == "h1"


def test_letters_do_nothing_on_the_map(page: Page) -> None:
    """There are no shortcuts of single letters for speech control to stumble over (WCAG 2.1.4)."""
    open_map(page)
    tab_until(page, "box")
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789?/":
        page.keyboard.press(letter)
    assert focus(page)["role"] == "vfu-student"
    expect_nothing_chosen(page)
    expect_asked(page)
