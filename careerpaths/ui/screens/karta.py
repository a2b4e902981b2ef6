"""Karta: the map with its cards, and the list."""

import streamlit as st

from careerpaths.ui.explorer import explorer
from careerpaths.ui.visit import here


@st.fragment
def karta() -> None:
    """Draw the map; what is pressed on it runs this part alone, a third of the page's work."""
    explorer(here())


karta()
