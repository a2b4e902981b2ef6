"""Choose the bend of each line: one that misses the boxes, crosses few lines and keeps its distance from others."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from careerpaths.map.layout.bezier import (
    BENDS,
    Indices,
    Numbers,
    Points,
    control,
    count,
    crossings,
    drawn,
    inside,
    shapes,
)
from careerpaths.map.layout.grid import BOX, NAME, Grid

FINE = shapes(BENDS, np.linspace(0, 1, 33))
FINEST = shapes(BENDS, np.linspace(0, 1, 121))
COARSE = shapes(BENDS, np.linspace(0, 1, 8))
CONTROL = control(BENDS)
MARGIN, STUCK = 5.0, 2.0
"""How far lines are kept from boxes, and how near is too near, in px."""
STUB: Numbers = np.array([30, 45, 62, 80, 105, 140, 180], dtype=np.float64)
"""At which distances from the middle of a box the lines that meet there are compared, in px."""
HIT, OUTSIDE, CROSSING, CROWD, NAMED, BENT, LONG = 60, 60, 5, 4, 0.4, 12, 0.02
NEAR = 13
"""How close lines that share an end may run before they pay, in px."""
PASSES = 2


class BendChooser:
    """Bends the lines between boxes that stand where they stand."""

    def __init__(self, grid: Grid, at: Points, steps: Sequence[tuple[int, int]]) -> None:
        """Take the board, the middles of its boxes, and for each step the indices of its two roles."""
        self.grid = grid
        self.at = at
        self.ends = np.array(steps, dtype=np.intp).reshape(-1, 2)
        self.start, self.end = at[self.ends[:, 0]], at[self.ends[:, 1]]
        self.bent = self.parted()
        self.coarse = drawn(self.start, self.end, COARSE[self.bent])
        self.stubs = self.stub(np.arange(len(self.ends)), self.bent)

    def parted(self) -> Indices:
        """Return a first bend for each line: straight, or away from the line of the opposite step."""
        pairs = {tuple(pair) for pair in self.ends.tolist()}
        return np.array([3 if (end, start) in pairs else 0 for start, end in self.ends.tolist()], dtype=np.intp)

    def run(self) -> Indices:
        """Return each line's bend as an index into BENDS."""
        length = np.abs(self.end - self.start)
        order = np.argsort(-length, kind="stable")
        for _ in range(PASSES):
            for one in order:
                self.bend(int(one))
        return self.bent

    def stuck(self) -> list[int]:
        """Return the lines that still run through a box or off the map, the longest first."""
        length = np.abs(self.end - self.start)
        order = [int(one) for one in np.argsort(-length, kind="stable")]
        return [one for one in order if self.faults(one, FINEST[[self.bent[one]]], STUCK)[0] > 0]

    def bend(self, one: int) -> None:
        """Give one line the bend that is cheapest among the others as they run now."""
        price = (
            self.faults(one, FINE, MARGIN) + self.shape_price(one) + self.crossing_price(one) + self.crowd_price(one)
        )
        best = int(np.round(price, 6).argmin())
        self.bent[one] = best
        self.coarse[one] = drawn(self.start[[one]], self.end[[one]], COARSE[[best]])[0]
        self.stubs[one] = self.stub(np.array([one]), np.array([best]))[0]

    def faults(self, one: int, shape: Points, margin: float) -> Numbers:
        """Return what each shape of a line pays for boxes in its way and for leaving the map."""
        points = drawn(self.start[[one]], self.end[[one]], shape)
        met = count(inside(points, np.delete(self.at, self.ends[one]), BOX / 2, margin))
        size = self.grid.size
        outside = (points.real < 3) | (points.imag < 3) | (points.real > size.real - 3) | (points.imag > size.imag - 3)
        return np.asarray(HIT * ((met > 0) + 0.2 * met).sum(axis=1) + OUTSIDE * outside.any(axis=1))

    def shape_price(self, one: int) -> Numbers:
        """Return what each bend pays for bending, and for running through the names of bands."""
        points = drawn(self.start[[one]], self.end[[one]], FINE)
        length = float(np.abs(self.end[one] - self.start[one]))
        named = inside(points, self.grid.names + NAME / 2, NAME / 2).any(axis=2).mean(axis=1)
        return np.asarray(NAMED * length * named + BENDS**2 * (BENT + LONG * length))

    def crossing_price(self, one: int) -> Numbers:
        """Return what each bend pays for the lines it crosses."""
        mine = drawn(self.start[[one]], self.end[[one]], COARSE)
        others = self.coarse[np.arange(len(self.ends)) != one]
        overlap = (
            (others.real.min(axis=1) < mine.real.max())
            & (others.real.max(axis=1) > mine.real.min())
            & (others.imag.min(axis=1) < mine.imag.max())
            & (others.imag.max(axis=1) > mine.imag.min())
        )
        return CROSSING * crossings(mine, others[overlap], np.ones(int(overlap.sum())))

    def crowd_price(self, one: int) -> Numbers:
        """Return what each bend pays for running close to lines that share one of its ends."""
        mine = self.stub(np.full(len(BENDS), one), np.arange(len(BENDS)))
        price = np.zeros(len(BENDS))
        for side in (0, 1):
            shared = self.ends == self.ends[one, side]
            shared[one] = False
            others = self.stubs[shared]
            apart = np.abs(mine[:, side, None] - others)
            price += np.nansum(np.maximum(0, 1 - apart / NEAR), axis=(1, 2))
        return CROWD * price

    def stub(self, which: Indices, bent: Indices) -> Points:
        """Return points of lines near their two ends, and their middles, NaN where a box hides them."""
        start, way, turn = self.start[which], self.end[which] - self.start[which], CONTROL[bent]
        leave = np.minimum(STUB / (2 * np.abs(way * turn))[:, None], 1)
        arrive = np.maximum(1 - STUB / (2 * np.abs(way * (1 - turn)))[:, None], 0)
        at = np.stack([leave, arrive], axis=1)
        at = np.concatenate([at, np.full_like(at[..., :1], 0.5)], axis=2)
        points = start[:, None, None] + way[:, None, None] * (2 * at * (1 - at) * turn[:, None, None] + at**2)
        for box in (start, start + way):
            away = points - box[:, None, None]
            points[(np.abs(away.real) < BOX.real / 2) & (np.abs(away.imag) < BOX.imag / 2)] = np.nan
        return np.asarray(points)
