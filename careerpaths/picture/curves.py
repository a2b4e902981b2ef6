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

BENDS: Numbers = np.array(
    [0, 0.08, -0.08, 0.16, -0.16, 0.24, -0.24, 0.33, -0.33, 0.42, -0.42, 0.52, -0.52, 0.64, -0.64, 0.8, -0.8]
)


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
    along, across = np.diff(first).reshape(-1, 1), np.diff(second).reshape(1, -1)
    apart = second[:, :-1].reshape(1, -1) - first[:, :-1].reshape(-1, 1)
    turn = along.real * across.imag - along.imag * across.real
    side = np.sign(turn)
    on_first = (apart.real * across.imag - apart.imag * across.real) * side
    on_second = (apart.real * along.imag - apart.imag * along.real) * side
    np.abs(turn, out=turn)
    met = (on_first > 0) & (on_second > 0) & (on_first < turn) & (on_second < turn)
    counted = met.view(np.int8).reshape(len(first), first.shape[1] - 1, across.size).sum(axis=1, dtype=np.int8)
    return np.asarray((counted * np.repeat(weights, second.shape[1] - 1)).sum(axis=1))


def inside(points: Points, middles: Points, half: complex, margin: float | Numbers = 0.0) -> NDArray[np.bool_]:
    """Return whether each point lies within the box around each middle (a last axis, one entry a box)."""
    across, down = points.real[..., None] - middles.real, points.imag[..., None] - middles.imag
    return np.asarray((np.abs(across) < half.real + margin) & (np.abs(down) < half.imag + margin))


def count(met: NDArray[np.bool_]) -> NDArray[np.int8]:
    """Return how many points of each line (the axis but last) lie in each box (the last axis)."""
    return np.asarray(met.view(np.int8).sum(axis=-2, dtype=np.int8))
