"""Jämför: two roles under the same headings, and the steps between them."""

import streamlit as st

from careerpaths.app.blocks.html_block import document
from careerpaths.app.controls.address_widgets import choose_role, say_unknown
from careerpaths.app.navigation import setting
from careerpaths.app.page_context import here
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.comparison import compared
from careerpaths.model.model import StepKind

visit = here()
example = next((step for step in visit.model.steps if step.kind is StepKind.SIDEWAYS), visit.model.steps[0])
roles = {role.id: role for role in visit.model.roles}
plain_text.title(visit.say("Compare"))
plain_text.paragraph(
    visit.say("Two roles under the same headings: what they have in common, and what only one of them has.")
)
say_unknown(visit, "a", "b")
left, right = st.columns(2)
with left:
    one = choose_role(visit, visit.say("One role"), "a", roles[example.start])
with right:
    other = choose_role(visit, visit.say("Another role"), "b", roles[example.end])
document(visit, compared(setting(visit), one, other), key="compared")
