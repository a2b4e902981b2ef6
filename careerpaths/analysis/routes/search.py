"""Exact search for the best path to a role that differs enough from the paths already chosen.

A label is a path from the start to a state (`place`, its number). Labels are taken in the order of a lower bound of
the whole cost (years, steps, new requirements, then the order of the file), as in A*, so the first label at the goal
that differs enough is the best one. A label is dropped when another at the same state dominates it: is as good in cost,
similarity to the chosen paths and requirements.

The dominating label may have passed a role that only the dropped one can still visit. So a label that would visit a
role twice goes on as a ghost. A ghost that nothing dominates makes its role `critical`: the search runs again, and now
a label is dropped only for one that has passed no critical role it has not passed itself. Without such ghosts the
answer is exact. (Decremental state space relaxation; Righini and Salani 2008.)
"""

from __future__ import annotations

from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from careerpaths.analysis.routes.state_space import UNREACHABLE, Move, Opening, StateSpace

LABEL_BUDGET = 4_000
"""Labels examined for one path before a coarser search takes over, which always ends but may miss the best path.

The shipped model needs 75, ordinary models of 2,000 roles some hundred; only grids of equally quick paths need more."""

SAME, OTHER, LIMIT, FREE = 5, -3, 3, -2
"""Jaccard ≤ 0.6 counted role by role: of n here and m there, s shared: s / (n + m - s) ≤ 3/5 when 5s - 3(n - s) ≤ 3m.
A shared role adds 5, another takes 3 away. At -2m nothing that follows can bring the sum above the limit."""


@dataclass(frozen=True)
class SearchQuery:
    """Input of a search: openings, goal, and the least cost from each state to it (`ahead`).

    Bit sets: `known` is the requirements met, `chosen` the roles between start and goal of each path chosen already.
    """

    openings: tuple[Opening, ...]
    goal: int
    ahead: tuple[int, ...]
    known: int
    chosen: tuple[int, ...] = ()


class FoundPath(NamedTuple):
    """A path: its step numbers, and the number of its opening."""

    steps: tuple[int, ...]
    opening: int


class _Label(NamedTuple):
    """A path to a state, in the order of the queue; `similarity` is the running sum for each chosen path."""

    bound: int
    news: int
    steps: tuple[int, ...]
    place: int
    cost: int
    needs: int
    visited: int
    similarity: tuple[int, ...]
    opening: int
    ghost: bool


def best_path(space: StateSpace, query: SearchQuery) -> FoundPath | None:
    """Return the best way that differs enough from those chosen, or None if there is none within `LABEL_BUDGET`."""
    critical, label_budget = 0, LABEL_BUDGET
    while True:
        search = _Search(space, query, critical, label_budget)
        label = search.run()
        label_budget -= search.looked_at
        if label_budget <= 0:
            return _coarse(space, query)
        if not search.blocked:
            return FoundPath(label.steps, label.opening) if label else None
        critical |= search.blocked


def _coarse(space: StateSpace, query: SearchQuery) -> FoundPath | None:
    """Return a path found with dominance by cost and similarity alone; without a label limit for the first path."""
    label = _Search(space, query, 0, LABEL_BUDGET if query.chosen else inf, coarse=True).run()
    return FoundPath(label.steps, label.opening) if label else None


class _Search:
    """One run over the labels."""

    def __init__(
        self, space: StateSpace, query: SearchQuery, critical: int, label_budget: float, coarse: bool = False
    ) -> None:
        self.space = space
        self.query = query
        self.critical = critical
        self.label_budget = label_budget
        self.coarse = coarse
        self.looked_at = 0
        self.blocked = 0
        self.heap: list[_Label] = []
        self.settled: dict[int, list[_Label]] = {}
        self.limits = tuple(LIMIT * way.bit_count() for way in query.chosen)
        self.floors = tuple(FREE * way.bit_count() for way in query.chosen)

    def run(self) -> _Label | None:
        """Return the best label at the goal; `blocked` then holds the roles that ghosts stood at."""
        nothing = (0,) * len(self.limits)
        for number, opening in enumerate(self.query.openings):
            first = _Label(0, 0, (), -1, 0, self.query.known, opening.held, nothing, number, False)
            self._extend(first, opening.moves)
        while self.heap and self.looked_at < self.label_budget:
            label = heappop(self.heap)
            self.looked_at += 1
            if self._at_goal(label):
                if self._differs(label):
                    return label
            elif not self._dominated(label):
                self._settle(label)
        return None

    def _at_goal(self, label: _Label) -> bool:
        return self.space.states[label.place].role == self.query.goal

    def _differs(self, label: _Label) -> bool:
        direct = len(label.steps) == 1 and 0 in self.query.chosen
        return not direct and all(mine <= limit for mine, limit in zip(label.similarity, self.limits, strict=True))

    def _settle(self, label: _Label) -> None:
        if label.ghost:
            self.blocked |= 1 << self.space.states[label.place].role
            return
        self.settled.setdefault(label.place, []).append(label)
        self._extend(label, self.space.moves[label.place])

    def _dominated(self, label: _Label) -> bool:
        return any(self._dominates(one, label) for one in self.settled.get(label.place, ()))

    def _dominates(self, one: _Label, label: _Label) -> bool:
        """Whether `one`, which costs no more, dominates `label`."""
        if any(mine > its for mine, its in zip(one.similarity, label.similarity, strict=True)):
            return False
        if self.coarse:
            return True
        if one.visited & self.critical & ~label.visited:
            return False
        return one.cost < label.cost or (not one.needs & ~label.needs and one.steps <= label.steps)

    def _extend(self, label: _Label, moves: tuple[Move, ...]) -> None:
        ahead, known = self.query.ahead, self.query.known.bit_count()
        for move in moves:
            left = ahead[move.place]
            ghost = bool(label.visited >> move.role & 1)
            if left == UNREACHABLE or (ghost and (self.coarse or self.critical >> move.role & 1)):
                continue
            cost, needs = label.cost + move.cost, label.needs | move.needs
            front = (cost + left, needs.bit_count() - known, (*label.steps, move.step), move.place, cost, needs)
            similarity = self._likeness(label, move.role)
            heappush(self.heap, _Label(*front, label.visited | 1 << move.role, similarity, label.opening, ghost))

    def _likeness(self, label: _Label, role: int) -> tuple[int, ...]:
        if role == self.query.goal:
            return label.similarity
        towards = zip(label.similarity, self.query.chosen, self.floors, strict=True)
        return tuple(
            max(floor, similarity + (SAME if way >> role & 1 else OTHER)) for similarity, way, floor in towards
        )
