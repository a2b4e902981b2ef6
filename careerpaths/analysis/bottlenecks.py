"""Bottlenecks: roles and steps that many routes depend on, found with dominators (`networkx.immediate_dominators`).

A pair of roles depends on a role or step when every path from the one to the other passes it. That is stricter than
betweenness, which counts shortest paths only, and it is a fact about the graph rather than a measure of likelihood.
Steps that leave working life are left out.

Where a role can be reached in one way only, the last stretch of that way carries all pairs that end there; the same
holds for where one begins. That is no bottleneck: more than one goal and more than one start hang on a true one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

import networkx as nx

from careerpaths.model.model import Model, Role, Step, StepKind

MOST_WALKED = 200_000
"""Limit of roles × steps. A larger model is sampled: paths are followed from evenly spread roles only. One of 200 roles
and 1,000 steps is still counted in full."""


@dataclass(frozen=True)
class Bottleneck:
    """A role or step, and how many of `pairs` (two connected roles) have no path without it (`dependent`).

    The two ends do not count, so a pair joined by a single step depends on nothing.
    """

    place: Role | Step
    dependent: int
    pairs: int


def bottlenecks(model: Model) -> tuple[Bottleneck, ...]:
    """Return the true bottlenecks, most pairs first, then in the order of the file."""
    staying = [step for step in model.steps if step.kind is not StepKind.OUT]
    graph: nx.DiGraph[str] = nx.DiGraph((step.start, step.end, {"id": step.id}) for step in staying)
    starts = [role.id for role in model.roles if role.id in graph]
    every = -(-len(starts) * len(staying) // MOST_WALKED) or 1
    dependent: dict[str, list[tuple[str, str]]] = defaultdict(list)
    pairs = 0
    for start in starts[::every]:
        tree = _DominatorTree(graph, start)
        pairs += len(tree.above)
        for place, end in tree.dependent():
            dependent[place].append((start, end))
    places: tuple[Role | Step, ...] = (*model.roles, *model.steps)
    found = (Bottleneck(place, len(dependent[place.id]), pairs) for place in places if _is_true(dependent[place.id]))
    return tuple(sorted(found, key=lambda one: -one.dependent))


def _is_true(hanging: list[tuple[str, str]]) -> bool:
    """Return whether pairs with different starts and different ends hang on a place."""
    return all(len({*ends}) > 1 for ends in zip(*hanging, strict=True)) if hanging else False


class _DominatorTree:
    """Dominator tree of one start: the parent (`above`) of a role is the last role that every path to it passes."""

    def __init__(self, graph: nx.DiGraph[str], start: str) -> None:
        self.graph = graph
        self.start = start
        self.above: dict[str, str] = {one: by for one, by in nx.immediate_dominators(graph, start).items() if by}
        self.above.pop(start, None)
        self.lineage: dict[str, tuple[str, ...]] = {start: (start,)}
        self.below: dict[str, list[str]] = defaultdict(list)
        for role in self.above:
            for passed in self._lineage(role)[:-1]:
                self.below[passed].append(role)

    def _lineage(self, role: str) -> tuple[str, ...]:
        """Return the dominators of a role, from the start to the role itself."""
        unknown = []
        while role not in self.lineage:
            unknown.append(role)
            role = self.above[role]
        for one in reversed(unknown):
            self.lineage[one] = (*self.lineage[role], one)
            role = one
        return self.lineage[role]

    def dependent(self) -> Iterator[tuple[str, str]]:
        """Yield the id of each role and step with every role whose paths all pass it."""
        for role, above in self.above.items():
            yield from ((role, end) for end in self.below[role])
            if self._is_only_step(above, role):
                step = str(self.graph.edges[above, role]["id"])
                beyond = self.below[role] if above == self.start else [role, *self.below[role]]
                yield from ((step, end) for end in beyond)

    def _is_only_step(self, above: str, role: str) -> bool:
        """Whether the edge above → role is the only way in: all other edges come from roles dominated by it."""
        others = (one for one in self.graph.pred[role] if one != above and one in self.lineage)
        return self.graph.has_edge(above, role) and all(role in self.lineage[one] for one in others)
