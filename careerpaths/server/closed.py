"""Addresses of Streamlit's that this product does not use: closed, so that a fault in them is none of ours."""

from __future__ import annotations

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

CLOSED = (
    "/_stcore/agent",  # drives the app by programme; off in config.toml, but still describes itself
    "/_stcore/metrics",  # how many visitors there are, for anybody
    "/_stcore/script-health-check",  # would run a page for anybody
    "/auth",  # logging in: there is none
    "/oauth2callback",
    "/app/static",  # an open folder; off in config.toml
    "/component",  # folders of Components v1: there are none
)


class ClosedDoors:
    """Middleware: answers 404 where nothing of ours is, also for hidden files, which scanners ask for."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or say that there is nothing."""
        if scope["type"] == "http" and is_closed(scope["path"]):
            await PlainTextResponse("Not found.", 404)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def is_closed(path: str) -> bool:
    """Return whether an address is one of the closed ones, lies under one, or names a hidden file."""
    return any(f"{path}/".startswith(f"{door}/") for door in CLOSED) or "/." in path
