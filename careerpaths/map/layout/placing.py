"""Choose where in its cell each box stands, so that lines are short, bend little and seldom cross."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from careerpaths.map.layout.lattice import Lattice, Place

Price = Callable[[Lattice, Sequence[Place]], float]


@dataclass(frozen=True)
class Frame:
    """An empty lattice: its size, the places that each role may take, and those that no line may cross."""

    columns: int
    rows: int
    spots: tuple[tuple[Place, ...], ...]
    closed: tuple[Place, ...] = ()

    def lattice(self, at: Sequence[Place]) -> Lattice:
        """Return the lattice with its boxes."""
        return Lattice(self.columns, self.rows, (*at, *self.closed))


def first(frame: Frame) -> list[Place]:
    """Return places in the order of the roles, row by row."""
    taken: set[Place] = set()
    at = []
    for spots in frame.spots:
        place = next(spot for spot in spots if spot not in taken)
        taken.add(place)
        at.append(place)
    return at


def settled(frame: Frame, price: Price, tries: int) -> list[Place]:
    """Move boxes within their cells, or let two of them change places, for as long as that is cheaper."""
    at, moved = first(frame), True
    least = price(frame.lattice(at), at)
    moves = [(one, spot) for one, spots in enumerate(frame.spots) for spot in spots]
    while moved:
        moved = False
        for one, spot in moves:
            tried = _moved(at, one, spot, frame)
            if tried is None:
                continue
            tries -= 1
            cost = price(frame.lattice(tried), tried) if tries >= 0 else least
            if cost < least - 1e-9:
                at, least, moved = tried, cost, True
    return at


def _moved(at: list[Place], one: int, spot: Place, frame: Frame) -> list[Place] | None:
    """Return the places after one box has gone to a spot, and one that stood there to where it came from."""
    tried = list(at)
    if spot == at[one]:
        return None
    if spot in at:
        other = at.index(spot)
        if at[one] not in frame.spots[other] or other < one:
            return None
        tried[other] = at[one]
    tried[one] = spot
    return tried


def estimated(ends: Sequence[tuple[int, int]]) -> Price:
    """Return what tells roughly what lines cost: their bends and their length."""

    def price(lattice: Lattice, at: Sequence[Place]) -> float:
        return sum(_estimate(lattice, at[start], at[end]) for start, end in ends)

    return price


def _estimate(lattice: Lattice, start: Place, end: Place) -> float:
    (a, b), (c, d) = start, end
    length = 0.1 * abs(a - c) + 0.07 * abs(b - d)
    if b == d:
        return length + (0 if lattice.across(b, a, c) else 2)
    if a == c:
        return length + (0 if lattice.down(a, b, d) else 2)
    if lattice.is_free(((a, b), (c, b), (c, d))) or lattice.is_free(((a, b), (a, d), (c, d))):
        return length + 1
    return length + 2
