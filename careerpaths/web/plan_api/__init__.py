"""Addresses that take a plan and answer with a file, or a saved file and answer with a plan."""
