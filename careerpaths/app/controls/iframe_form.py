"""The form on «Om modellen» that gives the iframe code for another page."""

from __future__ import annotations

from functools import partial
from urllib.parse import urlsplit

import streamlit as st

from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.controls.address_widgets import choose, choose_role, warn_of_unknown_role
from careerpaths.app.page_context import Visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.iframe_code import iframe_code_html
from careerpaths.locale import DEFAULT_LANGUAGE, languages, phrases_for
from careerpaths.model.model import Role

EXAMPLE = "https://karriar.example.se/"


def show_iframe_form(visit: Visit) -> None:
    """Let the visitor choose role, view and language, and show the code for both editions."""
    with st.container(key="embedding"):
        plain_text.heading(visit.say("Put the map on another page"))
        plain_text.paragraph(visit.say("Choose what the frame shows first, and copy the code to the intranet page."))
        warn_of_unknown_role(visit, "role")
        role, choices = _chosen(visit)
        show_html(visit, iframe_code_html(visit.model, visit.phrases, _site(), role, choices), key="frame-code")


def _chosen(visit: Visit) -> tuple[Role, dict[str, str]]:
    """Show the widgets; return the role, and the query parameters that differ from the defaults."""
    names = {"map": visit.say("Map"), "list": visit.say("List")}
    radio = partial(choose, show=plain_text.radio, horizontal=True)
    first, second, third = st.columns(3)
    with first:
        role = choose_role(visit, visit.say("Role"), "role", visit.model.roles[0])
    with second:
        view = radio(visit.say("View"), "frame-view", list(names), "map", names.__getitem__)
    with third:
        language = radio(visit.say("Language"), "frame-lang", languages(), visit.phrases.language, _own_name)
    usual = {"view": "map", "lang": DEFAULT_LANGUAGE}
    return role, {name: one for name, one in (("view", view), ("lang", language)) if one != usual[name]}


def _own_name(language: str) -> str:
    return phrases_for(language).own_name.capitalize()


def _site() -> str:
    """Return the site's root as the visitor's browser knows it, with a slash at the end."""
    parts = urlsplit(st.context.url or EXAMPLE)
    return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('om').rstrip('/')}/"
