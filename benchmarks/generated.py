"""Models of any size: `organisation` grows like a real one, in `anywhere` any role may lead to any other."""

from __future__ import annotations

from random import Random

from careerpaths.model.model import Model, Role, Stage, Step, StepKind, Text, Track
from tests.support.builders import Years, assignment, leaving, model, outside, role, step

STAGES = 10
REQUIREMENTS = 60
TIMES: tuple[Years, ...] = ((0.0, 1.0), (1.0, 2.0), (1.0, 3.0), (2.0, 4.0), (1.0, 4.0), (2.0, None), None)
KINDS = (StepKind.UP,) * 6 + (StepKind.SIDEWAYS,) * 3 + (StepKind.BACK,)


def organisation(roles: int = 2_000, steps: int = 12_000, seed: int = 1, times: tuple[Years, ...] = TIMES) -> Model:
    """Return a model with stages, tracks, assignments, ways in and a way out, where most steps stay close.

    The steps to the way out («every employed role») come on top of `steps`.
    """
    random = Random(seed)  # noqa: S311 - the same model for the same seed
    inside = _inside(roles - 3, random)
    student, left, returner = outside("student", entry=True), outside("left"), outside("returner", entry=True)
    found = {one.id: one for one in _ends(inside)}
    while len(found) < steps:
        one = _near(inside, random, times)
        if one.start != one.end:
            found.setdefault(one.id, one)
    out = leaving("left", *(one.id for one in inside if one.employed))
    return model((student, *inside, left, returner), *found.values(), out)


def anywhere(roles: int = 2_000, steps: int = 12_000, seed: int = 1, times: tuple[Years, ...] = TIMES) -> Model:
    """Return a model of positions where every step joins two roles by chance."""
    random = Random(seed)  # noqa: S311 - the same model for the same seed
    names = [f"r{number}" for number in range(roles)]
    found: dict[str, Step] = {}
    while len(found) < steps:
        start, end = random.sample(names, 2)
        found.setdefault(f"{start}.{end}", step(start, end, random.choice(times), _asked(random)))
    return model(tuple(names), *found.values())


def _inside(count: int, random: Random) -> list[Role]:
    """Return the roles of working life; every tenth after the first stage is an assignment beside earlier ones."""
    stages = [Stage(f"s{number}", Text(f"S{number}"), Text(f"S{number}")) for number in range(STAGES)]
    tracks = [Track(f"t{number}", Text(f"T{number}")) for number in range(max(1, count // 50))]
    made: list[Role] = []
    for number in range(count):
        place = {"stage": stages[number * STAGES // count], "tracks": (random.choice(tracks),)}
        near = [one.id for one in made[-count // 20 - 2 :] if one.employed]
        if number > count // STAGES and random.random() < 0.1:
            bases = random.sample(near, min(len(near), random.choice((1, 1, 2))))
            made.append(assignment(f"r{number}", *bases, **place))
        else:
            made.append(role(f"r{number}", **place))
    return made


def _ends(inside: list[Role]) -> list[Step]:
    """Return the steps in, the step back in, and those that begin and end each assignment."""
    first = [one.id for one in inside[:20] if one.employed]
    steps = [step("student", one, (0.5, 1.5), kind=StepKind.IN) for one in first]
    steps += [step("returner", one, (0.0, 1.0), kind=StepKind.IN) for one in first]
    steps.append(step("left", "returner", requires="vacancy!", kind=StepKind.BACK))
    for one in inside:
        steps += [step(base, one.id, (0.0, 1.0), "q1 boss!", kind=StepKind.DEEPENING) for base in one.beside]
        steps += [step(one.id, base, (1.0, 3.0), kind=StepKind.BACK) for base in one.beside]
    return steps


def _near(inside: list[Role], random: Random, times: tuple[Years, ...]) -> Step:
    """Return a step about one stage up, within the stage, or one stage back; not into an assignment."""
    kind = random.choice(KINDS)
    stage = len(inside) // STAGES
    away = {StepKind.UP: stage, StepKind.BACK: -stage}.get(kind, 0) + random.randint(-stage // 2, stage // 2)
    start = random.randrange(len(inside))
    end = min(len(inside) - 1, max(0, start + away))
    end = start if inside[end].beside else end
    return step(inside[start].id, inside[end].id, random.choice(times), _asked(random), kind=kind)


def _asked(random: Random) -> str:
    """Return up to three requirements, and that there is a vacancy."""
    asked = {f"q{random.randrange(REQUIREMENTS)}" for _ in range(random.choice((0, 1, 1, 2, 3)))}
    return " ".join((*sorted(asked), "vacancy!"))
