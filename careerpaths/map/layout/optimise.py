"""Place the boxes: an iterated local search for the arrangement of least cost, deterministic for a seed."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from careerpaths.map.layout.bezier import Points
from careerpaths.map.layout.cost import Arrangement, CostFunction
from careerpaths.map.layout.grid import Grid

PERTURBATIONS, FIRST_MOVES, LATER_MOVES = 10, 40, 14
"""How often a good arrangement is shaken; how many boxes are then placed anew, at first and later."""
CANDIDATES = 10
"""How many of a box's spots are looked at with their lines."""


class LocalSearch:
    """Looks for the places of the boxes on one board."""

    def __init__(self, grid: Grid, steps: Iterable[tuple[int, int]]) -> None:
        """Take a board, and for each step the indices of its two roles."""
        self.grid = grid
        self.costs = CostFunction(grid, steps)
        self.spots = [grid.spots(one) for one in range(len(grid.low))]

    def run(self, seed: int) -> Points:
        """Return the middles of the boxes; another seed may find other ones."""
        random = np.random.default_rng(seed)
        near = self.costs.near
        best = Arrangement(self.grid.stacked(), np.zeros(len(self.costs.ends), dtype=np.intp))
        self.settle(best, sorted(range(len(near)), key=lambda one: -len(near[one])), FIRST_MOVES)
        least = self.costs.whole(best)
        for _ in range(PERTURBATIONS):
            tried = best.copy()
            self.settle(tried, self.perturbed(tried, random), LATER_MOVES)
            price = self.costs.whole(tried)
            if price < least:
                best, least = tried, price
        return best.at

    def perturbed(self, now: Arrangement, random: np.random.Generator) -> list[int]:
        """Move one box and up to three others of its stage anywhere, and return what to place anew."""
        first = int(random.integers(len(now.at)))
        others = random.permutation(self.grid.mates[first] or self.costs.near[first]).astype(int).tolist()
        for one in (first, *others[:3]):
            room = self.grid.high[one] - self.grid.low[one]
            now.at[one] = self.grid.low[one] + complex(room.real * random.random(), room.imag * random.random())
        return [first, *others]

    def settle(self, now: Arrangement, waiting: Iterable[int], limit: int) -> None:
        """Place the waiting boxes one at a time; those that a moved box leads to wait again."""
        waiting = list(waiting)
        for _ in range(limit):
            if not waiting:
                return
            one = waiting.pop(0)
            if self.place(one, now):
                waiting.extend(other for other in self.costs.near[one] if other not in waiting)

    def place(self, one: int, now: Arrangement) -> bool:
        """Move one box to the cheapest of its possible places, and return whether it moved."""
        spots = np.append(now.at[one], self.spots[one])
        price = self.costs.boxes(one, spots, now)
        kept = np.argsort(price, kind="stable")[:CANDIDATES]
        spots, price = spots[kept], price[kept]
        lines, bent = self.costs.lines(one, spots, now)
        best = int(np.round(price + lines, 6).argmin())
        moved = bool(now.at[one] != spots[best])
        now.at[one], now.bent[self.costs.own[one]] = spots[best], bent[best]
        return moved
