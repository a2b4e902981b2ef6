"""The security headers that every answer carries, each with its reason."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from careerpaths import settings
from careerpaths.app.seam.early_map import early_script

STREAMLIT_PAGES = Path(streamlit.__file__).parent / "static"
"""The files that Streamlit sends to the browser: its page and what that asks for."""


class SecurityHeaders:
    """Middleware: adds the headers to every answer, Streamlit's and ours, and takes away its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request with the headers added."""

        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                _complete(MutableHeaders(scope=message))
            await send(message)

        await self.app(scope, receive, sender)


def _complete(headers: MutableHeaders) -> None:
    """Write what every answer carries into its headers; one of our answers may bring a stricter policy of its own."""
    for name, value in security_headers().items():
        headers.setdefault(name, value)
    del headers["set-cookie"]  # Streamlit's token for uploads, which are closed: nothing of ours needs a cookie
    varies = {one.strip().title() for value in headers.getlist("vary") for one in value.split(",")}
    del headers["vary"]  # said twice where Streamlit compresses too; of what a proxy compresses nobody says it
    headers["vary"] = ", ".join(sorted({"Accept-Encoding", *varies}))


@cache
def security_headers() -> dict[str, str]:
    """Return the headers by name."""
    return {
        # What does not say how long it may be kept is not kept.
        "Cache-Control": "no-store",
        "Content-Security-Policy": content_policy(settings.frame_ancestors()),
        # A file is only ever what we say it is: no guessing of types.
        "X-Content-Type-Options": "nosniff",
        # Another site learns at most that a visitor came, not from which role.
        "Referrer-Policy": "same-origin",
        # A page that opens ours in a window of its own gets no handle on it. Frames are not touched by this.
        "Cross-Origin-Opener-Policy": "same-origin",
        # No other site may draw our scripts or models into its own page. A frame is not drawn in.
        "Cross-Origin-Resource-Policy": "same-origin",
        # The product needs none of these; a fault in it must not open them.
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), serial=(), hid=(), "
        "midi=(), display-capture=()",
    }


def content_policy(frame_ancestors: tuple[str, ...]) -> str:
    """Return the content security policy; `frame_ancestors` lists the other origins that may frame us."""
    rules = {
        "default-src": "'self'",
        # Streamlit's page has one inline script and ours one (by hash); Components v2 loads ours from blob:.
        "script-src": f"'self' blob: {inline_script_hash()} {_hash_of(early_script())}",
        # No script in an attribute, whatever a text in the model says.
        "script-src-attr": "'none'",
        # Streamlit styles itself with inline rules.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        # What may stand in a frame of ours is our own map.
        "frame-src": "'self'",
        # The product plays nothing and has no plugin.
        "media-src": "'none'",
        "object-src": "'none'",
        "worker-src": "'self' blob:",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": " ".join(("'self'", *frame_ancestors)),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_script_hash() -> str:
    """Return the CSP hash of the one inline script in Streamlit's own page."""
    page = (STREAMLIT_PAGES / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.S)
    return " ".join(_hash_of(script) for script in scripts)


def _hash_of(script: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()}'"
