"""How the model looks, without a server; the only home of pyvis and jinja2."""
