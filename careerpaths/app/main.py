"""The script that Streamlit runs for every page: navigation, head, the page itself, and foot."""

import streamlit as st

from careerpaths.app import page_frame
from careerpaths.app.navigation import pages
from careerpaths.app.page_context import begin_visit
from careerpaths.html.site_map import full_title

visit = begin_visit()
current = st.navigation(pages(visit), position="hidden")
st.set_page_config(page_title=full_title(current.title), layout="wide", initial_sidebar_state="collapsed")
page_frame.show_head(visit, current)
if visit.embedded:
    page_frame.report_height(visit)
current.run()
page_frame.show_example_notice(visit)
if visit.embedded:
    page_frame.show_short_foot(visit)
else:
    page_frame.show_foot(visit)
