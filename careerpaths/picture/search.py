"""Where the boxes of the map stand: a local search for few crossings and no line through another box."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np

from careerpaths.picture.board import BOX, GAP, NAME, Board
from careerpaths.picture.curves import Indices, Numbers, Points, count, crossings, drawn, inside, shapes

BENDS: Numbers = np.array([0, 0.16, -0.16, 0.32, -0.32, 0.5, -0.5, 0.76, -0.76])
FINE = shapes(BENDS, np.linspace(0.05, 0.95, 13))
COARSE = shapes(BENDS, np.array([0, 0.5, 1]))
MARGIN = 5.0
"""How far from a box the lines of others are kept, in px; twice as far where two lines run side by side."""
SEED = 1
KICKS, FIRST, LATER = 7, 40, 14
"""How often a good arrangement is shaken, and how many boxes are then placed anew at most."""
HIT, CROSSING, OVERLAP, OUTSIDE, LONG, SHORT, BENT, NARROW = 30, 5, 300, 20, 0.01, 0.6, 12, 4
"""What each fault costs: the same unit for all, one crossing being 5."""
TRIED = 3
SEEN = 26
"""How long a line must at least be seen between two boxes, in px."""


@dataclass
class Arrangement:
    """Where the boxes stand for now, and how each line bends (an index into BENDS)."""

    at: Points
    bent: Indices

    def copy(self) -> Arrangement:
        """Return an arrangement that can be changed without changing this one."""
        return Arrangement(self.at.copy(), self.bent.copy())


@dataclass(frozen=True, eq=False)
class Lines:
    """Lines to be tried: from where to where, and which of the map's lines each of them is."""

    start: Points
    end: Points
    which: Indices

    def only(self, chosen: Indices) -> Lines:
        """Return some of the lines."""
        return Lines(self.start[chosen], self.end[chosen], self.which[chosen])


class Search:
    """Looks for the places of the boxes on one board; two steps that are each other's opposite count as one line."""

    def __init__(self, board: Board, steps: Iterable[tuple[int, int]]) -> None:
        """Take a board, and for each step the indices of its two roles."""
        self.board = board
        self.count = len(board.low)
        pairs: dict[tuple[int, int], int] = {}
        for start, end in steps:
            pair = (min(start, end), max(start, end))
            pairs[pair] = pairs.get(pair, 0) + 1
        self.ends = np.array(list(pairs), dtype=np.intp).reshape(-1, 2)
        self.weight = np.array(list(pairs.values()), dtype=np.float64)
        self.margin = MARGIN * self.weight
        every = np.arange(self.count)
        self.foreign = (self.ends[:, :1] != every) & (self.ends[:, 1:] != every)
        self.own = [np.flatnonzero(~self.foreign[:, one]) for one in every]
        self.rest = [np.flatnonzero(self.foreign[:, one]) for one in every]
        self.spots = [board.spots(one) for one in range(self.count)]
        self.near = [sorted(set(self.ends[self.own[one]].ravel().tolist()) - {int(one)}) for one in every]

    def run(self) -> Points:
        """Return the middles of the boxes, the same for the same board and steps."""
        random = np.random.default_rng(SEED)
        best = Arrangement(self.board.stacked(), np.zeros(len(self.ends), dtype=np.intp))
        self.settle(best, sorted(range(self.count), key=lambda one: -len(self.own[one])), FIRST)
        least = self.price(best)
        for _ in range(KICKS):
            tried = best.copy()
            self.settle(tried, self.shaken(tried, random), LATER)
            price = self.price(tried)
            if price < least:
                best, least = tried, price
        return best.at

    def shaken(self, now: Arrangement, random: np.random.Generator) -> list[int]:
        """Move one box and up to three others of its stage anywhere, and return what to place anew."""
        first = int(random.integers(self.count))
        others = random.permutation(self.board.mates[first] or self.near[first]).astype(int).tolist()
        for one in (first, *others[:3]):
            room = self.board.high[one] - self.board.low[one]
            now.at[one] = self.board.low[one] + complex(room.real * random.random(), room.imag * random.random())
        return [first, *others]

    def settle(self, now: Arrangement, waiting: list[int], limit: int) -> None:
        """Place the waiting boxes one at a time; those that a moved box leads to wait again."""
        waiting = list(waiting)
        for _ in range(limit):
            if not waiting:
                return
            one = waiting.pop(0)
            if self.place(one, now):
                waiting.extend(other for other in self.near[one] if other not in waiting)

    def place(self, one: int, now: Arrangement) -> bool:
        """Move one box to the cheapest of its possible places, and return whether it moved."""
        spots = np.append(now.at[one], self.spots[one])
        price = self.box_price(one, spots, now)
        kept = np.argsort(price, kind="stable")[:10]
        spots, price = spots[kept], price[kept]
        own = self.own[one]
        there = now.at[self.ends[own].sum(axis=1) - one]
        lines, bent = self.lines_price(one, spots, there, now)
        price += lines.sum(axis=1) + fan_price(there - spots[:, None])
        best = int(np.round(price, 6).argmin())
        moved = bool(now.at[one] != spots[best])
        now.at[one], now.bent[own] = spots[best], bent[best]
        return moved

    def box_price(self, one: int, spots: Points, now: Arrangement) -> Numbers:
        """Return what is wrong with each spot itself: on another box, on a name, on a line that leads elsewhere."""
        others = np.delete(now.at, one)
        rest = self.rest[one]
        lines = drawn(now.at[self.ends[rest, 0]], now.at[self.ends[rest, 1]], FINE[now.bent[rest]])
        met = count(inside(lines, spots, BOX / 2, self.margin[rest, None, None]))
        return overlap_price(spots, others, self.board.names) + HIT * ((met > 0) + 0.15 * met).sum(axis=0)

    def lines_price(self, one: int, spots: Points, there: Points, now: Arrangement) -> tuple[Numbers, Indices]:
        """Return the price of the cheapest bend of each line from each spot to each end, and which bend that is."""
        own, rest = self.own[one], self.rest[one]
        away = now.at.copy()
        away[one] = np.inf
        others = drawn(now.at[self.ends[rest, 0]], now.at[self.ends[rest, 1]], COARSE[now.bent[rest]])
        here, there = (each.ravel() for each in np.broadcast_arrays(spots[:, None], there))
        begins = np.tile(self.ends[own, 0] == one, len(spots))
        lines = Lines(np.where(begins, here, there), np.where(begins, there, here), np.tile(own, len(spots)))
        price, bent = self.cheapest(lines, away, others, self.weight[rest])
        price += self.length_price(lines)
        return price.reshape(len(spots), -1), bent.reshape(len(spots), -1)

    def cheapest(self, lines: Lines, boxes: Points, others: Points, weights: Numbers) -> tuple[Numbers, Indices]:
        """Return the price and the index of each line's cheapest bend; a straight line that goes free is not bent."""
        bent = np.zeros(len(lines.which), dtype=np.intp)
        price = self.bend_price(lines, bent, boxes)
        stuck = np.flatnonzero(price)
        price += CROSSING * crossings(drawn(lines.start, lines.end, COARSE[bent]), others, weights)
        if len(stuck):
            tried = np.tile(np.arange(1, len(BENDS)), len(stuck))
            again = lines.only(np.repeat(stuck, len(BENDS) - 1))
            prices = self.bend_price(again, tried, boxes).reshape(len(stuck), -1)
            for nth in range(TRIED):
                option = prices.argsort(axis=1)[:, nth]
                paid = np.take_along_axis(prices, option[:, None], axis=1)[:, 0]
                coarse = drawn(lines.start[stuck], lines.end[stuck], COARSE[option + 1])
                paid += CROSSING * crossings(coarse, others, weights)
                better = paid < price[stuck]
                price[stuck[better]], bent[stuck[better]] = paid[better], option[better] + 1
        return price, bent

    def bend_price(self, lines: Lines, bent: Indices, boxes: Points) -> Numbers:
        """Return what lines bent so pay for boxes in their way, for leaving the map, and for bending."""
        points = drawn(lines.start, lines.end, FINE[bent])
        met = count(inside(points, boxes, BOX / 2, self.margin[lines.which, None, None])) * self.foreign[lines.which]
        size = self.board.size
        outside = (points.real < 4) | (points.imag < 4) | (points.real > size.real - 4) | (points.imag > size.imag - 4)
        bend = BENDS[bent] ** 2 * (BENT + 2 * LONG * np.abs(lines.end - lines.start))
        return HIT * ((met > 0) + 0.15 * met).sum(axis=1) + OUTSIDE * outside.any(axis=1) + bend

    def length_price(self, lines: Lines) -> Numbers:
        """Return what lines pay for being long, or too short to be seen between their boxes."""
        way = lines.end - lines.start
        seen = np.maximum(np.abs(way.real) - BOX.real, np.abs(way.imag) - BOX.imag)
        return LONG * np.abs(way) + SHORT * np.maximum(0, SEEN - seen) * self.weight[lines.which]

    def price(self, now: Arrangement) -> float:
        """Return the price of a whole arrangement."""
        lines = Lines(now.at[self.ends[:, 0]], now.at[self.ends[:, 1]], np.arange(len(self.ends)))
        every = drawn(lines.start, lines.end, COARSE[now.bent])
        prices = self.bend_price(lines, now.bent, now.at) + self.length_price(lines)
        crossed = CROSSING / 2 * crossings(every, every, self.weight)
        fans = sum(float(fan_price((now.at[near] - at)[None])[0]) for near, at in zip(self.near, now.at, strict=True))
        boxes = sum(float(overlap_price(now.at[[one]], now.at[one + 1 :], self.board.names)[0]) for one in range(self.count))
        return float((prices + crossed).sum()) + fans + boxes


def overlap_price(spots: Points, others: Points, names: Points) -> Numbers:
    """Return what boxes pay for lying on or too close to other boxes, or on the names of bands."""
    apart = others - spots[:, None]
    over = np.minimum(BOX.real + GAP.real - np.abs(apart.real), BOX.imag + GAP.imag - np.abs(apart.imag))
    named = inside(spots, names + NAME / 2, (BOX + NAME) / 2)
    return OVERLAP * (((over > 0) * (1 + over / 10)).sum(axis=1) + named.sum(axis=1))


def fan_price(ways: Points) -> Numbers:
    """Return what lines that leave one box pay for leaving it in nearly the same direction (one row a box)."""
    if ways.shape[1] < 2:
        return np.zeros(len(ways))
    angles = np.sort(np.angle(ways), axis=1)
    between = np.diff(angles, axis=1, append=angles[:, :1] + 2 * np.pi)
    return NARROW * np.asarray(np.maximum(0, 1 - between / 0.2).sum(axis=1))
