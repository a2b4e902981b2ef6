"""One short script a page; Streamlit runs it."""
