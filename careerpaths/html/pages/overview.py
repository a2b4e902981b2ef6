"""The page for those who lead, as HTML: everything computed from the model."""

from __future__ import annotations

from functools import partial

from careerpaths.analysis.overview import Overview
from careerpaths.html.pages.page_text import Setting
from careerpaths.locale import Phrases

BOTTLENECKS = 8
"""How many bottlenecks are shown, the narrowest first."""


def overviewed(setting: Setting, seen: Overview) -> str:
    """Return the overview as a document with headings, tables and lists."""
    return setting.filled(
        "overview.html.j2",
        seen=seen,
        most=BOTTLENECKS,
        place=setting.model.name_of,
        part_word=partial(_part_word, setting.phrases),
    )


def _part_word(phrases: Phrases, letter: str) -> str:
    _ = phrases.say
    return {
        "K": _("Competence and staffing (K)"),
        "A": _("Conditions of work (A)"),
        "L": _("Pay formation (L)"),
    }.get(letter, _("In none of the parts"))
