"""The page fits a phone, a tablet and a desk: nothing but the map scrolls sideways, and everything can be hit."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from conftest import Visit, visiting
from onscreen import DEEP, card, open_about, open_map
from playwright.sync_api import Browser, Page
from serving import Server

PHONE, TABLET, DESK = {"width": 320, "height": 700}, {"width": 600, "height": 900}, {"width": 1440, "height": 900}
WIDTHS = (DESK, TABLET, PHONE)
PLACES = {
    "sv": ("", "?role=mentor", "?step=erfaren.mentor", "?view=list", "?role=finns-inte", "om"),
    "en": ("", "?role=mentor", "om"),
}
PAGES = {
    "/?role=mentor": ".card-pane article",
    "/?view=list": ".list article.step",
    "/vagar?from=vfu-student&to=mentor": ".doc .route",
    "/jamfor?a=mentor&b=specialist": ".doc .part",
    "/samtal?role=mentor": ".talk:not([aria-busy])",
    "/planera?item=manga-nya": ".unit:not([aria-busy])",
    "/overblick": ".doc table",
    "/om": "#sources",
    "/om/tillganglighet": "#_tested",
}
"""Every page, and what must be there before it is looked at."""
SMALLEST_NAME = 13  # px on the screen
SMALLEST_TARGET = 24  # px, WCAG 2.5.8

SIDEWAYS = f"""() => {{ {DEEP}
  const clipped = (one) => {{
    for (let at = one; at; at = at.parentElement ?? at.getRootNode().host)
      if (at.matches(".map") || getComputedStyle(at).clipPath !== "none") return true;
    return false;
  }};
  const out = [];
  if (document.documentElement.scrollWidth > innerWidth) out.push(`the page is ${{document.documentElement.scrollWidth}} px wide`);
  for (const one of deep()) {{
    if (!shown(one) || one.closest(".skip, svg, .scroller")) continue; // a table may, WCAG 1.4.10
    const at = one.getBoundingClientRect();
    const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX) && one.scrollWidth > one.clientWidth + 1;
    const beyond = at.width && at.right > innerWidth + 1 && at.left > -100;
    if ((scrolls || beyond) && !clipped(one)) out.push(`${{one.tagName}}.${{one.className}} ${{scrolls ? "scrolls" : `ends at ${{Math.round(at.right)}}`}}`);
  }}
  return out;
}}"""

TOO_SMALL = f"""(least) => {{ {DEEP}
  const wanted = "button, select, input, summary, nav a, .brand, .language, .steps a, .doors a, .actions a, .downloads a";
  const pressed = (one) => (one.matches("[type=checkbox], [type=radio]") && one.closest("label")) || one;
  return deep().filter((one) => one.matches(wanted) && shown(one) && !one.matches(".skip"))
    .map((one) => [pressed(one).getBoundingClientRect(), `${{one.tagName}} ${{one.textContent.trim().slice(0, 30)}}`])
    .filter(([at]) => at.width < least || at.height < least)
    .map(([at, name]) => `${{name}}: ${{at.width.toFixed(1)}} × ${{at.height.toFixed(1)}}`);
}}"""

SPACED = f"""() => {{ {DEEP}
  for (const one of deep()) {{
    if (one.closest(".map, svg, [data-testid=stIconMaterial]")) continue;
    one.style.setProperty("line-height", "1.5", "important");
    one.style.setProperty("letter-spacing", "0.12em", "important");
    one.style.setProperty("word-spacing", "0.16em", "important");
    if (one.matches("p")) one.style.setProperty("margin-bottom", "2em", "important");
  }}
}}"""
"""What a reader who needs air sets for the whole page, WCAG 1.4.12; the map is a picture of the list."""

CUT = f"""() => {{ {DEEP}
  const heard = (one) => getComputedStyle(one).clipPath !== "none" || one.getBoundingClientRect().width <= 1;
  const holds = (one) => [...one.childNodes].some((child) => child.nodeType === 3 && child.data.trim());
  return deep().filter((one) => shown(one) && holds(one) && !one.closest(".map, .skip, svg, style, script, [data-testid=stIconMaterial]") && !heard(one))
    .filter((one) => /hidden|clip/.test(getComputedStyle(one).overflow) && (one.scrollWidth > one.clientWidth + 1 || one.scrollHeight > one.clientHeight + 1))
    .map((one) => `${{one.tagName}}.${{one.className}} ${{one.textContent.trim().slice(0, 40)}}`);
}}"""

NAMES = """(boxes) => boxes.map((box) => {
  const label = box.querySelector(".label");
  const [inner, outer] = [label.getBoundingClientRect(), box.getBoundingClientRect()];
  label.style.overflowWrap = "normal";
  const torn = label.scrollWidth > box.clientWidth;
  label.style.overflowWrap = "";
  return {
    role: box.dataset.role,
    size: parseFloat(getComputedStyle(label).fontSize) * (outer.width / box.offsetWidth),
    cut: inner.top < outer.top - 0.5 || inner.bottom > outer.bottom + 0.5 || inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5,
    torn,
  };
})"""


@dataclass(frozen=True)
class Look:
    """What one place looks like at one width."""

    at: str
    sideways: list[str]
    too_small: list[str]
    names: list[dict[str, Any]]


@pytest.fixture(scope="module")
def looks(browser: Browser, server: Server) -> Iterator[list[Look]]:
    """Look at every place at every width, once for all tests here; in English where its words stand closest."""
    with visiting(browser, server) as visit:
        page = visit()
        yield [
            look for language, places in PLACES.items() for place in places for look in looked(page, place, language)
        ]


def looked(page: Page, place: str, language: str) -> Iterator[Look]:
    """Open a place and look at it while the window narrows."""
    page.set_viewport_size(WIDTHS[0])
    if place == "om":
        open_about(page, f"?lang={language}")
    else:
        open_map(page, f"{place}{'&' if place else '?'}lang={language}")
    for size in WIDTHS:
        page.set_viewport_size(size)
        page.wait_for_timeout(150)  # the explorer hears of it in its own frame
        boxes = page.locator("button.box:visible")
        yield Look(
            f"{place or 'the map'}, {language}, {size['width']} px",
            page.evaluate(SIDEWAYS),
            page.evaluate(TOO_SMALL, SMALLEST_TARGET),
            boxes.evaluate_all(NAMES) if place == "" else [],
        )


def test_nothing_but_the_map_scrolls_sideways(looks: list[Look]) -> None:
    """At every width, in both languages: map, cards, list, notice and the page about the model fit."""
    assert {look.at: look.sideways for look in looks if look.sideways} == {}


def test_every_target_is_at_least_24_px(looks: list[Look]) -> None:
    """Buttons, fields and links that are not part of a sentence can be hit with a finger."""
    assert {look.at: look.too_small for look in looks if look.too_small} == {}


def test_role_names_are_at_least_13_px(looks: list[Look]) -> None:
    """At first sight every role's name is big enough to read."""
    assert sum(len(look.names) for look in looks) == 18 * 2 * len(WIDTHS)
    small = {look.at: {one["role"]: one["size"] for one in look.names if one["size"] < SMALLEST_NAME} for look in looks}
    assert {at: names for at, names in small.items() if names} == {}


def test_role_names_are_whole(looks: list[Look]) -> None:
    """Every role's name lies inside its box."""
    cut = {look.at: [one["role"] for one in look.names if one["cut"]] for look in looks}
    assert {at: names for at, names in cut.items() if names} == {}


def test_no_word_of_a_role_name_is_torn(looks: list[Look]) -> None:
    """A word that does not fit is divided where the model says, with a hyphen, not wherever the line ends."""
    torn = {look.at: [one["role"] for one in look.names if one["torn"]] for look in looks}
    assert {at: names for at, names in torn.items() if names} == {}


def test_whole_map_is_on_the_screen_at_the_desk(page: Page) -> None:
    """At 1440×900 every role can be seen at first sight, without scrolling."""
    open_map(page)
    ends = page.locator("button.box").evaluate_all(
        "(all) => all.map((one) => [one.dataset.role, one.getBoundingClientRect().bottom])"
    )
    assert [role for role, bottom in ends if bottom > DESK["height"]] == []


def test_card_is_beside_the_map_at_the_desk(page: Page) -> None:
    """Where there is room, map and card are seen together."""
    open_map(page)
    page.locator("button.box[data-role='nyexaminerad']").click()
    card(page).locator("article").wait_for()
    drawn, opened = page.locator(".map").bounding_box(), card(page).bounding_box()
    assert drawn
    assert opened
    assert opened["x"] >= drawn["x"] + drawn["width"]
    assert 0 <= opened["y"] < DESK["height"] / 2


def test_card_is_below_the_map_on_a_phone_and_comes_into_sight(visit: Visit) -> None:
    """Where there is no room, the press brings the card to the visitor."""
    page = visit(viewport=PHONE)
    open_map(page)
    page.locator("button.box[data-role='nyexaminerad']").click()
    card(page).locator("article").wait_for()
    page.wait_for_timeout(150)
    drawn, opened = page.locator(".map").bounding_box(), card(page).bounding_box()
    assert drawn
    assert opened
    assert opened["y"] >= drawn["y"] + drawn["height"]
    assert -1 <= opened["y"] < PHONE["height"] / 2


def test_choice_is_kept_when_the_window_narrows(page: Page) -> None:
    """A window that is made narrow gets the downward map at once, with the same role chosen."""
    open_map(page, "?role=mentor")
    for size, shape in ((PHONE, "tall"), (DESK, "wide")):
        page.set_viewport_size(size)
        page.locator(f".explorer[data-shape='{shape}']").wait_for()
        assert page.locator("button.box[aria-current='true']").get_attribute("data-role") == "mentor"


@pytest.mark.parametrize("place", PAGES)
def test_page_fits_a_phone_also_with_the_readers_own_spacing(visit: Visit, place: str) -> None:
    """At 320 px nothing scrolls sideways; with the spacing of WCAG 1.4.12 neither, and no text is cut off."""
    page = visit(viewport=PHONE)
    page.goto(place)
    page.locator(PAGES[place]).first.wait_for()
    page.locator(".early").wait_for(state="detached")
    page.wait_for_timeout(150)
    assert page.evaluate(SIDEWAYS) == []
    page.evaluate(SPACED)
    page.wait_for_timeout(150)
    assert page.evaluate(SIDEWAYS) == []
    assert page.evaluate(CUT) == []
