"""The form on «Om modellen» that gives the iframe code of any view for another page."""

from __future__ import annotations

from urllib.parse import urlsplit

import streamlit as st

from careerpaths import settings
from careerpaths.app.blocks.html_block import show_html
from careerpaths.app.controls.address_widgets import choose, choose_role, choose_typed, warn_of_unknown_role
from careerpaths.app.page_context import Visit
from careerpaths.app.seam import plain_text
from careerpaths.html.pages.iframe_code import VIEWS, Chosen, Site, iframe_code_html
from careerpaths.html.site_map import site_pages
from careerpaths.locale import DEFAULT_LANGUAGE, languages, phrases_for

EXAMPLE = "https://karriar.example.se/"


def show_iframe_form(visit: Visit) -> None:
    """Let the visitor choose view, role or step, and language, and show the code for both editions."""
    with st.container(key="embedding"):
        warn_of_unknown_role(visit, "role")
        first, second, third = st.columns(3)
        with first:
            view = _view(visit)
        with second:
            language = choose(
                visit.say("Language"),
                "frame-lang",
                languages(),
                visit.phrases.language,
                _own_name,
                plain_text.radio,
                horizontal=True,
            )
        with third:
            subject = _subject(visit, view)
        shared = {"lang": language} if language != DEFAULT_LANGUAGE else {}
        code = iframe_code_html(visit.model, visit.phrases, _site(), view, subject, shared)
        show_html(visit, code, key="frame-code")


def _view(visit: Visit) -> str:
    """Let the visitor choose what is shown first; an address that names a role alone means its card."""
    say = visit.say
    names = {
        "map": say("Whole map"),
        "from": say("From one role"),
        "list": say("List"),
        "role": say("A role’s card"),
        "step": say("A step’s card"),
    } | {one.address: one.title for one in site_pages(visit.phrases)}
    usual = "role" if "role" in st.query_params else "map"
    return choose_typed(say("What the frame shows"), "frame-view", {view: names[view] for view in VIEWS}, usual)


def _subject(visit: Visit, view: str) -> tuple[str, str]:
    """Let the visitor choose the role or step that the view is about; return it and its name, or the page's name."""
    model, chosen = visit.model, VIEWS[view].chosen
    if chosen is Chosen.ROLE:
        role = choose_role(visit, visit.say("Role"), "role", model.roles[0])
        return role.id, role.name
    if chosen is Chosen.STEP and model.steps:
        names = {step.id: model.name_of(step) for step in model.steps}
        step = choose_typed(visit.say("Step"), "step", names, model.steps[0].id)
        return step, names[step]
    titles = {one.address: one.title for one in site_pages(visit.phrases)}
    return "", titles[view] if VIEWS[view].page else ""


def _own_name(language: str) -> str:
    return phrases_for(language).own_name.capitalize()


def _site() -> Site:
    """Return the site as the visitor's browser knows it; its root has a slash at the end."""
    parts = urlsplit(st.context.url or EXAMPLE)
    origin = f"{parts.scheme}://{parts.netloc}"
    return Site(f"{origin}{parts.path.removesuffix('om').rstrip('/')}/", origin, settings.frame_ancestors())
