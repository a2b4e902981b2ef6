"""A hundred websockets from a foreign page, and whether the server answers others meanwhile.

    python benchmarks/refusals.py

The attempts come from a process of their own, so that the one who measures does not wait for himself. Target: /healthz
within 50 ms. Printed beside it: the same without attempts.
"""

from __future__ import annotations

import multiprocessing
import socket
import sys
import time
from http.client import HTTPConnection
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/refusals.py`

from benchmarks.sessions import served

ATTEMPTS = 100
TARGET = 50  # ms
ASKED = "Host: 127.0.0.1:{port}\r\nOrigin: http://evil.example\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="


def attack(port: int) -> None:
    """Open a hundred websockets as a foreign page would."""
    for _ in range(ATTEMPTS):
        with socket.create_connection(("127.0.0.1", port), 30) as one:
            one.sendall(f"GET /_stcore/stream HTTP/1.1\r\n{ASKED.format(port=port)}\r\n\r\n".encode())
            if b" 403 " not in one.recv(200):
                raise AssertionError("a foreign websocket was let in")


def health(port: int, count: int) -> list[float]:
    """Return how long the health address took, in ms, so many times."""
    took = []
    connection = HTTPConnection("127.0.0.1", port, timeout=30)
    for _ in range(count):
        began = time.perf_counter()
        connection.request("GET", "/healthz")
        connection.getresponse().read()
        took.append((time.perf_counter() - began) * 1000)
    return sorted(took)


def said(took: list[float]) -> str:
    """Return median, p95 and longest."""
    return f"p50 {took[len(took) // 2]:.1f}, p95 {took[int(len(took) * 0.95)]:.1f}, longest {took[-1]:.1f} ms (n={len(took)})"


def main() -> int:
    """Measure without and with the attempts."""
    with served("app.py") as (port, _):
        print(f"/healthz alone:                       {said(health(port, 100))}")
        stranger = multiprocessing.Process(target=attack, args=(port,))
        stranger.start()
        took: list[float] = []
        while stranger.is_alive() or not took:
            took += health(port, 5)
        stranger.join(30)
        print(f"/healthz during {ATTEMPTS} foreign websockets: {said(sorted(took))}")
    return 0 if stranger.exitcode == 0 and max(took) <= TARGET else 1


if __name__ == "__main__":
    sys.exit(main())
