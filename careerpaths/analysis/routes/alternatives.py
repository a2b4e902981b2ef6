"""Comparison of a route with others, as values without words: how they differ, and what would change the answer.

Years are typical years (`rules.typical_years`).
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from itertools import zip_longest

from careerpaths.analysis.routes.route import Route
from careerpaths.analysis.routes.rules import typical_years
from careerpaths.model.model import Requirement, Step


@dataclass(frozen=True)
class Difference:
    """How another route differs from one: how many typical `years` and `steps` more it has, below 0 if fewer.

    `requirement` is what only the other asks that is new; `returns` that only it leaves working life and comes back.
    """

    years: float
    steps: int
    requirement: Requirement | None
    returns: bool


class ChangeKind(StrEnum):
    """Kinds of change that would alter the answer."""

    LAST_REQUIREMENT = "last-requirement"
    THIS_FIRST = "this-first"
    OTHER_FIRST = "other-first"
    OTHER_OPENS = "other-opens"
    SHORTER = "shorter"
    NOTHING = "nothing"


@dataclass(frozen=True)
class Change:
    """The nearest change that would alter the answer.

    LAST_REQUIREMENT: with `requirement`, this route asks for nothing more. THIS_FIRST: were `leg` taken in its
    least time, `years` sooner, this route would be quicker than `other`, the first. OTHER_FIRST: this is the first,
    and with `leg` taken `years` sooner `other` would be quicker. OTHER_OPENS: with `requirement`, `other` asks for
    nothing more. SHORTER: `leg` is the one with most to gain; in its least time the route is `years` shorter.
    NOTHING: no single requirement or leg changes it.
    """

    turn: ChangeKind
    requirement: Requirement | None = None
    leg: Step | None = None
    years: float = 0.0
    other: Route | None = None


def difference(route: Route, other: Route) -> Difference:
    """Return how another route differs, seen from this one."""
    return Difference(
        years=round(other.years - route.years, 6),
        steps=len(other.legs) - len(route.legs),
        requirement=_extra(route, other),
        returns=other.returns and not route.returns,
    )


def _extra(route: Route, other: Route) -> Requirement | None:
    """Return what only the other route asks that is new, from the leg where they part if that leg asks for it."""
    first = next((theirs for mine, theirs in zip_longest(route.legs, other.legs) if mine != theirs), None)
    mine = {one.id for one in route.new_requirements}
    extra = [one for one in other.new_requirements if one.id not in mine]
    asked = {one.id for one in first.requires} if first else set()
    return min(extra, key=lambda one: one.id not in asked, default=None)


def what_would_change(route: Route, offered: tuple[Route, ...]) -> Change:
    """Return one requirement or one leg that would change the answer, the nearest thing first."""
    if len(route.new_requirements) == 1:
        return Change(ChangeKind.LAST_REQUIREMENT, route.new_requirements[0])
    others = tuple(one for one in offered if one != route)
    return _first_instead(route, others, offered) or _other_opens(others) or _shorter(route)


def _first_instead(route: Route, others: tuple[Route, ...], offered: tuple[Route, ...]) -> Change | None:
    """Return the leg that, taken in its least time, makes another route the quickest: this one, if it is not first."""
    if not others:
        return None
    if route != offered[0]:
        leg = _overtaking(route, offered[0])
        return None if leg is None else Change(ChangeKind.THIS_FIRST, leg=leg, years=_gain(leg), other=offered[0])
    overtaking = ((_overtaking(other, route), other) for other in others)
    found = ((leg, other) for leg, other in overtaking if leg)
    return next((Change(ChangeKind.OTHER_FIRST, leg=leg, years=_gain(leg), other=other) for leg, other in found), None)


def _overtaking(slower: Route, quicker: Route) -> Step | None:
    """Return the leg that only the slower route has and that, in its least time, makes it the quicker one."""
    leg = max((one for one in slower.legs if one not in quicker.legs), key=_gain, default=None)
    return leg if leg is not None and slower.years - _gain(leg) < quicker.years else None


def _other_opens(others: tuple[Route, ...]) -> Change | None:
    other = next((one for one in others if len(one.new_requirements) == 1), None)
    return None if other is None else Change(ChangeKind.OTHER_OPENS, other.new_requirements[0], other=other)


def _shorter(route: Route) -> Change:
    leg = max(route.legs, key=_gain)
    return Change(ChangeKind.SHORTER, leg=leg, years=_gain(leg)) if _gain(leg) > 0 else Change(ChangeKind.NOTHING)


def _gain(leg: Step) -> float:
    """Return how many years shorter than usual a leg is in its least time."""
    return round(typical_years(leg) - leg.time.least, 6) if leg.time else 0.0
