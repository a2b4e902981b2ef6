"""Our own endpoints, without Streamlit; the package that uses starlette."""
