"""The page fits a phone, a tablet and a desk: nothing but the map scrolls sideways, and everything can be hit."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.support.map_page import DEEP, card, open_map
from tests.support.visiting import Visit

PHONE, TABLET, DESK = {"width": 320, "height": 700}, {"width": 600, "height": 900}, {"width": 1440, "height": 900}
WIDTHS = (DESK, TABLET, PHONE)
PAGES = {
    "vagar?from=vfu-student&to=mentor": ".doc .route",
    "jamfor?a=mentor&b=specialist": ".doc .part",
    "samtal?role=mentor": ".talk:not([aria-busy])",
    "planera?item=manga-nya": ".unit:not([aria-busy])",
    "overblick": ".drawn",
    "om": "#sources",
    "om/tillganglighet": "#_tested",
}
"""Pages beside the map's, and what must be there before they are looked at."""
PLACES = {
    "sv": (
        "",
        "?view=map",
        "?role=mentor&view=from&far=2",
        "?step=erfaren.mentor",
        "?view=list",
        "?role=finns-inte",
        *PAGES,
    ),
    "en": ("?view=map", "?role=mentor&view=from", "om"),
}
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
    if (!shown(one) || one.closest(".skip, svg")) continue;
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


def opened(page: Page, place: str, language: str) -> None:
    """Open a place and wait for what is looked at."""
    asked = f"{place}{'&' if '?' in place else '?'}lang={language}"
    if place in PAGES:
        page.goto(f"/{asked}")
        page.locator(PAGES[place]).first.wait_for()
    else:
        open_map(page, asked)


def names_wrong(page: Page) -> list[str]:
    """Return the roles whose names on the map are too small, not inside their box, or torn without a hyphen."""
    names = page.locator("button.box:visible").evaluate_all(NAMES)
    assert len(names) == 18
    found = [(one["role"], one["size"] < SMALLEST_NAME, one["cut"], one["torn"]) for one in names]
    return [str(one) for one in found if any(one[1:])]


@pytest.mark.parametrize(
    ("place", "language"), [(place, language) for language in PLACES for place in PLACES[language]]
)
def test_page_fits_at_every_width(page: Page, place: str, language: str) -> None:
    """Nothing but the map scrolls sideways, everything can be hit with a finger, and role names are whole and big enough.

    At the narrowest width nothing scrolls or is cut off with the reader's own spacing either (WCAG 1.4.12).
    """
    opened(page, place, language)
    found: dict[str, list[str]] = {}
    for size in WIDTHS:
        page.set_viewport_size(size)
        page.wait_for_timeout(150)  # the explorer hears of it in its own frame
        found[f"sideways at {size['width']}"] = page.evaluate(SIDEWAYS)
        found[f"too small at {size['width']}"] = page.evaluate(TOO_SMALL, SMALLEST_TARGET)
        found[f"names at {size['width']}"] = names_wrong(page) if place == "?view=map" else []
    page.evaluate(SPACED)
    page.wait_for_timeout(150)
    found["spaced"] = [*page.evaluate(SIDEWAYS), *page.evaluate(CUT)]
    assert {check: wrong for check, wrong in found.items() if wrong} == {}


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
    open_map(page, "?view=map")
    page.locator("button.box[data-role='nyexaminerad']").click()
    card(page).locator("article").wait_for()
    page.wait_for_timeout(150)
    drawn, opened = page.locator(".map").bounding_box(), card(page).bounding_box()
    assert drawn
    assert opened
    assert opened["y"] >= drawn["y"] + drawn["height"]
    assert -1 <= opened["y"] < PHONE["height"] / 2


def test_menu_of_a_phone_opens_and_closes(visit: Visit) -> None:
    """Pages and languages stand behind one button; Escape and a followed link close them, and focus is not lost."""
    page = visit(viewport=PHONE)
    open_map(page)
    menu, pages = page.locator("header .menu"), page.locator("header nav")
    expect(pages).to_be_hidden()
    menu.press("Enter")
    expect(menu).to_have_attribute("aria-expanded", "true")
    page.keyboard.press("Tab")
    expect(pages.get_by_role("link", name="Karta")).to_be_focused()
    page.keyboard.press("Escape")
    expect(pages).to_be_hidden()
    expect(menu).to_be_focused()
    menu.click()
    page.get_by_role("link", name="Vägar", exact=True).click()
    expect(page.locator("h1").first).to_have_text("Vägar")
    expect(pages).to_be_hidden()


def test_choice_is_kept_when_the_window_narrows(page: Page) -> None:
    """A window that is made narrow gets the downward map at once, with the same role chosen."""
    open_map(page, "?role=mentor&view=map")
    for size, shape in ((PHONE, "tall"), (DESK, "wide")):
        page.set_viewport_size(size)
        page.locator(f".explorer[data-shape='{shape}']").wait_for()
        assert page.locator("button.box[aria-current='true']").get_attribute("data-role") == "mentor"
