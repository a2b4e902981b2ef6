"""How long a plan of 5,000 rows and 20,000 links takes to read both ways and to flag, beside naive path listing.

Run it with `python benchmarks/plan.py`. The naive way lists every simple path with `networkx.all_simple_paths`, from a
challenge to the results and from an activity back to the challenges, and collects the rows it meets; for the flags it
does so for every pair of a challenge and an expected result, and intersects the paths of each. It answers for fewer
rows, since it takes much longer; the ratios are over those.
"""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from random import Random
from statistics import median, quantiles

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/plan.py`

from careerpaths.analysis.plan.graph import PlanGraph
from careerpaths.analysis.plan.loose_ends import flags
from careerpaths.model.model import Level, Line, Text
from careerpaths.model.plan import Evidence, Item, ItemType, ResultKind, may_lead

ROWS, LINKS = 5_000, 20_000
NAIVE_ROWS = 10
MIXED = {
    ItemType.MISSION: 10,
    ItemType.CHALLENGE: 490,
    ItemType.CAUSE: 300,
    ItemType.NEED: 800,
    ItemType.PREREQUISITE: 700,
    ItemType.ACTIVITY: 1_800,
    ItemType.RESULT: 900,
}
"""How many rows of each type, as in a real plan: many activities, few missions."""


def plan(seed: int = 1) -> PlanGraph:
    """Return a plan where most links lead one place on, and some skip places."""
    random = Random(seed)  # noqa: S311 - the same plan for the same seed
    items = [_item(kind, number, random) for kind, count in MIXED.items() for number in range(count)]
    links: dict[tuple[str, str], None] = {}
    near = _near(items)
    while len(links) < LINKS:
        start = random.choice(items)
        if near[start.type]:
            links[start.id, random.choice(near[start.type])] = None
    graph = PlanGraph(items, links)
    if len(graph.items) != ROWS or len(graph.links()) != LINKS:
        raise ValueError("the plan has not the rows and links that are measured")
    return graph


def _item(kind: ItemType, number: int, random: Random) -> Item:
    result = random.choice(tuple(ResultKind)) if kind is ItemType.RESULT else None
    levels = tuple(random.sample(tuple(Level), random.choice((1, 1, 2))))
    name = f"{kind}-{number}"
    return Item(name, kind, Line("", Text(name)), levels, evidence=random.choice(tuple(Evidence)), result=result)


def _near(items: list[Item]) -> dict[ItemType, list[str]]:
    """Return what each type may lead on to; the next type three times as often as those further on."""
    order = tuple(ItemType)
    near: dict[ItemType, list[str]] = {}
    for kind in order:
        later = [item for item in items if may_lead(kind, item.type)]
        first = min((order.index(item.type) for item in later), default=0)
        near[kind] = [item.id for item in later for _ in range(3 if order.index(item.type) <= first + 1 else 1)]
    return near


class Naive:
    """The same questions with every simple path."""

    def __init__(self, graph: PlanGraph) -> None:
        """Take the links."""
        self.graph: nx.DiGraph[str] = nx.DiGraph(graph.links())
        self.graph.add_nodes_from(item.id for item in graph.items)
        self.turned = self.graph.reverse()
        self.challenges = [item.id for item in graph.of_type(ItemType.CHALLENGE)]
        self.results = [item.id for item in graph.of_type(ItemType.RESULT)]

    def forward(self, challenge: str) -> set[str]:
        """Return the rows on any path from a challenge to a result."""
        paths = nx.all_simple_paths(self.graph, challenge, self.results)
        return {row for path in paths for row in path}

    def backward(self, activity: str) -> set[str]:
        """Return the rows on any path from an activity back to a challenge."""
        paths = nx.all_simple_paths(self.turned, activity, self.challenges)
        return {row for path in paths for row in path}

    def stands_on(self, challenge: str) -> dict[str, set[str]]:
        """Return, for each result of a challenge, the rows that every path there passes."""
        reached = [one for one in self.results if one in nx.descendants(self.graph, challenge)]
        paths = {one: nx.all_simple_paths(self.graph, challenge, one) for one in reached}
        return {one: set.intersection(*(set(path) for path in several)) for one, several in paths.items()}


def main() -> None:
    """Print one table: both directions and the flags, in milliseconds, and how many times slower the naive way is."""
    began = time.perf_counter()
    graph = plan()
    print(f"{len(graph.items)} rows, {len(graph.links())} links; made and indexed in {_since(began):.0f} ms")
    print(f"{os.cpu_count()} processors with {os.getloadavg()[0]:.1f} programs waiting for them\n")
    print(f"{'milliseconds':32}{'rows':>6}{'median':>10}{'p95':>10}{'longest':>10}{'naive':>12}{'ratio':>9}")
    naive = Naive(graph)
    challenges = [item.id for item in graph.of_type(ItemType.CHALLENGE)]
    activities = [item.id for item in graph.of_type(ItemType.ACTIVITY)]
    _compare("from challenge (limit p95 50)", challenges, graph.forward, naive.forward)
    _compare("from activity (limit p95 50)", activities, graph.backward, naive.backward)
    _flags(graph, naive)


def _flags(graph: PlanGraph, naive: Naive) -> None:
    """Print how long all flags take; the naive way only looks for what stands on one assumption."""
    times = _times(lambda _: flags(graph), ["once"] * 9)
    slow = _times(naive.stands_on, naive.challenges[:: len(naive.challenges) // NAIVE_ROWS][:NAIVE_ROWS])
    whole = sum(slow) * len(naive.challenges) / len(slow)
    p95 = quantiles(times, n=20, method="inclusive")[-1]
    numbers = f"{median(times):10.0f}{p95:10.0f}{max(times):10.0f}{whole:12.0f}"
    began = time.process_time()
    found = len(flags(graph))
    used = 1000 * (time.process_time() - began)
    print(
        f"{'all flags (limit 1000)':32}{found:6}{numbers}{whole / median(times):8.0f}×   ({used:.0f} ms of a processor)"
    )


def _compare(name: str, rows: list[str], ours: Callable[[str], object], naive: Callable[[str], object]) -> None:
    times = _times(ours, rows)
    some = rows[:: len(rows) // NAIVE_ROWS][:NAIVE_ROWS]
    slow, quick = _times(naive, some), _times(ours, some)
    p95 = quantiles(times, n=20)[-1]
    numbers = f"{median(times):10.2f}{p95:10.2f}{max(times):10.2f}{median(slow):12.1f}"
    print(f"{name:32}{len(rows):6}{numbers}{sum(slow) / sum(quick):8.0f}×")


def _times(ask: Callable[[str], object], rows: Iterable[str]) -> list[float]:
    taken = []
    for row in rows:
        began = time.perf_counter()
        ask(row)
        taken.append(_since(began))
    return taken


def _since(began: float) -> float:
    """Return the milliseconds since a moment."""
    return 1000 * (time.perf_counter() - began)


if __name__ == "__main__":
    main()
