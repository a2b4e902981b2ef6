"""Vägar: the best route between two roles and the others; on a tab of its own, what can be reached in some years."""

import streamlit as st

from careerpaths.analysis.routes.finder import finder_of
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.blocks.map import show_map
from careerpaths.app.controls import route_form
from careerpaths.app.controls.address_widgets import warn_of_unknown_role
from careerpaths.app.navigation import render_context
from careerpaths.app.page_context import Visit, current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages import routes as pages
from careerpaths.html.site_map import RouteTab


def show_way(visit: Visit) -> None:
    """Show one route with its map, the others in a line each, and what to tick."""
    text, finder = render_context(visit), finder_of(visit.model)
    left, right = st.columns(2)
    with left:
        start = route_form.choose_start(visit, RouteTab.WAY)
    with right:
        goal = route_form.choose_goal(visit, start)
    with st.container(key="way"):
        told, drawn = st.columns([2, 1])
    with told:
        answer = st.container()
        has = route_form.ask_held_requirements(visit, finder.routes(start.id, goal.id))
    blocked = finder.blocked(start.id, goal.id)
    if blocked is not None:
        with answer:
            show_html(visit, pages.no_route_html(text, blocked, start, goal), key="blocked")
        return
    routes = finder.routes(start.id, goal.id, has)
    number = route_form.route_number(routes)
    with answer:
        show_html(visit, pages.answer_html(text, routes, number, has), key="routes")
    with told:
        show_html(visit, pages.others_html(text, routes, number, has), key="other-routes")
    with drawn:
        show_map(visit, [leg.id for leg in routes[number - 1].legs])


def show_reach(visit: Visit) -> None:
    """Show what can be reached within some years, and what to tick."""
    finder = finder_of(visit.model)
    left, right = st.columns(2)
    with left:
        start = route_form.choose_start(visit, RouteTab.REACH)
    with right:
        years = route_form.choose_years(visit)
    answer = st.container()
    has = route_form.ask_held_requirements(visit)
    within, beyond = finder.within(start.id, years, has), finder.beyond(start.id, years, has)
    with answer:
        show_html(visit, pages.reach_html(render_context(visit), start, years, within, beyond), key="reach")


visit = current_visit()
tab = route_form.shown_tab()
plain_text.title(visit.say("Routes"))
show_html(visit, pages.tabs_html(render_context(visit), tab, route_form.choices_to_keep(visit.model)), key="tabs")
warn_of_unknown_role(visit, "from", "to")
if tab is RouteTab.REACH:
    show_reach(visit)
else:
    show_way(visit)
