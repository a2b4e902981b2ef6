"""Where scripts and style sheets stand: each room keeps its own in `scripts`; together they are one list of names.

What stands in a folder within such a folder is a part: it is only imported, never asked for by name.
"""

from __future__ import annotations

from pathlib import Path

HOUSE = Path(__file__).parents[1]

FILES = {file.name: file for kind in ("js", "css") for file in sorted(HOUSE.rglob(f"scripts/*.{kind}"))}
"""Every script and style sheet that can be asked for, by its name: `explorer.js`, `explorer.css`."""


def source(name: str) -> str:
    """Return the text of a script or style sheet; raises KeyError where there is none of that name."""
    return FILES[name].read_text(encoding="utf-8")
