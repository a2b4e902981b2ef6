"""Routes as HTML: each with its legs and four computed sentences; what is within reach; and why there is no route."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.analysis.routes.finder import Blocked, Route
from careerpaths.analysis.routes.reach import NearMiss, Reach
from careerpaths.html.pages import route_sentences
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.locale import Phrases
from careerpaths.model.model import Role

NOTHING: frozenset[str] = frozenset()


@dataclass(frozen=True)
class RouteText:
    """A route with its title and its computed sentences."""

    number: int
    title: str
    route: Route
    why: str
    missing: str
    employer: str
    why_not: tuple[str, ...]
    change: str


def titles(phrases: Phrases, offered: tuple[Route, ...]) -> tuple[str, ...]:
    """Return a short name for each route: its number and the roles it goes through."""
    return tuple(_title(phrases, number, route) for number, route in enumerate(offered, start=1))


def routes_html(context: RenderContext, offered: tuple[Route, ...], has: frozenset[str] = NOTHING) -> str:
    """Return the routes with their legs, sums and sentences."""
    told = tuple(_route_text(context.phrases, offered, number, has) for number in range(1, len(offered) + 1))
    return context.render("routes.html.j2", told=told, has=has)


def reach_html(context: RenderContext, within: tuple[Reach, ...], beyond: tuple[NearMiss, ...], years: float) -> str:
    """Return the roles within some years, with the smallest sets of requirements, and the near misses."""
    limit = context.phrases.count("{n} year", "{n} years", years)
    return context.render("reach.html.j2", within=within, beyond=beyond, limit=limit)


def no_route_html(context: RenderContext, blocked: Blocked | None, start: Role, goal: Role) -> str:
    """Return why no route leads from one role to another, and the nearest role that can be reached."""
    reason = route_sentences.obstacle(context.phrases, blocked, start, goal) if blocked else ""
    return context.render("blocked.html.j2", blocked=blocked, reason=reason, start=start)


def _route_text(phrases: Phrases, offered: tuple[Route, ...], number: int, has: frozenset[str]) -> RouteText:
    route = offered[number - 1]
    others = [(place, other) for place, other in enumerate(offered, start=1) if other is not route]
    return RouteText(
        number=number,
        title=_title(phrases, number, route),
        route=route,
        why=route_sentences.why(phrases, route, offered),
        missing=route_sentences.missing(phrases, route, has),
        employer=route_sentences.employer(phrases, route),
        why_not=tuple(route_sentences.why_not(phrases, route, other, place) for place, other in others),
        change=route_sentences.change(phrases, route, offered),
    )


def _title(phrases: Phrases, number: int, route: Route) -> str:
    if not route.through:
        return phrases.say("Route {n}: directly", n=number)
    through = route_sentences.listed(phrases, tuple(role.short.replace("|", "") for role in route.through))
    return phrases.say("Route {n}: by way of {roles}", n=number, roles=through)
