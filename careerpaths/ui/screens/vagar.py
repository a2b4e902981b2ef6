"""Vägar: up to three different routes between two roles, and what can be reached within some years."""

import streamlit as st

from careerpaths.content.model import RoleKind
from careerpaths.graph.routes import finder_of
from careerpaths.picture import journeys
from careerpaths.ui import finding, plain
from careerpaths.ui.choosing import choose_role, say_unknown
from careerpaths.ui.document import document
from careerpaths.ui.explorer import explorer
from careerpaths.ui.places import setting
from careerpaths.ui.visit import here

visit = here()
text = setting(visit)
finder = finder_of(visit.model)
roles = visit.model.roles
plain.title(visit.say("Routes"))
plain.paragraph(visit.say("Choose where you are and where you want to go. Sideways and back are as good as up."))
say_unknown(visit, "from", "to")
left, right = st.columns(2)
with left:
    start = choose_role(
        visit, visit.say("Here I am"), "from", next((role for role in roles if role.employed), roles[0])
    )
with right:
    first = next((role for role in roles if role.kind is RoleKind.ASSIGNMENT), roles[-1])
    goal = choose_role(visit, visit.say("There I want to be"), "to", first)
has = finding.what_i_have(visit, finder, start, goal)
routes = finder.routes(start.id, goal.id, has)
if routes:
    told, drawn = st.columns([3, 2])
    with told:
        document(visit, journeys.routes_told(text, routes, has), key="routes")
    with drawn:
        explorer(visit, [leg.id for leg in finding.shown(visit, routes).legs])
else:
    document(visit, journeys.blocked_told(text, finder.blocked(start.id, goal.id), start, goal), key="blocked")
plain.heading(visit.say("What can I reach from {role}?", role=start.name))
years = finding.choose_years(visit)
within = finder.within(start.id, years, has)
beyond = finder.just_out_of_reach(start.id, years, has)[: finding.NEAREST]
document(visit, journeys.reach_told(text, within, beyond, years), key="reach")
