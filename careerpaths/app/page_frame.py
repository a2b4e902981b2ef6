"""The frame of every page: head with navigation and languages, notices, and foot."""

from __future__ import annotations

import streamlit as st
from streamlit.navigation.page import Page

from careerpaths.app.navigation import show
from careerpaths.app.page_context import Visit
from careerpaths.app.seam import plain_text
from careerpaths.app.seam.components import component
from careerpaths.browser.files import source
from careerpaths.html import site_map
from careerpaths.html.pages.about import foot, short_foot
from careerpaths.settings import MODEL_FILE, is_example_model
from careerpaths.web.assets import address_of

_HEAD = component("head", "frame.js", html="<header></header>", css=source("frame.css"))
_HEIGHT = component("height", "height_component.js")


def report_height(visit: Visit) -> None:
    """In a frame: tell the host page how high the content is."""
    _HEIGHT("height", {"script": address_of("height.js", visit.snapshot)})


def show_head(visit: Visit, current: Page) -> None:
    """Draw the head and follow its links. A change of language comes as a new address (travel.js)."""
    data = site_map.head_data(visit.phrases, current.url_path, visit.embedded) | {"travel": _travel_again(visit)}
    show(visit, _HEAD, "head", data)


def _travel_again(visit: Visit) -> str:
    """Return a second address of travel.js, for the case that the page's own request for it failed."""
    return address_of("travel.js", visit.snapshot).replace("web/", "web/again-", 1)


def show_example_notice(visit: Visit) -> None:
    """Show a notice when the packaged example model is in use."""
    if is_example_model():
        plain_text.note(
            visit.say(
                "This is the example model that comes with the program. Yours goes in {file}, in the server's folder.",
                file=MODEL_FILE.as_posix(),
            )
        )


def show_foot(visit: Visit) -> None:
    """Show the foot: owner and date of the model, its purpose, and the accessibility statement."""
    language = visit.phrases.language
    st.html(visit.snapshot.cached(("foot", language), lambda: foot(visit.model, visit.phrases)))


def show_short_foot(visit: Visit) -> None:
    """In a frame: draw the link to the accessibility statement, which every page must have."""
    st.html(short_foot(visit.phrases, visit.embedded))
