"""The page «Överblick» for managers, as HTML."""

from __future__ import annotations

from careerpaths.analysis.overview import Overview
from careerpaths.html.pages.render_context import RenderContext
from careerpaths.html.words import KAL_PART

MOST_BOTTLENECKS = 8
"""How many bottlenecks are shown, the narrowest first."""


def overview_html(context: RenderContext, seen: Overview) -> str:
    """Return the overview as a document with headings, tables and lists."""
    return context.render(
        "overview.html.j2",
        seen=seen,
        most=MOST_BOTTLENECKS,
        place=context.model.name_of,
        part_word=context.phrases.words(KAL_PART).__getitem__,
    )
