"""What a visitor sees: the Streamlit app, page by page."""
