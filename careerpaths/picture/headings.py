"""The pages of the app, as its head names them; also for the pages that Streamlit has no part in."""

from __future__ import annotations

from dataclasses import dataclass

from careerpaths.locale import Phrases


@dataclass(frozen=True)
class Heading:
    """A page's script in `ui/screens`, its title, and its address; the map's is empty."""

    script: str
    title: str
    address: str


def headings(phrases: Phrases) -> tuple[Heading, ...]:
    """Return every page in the order of the head, titled in a language."""
    _ = phrases.say
    return (
        Heading("karta", _("Map"), ""),
        Heading("vagar", _("Routes"), "vagar"),
        Heading("jamfor", _("Compare"), "jamfor"),
        Heading("samtal", _("Planning talk"), "samtal"),
        Heading("planera", _("Plan the unit"), "planera"),
        Heading("overblick", _("Overview"), "overblick"),
        Heading("om", _("About the model"), "om"),
    )
