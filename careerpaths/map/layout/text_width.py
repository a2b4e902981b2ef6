"""How wide a text is, roughly: enough to give boxes and names their room without a font on the server."""

from __future__ import annotations

import re
from collections.abc import Sequence

SLIM, BROAD = frozenset("ijlIftr.,'-/ |()"), frozenset("mwMW@")


def width(text: str, size: float) -> float:
    """Return about how wide a text is, in px, in half-bold letters of a size."""
    return size * sum(_part(letter) for letter in text)


def _part(letter: str) -> float:
    if letter in SLIM:
        return 0.28
    if letter in BROAD:
        return 0.85
    return 0.62 if letter.isupper() else 0.53


def pieces(text: str) -> list[str]:
    """Return the parts between which a text may break: after spaces, hyphens, slashes and `|`, a soft hyphen."""
    return re.findall(r"[^ \-/|]+[ \-/|]?", text)


def on_two_lines(text: str, size: float) -> float:
    """Return how wide a name must have it to stand on at most two lines."""
    parts = pieces(text)
    breaks = [("".join(parts[:at]), "".join(parts[at:])) for at in range(1, len(parts) + 1)]
    return min((max(width(_shown(one), size), width(_shown(other), size)) for one, other in breaks), default=0.0)


def _shown(line: str) -> str:
    """Return a line as it is seen: with a hyphen where it breaks, and no mark elsewhere."""
    return re.sub(r"\|$", "-", line.rstrip()).replace("|", "")


def longest_piece(texts: Sequence[str], size: float) -> float:
    """Return how wide the longest part is that does not break."""
    return max((width(_shown(part), size) for text in texts for part in pieces(text)), default=0.0)


def lines_in(text: str, room: float, size: float) -> int:
    """Return on how many lines a text stands in so much room."""
    number, filled = 1, 0.0
    for part in pieces(text):
        own = width(part, size)
        if filled and filled + own > room:
            number, filled = number + 1, 0.0
        filled += own
    return number
