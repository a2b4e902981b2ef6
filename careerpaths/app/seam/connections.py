"""How long the server waits for a silent connection, how many it holds, and what it says before our code is asked.

Streamlit starts uvicorn itself and passes none of its settings on. When our app's lifespan begins uvicorn has read them
and serves nobody yet, so they are looked up and changed then.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from typing import Any

import h11
from starlette.responses import PlainTextResponse
from uvicorn.config import Config
from uvicorn.protocols.http.h11_impl import H11Protocol

from careerpaths.app.seam.security_headers import security_headers

PATIENCE = 10  # seconds for the head of a request, counted from when it is waited for
SPARE = 64  # descriptors for all that is no connection: the model's files, the standard streams, a second process
MANY = 8192  # connections where the system names no limit


class GuardedProtocol(H11Protocol):
    """uvicorn's HTTP with a limit of time for a request's head, and room for visitors beside silent connections."""

    def __init__(self, *parts: Any, **named: Any) -> None:
        """Begin a connection."""
        super().__init__(*parts, **named)
        self.access_log = False  # no visit is logged
        self.deadline: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override] # as uvicorn has it
        """Take a connection; when there are too many, the one that has been silent longest goes."""
        super().connection_made(transport)
        self._watch()
        if len(self.connections) > most_connections():
            waiting = [one for one in self.connections if isinstance(one, GuardedProtocol) and one.deadline]
            min(waiting, key=lambda one: one.deadline.when() if one.deadline else 0).hang_up()

    def data_received(self, data: bytes) -> None:
        """Read on; the deadline runs as long as a head is not whole, and for a body that nobody waits for."""
        super().data_received(data)
        self._watch()

    def connection_lost(self, exc: Exception | None) -> None:
        """Forget the deadline."""
        self._forget()
        super().connection_lost(exc)

    def hang_up(self) -> None:
        """End the connection without a word."""
        self._forget()
        self.transport.abort()

    def send_400_response(self, msg: str) -> None:
        """Answer what is no HTTP, with the headers of every answer."""
        answer = PlainTextResponse(msg, 400, {**security_headers(), "Connection": "close"})
        head = h11.Response(status_code=400, headers=answer.raw_headers, reason=b"Bad Request")
        for event in (head, h11.Data(data=bytes(answer.body)), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()

    def _watch(self) -> None:
        if self.conn.their_state is not h11.IDLE and self.conn.our_state is not h11.DONE:
            self._forget()
        elif self.deadline is None and not self.transport.is_closing():
            self.deadline = self.loop.call_later(PATIENCE, self.hang_up)

    def _forget(self) -> None:
        if self.deadline:
            self.deadline.cancel()
        self.deadline = None


def guard_connections() -> int:
    """Let every uvicorn of this process take connections this way; return how many there were."""
    found = [one for one in gc.get_objects() if type(one) is Config]
    for one in found:
        one.http_protocol_class = GuardedProtocol
        one.encoded_headers = []  # the name of the server program is nobody's business
    return len(found)


def most_connections() -> int:
    """Return how many connections the process may hold with the descriptors that it has."""
    if sys.platform == "win32":
        return MANY
    import resource  # there is none on Windows

    soft, _ = resource.getrlimit(resource.RLIMIT_NOFILE)
    return MANY if soft == resource.RLIM_INFINITY else max(soft - SPARE, 1)
