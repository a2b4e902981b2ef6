"""The planning talk on the page, in the words of those who hold it; and a server that can be killed."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, cast

from playwright.sync_api import Download, FrameLocator, Locator, Page, expect

from careerpaths.settings import MODEL
from tests.support.map_page import DEEP
from tests.support.models import SMALL
from tests.support.server import ROOT, Server

KEY = "karriarkartan.plan"
SAVED = "Sparat i den här fliken"
AWAY = "Servern svarar inte just nu. Allt du har skrivit finns kvar. Försök igen."
STARTS_WITHIN = 120  # seconds until a server counts as broken
Place = Page | FrameLocator


def open_talk(page: Page, query: str = "", shown: str = "all") -> Page:
    """Open the page with a query such as `?role=mentor`, and wait until it can be used.

    All five parts are shown at once, as the page itself offers, unless one is asked for by its number.
    """
    page.goto(f"/samtal{query}{'&' if query else '?'}part={shown}")
    ready(page)
    return page


def ready(place: Place, form: str = "talk") -> None:
    """Wait until the form is there."""
    place.locator(f".{form}:not([aria-busy])").wait_for()


def finder(selector: str) -> Callable[[Place, str], Locator]:
    """Return a function that finds what a name stands for in a selector, at its `{}`."""
    return lambda place, name: place.locator(selector.format(name))


part = finder('section[data-part="{}"]')
"""A part of the form by its name: today, ahead, gaps, activities, notes, take, load, and so on."""
rows = finder('[data-list="{}"] > [data-row]')
"""The rows of a list."""
deed = finder('[data-do="{}"]')
"""The button that does something."""


def start_with_example(place: Place) -> None:
    """Press the example, and wait until the lists have followed."""
    deed(place, "example").click()
    expect(rows(place, "gaps").first).to_be_visible()
    expect(rows(place, "questions").first).to_be_visible()


def kept(page: Page) -> dict[str, Any]:
    """Return the plan that the browser keeps."""
    text = page.evaluate(f"() => sessionStorage.getItem('{KEY}')")
    return cast("dict[str, Any]", json.loads(text)["plan"]) if text else {}


def download(page: Page, place: Place, kind: str) -> Download:
    """Take the plan as a file of a kind: docx, pdf, ics or json."""
    with page.expect_download() as coming:
        place.locator(f'[data-file="{kind}"]').click()
    return coming.value


def load(place: Place, file: Path | dict[str, Any]) -> None:
    """Choose a file to load; the form must be empty, or a question comes first."""
    place.locator("[data-load]").set_input_files(cast("Any", file))


def fill_everything(place: Place, mark: str) -> int:
    """Write in every text field there is, two activities included; return how many fields there were."""
    deed(place, "own").click()
    place.locator("[data-offered] button").first.click()
    fields = place.locator(".form :is(textarea, input[type=text]:not([data-day]))")
    for number, one in enumerate(fields.all()):
        one.fill(f"{mark} {number}")
    return fields.count()


def focused(page: Page, selector: str) -> bool:
    """Return whether what has focus is matched by the selector."""
    return cast("bool", page.evaluate(f"(selector) => {{ {DEEP} return focused().matches(selector); }}", selector))


def tab_to(page: Page, selector: str, key: str = "Tab") -> None:
    """Press Tab until the field or button has focus."""
    for _ in range(150):
        page.keyboard.press(key)
        if focused(page, selector):
            return
    raise AssertionError(f"{selector} cannot be reached with {key}")


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return cast("int", one.getsockname()[1])


@dataclass
class Mortal:
    """A server of our own that can be killed and started again on its port; `home` is its temp folder."""

    port: int
    home: Path
    log: Path
    process: subprocess.Popen[bytes] | None = None
    lives: list[int] = field(default_factory=list)

    @property
    def server(self) -> Server:
        """Return the running server."""
        assert self.process is not None
        return Server(self.process, self.port, self.log)

    def start(self) -> None:
        """Start it and wait until it answers."""
        command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), "--server.port", str(self.port)]
        place = {**os.environ, "TMPDIR": str(self.home), "HOME": str(self.home), "PYTHONPATH": str(ROOT)}
        place[MODEL] = str(SMALL)
        with self.log.open("ab") as output:
            self.process = subprocess.Popen(command, cwd=ROOT, env=place, stdout=output, stderr=subprocess.STDOUT)
        self.lives.append(self.process.pid)
        ends = time.monotonic() + STARTS_WITHIN
        while not self._answers():
            state = f"exit code {self.process.poll()}: {self.log.read_text(encoding='utf-8')[-2000:]}"
            assert self.process.poll() is None, state
            assert time.monotonic() < ends, state

    def revive(self) -> None:
        """Start it again if it is dead."""
        if self.process is None or self.process.poll() is not None:
            self.start()

    def kill(self) -> None:
        """Kill it without a warning (SIGKILL)."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def _answers(self) -> bool:
        try:
            return self.server.ask("/_stcore/health", timeout=2).status == 200
        except OSError:
            time.sleep(0.1)
            return False


@contextmanager
def mortal(folder: Path) -> Iterator[Mortal]:
    """Run such a server until the block ends."""
    home = folder / "home"
    home.mkdir()
    server = Mortal(free_port(), home, folder / "log.txt")
    server.start()
    try:
        yield server
    finally:
        server.kill()
