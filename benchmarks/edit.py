"""What a saved model costs those who are there: the slowest `/healthz` while an edit is noticed, prepared and shown.

    python benchmarks/edit.py

One client asks `/healthz` every 10 ms, another asks pages and prepared models all the time. Ends with 1 when an answer
took more than 50 ms beyond the slowest one before the edit, which the machine itself is to blame for.
"""

from __future__ import annotations

import re
import shutil
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection
from itertools import cycle
from pathlib import Path
from urllib.parse import urlsplit

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/edit.py`

from tests.support.server import PATIENCE, ROOT, serving

MOST = 0.050  # s
QUIET = 5.0  # s that are looked at before the first edit
ASKED = (
    "/",
    "/vagar",
    "/web/x/model.sv.json",
    "/model.json",
    "/om/tillganglighet",
    "/embed",
    "/plan/offers?role=mentor",
)


class Prober:
    """Asks for one address again and again, in a thread, and keeps the slowest answer since the last look."""

    def __init__(self, address: str, paths: tuple[str, ...], every: float) -> None:
        """Begin to ask."""
        self.host = urlsplit(address).netloc
        self.paths = paths
        self.every = every
        self.slowest = 0.0
        self.failed = 0
        self.ended = threading.Event()
        self.thread = threading.Thread(target=self._ask, daemon=True)
        self.thread.start()

    def stop(self) -> None:
        """Ask no more, so that the server can end."""
        self.ended.set()
        self.thread.join()

    def look(self) -> float:
        """Return the slowest answer since the last look, in s."""
        slowest, self.slowest = self.slowest, 0.0
        return slowest

    def _ask(self) -> None:
        for path in cycle(self.paths):
            began = time.monotonic()
            connection = HTTPConnection(self.host, timeout=60)
            connection.request("GET", path, headers={"Accept": "text/html" if "." not in path else "*/*"})
            answer = connection.getresponse()
            answer.read()
            connection.close()
            self.failed += answer.status >= 500 and path != "/embed"
            self.slowest = max(self.slowest, time.monotonic() - began)
            if self.ended.wait(self.every):
                return


def shown(address: str) -> str:
    """Return the version of the model that is shown."""
    connection = HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", "/readyz")
    found = re.search(r'"model":"(\w+)"', connection.getresponse().read().decode())
    return found[1] if found else ""


def measured(address: str, health: Prober, visitor: Prober, deed: Callable[[], object]) -> tuple[float, float, float]:
    """Do something to the model; return how long it took to be shown, and the slowest answers meanwhile, in s."""
    before, began = shown(address), time.monotonic()
    health.look()
    visitor.look()
    deed()
    while shown(address) == before:
        if time.monotonic() - began > PATIENCE:
            raise TimeoutError("the edit was never shown; is it a good one?")
        time.sleep(0.1)
    time.sleep(1)
    return time.monotonic() - began - 1, health.look(), visitor.look()


def with_text(text: str) -> str:
    """Return the model with another title."""
    return re.sub(r"(?m)^  title: (.*)$", r"  title: \1 ny", text, count=1)


def with_move(text: str) -> str:
    """Return the model with its first role in the stage of the last: the map must be laid out anew."""
    stages = re.findall(r"(?m)^    stage: (.+)$", text)
    return text.replace(f"    stage: {stages[0]}\n", f"    stage: {stages[-1]}\n", 1)


def main() -> int:
    """Measure both kinds of edit; return 1 when one of them was felt."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(shutil.copytree(ROOT / "data", Path(home) / "data"))
        model = folder / "roles.yaml"
        with serving(Path(home) / "log.txt", model) as server:
            address = f"{server.address}/"
            health, visitor = Prober(address, ("/healthz",), 0.01), Prober(address, ASKED, 0.02)
            health.look()
            time.sleep(QUIET)
            quiet = health.look()
            print(f"before: slowest /healthz {quiet * 1000:.0f} ms")
            felt = 0.0
            for name, changed in (("a text changed", with_text), ("a role moved", with_move)):
                text = changed(model.read_text("utf-8"))
                took, worst, page = measured(
                    address, health, visitor, lambda text=text: model.write_text(text, "utf-8")
                )
                felt = max(felt, worst - quiet)
                print(
                    f"{name}: shown after {took:.1f} s; slowest /healthz {worst * 1000:.0f} ms, page {page * 1000:.0f} ms"
                )
            health.stop()
            visitor.stop()
            print(f"answers that failed: {health.failed + visitor.failed}")
    return int(felt > MOST or health.failed + visitor.failed > 0)


if __name__ == "__main__":
    sys.exit(main())
