"""st-link-analysis: Cytoscape in a frame that tells which node was tapped."""

import streamlit as st
from st_link_analysis import EdgeStyle, Event, NodeStyle, st_link_analysis

from benchmarks.recipes.shown import NAMES, ROLES, STEPS, card, place

st.set_page_config(layout="wide")
nodes = []
for role in ROLES:
    x, y = place(role)
    # Close together, so that Cytoscape zooms in until it writes the names.
    nodes.append({"data": {"id": role.id, "label": "ROLE", "name": role.name}, "position": {"x": x / 4, "y": y / 3}})
edges = [{"data": {"id": step.id, "label": "STEP", "source": step.start, "target": step.end}} for step in STEPS]
left, right = st.columns([3, 1])
with left:
    told = st_link_analysis(
        {"nodes": nodes, "edges": edges},
        layout={"name": "preset", "fit": True, "padding": 60},
        node_styles=[NodeStyle("ROLE", "#0b4a83", "name")],
        edge_styles=[EdgeStyle("STEP", "#737b87", directed=True)],
        height=600,
        key="graph",
        events=[Event("picked", "tap", "node")],
    )
with right:
    picked = told["data"]["target_id"] if told else ""
    if picked in NAMES:
        st.markdown(card(picked))
