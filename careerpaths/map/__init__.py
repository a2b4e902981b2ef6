"""The map as data that the browser draws; the only home of pyvis."""
