"""The Python side of the page Planera: says where its parts are, and hears which page was asked for.

The unit's rows never come here: they stay in the browser.
"""

from __future__ import annotations

from careerpaths.app.loading import loading_words
from careerpaths.app.navigation import link, show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam.components import LOADING, component
from careerpaths.web.assets import address_of

_UNIT = component("unit", LOADING, "talk_component.js")


def unit(visit: Visit) -> None:
    """Show the plan of the unit, in the visitor's language."""
    show(
        visit,
        _UNIT,
        "unit",
        {
            "words": loading_words(visit),
            "script": address_of("unit.js", visit.edition),
            "styles": address_of("unit.css", visit.edition),
            "form": address_of(f"unit.{visit.phrases.language}.json", visit.edition),
            "links": {"role": link(visit, "", {"role": "{role}"}), "step": link(visit, "", {"step": "{step}"})},
        },
    )
