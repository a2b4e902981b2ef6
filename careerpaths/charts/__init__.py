"""Pictures of numbers as SVG with real text, drawn without a browser."""
