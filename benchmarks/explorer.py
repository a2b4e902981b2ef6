"""Is the explorer at once, and light? `python -m benchmarks.explorer` measures it in Chromium.

In one run, each in turn with what it is compared with, so that the machine's noise hits all alike:

* from a press to the painted card, against the common recipes for the same model (`benchmarks/recipes/`)
* from the start of navigation to the first answer, against an empty Streamlit page
* bytes and requests beyond that empty page's, with an empty cache and with a filled one

It needs the packages of the tests and a Chromium; the recipes' packages are installed into a temporary folder.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as BrowserError

from benchmarks.clicks import BUTTON, EXPLORER, FLOOR, RECIPE_APPS, RECIPES, Rival, Times, Visitor, press_in_turn
from benchmarks.loads import LoadTimes, Site, Wire, time_loads, weigh_loads
from benchmarks.served import NotShownError, install, served
from tests.chromium import find

TWO_FRAMES = 33  # ms at 60 Hz
SHARE = 1 / 3  # of the best recipe's median
LONGER = 1.25  # times an empty page's load
HEAVIER = 250  # kB beyond Streamlit's own
OURS, EMPTY = "Karriärkartan", "empty page"
FLAGS = (
    "--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking "
    "--disable-component-update --disable-sync"
).split()
ALONE = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"  # no other host is asked, whatever a recipe wants
Told = dict[str, Times | str]
Row = tuple[str, ...]


def main() -> int:
    """Measure, print the tables, and write them when asked; 1 when a target is missed."""
    asked = _arguments()
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as play:
        packages = Path(folder)
        browser = play.chromium.launch(executable_path=find(), args=[*FLAGS, ALONE])
        report = [*_about(browser), *measured_clicks(browser, packages, asked.clicks)]
        report += measured_loads(browser, packages, asked.loads)
        browser.close()
    text = "\n".join(report) + "\n"
    sys.stdout.write(text)
    if asked.out:
        asked.out.write_text(text, encoding="utf-8")
    return 1 if "**missed**" in text else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--clicks", type=int, default=40, help="presses an app (default 40)")
    parser.add_argument("--loads", type=int, default=10, help="loads a page and cache (default 10)")
    parser.add_argument("--out", type=Path, help="write the tables to this file, as Markdown")
    return parser.parse_args()


def _about(browser: Browser) -> Iterator[str]:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    yield "# The explorer, measured"
    yield ""
    yield (
        f"{datetime.now(UTC):%Y-%m-%d %H:%M} UTC · Streamlit {version('streamlit')} · Python {platform.python_version()} · "
        f"Chromium {browser.version} · {os.cpu_count()} cores, load average at the start {load}"
    )


# ── from a press to the painted card ──────────────────────────────────────────────────────────────────────────


def measured_clicks(browser: Browser, packages: Path, presses: int) -> Iterator[str]:
    """Serve every app, press roles in turn, and tell how long the cards took."""
    told: Told = {}
    with ExitStack() as running:
        visitors = []
        for rival in (EXPLORER, FLOOR, BUTTON, *RECIPE_APPS):
            try:
                visitors.append(running.enter_context(_visiting(rival, browser, packages)))
            except (NotShownError, BrowserError) as trouble:
                told[rival.name] = " ".join(str(trouble).split())
        told = press_in_turn(visitors, presses) | told
    yield from _click_tables(told, presses)


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


def _click_tables(told: Mapping[str, Times | str], presses: int) -> Iterator[str]:
    yield f"\n## From a press to the painted card: {presses} presses each, in turn, ms from the release of the mouse button\n"
    head = ("app", "heading in the page, p50", "painted, p50", "painted, p95", "two frames over, p50", "two frames over, p95")
    yield from table(head, [_click_row(name, times) for name, times in told.items()])
    yield ""
    yield (
        "«Painted»: the first task after the animation frame that draws the heading. «Two frames over»: the second "
        "requestAnimationFrame after the heading; up to one frame (17 ms) later than the paint by its nature. "
        "pyvis cannot tell Streamlit what was clicked: its press is the choice of an option in the open select box."
    )
    ours = told[EXPLORER.name]
    if isinstance(ours, str):
        return
    yield (
        f"Event Timing (input to next paint, steps of 8 ms, at least 16) for the explorer: p50 {median(ours.slowest):.0f}, "
        f"p95 {at_95(ours.slowest):.0f} ms."
    )
    yield ""
    yield from table(("target", "measured", "verdict"), list(_click_verdicts(ours, told)))


def _click_row(name: str, times: Times | str) -> Row:
    if isinstance(times, str):
        return (name, f"not measured: {times}", "", "", "", "")
    numbers = (median(times.seen), median(times.painted), at_95(times.painted), median(times.settled), at_95(times.settled))
    return (name, *(f"{one:.1f}" for one in numbers))


def _click_verdicts(ours: Times, told: Mapping[str, Times | str]) -> Iterator[Row]:
    for kind in ("painted", "settled"):
        took = getattr(ours, kind)
        word = {"painted": "painted", "settled": "two frames over"}[kind]
        yield (f"p95 ≤ {TWO_FRAMES} ms, {word}", f"{at_95(took):.1f} ms", verdict(at_95(took) <= TWO_FRAMES))
        recipes = {one.name: told[one.name] for one in RECIPE_APPS}
        medians = {name: median(getattr(times, kind)) for name, times in recipes.items() if isinstance(times, Times)}
        if not medians:
            continue
        best = min(medians, key=medians.__getitem__)
        target = f"p95 ≤ ⅓ of the best recipe's p50, {word} ({best}: {medians[best]:.1f} ms)"
        share = f"{at_95(took):.1f} ms = {at_95(took) / medians[best]:.2f} of it (p50: {median(took) / medians[best]:.2f})"
        yield (target, share, verdict(at_95(took) <= SHARE * medians[best]))


# ── the first load ────────────────────────────────────────────────────────────────────────────────────────────


def measured_loads(browser: Browser, packages: Path, rounds: int) -> Iterator[str]:
    """Serve the product and an empty page, load them in turn, and tell how long and how heavy."""
    with served(EXPLORER.script, packages) as ours, served(RECIPES / "empty.py", packages) as empty:
        sites = (
            Site(OURS, ours, ".card-pane .name", "button[data-role]"),
            Site(EMPTY, empty, "[data-testid=stHeading] h1"),
        )
        times = time_loads(browser, sites, rounds)
        wires = weigh_loads(browser, sites)
    yield from _load_tables(times, rounds)
    yield from _wire_tables(wires)


def _load_tables(times: Mapping[tuple[str, bool], LoadTimes], rounds: int) -> Iterator[str]:
    yield f"\n## From navigation to the first answer: {rounds} loads each, in turn, ms, medians (fastest–slowest)\n"
    rows = []
    for (name, cold), took in times.items():
        rows.append((name, "cold" if cold else "warm", _spread(took.clickable), _spread(took.answered)))
    yield from table(("page", "cache", "role can be pressed", "answer painted"), rows)
    yield ""
    yield "The empty page's answer is its title. Both servers have answered one visitor before."
    yield ""
    rows = []
    for cold in (True, False):
        ours, empty = median(times[OURS, cold].answered), median(times[EMPTY, cold].answered)
        holds = verdict(ours <= LONGER * empty)
        rows.append((f"≤ {LONGER} × the empty page, {'cold' if cold else 'warm'}", f"{ours / empty:.2f} × (+{ours - empty:.0f} ms)", holds))
    yield from table(("target", "measured", "verdict"), rows)


def _wire_tables(wires: Mapping[tuple[str, bool], Wire]) -> Iterator[str]:
    yield "\n## Over the wire in one load, beyond the empty page\n"
    rows = []
    for (name, cold), wire in wires.items():
        numbers = (len(wire.requests), kilo(wire.total), kilo(wire.websocket), kilo(wire.scripts))
        rows.append((name, "cold" if cold else "warm", *(str(one) for one in numbers)))
    yield from table(("page", "cache", "requests", "kB in all", "of that websocket", "of that scripts"), rows)
    yield ""
    cold, warm = wires[OURS, True], wires[OURS, False]
    more = {url: size for url, size in cold.requests.items() if _path(url) not in map(_path, wires[EMPTY, True].requests)}
    own = {url: size for url, size in more.items() if "/static/" not in url}
    yield "Cold, beyond the empty page: " + ", ".join(f"{_path(url)} {kilo(size)}" for url, size in more.items()) + " (kB)."
    yield ""
    between = cold.total - wires[EMPTY, True].total
    streamlits = sum(more.values()) - sum(own.values())
    rows = [
        (f"≤ {HEAVIER} kB beyond the empty page, cold", f"{kilo(between)} kB, {len(cold.requests) - len(wires[EMPTY, True].requests)} requests", verdict(between <= HEAVIER * 1000)),
        (f"≤ {HEAVIER} kB beyond Streamlit's own, cold (its component frame not counted)", f"{kilo(between - streamlits)} kB, {len(own)} requests", verdict(between - streamlits <= HEAVIER * 1000)),
        ("0 kB of script, warm", f"{kilo(warm.scripts)} kB", verdict(warm.scripts == 0)),
    ]
    yield from table(("target", "measured", "verdict"), rows)


def _path(url: str) -> str:
    return url.split("/", 3)[3]


# ── numbers and tables ────────────────────────────────────────────────────────────────────────────────────────


def at_95(numbers: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(numbers, n=20, method="inclusive")[-1]


def kilo(size: int) -> float:
    """Return bytes as kB of 1000, with one decimal."""
    return round(size / 1000, 1)


def verdict(holds: bool) -> str:
    """Return what a target's row ends with."""
    return "holds" if holds else "**missed**"


def _spread(numbers: list[float]) -> str:
    return f"{median(numbers):.0f} ({min(numbers):.0f}–{max(numbers):.0f})"


def table(head: Row, rows: list[Row]) -> Iterator[str]:
    """Return a Markdown table whose columns also line up as plain text."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(head, widths, strict=True)) + " |"
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    for row in rows:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"


if __name__ == "__main__":
    sys.exit(main())
