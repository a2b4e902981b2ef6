"""Content negotiation: parse weighted headers (`gzip;q=0.5, br`) for compression and for languages."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from starlette.types import ASGIApp, Receive, Scope, Send

ENCODINGS = ("br", "gzip")
"""The compressions that we or the framework offer, the smaller first."""
HEADER = b"accept-encoding"


def weights(header: str) -> dict[str, float]:
    """Parse a header into lower-case values with weights from 0 (refused) to 1; an unreadable weight is 0."""
    found = {}
    for part in header.lower().split(","):
        name, *parameters = (one.strip() for one in part.split(";"))
        if name:
            found[name] = _weight(parameters)
    return found


def best(weighed: Mapping[str, float], offered: Sequence[str]) -> str | None:
    """Return the offer with the greatest weight, the earlier of two equals; None when all of them are refused."""
    heaviest = max(offered, key=lambda one: weighed.get(one, weighed.get("*", 0.0)))
    return heaviest if weighed.get(heaviest, weighed.get("*", 0.0)) > 0 else None


class NormalizedAcceptEncoding:
    """Middleware: writes `Accept-Encoding` as the one compression that is wanted most, or leaves it out.

    Streamlit and Starlette look for the letters «gzip» anywhere in the header; after this they find the right thing.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap the application."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on with its header made plain."""
        if scope["type"] == "http":
            others = [(name, value) for name, value in scope["headers"] if name != HEADER]
            asked = b",".join(value for name, value in scope["headers"] if name == HEADER)
            wanted = encoding(asked.decode("latin-1"))
            scope = {**scope, "headers": [*others, (HEADER, wanted.encode())] if wanted else others}
        await self.app(scope, receive, send)


def encoding(header: str) -> str | None:
    """Return the compression that a header `Accept-Encoding` wants most, or None for none."""
    weighed = weights(header)
    found = best(weighed, ENCODINGS)
    uncompressed = weighed.get("identity", 0.0)
    return found if found and weighed.get(found, weighed.get("*", 0.0)) >= uncompressed else None


def _weight(parameters: list[str]) -> float:
    for one in parameters:
        if one.startswith("q="):
            try:
                return min(max(float(one[2:]), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
