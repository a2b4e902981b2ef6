"""Whole pages as HTML, pure functions of the model and what was asked."""
