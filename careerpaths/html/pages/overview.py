"""The page for those who lead, as HTML: everything computed from the model."""

from __future__ import annotations

from careerpaths.analysis.overview import Overview
from careerpaths.html.pages.page_text import Setting
from careerpaths.html.words import KAL_PART

BOTTLENECKS = 8
"""How many bottlenecks are shown, the narrowest first."""


def overviewed(setting: Setting, seen: Overview) -> str:
    """Return the overview as a document with headings, tables and lists."""
    return setting.filled(
        "overview.html.j2",
        seen=seen,
        most=BOTTLENECKS,
        place=setting.model.name_of,
        part_word=setting.phrases.words(KAL_PART).__getitem__,
    )
