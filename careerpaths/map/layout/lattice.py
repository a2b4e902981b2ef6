"""The lattice that lines run on: columns and rows with odd numbers hold boxes, those with even ones are free channels.

A place is (x, y). A line turns only where a channel or an empty place lets it.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import accumulate, pairwise

Place = tuple[int, int]

AROUND = 12
"""How many columns or rows a way may go beyond those it joins."""


class Lattice:
    """Columns and rows with the boxes that stand in them."""

    def __init__(self, columns: int, rows: int, boxes: Iterable[Place]) -> None:
        """Take how many columns and rows of boxes there are, and where each box stands."""
        self.width, self.height = 2 * columns + 1, 2 * rows + 1
        self.boxes = set(boxes)
        self.in_row = [self._sums((x, y) in self.boxes for x in range(self.width)) for y in range(self.height)]
        self.in_column = [self._sums((x, y) in self.boxes for y in range(self.height)) for x in range(self.width)]

    @staticmethod
    def _sums(taken: Iterable[bool]) -> list[int]:
        return [0, *accumulate(int(one) for one in taken)]

    @staticmethod
    def near(one: int, other: int, size: int, step: int = 1) -> range:
        """Return the columns (or rows) between two and some to both sides; with step 2 only channels."""
        low = max(0, min(one, other) - AROUND)
        return range(low - low % step, min(size, max(one, other) + AROUND + 1), step)

    def across(self, y: int, one: int, other: int) -> bool:
        """Return whether nothing stands between two columns of a row."""
        low, high = (one, other) if one < other else (other, one)
        return high - low < 2 or self.in_row[y][high] == self.in_row[y][low + 1]

    def down(self, x: int, one: int, other: int) -> bool:
        """Return whether nothing stands between two rows of a column."""
        low, high = (one, other) if one < other else (other, one)
        return high - low < 2 or self.in_column[x][high] == self.in_column[x][low + 1]

    def is_free(self, way: tuple[Place, ...]) -> bool:
        """Return whether a way between two boxes turns in free places and passes no box."""
        return all(place not in self.boxes for place in way[1:-1]) and all(
            self.across(b, a, c) if b == d else self.down(a, b, d) for (a, b), (c, d) in pairwise(way)
        )
