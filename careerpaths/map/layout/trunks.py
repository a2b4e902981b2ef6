"""A dense map at rest: one trunk a kind between two cells (a stage and a track), with how many steps it stands for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from careerpaths.map.layout.frames import Cell, Plan
from careerpaths.map.layout.lattice import Lattice, Place
from careerpaths.map.layout.lines import Line
from careerpaths.map.layout.measures import Measures, Point, Spans, Tracks, points
from careerpaths.map.layout.routing import Routing
from careerpaths.map.layout.tracks import Lane, by_lane, runs_of
from careerpaths.map.layout.untangle import ordered
from careerpaths.model.model import StepKind

KINDS = tuple(StepKind)
AROUND = 4
"""What is kept between the boxes of a cell and its frame, in px."""
NUMBERED = 18
"""From one trunk to the next where they meet a frame, at most: room for a number."""
MOST, MANY = 150, 4
"""A map with more lines, or with more for each role, is dense."""

Key = tuple[Place, Place, StepKind]


@dataclass(frozen=True)
class Frame:
    """What stands around the boxes of one cell: its left upper corner and its size, in px."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True)
class Trunk:
    """All steps of a kind between two cells: how many lead there and back, and the points of their one line."""

    kind: StepKind
    there: int
    back: int
    points: tuple[Point, ...]


def is_dense(roles: int, lines: int) -> bool:
    """Return whether single lines are too many to be followed by eye."""
    return lines > min(MOST, MANY * max(roles, 15))


class Trunks:
    """The trunks of one map: arranged on a lattice of cells, then drawn between the channels of the boxes' own."""

    def __init__(self, lines: Sequence[Line], cells: Sequence[Cell], plan: Plan) -> None:
        """Take the lines of a model, the stage and track of each role, and the plan of its map."""
        self.columns = _lanes(plan.columns) if plan.columns else [(0, plan.frame.columns - 1)]
        self.rows = _lanes(plan.rows)
        if not plan.columns:  # the first row of each stage holds its name
            self.rows = [(first + 1, last) for first, last in self.rows]
        self.plan = plan
        self.counted = _counted(lines, [self._place(cell) for cell in cells])
        self.boxes = {self._place(cell) for cell in cells}
        nets = [KINDS.index(kind) for _, _, kind in self.counted]
        routing = Routing(
            Lattice(len(self.columns), len(self.rows), self.boxes), [key[:2] for key in self.counted], nets, len(nets)
        )
        routing.run()
        self.ways = routing.ways
        runs, self.along = runs_of(self.ways, nets, len(nets))
        for run, known in zip(runs, ordered(routing).runs, strict=True):
            run.put(known.rank)
        self.tracks = Tracks(by_lane(runs), NUMBERED)

    def _place(self, cell: Cell) -> Place:
        stage, track = cell
        return (2 * stage + 1, 2 * track + 1) if self.plan.columns else (1, 2 * stage + 1)

    def most(self) -> dict[Lane, int]:
        """Return how many trunks run side by side in each channel of the boxes' own lattice."""
        return {
            (level, self._channel(level, lane)): number
            for (level, lane), number in self.tracks.most.items()
            if lane % 2 == 0
        }

    def _channel(self, level: bool, lane: int) -> int:
        """Return the channel of the boxes' lattice that a channel between cells is."""
        lanes = self.rows if level else self.columns
        if lane // 2 == len(lanes):
            return 2 * lanes[-1][1] + 2
        first = lanes[lane // 2][0]
        return 2 * (first - 1 if level and not self.plan.columns else first)

    def drawn(self, measures: Measures) -> tuple[tuple[Frame, ...], tuple[Trunk, ...]]:
        """Return the frames of cells that hold roles, and the trunks between them."""
        own = Measures(self._spans(False, self.columns, measures.columns), self._spans(True, self.rows, measures.rows))
        spans = [(own.columns[x], own.rows[y]) for x, y in sorted(self.boxes)]
        frames = tuple(Frame(left, top, width, height) for (left, width), (top, height) in spans)
        return frames, tuple(
            Trunk(kind, there, back, points(way, along, self.tracks, own))
            for ((_, _, kind), (there, back)), way, along in zip(
                self.counted.items(), self.ways, self.along, strict=True
            )
        )

    def _spans(self, level: bool, lanes: Sequence[tuple[int, int]], fine: Spans) -> Spans:
        """Return where the lanes of cells begin, and their sizes."""
        spans = []
        for number, (first, last) in enumerate(lanes):
            spans.append(fine[self._channel(level, 2 * number)])
            start, (end, size) = fine[2 * first + 1][0], fine[2 * last + 1]
            spans.append((start - AROUND, end + size - start + 2 * AROUND))
        return (*spans, fine[-1])


def _lanes(owners: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and the last column (or row) of each owner."""
    return [(owners.index(one), len(owners) - 1 - owners[::-1].index(one)) for one in sorted(set(owners))]


def _counted(lines: Sequence[Line], places: Sequence[Place]) -> Mapping[Key, tuple[int, int]]:
    """Return how many steps of a kind lead there and back between each two cells."""
    found: dict[Key, tuple[int, int]] = {}
    for start, end, kind in _steps(lines, places):
        if (end, start, kind) in found:
            there, back = found[end, start, kind]
            found[end, start, kind] = (there, back + 1)
        elif start != end:
            there, back = found.get((start, end, kind), (0, 0))
            found[start, end, kind] = (there + 1, back)
    return found


def _steps(lines: Sequence[Line], places: Sequence[Place]) -> Iterator[Key]:
    for line in lines:
        yield places[line.start], places[line.end], line.there.kind
        if line.back:
            yield places[line.end], places[line.start], line.back.kind
