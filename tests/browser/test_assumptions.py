"""What we rely on in Streamlit and only a browser can tell: a test for each, named as in app/seam/assumptions/of_browser.

Ours is kept away where it would mend what is looked at. CONTRIBUTING.md says how to run this against another version.
"""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, WebSocketRoute, expect

from tests.support.server import Server
from tests.support.tabs import hurry
from tests.support.visiting import Visit, visiting

SCROLLS = "(one) => getComputedStyle(one).overflowY"
ASKED = re.compile(r"/(static/.*|web/.*|_stcore/(health|host-config|stream)|favicon\.png|jamfor)?")


def test_two_entries_in_the_history(visit: Visit) -> None:
    """A change of page and query writes first the query on the old page, then the new page."""
    page: Page = visit(own=True)
    page.route("**/travel.js", lambda route: route.fulfill(body="", content_type="text/javascript"))
    page.goto("/jamfor?lang=en&a=mentor")
    page.get_by_role("heading", level=1).wait_for()
    before = page.evaluate("() => history.length")
    page.get_by_role("link", name="Overview").first.click()
    expect(page).to_have_url(re.compile(r"/overblick\?lang=en$"))
    page.wait_for_function("(before) => history.length === before + 2", arg=before)


def test_popstate_is_heard(page: Page) -> None:
    """A step in the history that nobody made lets Streamlit read the address anew."""
    page.goto("/om")
    page.get_by_role("heading", level=1).wait_for()
    page.evaluate("() => { history.pushState({}, '', '?lang=en'); dispatchEvent(new PopStateEvent('popstate')); }")
    expect(page.get_by_role("heading", level=1, name="About the model")).to_be_visible()


def test_language_is_left_alone(page: Page) -> None:
    """What the served page says of its language is still there when Streamlit runs, where our head does not say it."""
    page.goto("/om?embed=true&lang=sv")
    page.get_by_role("heading", level=1).wait_for()
    expect(page.locator("html")).to_have_attribute("lang", "sv")


def test_main_scrolls(page: Page) -> None:
    """The content's element is what scrolls."""
    page.goto("/om")
    page.get_by_role("heading", level=1).wait_for()
    assert page.get_by_test_id("stMain").evaluate(SCROLLS) in ("auto", "scroll")
    page.get_by_test_id("stMain").evaluate("(one) => one.scrollTo(0, 200)")
    assert page.get_by_test_id("stMain").evaluate("(one) => one.scrollTop") == 200
    assert page.evaluate("() => document.documentElement.scrollHeight === innerHeight")


def test_fields_have_their_parts(page: Page) -> None:
    """A box to tick is an input in a label, a row of choices radios in labels."""
    page.goto("/vagar")
    page.locator("[data-testid=stExpander] details > summary").click()
    expect(page.locator("[data-testid=stCheckbox] label input").first).to_be_attached()
    page.goto("/om?part=embed")
    rows = page.locator(".st-key-embedding [data-testid=stRadio] [role=radiogroup]")
    expect(rows.first.locator("label input").first).to_be_attached()


def test_component_stands_in_a_shadow(page: Page) -> None:
    """The head has a shadow root of its own; a text that shares the page's rules has none."""
    page.goto("/om")
    page.get_by_role("heading", level=1).wait_for()
    assert page.get_by_role("navigation", name="Sidor").evaluate("(one) => one.getRootNode() instanceof ShadowRoot")
    assert page.locator(".doc").first.evaluate("(one) => one.getRootNode() === document")


def test_nothing_else_is_asked(visit: Visit, server: Server) -> None:
    """A page asks for what the table of addresses lets through, and its components are modules from blobs."""
    page: Page = visit(own=True)
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("websocket", lambda socket: asked.append(socket.url))
    page.goto("/jamfor")
    page.get_by_role("heading", level=1).wait_for()
    page.locator(".doc").first.wait_for()
    own = [one for one in asked if urlsplit(one).netloc == server.host]
    paths = {urlsplit(one).path.replace("/jamfor/_stcore", "/_stcore") for one in own}
    assert [path for path in paths if not ASKED.fullmatch(path)] == []
    assert {"/_stcore/health", "/_stcore/host-config", "/_stcore/stream"} <= paths
    assert any(one.startswith("blob:") for one in asked)


def test_grey_page_comes(visit: Visit) -> None:
    """A websocket that is never answered leaves the grey page, and nothing else in the content."""

    def swallow(_: WebSocketRoute) -> None:
        """Never answer."""

    page: Page = visit(own=True)
    page.route_web_socket("**/_stcore/stream", swallow)
    page.goto("/jamfor")
    grey = page.get_by_test_id("stAppSkeleton")
    grey.wait_for(state="attached")
    assert "Sidan hämtas" in grey.evaluate("(one) => getComputedStyle(one, '::after').content")  # page.css: a sentence
    assert all(grey.locator("> *").evaluate_all("(all) => all.map((one) => getComputedStyle(one).display === 'none')"))
    elements = page.locator("[data-testid=stMain] [data-testid=stElementContainer]:has(> *)")
    expect(elements.filter(has_not=page.get_by_test_id("stAppSkeleton"))).to_have_count(0)


def test_page_is_inert_behind_the_dialog(browser: Browser, server: Server) -> None:
    """When the connection is lost a dialog with a button called Close takes the page away."""
    with visiting(browser, server, forgive=("503", "/_stcore/")) as visit:
        page: Page = visit(own=True)
        page.route("**/_stcore/**", lambda route: route.fulfill(status=503))
        page.clock.install()
        page.goto("/jamfor")
        dialog = page.locator("[data-testid=stDialog]")
        hurry(page, dialog)
        expect(dialog.locator("button[aria-label=Close]")).to_be_visible()
        expect(page.locator("#root[inert]")).to_be_attached()
