"""Jämför: two roles under the same headings, and the steps between them."""

import streamlit as st

from careerpaths.content.model import StepKind
from careerpaths.picture.compared import compared
from careerpaths.ui import plain
from careerpaths.ui.choosing import choose_role, say_unknown
from careerpaths.ui.document import document
from careerpaths.ui.places import setting
from careerpaths.ui.visit import here

visit = here()
example = next((step for step in visit.model.steps if step.kind is StepKind.SIDEWAYS), visit.model.steps[0])
roles = {role.id: role for role in visit.model.roles}
plain.title(visit.say("Compare"))
plain.paragraph(
    visit.say("Two roles under the same headings: what they have in common, and what only one of them has.")
)
say_unknown(visit, "a", "b")
left, right = st.columns(2)
with left:
    one = choose_role(visit, visit.say("One role"), "a", roles[example.start])
with right:
    other = choose_role(visit, visit.say("Another role"), "b", roles[example.end])
document(visit, compared(setting(visit), one, other), key="compared")
