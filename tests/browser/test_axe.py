"""axe finds nothing in our markup: every page, in the states that matter, in every setting.

Settings: Swedish and English, plain and in a frame, wide and narrow, in our colours and in the system's own; see
`THOROUGH` for how many of their combinations are asked.
The single file is asked in test_single_file.py, talk and plan as they are filled in in test_talk.py and test_planera.py.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from playwright.sync_api import Browser, Page, expect

from careerpaths.model.known_faults import KnownFault, VisibleWhen
from tests.support.axe import THIN, THOROUGH, every_violation, looks, told
from tests.support.known_faults import KNOWN_FAULTS
from tests.support.map_page import around, box, card, listed, open_map, see_as
from tests.support.server import Server
from tests.support.tabs import hurry
from tests.support.visiting import Visit

SETTINGS = [
    pytest.param(
        f"lang={language}{'&embed=true' if framed else ''}", nth, id=f"{language}-{'framed' if framed else 'plain'}"
    )
    for nth, (language, framed) in enumerate(product(("sv", "en"), (False, True)))
    if THOROUGH or (language == "en") == framed
]
PAGES = {
    "vagar": ".doc .route",
    "jamfor": ".doc .part",
    "samtal": ".talk:not([aria-busy])",
    "planera": ".unit:not([aria-busy])",
    "overblick": ".drawn",
    "om": "#sources",
    "om/tillganglighet": "#_tested",
}
"""The other pages than the map, and what must be there before axe is asked."""
ASKED = {"vagar": "&from=vfu-student&to=mentor", "jamfor": "&a=mentor&b=specialist", "samtal": "&role=mentor"}


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


def from_here(page: Page) -> None:
    """See the same role with the ways to and from it, two steps away."""
    see_as(page, "from")
    page.locator("[data-far='2']").click()
    around(page).locator(".beyond").wait_for()


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
    from_here,
    search,
    no_hit,
    unknown_role,
)
LASTING = (nothing, role_card)
"""The states that are seen in every look, the others only wide and in our colours."""


@pytest.mark.parametrize(("setting", "nth"), SETTINGS)
def test_map_is_clean_in_every_state(visit: Visit, setting: str, nth: int) -> None:
    """Nothing chosen, a role, a step, Härifrån, the search with and without hits, an unknown role."""
    page = visit()
    open_map(page, f"?{setting}")
    found = {}
    for state in STATES if nth == 0 or THOROUGH else LASTING:
        state(page)
        found[state.__name__] = told(page)
        if state in LASTING:
            found |= {f"{state.__name__}, {look}": told(page) for look in looks(page, nth)}
            page.set_viewport_size({"width": 1440, "height": 900})
    assert {state: faults for state, faults in found.items() if faults} == {}


@pytest.mark.parametrize(("setting", "nth"), SETTINGS)
def test_list_is_clean(visit: Visit, setting: str, nth: int) -> None:
    """The list with its cards."""
    page = visit()
    open_map(page, f"?{setting}&view=list")
    listed(page).wait_for()
    page.evaluate(THIN)
    assert {look: faults for look in looks(page, nth) if (faults := told(page))} == {}


@pytest.mark.parametrize(
    ("place", "setting", "nth"),
    [
        (place, *one.values)
        for number, place in enumerate(PAGES)
        for one in (SETTINGS if THOROUGH else [SETTINGS[number % 2]])
    ],
)
def test_other_page_is_clean(visit: Visit, place: str, setting: str, nth: int) -> None:
    """Routes, comparison, talk, plan, overview, about the model, the statement."""
    page = visit()
    page.goto(f"/{place}?{setting}{ASKED.get(place, '')}")
    page.locator(PAGES[place]).first.wait_for()
    assert {look: faults for look in looks(page, nth) if (faults := told(page))} == {}


def bring_about(page: Page, moment: VisibleWhen) -> None:
    """Bring a page to the moment at which a fault shows."""
    if moment is VisibleWhen.SERVER_GONE:
        hurry(page, page.get_by_role("dialog"))


@pytest.mark.parametrize("fault", KNOWN_FAULTS, ids=lambda fault: fault.place)
def test_known_faults_still_occur(browser: Browser, server: Server, fault: KnownFault) -> None:
    """An entry of the list that axe, or a look at the page in Swedish, no longer finds must go from the list."""
    context = browser.new_context(base_url=server.address, locale="sv-SE")
    page = context.new_page()
    lost = fault.visible_when is VisibleWhen.SERVER_GONE
    if lost:  # our own page, whose framework finds no server
        page.route("**/_stcore/**", lambda route: route.abort())
        page.clock.install()
    page.goto(fault.opens)
    if not lost:
        page.locator("h1").first.wait_for()
    bring_about(page, fault.visible_when)
    if fault.found_by_axe:
        assert any(rule == fault.rule and fault.place in html for rule, html in every_violation(page)), fault
    else:
        expect(page.locator("html")).to_have_attribute("lang", "sv")
        page.wait_for_function("(text) => document.body.innerHTML.includes(text)", arg=fault.place)
    context.close()
