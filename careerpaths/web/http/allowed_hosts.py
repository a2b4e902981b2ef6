"""Middleware that refuses unknown Host headers and websockets from foreign origins, before anything else runs.

Streamlit's own check of a websocket's origin asks an outer host for its address, and blocks while it waits
(measured: three attempts froze the server for six seconds). It does so for every origin that is not, letter by
letter, the Host header; ours comes first, refuses all of those, and asks nobody.
"""

from __future__ import annotations

import asyncio
import logging
import re
from functools import cache
from urllib.parse import urlsplit

from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from careerpaths import settings

LOG = logging.getLogger(__name__)
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:]+)\]|(?P<name>[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?))(?::\d{1,5})?", re.I)
REFUSED = "Refused for its %s header. See deploy/README.md."
UNKNOWN_HOST = f"This server does not answer under that name. See {settings.HOSTS}."
FOREIGN_ORIGIN = "Another site may not talk to this server."


class AllowedHosts:
    """Middleware: answers only under known names (`KARRIARKARTAN_HOSTS`, separated by spaces; loopback always)."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, or refuse it."""
        if scope["type"] not in ("http", "websocket"):
            await self.app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        host = headers.get(b"host", b"").decode("latin-1")
        if host_name(host) not in allowed_hosts():
            LOG.warning(REFUSED, "host")
            await _refuse(scope, receive, send, UNKNOWN_HOST)
        elif scope["type"] == "websocket" and not _from_own_page(headers.get(b"origin"), host):
            LOG.warning(REFUSED, "origin")
            await _refuse(scope, receive, send, FOREIGN_ORIGIN)
        else:
            await self.app(scope, receive, send)


@cache
def allowed_hosts() -> frozenset[str]:
    """Return the names this server answers under, in lower case."""
    return LOOPBACK | settings.hosts()


def host_name(host: str) -> str:
    """Return the name in a Host header, without port and in lower case; empty when it is none."""
    found = HOST.fullmatch(host)
    return (found["six"] or found["name"]).lower() if found else ""


def _from_own_page(origin: bytes | None, host: str) -> bool:
    """Whether a websocket's Origin equals the Host header, port included; true without an Origin (no browser)."""
    if origin is None:
        return True
    try:
        parts = urlsplit(origin.decode("latin-1"))
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.netloc == host


async def _refuse(scope: Scope, receive: Receive, send: Send, why: str) -> None:
    if scope["type"] == "websocket":
        await receive()  # that it wants to connect; Starlette then answers in the place of a handshake
    await PlainTextResponse(why, 403 if scope["type"] == "websocket" else 421)(scope, receive, send)
    await asyncio.sleep(0)  # the connection ends; uvicorn logs a fault where we are done before it
