"""The tabs of one visitor, used again by one test after another.

A tab that stays in its process keeps what it has compiled and fetched, so that a page comes in half the time. What the
product remembers is a tab's own, and is forgotten when the tab is given back.
"""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Error, Locator, Page, ViewportSize

from tests.support.server import Server

PATIENCE = 20_000  # ms until something that does not come counts as missing; what comes is not waited for
WIDE: ViewportSize = {"width": 1440, "height": 900}
NOWHERE = "/healthz"  # a page of the server without a script
IDLE: dict[BrowserContext, list[Page]] = defaultdict(list)


def new_context(browser: Browser, at: Server, **settings: Any) -> BrowserContext:
    """Return a visitor of the server who has never been there."""
    context = browser.new_context(**{"base_url": at.address, "viewport": WIDE, "locale": "sv-SE", **settings})
    context.set_default_timeout(PATIENCE)
    return context


@cache
def usual_visitor(browser: Browser, at: Server) -> BrowserContext:
    """Return the visitor whose tabs most tests share; one tab stays where Streamlit is, so that it is not forgotten."""
    context = new_context(browser, at)
    context.new_page().goto("/vagar")
    return context


def take_tab(browser: Browser, at: Server) -> Page:
    """Return a tab of the usual visitor that is at no page of ours and remembers nothing."""
    context = usual_visitor(browser, at)
    return IDLE[context].pop() if IDLE[context] else context.new_page()


def hurry(page: Page, wanted: Locator) -> None:
    """Put on the clock of a page, which must be installed, until something is there that a visitor waits seconds for."""
    for _ in range(PATIENCE // 100):
        if wanted.count():
            return
        page.clock.fast_forward(5_000)
        page.wait_for_timeout(100)
    raise AssertionError(f"{wanted} does not come")


def give_back(tab: Page) -> None:
    """Make a tab as a new one is; one that cannot be is closed."""
    try:
        tab.unroute_all()
        tab.emulate_media(media="null", forced_colors="null")
        tab.goto(NOWHERE)
        tab.evaluate("() => sessionStorage.clear()")
        tab.mouse.move(0, 0)
    except Error:
        tab.close()
    else:
        IDLE[tab.context].append(tab)
