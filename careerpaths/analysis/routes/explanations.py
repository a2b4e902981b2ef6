"""Explanation of one route, as values without words: why it is offered, and which requirements are missing.

Years are typical years (`rules.typical_years`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from careerpaths.analysis.routes.route import Route, is_personal
from careerpaths.model.model import Requirement, RequirementKind, Role

NOTHING: frozenset[str] = frozenset()


class OfferReason(StrEnum):
    """Why a route is offered: the criterion in which it is best, or that it differs."""

    ONLY = "only"
    QUICKEST = "quickest"
    FEWEST_STEPS = "fewest-steps"
    FEWEST_REQUIREMENTS = "fewest-requirements"
    OTHER_ROLES = "other-roles"
    FIRST = "first"


@dataclass(frozen=True)
class Explanation:
    """Why a route is one of `routes` offered.

    ONLY: there is no other. QUICKEST: no other is as quick; the next takes `years` more. FEWEST_STEPS: no other has
    as few legs. FEWEST_REQUIREMENTS: no other asks for as little that is new. OTHER_ROLES: it goes through `roles`
    that none before it does. FIRST: as good as another, and first in the file. `held` of `asked` are met already.
    """

    because: OfferReason
    routes: int
    held: int
    asked: int
    years: float = 0.0
    roles: tuple[Role, ...] = ()


@dataclass(frozen=True)
class Missing:
    """Unmet requirements of the legs by kind, those the employer decides, and what the roles' own cards add."""

    by_kind: tuple[tuple[RequirementKind, tuple[Requirement, ...]], ...]
    employer: tuple[Requirement, ...]
    on_the_cards: tuple[Requirement, ...]


def explain(route: Route, offered: tuple[Route, ...]) -> Explanation:
    """Return why a route is one of those offered, in the order in which they are offered."""
    others = [one for one in offered if one != route]
    held, asked = len(route.held), len(route.held) + len(route.new_requirements)
    return Explanation(
        _because(route, offered, others), len(offered), held, asked, _ahead(route, others), _own(route, offered)
    )


def _because(route: Route, offered: tuple[Route, ...], others: list[Route]) -> OfferReason:
    if not others:
        return OfferReason.ONLY
    if route.years < min(one.years for one in others):
        return OfferReason.QUICKEST
    if len(route.legs) < min(len(one.legs) for one in others):
        return OfferReason.FEWEST_STEPS
    if len(route.new_requirements) < min(len(one.new_requirements) for one in others):
        return OfferReason.FEWEST_REQUIREMENTS
    return OfferReason.FIRST if route == offered[0] else OfferReason.OTHER_ROLES


def _ahead(route: Route, others: list[Route]) -> float:
    """Return how many years the next quickest route takes more, 0 if none does."""
    return max(0.0, round(min((one.years for one in others), default=route.years) - route.years, 6))


def _own(route: Route, offered: tuple[Route, ...]) -> tuple[Role, ...]:
    """Return the roles a route goes through that no route before it does."""
    before = offered[: next((place for place, one in enumerate(offered) if one == route), len(offered))]
    seen = {role.id for one in before for role in one.through}
    return tuple(role for role in route.through if role.id not in seen)


def missing_requirements(route: Route, has: frozenset[str] = NOTHING) -> Missing:
    """Return what a route asks that somebody who also meets `has` lacks."""
    lacking = [one for one in route.new_requirements if one.id not in has]
    kinds = ((kind, tuple(one for one in lacking if one.kind is kind)) for kind in RequirementKind)
    return Missing(tuple((kind, found) for kind, found in kinds if found), route.employer, _on_the_cards(route, has))


def _on_the_cards(route: Route, has: frozenset[str]) -> tuple[Requirement, ...]:
    """Return what the roles a route leads to require of the person, beyond the legs and what is met at the start."""
    there = route.roles[-len(route.legs) :]
    met = {one.id for role in route.roles[: -len(route.legs)] for one in role.requires}
    met |= has | {one.id for one in (*route.new_requirements, *route.held)}
    asked = {one.id: one for role in there for one in role.requires if is_personal(one)}
    return tuple(one for one in asked.values() if one.id not in met)
