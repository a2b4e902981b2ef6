"""Positions for the label of a highlighted line: on or beside the line, never over a box."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from careerpaths.map.layout.arrange import Curve, Layout, StepLine
from careerpaths.map.layout.bezier import control

HALF = complex(36, 8)
"""Half the size of a word's room, in px at scale 1."""

TOUCHING = 2.0
"""How many px of a box's border a word may touch, so that it still fits between two boxes that stand close."""

ALONG = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
ASIDE = (0.0, 11.0, -11.0, 20.0, -20.0, 32.0, -32.0)
MOST_POSITIONS = 8


def label_positions(layout: Layout, route: StepLine) -> tuple[tuple[int, int], ...]:
    """Return the middles of free rooms for a line's word, the best first; the middle of the line if none is free."""
    wanted = list(_wanted(route))
    free = [point for point in wanted if _is_free(layout, point)]
    return tuple((round(point.real), round(point.imag)) for point in (free[:MOST_POSITIONS] or wanted[:1]))


def _wanted(route: StepLine) -> Iterator[complex]:
    longest = max(route.curves, key=lambda curve: abs(complex(*curve.end) - complex(*curve.start)))
    for aside in ASIDE:
        for along in ALONG:
            yield _point(longest, along, aside)


def _point(curve: Curve, along: float, aside: float) -> complex:
    """Return the point at a part of the way along a curve, so many px to its side."""
    start, end = complex(*curve.start), complex(*curve.end)
    way = end - start
    middle = complex(control(np.array([curve.bend]))[0])
    at = 2 * along * (1 - along) * middle + along**2
    return start + way * at + 1j * way / (abs(way) or 1.0) * aside


def _is_free(layout: Layout, point: complex) -> bool:
    room = complex(layout.width, layout.height) - HALF
    inside = HALF.real <= point.real <= room.real and HALF.imag <= point.imag <= room.imag
    return inside and not any(
        abs(place.x - point.real) < place.width / 2 + HALF.real - TOUCHING
        and abs(place.y - point.imag) < place.height / 2 + HALF.imag - TOUCHING
        for place in layout.places
    )
