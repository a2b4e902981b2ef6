"""What stands in the place of a part of the page that did not come."""

from __future__ import annotations

from careerpaths.app.page_context import Visit


def loading_words(visit: Visit) -> dict[str, str]:
    """Return the words shown in place of a part that could not be loaded."""
    lost = visit.say("A part of this page could not be fetched.")
    return {"lost": lost, "again": visit.say("Try again")}
