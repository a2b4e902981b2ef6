"""Rate limits, checked before a body is read: bodies at once for all, and requests over time for each visitor.

A visitor is an IPv4 address or an IPv6 network (/64). Behind a proxy it is the address that uvicorn takes from
X-Forwarded-For, which it does for the proxies that it trusts; where a proxy on this machine names nobody, there is
nobody to count, and only the limit on all together holds.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ipaddress import IPv6Address, IPv6Network, ip_address

MOST_BODIES = 16  # bodies in memory at the same time, of at most 2 MB each
BURST = 60  # requests that an address may make in a row; a whole workplace can share one
REFILL_SECONDS = 2.0  # seconds until one more is allowed
MOST_VISITORS = 4_096  # addresses


class TooManyError(Exception):
    """Raised when a request has to wait: all slots are taken, or (`own`) the visitor's allowance is used up."""

    def __init__(self, own: bool, seconds: int) -> None:
        """Keep whose limit it was, and after how many seconds it is worth trying again."""
        super().__init__(seconds)
        self.own = own
        self.seconds = seconds


class Limits:
    """Counts bodies and visitors; asked from one event loop only. A visitor's allowance is a token bucket."""

    def __init__(
        self, at_once: int = MOST_BODIES, burst: int = BURST, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Begin with every place free."""
        self._free = at_once
        self._burst = burst
        self._clock = clock
        self._full_at: OrderedDict[str, float] = OrderedDict()
        """When each visitor's allowance is whole again, the one seen last at the end."""

    @contextmanager
    def slot(self, host: str | None) -> Iterator[None]:
        """Hold a place for one body; raise `TooManyError` when there is none for it."""
        visitor = visitor_of(host)
        if visitor:
            self._count(visitor)
        if not self._free:
            raise TooManyError(own=False, seconds=2)
        self._free -= 1
        try:
            yield
        finally:
            self._free += 1

    def _count(self, visitor: str) -> None:
        now = self._clock()
        full_at = max(self._full_at.pop(visitor, now), now)
        used = (full_at - now) / REFILL_SECONDS
        self._full_at[visitor] = full_at if used > self._burst - 1 else full_at + REFILL_SECONDS
        if len(self._full_at) > MOST_VISITORS:
            self._full_at.popitem(last=False)
        if used > self._burst - 1:
            raise TooManyError(own=True, seconds=int(REFILL_SECONDS))


def visitor_of(host: str | None) -> str:
    """Return the visitor of an address: itself, its IPv6 /64 network, or empty if unknown or loopback."""
    try:
        address = ip_address(host or "")
    except ValueError:
        return ""
    if isinstance(address, IPv6Address):
        address = address.ipv4_mapped or address
    if address.is_loopback:
        return ""
    return str(IPv6Network((int(address) >> 64 << 64, 64)) if isinstance(address, IPv6Address) else address)
