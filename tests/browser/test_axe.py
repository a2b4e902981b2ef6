"""axe finds nothing in our markup: every state of the map and the page about the model, in all settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from conftest import Visit
from known_faults import KNOWN_FAULTS
from onscreen import box, card, listed, open_about, open_map
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """(tags) => axe.run(document, { runOnly: { type: "tag", values: tags }, resultTypes: ["violations"] })
  .then((found) => found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html])))"""
SETTINGS = [
    pytest.param(language, embedded, width, id=f"{language}-{'framed' if embedded else 'plain'}-{width}")
    for language in ("sv", "en")
    for embedded in (False, True)
    for width in (1440, 320)
]
FEW = [one for one in SETTINGS if [one.values[0] == "en", one.values[1], one.values[2] == 320].count(True) % 2 == 0]
"""Half of the settings, in which every pair of values still meets."""
OPPOSITE = [SETTINGS[0], SETTINGS[-1]]
"""Two settings that differ in everything: for the list, in which axe takes seconds to look through every card."""


def violations(page: Page) -> list[tuple[str, str]]:
    """Return every violation as the rule's name and the element's own HTML."""
    page.evaluate(f"() => {{ if (!globalThis.axe) {{ {AXE_SCRIPT} }} }}")
    return [(rule, html) for rule, html in page.evaluate(RUN, TAGS)]


def ours(found: list[tuple[str, str]]) -> list[tuple[str, str]]:
    """Return the violations that are not known faults of the framework."""
    return [
        (rule, html) for rule, html in found if not any(rule == one.rule and one.place in html for one in KNOWN_FAULTS)
    ]


def told(found: list[tuple[str, str]]) -> dict[str, str]:
    """Return what a failing test says: each rule once, with its first element and how many there are."""
    first = dict(reversed(ours(found)))
    return {rule: f"{[one for one, _ in found].count(rule)} × {html}" for rule, html in first.items()}


def query(language: str, embedded: bool, more: str = "") -> str:
    """Return the address of a setting."""
    return f"?lang={language}{'&embed=true' if embedded else ''}{more}"


def nothing(page: Page) -> None:
    """Leave the map as it opens."""


def role_card(page: Page) -> None:
    """Open a role's card."""
    box(page, "mentor").click()
    card(page).locator("article.role").wait_for()


def explained_word(page: Page) -> None:
    """Open the explanation of a word on the card."""
    card(page).locator("button.word").first.click()
    card(page).locator(".tip").wait_for()


def step_card(page: Page) -> None:
    """Open a step's card from the role's."""
    card(page).locator(".next a[data-step='mentor.specialist']").click()
    card(page).locator("article.step").wait_for()


def search(page: Page) -> None:
    """Open the search's hits."""
    page.locator("#search").fill("m")
    page.locator("#found [data-role]").first.wait_for()


def no_hit(page: Page) -> None:
    """Search in vain."""
    page.locator("#search").fill("rörmokare")
    page.locator("#found .none").wait_for()


def unknown_role(page: Page) -> None:
    """Come with an old link."""
    page.locator("#search").fill("")
    page.evaluate(
        """() => {
          history.pushState(null, "", `${location.search.replace(/&(role|step)=[^&]*/g, "")}&role=finns-inte`);
          dispatchEvent(new PopStateEvent("popstate"));
        }"""
    )
    page.locator(".notice").wait_for()


STATES: tuple[Callable[[Page], None], ...] = (
    nothing,
    role_card,
    explained_word,
    step_card,
    search,
    no_hit,
    unknown_role,
)


@pytest.mark.parametrize(("language", "embedded", "width"), SETTINGS)
def test_map_is_clean_in_every_state(visit: Visit, language: str, embedded: bool, width: int) -> None:
    """Nothing chosen, a role, a step, the search with and without hits, an unknown role: no violation of ours."""
    page = visit(viewport={"width": width, "height": 900})
    open_map(page, query(language, embedded))
    found = {}
    for state in STATES:
        state(page)
        found[state.__name__] = told(violations(page))
    assert {state: faults for state, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("language", "embedded", "width"), OPPOSITE)
def test_list_is_clean(visit: Visit, language: str, embedded: bool, width: int) -> None:
    """The whole list, with every card in it."""
    page = visit(viewport={"width": width, "height": 900})
    open_map(page, query(language, embedded, "&view=list"))
    listed(page).wait_for()
    assert told(violations(page)) == {}


@pytest.mark.parametrize(("language", "embedded", "width"), FEW)
def test_page_about_the_model_is_clean(visit: Visit, language: str, embedded: bool, width: int) -> None:
    """Sources, what to verify, glossary, downloads."""
    page = visit(viewport={"width": width, "height": 900})
    open_about(page, query(language, embedded))
    assert told(violations(page)) == {}


def test_known_faults_still_occur(visit: Visit) -> None:
    """An entry of the list that axe no longer finds must go from the list."""
    page = visit()
    for fault in KNOWN_FAULTS:
        page.goto(fault.opens)
        page.locator("h1").first.wait_for()
        assert any(rule == fault.rule and fault.place in html for rule, html in violations(page)), fault
