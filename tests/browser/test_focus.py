"""Where the keyboard is can always be seen: at every Tab stop, also in forced colours."""

from __future__ import annotations

from typing import Any

import pytest
from onscreen import DEEP, open_about, open_map, open_statement
from playwright.sync_api import Page

MOST_STOPS = 70
RING = f"""() => {{ {DEEP}
  const above = (one) => {{
    const found = [];
    for (let at = one; at; at = at.parentElement ?? at.getRootNode().host) found.push(at);
    return found;
  }};
  const one = focused();
  if (!one || one === document.body) return null;
  // Streamlit draws the ring of a field on the group around it.
  const group = one.closest("[role=group], label") ?? one;
  const ring = [one, group].map((at) => getComputedStyle(at)).find((style) => style.outlineStyle === "solid");
  const at = one.getBoundingClientRect();
  const [x, y] = [at.left + at.width / 2, at.top + Math.min(at.height, innerHeight) / 2];
  let top = document.elementFromPoint(x, y);
  while (top?.shadowRoot?.elementFromPoint(x, y) && top.shadowRoot.elementFromPoint(x, y) !== top) top = top.shadowRoot.elementFromPoint(x, y);
  return {{
    what: `${{one.tagName}} ${{one.textContent.trim().slice(0, 40)}}`,
    key: `${{one.tagName}}|${{one.textContent}}|${{one.id}}|${{Math.round(at.left + scrollX)}}|${{one.dataset.step ?? ""}}`,
    width: ring ? parseFloat(ring.outlineWidth) : 0,
    colour: ring ? ring.outlineColor : "",
    covered: !above(top).includes(one) && !above(one).includes(top),
    inside: at.bottom > 0 && at.top < innerHeight && at.right > 0 && at.left < innerWidth,
  }};
}}"""


def stops(page: Page) -> list[dict[str, Any]]:
    """Return what can be seen of the focus at each Tab stop, from the top until the round is made."""
    page.locator("body").focus()
    found: list[dict[str, Any]] = []
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        stop = page.evaluate(RING)
        if stop is None:
            break
        found.append(stop)
    return found


@pytest.mark.parametrize("forced", ["none", "active"])
@pytest.mark.parametrize("open_page", [open_map, open_about, open_statement])
def test_every_tab_stop_shows_a_ring(page: Page, open_page: Any, forced: Any) -> None:
    """A ring of at least 2 px stands around whatever has focus, whole on the screen and not covered."""
    page.emulate_media(forced_colors=forced)
    open_page(page)
    found = stops(page)
    assert len(found) > 5
    assert [stop["what"] for stop in found if stop["width"] < 2] == []
    assert [stop["what"] for stop in found if not stop["inside"]] == []
    assert [stop["what"] for stop in found if stop["covered"]] == []


def test_ring_is_black_on_light(page: Page) -> None:
    """The ring keeps far more than 3:1 against the page: it is black with a white halo."""
    open_map(page, "?role=mentor")
    assert {stop["colour"] for stop in stops(page)} == {"rgb(0, 0, 0)"}
