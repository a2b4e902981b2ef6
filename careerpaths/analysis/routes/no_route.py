"""Why no route leads from one role to another, and the nearest role that can be reached."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from careerpaths.analysis.routes.reach import Reach, quickest_routes
from careerpaths.analysis.routes.rules import Rules
from careerpaths.analysis.routes.state_space import StateSpace
from careerpaths.model.model import Model, Requirement, Role, RoleKind, Step

MOST_APART = 1  # stages and tracks between a role and one that is called near it


class Obstacle(StrEnum):
    """Why there is no route; `Blocked` says which fields go with each."""

    UNKNOWN_ROLE = "unknown-role"
    SAME_ROLE = "same-role"
    HELD = "held"
    NO_STEP_OUT = "no-step-out"
    FROM_OUTSIDE = "from-outside"
    NO_STEP_IN = "no-step-in"
    BASE = "base"
    NOT_FROM_HERE = "not-from-here"


@dataclass(frozen=True)
class Blocked:
    """Why there is no route.

    UNKNOWN_ROLE: the model lacks one of the two. SAME_ROLE: they are one. HELD: the goal is the role that the
    assignment one starts in is held beside. NO_STEP_OUT: no step leads on from the start. FROM_OUTSIDE: one comes
    to the goal from outside, with `requirements`. NO_STEP_IN: no step leads to the goal. BASE: the last assignment
    is held beside `roles`, and the way from here does not hold them then. NOT_FROM_HERE: the steps to the goal go
    from `roles`, which cannot be reached, and all of them require `requirements`. `nearest` is the role most like
    the goal, at most a stage or a track away, that can be reached with a way of `years` typical years.
    """

    obstacle: Obstacle
    roles: tuple[Role, ...] = ()
    requirements: tuple[Requirement, ...] = ()
    nearest: Role | None = None
    years: float = 0.0


def obstacle(space: StateSpace, start: str, goal: str) -> Blocked:
    """Return why there is no route between two roles."""
    rules = space.rules
    if start not in rules.number or goal not in rules.number:
        return Blocked(Obstacle.UNKNOWN_ROLE)
    if start == goal:
        return Blocked(Obstacle.SAME_ROLE)
    ends = rules.number[start], rules.number[goal]
    if ends[1] in rules.beside[ends[0]]:
        return Blocked(Obstacle.HELD)
    reaches = quickest_routes(space, ends[0], frozenset(), leaving=True)
    nearest = _nearest(rules, reaches, ends[1])
    years = nearest.years if nearest else 0.0
    found = _obstacle(rules, {ends[0], *(rules.number[reach.role.id] for reach in reaches)}, ends[1])
    if not reaches and found.obstacle is not Obstacle.FROM_OUTSIDE:
        found = Blocked(Obstacle.NO_STEP_OUT)
    return Blocked(found.obstacle, found.roles, found.requirements, nearest.role if nearest else None, years)


def _obstacle(rules: Rules, reachable: set[int], goal: int) -> Blocked:
    role = rules.model.roles[goal]
    steps = [step for step in rules.model.steps if step.end == role.id and step.start in rules.number]
    if not steps:
        return Blocked(Obstacle.FROM_OUTSIDE if role.entry else Obstacle.NO_STEP_IN, requirements=role.requires)
    near = next((step for step in steps if rules.number[step.start] in reachable), None)
    if near is not None:
        return Blocked(Obstacle.BASE, _beneath(rules, near))
    starts = tuple(rules.model.roles[rules.number[step.start]] for step in steps)
    return Blocked(Obstacle.NOT_FROM_HERE, starts, _shared(steps))


def _beneath(rules: Rules, step: Step) -> tuple[Role, ...]:
    """Return the roles that the assignment at the end (else start) of a step is held beside."""
    bases = rules.beside[rules.number[step.end]] or rules.beside[rules.number[step.start]]
    return tuple(rules.model.roles[base] for base in bases)


def _shared(steps: Iterable[Step]) -> tuple[Requirement, ...]:
    """Return the requirements common to all steps, in the order of the first."""
    first, *others = steps
    rest = [{one.id for one in step.requires} for step in others]
    return tuple(one for one in first.requires if all(one.id in asked for asked in rest))


def _nearest(rules: Rules, reaches: Iterable[Reach], goal: int) -> Reach | None:
    """Return the reach most like the goal, if any is near: fewest stages and tracks away, fewest stages, soonest.

    An assignment is near another assignment only, and a role outside working life is near none.
    """
    role, model = rules.model.roles[goal], rules.model
    like = [one for one in reaches if rules.inside[goal] and _alike(rules, one.role, role)]
    near = [one for one in like if sum(_distance(model, one.role, role)) <= MOST_APART]
    return min(
        near,
        key=lambda one: (sum(_distance(model, one.role, role)), _distance(model, one.role, role), one.years),
        default=None,
    )


def _alike(rules: Rules, one: Role, goal: Role) -> bool:
    assigned = [role.kind is RoleKind.ASSIGNMENT for role in (one, goal)]
    return rules.inside[rules.number[one.id]] and assigned[0] == assigned[1]


def _distance(model: Model, one: Role, other: Role) -> tuple[int, int]:
    """Return how many stages apart two roles are, and 1 if they share no track."""
    stages = [stage.id for stage in model.stages]
    elsewhere = not {track.id for track in one.tracks} & {track.id for track in other.tracks}
    return abs(stages.index(one.stage.id) - stages.index(other.stage.id)), int(elsewhere)
