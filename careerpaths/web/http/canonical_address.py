"""Middleware that redirects addresses which a person or a mail program has slightly changed to the intended one.

`?role=Mentor`, `?role=mentor%20`, `?embed=true&amp;role=mentor` and `?lang=EN` are understood: one place that
mends them for every page and every script that reads the address.
"""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode

from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

from careerpaths.locale import languages

PARAMETERS = frozenset(
    {"role", "step", "view", "from", "to", "a", "b", "level", "embed", "lang", "frame-view", "frame-lang", "part"}
)
"""Query parameters whose values are ids or fixed words."""
ID = re.compile(r"[a-z0-9]+([.-][a-z0-9]+)*")


class CanonicalAddress:
    """Middleware: redirects (307) to the canonical query."""

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        app = self.app
        if scope["type"] == "http" and scope["method"] in ("GET", "HEAD"):
            asked = scope["query_string"].decode("latin-1")
            meant = canonical(asked)
            if meant != asked:
                app = RedirectResponse(f"?{meant}", 307)
        await app(scope, receive, send)


def canonical(query: str) -> str:
    """Return the canonical form of a query; the identical string when nothing has to be changed."""
    asked = parse_qsl(query, keep_blank_values=True)
    meant = [_meant(*pair) for pair in asked]
    return query if meant == asked else urlencode(meant)


def _meant(name: str, value: str) -> tuple[str, str]:
    plain = name.removeprefix("amp;")
    if plain not in PARAMETERS:
        return name, value
    near = value.strip().lower()
    if plain.endswith("lang"):
        return plain, next((one for one in languages() if one.lower() == near), value)
    return plain, near if ID.fullmatch(near) else value
