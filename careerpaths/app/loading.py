"""What stands in the place of a part of the page that did not come."""

from __future__ import annotations

from careerpaths.app.page_context import Visit


def loading_words(visit: Visit) -> dict[str, str]:
    """Return what stands in a part's place when it did not come."""
    lost = visit.say("A part of this page could not be fetched.")
    return {"lost": lost, "again": visit.say("Try again")}
