"""Explanation of one route, as values without words: why it is the one told, and which requirements are missing.

Years are typical years (`rules.typical_years`).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from careerpaths.analysis.routes.route import Route, is_personal
from careerpaths.model.model import Requirement

NOTHING: frozenset[str] = frozenset()


class OfferReason(StrEnum):
    """Why a route is offered: the criterion in which it is best, or that it differs."""

    ONLY = "only"
    QUICKEST = "quickest"
    FEWER_STEPS = "fewer-steps"
    LESS_NEW = "less-new"
    EQUAL = "equal"
    FEWEST_STEPS = "fewest-steps"
    OTHER_ROLES = "other-roles"


@dataclass(frozen=True)
class Explanation:
    """Why a route is one of those offered; `years` is how much longer the next quickest takes, 0 if none does.

    ONLY: there is no other. The first is QUICKEST, or as quick as others and then: FEWER_STEPS than those, as many
    but LESS_NEW requirements, or EQUAL in all. Another has the FEWEST_STEPS of all, or goes through OTHER_ROLES.
    """

    because: OfferReason
    years: float = 0.0


@dataclass(frozen=True)
class Missing:
    """What a route and the roles on it ask: unmet ones of the person, those the employer decides, merits, those held.

    `merits` are those of the goal, which nobody requires.
    """

    personal: tuple[Requirement, ...]
    employer: tuple[Requirement, ...]
    merits: tuple[Requirement, ...]
    held: tuple[Requirement, ...]


def explain(route: Route, offered: tuple[Route, ...]) -> Explanation:
    """Return why a route is one of those offered, in the order in which they are offered."""
    others = [one for one in offered if one != route]
    if not others:
        return Explanation(OfferReason.ONLY)
    if route == offered[0]:
        return Explanation(_first_because(route, others), round(min(one.years for one in others) - route.years, 6))
    fewest = len(route.legs) < min(len(one.legs) for one in others)
    return Explanation(OfferReason.FEWEST_STEPS if fewest else OfferReason.OTHER_ROLES)


def _first_because(route: Route, others: list[Route]) -> OfferReason:
    """Return in what the first route, which is best by years, steps and new requirements, is best."""
    rivals = [one for one in others if one.years <= route.years]
    if not rivals:
        return OfferReason.QUICKEST
    rivals = [one for one in rivals if len(one.legs) <= len(route.legs)]
    if not rivals:
        return OfferReason.FEWER_STEPS
    as_little = any(len(one.new_requirements) <= len(route.new_requirements) for one in rivals)
    return OfferReason.EQUAL if as_little else OfferReason.LESS_NEW


def missing_requirements(route: Route, has: frozenset[str] = NOTHING) -> Missing:
    """Return what a route and the roles it leads to ask of somebody who also meets `has`, each requirement once."""
    there, before = route.roles[-len(route.legs) :], route.roles[: -len(route.legs)]
    met = has | {one.id for role in before for one in role.requires} - {one.id for one in route.new_requirements}
    by_legs = (*route.new_requirements, *route.held)
    personal = _once((*by_legs, *(one for role in there for one in role.requires if is_personal(one))))
    employer = _once((*route.employer, *(one for one in route.goal.requires if not is_personal(one))))
    known = met | {one.id for one in route.held}
    asked = {one.id for one in personal} | known
    return Missing(
        personal=tuple(one for one in personal if one.id not in known),
        employer=employer,
        merits=tuple(one for one in route.goal.merits if one.id not in asked),
        held=tuple(one for one in personal if one.id in known),
    )


def _once(requirements: Iterable[Requirement]) -> tuple[Requirement, ...]:
    return tuple({one.id: one for one in requirements}.values())
