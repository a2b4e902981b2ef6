"""Asks our own addresses in this process, without a server or a network."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from starlette.applications import Starlette

from careerpaths.app import url_table

OURS = {"host": "karta.example", "sec-fetch-site": "same-origin"}
APP = Starlette(routes=url_table.ROUTES)


@dataclass(frozen=True)
class Answer:
    """What came back, and how many bytes of the body were asked for."""

    status: int
    headers: dict[str, str]
    body: bytes
    taken: int

    @property
    def text(self) -> str:
        """Return the body as text."""
        return self.body.decode()

    @property
    def values(self) -> dict[str, Any]:
        """Return the JSON object in the body."""
        found: dict[str, Any] = json.loads(self.body)
        return found


class Visitor:
    """Asks the addresses without a network; a body comes in chunks, `slow` seconds apart."""

    def __init__(self, chunks: Iterator[bytes], slow: float, leaves: bool) -> None:
        """Begin to ask."""
        self.chunks = chunks
        self.slow = slow
        self.leaves = leaves
        self.taken = 0
        self.sent: list[dict[str, Any]] = []

    async def receive(self) -> dict[str, Any]:
        """Give the next part of the body."""
        if self.leaves:
            return {"type": "http.disconnect"}
        await asyncio.sleep(self.slow)
        part = next(self.chunks, b"")
        self.taken += len(part)
        return {"type": "http.request", "body": part, "more_body": bool(part)}

    async def send(self, message: Any) -> None:
        """Take a part of the answer."""
        self.sent.append(message)


def ask(
    path: str,
    body: bytes | Iterator[bytes] = b"",
    method: str = "POST",
    slow: float = 0,
    leaves: bool = False,
    client: str = "127.0.0.1",
    **headers: str,
) -> Answer:
    """Return the answer to one request of our own page, unless other headers say something else; an empty one is left out."""
    path, _, query = path.partition("?")
    visitor = Visitor(iter([body]) if isinstance(body, bytes) else body, slow, leaves)
    given = OURS | {key.replace("_", "-"): text for key, text in headers.items()}
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "client": (client, 50_000),
        "query_string": query.encode(),
        "headers": [(name.encode(), text.encode()) for name, text in given.items() if text],
    }
    asyncio.run(APP(scope, visitor.receive, visitor.send))
    start = visitor.sent[0]
    told = {name.decode(): text.decode() for name, text in start["headers"]}
    return Answer(start["status"], told, b"".join(part.get("body", b"") for part in visitor.sent[1:]), visitor.taken)


def get(path: str, **headers: str) -> Answer:
    """Return what our own page gets at an address."""
    return ask(path, method="GET", **headers)
