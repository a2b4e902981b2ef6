"""The part of the page about the model that gives the code for framing the map."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from careerpaths.locale import DEFAULT_LANGUAGE, languages, phrases_for
from careerpaths.picture.embedding import embedding
from careerpaths.ui.choosing import choose_role
from careerpaths.ui.document import document
from careerpaths.ui.visit import Visit

EXAMPLE = "https://karriar.example.se/"


def offer_code(visit: Visit) -> None:
    """Let the visitor choose role, view and language, and show the code for both editions."""
    st.header(visit.say("Put the map on another page"), anchor=False)
    st.markdown(visit.say("Choose what the frame shows first, and copy the code to the intranet page."))
    first, second, third = st.columns(3)
    with first:
        role = choose_role(visit, visit.say("Role"), "role", visit.model.roles[0])
    names = {"map": visit.say("Map"), "list": visit.say("List")}
    view = second.radio(
        visit.say("View"), list(names), format_func=names.__getitem__, horizontal=True, key="frame-view"
    )
    spoken = languages()
    language = third.radio(
        visit.say("Language"),
        spoken,
        spoken.index(visit.phrases.language),
        format_func=_own_name,
        horizontal=True,
        key="frame-language",
    )
    choices = ({"view": view} if view == "list" else {}) | ({"lang": language} if language != DEFAULT_LANGUAGE else {})
    document(visit, embedding(visit.model, visit.phrases, _site(), role, choices), key="embedding")


def _own_name(language: str) -> str:
    return phrases_for(language).own_name.capitalize()


def _site() -> str:
    """Return the site's root as the visitor's browser knows it, with a slash at the end."""
    parts = urlsplit(st.context.url or EXAMPLE)
    return f"{parts.scheme}://{parts.netloc}{parts.path.removesuffix('om').rstrip('/')}/"
