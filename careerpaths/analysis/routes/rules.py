"""The rules that every route follows: in which states a person can be, and which steps lead from each.

* A position is left when the next is taken. An assignment with `beside` is held beside a position: it can be
  taken only from a role it may stand beside, and a step out of it requires that this role is still the one held.
  So on a route an assignment is followed by a step out of it; a step not out of it would make it a detour.
* Who begins in an assignment holds the role beneath it too, and may step from either. To a role that both lead to,
  the assignment's own step goes first.
* Going back from an assignment to a role it stands beside only ends the assignment. It is no way to anywhere.
* «Outside» is a role that one is not employed as and that is no assignment (a student, someone who left).
  A route may begin outside and end outside. One that leaves working life and comes back is another network
  (`returning=True`), asked only when this one has no route.
* «Every employed role → …» (`Step.wildcard`) is open wherever one stands, so a route takes it from the first
  employed role it holds: working somewhere else first would be a detour.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import IntEnum
from functools import reduce
from operator import or_
from typing import NamedTuple

from careerpaths.model.model import Model, RequirementKind, Role, RoleKind, Step, StepKind

UNITS = 2_000_000
"""Half-millionths of a year: times with six decimals, and their means, are whole numbers, so sums are exact."""

STEPS = 1 << 20
"""A cost is years first, then steps: `units * STEPS + steps`."""


class Phase(IntEnum):
    """Phase of working life: outside before it, in the first role, in a later one, outside again."""

    BEFORE = 0
    FIRST = 1
    LATER = 2
    AFTER = 3


class State(NamedTuple):
    """Node of the search graph: the role held and the role it is held beside (else itself), by number in the file."""

    role: int
    base: int
    phase: Phase


def typical_years(step: Step) -> float:
    """Return the typical years of a step: the middle of its interval, the least if it is open, 0 if none is given."""
    return cost_of(step) // STEPS / UNITS


def cost_of(step: Step) -> int:
    """Return the cost of a step: typical years in UNITS × STEPS, plus one step."""
    if step.time is None:
        return 1
    most = step.time.least if step.time.most is None else step.time.most
    return (round(step.time.least * UNITS) + round(most * UNITS)) // 2 * STEPS + 1


class Rules:
    """A model with roles, steps and requirements as numbers, and the transitions that its steps allow."""

    def __init__(self, model: Model, returning: bool = False) -> None:
        """Give the roles, steps and requirements of a model their numbers."""
        self.model = model
        self.returning = returning
        self.number = {role.id: index for index, role in enumerate(model.roles)}
        self.beside = tuple(self._bases(role) for role in model.roles)
        self.inside = tuple(role.employed or role.kind is RoleKind.ASSIGNMENT for role in model.roles)
        self.out: tuple[list[int], ...] = tuple([] for _ in model.roles)
        for index, step in enumerate(model.steps):
            if step.start in self.number and step.end in self.number and step.start != step.end:
                self.out[self.number[step.start]].append(index)
        asked = (one.id for step in model.steps for one in step.requires if one.kind is not RequirementKind.EMPLOYER)
        self._bits = {one: 1 << index for index, one in enumerate(dict.fromkeys(asked))}

    def _bases(self, role: Role) -> tuple[int, ...]:
        held = role.beside if role.kind is RoleKind.ASSIGNMENT else ()
        return tuple(self.number[base] for base in held if base in self.number)

    def needs(self, requirements: Iterable[str]) -> int:
        """Return requirements as a bit set; those that no step asks of the person are not in it."""
        return reduce(or_, (self._bits.get(one, 0) for one in requirements), 0)

    def known(self, start: int, has: frozenset[str]) -> frozenset[str]:
        """Return the requirements met at the start: `has`, and those of the role and of the roles it is held beside."""
        beneath = [frozenset(one.id for one in self.model.roles[base].requires) for base in self.beside[start]]
        surely = frozenset[str].intersection(*beneath) if beneath else frozenset[str]()
        return has | surely | {one.id for one in self.model.roles[start].requires}

    def states(self) -> Iterator[State]:
        """Yield the states possible in each role after the first one."""
        for role, bases in enumerate(self.beside):
            for base in bases or (role,):
                if self.inside[base]:
                    yield State(role, base, Phase.LATER)
                else:
                    yield State(role, base, Phase.BEFORE)
                    yield State(role, base, Phase.AFTER)

    def begin(self, role: int, base: int) -> State:
        """Return the first state of who begins in a role, held beside `base` if it is an assignment."""
        return State(role, base, Phase.FIRST if self.inside[base] else Phase.BEFORE)

    def onward(self, state: State) -> Iterator[tuple[int, State]]:
        """Yield (step number, next state) for each step allowed from a state, in the order of the file."""
        for index in self.out[state.role]:
            after = self._after(state, self.model.steps[index])
            if after is not None:
                yield index, after

    def _after(self, state: State, step: Step) -> State | None:
        end = self.number[step.end]
        if step.wildcard and state.phase is not Phase.FIRST:
            return None
        if self.beside[end]:
            return self._beside(state, end)
        if end in self.beside[state.role] and (end == state.base or step.kind is StepKind.BACK):
            return None
        phase = self._phase(state.phase, self.inside[end])
        return None if phase is None else State(end, end, phase)

    def _beside(self, state: State, assignment: int) -> State | None:
        if state.base not in self.beside[assignment]:
            return None
        phase = Phase.LATER if state.phase is Phase.FIRST else state.phase
        return State(assignment, state.base, phase)

    def _phase(self, phase: Phase, inside: bool) -> Phase | None:
        if phase is Phase.BEFORE:
            return Phase.FIRST if inside else phase
        if not inside:
            return Phase.AFTER
        return Phase.LATER if phase is not Phase.AFTER or self.returning else None
