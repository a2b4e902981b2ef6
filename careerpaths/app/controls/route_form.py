"""The fields of the page «Vägar»."""

from __future__ import annotations

from functools import partial

import streamlit as st

from careerpaths.analysis.routes.finder import Route
from careerpaths.analysis.routes.route import is_personal
from careerpaths.app import address
from careerpaths.app.controls.address_widgets import choose, choose_role
from careerpaths.app.page_context import Visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.routes import MOST_YEARS, USUAL_YEARS
from careerpaths.html.site_map import RouteTab
from careerpaths.model.model import Model, Requirement, Role, RoleKind

YEARS = tuple(map(str, range(1, MOST_YEARS + 1)))


def shown_tab() -> RouteTab:
    """Return the tab of the address; without one, who names only a start asks where it leads."""
    asked = address.known_value("tab", list(RouteTab))
    if asked is None:
        asked = RouteTab.REACH if "from" in st.query_params and "to" not in st.query_params else RouteTab.WAY
    return RouteTab(asked)


def choices_to_keep(model: Model) -> dict[str, str]:
    """Return the known choices of the address that both tabs keep."""
    roles = [role.id for role in model.roles]
    known = {"from": roles, "to": roles, "years": YEARS}
    found = {name: address.known_value(name, values) for name, values in known.items()}
    return {name: value for name, value in found.items() if value is not None}


def choose_start(visit: Visit, tab: RouteTab) -> Role:
    """Show the select of the role one has; another choice stays on the tab, and begins with the first route again."""
    roles = visit.model.roles
    employed = next((role for role in roles if role.employed), roles[0])
    return choose_role(visit, visit.say("Here I am"), "from", employed, {"tab": tab, "route": ""})


def choose_goal(visit: Visit, start: Role) -> Role:
    """Show the select of the role one wants."""
    others = [role for role in visit.model.roles if role is not start] or visit.model.roles
    first = next((role for role in others if role.kind is RoleKind.ASSIGNMENT), others[-1])
    return choose_role(visit, visit.say("There I want to be"), "to", first, {"route": ""})


def route_number(routes: tuple[Route, ...]) -> int:
    """Return which of the routes the address asks for, from 1."""
    return int(address.known_value("route", [str(number) for number, _ in enumerate(routes, 1)]) or 1)


def ask_held_requirements(visit: Visit, routes: tuple[Route, ...] = ()) -> frozenset[str]:
    """Show a checkbox for each requirement, those of the routes first; return the ids of those ticked.

    Ticks stay in the session.
    """
    asked = {one.id: one for route in routes for one in (*route.held, *route.new_requirements)}
    asked |= {one.id: one for one in visit.model.requirements if is_personal(one) and _required(visit, one)}
    with plain_text.expander(visit.say("I have it: tick what you already meet")):
        plain_text.paragraph(visit.say("Your ticks stay in this page and are not saved."))
        return frozenset(
            one.id for one in asked.values() if plain_text.checkbox(one.text.rstrip("."), key=f"has-{one.id}")
        )


def _required(visit: Visit, requirement: Requirement) -> bool:
    return any(requirement in step.requires for step in visit.model.steps)


def choose_years(visit: Visit) -> int:
    """Show a row of numbers of years, one of which lives in the address."""
    label = visit.say("Reach within how many years?")
    radio = partial(plain_text.radio, horizontal=True)
    return int(choose(label, "years", YEARS, str(USUAL_YEARS), str, radio))
