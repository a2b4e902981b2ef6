"""The Python side of the page Planera: says where its parts are, and hears which page was asked for.

The unit's rows never come here: they stay in the browser.
"""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from careerpaths.server.shelf import address_of
from careerpaths.ui.places import as_data, follow, link
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_UNIT = st.components.v2.component(
    "karriarkartan_unit",
    html="<div>\n</div>",
    js=(WEB / "talk_component.js").read_text(encoding="utf-8"),
)


def unit(visit: Visit) -> None:
    """Show the plan of the unit, in the visitor's language."""
    result = _UNIT(
        key="unit",
        data=as_data(
            {
                "script": address_of("unit.js"),
                "styles": address_of("unit.css"),
                "form": address_of(f"unit.{visit.phrases.language}.json"),
                "links": {"role": link(visit, "", {"role": "{role}"}), "step": link(visit, "", {"step": "{step}"})},
            }
        ),
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)
