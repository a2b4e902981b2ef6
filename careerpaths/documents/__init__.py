"""Papers as PDF, Word and calendar files; knows the formats, never a plan."""
