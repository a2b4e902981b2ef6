"""What the search finds besides the cards, which the script reads itself: pages, and the rows of the plan."""

from __future__ import annotations

from careerpaths.html.site_map import site_pages
from careerpaths.html.words import ITEM_TYPE
from careerpaths.locale import Phrases
from careerpaths.model.model import Model


def kinds_found(phrases: Phrases) -> dict[str, str]:
    """Return the heading of each group of hits, by the kind in `scripts/explorer/search_index.js`."""
    _ = phrases.say
    return {
        "role": _("Roles"),
        "word": _("Glossary"),
        "line": _("In the descriptions"),
        "row": _("In the plan"),
        "page": _("Pages"),
    }


def beyond_cards(model: Model, phrases: Phrases) -> list[dict[str, object]]:
    """Return the app's pages and the rows of the plan, with where each leads."""
    pages = [_found("page", one.title, one.address) for one in site_pages(phrases) if one.address]
    rows = [
        _found("row", item.text.text, "planera", query=f"?item={item.id}", place=phrases.say(ITEM_TYPE[item.type]))
        for item in model.plan
    ]
    return [*pages, *rows]


def _found(kind: str, name: str, page: str, query: str = "", place: str = "") -> dict[str, object]:
    return {"kind": kind, "name": name, "place": place, "opens": {"page": page, "query": query}}
