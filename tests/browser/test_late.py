"""A page that the server could not make, or that the network keeps away, says so and is loaded again."""

from __future__ import annotations

import pytest
from playwright.sync_api import WebSocketRoute, expect

from tests.support.visiting import Visit

TOLD_AFTER, AGAIN_AFTER = (
    10_000,
    20_000,
)  # ms, from late.js: until the visitor is told, and until the page is tried again


def stop(socket: WebSocketRoute) -> None:
    """Refuse a websocket, as some proxies do."""
    socket.close(code=1011)


def swallow(_: WebSocketRoute) -> None:
    """Take a websocket and never answer, as a server does that can start no more work."""


@pytest.mark.parametrize("broken", [stop, swallow], ids=["refused", "unanswered"])
def test_page_that_does_not_come_says_so_and_comes_after_all(visit: Visit, broken: object) -> None:
    """A sentence with ways on in the visitor's language; when the cause is gone the page is there by itself."""
    page = visit(own=True)
    page.clock.install()
    page.route_web_socket("**/_stcore/stream", broken)  # type: ignore[arg-type]
    page.goto("/samtal?lang=en")
    told = page.get_by_role("alert").filter(has_text="The page has not come yet.")
    page.clock.fast_forward(TOLD_AFTER)
    expect(told).to_be_visible()
    expect(told.get_by_role("link", name="To the map")).to_have_attribute("href", "./?lang=en")
    expect(told.get_by_role("link", name="The whole map as one file")).to_have_attribute("href", "embed?lang=en")
    expect(told.get_by_role("button", name="Try again")).to_be_visible()
    page.unroute_all()
    page.route_web_socket("**/_stcore/stream", lambda socket: socket.connect_to_server())
    page.clock.fast_forward(AGAIN_AFTER)
    expect(page.get_by_role("heading", level=1)).to_be_visible()
    expect(told).to_have_count(0)
