"""The planning talk's Python side: says where its parts are, and hears which page was asked for.

What is written in the form never comes here: it stays in the browser.
"""

from __future__ import annotations

import streamlit as st

from careerpaths.app.loading import component_script, loading_words
from careerpaths.app.navigation import as_data, follow, link
from careerpaths.app.page_context import Visit
from careerpaths.web.assets import address_of

_TALK = st.components.v2.component(
    "karriarkartan_talk",
    html="<div>\n</div>",
    js=component_script("talk_component.js"),
)


def talk(visit: Visit) -> None:
    """Show the form, in the visitor's language."""
    result = _TALK(
        key="talk",
        data=as_data(
            {
                "words": loading_words(visit),
                "script": address_of("talk.js", visit.edition),
                "styles": address_of("talk.css", visit.edition),
                "form": address_of(f"talk.{visit.phrases.language}.json", visit.edition),
                "links": {
                    "map": link(visit, "", {"role": "{role}"}),
                    "routes": link(visit, "vagar", {"from": "{role}", "to": "{other}"}),
                },
            }
        ),
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
