"""Show the map: gives the component the addresses of its assets and receives the link that was followed."""

from __future__ import annotations

from collections.abc import Sequence

from careerpaths.app.loading import loading_words
from careerpaths.app.navigation import shared_query, show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam.components import component
from careerpaths.html.site_map import card_links
from careerpaths.web.assets import address_of

_EXPLORER = component("explorer", "explorer_component.js")


def show_map(visit: Visit, route: Sequence[str] | None = None) -> None:
    """Draw the map with its cards, whose choice lives in the address; or only one route (step ids) on the map."""
    show(
        visit,
        _EXPLORER,
        "explorer" if route is None else "route-map",
        {
            "words": loading_words(visit),
            "script": address_of("explorer.js", visit.snapshot),
            "styles": address_of("explorer.css", visit.snapshot),
            "model": address_of(f"model.{visit.phrases.language}.json", visit.snapshot),
            "embedded": visit.embedded,
            "links": card_links(shared_query(visit)),
            "route": None if route is None else list(route),
        },
        "picked",
    )
