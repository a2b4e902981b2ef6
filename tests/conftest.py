"""What the tests share: one running server, one browser, and pages that notice every fault.

The tests in browser/ run last: what can fail in seconds should.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast
from urllib.parse import urlsplit

import pytest
from chromium import find
from known_faults import KNOWN_NOISE
from playwright.sync_api import (
    Browser,
    ConsoleMessage,
    Error,
    Page,
    Request,
    ViewportSize,
    expect,
    sync_playwright,
)
from scripting import SITE, answer
from serving import Server, serving
from tabs import PATIENCE, WIDE, give_back, new_context, take_tab

FLAGS = (
    "--no-sandbox",  # tests run as root in CI's container
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # tabs of one visitor share a process, and what it has compiled
    "--js-flags=--no-turbofan --no-maglev",  # a page lives for seconds: compiling a script again costs more than it gives
    "--disable-features=ScriptStreaming,ConsumeCodeCacheOffThread",  # so does reading one in advance, with two processors
)
NO_BROWSER = (
    "The browser tests need Chromium, and none could be started. Run «python tests/chromium.py», or run the tests "
    "without a browser: «pytest --ignore tests/browser». What went wrong: {reason}"
)
HERE = Path(__file__).parent
Visit = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the quick tests first: those of a part alone, then those that ask a server, then the browser's."""
    items.sort(key=lambda item: (HERE / "browser" in item.path.parents, item.path.name == "test_served.py"))


@pytest.fixture(scope="session", autouse=True)
def _nobodys_settings() -> Iterator[None]:
    """Keep the settings of whoever runs the tests out of them."""
    kept = {name: os.environ.pop(name) for name in list(os.environ) if name.startswith("KARRIARKARTAN_")}
    yield
    os.environ.update(kept)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the product with its own model, once for all tests; nothing may have failed in it at the end."""
    with serving(tmp_path_factory.mktemp("server") / "log.txt") as running:
        running.until("/embed", lambda answer: answer.status == 200)
        yield running
    log = running.log.read_text(encoding="utf-8")
    assert "Traceback" not in log, log
    assert [line for line in log.splitlines() if '"fault": ' in line] == []


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once: the system's own if there is one, else Playwright's."""
    path = find()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        try:
            started = play.chromium.launch(executable_path=path, args=FLAGS)
        except Error as fault:
            pytest.fail(NO_BROWSER.format(reason=fault.message.splitlines()[0]), pytrace=False)
        yield started
        started.close()


@pytest.fixture(scope="session")
def scripts(browser: Browser) -> Iterator[Page]:
    """Return an empty page of a site that only has our scripts, module by module; no server runs for it."""
    context = browser.new_context()
    page = context.new_page()
    page.route(f"{SITE}**", answer)
    page.goto(SITE)
    yield page
    context.close()


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
    assert [fault for fault in faults if not any(part in fault for part in forgive)] == []


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Return a maker of pages; see `visiting`."""
    with visiting(browser, server) as maker:
        yield maker


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return a page at 1440×900, about to visit the server."""
    return visit()
