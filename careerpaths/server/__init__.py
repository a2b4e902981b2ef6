"""What the server sends beside Streamlit's own: scripts, models, headers; the only home of starlette."""
