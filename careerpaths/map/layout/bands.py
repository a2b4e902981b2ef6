"""Where stages and tracks lie on the map: their bands, each with the room for its name."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from careerpaths.map.layout.frames import Plan
from careerpaths.map.layout.measures import Spans
from careerpaths.map.layout.sizes import Sizes

ABOVE = 4
"""What is kept above the name of a stage in its row, in px (map_view.css)."""


@dataclass(frozen=True)
class Band:
    """A stage or a track: its left upper corner and its size, in px."""

    id: str
    x: float
    y: float
    width: float
    height: float


def track_bands(ids: Sequence[str], plan: Plan, sizes: Sizes) -> tuple[Band, ...]:
    """Return the bands of tracks from top to bottom, over the whole width."""
    edges = _edges(plan.rows, _middles(sizes.measures.rows), sizes.head, sizes.height)
    return tuple(Band(ids[track], 0, top, sizes.width, bottom - top) for track, top, bottom in edges)


def stage_bands(ids: Sequence[str], plan: Plan, sizes: Sizes) -> tuple[Band, ...]:
    """Return the bands of stages: columns over the whole height, or without columns of their own rows."""
    if plan.columns:
        edges = _edges(plan.columns, _middles(sizes.measures.columns), sizes.gutter, sizes.width)
        return tuple(Band(ids[stage], left, 0, right - left, sizes.height) for stage, left, right in edges)
    tops = [lane[0] - ABOVE for lane in sizes.measures.rows[1::2]]
    edges = _edges(plan.rows, tops, 0, sizes.height)
    return tuple(Band(ids[stage], 0, top, sizes.width, bottom - top) for stage, top, bottom in edges)


def _middles(lanes: Spans) -> list[float]:
    """Return where each column or row of boxes may begin: in the middle of the channel before it."""
    return [start + size / 2 for start, size in lanes[::2]]


def _edges(owners: Sequence[int], starts: Sequence[float], first: float, last: float) -> list[tuple[int, float, float]]:
    """Return each owner of columns or rows with where its own begin and end."""
    changes = [place for place in range(1, len(owners)) if owners[place] != owners[place - 1]]
    edges = [starts[place] for place in changes]
    return list(zip([owners[0], *(owners[place] for place in changes)], [first, *edges], [*edges, last], strict=True))
