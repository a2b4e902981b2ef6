"""Positions for the word of a strong line: beside the line, never over a box, best where no other line runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from math import copysign

from careerpaths.map.layout.arrange import Band, Layout, StepLine
from careerpaths.map.layout.measures import Point
from careerpaths.map.layout.sizes import BOX
from careerpaths.map.layout.text_width import width
from careerpaths.map.layout.trunks import Trunk

LETTERS, HEIGHT, SIDES = 13.0, 16.0, 8.0
"""Size of the letters of a word, height of its room, and what stands at its sides, in px (map_view.css)."""
BESIDE = 3.0
"""What is left free between a line and its word."""
DIGITS = 12.0
"""Height of a number's room."""
ALONG = (0.5, 0.3, 0.7, 0.1, 0.9)
MOST_POSITIONS = 5

Rectangle = tuple[float, float, float, float]


class LabelPositions:
    """Looks for free rooms on one map."""

    def __init__(self, layout: Layout) -> None:
        """Take the map with its boxes and lines."""
        self.layout = layout
        boxes = [_around((box.x, box.y), (box.width / 2, box.height / 2)) for box in layout.places]
        names = [] if layout.tracks else [_name(band, layout) for band in layout.stages]
        frames = [(one.x, one.y, one.x + one.width, one.y + one.height) for one in layout.frames]
        self.taken = [*boxes, *names]
        self.taken_at_rest = [*self.taken, *frames]
        seen: Sequence[StepLine | Trunk] = layout.trunks or layout.lines
        self.pieces = [_over(*ends) for line in seen for ends in pairwise(line.points)]

    def of(self, line: StepLine, word: str) -> tuple[tuple[int, int], ...]:
        """Return the middles of free rooms for a word beside a line, the best first; none where there is none."""
        half = (width(word, LETTERS) + SIDES) / 2, HEIGHT / 2
        return self._near(line, half, self.taken, [] if self.layout.trunks else self.pieces)

    def number(self, trunk: Trunk, number: str) -> tuple[tuple[int, int], ...]:
        """Return the middle of a free room for a trunk's number, if there is one, and take it."""
        half = width(number, LETTERS) / 2 + 1, DIGITS / 2
        found = self._near(trunk, half, self.taken_at_rest, self.pieces)[:1]
        self.taken_at_rest += [_around(middle, half) for middle in found]
        return found

    def _near(
        self, line: StepLine | Trunk, half: Point, taken: Sequence[Rectangle], pieces: Sequence[Rectangle]
    ) -> tuple[tuple[int, int], ...]:
        """Return the middles of rooms beside a line that nothing has taken, those on none of some pieces first."""
        apart: list[tuple[int, int]] = []
        over: list[tuple[int, int]] = []
        for middle in _wanted(line, half):
            room = _around(middle, half)
            if not self._is_on_map(room) or _meets_any(room, taken):
                continue
            (over if _meets_any(room, pieces) else apart).append((round(middle[0]), round(middle[1])))
            if len(apart) == MOST_POSITIONS:
                break
        return tuple([*apart, *over][:MOST_POSITIONS])

    def _is_on_map(self, room: Rectangle) -> bool:
        left, top, right, bottom = room
        inside = left >= self.layout.gutter and top >= self.layout.head
        return inside and right <= self.layout.width and bottom <= self.layout.height


def _name(stage: Band, layout: Layout) -> Rectangle:
    """Return where the name of a stage stands on a map without tracks: above its first column."""
    return layout.gutter, stage.y, layout.gutter + layout.places[0].width, stage.y + HEIGHT + 4


def _wanted(line: StepLine | Trunk, half: Point) -> Iterator[Point]:
    """Yield middles of rooms beside the pieces of a line: where it runs alone first, then along the longest."""
    pieces = list(pairwise(line.points))
    own = pieces[0] if isinstance(line, StepLine) and line.root else pieces[-1]  # elsewhere its net may run together
    for one in (own, *sorted(pieces, key=_length, reverse=True)):
        yield from (_beside(*one, part, side * BESIDE, half) for part in ALONG for side in (-1, 1))
    if own[0][1] == own[1][1]:  # between two boxes side by side there is no room but above and below both
        yield from (_beside(*own, 0.5, side * (BOX / 2 + 1), half) for side in (-1, 1))


def _length(piece: tuple[Point, Point]) -> float:
    (a, b), (c, d) = piece
    return abs(a - c) + abs(b - d)


def _beside(start: Point, end: Point, part: float, apart: float, half: Point) -> Point:
    """Return the middle of a room beside a part of a piece, so far below or right of it (negative: above, left)."""
    x, y = start[0] + part * (end[0] - start[0]), start[1] + part * (end[1] - start[1])
    if start[1] == end[1]:
        return x, y + copysign(half[1], apart) + apart
    return x + copysign(half[0], apart) + apart, y


def _around(middle: Point, half: Point) -> Rectangle:
    return middle[0] - half[0], middle[1] - half[1], middle[0] + half[0], middle[1] + half[1]


def _over(start: Point, end: Point) -> Rectangle:
    (a, b), (c, d) = start, end
    return min(a, c), min(b, d), max(a, c), max(b, d)


def _meets_any(room: Rectangle, others: Sequence[Rectangle]) -> bool:
    left, top, right, bottom = room
    return any(left < c and a < right and top < d and b < bottom for a, b, c, d in others)
