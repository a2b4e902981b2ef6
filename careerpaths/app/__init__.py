"""The Streamlit app: its pages, widgets and components."""
