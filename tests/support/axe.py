"""Asks axe what is wrong on a page, in seconds rather than minutes."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Any, cast

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

from tests.support.known_faults import KNOWN_FAULTS
from tests.support.map_page import DEEP

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"""async (tags) => {{ {DEEP}
  const hidden = deep().filter((one) => one.matches(".read, .annex, .list-pane") && !one.checkVisibility());
  const places = hidden.map(() => document.createComment(""));
  hidden.forEach((one, n) => one.replaceWith(places[n]));
  try {{
    const found = await axe.run(document, {{ runOnly: {{ type: "tag", values: tags }}, resultTypes: ["violations"] }});
    return found.violations.flatMap((one) => one.nodes.map((node) => [one.id, node.html]));
  }} finally {{
    places.forEach((place, n) => place.replaceWith(hidden[n]));
  }}
}}"""
"""Hidden texts of thousands of elements are set aside meanwhile: axe has no rule about them, and walks through them."""

THIN = f"""() => {{ {DEEP}
  const every = (selector, kept) => deep().filter((one) => one.matches(selector)).forEach((one, n) => n % kept && one.remove());
  every(".stage > .row", 6);
  every(".row .row", 12);
  deep().forEach((one) => one.matches?.(".row, .fold") && (one.open = true));
}}"""
"""Leaves every sixth role and every twelfth step of a list: axe's rule on contrast needs 20 s for all of them."""

COLOURS = ("none", "active")
"""Whether the visitor's system forces its own colours."""
WIDTHS = (1440, 320)
THOROUGH = bool(os.environ.get("KARRIARKARTAN_THOROUGH"))
"""Whether every page is asked in every combination (`KARRIARKARTAN_THOROUGH=1`, eight minutes). Else the map and the list in
four that hold every value of every setting twice (Swedish and plain, wide in our colours and narrow in the system's; English
and in a frame, the other way round), and the other pages by turns in one of these pairs."""


def violations(page: Page) -> list[tuple[str, str]]:
    """Return every violation of ours as the rule's name and the element's own HTML; known ones are left out."""
    return [one for one in every_violation(page) if not known(*one)]


def every_violation(page: Page) -> list[tuple[str, str]]:
    """Return every violation, those of the framework too."""
    page.evaluate(f"() => {{ if (!globalThis.axe) {{ {AXE_SCRIPT} }} }}")
    return [(rule, html) for rule, html in page.evaluate(RUN, TAGS)]


def known(rule: str, html: str) -> bool:
    """Return whether a violation is a listed fault of the framework."""
    return any(rule == one.rule and one.place in html for one in KNOWN_FAULTS)


def told(page: Page) -> dict[str, str]:
    """Return what a failing test says: each rule once, with its first element and how many there are."""
    found = violations(page)
    first = dict(reversed(found))
    return {rule: f"{[one for one, _ in found].count(rule)} × {html}" for rule, html in first.items()}


def chosen_looks(nth: int) -> list[tuple[int, str]]:
    """Return the looks that a page is seen in: all of them, or the even or the odd ones by the page's number."""
    every = [(width, forced) for width in WIDTHS for forced in COLOURS]
    return every if THOROUGH else [one for number, one in enumerate(every) if (number in (0, 3)) == (nth % 2 == 0)]


def looks(page: Page, nth: int = 0, one: bool = False) -> Iterator[str]:
    """Show an open page wide and narrow, in its own colours and in the system's; yield what each look is called.

    With `one`, four pages with numbers after each other are seen in the four looks, one each.
    """
    chosen = chosen_looks(nth)
    for width, forced in [chosen[nth // 2 % 2]] if one and not THOROUGH else chosen:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(forced_colors=cast("Any", forced))
        page.wait_for_timeout(150)  # the explorer hears of its new width in its own frame
        yield f"{width} px, forced colours {forced}"
    page.emulate_media(forced_colors="none")
