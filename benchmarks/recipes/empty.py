"""The least a Streamlit page can be: what every load is compared with."""

import streamlit as st

st.title("x")
