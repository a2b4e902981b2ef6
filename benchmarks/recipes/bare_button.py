"""A button and a card, no graph: Streamlit's own round trip and nothing more."""

import streamlit as st

from benchmarks.recipes.shown import ROLES, card

st.session_state.setdefault("pressed", -1)
if st.button("Nästa"):
    st.session_state.pressed += 1
if st.session_state.pressed >= 0:
    st.markdown(card(ROLES[st.session_state.pressed % len(ROLES)].id))
