"""Where things are on the page, in the words of a visitor: the map's boxes, the card, the list."""

from __future__ import annotations

import json
import re
from typing import Any, cast
from urllib.parse import parse_qs

from playwright.sync_api import Locator, Page, expect

from tests.support.server import Server

FRONT = "/"
PHONE = {"width": 320, "height": 700}

DEEP = """
  const deep = (root = document) => [...root.querySelectorAll("*")].flatMap(
    (one) => [one, ...(one.shadowRoot ? deep(one.shadowRoot) : [])]);
  const focused = () => {
    let one = document.activeElement;
    while (one?.shadowRoot?.activeElement) one = one.shadowRoot.activeElement;
    return one;
  };
  const shown = (one) => one.checkVisibility({ visibilityProperty: true }) && one.getClientRects().length > 0;
"""
"""Script for `evaluate`: everything on the page, also in shadow roots; what has focus; whether it can be seen."""

FACES = f"""() => {{ {DEEP}
  return [document.body, ...deep().filter((one) => one.parentNode instanceof ShadowRoot)].map((one) => one.innerText).join(" ");
}}"""
"""Script for `evaluate`: the texts that can be seen, also in shadow roots, as one."""


def open_map(page: Page, query: str = "") -> Page:
    """Open the map with a query such as `?role=mentor`, and wait until it can be used."""
    page.goto(f"{FRONT}{query}")
    return wait_for_map(page)


def wait_for_map(page: Page) -> Page:
    """Wait until the explorer has drawn itself, Streamlit has come, and the page's head is there."""
    page.locator(".explorer:not([aria-busy])").wait_for()
    page.locator(".early").wait_for(state="detached")
    page.locator("header nav").wait_for(state="attached")  # in a narrow window it stands behind a button
    return page


def open_about(page: Page, query: str = "") -> Page:
    """Open the page about the model directly, and wait for its text."""
    page.goto(f"/om{query}")
    page.locator("#sources").wait_for()
    return page


def open_statement(page: Page, query: str = "") -> Page:
    """Open the accessibility statement directly."""
    page.goto(f"/om/tillganglighet{query}")
    page.locator("#_tested").wait_for()
    return page


def see_as(page: Page, view: str) -> None:
    """Press one of the three ways to see a choice: `map`, `from`, `list`."""
    page.locator(f".views [data-view={view}]").click()


def around(page: Page) -> Locator:
    """Return the drawing of one role with the ways to and from it."""
    return page.locator(".from-drawing")


def box(page: Page, role: str) -> Locator:
    """Return a role's button on the map."""
    return page.locator(f'button.box[data-role="{role}"]')


def chosen(page: Page) -> Locator:
    """Return the box that is chosen."""
    return page.locator('button.box[aria-current="true"]')


def card(page: Page) -> Locator:
    """Return the place of the card beside (or below) the map."""
    return page.locator(".card-pane")


def name_of_card(page: Page) -> Locator:
    """Return the heading of the open card."""
    return card(page).locator("article .name")


def listed(page: Page) -> Locator:
    """Return the list."""
    return page.locator(".list")


def expect_role_card(page: Page, name: str) -> None:
    """Hold that the card of the role with this name is open."""
    expect(card(page).locator("article.role")).to_be_visible()
    expect(name_of_card(page)).to_have_text(name)


def expect_step_card(page: Page, start: str, end: str) -> None:
    """Hold that the card of the step between two names is open."""
    expect(card(page).locator("article.step")).to_be_visible()
    expect(name_of_card(page)).to_have_text(f"{start} → {end}")


def expect_nothing_chosen(page: Page) -> None:
    """Hold that the card's place shows the welcome and no box is chosen."""
    expect(card(page).locator(".welcome")).to_be_visible()
    expect(card(page).locator("article")).to_have_count(0)
    expect(chosen(page)).to_have_count(0)


def asked(page: Page) -> dict[str, str]:
    """Return the query of the address as it is in the page at this moment."""
    query = cast("str", page.evaluate("() => location.search"))
    return {name: values[0] for name, values in parse_qs(query.removeprefix("?")).items()}


def expect_asked(page: Page, **wanted: str) -> None:
    """Hold that the address comes to have these values, and no others."""
    page.wait_for_function(
        """(wanted) => {
          const query = Object.fromEntries(new URLSearchParams(location.search));
          return JSON.stringify(Object.entries(query).sort()) === JSON.stringify(Object.entries(wanted).sort());
        }""",
        arg=wanted,
    )


def focus(page: Page) -> dict[str, Any]:
    """Return what has focus: its tag, role and step, text, and the classes of the parts around it."""
    return cast(
        "dict[str, Any]",
        page.evaluate(
            f"""() => {{ {DEEP}
              const one = focused();
              const around = [];
              for (let at = one; at; at = at.parentElement ?? at.getRootNode().host) around.push(...at.classList);
              return {{
                tag: one.tagName.toLowerCase(), role: one.dataset.role ?? null, step: one.dataset.step ?? null,
                text: one.textContent.trim(), around,
              }};
            }}"""
        ),
    )


def lines_drawn(page: Page) -> dict[str, list[str]]:
    """Return the lines that are seen on the map, by the step they lead along, with the kinds of their heads."""
    return cast(
        "dict[str, list[str]]",
        page.locator(".lines").evaluate(
            """(lines) => Object.fromEntries([...lines.querySelectorAll("g[data-line]:not([hidden])")].map((line) => [
          line.dataset.line,
          [...line.querySelectorAll(".head:not([hidden])")].map((head) => head.getAttribute("class").match(/kind-(\\w+)/)[1]),
        ]))"""
        ),
    )


def scale(page: Page) -> float:
    """Return how much the map is enlarged on the screen, from the width of a box."""
    return cast(
        "float",
        page.locator("button.box").first.evaluate("(box) => box.getBoundingClientRect().width / box.offsetWidth"),
    )


def prepared_model(server: Server, language: str) -> dict[str, Any]:
    """Return what the explorer is given in a language, from the address that the served page names."""
    found = re.search(rf"web/\w+/model\.{language}\.json", server.page(f"/?lang={language}").text)
    assert found, "the served page does not name the prepared model"
    return cast("dict[str, Any]", json.loads(server.ask(f"/{found[0]}").body))


def downloaded_model(server: Server, language: str) -> dict[str, Any]:
    """Return the model that a visitor can take home as JSON."""
    return cast("dict[str, Any]", json.loads(server.ask(f"/model.json?lang={language}").body))
