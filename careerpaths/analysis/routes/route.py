"""A route: its steps (legs), its time in years, and its requirements, met and unmet."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from careerpaths.analysis.routes.rules import Rules, typical_years
from careerpaths.model.model import Interval, Requirement, RequirementKind, Role, Step


@dataclass(frozen=True)
class Route:
    """A way from the first of `roles` to the last, one leg a step; each kind of requirement named once, in order.

    An assignment that a route starts in follows the role it is held beside, so `roles` may be two longer than
    `legs`. `new_requirements` and `held` are asked of the person, `employer` is decided by the employer.
    `time` is the sum of the legs in years, open if one of them is, and a leg without a time adds nothing;
    `years` is the sum of typical years. `returns` says that it leaves working life and comes back.
    """

    legs: tuple[Step, ...]
    roles: tuple[Role, ...]
    time: Interval
    years: float
    new_requirements: tuple[Requirement, ...]
    held: tuple[Requirement, ...]
    employer: tuple[Requirement, ...]
    returns: bool = False

    @property
    def start(self) -> Role:
        """Return the role the route starts in; the first leg may go from the role that it is held beside."""
        return self.roles[-len(self.legs) - 1]

    @property
    def goal(self) -> Role:
        """Return the role the route leads to."""
        return self.roles[-1]

    @property
    def through(self) -> tuple[Role, ...]:
        """Return the roles between the first leg's start and the goal."""
        return self.roles[-len(self.legs) : -1]


@dataclass(frozen=True)
class StepPath:
    """Raw result of a search: step numbers, and the numbers of the first role and its base."""

    steps: tuple[int, ...]
    start: int
    base: int


def route_of(rules: Rules, path: StepPath, known: frozenset[str]) -> Route:
    """Turn a path into a route, for somebody who meets the requirements `known`."""
    legs = tuple(rules.model.steps[step] for step in path.steps)
    start = tuple(dict.fromkeys((path.base, path.start)))
    numbers = (*start, *(rules.number[leg.end] for leg in legs))
    if len(start) == 2 and numbers[-1] == path.base:
        numbers = (path.start, path.base)
    asked = requirements_of(legs)
    return Route(
        legs=legs,
        roles=tuple(rules.model.roles[number] for number in numbers),
        time=total_time(legs),
        years=total_years(legs),
        new_requirements=tuple(one for one in asked if is_personal(one) and one.id not in known),
        held=tuple(one for one in asked if is_personal(one) and one.id in known),
        employer=tuple(one for one in asked if not is_personal(one)),
        returns=_returns(rules, numbers),
    )


def requirements_of(legs: Iterable[Step]) -> tuple[Requirement, ...]:
    """Return everything the legs require, each once, in the order in which it is first asked."""
    found: dict[str, Requirement] = {}
    for leg in legs:
        for one in leg.requires:
            found.setdefault(one.id, one)
    return tuple(found.values())


def is_personal(requirement: Requirement) -> bool:
    """Return whether a requirement is met by the person, not decided by the employer."""
    return requirement.kind is not RequirementKind.EMPLOYER


def total_time(legs: Iterable[Step]) -> Interval:
    """Return the sum of the legs' times in years; open if one is open, and a leg without a time adds nothing."""
    times = [leg.time for leg in legs if leg.time is not None]
    least = round(sum(time.least for time in times), 6)
    most = [time.most for time in times if time.most is not None]
    return Interval(least, round(sum(most), 6) if len(most) == len(times) else None)


def total_years(legs: Iterable[Step]) -> float:
    """Return the sum of the legs' typical years."""
    return round(sum(typical_years(leg) for leg in legs), 6)


def _returns(rules: Rules, numbers: tuple[int, ...]) -> bool:
    """Return whether working life is left and taken up again; an assignment follows the role it is held beside."""
    inside = "".join("i" if rules.inside[number] else "o" for number in numbers if not rules.beside[number])
    return "o" in inside.strip("o")
