"""Choose a way for each line: few bends first, then few crossings, then a short way."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from careerpaths.map.layout.lattice import Lattice, Place
from careerpaths.map.layout.ways import MORE, Way, ways

BEND, CROSSING, BESIDE, CORNER = 1.0, 1.3, 0.12, 0.3
"""What a bend costs, a crossing, each place beside another line, and a corner where another passes."""
COLUMN, ROW, CHANNEL = 0.16, 0.08, 0.05
"""What the length of a way costs: each column, row or channel that it passes."""
ROUNDS, MANY, KEPT = 2, 300, 30
"""How often each line looks for a better way among the others; how many lines are too many for that, and how many
ways each of so many then chooses between."""

Users = dict[Place, dict[int, int]]


@dataclass(frozen=True)
class Trace:
    """What a way does in each place: goes straight across or down, or turns; and what its length costs."""

    across: tuple[Place, ...]
    down: tuple[Place, ...]
    turns: tuple[Place, ...]
    cost: float


@lru_cache(maxsize=200_000)
def traced(way: Way) -> Trace:
    """Return the trace of a way."""
    across: list[Place] = []
    down: list[Place] = []
    for (a, b), (c, d) in itertools.pairwise(way):
        if b == d:
            across += [(x, b) for x in range(min(a, c) + 1, max(a, c))]
        else:
            down += [(a, y) for y in range(min(b, d) + 1, max(b, d))]
    length = sum(COLUMN if x % 2 else CHANNEL for x, _ in across) + sum(ROW if y % 2 else CHANNEL for _, y in down)
    return Trace(tuple(across), tuple(down), way[1:-1], length + BEND * (len(way) - 2))


class Traffic:
    """Which nets go through each place: straight across, straight down, or turning there."""

    def __init__(self) -> None:
        self.across: Users = defaultdict(dict)
        self.down: Users = defaultdict(dict)
        self.turns: Users = defaultdict(dict)

    def add(self, net: int, trace: Trace, by: int = 1) -> None:
        """Let a line go a way, or with -1 take it away again."""
        for users, places in ((self.across, trace.across), (self.down, trace.down), (self.turns, trace.turns)):
            for place in places:
                here = users[place]
                left = here.get(net, 0) + by
                if left:
                    here[net] = left
                else:
                    del here[net]

    def price(self, net: int, trace: Trace, least: float) -> float:
        """Return what a way costs a line of a net, or something beyond `least` as soon as it is more than that."""
        across, down, turns = self.across, self.down, self.turns
        cost = trace.cost
        for x, y in trace.turns:
            here = turns.get((x, y), ())
            if net in here:
                cost -= BEND
            passing = len(across.get((x, y), ())) + len(down.get((x, y), ()))
            cost += CORNER * passing + BESIDE * len(here)
        for own, cutting, weights in ((across, down, (CHANNEL, COLUMN)), (down, across, (CHANNEL, ROW))):
            for place in trace.across if own is across else trace.down:
                here = own.get(place, ())
                number = place[0] if own is across else place[1]
                if net in here:
                    cost -= weights[number % 2]
                    continue
                cost += CROSSING * sum(1 for one in cutting.get(place, ()) if one != net)
                cost += BESIDE * (len(here) + len(turns.get(place, ())))
            if cost > least + 3 * BEND:
                return cost
        return cost

    def cost(self) -> float:
        """Return what all bends and lengths cost; those that a net shares count once."""
        across = sum((COLUMN if x % 2 else CHANNEL) * len(here) for (x, _), here in self.across.items())
        down = sum((ROW if y % 2 else CHANNEL) * len(here) for (_, y), here in self.down.items())
        return across + down + BEND * sum(map(len, self.turns.values()))


Known = tuple[Way, Trace]


def _cheap_first(lattice: Lattice, start: Place, end: Place, more: int) -> list[Known]:
    """Return the ways between two boxes, those first that alone cost least."""
    return sorted(((way, traced(way)) for way in ways(lattice, start, end, more)), key=lambda known: known[1].cost)


class Routing:
    """The way of each line; those of one net may share theirs."""

    def __init__(self, lattice: Lattice, ends: Sequence[tuple[Place, Place]], nets: Sequence[int], shown: int) -> None:
        """Take the ends and the net of each line; after the first `shown`, the others find their ways between them."""
        self.nets, self.shown, self.traffic = nets, shown, Traffic()
        more, number = (MORE, None) if shown < MANY else (0, KEPT)
        self.possible = [_cheap_first(lattice, *pair, more)[:number] for pair in ends]
        self.chosen: list[Known] = []
        self.sizes = Counter(nets)

    @property
    def ways(self) -> list[Way]:
        """Return the way of each line that has one."""
        return [way for way, _ in self.chosen]

    def run(self) -> None:
        """Choose ways for the lines that are always there, and look at each again when all have one."""
        order = sorted(range(self.shown), key=lambda one: (self.possible[one][0][1].cost, self.nets[one]))
        self.chosen = [known[0] for known in self.possible[: self.shown]]
        for one in order:
            self.take(one, self.cheapest(one))
        for _ in range(ROUNDS if self.shown < MANY else 0):
            if not sum([self.again(one) for one in order]):
                return

    def direct(self) -> None:
        """Give every line the way that is best when no other is there."""
        self.chosen = [known[0] for known in self.possible]

    def finish(self) -> None:
        """Let the other lines find their ways between those."""
        for one in range(self.shown, len(self.possible)):
            self.chosen.append(self.possible[one][0])
            self.take(one, self.cheapest(one))

    def again(self, one: int) -> bool:
        """Choose the way of a line anew, and return whether it is another."""
        before = self.chosen[one]
        self.leave(one)
        self.take(one, self.cheapest(one))
        return self.chosen[one] is not before

    def take(self, one: int, known: Known) -> None:
        """Let a line go a way."""
        self.chosen[one] = known
        self.traffic.add(self.nets[one], known[1])

    def leave(self, one: int) -> None:
        """Take a line off its way, so that others, or it itself, may choose anew."""
        self.traffic.add(self.nets[one], self.chosen[one][1], -1)

    def cheapest(self, one: int) -> Known:
        """Return the way that costs a line least as things are."""
        best, least = self.possible[one][0], float("inf")
        alone = self.sizes[self.nets[one]] == 1  # then no way costs less than it does by itself
        for known in self.possible[one]:
            if alone and known[1].cost >= least:
                break
            price = round(self.traffic.price(self.nets[one], known[1], least), 6)
            if price < least:
                best, least = known, price
        return best

    def cheap(self, one: int, number: int) -> list[Known]:
        """Return the ways that cost a line least as things are, the best first."""
        net, far = self.nets[one], float("inf")
        return nsmallest(number, self.possible[one], key=lambda known: self.traffic.price(net, known[1], far))
