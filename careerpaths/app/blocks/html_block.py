"""Show HTML from our templates; its links change page without a full reload."""

from __future__ import annotations

from careerpaths.app.navigation import show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam.components import component

_DOCUMENT = component(  # page.css applies to it
    "document", "document.js", html='<div class="doc"></div>', isolate_styles=False
)


def show_html(visit: Visit, html: str, key: str) -> None:
    """Show HTML from `html/templates` (escaped there) and follow its links."""
    show(visit, _DOCUMENT, key, {"html": html, "language": visit.phrases.language})
