"""The page for those who lead, as HTML: everything computed from the model."""

from __future__ import annotations

from functools import partial

from careerpaths.content.model import Role, Step
from careerpaths.graph.overview import Overview
from careerpaths.locale import Phrases
from careerpaths.picture.journeys import Setting

BOTTLENECKS = 8
"""How many bottlenecks are shown, the narrowest first."""


def overviewed(setting: Setting, seen: Overview) -> str:
    """Return the overview as a document with headings, tables and lists."""
    return setting.filled(
        "overview.html.j2",
        seen=seen,
        most=BOTTLENECKS,
        place=partial(_place, setting),
        part_word=partial(_part_word, setting.phrases),
    )


def _place(setting: Setting, place: Role | Step) -> str:
    """Return the name of a role, or of a step by its two ends."""
    if isinstance(place, Role):
        return place.name
    ends = (setting.model.role(place.start), setting.model.role(place.end))
    return " → ".join(str(role.name) for role in ends if role)


def _part_word(phrases: Phrases, letter: str) -> str:
    _ = phrases.say
    return {
        "K": _("Competence and staffing (K)"),
        "A": _("Conditions of work (A)"),
        "L": _("Pay formation (L)"),
    }.get(letter, _("In none of the parts"))
