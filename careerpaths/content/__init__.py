"""What the model is, and how its files are read; the only home of yaml."""
