"""How legible a map is, measured on what is drawn: the points of lines and the sides of boxes and names, in px."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, pairwise
from random import Random

from careerpaths.map.layout.arrange import Layout, StepLine
from careerpaths.model.model import Model, Stage, Step, StepKind, Text, Track
from tests.support.builders import leaving, model, role, step

FREE = 28
"""How far apart two boxes must be, in px."""
CLOSE, LONG = 4, 8
"""Lines nearer than `CLOSE` px for more than `LONG` px run on top of each other."""
AREAS = 8

Rectangle = tuple[float, float, float, float]
"""Left, top, right and bottom."""


@dataclass(frozen=True)
class Legibility:
    """What is hard to read on a map: of the lines that are always shown, or of those that a selection brings."""

    hits: tuple[tuple[str, str], ...]
    crossings: int
    together: tuple[tuple[str, str], ...]
    overlaps: tuple[tuple[str, str], ...]
    names: tuple[str, ...]
    off: tuple[str, ...]
    bends: int
    least_seen: float


def legibility(model: Model, layout: Layout, wildcards: bool = False) -> Legibility:
    """Return what is hard to read on a map; where a trunk of several lines crosses one, that is one crossing."""
    wild = {one.id for one in model.steps if one.wildcard}
    lines = [line for line in layout.lines if (line.there in wild) == wildcards]
    boxes = {place.role_id: _box(place.x, place.y, place.width, place.height) for place in layout.places}
    pieces = {line.there: _pieces(line) for line in lines}
    names = name_rooms(layout)
    things = {**{name: [box] for name, box in boxes.items()}, **pieces}
    apart = [(a, b) for a, b in combinations(lines, 2) if a.net != b.net]
    return Legibility(
        tuple(
            (name, role)
            for name, own in pieces.items()
            for role, box in boxes.items()
            if any(_meet(piece, _grown(box, -1)) for piece in own)
        ),
        len({point for a, b in apart for point in _crossings(a, b)}),
        tuple((a.there, b.there) for a, b in apart if _together(a, b) > LONG),
        tuple(pair for pair in combinations(boxes, 2) if _meet(_grown(boxes[pair[0]], FREE - 0.5), boxes[pair[1]])),
        tuple(name for name, own in things.items() for room in names if any(_meet(one, room) for one in own)),
        tuple(name for name, own in things.items() if not all(_on_map(one, layout) for one in own)),
        len({(line.net, point) for line in lines for point in line.points[1:-1]}),
        min((sum(_length(*piece) for piece in pairwise(line.points)) for line in lines), default=0.0),
    )


def name_rooms(layout: Layout) -> list[Rectangle]:
    """Return where the names of tracks and stages are written: on the tall map in the first column, above its boxes."""
    if layout.tracks:
        return [(0, 0, layout.gutter, layout.height), (0, 0, layout.width, layout.head)]
    width = layout.places[0].width
    tops = {band.id: band.y + 4 for band in layout.stages}
    return [(layout.gutter, top, layout.gutter + width, top + 16) for top in tops.values()]


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


def _box(x: float, y: float, width: float, height: float) -> Rectangle:
    return x - width / 2, y - height / 2, x + width / 2, y + height / 2


def _grown(box: Rectangle, by: float) -> Rectangle:
    return box[0] - by, box[1] - by, box[2] + by, box[3] + by


def _pieces(line: StepLine) -> list[Rectangle]:
    """Return the pieces of a line as rectangles without width."""
    return [(min(a, c), min(b, d), max(a, c), max(b, d)) for (a, b), (c, d) in pairwise(line.points)]


def _meet(one: Rectangle, other: Rectangle) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _on_map(one: Rectangle, layout: Layout) -> bool:
    return one[0] >= 0 and one[1] >= 0 and one[2] <= layout.width and one[3] <= layout.height


def _length(start: tuple[float, float], end: tuple[float, float]) -> float:
    return abs(start[0] - end[0]) + abs(start[1] - end[1])


def _crossings(one: StepLine, other: StepLine) -> set[tuple[int, int]]:
    """Return where two lines cross, in whole px."""
    found = set()
    for a in _pieces(one):
        for b in _pieces(other):
            level, plumb = (a, b) if a[1] == a[3] else (b, a)
            if level[1] == level[3] and plumb[0] == plumb[2]:
                x, y = plumb[0], level[1]
                if level[0] < x < level[2] and plumb[1] < y < plumb[3]:
                    found.add((round(x), round(y)))
    return found


def _together(one: StepLine, other: StepLine) -> float:
    """Return for how many px two lines run beside each other, too close to tell apart."""
    along = 0.0
    for a in _pieces(one):
        for b in _pieces(other):
            for side in (0, 1):
                level = a[side] == a[side + 2] and b[side] == b[side + 2]
                if level and abs(a[side] - b[side]) < CLOSE:
                    along += max(0.0, min(a[3 - side], b[3 - side]) - max(a[1 - side], b[1 - side]))
    return along
