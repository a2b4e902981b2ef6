"""Questions about the model; the only home of networkx."""
