"""A text made from our templates, with links that change page without a new load."""

from __future__ import annotations

import streamlit as st

from careerpaths.app.navigation import follow
from careerpaths.app.page_context import Visit
from careerpaths.browser.files import source

_DOCUMENT = st.components.v2.component(
    "karriarkartan_document",
    html='<div class="doc">\n</div>',
    js=source("document.js"),
    isolate_styles=False,  # the page's own rules (page.css) apply
)


def document(visit: Visit, html: str, key: str) -> None:
    """Show HTML from `html/templates` (escaped there) and follow its links."""
    result = _DOCUMENT(
        key=key,
        data={"html": html, "language": visit.phrases.language},
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
