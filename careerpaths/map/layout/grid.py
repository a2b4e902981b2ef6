"""The empty map: sizes of stages and lanes, and the area in which each role's box may be placed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

import numpy as np

from careerpaths.map.layout.bezier import Numbers, Points
from careerpaths.model.model import Model

BOX = 108 + 38j
"""Width and height of a role's box in px: two lines of 13 px text."""
GAP = 8 + 9j
"""What stays free between two boxes, across and down."""
PADDING = 4 + 5j
"""What stays free between a box and the edge of its stage and lane."""
ARROW = 22
"""What is kept between boxes side by side in a stage, so that a line with its arrow head is seen there."""
WIDE_LIMIT = 985 + 690j
"""What a desktop screen leaves for the map; a model that needs more makes the map higher or wider."""
STAGE_HEAD = 36
"""Height of the row of stage names above the lanes: two lines of text."""
NAME = 170 + 18j
"""Room for the name of a lane or stage in its upper left corner: the same in every language, so that the map is too."""
TALL_WIDTH, TALL_ROW, TALL_SIDE = 300, 62, 20
"""Width of the map on a narrow screen, height of a row, and what is kept free at both sides for lines, in px."""


@dataclass(frozen=True)
class Outline:
    """Input of the grid: ids of stages and tracks, and (stage, lane) of each role."""

    stages: tuple[str, ...]
    tracks: tuple[str, ...]
    cells: tuple[tuple[str, str], ...]

    @classmethod
    def of(cls, model: Model) -> Outline:
        """Return the outline of a model; tracks that are no role's lane are left out."""
        lanes = {role.track.id for role in model.roles}
        return cls(
            tuple(stage.id for stage in model.stages),
            tuple(track.id for track in model.tracks if track.id in lanes),
            tuple((role.stage.id, role.track.id) for role in model.roles),
        )


@dataclass(frozen=True)
class Band:
    """A stage or a lane: its left upper corner and its size, in px."""

    id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Grid:
    """An empty map: bands, bounds of the middle of each role's box (`low`, `high`), and corners of the bands' names."""

    size: complex
    stages: tuple[Band, ...]
    lanes: tuple[Band, ...]
    low: Points
    high: Points
    names: Points
    mates: tuple[tuple[int, ...], ...]
    """For each role the other roles of its stage."""

    def spots(self, one: int, across: int = 5) -> Points:
        """Return places that a box may take, spread over its cell."""
        low, high = self.low[one], self.high[one]
        columns = min(across, 1 + int((high.real - low.real) / 12))
        rows = min(3 if self.lanes else 6, 1 + int((high.imag - low.imag) / 8))
        places = np.add.outer(_spread(low.real, high.real, columns), 1j * _spread(low.imag, high.imag, rows))
        return np.asarray(places.ravel())

    def stacked(self) -> Points:
        """Return places in rows and columns, in the order of the roles, where no box lies on another."""
        cells = defaultdict(list)
        for one, (low, high) in enumerate(zip(self.low, self.high, strict=True)):
            cells[complex(low), complex(high)].append(one)
        at = np.empty(len(self.low), dtype=np.complex128)
        for (low, high), held in cells.items():
            columns = min(len(held), 1 + int((high - low).real / (BOX.real + GAP.real)))
            down = _spread(low.imag, high.imag, ceil(len(held) / columns))
            across = _spread(low.real, high.real, columns)
            at[held] = np.add.outer(1j * down, across).ravel()[: len(held)]
        return at


def wide_grid(outline: Outline) -> Grid:
    """Return a board with stages as columns and tracks as lanes, as large as the roles need."""
    count = Counter(outline.cells)
    table = np.array([[count[stage, track] for track in outline.tracks] for stage in outline.stages], dtype=np.float64)
    files = _files(table)
    widths = _shared(_widths(files), WIDE_LIMIT.real, np.maximum(table.sum(axis=1) / files - 2, 0))
    rows = np.ceil(table / files[:, None])
    beside_name = np.array(_starts(widths))[:, None] < NAME.real
    below_name = _heights((rows * beside_name).max(axis=0)) + NAME.imag - PADDING.imag
    least = np.maximum(_heights(rows.max(axis=0)), below_name)
    heights = _shared(least, WIDE_LIMIT.imag - STAGE_HEAD, rows.max(axis=0))
    size = complex(sum(widths), STAGE_HEAD + sum(heights))
    stages = tuple(map(Band, outline.stages, _starts(widths), [0.0] * len(widths), widths, [size.imag] * len(widths)))
    tops = [STAGE_HEAD + y for y in _starts(heights)]
    lanes = tuple(map(Band, outline.tracks, [0.0] * len(tops), tops, [size.real] * len(tops), heights))
    return _grid(outline, size, stages, lanes)


def tall_grid(outline: Outline) -> Grid:
    """Return a board with stages as blocks from top to bottom, for narrow screens; it has no lanes."""
    held = Counter(stage for stage, _ in outline.cells)
    heights = [NAME.imag + 2 * PADDING.imag + TALL_ROW * (1 + 0.75 * max(0, held[one] - 1)) for one in outline.stages]
    stages = tuple(
        Band(stage, 0, y, TALL_WIDTH, height)
        for stage, y, height in zip(outline.stages, _starts(heights), heights, strict=True)
    )
    return _grid(outline, complex(TALL_WIDTH, sum(heights)), stages, ())


def _grid(outline: Outline, size: complex, stages: tuple[Band, ...], lanes: tuple[Band, ...]) -> Grid:
    """Return the board on which each role keeps to its stage and, where there are lanes, to its lane."""
    padding = PADDING if lanes else complex(TALL_SIDE, PADDING.imag)
    column, lane = {band.id: band for band in stages}, {band.id: band for band in lanes}
    low, high = [], []
    for stage, track in outline.cells:
        across, down = column[stage], lane.get(track, column[stage])
        top = down.y + (0 if lanes else NAME.imag)
        low.append(complex(across.x, top) + padding + BOX / 2)
        high.append(complex(across.x + across.width, down.y + down.height) - padding - BOX / 2)
    names = np.array([complex(band.x, band.y) for band in lanes or stages])
    stage_of = [stage for stage, _ in outline.cells]
    mates = tuple(
        tuple(other for other, its in enumerate(stage_of) if its == stage and other != one)
        for one, stage in enumerate(stage_of)
    )
    return Grid(size, stages, lanes, np.array(low), np.array(high), names, mates)


def _files(table: Numbers) -> Numbers:
    """Return how many boxes stand side by side in each stage: more only where that saves height the map lacks."""
    files = np.ones(len(table))

    def height(tried: Numbers) -> float:
        return float(STAGE_HEAD + _heights(np.ceil(table / tried[:, None]).max(axis=0)).sum())

    def order(tried: Numbers) -> tuple[float, float]:
        return height(tried), -float((table.max(axis=1) * (tried - files)).max())

    while height(files) > WIDE_LIMIT.imag:
        wider = [files + one for one in np.eye(len(files)) if _widths(files + one).sum() <= WIDE_LIMIT.real]
        if not wider or height(min(wider, key=order)) >= height(files):
            break
        files = min(wider, key=order)
    return files


def _heights(rows: Numbers) -> Numbers:
    return np.asarray(rows * BOX.imag + np.maximum(rows - 1, 0) * GAP.imag + 2 * PADDING.imag)


def _widths(files: Numbers) -> Numbers:
    return np.asarray(files * BOX.real + (files - 1) * ARROW + 2 * PADDING.real)


def _shared(least: Numbers, limit: float, shares: Numbers) -> list[float]:
    """Return sizes that fill `limit`, with what is left over shared out by `shares`."""
    left = max(0.0, limit - float(least.sum()))
    parts = shares / shares.sum() if shares.any() else shares
    return [float(one) for one in np.floor(least + left * parts)]


def _starts(sizes: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(sizes)][:-1]


def _spread(low: float, high: float, number: int) -> Numbers:
    """Return `number` evenly spread values, a single one in the middle."""
    return np.linspace(low, high, number) if number > 1 else np.array([(low + high) / 2])
