"""What a model is: roles, steps, measures, the plan; the standard library only."""
