"""Is the explorer at once, and light? `python benchmarks/explorer.py` measures it in Chromium.

In one run, each in turn with what it is compared with, so that the machine's noise hits all alike:

* clicks: from a press to the painted card, against the common recipes for the same model (`benchmarks/recipes/`)
* loads: from the start of navigation to the first answer, against an empty Streamlit page
* wire: bytes and requests beyond that empty page's, with an empty cache and with a filled one

It needs the packages of the tests and a Chromium; the recipes' packages are installed into a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/explorer.py`

from benchmarks.clicks import BUTTON, EXPLORER, FLOOR, RECIPE_APPS, RECIPES, Rival, Times, Visitor, press_in_turn
from benchmarks.loads import Site, time_loads, weigh_loads
from benchmarks.served import install, served
from benchmarks.tables import EMPTY, MISSED, OURS, click_tables, load_tables, wire_tables
from tests.support.chromium import FLAGS, find

ALONE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"  # no other host is asked, whatever a recipe wants
PARTS = ("clicks", "loads", "wire")


def main() -> int:
    """Measure, print the tables, and write them when asked; 1 when a target is missed."""
    asked = _arguments()
    report = [*_about()]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        browser = play.chromium.launch(executable_path=find(), args=[*FLAGS, ALONE])
        report.append(f"Chromium {browser.version}.")
        if "clicks" in asked.only:
            report += measured_clicks(browser, Path(folder), asked.clicks)
        report += measured_loads(browser, Path(folder), asked.loads, asked.only)
        browser.close()
    report.append(f"\nLoad average at the end {_load_average()}.")
    text = "\n".join(report) + "\n"
    sys.stdout.write(text)
    if asked.out:
        asked.out.write_text(text, encoding="utf-8")
    return 1 if MISSED in text else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clicks", type=int, default=40, help="presses an app (default 40)")
    parser.add_argument("--loads", type=int, default=10, help="loads a page and cache (default 10)")
    parser.add_argument("--only", nargs="+", choices=PARTS, default=PARTS, help="measure only these parts")
    parser.add_argument("--out", type=Path, help="write the tables to this file, as Markdown")
    return parser.parse_args()


def _about() -> Iterator[str]:
    yield "# The explorer, measured\n"
    now = f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC"
    yield f"{now}, {os.cpu_count()} cores, load average at the start {_load_average()}."
    yield f"Streamlit {version('streamlit')}, Python {platform.python_version()},"


def _load_average() -> str:
    """Return the machine's load over 1, 5 and 15 minutes: well above the cores, the times say little on their own."""
    return ", ".join(f"{one:.1f}" for one in os.getloadavg())


def measured_clicks(browser: Browser, packages: Path, presses: int) -> Iterator[str]:
    """Serve every app, press roles in turn, and tell how long the cards took."""
    left_out: dict[str, Times | str] = {}
    with ExitStack() as running:
        visitors = []
        for rival in (EXPLORER, FLOOR, BUTTON, *RECIPE_APPS):
            try:
                visitors.append(running.enter_context(_visiting(rival, browser, packages)))
            except (RuntimeError, BrowserError) as trouble:
                left_out[rival.name] = " ".join(str(trouble).split())
        told = press_in_turn(visitors, presses) | left_out
    yield from click_tables(told, presses)


@contextmanager
def _visiting(rival: Rival, browser: Browser, packages: Path) -> Iterator[Visitor]:
    if rival.needs:
        install(rival.needs, packages)
    with served(rival.script, packages) as address:
        visitor = Visitor(rival, browser, address)
        try:
            yield visitor
        finally:
            visitor.page.context.close()


def measured_loads(browser: Browser, packages: Path, rounds: int, parts: tuple[str, ...]) -> Iterator[str]:
    """Serve the product and an empty page, load them in turn, and tell how long it took and what it weighed."""
    if not {"loads", "wire"} & set(parts):
        return
    with served(EXPLORER.script, packages) as ours, served(RECIPES / "empty.py", packages) as empty:
        sites = (
            Site(OURS, ours, EXPLORER.heading, "button[data-role]"),
            Site(EMPTY, empty, "[data-testid=stHeading] h1"),
        )
        if "loads" in parts:
            yield from load_tables(time_loads(browser, sites, rounds), rounds)
        if "wire" in parts:
            yield from wire_tables(weigh_loads(browser, sites))


if __name__ == "__main__":
    sys.exit(main())
