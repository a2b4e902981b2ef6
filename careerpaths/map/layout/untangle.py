"""Lead lines that cross others another way, where that is better when all of it is drawn."""

from __future__ import annotations

from careerpaths.map.layout.routing import BEND, Routing
from careerpaths.map.layout.tracks import Ordering, runs_of

CROSSING = 2 * BEND
"""What a crossing costs that is really there; while ways are chosen it is a guess."""
OTHERS = 4
"""How many other ways of a line are tried."""


def untangle(routing: Routing, tries: int) -> None:
    """Try other ways for lines that cross, and keep those with which the map is better."""
    best = ordered(routing)
    least, better = _price(routing, best), True
    while better:
        better = False
        for one in _crossing(routing, best):
            before = routing.chosen[one]
            routing.leave(one)
            kept = before
            for known in routing.cheap(one, OTHERS):
                if known is before or tries <= 0:
                    continue
                tries -= 1
                routing.take(one, known)
                tried = ordered(routing)
                price = _price(routing, tried)
                routing.leave(one)
                if price < least - 1e-6:
                    best, least, kept, better = tried, price, known, True
            routing.take(one, kept)


def ordered(routing: Routing) -> Ordering:
    """Return the runs of all lines in the best order found."""
    runs, _ = runs_of(routing.ways, routing.nets, routing.shown)
    ordering = Ordering(runs)
    ordering.improve()
    return ordering


def by_net(routing: Routing) -> list[int]:
    """Return the rank of each run where those of a net always lie on one side of those of the next."""
    runs, _ = runs_of(routing.ways, routing.nets, routing.shown)
    return [run.net for run in runs]


def _price(routing: Routing, ordering: Ordering) -> float:
    """Return what all lines that are always there cost: crossings, bends and length."""
    return CROSSING * ordering.count() + routing.traffic.cost()


def _crossing(routing: Routing, ordering: Ordering) -> list[int]:
    """Return the lines in nets that cross others."""
    nets = {run.net for run in ordering.runs if not run.hidden and ordering.crossed(run)}
    return [one for one in range(routing.shown) if routing.nets[one] in nets]
