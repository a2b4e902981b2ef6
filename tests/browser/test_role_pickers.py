"""Fields in which a role is chosen: one types, also without accents and with one letter wrong, or goes by the arrows."""

from __future__ import annotations

from playwright.sync_api import Page, expect

from tests.support.axe import violations


def test_role_is_typed_and_stands_in_the_address(page: Page) -> None:
    """What is typed finds; Enter takes it, the answer follows, and which route was told is forgotten with the old ends."""
    page.goto("/vagar?from=soc-barn-unga&to=enhetschef&route=2")
    goal = page.get_by_role("combobox", name="Dit vill jag")
    heading = page.locator(".doc .route h2")
    expect(goal).to_have_value("Enhetschef")
    expect(heading).to_have_text("En annan väg till Enhetschef")
    for typed, found in {"forste": "Förste socialsekreterare", "menotr": "Mentor"}.items():
        goal.fill(typed)
        expect(page.get_by_role("option")).to_have_text([found])
    goal.press("Enter")
    expect(heading).to_contain_text("Mentor")
    expect(goal).to_be_focused()
    assert page.url.endswith("/vagar?from=soc-barn-unga&to=mentor")
    page.go_back()
    expect(goal).to_have_value("Enhetschef")


def test_what_finds_nothing_is_said_and_escape_brings_the_role_back(page: Page) -> None:
    """Nothing is chosen by leaving; the open list is clean, and the arrows begin where the role stands."""
    page.goto("/jamfor?a=mentor&b=specialist")
    role = page.get_by_role("combobox", name="En annan roll")
    role.fill("xyzzy")
    expect(page.get_by_role("option")).to_contain_text("xyzzy")
    role.press("Escape")
    expect(role).to_have_value("Specialist")
    role.press("ArrowDown")
    expect(page.get_by_role("option", selected=True)).to_have_text("Specialist")
    assert violations(page) == []
    role.press("Tab")
    expect(page.get_by_role("option")).to_have_count(0)
    assert page.url.endswith("/jamfor?a=mentor&b=specialist")
