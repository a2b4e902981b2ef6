"""What our own addresses answer, without Streamlit; the home of starlette."""
