"""What the browser gets of ours: where scripts and style sheets are found, and how they are put together."""
