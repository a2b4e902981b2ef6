"""The planning talk's Python side: says where its parts are, and hears which page was asked for.

What is written in the form never comes here: it stays in the browser.
"""

from __future__ import annotations

from careerpaths.app.loading import loading_words
from careerpaths.app.navigation import link, show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam.components import LOADING, component
from careerpaths.web.assets import address_of

_TALK = component("talk", LOADING, "talk_component.js")


def talk(visit: Visit) -> None:
    """Show the form, in the visitor's language."""
    show(
        visit,
        _TALK,
        "talk",
        {
            "words": loading_words(visit),
            "script": address_of("talk.js", visit.edition),
            "styles": address_of("talk.css", visit.edition),
            "form": address_of(f"talk.{visit.phrases.language}.json", visit.edition),
            "links": {
                "map": link(visit, "", {"role": "{role}"}),
                "routes": link(visit, "vagar", {"from": "{role}", "to": "{other}"}),
            },
        },
    )
