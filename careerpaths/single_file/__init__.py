"""The map as one HTML document that needs no server."""
