"""The computed sentences about routes: why this one, what is missing, why not another, what would change the answer."""

from __future__ import annotations

from collections.abc import Sequence

from careerpaths.analysis.routes.alternatives import Against, Turn, what_would_change, why_not_other
from careerpaths.analysis.routes.explanations import Because
from careerpaths.analysis.routes.explanations import missing as lacking
from careerpaths.analysis.routes.explanations import why as reason_for
from careerpaths.analysis.routes.no_route import Blocked, Obstacle
from careerpaths.analysis.routes.route import Route
from careerpaths.html.words import years_counted
from careerpaths.locale import Phrases
from careerpaths.model.model import Requirement, RequirementKind, Role


def listed(phrases: Phrases, names: Sequence[str]) -> str:
    """Return names as a list in a sentence: «a, b och c»."""
    if len(names) < 2:
        return "".join(names)
    return phrases.say("{first} and {last}", first=", ".join(names[:-1]), last=names[-1])


def why(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return why a route is offered, and how much of what it asks is met already."""
    found = reason_for(route, offered)
    n = len(offered)
    sentence = {
        Because.ONLY: lambda: phrases.say("It is the only route that differs enough from the others to be shown."),
        Because.QUICKEST: lambda: phrases.say(
            "Shortest typical time of the {n} routes; the next takes {years} more.",
            n=n,
            years=years_counted(phrases, found.years),
        ),
        Because.FEWEST_STEPS: lambda: phrases.say("Fewest steps of the {n} routes.", n=n),
        Because.FEWEST_REQUIREMENTS: lambda: phrases.say("Asks for the least that is new of the {n} routes.", n=n),
        Because.OTHER_ROLES: lambda: phrases.say(
            "Goes another way: by way of {roles}.", roles=listed(phrases, [role.name for role in found.roles])
        ),
        Because.FIRST: lambda: phrases.say("As short as another of the routes, and first in the model."),
    }[found.because]()
    return f"{sentence} {_met(phrases, found.held, found.asked)}".strip()


def _met(phrases: Phrases, held: int, asked: int) -> str:
    if not asked or not held:
        return ""
    return phrases.say("You already meet {held} of its {asked} requirements.", held=held, asked=asked)


def missing(phrases: Phrases, route: Route, has: frozenset[str]) -> str:
    """Return what a route asks that is not met, by kind, and what the goal's own card adds."""
    found = lacking(route, has)
    parts = [f"{requirement_kind(phrases, kind)}: {_texts(ones)}." for kind, ones in found.by_kind]
    if found.on_the_cards:
        parts.append(phrases.say("The roles on the way also ask for: {texts}.", texts=_texts(found.on_the_cards)))
    return " ".join(parts) or phrases.say("Nothing that the model asks of you.")


def employer(phrases: Phrases, route: Route) -> str:
    """Return what the employer decides on the way, or nothing."""
    return phrases.say("The employer decides: {texts}.", texts=_texts(route.employer)) if route.employer else ""


def _texts(requirements: Sequence[Requirement]) -> str:
    return "; ".join(_as_part(one.text) for one in requirements)


def _as_part(text: str) -> str:
    """Return a requirement's text as a part of a sentence: no full stop of its own."""
    return text.rstrip(".")


def requirement_kind(phrases: Phrases, kind: RequirementKind) -> str:
    """Return the word for a kind of requirement."""
    _ = phrases.say
    return {
        RequirementKind.FORMAL: _("Formal"),
        RequirementKind.EXPERIENCE: _("Experience"),
        RequirementKind.TRAINING: _("Training"),
        RequirementKind.PERSONAL: _("Personal"),
        RequirementKind.EMPLOYER: _("The employer decides"),
    }[kind]


def why_not(phrases: Phrases, route: Route, other: Route, number: int) -> str:
    """Return what speaks against another route, seen from this one."""
    found = why_not_other(route, other)
    values = {"n": number, "years": years_counted(phrases, found.years), "steps": found.steps}
    if found.requirement is not None:
        values["text"] = _as_part(found.requirement.text)
    sentence = {
        Against.RETURNS: phrases.say("Route {n} leaves working life and comes back."),
        Against.REQUIREMENT: phrases.say("Route {n} asks for something that this one does not: {text}."),
        Against.YEARS: phrases.say("Route {n} takes {years} more."),
        Against.STEPS: phrases.say("Route {n} has more steps ({steps} more)."),
        Against.NOTHING: phrases.say("Nothing in the model speaks against route {n}: choose what suits you."),
    }[found.against]
    return sentence.format(**values)


def change(phrases: Phrases, route: Route, offered: tuple[Route, ...]) -> str:
    """Return the one requirement or year that would change the answer."""
    found = what_would_change(route, offered)
    other = next((n for n, one in enumerate(offered, start=1) if one is found.other), 0)
    values = {"n": other, "years": years_counted(phrases, found.years)}
    if found.requirement is not None:
        values["text"] = _as_part(found.requirement.text)
    sentence = {
        Turn.LAST_REQUIREMENT: phrases.say("With one thing more, nothing is missing for this route: {text}."),
        Turn.THIS_FIRST: phrases.say(
            "If its slowest step went as fast as it can, {years} sooner, this route would be shorter than route {n}."
        ),
        Turn.OTHER_FIRST: phrases.say(
            "If one step on route {n} went as fast as it can, {years} sooner, that route would be shorter."
        ),
        Turn.OTHER_OPENS: phrases.say("With one thing more, nothing is missing for route {n}: {text}."),
        Turn.SHORTER: phrases.say("If its slowest step went as fast as it can, the route would be {years} shorter."),
        Turn.NOTHING: phrases.say("No single requirement or step changes the answer."),
    }[found.turn]
    return sentence.format(**values)


def obstacle(phrases: Phrases, blocked: Blocked, start: Role, goal: Role) -> str:
    """Return what stands between two roles that no route joins."""
    roles = listed(phrases, [role.name for role in blocked.roles])
    values = {"start": start.name, "goal": goal.name, "roles": roles}
    sentence = {
        Obstacle.UNKNOWN_ROLE: phrases.say("One of the two roles is not on the map."),
        Obstacle.SAME_ROLE: phrases.say("You have chosen the same role twice. Choose another one to go to."),
        Obstacle.HELD: phrases.say(
            "{start} is held beside {goal}: you already have it. Ending the assignment is not a step of its own."
        ),
        Obstacle.NO_STEP_OUT: phrases.say("No step in the model leads on from {start}."),
        Obstacle.FROM_OUTSIDE: phrases.say("One comes to {goal} from outside the organisation. It requires:"),
        Obstacle.NO_STEP_IN: phrases.say("No step in the model leads to {goal}."),
        Obstacle.BASE: phrases.say("{goal} needs {roles} beside it, and the way from {start} does not keep that."),
        Obstacle.NOT_FROM_HERE: phrases.say(
            "The steps to {goal} go from {roles}, and no step leads there from {start}."
        ),
    }[blocked.obstacle]
    return sentence.format(**values)
