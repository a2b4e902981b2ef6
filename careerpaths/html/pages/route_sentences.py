"""The computed sentences about routes: why this one, what is missing, why not another, what would change the answer."""

from __future__ import annotations

from collections.abc import Sequence

from careerpaths.analysis.routes.alternatives import ChangeKind, Drawback, what_would_change, why_not_other
from careerpaths.analysis.routes.explanations import OfferReason
from careerpaths.analysis.routes.explanations import explain as reason_for
from careerpaths.analysis.routes.explanations import missing_requirements as lacking
from careerpaths.analysis.routes.no_route import Blocked, Obstacle
from careerpaths.analysis.routes.route import Route
from careerpaths.html.words import REQUIREMENT_KIND, years_counted
from careerpaths.locale import Phrases
from careerpaths.model.model import Requirement, Role
from careerpaths.model.problems import _

BECAUSE = {
    OfferReason.ONLY: _("It is the only route that differs enough from the others to be shown."),
    OfferReason.QUICKEST: _("Shortest typical time of the {n} routes; the next takes {years} more."),
    OfferReason.FEWEST_STEPS: _("Fewest steps of the {n} routes."),
    OfferReason.FEWEST_REQUIREMENTS: _("Asks for the least that is new of the {n} routes."),
    OfferReason.OTHER_ROLES: _("Goes another way: by way of {roles}."),
    OfferReason.FIRST: _("As short as another of the routes, and first in the model."),
}

AGAINST = {
    Drawback.RETURNS: _("Route {n} leaves working life and comes back."),
    Drawback.REQUIREMENT: _("Route {n} asks for something that this one does not: {text}."),
    Drawback.YEARS: _("Route {n} takes {years} more."),
    Drawback.STEPS: _("Route {n} has more steps ({steps} more)."),
    Drawback.NOTHING: _("Nothing in the model speaks against route {n}: choose what suits you."),
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
    """Return why a route is offered, and how much of what it asks is met already."""
    found = reason_for(route, offered)
    sentence = phrases.say(
        BECAUSE[found.because],
        n=len(offered),
        years=years_counted(phrases, found.years),
        roles=listed(phrases, [role.name for role in found.roles]),
    )
    return f"{sentence} {_met(phrases, found.held, found.asked)}".strip()


def _met(phrases: Phrases, held: int, asked: int) -> str:
    if not asked or not held:
        return ""
    return phrases.say("You already meet {held} of its {asked} requirements.", held=held, asked=asked)


def missing(phrases: Phrases, route: Route, has: frozenset[str]) -> str:
    """Return the unmet requirements of a route by kind, and those of the roles' own cards."""
    found = lacking(route, has)
    parts = [f"{phrases.say(REQUIREMENT_KIND[kind])}: {_texts(ones)}." for kind, ones in found.by_kind]
    if found.on_the_cards:
        parts.append(phrases.say("The roles on the way also ask for: {texts}.", texts=_texts(found.on_the_cards)))
    return " ".join(parts) or phrases.say("Nothing that the model asks of you.")


def employer(phrases: Phrases, route: Route) -> str:
    """Return what the employer decides on the way, or nothing."""
    return phrases.say("The employer decides: {texts}.", texts=_texts(route.employer)) if route.employer else ""


def _texts(requirements: Sequence[Requirement]) -> str:
    return "; ".join(_as_part(one) for one in requirements)


def _as_part(requirement: Requirement | None) -> str:
    """Return a requirement as a part of a sentence, without a full stop of its own; nothing where there is none."""
    return requirement.text.rstrip(".") if requirement else ""


def why_not(phrases: Phrases, route: Route, other: Route, number: int) -> str:
    """Return the main drawback of another route, compared with this one."""
    found = why_not_other(route, other)
    return phrases.say(
        AGAINST[found.against],
        n=number,
        years=years_counted(phrases, found.years),
        steps=found.steps,
        text=_as_part(found.requirement),
    )


def change(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return the one requirement or year that would change the answer."""
    found = what_would_change(route, offered)
    other = next((n for n, one in enumerate(offered, start=1) if one is found.other), 0)
    years = years_counted(phrases, found.years)
    return phrases.say(TURN[found.turn], n=other, years=years, text=_as_part(found.requirement))


def obstacle(phrases: Phrases, blocked: Blocked, start: Role, goal: Role) -> str:
    """Return why there is no route between two roles."""
    roles = listed(phrases, [role.name for role in blocked.roles])
    return phrases.say(OBSTACLE[blocked.obstacle], start=start.name, goal=goal.name, roles=roles)
