"""The security headers that every answer carries, each with its reason."""

from __future__ import annotations

from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from careerpaths.app.seam.early_map import early_script, sandboxed_script
from careerpaths.app.seam.streamlit_files import INLINE, INSTALLED
from careerpaths.html.content_policy import Page, hashed, policy, sent


class SecurityHeaders:
    """Middleware: adds the headers to every answer, Streamlit's and ours, and takes away its cookie."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request with the headers added."""

        async def sender(message: Message) -> None:
            if message["type"] in ("http.response.start", "websocket.http.response.start"):
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
        "Content-Security-Policy": sent(policy(Page.APP, hashed(*_inline_scripts()))),
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


def _inline_scripts() -> list[str]:
    """Return the scripts that stand in the app's page: Streamlit's own, and ours."""
    return [*INLINE.findall(INSTALLED.page), early_script(), sandboxed_script()]
