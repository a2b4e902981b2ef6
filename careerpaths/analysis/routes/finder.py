"""Routes between roles: up to three that differ, what can be reached within some years, and why there is no route.

**Three routes.** The first is the best by typical years, then number of steps, then number of new requirements,
then the order of the file. The second is the best by the same rule that shares at most 0.6 (Jaccard) of its roles
with the first, the third shares at most that with either. Counted are the roles between start and goal
(`Route.through`): the ends are given by the question and say nothing about how different two routes are. So a direct
step and a way through one role differ, and two direct ones never do.

**Guaranteed**: each is the best there is, whatever the size of the model. Only where the search
exceeds `search.LABEL_BUDGET` a better one might exist; what it then offers is still a route that differs.

**Met already** is what the person says (`has`) and what the role they stand in requires. What the employer decides
is never met beforehand, and is not counted as a new requirement.

**Leaving working life and coming back** is offered only where no route stays (`Route.returns`), and never counts
as a way to reach something within some years.
"""

from __future__ import annotations

from careerpaths.analysis.routes.no_route import Blocked, Obstacle, obstacle
from careerpaths.analysis.routes.reach import Reach, quickest_routes, reachable_roles
from careerpaths.analysis.routes.route import Route, StepPath, route_of
from careerpaths.analysis.routes.rules import Rules
from careerpaths.analysis.routes.search import FoundPath, SearchQuery, best_path
from careerpaths.analysis.routes.state_space import StateSpace
from careerpaths.model.model import Model

__all__ = ["Blocked", "Obstacle", "Reach", "Route", "RouteFinder", "finder_of"]

MOST_ROUTES = 3
NOTHING: frozenset[str] = frozenset()


class RouteFinder:
    """Answers questions about the routes of one model; build it once a model. Unknown ids have no routes."""

    def __init__(self, model: Model) -> None:
        """Index the model."""
        self.model = model
        self._staying = StateSpace(Rules(model))
        self._returning = StateSpace(Rules(model, returning=True))
        self._number = self._staying.rules.number

    def routes(self, start: str, goal: str, has: frozenset[str] = NOTHING) -> tuple[Route, ...]:
        """Return up to three routes that differ, best first, for somebody who meets the requirements `has`."""
        if start == goal or start not in self._number or goal not in self._number:
            return ()
        ends = self._number[start], self._number[goal]
        return _routes(self._staying, *ends, has) or _routes(self._returning, *ends, has)

    def within(self, start: str, years: float, has: frozenset[str] = NOTHING) -> tuple[Reach, ...]:
        """Return every role that can be reached within some typical years, nearest first."""
        return reachable_roles(self._staying, self._number[start], years, has) if start in self._number else ()

    def beyond(self, start: str, years: float, has: frozenset[str] = NOTHING) -> tuple[Reach, ...]:
        """Return every role that takes more typical years, with the quickest route there, nearest first."""
        if start not in self._number:
            return ()
        reaches = quickest_routes(self._staying, self._number[start], has, leaving=False)
        return tuple(reach for reach in reaches if reach.years > years)

    def blocked(self, start: str, goal: str) -> Blocked | None:
        """Return why no route leads from one role to another, or None if one does."""
        return None if self.routes(start, goal) else obstacle(self._staying, start, goal)


def finder_of(model: Model) -> RouteFinder:
    """Return the route finder of a model, which is made once."""
    return model.cached(RouteFinder)


def _routes(space: StateSpace, start: int, goal: int, has: frozenset[str]) -> tuple[Route, ...]:
    rules = space.rules
    known = rules.known(start, has)
    openings = space.openings(start, goal)
    chosen: list[int] = []
    routes: list[Route] = []
    while len(routes) < MOST_ROUTES:
        query = SearchQuery(openings, goal, space.costs_to(goal), rules.needs(known), tuple(chosen))
        found = best_path(space, query)
        if found is None:
            break
        path = StepPath(found.steps, start, openings[found.opening].base)
        routes.append(route_of(rules, path, known))
        chosen.append(_through(rules, found))
    return tuple(routes)


def _through(rules: Rules, found: FoundPath) -> int:
    """Return the roles between start and goal, as a bit set."""
    return sum(1 << rules.number[rules.model.steps[step].end] for step in found.steps[:-1])
