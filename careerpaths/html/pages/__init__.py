"""Whole pages as HTML: pure functions of the model and the query."""
