"""Scripts of components that fetch what they are made of, and what they say when it does not come."""

from __future__ import annotations

from careerpaths.app.page_context import Visit
from careerpaths.browser.files import source


def component_script(name: str) -> str:
    """Return the component's script with the one that fetches for it before it."""
    return "".join(source(part) for part in ("loading.js", name))


def loading_words(visit: Visit) -> dict[str, str]:
    """Return what stands in a part's place when it did not come."""
    lost = visit.say("A part of this page could not be fetched.")
    return {"lost": lost, "again": visit.say("Try again")}
