"""The form of the page «Vägar»."""

from __future__ import annotations

from careerpaths.analysis.routes.finder import Route, RouteFinder
from careerpaths.analysis.routes.route import is_personal
from careerpaths.app.controls.address_widgets import choose
from careerpaths.app.page_context import Visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.routes import titles
from careerpaths.model.model import Requirement, Role

YEARS = tuple(map(str, range(1, 11)))
DEFAULT_YEARS = "5"
MOST_NEAR_MISSES = 6  # roles just out of reach that are shown


def ask_held_requirements(visit: Visit, routes: RouteFinder, start: Role, goal: Role) -> frozenset[str]:
    """Show a checkbox for each requirement; return the ids of those ticked. Ticks stay in the session."""
    asked = {
        one.id: one for route in routes.routes(start.id, goal.id) for one in (*route.held, *route.new_requirements)
    }
    asked |= {one.id: one for one in visit.model.requirements if is_personal(one) and _required(visit, one)}
    with plain_text.expander(visit.say("I have it: tick what you already meet")):
        plain_text.paragraph(visit.say("Your ticks stay in this page and are not saved."))
        return frozenset(
            one.id for one in asked.values() if plain_text.checkbox(one.text.rstrip("."), key=f"has-{one.id}")
        )


def _required(visit: Visit, requirement: Requirement) -> bool:
    return any(requirement in step.requires for step in visit.model.steps)


def choose_shown_route(visit: Visit, routes: tuple[Route, ...]) -> Route:
    """Let the visitor choose which of the routes the map shows; the choice lives in the address."""
    names = {str(number): title for number, title in enumerate(titles(visit.phrases, routes), 1)}
    chosen = choose(visit.say("Show on the map"), "route", list(names), "1", names.__getitem__, plain_text.radio)
    return routes[int(chosen) - 1]


def choose_years(visit: Visit) -> int:
    """Show a select of a number of years, which lives in the address."""

    def said(years: str) -> str:
        return visit.phrases.count("{n} year", "{n} years", int(years))

    return int(choose(visit.say("Reach within"), "years", YEARS, DEFAULT_YEARS, said))
