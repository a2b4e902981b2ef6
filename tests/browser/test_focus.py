"""Where the keyboard is can always be seen: at every Tab stop, also in forced colours, measured on the screen."""

from __future__ import annotations

import io
from statistics import median
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page

from tests.support.axe import THOROUGH
from tests.support.contrast import contrast
from tests.support.map_page import DEEP

MOST_STOPS = 200
LEAST = 3  # to 1, WCAG 1.4.11: the ring against what is beside it
ALONG = (0.3, 0.4, 0.5, 0.6, 0.7)
"""Where on a side the ring is measured; the middle value counts, since a ring may cross letters."""
MARGIN = 12  # px of the screen around what has focus
PLACES = {
    "/": ".explorer:not([aria-busy])",
    "/?role=mentor&embed=true&lang=en": ".card-pane article",
    "/vagar": ".doc .route",
    "/jamfor": ".doc .part",
    "/samtal?role=mentor": ".talk:not([aria-busy])",
    "/planera": ".unit:not([aria-busy])",
    "/overblick": ".drawn",
    "/om": "#sources",
    "/om/tillganglighet": "#_tested",
    "/embed": ".explorer:not([aria-busy])",
}
"""Where the ring is measured, and what must be there before."""
RING = f"""() => {{ {DEEP}
  const above = (one) => {{
    const found = [];
    for (let at = one; at; at = at.parentElement ?? at.getRootNode().host) found.push(at);
    return found;
  }};
  const one = focused();
  if (!one || one === document.body) return null;
  // Streamlit draws the ring of a field on the group around it, the talk that of an answer on its words.
  const around = [one.closest("[role=group], label, .choice") ?? one, one];
  const ringed = around.find((at) => getComputedStyle(at).outlineStyle === "solid");
  const ring = ringed && getComputedStyle(ringed);
  const at = one.getBoundingClientRect();
  const [x, y] = [at.left + at.width / 2, at.top + Math.min(at.height, innerHeight) / 2];
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
  return {{
    what: `${{one.tagName}} ${{one.textContent.trim().slice(0, 40)}}`,
    width: ring ? parseFloat(ring.outlineWidth) : 0,
    offset: ring ? parseFloat(ring.outlineOffset) : 0,
    kind: `${{one.tagName}} ${{one.className}} ${{ringed?.className}}`,
    boxes: ringed ? [...ringed.getClientRects()].map((at) => [at.left, at.top, at.right, at.bottom]) : [],
    covered: !above(top).includes(around[0]) && !above(around[0]).includes(top),
    inside: at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth,
  }};
}}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Return what can be seen of the focus at each Tab stop, from the top until the round is made.

    Each has the ring's `contrast` on the screen; unless the run is thorough, only the first stop of a kind.
    """
    page.locator("body").focus()
    found: list[dict[str, Any]] = []
    kinds: set[str] = set()
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(RING)
        if stop is None:
            break
        if THOROUGH or stop["kind"] not in kinds:
            stop["contrast"] = ring_contrast(page, stop)
        kinds.add(stop["kind"])
        found.append(stop)
    return found


def ring_contrast(page: Page, stop: dict[str, Any]) -> float:
    """Return the contrast of the ring with the pixels beside it, such that two sides have at least that much.

    Measured on the first box (a link may be broken over lines); 0 when fewer than two sides are on the screen.
    """
    size = page.viewport_size
    assert size
    left, top, right, bottom = stop["boxes"][0]
    zero = complex(max(0, left - MARGIN), max(0, top - MARGIN))
    width, height = min(size["width"], right + MARGIN) - zero.real, min(size["height"], bottom + MARGIN) - zero.imag
    shot = page.screenshot(clip={"x": zero.real, "y": zero.imag, "width": width, "height": height})
    picture = Image.open(io.BytesIO(shot)).convert("RGB")
    on = stop["offset"] + stop["width"] / 2
    away = -1 if stop["offset"] < 0 else 1  # a ring inside of its box is told from what is further inside
    beside = on + away * (2 + stop["width"] / 2)
    corner, across, down = complex(left, top), complex(right - left), complex(0, bottom - top)
    sides = ((corner, across, -1j), (corner + down, across, 1j), (corner, down, -1), (corner + across, down, 1))
    seen = []
    for begin, along, out in sides:
        places = [[begin + part * along + far * out - zero for far in (on, beside)] for part in ALONG]
        colours = [[colour_at(picture, place) for place in pair] for pair in places]
        if all(one and other for one, other in colours):
            seen.append(median(contrast(str(one), str(other)) for one, other in colours))
    return sorted(seen, reverse=True)[1] if len(seen) > 1 else 0.0


def colour_at(picture: Image.Image, place: complex) -> str | None:
    """Return the colour of a pixel as #rrggbb, or None beyond the edge."""
    if not (0 <= place.real < picture.width and 0 <= place.imag < picture.height):
        return None
    return "#{:02x}{:02x}{:02x}".format(*picture.getpixel((int(place.real), int(place.imag))))


@pytest.mark.parametrize(
    ("place", "forced"),
    [
        (place, forced)
        for number, place in enumerate(PLACES)
        for forced in (("none", "active") if THOROUGH else (("none", "active")[number % 2],))
    ],
)
def test_every_tab_stop_shows_a_ring(page: Page, place: str, forced: Any) -> None:
    """Around whatever has focus, whole on the screen and not covered: at least 2 px, and 3:1 against what is beside it."""
    page.emulate_media(forced_colors=forced)
    page.goto(place)
    page.locator(PLACES[place]).first.wait_for()
    page.locator(".early").wait_for(state="detached")
    page.wait_for_timeout(300)
    found = stops(page)
    assert len(found) > 5
    assert [stop["what"] for stop in found if stop["width"] < 2] == []
    assert [stop["what"] for stop in found if not stop["inside"]] == []
    assert [stop["what"] for stop in found if stop["covered"]] == []
    assert {stop["what"]: stop["contrast"] for stop in found if stop.get("contrast", LEAST) < LEAST} == {}
