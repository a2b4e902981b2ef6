"""How long three routes take, beside plain `networkx.shortest_simple_paths` and a filter.

Run it with `python benchmarks/routes.py`. The plain way lists simple paths by typical years, and keeps those that
follow the rules and differ, until it has three. It is stopped after `PLAIN_SECONDS` a pair, so its times and the ratio
are then at least what is shown.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import median, quantiles

import networkx as nx

sys.path.insert(0, str(Path(__file__).parents[1]))  # so that it also runs as a file: `python benchmarks/routes.py`

from benchmarks.generated import anywhere, organisation
from careerpaths.analysis.routes.finder import RouteFinder
from careerpaths.analysis.routes.rules import Rules, typical_years
from careerpaths.model.model import Model
from careerpaths.reading.model import read_model

SHIPPED = Path(__file__).parent.parent / "data" / "roles.yaml"
PAIRS, PLAIN_PAIRS, PLAIN_SECONDS = 300, 8, 3.0
Pair = tuple[str, str]


class Plain:
    """Three routes with `shortest_simple_paths` and a filter."""

    def __init__(self, model: Model) -> None:
        """Build the graph, weighted by typical years."""
        self.rules = Rules(model)
        self.graph: nx.DiGraph[str] = nx.DiGraph()
        self.graph.add_nodes_from(role.id for role in model.roles)
        for step in model.steps:
            self.graph.add_edge(step.start, step.end, years=typical_years(step))

    def routes(self, start: str, goal: str) -> tuple[list[list[str]], bool]:
        """Return up to three paths that follow the rules and differ, and whether time was enough."""
        chosen: list[list[str]] = []
        stop = time.perf_counter() + PLAIN_SECONDS
        for path in self._paths(start, goal):
            if self._follows(path) and all(_differ(path, other) for other in chosen):
                chosen.append(path)
            if len(chosen) == 3:
                break
            if time.perf_counter() > stop:
                return chosen, False
        return chosen, True

    def _paths(self, start: str, goal: str) -> Iterator[list[str]]:
        if nx.has_path(self.graph, start, goal):
            yield from nx.shortest_simple_paths(self.graph, start, goal, weight="years")

    def _follows(self, path: list[str]) -> bool:
        """Return whether a path keeps the rules for assignments and for leaving."""
        numbers = [self.rules.number[role] for role in path]
        standings = [self.rules.begin(numbers[0], base) for base in self.rules.beside[numbers[0]] or (numbers[0],)]
        for number in numbers[1:]:
            onward = (after for standing in standings for _, after in self.rules.onward(standing))
            standings = [after for after in onward if after.role == number]
        return bool(standings)


def _differ(path: list[str], other: list[str]) -> bool:
    one, two = set(path[1:-1]), set(other[1:-1])
    return len(one & two) <= 0.6 * len(one | two) and bool(one | two)


@dataclass(frozen=True)
class Timing:
    """Seconds a pair, and how many pairs were not finished."""

    seconds: list[float]
    stopped: int = 0

    def __str__(self) -> str:
        """Return total, median, 95th percentile and longest in milliseconds."""
        p95 = quantiles(self.seconds, n=20)[-1] if len(self.seconds) > 1 else self.seconds[0]
        numbers = (sum(self.seconds), median(self.seconds), p95, max(self.seconds))
        return " ".join(f"{1000 * number:11.1f}" for number in numbers)


def main() -> None:
    """Print one table: each model, ours and the plain way, in milliseconds."""
    print(f"{'milliseconds':42}{'pairs':>6} {'all pairs':>11} {'median':>11} {'p95':>11} {'longest':>11}")
    shipped = read_model(SHIPPED)
    every = [(one.id, other.id) for one in shipped.roles for other in shipped.roles if one is not other]
    _compare("shipped model", shipped, every, every)
    for name, model in (("organisation", organisation()), ("anywhere", anywhere())):
        pairs = _sample(model)
        _compare(f"{name}, {len(model.roles)} roles, {len(model.steps)} steps", model, pairs, pairs[:PLAIN_PAIRS])


def _sample(model: Model) -> list[Pair]:
    """Return pairs where a route exists, each goal once so that nothing is remembered from the pair before."""
    random = Random(11)  # noqa: S311 - the same pairs every time
    graph = Plain(model).graph
    starts = random.sample([role.id for role in model.roles], PAIRS * 2)
    goals = random.sample([role.id for role in model.roles], PAIRS * 2)
    pairs = [pair for pair in zip(starts, goals, strict=True) if pair[0] != pair[1] and nx.has_path(graph, *pair)]
    return pairs[:PAIRS]


def _compare(name: str, model: Model, pairs: list[Pair], plain_pairs: list[Pair]) -> None:
    began = time.perf_counter()
    finder = RouteFinder(model)
    index = time.perf_counter() - began
    ours = _timed(lambda start, goal: finder.routes(start, goal) is not None, pairs)
    finder = RouteFinder(model)
    same = _timed(lambda start, goal: finder.routes(start, goal) is not None, plain_pairs)
    plain = Plain(model)
    theirs = _timed(lambda start, goal: plain.routes(start, goal)[1], plain_pairs)
    ratio = sum(theirs.seconds) / sum(same.seconds)
    print(f"\n{name}  (index once: {1000 * index:.0f} ms)")
    print(f"{'  careerpaths.analysis.routes.finder':42}{len(pairs):6} {ours}")
    stopped = f", {theirs.stopped} stopped" if theirs.stopped else ""
    print(f"{'  shortest_simple_paths + filter' + stopped:42}{len(plain_pairs):6} {theirs}")
    print(f"  ratio on the same {len(plain_pairs)} pairs: {'≥ ' if theirs.stopped else ''}{ratio:.0f}×")


def _timed(ask: Callable[[str, str], bool], pairs: list[Pair]) -> Timing:
    """Return how long each pair takes; `ask` says whether it got to the end."""
    seconds, done = [], []
    for pair in pairs:
        began = time.perf_counter()
        done.append(ask(*pair))
        seconds.append(time.perf_counter() - began)
    return Timing(seconds, done.count(False))


if __name__ == "__main__":
    main()
