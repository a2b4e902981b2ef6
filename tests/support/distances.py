"""How far a visitor must go for an answer: the height of each page, and the presses to ten first questions."""

from __future__ import annotations

from dataclasses import dataclass

from playwright.sync_api import Page, ViewportSize

DESK: ViewportSize = {"width": 1440, "height": 900}
PHONE: ViewportSize = {"width": 390, "height": 844}
PHONE_FACTOR = 2.5
"""How much longer a page may be on a phone than its limit."""

CARD = ".card-pane article"
HEIGHT = """(selector) => {
  const tall = (root) => [...root.querySelectorAll("*")].flatMap((one) => one.shadowRoot ? [one, ...tall(one.shadowRoot)] : [one]);
  const found = selector && tall(document).find((one) => one.matches(selector));
  if (found) return Math.round(found.getBoundingClientRect().height);
  const scrolled = [document.documentElement, document.querySelector("[data-testid=stMain]")];
  return Math.max(...scrolled.map((one) => one?.scrollHeight ?? 0));
}"""


@dataclass(frozen=True)
class Distance:
    """A page as it is when it has just come: where, when it is there, how high it may be and was once, in px at 1440."""

    name: str
    address: str
    ready: str
    limit: int
    before: int
    part: str = ""

    def allowed(self, window: ViewportSize) -> int:
        """Return how high it may be in a window."""
        return round(self.limit * PHONE_FACTOR) if window == PHONE else self.limit


def card(role: str, before: int = 7_500) -> Distance:
    """Return the distance of a role's card, all of it folded that can be."""
    return Distance(f"card of {role}", f"/?role={role}", CARD, 1_400, before, CARD)


PAGES = (
    card("soc-barn-unga"),
    card("mentor"),
    Distance("list", "/?view=list", ".list", 2_700, 151_658),
    Distance("Vägar", "/vagar?from=soc-barn-unga&to=enhetschef", ".doc .route", 1_800, 4_142),
    Distance("Vägar, what can be reached", "/vagar?from=soc-barn-unga&tab=reach", ".doc", 1_800, 2_753),
    Distance("Samtal", "/samtal?role=mentor", ".talk:not([aria-busy])", 1_300, 3_679),
    Distance("Planera", "/planera", ".unit:not([aria-busy])", 1_800, 31_435),
    Distance("Överblick", "/overblick", ".doc", 2_700, 6_289),
    Distance("Om", "/om", ".doc", 1_800, 15_046),
)


def height(page: Page, of: Distance) -> int:
    """Return how high a page is that is open, in px."""
    return int(page.evaluate(HEIGHT, of.part))
