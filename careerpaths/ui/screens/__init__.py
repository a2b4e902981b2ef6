"""One short script a page."""
