"""Order lines that run side by side in a column, row or channel, so that few cross, and give each a track there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import ceil, floor

from careerpaths.map.layout.ways import Way

Lane = tuple[bool, int]

PORT = 0.4
"""Where a line meets its box, in parts of a place from its middle."""
ROUNDS = 8
SELDOM = 0.1
"""What a crossing counts with a line that only a choice brings."""


class Run:
    """A straight piece that lines of one net share: its lane, and from where to where it reaches."""

    __slots__ = ("at", "hidden", "high", "lane", "level", "low", "net", "ports", "rank", "turned")

    def __init__(self, net: int, level: bool, lane: int, low: float, high: float) -> None:
        """Take whether it runs across (else down), its lane, and its ends as the lattice has them."""
        self.net, self.level, self.lane, self.low, self.high = net, level, lane, low, high
        self.hidden = True
        """Whether only a choice brings its lines."""
        self.ports: list[float] = []
        self.turned: list[Run] = []
        """Where it meets boxes, and the runs that it turns into."""
        self.put(0)

    def put(self, rank: int) -> None:
        """Give it its place in the order of its lane."""
        self.rank, self.at = rank, self.lane + rank / 1000

    def reach(self) -> tuple[float, float]:
        """Return from where to where it reaches, as far as ranks say."""
        places = [run.at for run in self.turned] + self.ports
        return min(places), max(places)

    def meets(self, other: Run) -> bool:
        """Return whether the two may not lie on one track."""
        return self.low <= other.high and other.low <= self.high

    def crosses(self, other: Run) -> bool:
        """Return whether it crosses a run of the other direction."""
        if self.net == other.net:
            return False
        low, high = self.reach()
        if not low < other.at < high:
            return False
        low, high = other.reach()
        return low < self.at < high


def runs_of(ways: Sequence[Way], nets: Sequence[int], shown: int) -> tuple[list[Run], list[list[Run]]]:
    """Return all runs, and for each way those that it follows."""
    pieces = defaultdict(list)
    for number, way in enumerate(ways):
        for place in range(len(way) - 1):
            level, lane, low, high = _piece(way, place)
            pieces[nets[number], level, lane].append((low, high, number, place))
    followed: list[list[Run]] = [[None] * (len(way) - 1) for way in ways]  # type: ignore[list-item]
    runs: list[Run] = []
    for (net, level, lane), found in sorted(pieces.items()):
        run = None
        for low, high, number, place in sorted(found):
            if run is None or low > run.high:
                run = Run(net, level, lane, low, high)
                runs.append(run)
            run.high = max(run.high, high)
            run.hidden &= number >= shown
            followed[number][place] = run
    for way, along in zip(ways, followed, strict=False):
        _link(way, along)
    return runs, followed


def _piece(way: Way, place: int) -> tuple[bool, int, float, float]:
    """Return the direction, lane and reach of one piece of a way."""
    (a, b), (c, d) = way[place], way[place + 1]
    level = b == d
    start, end = (float(a), float(c)) if level else (float(b), float(d))
    toward = 1 if end > start else -1
    start += PORT * toward if place == 0 else 0
    end -= PORT * toward if place == len(way) - 2 else 0
    return level, b if level else a, min(start, end), max(start, end)


def _link(way: Way, along: list[Run]) -> None:
    """Tell each run of a way where it meets a box, and what it turns into."""
    for (a, b), (c, d), run in ((way[0], way[1], along[0]), (way[-1], way[-2], along[-1])):
        box, ahead = (a, c) if run.level else (b, d)
        run.ports.append(box + (PORT if ahead > box else -PORT))
    for one, other in pairwise(along):
        if other not in one.turned:
            one.turned.append(other)
            other.turned.append(one)


def by_lane(runs: Sequence[Run]) -> dict[Lane, list[Run]]:
    """Return the runs of each lane in their order."""
    lanes: dict[Lane, list[Run]] = defaultdict(list)
    for run in sorted(runs, key=lambda one: one.rank):
        lanes[run.level, run.lane].append(run)
    return lanes


class Ordering:
    """Looks for the order of the runs in each lane with the fewest crossings."""

    def __init__(self, runs: list[Run]) -> None:
        """Begin with an order by where the runs turn to."""
        self.runs = runs
        self.lanes = by_lane(runs)
        for lane in self.lanes.values():
            lane.sort(key=_leaning)
            _rank(lane)

    def improve(self, rounds: int = ROUNDS) -> None:
        """Move runs within their lanes for as long as fewer cross."""
        for _ in range(rounds):
            if not sum([self._settled(lane) for _, lane in sorted(self.lanes.items())]):
                return

    def _settled(self, lane: list[Run]) -> bool:
        """Try to move each run of a lane past others; return whether that helped."""
        helped = False
        for run in list(lane):
            for step in (-1, 1):
                helped |= self._moved(lane, run, step)
        return helped

    def _moved(self, lane: list[Run], run: Run, step: int) -> bool:
        """Move a run as far as that takes crossings away, in one direction."""
        start = best = lane.index(run)
        change, least = 0.0, 0.0
        place = start + step
        while 0 <= place < len(lane):
            other = lane[place]
            change -= _between(run, other)
            _swap(lane, place - step, place)
            change += _between(run, other)
            if change < least - SELDOM / 2:
                best, least = place, change
            place += step
        place -= step
        while place != best:
            _swap(lane, place - step, place)
            place -= step
        return best != start

    def crossed(self, run: Run) -> list[Run]:
        """Return the runs that one run crosses."""
        low, high = run.reach()
        lanes = range(ceil(low - 0.5), floor(high) + 1)
        return [other for lane in lanes for other in self.lanes.get((not run.level, lane), ()) if run.crosses(other)]

    def count(self) -> int:
        """Return how many crossings of lines there are that are always there."""
        shown = [run for run in self.runs if run.level and not run.hidden]
        return sum(not other.hidden for run in shown for other in self.crossed(run))


def _leaning(run: Run) -> tuple[float, float]:
    """Return to which side a run turns, and by how much of its ends."""
    sides = [1 if (turn.low + turn.high) / 2 > run.lane else -1 for turn in run.turned]
    return (sum(sides) / len(sides) if sides else 0.0), run.high - run.low


def _between(one: Run, other: Run) -> float:
    """Return how often what two neighbours in a lane turn into crosses the other; seldom lines count little."""
    if not one.meets(other):
        return 0.0
    return sum(
        SELDOM if turn.hidden or crossed.hidden else 1.0
        for runs, crossed in ((one.turned, other), (other.turned, one))
        for turn in runs
        if turn.crosses(crossed)
    )


def _swap(lane: list[Run], one: int, other: int) -> None:
    lane[one], lane[other] = lane[other], lane[one]
    lane[one].put(one)
    lane[other].put(other)


def _rank(lane: list[Run]) -> None:
    for rank, run in enumerate(lane):
        run.put(rank)
