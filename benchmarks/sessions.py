"""Sessions at once: how long a run of the start page takes beside an empty Streamlit app's, and what a session weighs.

    python benchmarks/sessions.py --sessions 50 100 200 --seconds 20

Each visitor opens a websocket, loads the start page and presses a role now and then. The empty app is a title and
runs under the same settings, in the same run. Ends with 1 when a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/sessions.py`

from benchmarks.visitor import Visitor
from tests.support.server import serving

ROLES = ("mentor", "specialist", "enhetschef", "avslut")
EMPTY = 'import streamlit as st\n\nst.title("Empty")\n'
RAMP = 5.0  # seconds over which visitors come
TARGET = 1.5  # times the empty app's p95
HEAVIEST = 2048  # kB of a session beyond the empty app's


@dataclass
class Seen:
    """What the sessions of one app saw, in seconds; memory in kB; how long the processor worked, in ms for each run."""

    first: list[float] = field(default_factory=list)
    runs: list[float] = field(default_factory=list)
    errors: int = 0
    before: int = 0
    after: int = 0
    worked: float = 0

    def session(self, count: int) -> float:
        """Return what a session weighs, in kB."""
        return (self.after - self.before) / count


def at(values: list[float], share: float) -> float:
    """Return the value at a share of the ordered values, in ms."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))] * 1000 if values else float("nan")


@contextmanager
def served(script: str) -> Iterator[tuple[int, int]]:
    """Run an app under the product's settings; give its port and process."""
    command = (sys.executable, "-m", "streamlit", "run", script)
    with tempfile.TemporaryDirectory() as home, serving(Path(home) / "log.txt", command=command) as server:
        yield server.port, server.process.pid


def memory(process: int) -> int:
    """Return how much memory a process has, in kB."""
    pages = int(Path(f"/proc/{process}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") // 1024


def work(process: int) -> float:
    """Return how long the processor has worked for a process, in ms."""
    parts = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(parts[11]) + int(parts[12])) * 1000 / os.sysconf("SC_CLK_TCK")


async def visit(port: int, seen: Seen, number: int, ends: float, think: float) -> None:
    """Come, press roles until the time is out, stay connected till then; note every fault."""
    chance = random.Random(number)  # noqa: S311 - no secret
    visitor = Visitor(port)
    await asyncio.sleep(chance.uniform(0, RAMP))
    try:
        seen.first.append(await visitor.arrive())
        while time.monotonic() < ends:
            await asyncio.sleep(chance.expovariate(1 / think))
            seen.runs.append(await visitor.pick(chance.choice(ROLES)))
    except Exception as fault:
        print(f"  a visitor's fault: {type(fault).__name__}: {fault}", file=sys.stderr)
        seen.errors += 1
    seen.errors += visitor.faults
    await asyncio.sleep(max(0, ends - time.monotonic()))
    await visitor.leave()


async def crowd(port: int, process: int, count: int, seconds: float, think: float) -> Seen:
    """Let a crowd come, after one visitor who warms the app up; return what they saw."""
    seen = Seen()
    warm = Visitor(port)
    for _ in range(3):
        await warm.arrive()
        await warm.pick(ROLES[0])
        await warm.leave()
    seen.before, began = memory(process), work(process)
    ends = time.monotonic() + RAMP + seconds
    crowd = [asyncio.create_task(visit(port, seen, number, ends, think)) for number in range(count)]
    await asyncio.sleep(RAMP + seconds - 0.2)
    seen.after = memory(process)
    await asyncio.gather(*crowd)
    seen.worked = (work(process) - began) / max(1, len(seen.runs) + len(seen.first))
    return seen


def measured(count: int, seconds: float, think: float) -> bool:
    """Measure both apps with so many sessions and print a row for each; return whether the targets were met."""
    found: dict[str, Seen] = {}
    with tempfile.TemporaryDirectory() as home:
        empty = Path(home) / "empty.py"
        empty.write_text(EMPTY)
        for name, script in (("empty", str(empty)), ("product", "app.py")):
            with served(script) as (port, process):
                found[name] = asyncio.run(crowd(port, process, count, seconds, think))
            print(row(name, count, found[name]), flush=True)
    ours, none = found["product"], found["empty"]
    ratio, beyond = at(ours.runs, 0.95) / at(none.runs, 0.95), ours.session(count) - none.session(count)
    print(
        f"  p95 is {ratio:.2f} × the empty app's (at most {TARGET}); a session weighs {beyond:.0f} kB more (at most {HEAVIEST})"
    )
    return ratio <= TARGET and beyond <= HEAVIEST and not ours.errors


def row(name: str, count: int, seen: Seen) -> str:
    """Return what one app's sessions saw, in a line."""
    first = f"first p50/p95 {at(seen.first, 0.5):.0f}/{at(seen.first, 0.95):.0f} ms"
    runs = f"run p50/p95/p99 {at(seen.runs, 0.5):.0f}/{at(seen.runs, 0.95):.0f}/{at(seen.runs, 0.99):.0f} ms (n={len(seen.runs)})"
    return f"{name:8} {count:4} sessions: {first}, {runs}, processor {seen.worked:.1f} ms/run, errors {seen.errors}, {seen.before // 1024}→{seen.after // 1024} MB"


def main() -> int:
    """Measure for each number of sessions."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--sessions", type=int, nargs="+", default=[50, 100, 200])
    options.add_argument("--seconds", type=float, default=20)
    options.add_argument("--think", type=float, default=5, help="mean seconds between a visitor's presses")
    asked = options.parse_args()
    met = [measured(count, asked.seconds, asked.think) for count in asked.sessions]
    return 0 if all(met) else 1


if __name__ == "__main__":
    sys.exit(main())
