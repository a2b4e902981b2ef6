"""The security headers that every answer carries, each with its reason."""

from __future__ import annotations

import base64
import hashlib
import os
import re
from functools import cache
from pathlib import Path

import streamlit
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

FRAME_VARIABLE = "KARRIARKARTAN_FRAME_ANCESTORS"


class SecurityHeaders:
    """Middleware: adds the headers to every HTTP answer, Streamlit's and ours."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request with the headers added."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def sender(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in security_headers().items():
                    headers[name] = value
            await send(message)

        await self.app(scope, receive, sender)


@cache
def security_headers() -> dict[str, str]:
    """Return the headers by name."""
    return {
        "Content-Security-Policy": content_policy(os.environ.get(FRAME_VARIABLE, "")),
        # A file is only ever what we say it is: no guessing of types.
        "X-Content-Type-Options": "nosniff",
        # Another site learns at most that a visitor came, not from which role.
        "Referrer-Policy": "same-origin",
        # The product needs none of these; a fault in it must not open them.
        "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=()",
    }


def content_policy(frame_ancestors: str) -> str:
    """Return the content security policy; `frame_ancestors` lists the other origins that may frame us."""
    rules = {
        "default-src": "'self'",
        # Streamlit's page has one inline script (by hash); Components v2 loads ours from blob:.
        "script-src": f"'self' blob: {inline_script_hash()}",
        # Streamlit styles itself with inline rules.
        "style-src": "'self' 'unsafe-inline'",
        "img-src": "'self' data: blob:",
        "font-src": "'self' data:",
        "connect-src": "'self'",
        "frame-src": "'self'",
        "worker-src": "'self' blob:",
        "object-src": "'none'",
        "base-uri": "'self'",
        "form-action": "'self'",
        "frame-ancestors": f"'self' {frame_ancestors}".strip(),
    }
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def inline_script_hash() -> str:
    """Return the CSP hash of the one inline script in Streamlit's own page."""
    page = (Path(streamlit.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
    scripts = re.findall(r"<script>(.*?)</script>", page, flags=re.S)
    hashes = (base64.b64encode(hashlib.sha256(script.encode()).digest()).decode() for script in scripts)
    return " ".join(f"'sha256-{one}'" for one in hashes)
