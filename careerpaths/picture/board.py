"""How wide the stages and how high the lanes of the map are, and where within them each box may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import ceil

import numpy as np

from careerpaths.content.model import Model, Role
from careerpaths.picture.curves import Numbers, Points

BOX = 108 + 38j
"""Width and height of a role's box in px: two lines of 13 px text."""

WIDE_LIMIT = 985 + 690j
TALL_WIDTH = 300
GAP = 8 + 9j
"""What stays free between two boxes, across and down."""
ARROW = 22
"""What is needed between two boxes side by side for a line to be seen there, in px."""
PADDING = 4 + 5j
"""What stays free between a box and the edge of its stage and lane."""
STAGE_HEAD = 30
TALL_ROW = 62
LETTER = 7.2
"""How wide a letter of a band's name is taken to be, and how high the name stands."""
LABEL_HEIGHT = 18


@dataclass(frozen=True)
class Band:
    """A stage or a lane: its left upper corner and its size, in px."""

    id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, eq=False)
class Board:
    """An empty map: the bands, where the middle of each role's box may lie, and what must stay free of boxes."""

    size: complex
    stages: tuple[Band, ...]
    lanes: tuple[Band, ...]
    low: Points
    high: Points
    labels: Numbers

    @property
    def rows(self) -> int:
        """Return at how many heights a box may stand within its cell."""
        return 3 if self.lanes else 6


def wide_board(model: Model) -> Board:
    """Return a board with stages as columns and tracks as lanes, as narrow and low as the roles allow."""
    tracks = [track for track in model.tracks if any(role.track.id == track.id for role in model.roles)]
    cells = Counter((role.stage.id, role.track.id) for role in model.roles)
    table = np.array([[cells[stage.id, track.id] for track in tracks] for stage in model.stages])
    files = _files(table)
    rows = np.ceil(table / files[:, None])
    widths = _shared(_widths(files), WIDE_LIMIT.real, np.maximum(table.sum(axis=1) / files - 2, 0))
    names = [str(track.name) for track in tracks]
    under = np.array([[x < _length(name) for name in names] for x in _starts(widths)])
    least = np.maximum(_heights(rows.max(axis=0)), _heights((rows * under).max(axis=0)) + LABEL_HEIGHT - PADDING.imag)
    heights = _shared(least, WIDE_LIMIT.imag - STAGE_HEAD, rows.max(axis=0))
    size = complex(sum(widths), STAGE_HEAD + sum(heights))
    stages = tuple(
        Band(stage.id, x, 0, width, size.imag)
        for stage, x, width in zip(model.stages, _starts(widths), widths, strict=True)
    )
    lanes = tuple(
        Band(track.id, 0, STAGE_HEAD + y, size.real, height)
        for track, y, height in zip(tracks, _starts(heights), heights, strict=True)
    )
    return _board(model.roles, size, stages, lanes, _labels(lanes, names))


def tall_board(model: Model) -> Board:
    """Return a board with stages as blocks from top to bottom, for narrow screens; it has no lanes."""
    held = [sum(1 for _ in model.roles_in(stage)) for stage in model.stages]
    heights = [LABEL_HEIGHT + 2 * PADDING.imag + TALL_ROW * (1 + 0.75 * max(0, number - 1)) for number in held]
    stages = tuple(
        Band(stage.id, 0, y, TALL_WIDTH, height)
        for stage, y, height in zip(model.stages, _starts(heights), heights, strict=True)
    )
    size = complex(TALL_WIDTH, sum(heights))
    names = [str(stage.short) for stage in model.stages]
    return _board(model.roles, size, stages, (), _labels(stages, names))


def _board(
    roles: Sequence[Role], size: complex, stages: tuple[Band, ...], lanes: tuple[Band, ...], labels: Numbers
) -> Board:
    """Return the board on which each role keeps to its stage and, where there are lanes, to its lane."""
    column = {stage.id: stage for stage in stages}
    lane = {band.id: band for band in lanes}
    low, high = [], []
    for role in roles:
        across, down = column[role.stage.id], lane.get(role.track.id, column[role.stage.id])
        top = down.y if lanes else down.y + LABEL_HEIGHT
        low.append(complex(across.x, top) + PADDING + BOX / 2)
        high.append(complex(across.x + across.width, down.y + down.height) - PADDING - BOX / 2)
    return Board(size, stages, lanes, np.array(low), np.array(high), labels)


def _files(table: Numbers) -> Numbers:
    """Return how many boxes stand side by side in each stage: more only where that saves height the map lacks."""
    files = np.ones(len(table))

    def height(tried: Numbers) -> float:
        return float(STAGE_HEAD + _heights(np.ceil(table / tried[:, None]).max(axis=0)).sum())

    while height(files) > WIDE_LIMIT.imag:
        wider = [files + np.eye(len(files))[one] for one in range(len(files))]
        wider = [one for one in wider if _widths(one).sum() <= WIDE_LIMIT.real]
        if not wider or min(map(height, wider)) >= height(files):
            break
        files = min(wider, key=lambda tried: (height(tried), -float((table.max(axis=1) * (tried - files)).max())))
    return files


def _heights(rows: Numbers) -> Numbers:
    return np.asarray(rows * BOX.imag + np.maximum(rows - 1, 0) * GAP.imag + 2 * PADDING.imag)


def _widths(files: Numbers) -> Numbers:
    return np.asarray(files * BOX.real + (files - 1) * ARROW + 2 * PADDING.real)


def _shared(least: Numbers, limit: float, shares: Numbers) -> list[float]:
    """Return sizes that fill `limit`, with what is left over shared out by `shares`."""
    left = max(0.0, limit - float(least.sum()))
    if not shares.any():
        return [float(one) for one in least]
    return [float(one) for one in np.floor(least + left * shares / shares.sum())]


def _length(name: str) -> float:
    return 8 + LETTER * len(name)


def _starts(sizes: Sequence[float]) -> list[float]:
    return [0.0, *accumulate(sizes)][:-1]


def _labels(bands: Iterable[Band], names: Iterable[str]) -> Numbers:
    """Return left, top, right and bottom of the names that stand in the bands' upper left corners."""
    found = [
        (band.x, band.y, band.x + _length(name), band.y + LABEL_HEIGHT)
        for band, name in zip(bands, names, strict=True)
    ]
    return np.array(found, dtype=np.float64).reshape(-1, 4)
