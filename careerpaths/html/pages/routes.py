"""Routes as HTML: one told with its legs and what is missing, the others in a line; what is within reach; no route."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from careerpaths.analysis.routes.explanations import Missing, explain, missing_requirements
from careerpaths.analysis.routes.finder import Blocked, Reach, Route
from careerpaths.html.pages import route_sentences
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.site_map import RouteTab
from careerpaths.locale import Phrases
from careerpaths.model.model import Role
from careerpaths.model.problems import _

NOTHING: frozenset[str] = frozenset()
MOST_YEARS, USUAL_YEARS = 10, 5
"""How many years one can ask about, and how many are asked about when nothing else is said."""

TAB = {RouteTab.WAY: _("The way to a role"), RouteTab.REACH: _("Where can I go?")}


@dataclass(frozen=True)
class OtherRoute:
    """A route that is offered beside the one told: its number and title, and how it differs."""

    number: int
    title: str
    route: Route
    differs: str


@dataclass(frozen=True)
class RouteText:
    """The route that is told, with its computed sentences, and the others."""

    heading: str
    route: Route
    why: str
    missing: Missing
    missing_counted: str
    change: str
    others: tuple[OtherRoute, ...]


def tabs_html(context: RenderContext, shown: RouteTab, choices: Mapping[str, str]) -> str:
    """Return the links between the tabs of the page, which keep the choices of all of them."""
    return context.render("route_tabs.html.j2", titles=context.phrases.words(TAB), shown=shown, choices=choices)


def answer_html(context: RenderContext, offered: tuple[Route, ...], number: int, has: frozenset[str] = NOTHING) -> str:
    """Return one of the routes (from 1): its time, what is missing, why this one, and its legs."""
    told = _route_text(context.phrases, offered, number, has)
    return context.render("routes.html.j2", told=told, number=number, has=has)


def others_html(context: RenderContext, offered: tuple[Route, ...], number: int, has: frozenset[str] = NOTHING) -> str:
    """Return the other routes, each in a line that opens, and how all was reckoned."""
    told = _route_text(context.phrases, offered, number, has)
    return context.render("other_routes.html.j2", told=told, has=has)


def reach_html(
    context: RenderContext, start: Role, years: float, within: tuple[Reach, ...], beyond: tuple[Reach, ...]
) -> str:
    """Return the roles within some years, those that ask nothing new first, and those that take longer."""
    limit = context.phrases.count("{n} year", "{n} years", years)
    free = tuple(one for one in within if any(not route.new_requirements for route in one.routes))
    asking = tuple(one for one in within if one not in free)
    return context.render(
        "reach.html.j2",
        start=start,
        limit=limit,
        free=free,
        asking=asking,
        beyond=beyond,
        new_counted=partial(route_sentences.new_counted, context.phrases),
    )


def no_route_html(context: RenderContext, blocked: Blocked, start: Role, goal: Role) -> str:
    """Return why no route leads from one role to another, what the way in requires, and the nearest role in reach."""
    return context.render(
        "blocked.html.j2",
        heading=context.phrases.say(route_sentences.NO_ROUTE_HEADING[blocked.obstacle]),
        reason=route_sentences.obstacle(context.phrases, blocked, start, goal),
        blocked=blocked,
        start=start,
    )


def _route_text(phrases: Phrases, offered: tuple[Route, ...], number: int, has: frozenset[str]) -> RouteText:
    route = offered[number - 1]
    missing = missing_requirements(route, has)
    others = [(place, other) for place, other in enumerate(offered, start=1) if other is not route]
    return RouteText(
        heading=heading(phrases, route, offered),
        route=route,
        why=route_sentences.why(phrases, route, offered),
        missing=missing,
        missing_counted=route_sentences.missing_counted(phrases, missing),
        change=route_sentences.change(phrases, route, offered),
        others=tuple(
            OtherRoute(place, title(phrases, place, other), other, route_sentences.differs(phrases, route, other))
            for place, other in others
        ),
    )


def heading(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return the heading of a route that is told: how it stands among those offered, and where it leads."""
    return phrases.say(route_sentences.HEADING[explain(route, offered).because], goal=route.goal.name)


def title(phrases: Phrases, number: int, route: Route) -> str:
    """Return a short name for a route: its number and the roles it goes through."""
    if not route.through:
        return phrases.say("Route {n}: directly", n=number)
    through = route_sentences.listed(phrases, tuple(role.short.replace("|", "") for role in route.through))
    return phrases.say("Route {n}: by way of {roles}", n=number, roles=through)
