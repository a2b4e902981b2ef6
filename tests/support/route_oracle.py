"""Every route of a small model, found the slow way: the rules said once more, without any cleverness, to check against.

Also the small random models that the check walks through.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from careerpaths.analysis.routes.finder import RouteFinder
from careerpaths.model.model import Model, Role, RoleKind, Step, StepKind
from tests.support.builders import Years, assignment, leaving, model, outside, step

TIMES: tuple[Years, ...] = (None, None, 0, 1, 1, (0, 1), (1, 3), (2, None))
Needs = frozenset[str]
SEEDS = [range(start, start + 25) for start in range(0, 200, 25)]
"""Of the small random models that are walked through, a test at a time."""


@dataclass(frozen=True)
class Walk:
    """Steps that follow each other by the rules, in the order of the file's numbers."""

    steps: tuple[Step, ...]
    order: tuple[int, ...]
    returns: bool
    leaves: bool

    @property
    def through(self) -> frozenset[str]:
        """Return the roles between the start and the goal."""
        return frozenset(one.end for one in self.steps[:-1])

    @property
    def years(self) -> float:
        """Return the typical years."""
        return sum(typical(one) for one in self.steps)

    def needs(self, met: Needs) -> Needs:
        """Return what is asked of the person beyond what is met."""
        return frozenset(one.id for leg in self.steps for one in leg.requires if not one.id.endswith("!")) - met


def typical(one: Step) -> float:
    """Return the middle of a step's time, its least if it is open, 0 if there is none."""
    if one.time is None:
        return 0.0
    return one.time.least if one.time.most is None else (one.time.least + one.time.most) / 2


def three(walks: list[Walk], goal: str, met: Needs) -> list[Walk]:
    """Return up to three of all the walks from a start, chosen greedily, for somebody who meets some requirements."""
    there = [one for one in walks if one.steps[-1].end == goal]
    offered = [one for one in there if not one.returns] or there
    chosen: list[Walk] = []
    for one in sorted(offered, key=lambda walk: (walk.years, len(walk.steps), len(walk.needs(met)), walk.order)):
        if len(chosen) < 3 and all(jaccard(one, other) <= 0.6 for other in chosen):
            chosen.append(one)
    return chosen


def jaccard(one: Walk, other: Walk) -> float:
    """Return how alike two walks are: shared roles of all roles, the ends not counted; two direct ones are alike."""
    every = one.through | other.through
    return len(one.through & other.through) / len(every) if every else 1.0


def smallest(walks: list[Walk], years: float, met: Needs) -> dict[str, set[tuple[float, Needs]]]:
    """Return for each role within the years every (years, new requirements) that no other beats in both."""
    ways: dict[str, set[tuple[float, Needs]]] = {}
    for walk in walks:
        if walk.years <= years and not walk.returns and not walk.leaves:
            ways.setdefault(walk.steps[-1].end, set()).add((walk.years, walk.needs(met)))
    return {role: {one for one in told if not any(_beats(other, one) for other in told)} for role, told in ways.items()}


def _beats(other: tuple[float, Needs], one: tuple[float, Needs]) -> bool:
    return other != one and other[0] <= one[0] and other[1] <= one[1]


def met_by(found: Model, start: str, has: Needs) -> Needs:
    """Return what is met at a start: what is said, what the role requires, what all roles beneath it require."""
    role = found.role(start)
    assert role is not None
    beneath = [{one.id for one in base.requires} for base in _beneath(found, role)]
    return has | {one.id for one in role.requires} | (set.intersection(*beneath) if beneath else set())


def every_walk(found: Model, start: str) -> Iterator[Walk]:
    """Yield every walk from a role."""
    role = found.role(start)
    assert role is not None
    for base in _beneath(found, role) or (role,):
        yield from _begin(found, role, base)


def _begin(found: Model, role: Role, base: Role) -> Iterator[Walk]:
    """Yield the walks from a role; from an assignment those out of it and, where it has no step, out of its base."""
    own = [one for one in _out(found, role) if one.end != base.id and not _ends_only(found, role, one)]
    for one in own:
        yield from _walk(found, (role, base), (base,), (one,))
    if role is base:
        return
    yield from (_made(found, (base,), (one,)) for one in _out(found, role) if one.end == base.id)
    taken = {one.end for one in own if _may_take(found, one, base)}
    for one in _out(found, base):
        if one.end not in taken and one.end != role.id:
            yield from _walk(found, (role, base), (base,), (one,))


def _walk(found: Model, held: tuple[Role, ...], bases: tuple[Role, ...], steps: tuple[Step, ...]) -> Iterator[Walk]:
    """Yield the walk that these steps make, if the last is allowed, and every walk that goes on from it."""
    last = steps[-1]
    end = found.role(last.end)
    assert end is not None
    if end in held or not _may_take(found, last, bases[-1]) or not _open_to_all(last, bases):
        return
    now = bases if _beneath(found, end) else (*bases, end)
    yield _made(found, now, steps)
    for one in _out(found, end):
        if not _ends_only(found, end, one):
            yield from _walk(found, (*held, end), now, (*steps, one))


def _open_to_all(one: Step, bases: tuple[Role, ...]) -> bool:
    """Return whether a step for every employed role is taken from the first of them."""
    return not one.wildcard or not any(_inside(base) for base in bases[:-1])


def _may_take(found: Model, one: Step, base: Role) -> bool:
    end = found.role(one.end)
    assert end is not None
    beneath = _beneath(found, end)
    return not beneath or base in beneath


def _ends_only(found: Model, role: Role, one: Step) -> bool:
    return one.kind is StepKind.BACK and one.end in {base.id for base in _beneath(found, role)}


def _beneath(found: Model, role: Role) -> tuple[Role, ...]:
    return tuple(one for base in role.beside for one in found.roles if one.id == base)


def _out(found: Model, role: Role) -> list[Step]:
    return [one for one in found.steps if one.start == role.id]


def _inside(role: Role) -> bool:
    return role.employed or role.kind is RoleKind.ASSIGNMENT


def _made(found: Model, bases: tuple[Role, ...], steps: tuple[Step, ...]) -> Walk:
    life = "".join("i" if _inside(base) else "o" for base in bases)
    order = tuple(next(place for place, one in enumerate(found.steps) if one is step) for step in steps)
    return Walk(steps, order, "o" in life.strip("o"), "io" in life)


def small_model(seed: int) -> Model:
    """Return a small model with everything in it: assignments, ways in and out, and whatever joins them."""
    random = Random(seed)  # noqa: S311 - the same model for the same seed
    names = [f"p{number}" for number in range(random.choice((3, 4, 5)))]
    bases = [random.sample([*names, "student"], random.choice((1, 1, 2))) for _ in range(random.choice((0, 1, 2)))]
    assignments = [assignment(f"a{number}", *beside) for number, beside in enumerate(bases)]
    ends = [outside("student"), outside("left"), outside("returner")]
    every = [*names, *(one.id for one in assignments), "student", "left", "returner"]
    wanted = {tuple(random.sample(every, 2)): None for _ in range(random.randint(5, 20))}
    steps = [_random_step(start, end, random) for start, end in wanted]
    return model((*names, *assignments, *ends), *steps, leaving("left", *random.sample(names, len(names))))


def walked(seeds: range) -> Iterator[tuple[Model, RouteFinder, str, list[Walk]]]:
    """Yield small models, the finder that is checked, and every start with every walk from it."""
    for found in map(small_model, seeds):
        finder = RouteFinder(found)
        yield from ((found, finder, start.id, list(every_walk(found, start.id))) for start in found.roles)


def _random_step(start: str, end: str, random: Random) -> Step:
    requires = " ".join(random.sample(("q1", "q2", "q3", "q4", "boss!"), random.choice((0, 0, 1, 2))))
    kind = random.choice((StepKind.UP, StepKind.SIDEWAYS, StepKind.BACK))
    return step(start, end, random.choice(TIMES), requires, kind=kind)
