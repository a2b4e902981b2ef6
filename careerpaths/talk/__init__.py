"""The planning talk: its plan, its form, its papers and what can be loaded again."""
