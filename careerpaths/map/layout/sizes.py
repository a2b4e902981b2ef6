"""The sizes of columns, rows, channels and names of a map, in px: each as wide as what stands in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import ceil

from careerpaths.map.layout.frames import Plan
from careerpaths.map.layout.lattice import Place
from careerpaths.map.layout.measures import Measures, channel, spans
from careerpaths.map.layout.text_width import lines_in, longest_piece, on_two_lines
from careerpaths.map.layout.tracks import Lane

BOX = 36
"""Height of a box: two lines of text."""
LETTERS, BORDER = 13.5, 15
"""Size of letters in a box, and what its border and padding take of its width (map_view.css), with 2 px to spare."""
NAMES, HEADS = 12.5, 13.5
"""Sizes of letters of track and stage names (map_view.css)."""
NAME_LINE, HEAD_LINE = 15, 16
LEAST, MOST = 64, 112
"""Width of a box whose name is short, and what boxes grow to where the map has room left."""
APART, ALONE, EDGE = 28, 12, 8
"""What is kept free between two boxes, where no two boxes face each other, and at the map's edges."""
BEFORE = 8
"""What a channel may be narrower above the name of a stage: no line turns there to meet it."""
FULL, NARROW = 980, 300
"""What a desktop screen leaves beside the card, and a phone."""


@dataclass(frozen=True)
class Names:
    """What is written on the map, in one language."""

    roles: Sequence[str]
    stages: Sequence[str]
    tracks: Sequence[str]


@dataclass(frozen=True)
class Sizes:
    """The lanes of a map, what it takes whole, and where names stand.

    Those of tracks stand in the `gutter` left of the columns, those of stages in the `head` above them; without tracks
    those of stages stand from the gutter on, in rows of their own.
    """

    measures: Measures
    width: float
    height: float
    gutter: float
    head: float


def wide_sizes(plan: Plan, at: Sequence[Place], most: Mapping[Lane, int], names: Names) -> Sizes:
    """Return the sizes of a map of columns; `most` tells how many lines run side by side in each lane."""
    gutter = float(ceil(longest_piece(names.tracks, NAMES) + 16))
    columns = _columns(plan, at, most, names)
    room = FULL - gutter - sum(columns)
    boxes = range(1, len(columns), 2)
    for place in sorted(boxes, key=lambda one: -columns[one]):
        grown = max(0, min(MOST - columns[place], room // len(boxes)))
        columns[place] += grown
    rows = _rows(plan, at, most)
    for track, name in enumerate(names.tracks):
        held = [2 * y + 1 for y, its in enumerate(plan.rows) if its == track]
        tall = 12 + NAME_LINE * lines_in(name, gutter - 12, NAMES)
        if held:
            rows[held[-1] + 1] += max(0.0, tall - sum(rows[held[0] : held[-1] + 1]) - ALONE)
    head = 8 + HEAD_LINE * max(
        (lines_in(name, _span(plan, columns, stage), HEADS) for stage, name in enumerate(names.stages)), default=1
    )
    across, down = spans(columns, gutter), spans(rows, head)
    return Sizes(Measures(across, down), gutter + sum(columns), head + sum(rows), gutter, head)


def _span(plan: Plan, columns: Sequence[float], stage: int) -> float:
    """Return the width that a stage's name has: its columns, and half of the channels beside."""
    own = [2 * x + 1 for x, its in enumerate(plan.columns) if its == stage]
    inner = sum(columns[own[0] : own[-1] + 1]) if own else 0
    return inner + (columns[own[0] - 1] + columns[own[-1] + 1]) / 2 if own else 0


def _columns(plan: Plan, at: Sequence[Place], most: Mapping[Lane, int], names: Names) -> list[float]:
    wanted = [0.0] * (2 * plan.frame.columns + 1)
    for (x, _), name in zip(at, names.roles, strict=True):
        wanted[x] = max(wanted[x], float(ceil(on_two_lines(name, LETTERS) + BORDER)))
    last = len(wanted) - 1
    return [
        max(LEAST, size) if x % 2 else channel(most.get((False, x), 0), EDGE if x in (0, last) else APART)
        for x, size in enumerate(wanted)
    ]


def _rows(plan: Plan, at: Sequence[Place], most: Mapping[Lane, int]) -> list[float]:
    boxes, last = set(at), 2 * plan.frame.rows
    faced = {y + 1 for x, y in boxes if (x, y + 2) in boxes}
    return [
        BOX if y % 2 else channel(most.get((True, y), 0), EDGE if y in (0, last) else APART if y in faced else ALONE)
        for y in range(last + 1)
    ]


def tall_sizes(plan: Plan, at: Sequence[Place], most: Mapping[Lane, int], names: Names) -> Sizes:
    """Return the sizes of a map of two columns, for a narrow screen; rows that no box stands in hold a stage's name."""
    channels = [channel(most.get((False, x), 0), EDGE if x in (0, 4) else APART) for x in (0, 2, 4)]
    widest = max((on_two_lines(name, LETTERS) for name in names.roles), default=0) + BORDER
    box = float(ceil(max(widest, (NARROW - sum(channels)) / 2)))
    columns = [channels[0], box, channels[1], box, channels[2]]
    rows = _rows(plan, at, most)
    for _, y in plan.frame.closed:
        name = names.stages[plan.rows[y // 2]]
        rows[y] = HEAD_LINE * lines_in(name, box, HEADS)
        rows[y - 1] = max(rows[y - 1] - BEFORE, ALONE) if y > 1 else 4
    return Sizes(Measures(spans(columns, 0), spans(rows, 0)), sum(columns), sum(rows), channels[0], 0)
