"""What the search finds besides the cards, which the script reads itself: pages, and the rows of the plan."""

from __future__ import annotations

from careerpaths.html.pages.about import part_titles
from careerpaths.html.site_map import site_pages
from careerpaths.html.words import ITEM_TYPE
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


def kinds_found(phrases: Phrases) -> dict[str, str]:
    """Return the heading of each group of hits, by the kind in `scripts/explorer/find/search_index.js`."""
    _ = phrases.say
    return {
        "role": _("Roles"),
        "word": _("Glossary"),
        "line": _("In the descriptions"),
        "row": _("In the plan"),
        "page": _("Pages"),
    }


def beyond_cards(model: Model, phrases: Phrases) -> list[dict[str, object]]:
    """Return the app's pages with the parts of «Om», and the rows of the plan, with where each leads."""
    pages = [_found("page", one.title, one.address) for one in site_pages(phrases) if one.address]
    parts = [_found("page", title, "om", query=f"?part={part}") for part, title in part_titles(phrases).items() if part]
    rows = [
        _found("row", item.text.text, "planera", query=f"?item={item.id}", place=phrases.say(ITEM_TYPE[item.type]))
        for item in model.plan
    ]
    return [*pages, *parts, *rows]


def _found(kind: str, name: str, page: str, query: str = "", place: str = "") -> dict[str, object]:
    return {"kind": kind, "name": name, "place": place, "opens": {"page": page, "query": query}}
