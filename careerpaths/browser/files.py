"""Index of scripts and style sheets: each package keeps its own in `scripts/`; names are unique over all of them.

Files in folders below `scripts/` are only imported, never served by name.
"""

from __future__ import annotations

import re
from pathlib import Path

HOUSE = Path(__file__).parents[1]

FILES = {file.name: file for kind in ("js", "css") for file in sorted(HOUSE.rglob(f"scripts/*.{kind}"))}
"""Every script and style sheet that can be asked for, by its name: `explorer.js`, `explorer.css`."""


IMPORT = re.compile(r'^@import "\./([^"]+)";$', re.M)


def source(name: str) -> str:
    """Return the text of a script or style sheet; raises KeyError where there is none of that name.

    A style sheet has those that it imports in it: one request, and a sheet made in a script may not import.
    """
    text = FILES[name].read_text(encoding="utf-8")
    return IMPORT.sub(lambda found: source(found[1]), text) if name.endswith(".css") else text
