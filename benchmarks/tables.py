"""What was measured, as Markdown tables that also line up as plain text: the numbers, the targets, the verdicts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from statistics import median, quantiles

from benchmarks.clicks import EXPLORER, RECIPE_APPS, Times
from benchmarks.loads import Cold, LoadTimes, Wire

TWO_FRAMES = 33  # ms at 60 Hz
SHARE = 1 / 3  # of the best recipe's median
LONGER = 1.25  # times an empty page's load
HEAVIER = 250  # kB beyond Streamlit's own
OURS, EMPTY = "Karriärkartan", "empty page"
MISSED = "**missed**"
VERDICTS = ("target", "measured", "verdict")
ENDS = {"painted": "painted", "settled": "two frames over"}
Told = Mapping[str, Times | str]
Row = tuple[str, ...]

HOW_PRESSES_ARE_TIMED = """
«Painted»: the first task after the animation frame that draws the heading. «Two frames over»: the second
requestAnimationFrame after the heading came: by its nature up to a frame (17 ms) after the paint. The plain button
tells what this machine adds on its own. «Processor»: what the page's main thread worked until then; it hardly changes
when the machine is busy, as the times do. pyvis cannot tell Streamlit what was clicked: its press is the choice of an
option in the open select box."""


def click_tables(told: Told, presses: int) -> Iterator[str]:
    """Return how long the cards took, app by app, and how that stands to the targets."""
    yield f"\n## From a press to the painted card, ms from the release of the button; {presses} presses each, in turn\n"
    head = (
        "app",
        "heading there, p50",
        *(f"{end}, {part}" for end in ENDS.values() for part in ("p50", "p95")),
        "processor, p50",
    )
    yield from table(head, [_click_row(name, times) for name, times in told.items()])
    yield HOW_PRESSES_ARE_TIMED
    ours = told[EXPLORER.name]
    if isinstance(ours, str):
        return
    slow = f"p50 {median(ours.slowest):.0f}, p95 {at_95(ours.slowest):.0f} ms"
    yield f"Event Timing of the explorer (input to next paint; steps of 8 ms, at least 16): {slow}.\n"
    yield from table(VERDICTS, [row for end in ENDS for row in _click_verdicts(ours, told, end)])


def _click_row(name: str, times: Times | str) -> Row:
    if isinstance(times, str):
        return (name, f"not measured: {times}", "", "", "", "", "")
    numbers = [median(times.seen)]
    for end in ENDS:
        numbers += [median(getattr(times, end)), at_95(getattr(times, end))]
    return (name, *(f"{one:.1f}" for one in (*numbers, median(times.work))))


def _click_verdicts(ours: Times, told: Told, end: str) -> Iterator[Row]:
    took: list[float] = getattr(ours, end)
    half, most = median(took), at_95(took)
    yield (f"p95 ≤ {TWO_FRAMES} ms, {ENDS[end]}", f"{most:.1f} ms", verdict(most <= TWO_FRAMES))
    shown = {one.name: times for one in RECIPE_APPS if isinstance(times := told[one.name], Times)}
    if not shown:
        return
    best, name = min((median(getattr(times, end)), name) for name, times in shown.items())
    target = f"p95 ≤ ⅓ of the best recipe's p50, {ENDS[end]} ({name}: {best:.1f} ms)"
    yield (target, f"{most:.1f} ms = {most / best:.2f} of it (p50: {half / best:.2f})", verdict(most <= SHARE * best))


def load_tables(times: Mapping[Cold, LoadTimes], rounds: int) -> Iterator[str]:
    """Return how long the loads took, and how that stands to the target."""
    yield f"\n## From navigation to the first answer, ms, median (fastest–slowest); {rounds} loads each, in turn\n"
    rows = []
    for (name, cold), took in times.items():
        rows.append((name, _cache(cold), *map(_spread, (took.clickable, took.answered, took.work))))
    yield from table(("page", "cache", "role can be pressed", "answer painted", "processor until then"), rows)
    yield "\nThe empty page's answer is its title. Both servers have answered one visitor before.\n"
    yield from table(VERDICTS, [_load_verdict(times, cold) for cold in (True, False)])


def _load_verdict(times: Mapping[Cold, LoadTimes], cold: bool) -> Row:
    ours, empty = times[OURS, cold].answered, times[EMPTY, cold].answered
    ratio, fastest = median(ours) / median(empty), min(ours) / min(empty)
    measured = f"{ratio:.2f} × (+{median(ours) - median(empty):.0f} ms); fastest loads {fastest:.2f} ×"
    return (f"≤ {LONGER} × the empty page, {_cache(cold)}", measured, verdict(ratio <= LONGER))


def wire_tables(wires: Mapping[Cold, Wire]) -> Iterator[str]:
    """Return what the loads brought over the wire, and how that stands to the targets."""
    yield "\n## Over the wire in one load (headers and the websocket's frames included)\n"
    rows = []
    for (name, cold), wire in wires.items():
        sizes = (kilo(wire.total), kilo(wire.websocket), kilo(wire.scripts))
        rows.append((name, _cache(cold), str(len(wire.requests)), *sizes))
    yield from table(("page", "cache", "requests", "kB in all", "of that websocket", "of that scripts"), rows)
    more = _beyond(wires)
    yield "\nCold, what the empty page does not fetch (kB): " + ", ".join(f"{path} {kilo(more[path])}" for path in more)
    yield ""
    yield from table(VERDICTS, _wire_verdicts(wires, more))


def _wire_verdicts(wires: Mapping[Cold, Wire], more: Mapping[str, int]) -> list[Row]:
    ours, empty, scripts = wires[OURS, True], wires[EMPTY, True], wires[OURS, False].scripts
    between = ours.total - empty.total
    frame = [size for path, size in more.items() if path.startswith("static/")]
    beyond = between - sum(frame)
    requests = len(ours.requests) - len(empty.requests)
    return [
        (
            f"≤ {HEAVIER} kB beyond the empty page, cold",
            f"{kilo(between)} kB, {requests} requests",
            verdict(between <= HEAVIER * 1000),
        ),
        (
            f"≤ {HEAVIER} kB, cold, without Streamlit's own files for components",
            f"{kilo(beyond)} kB, {requests - len(frame)} requests",
            verdict(beyond <= HEAVIER * 1000),
        ),
        ("0 kB of script, warm", f"{kilo(scripts)} kB", verdict(scripts == 0)),
    ]


def _beyond(wires: Mapping[Cold, Wire]) -> dict[str, int]:
    """Return what only our page fetches: the path without the host, and its bytes."""
    paths = [{_path(url): size for url, size in wires[name, True].requests.items()} for name in (OURS, EMPTY)]
    return {path: size for path, size in paths[0].items() if path not in paths[1]}


def _path(url: str) -> str:
    return url.split("/", 3)[3]


def _cache(cold: bool) -> str:
    return "cold" if cold else "warm"


def _spread(numbers: list[float]) -> str:
    return f"{median(numbers):.0f} ({min(numbers):.0f}–{max(numbers):.0f})"


def at_95(numbers: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(numbers, n=20, method="inclusive")[-1]


def kilo(size: int) -> str:
    """Return bytes as kB of 1000, with one decimal."""
    return f"{size / 1000:.1f}"


def verdict(holds: bool) -> str:
    """Return what a target's row ends with."""
    return "holds" if holds else MISSED


def table(head: Row, rows: Sequence[Row]) -> Iterator[str]:
    """Return a Markdown table whose columns also line up as plain text."""
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(head, widths, strict=True)) + " |"
    yield "|" + "|".join("-" * (width + 2) for width in widths) + "|"
    for row in rows:
        yield "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |"
