"""What is not wrong but should be looked at: warnings, readability, what has no source."""
