"""Om modellen: who keeps it and how it is marked, sources, glossary, embedding, downloads, and what to verify."""

import streamlit as st

from careerpaths.analysis.dead_ends import reachability_problems
from careerpaths.app.address import known_value
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.controls.iframe_form import show_iframe_form
from careerpaths.app.navigation import render_context
from careerpaths.app.page_context import current_visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.about import PARTS, about_html
from careerpaths.web.stores import store

visit = current_visit()
asked_for_code = {"role", "frame-view"} & {*st.query_params}  # an address from before the page had parts
part = known_value("part", list(PARTS)) or ("embed" if asked_for_code else "")
part = "" if visit.embedded and part == "embed" else part
loose = tuple(reachability_problems(visit.model, store().path.name, visit.phrases))
plain_text.title(visit.say("About the model"))
told = about_html(render_context(visit), part, visit.snapshot.problems, loose, embedded=visit.embedded)
show_html(visit, told, key="about")
if part == "embed":
    show_iframe_form(visit)
