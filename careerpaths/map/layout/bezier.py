"""The curves of vis-network 9.1.2, so that what is measured here is what the browser draws.

Points are complex numbers: x + iy in CSS px, y downwards. vis-network draws an edge from the middle of one box to the
middle of the other as a quadratic Bézier curve whose control point follows from one number, the bend: its size is vis's
`roundness`, positive is `curvedCW`, negative `curvedCCW`, nought a straight line (`_getViaCoordinates` in its source).
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Points = NDArray[np.complex128]
Numbers = NDArray[np.float64]
Indices = NDArray[np.intp]
Singles = NDArray[np.float32]

BENDS: Numbers = np.array(
    [0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.33, -0.33, 0.42, -0.42, 0.52, -0.52, 0.64, -0.64, 0.8, -0.8]
)

NEARLY = 1e-3
"""The part of a piece of line at its ends where it is not said to cross: lines that meet in a box do not."""


def control(bends: Numbers) -> Points:
    """Return the control points of curves from 0 to 1."""
    return np.asarray((0.5 + 0.5 * np.abs(bends)) * np.exp(-0.5j * np.pi * bends), dtype=np.complex128)


def shapes(bends: Numbers, at: Numbers) -> Points:
    """Return one row a bend: a curve from 0 to 1 at the parameters `at`, which `drawn` lays between two points."""
    return np.asarray(np.multiply.outer(control(bends), 2 * at * (1 - at)) + at**2, dtype=np.complex128)


def drawn(start: Points, end: Points, shape: Points) -> Points:
    """Return the points of lines from `start` to `end`, one row a line."""
    return start[..., None] + (end - start)[..., None] * shape


def crossings(first: Points, second: Points, weights: Numbers) -> Numbers:
    """Return how often each polyline of `first` crosses those of `second`, each of these counted by its weight."""
    x, y = _parts(second[:, :-1].reshape(1, -1), first[:, :-1].reshape(-1, 1))
    along_x, along_y = _parts(np.diff(first).reshape(-1, 1))
    across_x, across_y = _parts(np.diff(second).reshape(1, -1))
    with np.errstate(divide="ignore", invalid="ignore"):
        turn = 1 / (along_x * across_y - along_y * across_x)
        on_first, on_second = (x * across_y - y * across_x) * turn, (x * along_y - y * along_x) * turn
        met = (on_first > NEARLY) & (on_first < 1 - NEARLY) & (on_second > NEARLY) & (on_second < 1 - NEARLY)
    counted = met.view(np.int8).reshape(len(first), first.shape[1] - 1, met.shape[1]).sum(axis=1, dtype=np.int8)
    return np.asarray((counted * np.repeat(weights, second.shape[1] - 1)).sum(axis=1))


def inside(points: Points, middles: Points, half: complex, margin: float | Numbers = 0.0) -> NDArray[np.bool_]:
    """Return whether each point lies within the box around each middle (a last axis, one entry a box)."""
    across, down = _parts(points[..., None], middles)
    within = np.abs(across, out=across) < np.float32(half.real) + np.asarray(margin, dtype=np.float32)
    within &= np.abs(down, out=down) < np.float32(half.imag) + np.asarray(margin, dtype=np.float32)
    return np.asarray(within)


def _parts(points: Points, origin: Points | complex = 0) -> tuple[Singles, Singles]:
    """Return x and y of points, seen from an origin, in single precision: half the memory, and fine enough."""
    x = points.real.astype(np.float32) - np.asarray(origin).real.astype(np.float32)
    return x, points.imag.astype(np.float32) - np.asarray(origin).imag.astype(np.float32)


def count(met: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Return how many points of each line (the axis but last) lie in each box (the last axis)."""
    return np.asarray(met.view(np.int8).sum(axis=-2, dtype=np.int8))
