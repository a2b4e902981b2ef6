"""Where a person can stand on the way, and which moves lead on: the rules that every route follows.

* A position is left when the next is taken. An assignment with `beside` is held beside a position: it can be
  taken only from a role it may stand beside, and a step out of it requires that this role is still the one held.
  So on a route an assignment is followed by a step out of it; a step not out of it would make it a detour.
* Going back from an assignment to a role it stands beside only ends the assignment. It is no way to anywhere.
* «Outside» is a role that one is not employed as and that is no assignment (a student, someone who left).
  A route may begin outside and end outside. One that leaves working life and comes back is another network
  (`returning=True`), asked only when this one has no route.
* «Every employed role → …» (`Step.wildcard`) is open wherever one stands, so a route takes it from the first
  employed role it holds: working somewhere else first would be a detour.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import IntEnum
from typing import NamedTuple

from careerpaths.content.model import Model, RequirementKind, Role, RoleKind, Step, StepKind

UNITS = 2_000_000
"""Half-millionths of a year: times with six decimals, and their means, are whole numbers, so sums are exact."""

STEPS = 1 << 20
"""A cost is years first, then steps: `units * STEPS + steps`."""


class Phase(IntEnum):
    """How far a working life has come: outside before it, in the first role, in a later one, outside again."""

    BEFORE = 0
    FIRST = 1
    LATER = 2
    AFTER = 3


class Standing(NamedTuple):
    """A role held, and the role it is held beside (itself, unless it is an assignment), by number in the file."""

    role: int
    base: int
    phase: Phase


class Move(NamedTuple):
    """One step between two standings, in numbers: `needs` is a bit set of requirements."""

    cost: int
    place: int
    role: int
    needs: int
    step: int


def typical_years(step: Step) -> float:
    """Return the typical years of a step: the middle of its interval, the least if it is open, 0 if none is given."""
    return cost_of(step) // STEPS / UNITS


def cost_of(step: Step) -> int:
    """Return what a step costs: its typical years and one step."""
    if step.time is None:
        return 1
    most = step.time.least if step.time.most is None else step.time.most
    return (round(step.time.least * UNITS) + round(most * UNITS)) // 2 * STEPS + 1


def years_of(cost: int) -> float:
    """Return the typical years in a cost."""
    return cost // STEPS / UNITS


class Rules:
    """A model in numbers, and the moves that its steps allow."""

    def __init__(self, model: Model, returning: bool = False) -> None:
        """Index the roles, steps and requirements of a model."""
        self.model = model
        self.returning = returning
        self.number = {role.id: index for index, role in enumerate(model.roles)}
        self.beside = tuple(self._bases(role) for role in model.roles)
        self.inside = tuple(role.employed or role.kind is RoleKind.ASSIGNMENT for role in model.roles)
        self.out: tuple[list[int], ...] = tuple([] for _ in model.roles)
        self.bits: dict[str, int] = {}
        for index, step in enumerate(model.steps):
            if step.start in self.number and step.end in self.number and step.start != step.end:
                self.out[self.number[step.start]].append(index)

    def _bases(self, role: Role) -> tuple[int, ...]:
        held = role.beside if role.kind is RoleKind.ASSIGNMENT else ()
        return tuple(self.number[base] for base in held if base in self.number)

    def onward(self, standing: Standing) -> Iterator[tuple[int, Standing]]:
        """Yield each step that leads on, by number, and where one then stands; in the order of the file."""
        for index in self.out[standing.role]:
            after = self._after(standing, self.model.steps[index])
            if after is not None:
                yield index, after

    def _after(self, standing: Standing, step: Step) -> Standing | None:
        end = self.number[step.end]
        if step.wildcard and standing.phase is not Phase.FIRST:
            return None
        if self.beside[end]:
            return Standing(end, standing.base, standing.phase) if standing.base in self.beside[end] else None
        if end in self.beside[standing.role] and (end == standing.base or step.kind is StepKind.BACK):
            return None
        phase = self._phase(standing.phase, self.inside[end])
        return None if phase is None else Standing(end, end, phase)

    def _phase(self, phase: Phase, inside: bool) -> Phase | None:
        if phase is Phase.BEFORE:
            return Phase.FIRST if inside else phase
        if not inside:
            return Phase.AFTER
        return Phase.LATER if phase is not Phase.AFTER or self.returning else None

    def begin(self, role: int) -> Standing:
        """Return how one stands who begins in a role that is no assignment."""
        return Standing(role, role, Phase.FIRST if self.inside[role] else Phase.BEFORE)

    def needs(self, requirements: frozenset[str]) -> int:
        """Return requirements as a bit set."""
        return sum(1 << self.bits.setdefault(one, len(self.bits)) for one in sorted(requirements))

    def own_needs(self, step: Step) -> int:
        """Return what a step requires of the person, as a bit set."""
        return self.needs(frozenset(one.id for one in step.requires if one.kind is not RequirementKind.EMPLOYER))


class Network:
    """Every standing that a route can pass, with the moves out of it and into it."""

    def __init__(self, rules: Rules) -> None:
        """Walk all the moves once."""
        self.rules = rules
        self._numbers = tuple((cost_of(step), rules.own_needs(step)) for step in rules.model.steps)
        self.places: dict[Standing, int] = {}
        self.standings: list[Standing] = []
        self.moves: list[tuple[Move, ...]] = []
        self.into: list[list[tuple[int, int]]] = []
        for role in range(len(rules.beside)):
            self._place(self._settled(role))
        while len(self.moves) < len(self.standings):
            self._connect(len(self.moves))

    def _settled(self, role: int) -> Standing:
        later = Phase.LATER if self.rules.inside[role] else Phase.BEFORE
        return Standing(role, role, later)

    def _place(self, standing: Standing) -> int:
        place = self.places.setdefault(standing, len(self.standings))
        if place == len(self.standings):
            self.standings.append(standing)
            self.into.append([])
        return place

    def _connect(self, place: int) -> None:
        moves = self.moves_from(self.standings[place])
        self.moves.append(moves)
        for move in moves:
            self.into[move.place].append((move.cost, place))

    def moves_from(self, standing: Standing) -> tuple[Move, ...]:
        """Return the moves out of a standing, in the order of the file."""
        return tuple(self._move(step, after) for step, after in self.rules.onward(standing))

    def _move(self, step: int, after: Standing) -> Move:
        cost, needs = self._numbers[step]
        return Move(cost, self._place(after), after.role, needs, step)
