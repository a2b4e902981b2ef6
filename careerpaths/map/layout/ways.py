"""Ways that a line may take between two boxes, with up to four bends."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from careerpaths.map.layout.lattice import Lattice, Place

Way = tuple[Place, ...]

MORE = 2
"""How many bends a way may have beyond the fewest that lead there; with more it saves nothing that they cost."""


def ways(lattice: Lattice, start: Place, end: Place, more: int = MORE) -> list[Way]:
    """Return the possible ways, each as the places where it begins, turns and ends, those with few bends first.

    None has more than `more` bends beyond the fewest.
    """
    found: dict[Way, None] = {}
    for bends, tried in enumerate((_straight, _one_bend, _two_bends, _three_bends, _four_bends)):
        if found and bends > len(next(iter(found))) - 2 + more:
            break
        found |= {way: None for way in tried(lattice, start, end) if _turns(way) and lattice.is_free(way)}
    return list(found)


def _turns(way: Way) -> bool:
    """Return whether each piece has a length and leads on square to the one before."""
    level = way[0][1] == way[1][1]
    for (a, b), (c, d) in itertools.pairwise(way):
        if (a == c) if level else (b == d):
            return False
        level = not level
    return True


def _straight(_: Lattice, start: Place, end: Place) -> Iterator[Way]:
    if start[0] == end[0] or start[1] == end[1]:
        yield start, end


def _one_bend(_: Lattice, start: Place, end: Place) -> Iterator[Way]:
    yield start, (end[0], start[1]), end
    yield start, (start[0], end[1]), end


def _two_bends(lattice: Lattice, start: Place, end: Place) -> Iterator[Way]:
    for x in lattice.near(start[0], end[0], lattice.width):
        yield start, (x, start[1]), (x, end[1]), end
    for y in lattice.near(start[1], end[1], lattice.height):
        yield start, (start[0], y), (end[0], y), end


def _three_bends(lattice: Lattice, start: Place, end: Place) -> Iterator[Way]:
    (ax, ay), (bx, by) = start, end
    for x in lattice.near(ax, bx, lattice.width, 2):
        for y in (by - 1, by + 1):
            yield start, (x, ay), (x, y), (bx, y), end
    for y in lattice.near(ay, by, lattice.height, 2):
        for x in (bx - 1, bx + 1):
            yield start, (ax, y), (x, y), (x, by), end


def _four_bends(lattice: Lattice, start: Place, end: Place) -> Iterator[Way]:
    (ax, ay), (bx, by) = start, end
    for one in (-1, 1):
        for other in (-1, 1):
            for y in lattice.near(ay, by, lattice.height, 2):
                yield start, (ax + one, ay), (ax + one, y), (bx + other, y), (bx + other, by), end
            for x in lattice.near(ax, bx, lattice.width, 2):
                yield start, (ax, ay + one), (x, ay + one), (x, by + other), (bx, by + other), end
