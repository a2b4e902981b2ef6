"""What we rely on in Streamlit without its promise: each named once, with a check and with what stops without it."""
