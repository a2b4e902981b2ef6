"""Karriärkartan: a career-path explorer for social services, from one YAML file."""
