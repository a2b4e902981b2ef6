"""The app: which pages there are, and the frame around the one that is shown."""

import streamlit as st

from careerpaths.app import page_frame
from careerpaths.app.navigation import pages
from careerpaths.app.page_context import begin
from careerpaths.html.site_map import full_title

visit = begin()
current = st.navigation(pages(visit), position="hidden")
st.set_page_config(page_title=full_title(current.title), layout="wide", initial_sidebar_state="collapsed")
if visit.embedded:
    page_frame.tell_height(visit)
else:
    page_frame.head(visit, current)
current.run()
page_frame.tell_of_example(visit)
if visit.embedded:
    page_frame.short_foot_of(visit)
else:
    page_frame.foot_of(visit)
