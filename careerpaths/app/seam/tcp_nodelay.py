"""Lets small answers leave at once, where the framework makes them wait 40 ms for the browser's acknowledgement.

Streamlit binds its listening socket itself, without naming the protocol; asyncio then takes the connections for
something else than TCP and leaves Nagle's algorithm on (asyncio/base_events.py, `_set_nodelay`). An answer's head and
body are two packets, and a page's messages many: each second one waits. There is no setting for it, so the listening
socket is looked up and told; every connection that it takes inherits that.
"""

from __future__ import annotations

import gc
import socket


def send_at_once() -> int:
    """Tell every TCP socket of this process not to wait; return how many there were."""
    found = [one for one in gc.get_objects() if type(one) is socket.socket and _is_tcp(one)]
    for one in found:
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return len(found)


def _is_tcp(one: socket.socket) -> bool:
    """Return whether a socket is open and speaks TCP."""
    return one.fileno() >= 0 and one.family in (socket.AF_INET, socket.AF_INET6) and one.type == socket.SOCK_STREAM
