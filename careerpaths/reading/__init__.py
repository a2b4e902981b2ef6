"""How the model's files are read: YAML in, a `Model` or every fault with its line out."""
