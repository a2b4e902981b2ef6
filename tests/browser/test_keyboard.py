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


def test_arrow_keys_reach_every_role_along_steps_and_stages(page: Page, server: Server) -> None:
    """From the map's one Tab stop the arrow keys, Home and End lead to every role.

    → goes along a step out of the role, ← along one that leads to it; where there is none, focus stays. ↑ and ↓ go round
    the roles of one stage; Home and End lead to the first and the last stage.
    """
    open_map(page)
    model, found = downloaded_model(server, "sv"), moves(page)
    stage = {role["id"]: role["stage"]["id"] for role in model["roles"]}
    first = model["roles"][0]["id"]
    assert [role for role in stage if role != first and not way_by_keys(found, first, role)] == []
    steps = [(step["start"], step["end"]) for step in model["steps"] if not step["wildcard"]]
    for role, keys in found.items():
        assert keys["ArrowRight"] in ({end for start, end in steps if start == role} or {role}), role
        assert keys["ArrowLeft"] in ({start for start, end in steps if end == role} or {role}), role
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


def test_arrows_only_look_around_and_letters_do_nothing(page: Page) -> None:
    """Moving focus chooses nothing: neither card nor address change until Enter or Space, for a box is a real button.

    ← on the first role says that no step leads that way. There are no shortcuts of single letters for speech control to
    stumble over (WCAG 2.1.4).
    """
    open_map(page)
    tab_until(page, "box")
    for letter in "abcdefghijklmnopqrstuvwxyz0123456789?/":
        page.keyboard.press(letter)
    assert focus(page)["role"] == "vfu-student"
    page.keyboard.press("ArrowLeft")
    assert focus(page)["role"] == "vfu-student"
    expect(page.locator(".explorer [role=status]")).not_to_be_empty()
    page.keyboard.press("ArrowRight")
    assert focus(page)["role"] == "nyexaminerad"
    expect_nothing_chosen(page)
    expect_asked(page)
    page.keyboard.press("Enter")
    expect(chosen(page)).to_have_attribute("data-role", "nyexaminerad")
    page.keyboard.press("Home")
    page.keyboard.press("Space")
    expect_role_card(page, "VFU-student")


def test_escape_clears_and_keeps_the_place(page: Page) -> None:
    """From the card focus goes to the role's box; on the map it stays there."""
    open_map(page, "?role=mentor")
    card(page).locator(".next a").first.focus()
    page.keyboard.press("Escape")
    expect_nothing_chosen(page)
    assert focus(page)["role"] == "mentor"
    box(page, "mentor").click()
    expect_role_card(page, "Mentor")
    page.keyboard.press("Escape")
    expect_nothing_chosen(page)
    expect_asked(page)
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
