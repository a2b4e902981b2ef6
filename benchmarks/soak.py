"""Visitors who come and go for a long time: memory stays flat and nothing fails.

    python benchmarks/soak.py --minutes 10 --visitors 30

Sessions are given back after two minutes (disconnectedSessionTTL), so the growth is counted from the third minute, or
from the first when the run is shorter. Target: at most 5 %. Ends with 1 when it is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/soak.py`

from benchmarks.sessions import ROLES, memory, served
from benchmarks.visitor import Visitor

MOST = 0.05
SETTLED = 180.0  # seconds until as many sessions are given back as are made
STAY = 4  # presses of a visitor before leaving
THINK = 2.0  # mean seconds between presses


async def walk(port: int, seat: int, ends: float, counts: dict[str, int]) -> None:
    """Come and go until the time is out."""
    chance = random.Random(seat)  # noqa: S311 - no secret
    while time.monotonic() < ends:
        visitor = Visitor(port)
        try:
            await visitor.arrive()
            for _ in range(STAY):
                await asyncio.sleep(chance.expovariate(1 / THINK))
                await visitor.pick(chance.choice(ROLES))
                counts["runs"] += 1
            await visitor.leave()
        except Exception as fault:
            print(f"  a visitor's fault: {type(fault).__name__}: {fault}", file=sys.stderr)
            counts["errors"] += 1
        counts["visits"] += 1
        counts["errors"] += visitor.faults


async def soak(
    port: int, process: int, seconds: float, visitors: int
) -> tuple[list[tuple[float, int]], dict[str, int]]:
    """Return the memory (kB) by second, and what was counted."""
    counts = {"visits": 0, "runs": 0, "errors": 0}
    began = time.monotonic()
    crowd = [asyncio.create_task(walk(port, seat, began + seconds, counts)) for seat in range(visitors)]
    levels = []
    while time.monotonic() < began + seconds:
        await asyncio.sleep(10)
        levels.append((time.monotonic() - began, memory(process)))
        print(f"{levels[-1][0]:5.0f} s  {levels[-1][1] / 1024:6.1f} MB  {counts}", flush=True)
    await asyncio.gather(*crowd)
    return levels, counts


def main() -> int:
    """Soak, and compare the end's memory with the settled one."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("--minutes", type=float, default=10)
    options.add_argument("--visitors", type=int, default=30)
    asked = options.parse_args()
    with served("app.py") as (port, process):
        levels, counts = asyncio.run(soak(port, process, asked.minutes * 60, asked.visitors))
    start = SETTLED if asked.minutes * 60 > 2 * SETTLED else 60.0
    settled = next(level for at, level in levels if at >= min(start, levels[-1][0]))
    growth = levels[-1][1] / settled - 1
    print(
        f"{counts['visits']} visits, {counts['runs']} runs, {counts['errors']} errors; memory {growth:+.1%} since second {start:.0f}"
    )
    return 0 if growth <= MOST and not counts["errors"] else 1


if __name__ == "__main__":
    sys.exit(main())
