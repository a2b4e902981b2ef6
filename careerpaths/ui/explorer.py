"""The web component's Python side: says where its parts are, and hears what was picked."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from careerpaths.server.shelf import asset
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_EXPLORER = st.components.v2.component(
    "karriarkartan_explorer",
    html="<div>\n</div>",
    js=(WEB / "explorer_component.js").read_text(encoding="utf-8"),
)


def explorer(visit: Visit) -> None:
    """Draw the map with its cards. The choice lives in the address, which the component itself keeps."""
    _EXPLORER(
        key="explorer",
        data={
            "script": _address("explorer.js"),
            "styles": _address("explorer.css"),
            "vis": _address("vis-network.js"),
            "model": _address(f"model.{visit.phrases.language}.json"),
            "embedded": visit.embedded,
            "links": {},
        },
        on_picked_change=lambda: None,
    )


def _address(name: str) -> str:
    found = asset(name)
    if found is None:
        raise LookupError(name)
    return found.address
