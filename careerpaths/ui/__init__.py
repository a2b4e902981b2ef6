"""What a visitor sees; the only home of streamlit."""
