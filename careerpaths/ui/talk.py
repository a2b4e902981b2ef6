"""The planning talk's Python side: says where its parts are, and hears which page was asked for.

What is written in the form never comes here: it stays in the browser.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from careerpaths.server.shelf import address_of
from careerpaths.ui.places import as_data, follow, link
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_TALK = st.components.v2.component(
    "karriarkartan_talk",
    html="<div>\n</div>",
    js=(WEB / "talk_component.js").read_text(encoding="utf-8"),
)


def talk(visit: Visit) -> None:
    """Show the form, in the visitor's language."""
    result = _TALK(
        key="talk",
        data=as_data(
            {
                "script": address_of("talk.js"),
                "styles": address_of("talk.css"),
                "form": address_of(f"talk.{visit.phrases.language}.json"),
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
