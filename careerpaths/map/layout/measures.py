"""Give every lane its size in px and every run its track, so that a way becomes points on the map."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from careerpaths.map.layout.tracks import Lane, Run
from careerpaths.map.layout.ways import Way

CLEAR = 15
"""What is kept between a box and a line beside it, in px: room for a rounded corner and a head."""
TRACK = 8
"""From one line to the next in a channel."""
PORTS, INSIDE = 12, 8
"""From one line to the next where they meet a box, at most; and what is kept to its corner."""

Point = tuple[float, float]
Spans = tuple[tuple[float, float], ...]
"""Where each lane begins, and its size."""


@dataclass(frozen=True)
class Measures:
    """The lanes of a map: its columns across, its rows down; those with odd numbers hold boxes."""

    columns: Spans
    rows: Spans

    def of(self, run: Run) -> tuple[float, float]:
        """Return where the lane of a run begins, and its size."""
        return (self.rows if run.level else self.columns)[run.lane]


class Tracks:
    """The track of each run: how far from the middle of its lane it lies, and how many run side by side there."""

    def __init__(self, lanes: Mapping[Lane, Sequence[Run]], ports: float = PORTS) -> None:
        """Take the runs of each lane in their order, and how far apart they may meet a box."""
        self.ports = ports
        self.place: dict[Run, tuple[float, int]] = {}
        self.most: dict[Lane, int] = {}
        for lane, runs in lanes.items():
            shown = [run for run in runs if not run.hidden]
            self.most[lane] = max((self._spread(group) for group in _groups(shown)), default=0)
            self._beside([run for run in runs if run.hidden], shown)

    def _spread(self, group: Sequence[Run]) -> int:
        """Give the runs of a group tracks in their order; return how many that takes."""
        layer: dict[Run, int] = {}
        for run in group:
            layer[run] = max((layer[other] + 1 for other in layer if run.meets(other)), default=0)
        number = max(layer.values()) + 1
        self.place |= {run: (place - (number - 1) / 2, number) for run, place in layer.items()}
        return number

    def _beside(self, hidden: Sequence[Run], shown: Sequence[Run]) -> None:
        """Let lines that only a choice brings run beside those that are always there, which stay as they are."""
        for run in hidden:
            met = [self.place[other] for other in shown if run.meets(other)]
            self.place[run] = max((place + 1, number + 1) for place, number in met) if met else (0.0, 1)

    def at(self, run: Run, measures: Measures) -> float:
        """Return the place of a run across its lane, in px on the map."""
        start, size = measures.of(run)
        place, number = self.place[run]
        most = TRACK if run.lane % 2 == 0 else min(self.ports, (size - 2 * INSIDE) / max(1, number - 1))
        return start + size / 2 + place * most


def _groups(runs: Sequence[Run]) -> Iterator[list[Run]]:
    """Yield the runs of a lane in groups that have to do with each other, each in the lane's order."""
    group: list[Run] = []
    for run in sorted(runs, key=lambda one: one.low):
        if group and run.low > max(one.high for one in group):
            yield sorted(group, key=lambda one: one.rank)
            group = []
        group.append(run)
    if group:
        yield sorted(group, key=lambda one: one.rank)


def channel(number: int, least: float) -> float:
    """Return how wide a channel is that holds so many lines side by side."""
    return max(least, 2 * CLEAR + (number - 1) * TRACK) if number else least


def spans(sizes: Sequence[float], first: float) -> Spans:
    """Return where each of some lanes begins, and its size."""
    return tuple(zip(accumulate(sizes[:-1], initial=first), sizes, strict=True))


def points(way: Way, runs: Sequence[Run], tracks: Tracks, measures: Measures) -> tuple[Point, ...]:
    """Return the points of a way on the map: where it leaves a box, turns, and meets the other box."""
    stops = [_port(way[0], way[1], measures), *(tracks.at(run, measures) for run in runs)]
    stops.append(_port(way[-1], way[-2], measures))
    level = [runs[0].level, *(not run.level for run in runs)]
    return tuple((a, b) if flat else (b, a) for (a, b), flat in zip(pairwise(stops), level, strict=True))


def _port(box: tuple[int, int], toward: tuple[int, int], measures: Measures) -> float:
    """Return where along its first run a line meets the edge of a box."""
    level = box[1] == toward[1]
    lane, ahead = (box[0], toward[0]) if level else (box[1], toward[1])
    start, size = (measures.columns if level else measures.rows)[lane]
    return start + (size if ahead > lane else 0)
