"""Detours round the boxes, of straight pieces and rounded corners, for lines that no single bend can draw freely."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from careerpaths.map.layout.bezier import Indices, Numbers, Points, crossings, inside
from careerpaths.map.layout.grid import BOX, NAME, Grid

REACHES = (5, 10, 15)
"""How far off a box's corners a detour may turn, in px: more than one, so that detours can run side by side."""
MARGIN = 4.0
"""How far a detour keeps from boxes and from the edge of the map, in px."""
TURN, CROSSED, NAMED, BESIDE = 40, 20, 60, 2
"""What a corner, a crossing, running through a name, and each px beside another detour cost, in px of way."""
APART = 4.5
"""How close detours may run, in px."""
CORNER = 14
"""How far from its corner a turn begins, in px."""


class Corners:
    """The points where a detour may turn, at one distance from the boxes, and what it costs to go between them."""

    def __init__(self, grid: Grid, at: Points, reach: float) -> None:
        """Take the board, the middles of its boxes, and how far off their corners the points lie."""
        self.grid = grid
        self.at = at
        corner = BOX / 2 + complex(reach, reach)
        found = np.add.outer(at, np.array([corner, -corner, corner.conjugate(), -corner.conjugate()])).ravel()
        high = grid.size - complex(MARGIN, MARGIN)
        on_map = (found.real >= MARGIN) & (found.imag >= MARGIN) & (found.real <= high.real) & (found.imag <= high.imag)
        self.points = np.asarray(found[on_map & ~inside(found, at, BOX / 2, MARGIN).any(axis=1)])

    @cached_property
    def pieces(self) -> tuple[Indices, Indices, Numbers]:
        """Return the free pieces from point to point: both ends, and what each piece costs."""
        first, last = np.triu_indices(len(self.points), 1)
        price = self.price(self.points[first], self.points[last], self.at)
        free = np.isfinite(price)
        return first[free], last[free], price[free]

    def price(self, starts: Points, ends: Points, boxes: Points) -> Numbers:
        """Return what straight pieces cost: their length, more through a name, infinite through a box."""
        clear = BOX / 2 + complex(MARGIN, MARGIN)
        blocked = met(starts, ends, boxes, clear).any(axis=1)
        named = met(starts, ends, self.grid.names + NAME / 2, NAME / 2).sum(axis=1)
        return np.where(blocked, np.inf, np.abs(ends - starts) + NAMED * named)


class DetourGraph:
    """The cheapest ways round by the corners at one distance, where some lines are drawn already."""

    def __init__(self, corners: Corners, lines: Points) -> None:
        """Take the corners, and the lines that go free (one polyline a row)."""
        self.corners = corners
        self.lines = lines
        first, last, price = corners.pieces
        price = price + self.crossed(corners.points[first], corners.points[last])
        self.between = np.full((len(corners.points),) * 2, np.inf)
        self.between[first, last] = self.between[last, first] = price

    def crossed(self, starts: Points, ends: Points) -> Numbers:
        """Return what straight pieces pay for crossing lines."""
        return CROSSED * crossings(np.stack([starts, ends], axis=1), self.lines, np.ones(len(self.lines)))

    def way(self, start: int, end: int) -> tuple[float, Points]:
        """Return the price and the turning points of the cheapest way between two boxes (infinite: there is none)."""
        points, at = self.corners.points, self.corners.at
        leave = self.to_box(at[start], np.delete(at, start))
        arrive = self.to_box(at[end], np.delete(at, end))
        price, before = leave + TURN, np.full(len(points), -1)
        better = np.isfinite(price)
        while better.any():
            through = price[:, None] + self.between + TURN
            better = through.min(axis=0, initial=np.inf) < price
            before[better] = through.argmin(axis=0)[better]
            price[better] = through.min(axis=0)[better]
        return self.traced(price + arrive, before)

    def to_box(self, middle: complex, foreign: Points) -> Numbers:
        """Return what the pieces between each corner and the middle of a box cost."""
        points = self.corners.points
        middles = np.full(len(points), middle)
        return self.corners.price(points, middles, foreign) + self.crossed(points, middles)

    def traced(self, price: Numbers, before: Indices) -> tuple[float, Points]:
        """Return the cheapest whole way, followed back from its last corner."""
        last = int(price.argmin()) if len(price) else -1
        if last < 0 or not np.isfinite(price[last]):
            return np.inf, self.corners.points[:0]
        turns, one = [], last
        while one >= 0:
            turns.append(one)
            one = int(before[one])
        return float(price[last]), self.corners.points[turns[::-1]]


class Detours:
    """Finds ways round the boxes of one board; later ways keep apart from earlier ones."""

    def __init__(self, grid: Grid, at: Points) -> None:
        """Take the board and the middles of its boxes."""
        self.at = at
        self.corners = [Corners(grid, at, reach) for reach in REACHES]

    def ways(self, ends: Sequence[tuple[int, int]], lines: Points) -> list[Points | None]:
        """Return a way between each two boxes, or None where there is none; `lines` are drawn already."""
        reaches = [DetourGraph(corners, lines) for corners in self.corners] if ends else []
        taken = np.empty(0, dtype=np.complex128)
        found: list[Points | None] = []
        for start, end in ends:
            way = self.cheapest([reach.way(start, end) for reach in reaches], start, end, taken)
            taken = taken if way is None else np.append(taken, _walked(way))
            found.append(way)
        return found

    def cheapest(self, found: list[tuple[float, Points]], start: int, end: int, taken: Points) -> Points | None:
        """Return the cheapest of the ways found, when running beside a way that is taken is paid for."""
        ways = [np.concatenate([self.at[[start]], turns, self.at[[end]]]) for _, turns in found]
        prices = [price + BESIDE * _beside(way, taken) for (price, _), way in zip(found, ways, strict=True)]
        best = int(np.argmin(prices))
        return ways[best] if np.isfinite(prices[best]) else None


def met(starts: Points, ends: Points, middles: Points, half: complex) -> NDArray[np.bool_]:
    """Return whether each straight piece meets the box around each middle (a last axis, one entry a box)."""
    way = (ends - starts)[..., None]
    to_low, to_high = middles - half - starts[..., None], middles + half - starts[..., None]
    with np.errstate(divide="ignore", invalid="ignore"):
        left, right = to_low.real / way.real, to_high.real / way.real
        top, bottom = to_low.imag / way.imag, to_high.imag / way.imag
    enter = np.maximum(np.minimum(left, right), np.minimum(top, bottom))
    leave = np.minimum(np.maximum(left, right), np.maximum(top, bottom))
    return np.asarray((enter < leave) & (enter < 1) & (leave > 0))


def _beside(way: Points, taken: Points) -> float:
    """Return how many px of a way run beside ways that are taken."""
    if not len(taken):
        return 0.0
    near = np.abs(_walked(way)[:, None] - taken).min(axis=1) < APART
    return float(near.mean() * np.abs(np.diff(way)).sum())


def _walked(way: Points) -> Points:
    """Return points along a way, a few px apart."""
    return np.asarray((way[:-1, None] + np.diff(way)[:, None] * np.linspace(0, 1, 60)).ravel())


def rounded(way: Points) -> list[tuple[complex, complex, float]]:
    """Return a way as pieces with start, end and bend: straight ones, and a short curve at each corner.

    The pieces meet on whole px, since vis-network puts its points there.
    """
    pieces = []
    here = complex(way[0])
    for before, corner, after in zip(way[:-2], way[1:-1], way[2:], strict=True):
        into, out = corner - before, after - corner
        cut = min(CORNER, abs(into) / 2.5, abs(out) / 2.5)
        enter, leave = np.round([corner - cut * into / abs(into), corner + cut * out / abs(out)]).tolist()
        turn = float(np.angle(out / into))
        pieces += [(here, enter, 0.0), (enter, leave, turn / np.pi)]
        here = leave
    return [*pieces, (here, complex(way[-1]), 0.0)]
