"""The app: which pages there are, and the frame around the one that is shown."""

from pathlib import Path

import streamlit as st

from careerpaths.ui import frame
from careerpaths.ui.visit import here

PAGES = Path(__file__).parent / "pages"

visit = here()
pages = [
    st.Page(PAGES / "karta.py", title=visit.say("Map"), url_path="", default=True),
    st.Page(PAGES / "om.py", title=visit.say("About the model"), url_path="om"),
]
current = st.navigation(pages, position="hidden")
st.set_page_config(page_title=f"{current.title} – Karriärkartan", layout="wide", initial_sidebar_state="collapsed")
if not visit.embedded:
    frame.head(visit, pages, current)
current.run()
if not visit.embedded:
    frame.foot_of(visit)
