"""A way round the boxes, of straight pieces and rounded corners, for a line that no single bend brings through."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from careerpaths.picture.board import BOX, NAME, Board
from careerpaths.picture.curves import Numbers, Points, crossings, inside

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

    def __init__(self, board: Board, at: Points, lines: Points, reach: float) -> None:
        """Take the board, the middles of its boxes, the lines there are, and how far off the boxes the points lie."""
        self.board = board
        self.at = at
        self.lines = lines
        corner = BOX / 2 + complex(reach, reach)
        found = np.add.outer(at, np.array([corner, -corner, corner.conjugate(), -corner.conjugate()])).ravel()
        high = board.size - complex(MARGIN, MARGIN)
        on_map = (found.real >= MARGIN) & (found.imag >= MARGIN) & (found.real <= high.real) & (found.imag <= high.imag)
        self.points = np.asarray(found[on_map & ~inside(found, at, BOX / 2, MARGIN).any(axis=1)])

    @cached_property
    def between(self) -> Numbers:
        """Return what each piece from point to point costs, infinite through a box."""
        return self.price(self.points, self.points, self.at)

    def price(self, starts: Points, ends: Points, boxes: Points) -> Numbers:
        """Return what straight pieces cost: their length, more through a name, infinite through a box."""
        starts, ends = np.broadcast_arrays(starts[:, None], ends)
        clear = BOX / 2 + complex(MARGIN, MARGIN)
        blocked = met(starts, ends, boxes, clear).any(axis=2)
        named = met(starts, ends, self.board.names + NAME / 2, NAME / 2).sum(axis=2)
        price = np.where(blocked, np.inf, np.abs(ends - starts) + NAMED * named)
        pieces = np.stack([starts, ends], axis=-1)[~blocked]
        price[~blocked] += CROSSED * crossings(pieces, self.lines, np.ones(len(self.lines)))
        return price

    def way(self, start: int, end: int) -> tuple[float, Points]:
        """Return the price and the turning points of the cheapest way between two boxes (infinite: there is none)."""
        leave = self.price(self.at[[start]], self.points, np.delete(self.at, start))[0]
        arrive = self.price(self.points, self.at[[end]], np.delete(self.at, end))[:, 0]
        price, before = leave + TURN, np.full(len(leave), -1)
        open_ = np.ones(len(leave), dtype=bool)
        while open_.any() and np.isfinite(price[open_]).any():
            nearest = int(np.where(open_, price, np.inf).argmin())
            open_[nearest] = False
            through = price[nearest] + self.between[nearest] + TURN
            better = open_ & (through < price)
            price[better], before[better] = through[better], nearest
        return self.traced(price + arrive, before)

    def traced(self, price: Numbers, before: Numbers) -> tuple[float, Points]:
        """Return the cheapest whole way, followed back from its last corner."""
        last = int(price.argmin()) if len(price) else -1
        if last < 0 or not np.isfinite(price[last]):
            return np.inf, self.points[:0]
        turns, one = [], last
        while one >= 0:
            turns.append(one)
            one = int(before[one])
        return float(price[last]), self.points[turns[::-1]]


class Detours:
    """Finds ways round the boxes of one board; later ways keep apart from earlier ones."""

    def __init__(self, board: Board, at: Points, lines: Points) -> None:
        """Take the board, the middles of its boxes, and the lines that go free (one polyline a row)."""
        self.at = at
        self.corners = [Corners(board, at, lines, reach) for reach in REACHES]
        self.taken = np.empty(0, dtype=np.complex128)

    def way(self, start: int, end: int) -> Points | None:
        """Return a way between two boxes, its corners cut so that they can be rounded, or None when there is none."""
        found = [corners.way(start, end) for corners in self.corners]
        ways = [np.concatenate([self.at[[start]], turns, self.at[[end]]]) for _, turns in found]
        prices = [price + BESIDE * self.beside(way) for (price, _), way in zip(found, ways, strict=True)]
        best = int(np.argmin(prices))
        if not np.isfinite(prices[best]):
            return None
        self.taken = np.append(self.taken, _walked(ways[best]))
        return ways[best]

    def beside(self, way: Points) -> float:
        """Return how many px of a way run beside a way that is taken."""
        walked = _walked(way)
        if not len(self.taken):
            return 0
        near = np.abs(walked[:, None] - self.taken).min(axis=1) < APART
        return float(near.mean() * np.abs(np.diff(way)).sum())


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
