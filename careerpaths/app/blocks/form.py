"""The forms of the planning talk and of the unit: says where a form's parts are, and hears which page was asked for.

What is written in a form never comes here: it stays in the browser.
"""

from __future__ import annotations

import streamlit as st

from careerpaths.app.loading import component_script, loading_words
from careerpaths.app.navigation import as_data, follow, link
from careerpaths.app.page_context import Visit
from careerpaths.web.assets import address_of

_FORMS = {
    name: st.components.v2.component(
        f"karriarkartan_{name}", html="<div>\n</div>", js=component_script("talk_component.js")
    )
    for name in ("talk", "unit")
}
"""Two components, since the browser keeps one that stands in the same place on the next page."""


def talk(visit: Visit) -> None:
    """Show the planning talk, in the visitor's language."""
    routes = link(visit, "vagar", {"from": "{role}", "to": "{other}"})
    _form(visit, "talk", {"map": link(visit, "", {"role": "{role}"}), "routes": routes})


def unit(visit: Visit) -> None:
    """Show the plan of the unit, in the visitor's language."""
    _form(visit, "unit", {place: link(visit, "", {place: f"{{{place}}}"}) for place in ("role", "step")})


def _form(visit: Visit, name: str, links: dict[str, str]) -> None:
    """Show the form of this name; `{…}` fields in its links are filled in by its script."""
    parts = {
        "words": loading_words(visit),
        "script": address_of(f"{name}.js", visit.edition),
        "styles": address_of(f"{name}.css", visit.edition),
        "form": address_of(f"{name}.{visit.phrases.language}.json", visit.edition),
        "links": links,
    }
    result = _FORMS[name](key=name, data=as_data(parts), on_go_change=lambda: None)
    if result.go:
        follow(visit, result.go)
