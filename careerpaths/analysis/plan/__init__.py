"""The plan as a graph: what leads to what, and which ends are loose."""
