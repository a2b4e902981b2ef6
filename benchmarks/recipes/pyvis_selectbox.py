"""The recipe of most tutorials: pyvis writes HTML for a frame; a select box chooses, as the frame cannot tell."""

import streamlit as st
from pyvis.network import Network

from benchmarks.recipes.shown import NAMES, ROLES, STEPS, card, place


@st.cache_data
def picture() -> str:
    """Return pyvis's page with the network."""
    network = Network(height="600px", directed=True, cdn_resources="in_line")
    for role in ROLES:
        x, y = place(role)
        network.add_node(role.id, label=role.name, shape="box", x=x, y=y, physics=False)
    for step in STEPS:
        network.add_edge(step.start, step.end)
    return str(network.generate_html())


st.set_page_config(layout="wide")
left, right = st.columns([3, 1])
with right:
    picked = st.selectbox("Roll", list(NAMES), index=None, format_func=NAMES.__getitem__)
    if picked:
        st.markdown(card(picked))
with left:
    st.iframe(picture(), height=620)
