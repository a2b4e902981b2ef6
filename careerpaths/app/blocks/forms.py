"""The Python side of the talk's and the unit's forms: says where their parts are, and hears which page was asked for.

What is written in a form never comes here: it stays in the browser.
"""

from __future__ import annotations

from collections.abc import Mapping

from careerpaths.app.loading import loading_words
from careerpaths.app.navigation import page_link, show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam.components import component
from careerpaths.web.assets import address_of

_FORMS = {name: component(name, "talk_component.js") for name in ("talk", "unit")}


def talk(visit: Visit) -> None:
    """Show the planning talk, in the visitor's language."""
    routes = page_link(visit, "vagar", {"from": "{role}", "to": "{other}"})
    _form(visit, "talk", {"map": page_link(visit, "", {"role": "{role}"}), "routes": routes})


def unit(visit: Visit) -> None:
    """Show the plan of the unit, in the visitor's language."""
    _form(visit, "unit", {kind: page_link(visit, "", {kind: f"{{{kind}}}"}) for kind in ("role", "step")})


def _form(visit: Visit, name: str, links: Mapping[str, str]) -> None:
    data = {
        "words": loading_words(visit),
        "script": address_of(f"{name}.js", visit.snapshot),
        "styles": address_of(f"{name}.css", visit.snapshot),
        "form": address_of(f"{name}.{visit.phrases.language}.json", visit.snapshot),
        "links": links,
    }
    show(visit, _FORMS[name], name, data)
