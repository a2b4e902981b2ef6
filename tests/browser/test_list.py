"""The map and the list say the same: both are made from the model that can be downloaded."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.support.map_page import (
    box,
    card,
    downloaded_model,
    expect_asked,
    expect_role_card,
    listed,
    open_map,
    prepared_model,
    see_as,
)
from tests.support.models import shipped
from tests.support.server import Server

IDS = "(all, name) => all.map((one) => one.dataset[name])"
NAMES = "(all) => all.map((one) => [one.dataset.role, one.querySelector('.name').textContent])"
HEARD = "(all) => all.map((one) => [one.dataset.role, one.textContent.replaceAll('\\u00ad', '')])"


def open_both(page: Page, language: str) -> None:
    """Open the map and then the list, so that both have been made."""
    open_map(page, f"?lang={language}")
    see_as(page, "list")
    expect(listed(page)).to_be_visible()


@pytest.mark.parametrize("language", ["sv", "en"])
def test_list_map_and_model_have_the_same_roles_and_steps(page: Page, server: Server, language: str) -> None:
    """Every role is once on the map and once in the list, and every step too; nothing else is."""
    model = downloaded_model(server, language)
    roles = sorted(role["id"] for role in model["roles"])
    steps = sorted(f"{step['start']}.{step['end']}" for step in model["steps"])
    open_both(page, language)
    assert sorted(listed(page).locator("article.role").evaluate_all(IDS, "role")) == roles
    assert sorted(listed(page).locator("article.step").evaluate_all(IDS, "step")) == steps
    assert sorted(page.locator("button.box").evaluate_all(IDS, "role")) == roles
    for shape in ("wide", "tall"):
        drawn = prepared_model(server, language)[shape]
        assert sorted(place["id"] for place in drawn["places"]) == roles
        assert sorted(step for line in drawn["lines"] for step in (line["step"], line["back"]) if step) == steps


def test_names_on_the_map_are_those_of_the_list(page: Page) -> None:
    """What a box is called contains the name of its card, for those who only hear it."""
    open_both(page, "en")
    names = listed(page).locator("article.role").evaluate_all(NAMES)
    heard = dict(page.locator("button.box").evaluate_all(HEARD))
    assert [name for role, name in names if name not in heard[role]] == []


def test_steps_of_a_card_are_the_model_steps_out_of_it(page: Page, server: Server) -> None:
    """«Nästa steg» and «Vägar hit» hold every step out of and to the role, once."""
    steps = [(step["start"], step["end"]) for step in downloaded_model(server, "sv")["steps"]]
    open_map(page, "?view=list")
    for article in listed(page).locator("article.role").all():
        role = article.get_attribute("data-role")
        onward = sorted(f"{start}.{end}" for start, end in steps if start == role)
        inward = sorted(f"{start}.{end}" for start, end in steps if end == role)
        assert sorted(article.locator(".next a[data-step]").evaluate_all(IDS, "step")) == onward
        assert sorted(article.locator("[data-fold=ways] a[data-step]").evaluate_all(IDS, "step")) == inward


def test_card_says_the_same_as_the_list(page: Page) -> None:
    """The card beside the map is the list's article, word for word."""
    open_map(page, "?view=list")
    in_list = listed(page).locator("article[data-role='mentor']").text_content()
    open_map(page, "?role=mentor")
    assert card(page).locator("article").text_content() == in_list


def row(page: Page, place: str) -> Locator:
    """Return the row of a role or a step in the list."""
    return page.locator(f".row[data-row='{place}']")


def summary(page: Page, place: str) -> Locator:
    """Return what is pressed to open a row."""
    return row(page, place).locator(":scope > summary")


def test_row_opens_its_card_in_place_and_is_in_the_address(page: Page) -> None:
    """Closed the list is an index; by keyboard a row opens, what stands above it stays, and its address opens it again."""
    open_map(page, "?view=list")
    expect(listed(page).locator("article:visible")).to_have_count(0)
    summary(page, "mentor").scroll_into_view_if_needed()
    top = "(one) => one.getBoundingClientRect().top"
    before = summary(page, "mentor").evaluate(top)
    summary(page, "mentor").press("Enter")
    expect(row(page, "mentor").locator("article.role")).to_be_visible()
    expect(summary(page, "mentor")).to_be_focused()
    assert summary(page, "mentor").evaluate(top) == before
    expect_asked(page, role="mentor", view="list")
    page.reload()
    expect(row(page, "mentor").locator("article.role")).to_be_visible()
    summary(page, "mentor").click()
    expect(listed(page).locator("article:visible")).to_have_count(0)


def test_all_rows_open_and_close_at_once(page: Page) -> None:
    """For reading and printing: every card and step with all that is folded in it, and closed again."""
    open_map(page, "?view=list")
    button = listed(page).get_by_role("button", name="Öppna alla")
    button.click()
    expect(listed(page).locator("article:visible")).to_have_count(len(shipped().roles) + len(shipped().steps))
    expect(listed(page).locator(".fold:not([open])")).to_have_count(0)
    button.click()
    expect(listed(page).locator("article:visible")).to_have_count(0)


def test_link_in_the_list_leads_to_the_step_and_its_end(page: Page) -> None:
    """The list is read by its links: role → step → role, with focus at each row."""
    open_map(page, "?view=list&role=mentor")
    row(page, "mentor").locator("article.role .next a[data-step='mentor.specialist']").click()
    step = summary(page, "mentor.specialist")
    expect(step).to_be_focused()
    expect(step).to_be_in_viewport()
    expect_asked(page, step="mentor.specialist", view="list")
    row(page, "mentor.specialist").locator(".ends a[data-role='specialist']").click()
    expect(summary(page, "specialist")).to_be_focused()
    expect(row(page, "specialist").locator("article.role")).to_be_visible()


def test_choice_follows_from_map_to_list_and_back(page: Page) -> None:
    """The same role is chosen whichever way it is shown."""
    open_map(page)
    box(page, "mentor").click()
    see_as(page, "list")
    expect(listed(page).locator(".row.current")).to_have_attribute("data-row", "mentor")
    see_as(page, "map")
    expect_role_card(page, "Mentor")


def test_list_has_headings_for_stages_and_roles(page: Page, server: Server) -> None:
    """Who reads by headings finds the stages in their order, and the roles under them."""
    open_map(page, "?view=list")
    stages = [stage["name"] for stage in downloaded_model(server, "sv")["stages"]]
    expect(listed(page).locator("section.stage > h2")).to_have_text(stages)
    roles = [role["name"] for role in downloaded_model(server, "sv")["roles"]]
    found = listed(page).locator("section.stage > .row > summary > h3").all_inner_texts()
    assert sorted(found) == sorted(roles)
