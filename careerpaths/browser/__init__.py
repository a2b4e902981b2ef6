"""Scripts and style sheets for the browser: where they are, and how they are bundled."""
