"""The plan as a graph: queries in both directions, and its loose ends."""
