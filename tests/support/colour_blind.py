"""How far apart two colours look, also to those who lack one kind of cone.

Simulation after Machado, Oliveira and Fernandes (2009), severity 1; distance in OKLab (Ottosson 2020).
"""

from __future__ import annotations

from collections.abc import Mapping
from math import dist

Matrix = tuple[tuple[float, float, float], ...]

SIGHTS: Mapping[str, Matrix] = {
    "typical": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protan": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deutan": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritan": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
TO_CONES: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
TO_LAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)


def difference(one: str, other: str, sight: str) -> float:
    """Return the OKLab distance between two `#rrggbb` as seen with the named sight: black and white are 1 apart."""
    return dist(_oklab(one, SIGHTS[sight]), _oklab(other, SIGHTS[sight]))


def _oklab(colour: str, sight: Matrix) -> tuple[float, ...]:
    seen = _times(sight, tuple(_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)))
    cones = _times(TO_CONES, tuple(min(1.0, max(0.0, part)) for part in seen))
    return _times(TO_LAB, tuple(cone ** (1 / 3) for cone in cones))


def _times(matrix: Matrix, vector: tuple[float, ...]) -> tuple[float, ...]:
    return tuple(sum(a * b for a, b in zip(row, vector, strict=True)) for row in matrix)


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
