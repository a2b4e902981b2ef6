"""streamlit-agraph: vis-network in a frame that tells which node was clicked."""

import streamlit as st
from streamlit_agraph import Config, Edge, Node, agraph

from benchmarks.recipes.shown import ROLES, STEPS, card, colour, place

st.set_page_config(layout="wide")
nodes = []
for role in ROLES:
    x, y = place(role)
    nodes.append(Node(role.id, title=role.name, label=role.name, shape="box", color=colour(role.id), x=x, y=y))
edges = [Edge(step.start, step.end, color="#737b87") for step in STEPS]
left, right = st.columns([3, 1])
with left:
    picked = agraph(nodes, edges, Config(width=1000, height=600, directed=True, physics=False))
with right:
    if picked:
        st.markdown(card(picked))
