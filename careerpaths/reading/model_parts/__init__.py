"""The parts of the model's file, one module each: head and tables, roles, steps, plan, timeline, and lines."""
