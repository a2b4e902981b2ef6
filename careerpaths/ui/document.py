"""A text made from our templates, with links that change page without a new load."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from careerpaths.ui.places import follow
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_DOCUMENT = st.components.v2.component(
    "karriarkartan_document",
    html='<div class="doc">\n</div>',
    js=(WEB / "document.js").read_text(encoding="utf-8"),
    isolate_styles=False,  # the page's own rules (page.css) apply
)


def document(visit: Visit, html: str, key: str) -> None:
    """Show HTML from `picture/templates` (escaped there) and follow its links."""
    result = _DOCUMENT(
        key=key,
        data={"html": html, "language": visit.phrases.language},
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
