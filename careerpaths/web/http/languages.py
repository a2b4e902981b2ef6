"""The language that an address asks for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from careerpaths.locale import languages


def language_of(query: Mapping[str, str], spoken: Sequence[str] = ()) -> str:
    """Return the language that a query asks for, else the first; `spoken` are others than the interface's own."""
    known, asked = spoken or languages(), query.get("lang", "")
    return asked if asked in known else known[0]
