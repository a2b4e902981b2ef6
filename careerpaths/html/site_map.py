"""The pages of the app: titles, addresses, links between them, and the data of the page head."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import quote

from careerpaths.locale import DEFAULT_LANGUAGE, Phrases, languages, phrases_for

ROLE_NAMES = {"vagar": "from", "jamfor": "a", "samtal": "role"}
"""The query parameter that carries the chosen role, by page."""


class RouteTab(StrEnum):
    """The tabs of the page Vägar, as they stand in its address."""

    WAY = "way"
    REACH = "reach"


@dataclass(frozen=True)
class SitePage:
    """A page's script in `app/screens`, its title, and its address; the map's is empty."""

    script: str
    title: str
    address: str


def site_pages(phrases: Phrases) -> tuple[SitePage, ...]:
    """Return every page in the order of the head, titled in a language."""
    _ = phrases.say
    return (
        SitePage("map", _("Map"), ""),
        SitePage("routes", _("Routes"), "vagar"),
        SitePage("comparison", _("Compare"), "jamfor"),
        SitePage("talk", _("Planning talk"), "samtal"),
        SitePage("unit", _("Plan the unit"), "planera"),
        SitePage("overview", _("Overview"), "overblick"),
        SitePage("about", _("About the model"), "om"),
    )


def page_paths() -> frozenset[str]:
    """Return the paths of all pages, such as `/samtal`."""
    return frozenset(f"/{one.address}" for one in site_pages(phrases_for(DEFAULT_LANGUAGE)))


def full_title(title: str) -> str:
    """Return the browser's title of a page."""
    return f"{title} – Karriärkartan"


def shared_query(language: str, embedded: bool) -> dict[str, str]:
    """Return the query parameters that every link keeps: language (unless default) and frame."""
    spoken = {"lang": language} if language != DEFAULT_LANGUAGE else {}
    return spoken | ({"embed": "true"} if embedded else {})


def page_link(page: str, choices: Mapping[str, str]) -> str:
    """Return a page's relative address with its choices; `{name}` fields stay as they are for a script to fill in."""
    query = "&".join(f"{name}={quote(value, safe='{}')}" for name, value in choices.items())
    return f"{page}?{query}" if query else page


def card_links(always: Mapping[str, str]) -> dict[str, str]:
    """Return where a card's links lead; `{role}` and `{other}` are filled in by the script."""
    return {
        "routes": page_link("vagar", {"from": "{role}", "to": "{other}", **always}),
        "compare": page_link("jamfor", {"a": "{role}", "b": "{other}", **always}),
        "talk": page_link("samtal", {"role": "{role}", **always}),
        **({} if "embed" in always else {"embed": page_link("om", {"part": "embed", "role": "{role}", **always})}),
    }


def head_data(phrases: Phrases, current: str, framed: bool) -> dict[str, object]:
    """Return the data from which `app/seam/scripts/frame.js` draws the page head; `current` is the page's address."""
    _ = phrases.say
    return {
        "framed": framed,
        "language": phrases.language,
        "words": {
            "name": "Karriärkartan",
            "skip": _("Skip to the content"),
            "pages": _("Pages"),
            "language": _("Language"),
            "menu": _("Menu"),
            "apart": _("Open in a window of its own"),
        },
        "pages": [
            {"id": one.address, "href": one.address or "./", "title": one.title, "current": one.address == current}
            for one in site_pages(phrases)
        ],
        "roleName": ROLE_NAMES,
        "kept": shared_query(phrases.language, framed),
        "others": _other_languages(phrases.language),
    }


def _other_languages(language: str) -> list[dict[str, str]]:
    """Return the other languages with their own names."""
    others = (other for other in languages() if other != language)
    return [{"id": other, "name": phrases_for(other).own_name.capitalize()} for other in others]
