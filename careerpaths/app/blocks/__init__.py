"""Pieces of a page that the browser draws itself, each a Streamlit component."""
