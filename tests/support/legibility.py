"""How legible a map is, measured without its own geometry: the curves are computed as vis-network's source does."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from math import atan2, cos, hypot, pi, sin
from random import Random

import numpy as np
from numpy.typing import NDArray

from careerpaths.map.layout.arrange import Curve, Layout, RoleBox
from careerpaths.model.model import Model, Stage, Step, StepKind, Text, Track
from tests.support.builders import leaving, model, role, step

Points = NDArray[np.complex128]
Seen = dict[str, Points]
FREE = 8
"""How far apart two boxes must be, in px."""
CLOSE, LONG = 4, 25
"""Lines nearer than `CLOSE` px for more than `LONG` px run on top of each other."""
POINTS = 240
AREAS = 8


@dataclass(frozen=True)
class Legibility:
    """What is hard to read on a map: of the lines that are always shown, or of those that a selection brings."""

    hits: tuple[tuple[str, str], ...]
    crossings: int
    together: tuple[tuple[str, str], ...]
    overlaps: tuple[tuple[str, str], ...]
    off: tuple[str, ...]
    bent: int
    turned: int
    least_seen: float


def legibility(model: Model, layout: Layout, wildcards: bool = False) -> Legibility:
    """Return what is hard to read on a map."""
    boxes = {place.role_id: place for place in layout.places}
    steps = {one.id: one for one in model.steps}
    lines = {line.step_id: line for line in layout.lines if steps[line.step_id].wildcard == wildcards}
    whole = {name: np.concatenate([walked(curve) for curve in line.curves]) for name, line in lines.items()}
    seen = {name: _outside(points, boxes, steps[name]) for name, points in whole.items()}
    return Legibility(
        tuple((name, one) for name, points in whole.items() for one in _met(points, boxes, steps[name])),
        sum(_crossings(one, other) for one, other in combinations(seen.values(), 2)),
        tuple(pair for pair in combinations(seen, 2) if _together(*(seen[one] for one in pair)) > LONG),
        tuple((a.role_id, b.role_id) for a, b in combinations(layout.places, 2) if _touch(a, b)),
        tuple(name for name, points in whole.items() if not _on_map(points, layout)),
        sum(abs(curve.bend) > 0.5 for line in lines.values() if len(line.curves) == 1 for curve in line.curves),
        sum(len(line.curves) > 1 for line in lines.values()),
        min((_length(points) for points in seen.values()), default=0.0),
    )


def walked(curve: Curve, number: int = POINTS) -> Points:
    """Return points along a curve, as `_getViaCoordinates` and `getPoint` of vis-network 9.1.2 compute them."""
    (x, y), (to_x, to_y) = curve.start, curve.end
    factor, turn = abs(curve.bend), 1 if curve.bend > 0 else -1
    across, down = to_x - x, y - to_y
    angle = (atan2(down, across) + (turn * factor * 0.5 + 0.5) * pi) % (2 * pi)
    reach = (factor * 0.5 + 0.5) * hypot(across, down)
    via = complex(x + reach * sin(angle), y + reach * cos(angle))
    t = np.linspace(0, 1, number)
    return np.asarray((1 - t) ** 2 * complex(x, y) + 2 * t * (1 - t) * via + t**2 * complex(to_x, to_y))


def random_model(roles: int, seed: int) -> Model:
    """Return a model with six stages and eight tracks whose roles and steps are drawn by lot, most steps leading on."""
    random = Random(seed)  # noqa: S311 - the same model for the same seed
    stages = [Stage(f"s{n}", Text(f"S{n}"), Text(f"S{n}")) for n in range(6)]
    tracks = [Track(f"t{n}", Text(f"T{n}")) for n in range(AREAS)]
    levels = sorted([*range(6), *random.choices(range(6), (1, 1, 4, 4, 3, 1), k=roles - 6)])
    made = tuple(role(f"r{n}", stage=stages[level], tracks=(random.choice(tracks),)) for n, level in enumerate(levels))
    steps: dict[str, Step] = {}
    while len(steps) < 2.3 * roles:
        start, end = random.sample(range(roles), 2)
        ahead = levels[end] - levels[start]
        if random.random() < {0: 0.5, 1: 1.0, 2: 0.15, -1: 0.15}.get(ahead, 0.02):
            kind = StepKind.SIDEWAYS if ahead == 0 else StepKind.UP if ahead > 0 else StepKind.BACK
            steps.setdefault(f"r{start}.r{end}", step(f"r{start}", f"r{end}", kind=kind))
    last = f"r{roles - 1}"
    out = leaving(last, *(one.id for one in made if one.id != last and f"{one.id}.{last}" not in steps))
    return model(made, *steps.values(), out)


def _inside(points: Points, box: RoleBox) -> NDArray[np.bool_]:
    across, down = np.abs(points.real - box.x), np.abs(points.imag - box.y)
    return np.asarray((across < box.width / 2) & (down < box.height / 2))


def _met(points: Points, boxes: dict[str, RoleBox], one: Step) -> list[str]:
    foreign = [box for box in boxes.values() if box.role_id not in (one.start, one.end)]
    return [box.role_id for box in foreign if _inside(points, box).any()]


def _outside(points: Points, boxes: dict[str, RoleBox], one: Step) -> Points:
    return np.asarray(points[~(_inside(points, boxes[one.start]) | _inside(points, boxes[one.end]))])


def _on_map(points: Points, layout: Layout) -> bool:
    low, high = min(points.real.min(), points.imag.min()), (points.real.max(), points.imag.max())
    return bool(low >= 0 and high[0] <= layout.width and high[1] <= layout.height)


def _touch(one: RoleBox, other: RoleBox) -> bool:
    across, down = abs(one.x - other.x) - one.width, abs(one.y - other.y) - one.height
    return across < FREE and down < FREE


def _length(points: Points) -> float:
    return float(np.abs(np.diff(points)).sum())


def _together(one: Points, other: Points) -> float:
    """Return for how many px the first of two lines runs beside the other."""
    if min(len(one), len(other)) < 2:
        return 0.0
    apart = np.abs(one[::3, None] - other[::2]).min(axis=1)
    return float((apart < CLOSE).mean()) * _length(one)


def _crossings(one: Points, other: Points) -> int:
    """Return how often two lines cross, counted on every eighth of their points."""
    a, b = one[::8], other[::8]
    way, across = np.diff(a)[:, None], np.diff(b)
    apart = b[:-1] - a[:-1, None]
    turn = (way.conj() * across).imag
    with np.errstate(divide="ignore", invalid="ignore"):
        along, over = (apart.conj() * across).imag / turn, (apart.conj() * way).imag / turn
    return int(((along > 0) & (along < 1) & (over > 0) & (over < 1)).sum())
