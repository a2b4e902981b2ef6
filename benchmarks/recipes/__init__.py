"""The same model shown the usual ways: short Streamlit apps that the explorer is measured against."""
