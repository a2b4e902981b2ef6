"""Every line that knows Streamlit's page, scripts, sockets and markup: what an upgrade can break."""
