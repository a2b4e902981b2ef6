"""Cost function of the layout: boxes in the way of lines, crossings, lines too close together or too short to see.

Two steps that are each other's opposite count as one broad line here; `bends.py` parts them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from careerpaths.map.layout.bezier import Indices, Numbers, Points, count, crossings, drawn, inside, shapes
from careerpaths.map.layout.grid import BOX, GAP, NAME, Grid

BENDS: Numbers = np.array([0, 0.16, -0.16, 0.32, -0.32, 0.5, -0.5, 0.76, -0.76])
FINE = shapes(BENDS, np.linspace(0.05, 0.95, 13))
COARSE = shapes(BENDS, np.array([0, 0.5, 1]))
COMPARED_BENDS = 2
"""How many bends of a line are compared by what they cross."""
MARGIN = 5.0
"""How far from a box the lines of others are kept, in px; twice as far where two lines run side by side."""
CROSSING = 5
HIT, OVERLAP, OUTSIDE = 30, 300, 20
BENT, LONG, SHORT, NARROW = 12, 0.01, 0.6, 4
"""What each fault costs, in the same unit: a crossing, a box in the way, boxes on each other, a line off the map,
a bend, a px of line, a px too little of a line to be seen, two lines in the same direction."""
LEAST_VISIBLE = 26
"""How long a line must at least be seen between two boxes, in px."""


@dataclass
class Arrangement:
    """Where the boxes stand for now, and how each line bends (an index into BENDS)."""

    at: Points
    bent: Indices

    def copy(self) -> Arrangement:
        """Return an arrangement that can be changed without changing this one."""
        return Arrangement(self.at.copy(), self.bent.copy())


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines to be tried: from where to where, and which of the map's lines each of them is."""

    start: Points
    end: Points
    which: Indices

    def only(self, chosen: Indices) -> Lines:
        """Return some of the lines."""
        return Lines(self.start[chosen], self.end[chosen], self.which[chosen])


class CostFunction:
    """Costs of box positions, of lines and of whole arrangements on one grid."""

    def __init__(self, grid: Grid, steps: Iterable[tuple[int, int]]) -> None:
        """Take a board, and for each step the indices of its two roles."""
        self.grid = grid
        pairs: dict[tuple[int, int], int] = {}
        for start, end in steps:
            pair = (min(start, end), max(start, end))
            pairs[pair] = pairs.get(pair, 0) + 1
        self.ends = np.array(list(pairs), dtype=np.intp).reshape(-1, 2)
        self.weight = np.array(list(pairs.values()), dtype=np.float64)
        self.margin = MARGIN * self.weight
        every = np.arange(len(grid.low))
        self.foreign = (self.ends[:, :1] != every) & (self.ends[:, 1:] != every)
        self.own = [np.flatnonzero(~self.foreign[:, one]) for one in every]
        self.rest = [np.flatnonzero(self.foreign[:, one]) for one in every]
        self.near = [sorted(set(self.ends[self.own[one]].ravel().tolist()) - {int(one)}) for one in every]

    def boxes(self, one: int, spots: Points, now: Arrangement) -> Numbers:
        """Return what is wrong with each spot itself: on another box, on a name, on a line that leads elsewhere."""
        rest = self.rest[one]
        lines = drawn(now.at[self.ends[rest, 0]], now.at[self.ends[rest, 1]], FINE[now.bent[rest]])
        met = count(inside(lines, spots, BOX / 2, self.margin[rest, None, None]))
        overlaps = overlap_price(spots, np.delete(now.at, one), self.grid.names)
        return np.asarray(overlaps + HIT * ((met > 0) + 0.15 * met).sum(axis=0))

    def lines(self, one: int, spots: Points, now: Arrangement) -> tuple[Numbers, Indices]:
        """Return the least price of the lines of a box on each spot, and the bends of its lines that cost it."""
        own, rest = self.own[one], self.rest[one]
        others = drawn(now.at[self.ends[rest, 0]], now.at[self.ends[rest, 1]], COARSE[now.bent[rest]])
        ends = now.at[self.ends[own].sum(axis=1) - one]
        here, there = (each.ravel() for each in np.broadcast_arrays(spots[:, None], ends))
        begins = np.tile(self.ends[own, 0] == one, len(spots))
        lines = Lines(np.where(begins, here, there), np.where(begins, there, here), np.tile(own, len(spots)))
        away = now.at.copy()
        away[one] = np.inf
        price, bent = self.cheapest(lines, away, others, self.weight[rest])
        price = (price + self.length_price(lines)).reshape(len(spots), len(own)).sum(axis=1)
        return price + fan_price(ends - spots[:, None]), bent.reshape(len(spots), len(own))

    def cheapest(self, lines: Lines, boxes: Points, others: Points, weights: Numbers) -> tuple[Numbers, Indices]:
        """Return the price and the index of each line's cheapest bend; a straight line that goes free is not bent."""
        bent = np.zeros(len(lines.which), dtype=np.intp)
        price = self.bend_price(lines, bent, boxes)
        stuck = np.flatnonzero(price)
        price += CROSSING * crossings(drawn(lines.start, lines.end, COARSE[bent]), others, weights)
        if not len(stuck):
            return price, bent
        tried = np.tile(np.arange(1, len(BENDS)), len(stuck))
        prices = self.bend_price(lines.only(np.repeat(stuck, len(BENDS) - 1)), tried, boxes).reshape(len(stuck), -1)
        for option in prices.argsort(axis=1, kind="stable").T[:COMPARED_BENDS]:
            coarse = drawn(lines.start[stuck], lines.end[stuck], COARSE[option + 1])
            paid = prices[np.arange(len(stuck)), option] + CROSSING * crossings(coarse, others, weights)
            better = paid < price[stuck]
            price[stuck[better]], bent[stuck[better]] = paid[better], option[better] + 1
        return price, bent

    def bend_price(self, lines: Lines, bent: Indices, boxes: Points) -> Numbers:
        """Return what lines bent so pay for boxes in their way, for leaving the map, and for bending."""
        points = drawn(lines.start, lines.end, FINE[bent])
        met = count(inside(points, boxes, BOX / 2, self.margin[lines.which, None, None])) * self.foreign[lines.which]
        size = self.grid.size
        outside = (points.real < 4) | (points.imag < 4) | (points.real > size.real - 4) | (points.imag > size.imag - 4)
        bend = BENDS[bent] ** 2 * (BENT + 2 * LONG * np.abs(lines.end - lines.start))
        return np.asarray(HIT * ((met > 0) + 0.15 * met).sum(axis=1) + OUTSIDE * outside.any(axis=1) + bend)

    def length_price(self, lines: Lines) -> Numbers:
        """Return what lines pay for being long, or too short to be seen between their boxes."""
        way = lines.end - lines.start
        seen = np.maximum(np.abs(way.real) - BOX.real, np.abs(way.imag) - BOX.imag)
        return np.asarray(LONG * np.abs(way) + SHORT * np.maximum(0, LEAST_VISIBLE - seen) * self.weight[lines.which])

    def whole(self, now: Arrangement) -> float:
        """Return the price of a whole arrangement."""
        lines = Lines(now.at[self.ends[:, 0]], now.at[self.ends[:, 1]], np.arange(len(self.ends)))
        every = drawn(lines.start, lines.end, COARSE[now.bent])
        prices = self.bend_price(lines, now.bent, now.at) + self.length_price(lines)
        prices += CROSSING / 2 * crossings(every, every, self.weight)
        boxes = overlap_price(now.at, now.at, self.grid.names)
        fans = sum(float(fan_price((now.at[near] - at)[None])[0]) for near, at in zip(self.near, now.at, strict=True))
        return float(prices.sum() + boxes.sum()) + fans


def overlap_price(spots: Points, others: Points, names: Points) -> Numbers:
    """Return what boxes pay for lying on or too close to other boxes, or on the names of bands."""
    apart = others - spots[:, None]
    over = np.minimum(BOX.real + GAP.real - np.abs(apart.real), BOX.imag + GAP.imag - np.abs(apart.imag))
    named = inside(spots, names + NAME / 2, (BOX + NAME) / 2)
    return np.asarray(OVERLAP * (((over > 0) * (1 + over / 10)).sum(axis=1) + named.sum(axis=1)))


def fan_price(ways: Points) -> Numbers:
    """Return what lines that leave one box pay for leaving it in nearly the same direction (one row a box)."""
    if ways.shape[1] < 2:
        return np.zeros(len(ways))
    angles = np.sort(np.angle(ways), axis=1)
    between = np.diff(angles, axis=1, append=angles[:, :1] + 2 * np.pi)
    return np.asarray(NARROW * np.maximum(0, 1 - between / 0.2).sum(axis=1))
