"""Vägar: up to three different routes between two roles, and what can be reached within some years."""

import streamlit as st

from careerpaths.analysis.routes.finder import finder_of
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.blocks.map import show_map
from careerpaths.app.controls import route_form
from careerpaths.app.controls.address_widgets import choose_role, warn_of_unknown_role
from careerpaths.app.navigation import render_context
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages import routes as journeys
from careerpaths.model.model import RoleKind

visit = current_visit()
text = render_context(visit)
finder = finder_of(visit.model)
roles = visit.model.roles
plain_text.title(visit.say("Routes"))
plain_text.paragraph(visit.say("Choose where you are and where you want to go. Sideways and back are as good as up."))
warn_of_unknown_role(visit, "from", "to")
left, right = st.columns(2)
with left:
    start = choose_role(
        visit, visit.say("Here I am"), "from", next((role for role in roles if role.employed), roles[0])
    )
with right:
    first = next((role for role in roles if role.kind is RoleKind.ASSIGNMENT), roles[-1])
    goal = choose_role(visit, visit.say("There I want to be"), "to", first)
has = route_form.ask_held_requirements(visit, finder, start, goal)
routes = finder.routes(start.id, goal.id, has)
if routes:
    told, drawn = st.columns([3, 2])
    with told:
        show_html(visit, journeys.routes_html(text, routes, has), key="routes")
    with drawn:
        show_map(visit, [leg.id for leg in route_form.choose_shown_route(visit, routes).legs])
else:
    show_html(visit, journeys.no_route_html(text, finder.blocked(start.id, goal.id), start, goal), key="blocked")
plain_text.heading(visit.say("What can I reach from {role}?", role=start.name))
years = route_form.choose_years(visit)
within = finder.within(start.id, years, has)
beyond = finder.just_out_of_reach(start.id, years, has)[: route_form.MOST_NEAR_MISSES]
show_html(visit, journeys.reach_html(text, within, beyond, years), key="reach")
