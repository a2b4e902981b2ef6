"""Models of any size: one that grows like a real organisation, and one where any role may lead to any other."""

from __future__ import annotations

from random import Random

from careerpaths.content.model import Interval, Model, Role, Stage, Step, StepKind, Text, Track
from tests.build import assignment, leaving, model, outside, requirement, role, step

STAGES = 10
TIMES = ((0.0, 1.0), (1.0, 2.0), (1.0, 3.0), (2.0, 4.0), (1.0, 4.0), (2.0, None), None)


def organisation(roles: int = 2_000, steps: int = 12_000, seed: int = 1) -> Model:
    """Return a model with stages, tracks, assignments, a way in and a way out; most steps stay close."""
    random = Random(seed)
    made = _roles(roles, random)
    inside = made[1:-2]
    found: dict[str, Step] = {}
    for end in inside[:20]:
        _add(found, step("student", end.id, (0.5, 1.5), kind=StepKind.IN))
        _add(found, step("returner", end.id, (0.0, 1.0), kind=StepKind.IN))
    for one in inside:
        if one.beside:
            for base in one.beside: _add(found, step(base, one.id, (0.0, 1.0), _asked(random), kind=StepKind.DEEPENING))
            _add(found, step(one.id, one.beside[0], (1.0, 3.0), kind=StepKind.BACK))
    while len(found) < steps - 1:
        _add(found, _near(inside, random))
    _add(found, step("left", "returner", requires="vacancy!"))
    out = leaving("left", *(one.id for one in made if one.employed))
    return model(tuple(made), *found.values(), out)


def _add(found, one):
    if one.start != one.end:
        found.setdefault(one.id, one)


def _roles(count: int, random: Random) -> list[Role]:
    stages = [Stage(f"s{n}", Text(f"S{n}"), Text(f"S{n}")) for n in range(STAGES)]
    tracks = [Track(f"t{n}", Text(f"T{n}")) for n in range(max(1, count // 50))]
    made = []
    made.append(outside("student", stage=stages[0], tracks=(tracks[0],), entry=True))
    n = count - 3
    for i in range(n):
        st = stages[min(STAGES - 1, i * STAGES // n)]
        tr = (tracks[random.randrange(len(tracks))],)
        if i > n // 10 and random.random() < 0.1:
            near = [r for r in made[-60:] if r.employed]
            bases = sorted({random.choice(near).id for _ in range(random.choice((1, 1, 2)))})
            made.append(assignment(f"r{i}", *bases, stage=st, tracks=tr))
        else:
            made.append(role(f"r{i}", stage=st, tracks=tr))
    made.append(outside("left", stage=stages[-1], tracks=(tracks[0],)))
    made.append(outside("returner", stage=stages[-1], tracks=(tracks[0],), entry=True))
    return made


def _asked(random: Random) -> str:
    return " ".join(sorted({f"q{random.randrange(60)}" for _ in range(random.choice((0, 1, 1, 2, 3)))}) + ["vacancy!"])


def _near(inside: list[Role], random: Random) -> Step:
    size = len(inside)
    start = random.randrange(size)
    kind = random.choices((StepKind.UP, StepKind.SIDEWAYS, StepKind.BACK), (6, 3, 1))[0]
    cell = max(2, size // STAGES)
    lo, hi = {StepKind.UP: (cell // 2, cell + cell // 2), StepKind.SIDEWAYS: (-cell // 3, cell // 3), StepKind.BACK: (-cell, -cell // 2)}[kind]
    end = min(size - 1, max(0, start + random.randint(lo, hi)))
    t = random.choice(TIMES)
    return step(inside[start].id, inside[end].id, t, _asked(random), kind=kind)


def anywhere(roles: int = 2_000, steps: int = 12_000, seed: int = 1) -> Model:
    random = Random(seed)
    names = [f"r{i}" for i in range(roles)]
    found = {}
    while len(found) < steps:
        a, b = random.sample(names, 2)
        _add(found, step(a, b, random.choice(TIMES), _asked(random)))
    return model(" ".join(names), *found.values())
