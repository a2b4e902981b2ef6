"""The Python side of the page Planera: says where its parts are, and hears which page was asked for.

The unit's rows never come here: they stay in the browser.
"""

from __future__ import annotations

import streamlit as st

from careerpaths.app.loading import component_script, loading_words
from careerpaths.app.navigation import as_data, follow, link
from careerpaths.app.page_context import Visit
from careerpaths.web.assets import address_of

_UNIT = st.components.v2.component(
    "karriarkartan_unit",
    html="<div>\n</div>",
    js=component_script("talk_component.js"),
)


def unit(visit: Visit) -> None:
    """Show the plan of the unit, in the visitor's language."""
    result = _UNIT(
        key="unit",
        data=as_data(
            {
                "words": loading_words(visit),
                "script": address_of("unit.js", visit.edition),
                "styles": address_of("unit.css", visit.edition),
                "form": address_of(f"unit.{visit.phrases.language}.json", visit.edition),
                "links": {"role": link(visit, "", {"role": "{role}"}), "step": link(visit, "", {"step": "{step}"})},
            }
        ),
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
