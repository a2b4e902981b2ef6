"""What stands in the papers of a planning talk, as PDF and Word."""
