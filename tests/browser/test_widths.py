"""The page fits a phone, a tablet and a desk: nothing but the map scrolls sideways, and everything can be hit."""

from __future__ import annotations

from typing import Any

import pytest
from conftest import Visit
from onscreen import DEEP, open_about, open_map
from playwright.sync_api import Page

WIDTHS = {"phone": {"width": 320, "height": 700}, "tablet": {"width": 600, "height": 900}, "desk": {"width": 1440, "height": 900}}
PLACES = ("", "?role=mentor", "?step=erfaren.mentor", "?view=list", "?role=finns-inte")

SIDEWAYS = f"""() => {{ {DEEP}
  const clipped = (one) => {{
    for (let at = one.parentElement ?? one.getRootNode().host; at; at = at.parentElement ?? at.getRootNode().host) {{
      if (at.matches(".map") || getComputedStyle(at).clipPath !== "none") return true;
    }}
    return getComputedStyle(one).clipPath !== "none";
  }};
  const out = [];
  if (document.documentElement.scrollWidth > innerWidth) out.push(`the page is ${{document.documentElement.scrollWidth}} px wide`);
  for (const one of deep()) {{
    if (!shown(one) || one.closest(".map, .skip, svg") || clipped(one)) continue;
    const at = one.getBoundingClientRect();
    if (at.width && at.right > innerWidth + 1 && at.left > -100) out.push(`${{one.tagName}} ${{one.className}} ends at ${{Math.round(at.right)}}`);
    const scrolls = /auto|scroll/.test(getComputedStyle(one).overflowX);
    if (scrolls && one.scrollWidth > one.clientWidth + 1) out.push(`${{one.tagName}} ${{one.className}} scrolls sideways`);
  }}
  return out;
}}"""

SMALL = f"""() => {{ {DEEP}
  const wanted = "button, select, input, summary, nav a, .brand, .language, .steps a, .doors a, .actions a, .downloads a";
  return deep().filter((one) => one.matches(wanted) && shown(one) && !one.matches(".skip"))
    .map((one) => [one.getBoundingClientRect(), `${{one.tagName}} ${{one.textContent.trim().slice(0, 30)}}`])
    .filter(([at]) => at.width < 24 || at.height < 24)
    .map(([at, name]) => `${{name}}: ${{at.width.toFixed(1)}} × ${{at.height.toFixed(1)}}`);
}}"""

NAMES = """(boxes) => boxes.map((box) => {
  const enlarged = box.getBoundingClientRect().width / box.offsetWidth;
  const label = box.querySelector(".label");
  const [inner, outer] = [label.getBoundingClientRect(), box.getBoundingClientRect()];
  label.style.overflowWrap = "normal";
  const torn = label.scrollWidth > label.clientWidth || label.getBoundingClientRect().width > outer.width;
  label.style.overflowWrap = "";
  return {
    role: box.dataset.role,
    size: parseFloat(getComputedStyle(label).fontSize) * enlarged,
    cut: inner.top < outer.top - 0.5 || inner.bottom > outer.bottom + 0.5 || inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5,
    torn,
  };
})"""


@pytest.fixture(params=WIDTHS)
def width(request: pytest.FixtureRequest) -> dict[str, int]:
    """Return one size of screen after the other."""
    return WIDTHS[request.param]


def names_on_the_map(page: Page) -> list[dict[str, Any]]:
    """Return how every role's name looks on the map."""
    found: list[dict[str, Any]] = page.locator("button.box").evaluate_all(NAMES)
    assert len(found) > 10
    return found


@pytest.mark.parametrize("language", ["sv", "en"])
def test_nothing_but_the_map_scrolls_sideways(visit: Visit, width: dict[str, int], language: str) -> None:
    """At every width, in both languages: map, cards, list, notice and the page about the model fit."""
    page = visit(viewport=width)
    for place in PLACES:
        open_map(page, f"{place}{'&' if place else '?'}lang={language}")
        assert page.evaluate(SIDEWAYS) == [], place
    open_about(page, f"?lang={language}")
    assert page.evaluate(SIDEWAYS) == []


@pytest.mark.parametrize("language", ["sv", "en"])
def test_role_names_are_at_least_13_px_and_whole(visit: Visit, width: dict[str, int], language: str) -> None:
    """At first sight every role's name can be read: big enough, inside its box, no word torn without a hyphen."""
    page = visit(viewport=width)
    open_map(page, f"?lang={language}")
    found = names_on_the_map(page)
    assert [(one["role"], one["size"]) for one in found if one["size"] < 13] == []
    assert [one["role"] for one in found if one["cut"]] == []
    assert [one["role"] for one in found if one["torn"]] == []


def test_every_target_is_at_least_24_px(visit: Visit, width: dict[str, int]) -> None:
    """Buttons, fields and links that are not part of a sentence can be hit with a finger."""
    page = visit(viewport=width)
    for place in PLACES:
        open_map(page, place)
        assert page.evaluate(SMALL) == [], place
    open_about(page)
    assert page.evaluate(SMALL) == []


def test_whole_map_is_on_the_screen_at_the_desk(page: Page) -> None:
    """At 1440×900 every role can be seen at first sight, without scrolling."""
    open_map(page)
    ends = page.locator("button.box").evaluate_all("(all) => all.map((one) => [one.dataset.role, one.getBoundingClientRect().bottom])")
    assert [role for role, bottom in ends if bottom > 900] == []


def test_card_is_beside_the_map_at_the_desk_and_below_it_on_a_phone(visit: Visit) -> None:
    """Beside where there is room; below, and brought into sight, where there is not."""
    for size, beside in ((WIDTHS["desk"], True), (WIDTHS["phone"], False)):
        page = visit(viewport=size)
        open_map(page)
        page.locator("button.box[data-role='nyexaminerad']").click()
        page.locator(".card-pane article").wait_for()
        shown = page.locator(".map").bounding_box()
        card = page.locator(".card-pane").bounding_box()
        assert shown
        assert card
        assert (card["x"] >= shown["x"] + shown["width"]) is beside
        assert 0 <= card["y"] + 1 < size["height"] or card["y"] < 0 < card["y"] + card["height"]


def test_map_turns_when_the_window_narrows(page: Page) -> None:
    """A window that is made narrow gets the downward map at once, with the choice kept."""
    open_map(page, "?role=mentor")
    page.set_viewport_size(WIDTHS["phone"])
    page.locator(".explorer[data-shape='tall']").wait_for()
    assert page.locator("button.box[aria-current='true']").get_attribute("data-role") == "mentor"
    page.set_viewport_size(WIDTHS["desk"])
    page.locator(".explorer[data-shape='wide']").wait_for()
    assert page.locator("button.box[aria-current='true']").get_attribute("data-role") == "mentor"


def test_text_spacing_of_the_reader_clips_nothing(visit: Visit) -> None:
    """With the spacing of WCAG 1.4.12 the card still fits its column."""
    page = visit(viewport=WIDTHS["phone"])
    open_map(page, "?role=mentor")
    page.locator(".card-pane").evaluate(
        "(card) => card.style.cssText = 'line-height: 1.5; letter-spacing: 0.12em; word-spacing: 0.16em'"
    )
    assert page.evaluate(SIDEWAYS) == []
