"""The first load, beside an empty Streamlit page: until a role answers, and what goes over the wire for it."""

from __future__ import annotations

from base64 import b64decode
from dataclasses import dataclass, field
from typing import Any

from playwright.sync_api import Browser, BrowserContext

from benchmarks.clicks import PROBE, WINDOW, worked, working

LATEST = 4_000  # ms after which a page has fetched everything
PAUSE = 1_000  # ms for the rest of a page's work, so that it does not disturb the next page's
BINARY = 2  # the websocket's opcode
Event = dict[str, Any]
Cold = tuple[str, bool]
"""A site's name, and whether the cache was empty."""


@dataclass(frozen=True)
class Site:
    """A page that is loaded: where, the heading that answers, and the button to press first, if any."""

    name: str
    address: str
    heading: str
    button: str = ""


@dataclass
class LoadTimes:
    """How long a page's loads took, in ms from the start of navigation; `work` is processor time."""

    clickable: list[float] = field(default_factory=list)
    answered: list[float] = field(default_factory=list)
    work: list[float] = field(default_factory=list)


@dataclass
class Wire:
    """What one load brought over the wire; what the browser had kept is not counted."""

    requests: dict[str, int] = field(default_factory=dict)
    scripts: int = 0
    websocket: int = 0
    answers: dict[str, tuple[str, str]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """Return all bytes, those in the websocket's frames included."""
        return sum(self.requests.values()) + self.websocket

    def answered(self, event: Event) -> None:
        """Note what a request asked for, unless the browser had it (or made it itself: blob:)."""
        answer = event["response"]
        if answer["url"].startswith("http") and not answer.get("fromDiskCache"):
            self.answers[event["requestId"]] = (answer["url"], event["type"])

    def finished(self, event: Event) -> None:
        """Add what a request brought, headers included."""
        size = int(event["encodedDataLength"])
        if event["requestId"] not in self.answers or not size:
            return
        url, kind = self.answers[event["requestId"]]
        self.requests[url] = self.requests.get(url, 0) + size
        self.scripts += size if kind == "Script" else 0

    def framed(self, event: Event) -> None:
        """Add one frame of the websocket, sent or received; binary ones are reported in base64."""
        told = event["response"]
        payload: str = told["payloadData"]
        self.websocket += len(b64decode(payload)) if told["opcode"] == BINARY else len(payload.encode())


def time_loads(browser: Browser, sites: tuple[Site, ...], rounds: int) -> dict[Cold, LoadTimes]:
    """Load every site with an empty cache and then with a filled one, round after round; the first is not counted."""
    times = {(site.name, cold): LoadTimes() for site in sites for cold in (True, False)}
    for number in range(rounds + 1):
        contexts = {site.name: browser.new_context(viewport=WINDOW) for site in sites}
        for cold in (True, False):
            for site in sites:
                took = _load(contexts[site.name], site)
                if number:
                    times[site.name, cold].clickable.append(took["clickable"])
                    times[site.name, cold].answered.append(took["answered"])
                    times[site.name, cold].work.append(took["work"])
        for context in contexts.values():
            context.close()
    return times


def _load(context: BrowserContext, site: Site) -> dict[str, float]:
    page = context.new_page()
    page.add_init_script(path=PROBE)
    page.add_init_script(f"if (top === window) globalThis.loaded = probe.load({site.heading!r}, {site.button!r})")
    tools = working(page)
    page.goto(site.address, wait_until="commit")
    took: dict[str, float] = page.evaluate("() => globalThis.loaded")
    took["work"] = worked(tools)
    page.wait_for_timeout(PAUSE)
    page.close()
    return took


def weigh_loads(browser: Browser, sites: tuple[Site, ...]) -> dict[Cold, Wire]:
    """Return what a cold load and a warm one of every site bring over the wire."""
    wires = {}
    for site in sites:
        context = browser.new_context(viewport=WINDOW)
        for cold in (True, False):
            wires[site.name, cold] = _weigh(context, site)
        context.close()
    return wires


def _weigh(context: BrowserContext, site: Site) -> Wire:
    page, wire = context.new_page(), Wire()
    tools = context.new_cdp_session(page)
    tools.send("Network.enable")
    tools.on("Network.responseReceived", wire.answered)
    tools.on("Network.loadingFinished", wire.finished)
    tools.on("Network.webSocketFrameReceived", wire.framed)
    tools.on("Network.webSocketFrameSent", wire.framed)
    page.goto(site.address)
    page.locator(site.button or site.heading).first.wait_for()
    page.wait_for_timeout(LATEST)
    page.close()
    return wire
