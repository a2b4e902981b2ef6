"""The computed sentences about routes: why this one, what is missing, how another differs, what would change it."""

from __future__ import annotations

from collections.abc import Sequence

from careerpaths.analysis.routes.alternatives import ChangeKind, difference, what_would_change
from careerpaths.analysis.routes.explanations import Missing, OfferReason, explain
from careerpaths.analysis.routes.no_route import Blocked, Obstacle
from careerpaths.analysis.routes.reach import Reach
from careerpaths.analysis.routes.route import Route
from careerpaths.html.words import years_counted
from careerpaths.locale import Phrases
from careerpaths.model.model import Requirement, Role
from careerpaths.model.problems import _

HEADING = {
    OfferReason.ONLY: _("The route to {goal}"),
    OfferReason.QUICKEST: _("The quickest route to {goal}"),
    **dict.fromkeys(
        (OfferReason.FEWER_STEPS, OfferReason.LESS_NEW, OfferReason.EQUAL), _("One of the quickest routes to {goal}")
    ),
    **dict.fromkeys((OfferReason.FEWEST_STEPS, OfferReason.OTHER_ROLES), _("Another route to {goal}")),
}
"""What stands above a route that is told."""

BECAUSE = {
    OfferReason.ONLY: _("The map has no other route that differs much from this one."),
    OfferReason.QUICKEST: _("Shortest typical time of the {n} routes; the next takes {years} more."),
    OfferReason.FEWER_STEPS: _("As quick as another route, with fewer steps."),
    OfferReason.LESS_NEW: _("As quick as another route, with as many steps, but it asks for less that is new."),
    OfferReason.EQUAL: _(
        "Another route is as quick, has as many steps and asks for as much. "
        "Choose by the role on the way that suits you best."
    ),
    OfferReason.FEWEST_STEPS: _("Fewest steps of the {n} routes."),
    OfferReason.OTHER_ROLES: _("Differs from the first route in the roles on the way."),
}

TURN = {
    ChangeKind.LAST_REQUIREMENT: _("With one thing more, nothing is missing for this route: {text}."),
    ChangeKind.THIS_FIRST: _(
        "If its slowest step went as fast as it can, {years} sooner, this route would be shorter than route {n}."
    ),
    ChangeKind.OTHER_FIRST: _(
        "If one step on route {n} went as fast as it can, {years} sooner, that route would be shorter."
    ),
    ChangeKind.OTHER_OPENS: _("With one thing more, nothing is missing for route {n}: {text}."),
    ChangeKind.SHORTER: _("If its slowest step went as fast as it can, the route would be {years} shorter."),
    ChangeKind.NOTHING: _("No single requirement or step changes the answer."),
}

OBSTACLE = {
    Obstacle.UNKNOWN_ROLE: _("One of the two roles is not on the map."),
    Obstacle.SAME_ROLE: _("You have chosen the same role twice. Choose another one to go to."),
    Obstacle.HELD: _(
        "{start} is held beside {goal}: you already have it. Ending the assignment is not a step of its own."
    ),
    Obstacle.NO_STEP_OUT: _("No step in the model leads on from {start}."),
    Obstacle.FROM_OUTSIDE: _("One comes to {goal} from outside the organisation. It requires:"),
    Obstacle.NO_STEP_IN: _("No step in the model leads to {goal}."),
    Obstacle.BASE: _("{goal} needs {roles} beside it, and the way from {start} does not keep that."),
    Obstacle.NOT_FROM_HERE: _("The steps to {goal} go from {roles}, and no step leads there from {start}."),
}


def listed(phrases: Phrases, names: Sequence[str]) -> str:
    """Return names as a list in a sentence: «a, b och c»."""
    if len(names) < 2:
        return "".join(names)
    return phrases.say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def why(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return why a route is offered."""
    found = explain(route, offered)
    return phrases.say(BECAUSE[found.because], n=len(offered), years=years_counted(phrases, found.years))


def missing_counted(phrases: Phrases, missing: Missing) -> str:
    """Return how much is missing of the person, and how much the employer decides."""
    counted = []
    if missing.personal:
        counted.append(phrases.count("{n} thing that you can do", "{n} things that you can do", len(missing.personal)))
    if missing.employer:
        number = len(missing.employer)
        counted.append(
            phrases.count("{n} thing that the employer decides", "{n} things that the employer decides", number)
        )
    return listed(phrases, counted) or phrases.say("Nothing that the model asks of you.")


def new_counted(phrases: Phrases, reach: Reach) -> str:
    """Return how many requirements are new on the quickest way to a role."""
    return phrases.count("{n} new requirement", "{n} new requirements", len(reach.routes[0].new_requirements))


def _as_part(requirement: Requirement | None) -> str:
    """Return a requirement as a part of a sentence, without a full stop of its own; nothing where there is none."""
    return requirement.text.rstrip(".") if requirement else ""


def differs(phrases: Phrases, route: Route, other: Route) -> str:
    """Return how another route differs from one: in time, in steps, and in what only it asks."""
    found = difference(route, other)
    parts = [_time_apart(phrases, found.years)]
    if found.steps > 0:
        parts.append(phrases.count("{n} step more", "{n} steps more", found.steps))
    if found.steps < 0:
        parts.append(phrases.count("{n} step fewer", "{n} steps fewer", -found.steps))
    if found.requirement:
        parts.append(phrases.say("also asks for: {text}", text=_as_part(found.requirement)))
    if found.returns:
        parts.append(phrases.say("leaves working life and comes back"))
    return ", ".join(parts)


def _time_apart(phrases: Phrases, years: float) -> str:
    if not years:
        return phrases.say("as long")
    words = _("{years} longer") if years > 0 else _("{years} shorter")
    return phrases.say(words, years=years_counted(phrases, abs(years)))


def change(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return the one requirement or year that would change the answer."""
    found = what_would_change(route, offered)
    other = next((n for n, one in enumerate(offered, start=1) if one is found.other), 0)
    years = years_counted(phrases, found.years)
    return phrases.say(TURN[found.turn], n=other, years=years, text=_as_part(found.requirement))


NO_ROUTE_HEADING = dict.fromkeys(Obstacle, _("No route in the model")) | {
    Obstacle.SAME_ROLE: _("The same role twice"),
    Obstacle.HELD: _("You already have it"),
}


def obstacle(phrases: Phrases, blocked: Blocked, start: Role, goal: Role) -> str:
    """Return why there is no route between two roles."""
    roles = listed(phrases, [role.name for role in blocked.roles])
    return phrases.say(OBSTACLE[blocked.obstacle], start=start.name, goal=goal.name, roles=roles)
