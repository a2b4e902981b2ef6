"""Texts as HTML from templates that escape; the only home of jinja2 and markupsafe."""
