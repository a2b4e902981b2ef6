"""Pages of the browser that notice every fault."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, cast
from urllib.parse import urlsplit

from playwright.sync_api import Browser, ConsoleMessage, Page, Request, ViewportSize

from tests.support.known_faults import KNOWN_NOISE
from tests.support.server import Server
from tests.support.tabs import WIDE, give_back, new_context, take_tab

Visit = Callable[..., Page]


class Watch:
    """Notes what must not happen on a page: errors, and requests to any other host."""

    def __init__(self, page: Page, server: Server) -> None:
        """Start to listen."""
        self.faults: list[str] = []
        self.server = server
        self.page = page
        self.ears: dict[str, Callable[[Any], None]] = {
            "console": self._said,
            "pageerror": lambda error: self.faults.append(f"error in a script: {error}"),
            "request": self._requested,
            "websocket": lambda socket: self._went_to(socket.url),
        }
        for event, ear in self.ears.items():
            page.on(cast("Any", event), ear)

    def end(self) -> None:
        """Stop to listen."""
        for event, ear in self.ears.items():
            self.page.remove_listener(event, ear)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type != "error":
            return
        address = str(message.location.get("url", ""))
        if not any(noise.is_this(message.text, address) for noise in KNOWN_NOISE):
            self.faults.append(f"console: {message.text} ({address})")

    def _requested(self, request: Request) -> None:
        self._went_to(request.url)

    def _went_to(self, address: str) -> None:
        parts = urlsplit(address)
        if parts.scheme in ("http", "https", "ws", "wss") and parts.netloc != self.server.host:
            self.faults.append(f"request to another host: {address}")


@contextmanager
def visiting(browser: Browser, server: Server, forgive: tuple[str, ...] = ()) -> Iterator[Visit]:
    """Give a maker of pages; none of them may have had a fault that is not forgiven.

    Pages with nothing special are tabs of one visitor, used again; a test that changes the tab itself (listens to it,
    gives it a script) asks for its own.
    """
    tabs, contexts, watches = [], [], []

    def new_page(at: Server = server, viewport: ViewportSize = WIDE, own: bool = False, **settings: Any) -> Page:
        if at is server and not own and not settings:
            tabs.append(take_tab(browser, at))
            page = tabs[-1]
            page.set_viewport_size(viewport)
        else:
            contexts.append(new_context(browser, at, viewport=viewport, **settings))
            page = contexts[-1].new_page()
        watches.append(Watch(page, at))
        return page

    yield new_page
    for watch in watches:
        watch.end()
    for tab in tabs:
        give_back(tab)
    for context in contexts:
        context.close()
    faults = [fault for watch in watches for fault in watch.faults]
    unforgiven = [fault for fault in faults if not any(part in fault for part in forgive)]
    assert unforgiven == [], unforgiven
