"""A server with a third language: all it sends is in it, both others are offered, and the choice keeps the place."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest
from playwright.sync_api import expect

from tests.support.map_page import asked, card, expect_role_card, open_map
from tests.support.server import Server, serving
from tests.support.third_language import NAME, TAG, made
from tests.support.visiting import Visit


@pytest.fixture(scope="module")
def third(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the product with a third language."""
    site = made(tmp_path_factory.mktemp("third"))
    with serving(tmp_path_factory.mktemp("log") / "log.txt", site.model, **site.settings) as server:
        yield server
        assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_server_speaks_it(third: Server) -> None:
    """Page, prepared model, single file and the model's own file: all in the language that was asked for."""
    page = third.page(f"/?lang={TAG}")
    assert f'<html lang="{TAG}">' in page.text
    assert page.headers["content-language"] == TAG
    assert "⟦This page needs JavaScript." in page.text
    assert json.loads(third.ask(f"/web/x/model.{TAG}.json").body)["words"]["clear"] == "⟦Clear⟧"
    assert json.loads(third.ask(f"/web/x/talk.{TAG}.json").body)
    assert json.loads(third.ask(f"/web/x/unit.{TAG}.json").body)
    embedded = third.until(f"/embed?lang={TAG}", lambda answer: answer.status == 200)
    assert embedded.headers["content-language"] == TAG
    assert f'<html lang="{TAG}">' in embedded.text
    assert json.loads(third.ask(f"/model.json?lang={TAG}").body)["language"] == TAG


def test_each_other_language_is_offered_and_keeps_the_place(visit: Visit, third: Server) -> None:
    """From Swedish to the third language by keyboard: role, words and focus; then English and Swedish are offered.

    At 320 px the links are there, large enough, and nothing is pushed out of the page.
    """
    page = visit(third)
    open_map(page, "?role=mentor")
    links = page.locator("header .language")
    expect(links).to_have_text(["English", NAME])
    links.last.press("Enter")
    expect(page.locator("html")).to_have_attribute("lang", TAG)
    expect_role_card(page, "⟦Mentor⟧")
    expect(card(page).get_by_role("heading", name="⟦What you do⟧")).to_be_visible()
    expect(links).to_have_text(["Svenska", "English"])
    expect(links.last).to_be_focused()
    assert asked(page) == {"role": "mentor", "lang": TAG}
    page.set_viewport_size({"width": 320, "height": 700})
    page.locator("header .menu").click()
    for link in page.locator("header .language").all():
        found = link.bounding_box()
        assert found
        assert found["height"] >= 24
        assert found["x"] + found["width"] <= 320
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320
