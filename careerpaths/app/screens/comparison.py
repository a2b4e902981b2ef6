"""Jämför: two roles under the same headings, and the steps between them."""

import streamlit as st

from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.controls.address_widgets import choose_role, warn_of_unknown_role
from careerpaths.app.navigation import render_context
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.comparison import comparison_html
from careerpaths.model.model import StepKind

visit = current_visit()
example = next((step for step in visit.model.steps if step.kind is StepKind.SIDEWAYS), visit.model.steps[0])
roles = {role.id: role for role in visit.model.roles}
plain_text.title(visit.say("Compare"))
warn_of_unknown_role(visit, "a", "b")
left, right = st.columns(2)
with left:
    one = choose_role(visit, visit.say("One role"), "a", roles[example.start])
with right:
    other = choose_role(visit, visit.say("Another role"), "b", roles[example.end])
show_html(visit, comparison_html(render_context(visit), one, other), key="compared")
