"""How far it is to an answer: the height of every page as it comes, at a desk and on a phone, against its limit.

    python benchmarks/distances.py

Ends with 1 when a page is higher than it may be. The presses to the ten first questions are held by
tests/browser/test_answers.py.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/distances.py`

from playwright.sync_api import Browser, sync_playwright

from benchmarks.served import ROOT, served
from benchmarks.tables import table, verdict
from tests.support.chromium import FLAGS, find
from tests.support.distances import DESK, PAGES, PHONE, Distance, height

QUIET = 500  # ms after the page has come: what follows it is there


def main() -> int:
    """Print the table."""
    with (
        tempfile.TemporaryDirectory() as folder,
        served(ROOT / "app.py", Path(folder)) as address,
        sync_playwright() as play,
    ):
        browser = play.chromium.launch(executable_path=find(), args=FLAGS)
        rows = [_row(browser, address, one) for one in PAGES]
        browser.close()
    print("\n".join(table(("page", "before, 1440 px", "now", "limit", "phone", "limit", "verdict"), rows)))
    return int(any("missed" in row[-1] for row in rows))


def _row(browser: Browser, address: str, one: Distance) -> tuple[str, ...]:
    heights = dict(_heights(browser, address, one))
    held = all(heights[at] <= one.allowed(window) for at, window in (("desk", DESK), ("phone", PHONE)))
    desk = (f"{one.before:,}", f"{heights['desk']:,}", f"{one.limit:,}")
    return (one.name, *desk, f"{heights['phone']:,}", f"{one.allowed(PHONE):,}", verdict(held))


def _heights(browser: Browser, address: str, one: Distance) -> Iterator[tuple[str, int]]:
    for name, window in (("desk", DESK), ("phone", PHONE)):
        page = browser.new_page(viewport=window, base_url=address)
        page.goto(one.address)
        page.locator(one.ready).first.wait_for()
        page.wait_for_timeout(QUIET)
        yield name, height(page, one)
        page.close()


if __name__ == "__main__":
    sys.exit(main())
