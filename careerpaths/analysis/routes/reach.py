"""Roles reachable within some years, with the smallest sets of new requirements, and roles that take longer.

A label is a path to a state: its years and its set of new requirements. One that is no quicker and asks no less
than another at the same state is dropped, so what stays at a role are its smallest sets, the quickest first.
Leaving working life is always open and nothing one reaches, so roles outside are listed only on the way in.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from heapq import heappop, heappush
from math import inf
from typing import NamedTuple

from careerpaths.analysis.routes.route import Route, StepPath, route_of
from careerpaths.analysis.routes.rules import STEPS, UNITS, Phase, Rules
from careerpaths.analysis.routes.state_space import Move, StateSpace
from careerpaths.model.model import Role

MOST_SETS, LABEL_BUDGET = 8, 5_000
"""Labels kept at a state, the quickest first; and labels settled until only the quickest one at a state is kept.
The shipped model comes near neither, so there every smallest set is found."""


@dataclass(frozen=True)
class Reach:
    """A role that can be reached: a route for each smallest set of new requirements, the quickest first."""

    role: Role
    routes: tuple[Route, ...]

    @property
    def years(self) -> float:
        """Return the typical years of the quickest route."""
        return self.routes[0].years


class _Label(NamedTuple):
    """A path to a state (`place`, its number), ordered by years, new requirements, steps, order of the file."""

    years: int
    news: int
    cost: int
    steps: tuple[int, ...]
    place: int
    needs: int
    visited: int
    base: int
    last: bool = False


class _LabelQueue:
    """Priority queue of labels from a start; with `sets` False only the quickest path to each state is kept."""

    def __init__(self, space: StateSpace, start: int, known: int, sets: bool = True) -> None:
        self.space = space
        self.sets = sets
        self.heap: list[_Label] = []
        self.settled: dict[int, list[_Label]] = {}
        bases = space.rules.beside
        apart = {role for role, beside in enumerate(bases) if len(beside) > 1} | set(bases[start])
        self.apart = sum(1 << role for role in apart)
        self.known = known
        self.label_budget = LABEL_BUDGET
        for opening in space.openings(start):
            self._extend(_Label(0, 0, 0, (), -1, known, opening.held, opening.base), opening.moves)
        for base in bases[start]:
            ending = space.ending(start, base)
            self._extend(_Label(0, 0, 0, (), -1, known, ending.held, base), ending.moves, last=True)

    def until(self, years: float) -> Iterator[_Label]:
        """Yield the labels up to some typical years, the quickest first."""
        while self.heap and self.heap[0].years <= years * UNITS + 1:
            label = heappop(self.heap)
            if label.last:
                yield label
            elif not self._dominated(label):
                self.label_budget -= 1
                self.settled.setdefault(label.place, []).append(label)
                self._extend(label, self.space.moves[label.place])
                yield label

    def _dominated(self, label: _Label) -> bool:
        """Return whether another label here is as good, and has passed nothing that only this one can still visit.

        That matters for what can be held in several ways: assignments with many bases, and the bases at the start.
        """
        here = self.settled.get(label.place, ())
        return len(here) >= (MOST_SETS if self.label_budget > 0 else 1) or any(
            not one.visited & self.apart & ~label.visited and not (self.sets and one.needs & ~label.needs)
            for one in here
        )

    def _extend(self, label: _Label, moves: tuple[Move, ...], last: bool = False) -> None:
        for move in moves:
            if not label.visited >> move.role & 1:
                cost, needs = label.cost + move.cost, label.needs | move.needs
                news = needs.bit_count() - self.known.bit_count()
                front = (cost // STEPS, news, cost, (*label.steps, move.step), move.place, needs)
                heappush(self.heap, _Label(*front, label.visited | 1 << move.role, label.base, last))


def reachable_roles(space: StateSpace, start: int, years: float, has: frozenset[str]) -> tuple[Reach, ...]:
    """Return the roles within some typical years, nearest first, then in the order of the file."""
    rules = space.rules
    known = rules.known(start, has)
    found: dict[int, list[_Label]] = {}
    for label in _LabelQueue(space, start, rules.needs(known)).until(years):
        if space.states[label.place].phase is not Phase.AFTER:
            _keep(found.setdefault(space.states[label.place].role, []), label)
    reaches = (_reach(rules, start, labels, known) for _, labels in sorted(found.items()))
    return tuple(sorted(reaches, key=lambda reach: reach.years))


def _keep(smallest: list[_Label], label: _Label) -> None:
    if not any(not one.needs & ~label.needs for one in smallest):
        smallest.append(label)


def quickest_routes(space: StateSpace, start: int, has: frozenset[str], leaving: bool) -> tuple[Reach, ...]:
    """Return every role that can ever be reached, nearest first; what comes after working life if `leaving`."""
    rules = space.rules
    known = rules.known(start, has)
    found: dict[int, _Label] = {}
    for label in _LabelQueue(space, start, rules.needs(known), sets=False).until(inf):
        if leaving or space.states[label.place].phase is not Phase.AFTER:
            found.setdefault(space.states[label.place].role, label)
    reaches = (_reach(rules, start, [label], known) for _, label in sorted(found.items()))
    return tuple(sorted(reaches, key=lambda reach: reach.years))


def _reach(rules: Rules, start: int, labels: list[_Label], known: frozenset[str]) -> Reach:
    routes = tuple(route_of(rules, StepPath(label.steps, start, label.base), known) for label in labels)
    return Reach(routes[0].goal, routes)
