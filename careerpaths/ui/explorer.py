"""The web component's Python side: says where its parts are, and hears what was picked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from careerpaths.picture.headings import card_links
from careerpaths.server.shelf import address_of
from careerpaths.ui.places import as_data, follow, kept
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_EXPLORER = st.components.v2.component(
    "karriarkartan_explorer",
    html="<div>\n</div>",
    js=(WEB / "explorer_component.js").read_text(encoding="utf-8"),
)


def explorer(visit: Visit, route: Sequence[str] | None = None) -> None:
    """Draw the map with its cards, whose choice lives in the address; or only one route (step ids) on the map."""
    result = _EXPLORER(
        key="explorer" if route is None else "route-map",
        data=as_data(
            {
                "script": address_of("explorer.js"),
                "styles": address_of("explorer.css"),
                "vis": address_of("vis-network.js"),
                "model": address_of(f"model.{visit.phrases.language}.json"),
                "embedded": visit.embedded,
                "links": card_links(kept(visit)),
                "route": None if route is None else list(route),
            }
        ),
        on_picked_change=lambda: None,
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
