"""What the browser's tests share: one Chromium, and pages that notice every fault."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Error, Page, expect, sync_playwright

from tests.support.chromium import FLAGS, find
from tests.support.scripts import SITE, answer
from tests.support.server import Server
from tests.support.tabs import PATIENCE
from tests.support.visiting import Visit, visiting

QUICKER = (
    "--renderer-process-limit=1",  # tabs of one visitor share a process, and what it has compiled
    "--js-flags=--no-turbofan --no-maglev",  # a page lives for seconds: compiling a script again costs more than it gives
    "--disable-features=ScriptStreaming,ConsumeCodeCacheOffThread",  # so does reading one in advance, with two processors
)

NO_BROWSER = (
    "The browser tests need Chromium, and none could be started. Run «python tests/support/chromium.py», or run the tests "
    "without a browser: «pytest --ignore tests/browser». What went wrong: {reason}"
)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium once: the system's own if there is one, else Playwright's."""
    path = find()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as play:
        try:
            started = play.chromium.launch(executable_path=path, args=[*FLAGS, *QUICKER])
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


@pytest.fixture
def visit(browser: Browser, server: Server) -> Iterator[Visit]:
    """Return a maker of pages; see `visiting`."""
    with visiting(browser, server) as maker:
        yield maker


@pytest.fixture
def plain_page(visit: Visit) -> Page:
    """Return a page of the server that is quick to open, without Streamlit."""
    opened = visit()
    opened.goto("/web/x/unit.css")
    return opened


@pytest.fixture
def page(visit: Visit) -> Page:
    """Return a page at 1440×900, about to visit the server."""
    return visit()
