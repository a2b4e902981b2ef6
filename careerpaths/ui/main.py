"""The app: which pages there are, and the frame around the one that is shown."""

import streamlit as st

from careerpaths.picture.headings import full_title
from careerpaths.ui import frame
from careerpaths.ui.places import pages
from careerpaths.ui.visit import begin

visit = begin()
current = st.navigation(pages(visit), position="hidden")
st.set_page_config(page_title=full_title(current.title), layout="wide", initial_sidebar_state="collapsed")
if visit.embedded:
    frame.tell_height(visit)
else:
    frame.head(visit, current)
current.run()
frame.tell_of_example(visit)
if visit.embedded:
    frame.short_foot_of(visit)
else:
    frame.foot_of(visit)
