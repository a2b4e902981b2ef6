"""The unit's plan (the page Planera): its rows, its form, its papers."""
