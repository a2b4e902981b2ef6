"""Compute the layout of the map: a box for each role and a line for each step or step and way back, deterministic.

What stands where is decided without regard to names (`arranged`), so that it is alike in every language; the names then
decide how wide it all is (`sizes`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from careerpaths.map.layout.arranged import Arranged, Outline, Shape, arranged, used_tracks
from careerpaths.map.layout.bands import Band, stage_bands, track_bands
from careerpaths.map.layout.lines import Line, lines_of, nets_of
from careerpaths.map.layout.measures import Point, Tracks, points
from careerpaths.map.layout.sizes import Names, Sizes, tall_sizes, wide_sizes
from careerpaths.map.layout.tracks import Lane, by_lane, runs_of
from careerpaths.map.layout.trunks import KINDS, Frame, Trunk, Trunks, is_dense
from careerpaths.model.model import Model

__all__ = ["Band", "Layout", "RoleBox", "Shape", "StepLine", "arrange"]


@dataclass(frozen=True)
class RoleBox:
    """The box of one role: its middle and its size, in px."""

    role_id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class StepLine:
    """A line: its points in px from where the step `there` starts to where it ends, and the step that leads back.

    `net` is the number of those that run together with it; `root`: they do so at its end, else at its start.
    """

    there: str
    back: str | None
    points: tuple[Point, ...]
    net: int
    root: bool


@dataclass(frozen=True)
class Layout:
    """A whole map, from (0, 0) to (width, height), in px; tracks have their names in `gutter`, stages in `head`."""

    width: float
    height: float
    gutter: float
    head: float
    places: tuple[RoleBox, ...]
    stages: tuple[Band, ...]
    tracks: tuple[Band, ...]
    lines: tuple[StepLine, ...]
    frames: tuple[Frame, ...] = ()
    trunks: tuple[Trunk, ...] = ()
    """On a dense map trunks between frames of cells are seen while nothing is chosen, then single lines instead."""


def arrange(model: Model, shape: Shape) -> Layout:
    """Return the map of a model in one shape."""
    index = {role.id: number for number, role in enumerate(model.roles)}
    always = lines_of([step for step in model.steps if not step.wildcard], index)
    lines = [*always, *lines_of([step for step in model.steps if step.wildcard], index)]
    dense = is_dense(len(model.roles), len(always))
    nets, roots = ([KINDS.index(line.there.kind) for line in lines], [False] * len(lines)) if dense else nets_of(lines)
    outline = Outline.of(model, shape, [(line.start, line.end) for line in lines], nets, len(always), dense)
    found = arranged(outline)
    trunks = Trunks(always, outline.cells, found.plan) if dense else None
    runs, along = runs_of(found.ways, nets, outline.shown)
    for run, rank in zip(runs, found.ranks, strict=True):
        run.put(rank)
    tracks = Tracks(by_lane(runs))
    most = Counter(tracks.most) | Counter(trunks.most() if trunks else {})
    sizes = _sizes(model, shape, found, most)
    drawn = [points(way, own, tracks, sizes.measures) for way, own in zip(found.ways, along, strict=True)]
    return Layout(
        sizes.width,
        sizes.height,
        sizes.gutter,
        sizes.head,
        tuple(_box(role.id, *place, sizes) for role, place in zip(model.roles, found.at, strict=True)),
        stage_bands([stage.id for stage in model.stages], found.plan, sizes),
        track_bands(used_tracks(model), found.plan, sizes) if shape is Shape.WIDE else (),
        tuple(StepLine(*told) for told in zip(*_ids(lines), drawn, nets, roots, strict=True)),
        *(trunks.drawn(sizes.measures) if trunks else ()),
    )


def _sizes(model: Model, shape: Shape, found: Arranged, most: Mapping[Lane, int]) -> Sizes:
    names = Names(
        [str(role.short) for role in model.roles],
        [str(stage.short) for stage in model.stages],
        [str(track.name) for track in model.tracks if track.id in set(used_tracks(model))],
    )
    measure = wide_sizes if shape is Shape.WIDE else tall_sizes
    return measure(found.plan, found.at, most, names)


def _box(role_id: str, x: int, y: int, sizes: Sizes) -> RoleBox:
    (left, width), (top, height) = sizes.measures.columns[x], sizes.measures.rows[y]
    return RoleBox(role_id, left + width / 2, top + height / 2, width, height)


def _ids(lines: Sequence[Line]) -> tuple[list[str], list[str | None]]:
    return [line.there.id for line in lines], [line.back.id if line.back else None for line in lines]
