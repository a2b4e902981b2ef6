"""Arrange a map on its lattice: where each box stands, the way of each line, and the order of lines side by side."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from careerpaths.map.layout.frames import Cell, Plan, tall_plan, wide_plan
from careerpaths.map.layout.lattice import Place
from careerpaths.map.layout.placing import estimated, settled
from careerpaths.map.layout.routing import Routing
from careerpaths.map.layout.untangle import by_net, ordered, untangle
from careerpaths.map.layout.ways import Way
from careerpaths.model.model import Model

EFFORT = 20_000
"""How much is tried to find good places: tries times boxes and lines."""
UNTANGLING = 2_500
"""How many other ways are tried for lines that cross: tries times lines."""
FEW = 150
"""How many lines a map may have to be untangled: beyond, the crossings of a few would be a few less among many."""
MOST_KNOWN = 4  # two shapes, before and after an edit


class Shape(StrEnum):
    """Stages from left to right on tracks, or from top to bottom for narrow screens."""

    WIDE = "wide"
    TALL = "tall"


@dataclass(frozen=True)
class Outline:
    """What decides how a map is arranged: stages, tracks, the cell of each role, and the lines with their nets."""

    shape: Shape
    stages: int
    tracks: int
    cells: tuple[Cell, ...]
    ends: tuple[tuple[int, int], ...]
    nets: tuple[int, ...]
    shown: int
    """How many of the lines are always there; the others come with a choice."""
    dense: bool
    """Whether single lines are seen only with a choice, so that those of a kind may run on one track."""

    @classmethod
    def of(
        cls,
        model: Model,
        shape: Shape,
        ends: Sequence[tuple[int, int]],
        nets: Sequence[int],
        shown: int,
        dense: bool,
    ) -> Outline:
        """Return the outline of a model; tracks that are no role's own are left out."""
        stages = {stage.id: place for place, stage in enumerate(model.stages)}
        tracks = {track: place for place, track in enumerate(used_tracks(model))}
        cells = tuple((stages[role.stage.id], tracks[role.track.id]) for role in model.roles)
        return cls(shape, len(stages), len(tracks), cells, tuple(ends), tuple(nets), shown, dense)


@dataclass(frozen=True)
class Arranged:
    """Where each box stands on the lattice, the way of each line, and the rank of each run in its lane."""

    plan: Plan
    at: tuple[Place, ...]
    ways: tuple[Way, ...]
    ranks: tuple[int, ...]


Layouts = dict[Outline, Arranged]


def used_tracks(model: Model) -> list[str]:
    """Return the ids of the tracks that some role is first in, in the order of the file."""
    used = {role.track.id for role in model.roles}
    return [track.id for track in model.tracks if track.id in used]


def arranged(outline: Outline) -> Arranged:
    """Return `computed`, once for each outline that is asked for."""
    known = known_layouts()
    if outline not in known:
        if len(known) >= MOST_KNOWN:
            known.pop(next(iter(known)))
        known[outline] = computed(outline)
    return known[outline]


@cache
def known_layouts() -> Layouts:
    """Return what has been computed in this process, or was by another one, which is put in here."""
    return {}


def computed(outline: Outline) -> Arranged:
    """Return a map arranged anew."""
    plan, at = placed(outline)
    pairs = [(at[start], at[end]) for start, end in outline.ends]
    routing = Routing(plan.frame.lattice(at), pairs, outline.nets, outline.shown)
    if outline.dense:
        routing.direct()
        return Arranged(plan, tuple(at), tuple(routing.ways), tuple(by_net(routing)))
    routing.run()
    untangle(routing, UNTANGLING // (outline.shown + 1) if outline.shown <= FEW else 0)
    routing.finish()
    ordering = ordered(routing)
    return Arranged(plan, tuple(at), tuple(routing.ways), tuple(run.rank for run in ordering.runs))


def placed(outline: Outline) -> tuple[Plan, list[Place]]:
    """Return the plan of a map, and a place on it for each role."""
    ends = outline.ends[: outline.shown]
    wide = outline.shape is Shape.WIDE
    plan = (
        wide_plan(outline.stages, outline.tracks, outline.cells) if wide else tall_plan(outline.stages, outline.cells)
    )
    return plan, settled(plan.frame, estimated(ends), EFFORT // (len(ends) + len(outline.cells)))
