"""Compute the layout of the map: a box for each role and a line for each step, deterministic.

The coordinates decide the picture: `vis_data.py` hands them to vis-network, whose curves `bezier.py` repeats.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

import numpy as np

from careerpaths.map.layout.bends import BendChooser
from careerpaths.map.layout.bezier import BENDS, Points
from careerpaths.map.layout.detours import Detours, rounded
from careerpaths.map.layout.grid import BOX, Band, Grid, Outline, tall_grid, wide_grid
from careerpaths.map.layout.optimise import LocalSearch
from careerpaths.model.model import Model

__all__ = ["Band", "Curve", "Layout", "RoleBox", "Shape", "StepLine", "arrange"]

MOST_STEPS, MOST_BOXES = 400, 40
"""How many steps are searched for an arrangement (beyond, boxes stand in rows with straight lines between them), and
how many boxes lines are led round where no bend goes free: what it takes grows with the square and the cube of them."""

Ends = tuple[tuple[int, int], ...]


class Shape(StrEnum):
    """Stages from left to right on lanes, or from top to bottom for narrow screens."""

    WIDE = "wide"
    TALL = "tall"


SEEDS: Mapping[Shape, int] = {Shape.WIDE: 187, Shape.TALL: 49}
"""Seeds of the local search: the best of those tried by benchmarks/layout.py for the shipped model."""


@dataclass(frozen=True)
class RoleBox:
    """The box of one role: its middle and its size, in px."""

    role_id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Curve:
    """One piece of a line: ends in px, and the bend that `bezier.py` explains."""

    start: tuple[float, float]
    end: tuple[float, float]
    bend: float


Curves = tuple[Curve, ...]


Arranged = tuple[Grid, Points, tuple[Curves, ...]]
Layouts = dict[tuple[Outline, Ends, int, Shape], Arranged]
MOST_KNOWN = 4  # layouts: two shapes, before and after an edit


@dataclass(frozen=True)
class StepLine:
    """The line of one step, from the middle of one box to the middle of the other; nearly always one curve."""

    step_id: str
    curves: Curves


@dataclass(frozen=True)
class Layout:
    """A whole map, from (0, 0) to (width, height), in px."""

    width: float
    height: float
    places: tuple[RoleBox, ...]
    stages: tuple[Band, ...]
    lanes: tuple[Band, ...]
    lines: tuple[StepLine, ...]


def arrange(model: Model, shape: Shape) -> Layout:
    """Return the map of a model in one shape; the same for the same roles and steps, whatever the language."""
    index = {role.id: number for number, role in enumerate(model.roles)}
    steps = sorted(model.steps, key=lambda step: step.wildcard)
    ends = tuple((index[step.start], index[step.end]) for step in steps)
    grid, at, lines = arranged(Outline.of(model), ends, sum(not step.wildcard for step in steps), shape)
    places = tuple(
        RoleBox(role.id, float(middle.real), float(middle.imag), BOX.real, BOX.imag)
        for role, middle in zip(model.roles, at, strict=True)
    )
    routes = tuple(StepLine(step.id, curves) for step, curves in zip(steps, lines, strict=True))
    return Layout(grid.size.real, grid.size.imag, places, grid.stages, grid.lanes, routes)


def arranged(outline: Outline, ends: Ends, shown: int, shape: Shape) -> Arranged:
    """Return `computed`, once for each arrangement that is asked for."""
    key, known = (outline, ends, shown, shape), known_layouts()
    if key not in known:
        if len(known) >= MOST_KNOWN:
            known.pop(next(iter(known)))
        known[key] = computed(*key)
    return known[key]


@cache
def known_layouts() -> Layouts:
    """Return what has been computed in this process, or was by another one, which is put in here."""
    return {}


def computed(outline: Outline, ends: Ends, shown: int, shape: Shape) -> Arranged:
    """Return the board, the middles of the boxes and the lines; the first `shown` steps are always on the map."""
    grid = wide_grid(outline) if shape is Shape.WIDE else tall_grid(outline)
    if len(ends) > MOST_STEPS or not ends:
        at = grid.stacked()
        return grid, at, tuple((_curve(at[start], at[end], 0.0),) for start, end in ends)
    at = LocalSearch(grid, ends[:shown]).run(SEEDS[shape]).round()
    detours = Detours(grid, at)
    return grid, at, (*_lines(grid, at, ends[:shown], detours), *_lines(grid, at, ends[shown:], detours))


def _lines(grid: Grid, at: Points, ends: Ends, detours: Detours) -> list[Curves]:
    """Return the lines of steps that are seen together: one bent curve each, or a way round where none goes free."""
    routing = BendChooser(grid, at, ends)
    bends = BENDS[routing.run()]
    lines: list[Curves] = [(_curve(at[a], at[b], float(bend)),) for (a, b), bend in zip(ends, bends, strict=True)]
    stuck = routing.stuck() if len(at) <= MOST_BOXES else []
    ways = detours.ways([ends[one] for one in stuck], np.delete(routing.coarse, stuck, axis=0))
    for one, way in zip(stuck, ways, strict=True):
        if way is not None:
            lines[one] = tuple(_curve(*piece) for piece in rounded(way))
    return lines


def _curve(start: complex, end: complex, bend: float) -> Curve:
    return Curve((float(start.real), float(start.imag)), (float(end.real), float(end.imag)), bend)
