"""Routes from one role to another under the rules of the steps, and why there is none."""
