"""The search graph of a model: every state that `rules` allows, numbered (`place`), and the moves between them."""

from __future__ import annotations

from functools import lru_cache
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from careerpaths.analysis.routes.rules import Rules, State, cost_of

UNREACHABLE = 1 << 200
"""The cost to a goal from a state that does not lead there."""


GOALS_REMEMBERED = 64
"""Size of the cache of `costs_to`."""


class Move(NamedTuple):
    """An edge: its cost, the state and role it leads to, its requirements (bit set), and its step's number."""

    cost: int
    place: int
    role: int
    needs: int
    step: int


class Opening(NamedTuple):
    """How a route can begin: the roles held then (a bit set), which one lies beneath, and the first moves."""

    held: int
    base: int
    moves: tuple[Move, ...]


class StateSpace:
    """Every state reachable by the rules, with the moves out of it and into it."""

    def __init__(self, rules: Rules) -> None:
        """Walk all the moves once."""
        self.rules = rules
        self._cost = tuple(cost_of(step) for step in rules.model.steps)
        self._needs = tuple(rules.needs(one.id for one in step.requires) for step in rules.model.steps)
        self._places: dict[State, int] = {}
        self.states: list[State] = []
        self.moves: list[tuple[Move, ...]] = []
        self._into: list[list[tuple[int, int]]] = []
        self.costs_to = lru_cache(GOALS_REMEMBERED)(self._costs_to)
        for state in rules.states():
            self._place(state)
        while len(self.moves) < len(self.states):
            self._connect(len(self.moves))

    def _place(self, state: State) -> int:
        place = self._places.setdefault(state, len(self.states))
        if place == len(self.states):
            self.states.append(state)
            self._into.append([])
        return place

    def _connect(self, place: int) -> None:
        moves = self.moves_from(self.states[place])
        self.moves.append(moves)
        for move in moves:
            self._into[move.place].append((move.cost, place))

    def moves_from(self, state: State) -> tuple[Move, ...]:
        """Return the moves out of a state, in the order of the file."""
        return tuple(self._move(step, after) for step, after in self.rules.onward(state))

    def _move(self, step: int, after: State) -> Move:
        return Move(self._cost[step], self._place(after), after.role, self._needs[step], step)

    def openings(self, start: int, goal: int | None = None) -> tuple[Opening, ...]:
        """Return how a route begins; in an assignment, from it or from a role beneath it, unless that is the goal."""
        bases = self.rules.beside[start]
        if not bases:
            return (Opening(1 << start, start, self.moves_from(self.rules.begin(start, start))),)
        return tuple(self.ending(start, base) if base == goal else self._beginning(start, base) for base in bases)

    def _beginning(self, start: int, base: int) -> Opening:
        """Return the moves out of an assignment, and those out of its base to where it has no step of its own."""
        own = self.moves_from(self.rules.begin(start, base))
        taken = {move.role for move in own}
        others = (move for move in self.moves_from(self.rules.begin(base, base)) if move.role not in taken)
        return Opening(1 << start | 1 << base, base, (*own, *others))

    def ending(self, start: int, base: int) -> Opening:
        """Return the moves that only end the assignment `start`, back to the role it is held beside."""
        back = (step for step in self.rules.out[start] if self.rules.number[self.rules.model.steps[step].end] == base)
        place = next(place for place, state in enumerate(self.states) if state.role == base)
        moves = tuple(Move(self._cost[step], place, base, self._needs[step], step) for step in back)
        return Opening(1 << start, base, moves)

    def _costs_to(self, goal: int) -> tuple[int, ...]:
        """Return the least cost from each place to a role, `UNREACHABLE` where there is none."""
        ahead = [0 if state.role == goal else UNREACHABLE for state in self.states]
        heap = [(0, place) for place, cost in enumerate(ahead) if cost == 0]
        heapify(heap)
        while heap:
            cost, place = heappop(heap)
            if cost > ahead[place]:
                continue
            for more, source in self._into[place]:
                if cost + more < ahead[source]:
                    ahead[source] = cost + more
                    heappush(heap, (cost + more, source))
        return tuple(ahead)
