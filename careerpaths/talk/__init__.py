"""The planning talk and its files."""
