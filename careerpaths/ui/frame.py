"""The page around every page: our head with the pages and the language, and the foot."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import streamlit as st
from streamlit.navigation.page import Page

from careerpaths.locale import phrases_for
from careerpaths.picture import headings
from careerpaths.picture.about import foot, short_foot
from careerpaths.server.shelf import address_of, store
from careerpaths.settings import MODEL_FILE, shows_example
from careerpaths.ui.places import follow, kept
from careerpaths.ui.visit import Visit

WEB = Path(__file__).parent / "web"

_HEAD = st.components.v2.component(
    "karriarkartan_head",
    html="<header>\n</header>",
    css=(WEB / "frame.css").read_text(encoding="utf-8"),
    js=(WEB / "frame.js").read_text(encoding="utf-8"),
)

_HEIGHT = st.components.v2.component(
    "karriarkartan_height",
    html="<div>\n</div>",
    js=(WEB / "height_component.js").read_text(encoding="utf-8"),
)


def tell_height() -> None:
    """In a frame: tell the host page how high the content is."""
    _HEIGHT(key="height", data={"script": address_of("height.js")})


def head(visit: Visit, current: Page) -> None:
    """Draw the head and follow its links. A change of language comes as a new address (travel.js)."""
    result = _HEAD(
        key="head",
        data=headings.head(visit.phrases, current.url_path, kept(visit)),
        on_go_change=lambda: None,
    )
    if result.go:
        follow(visit, result.go)


def tell_of_example(visit: Visit) -> None:
    """Say that nobody has put in a model yet, where the one that comes with the program is shown."""
    if shows_example():
        st.info(
            visit.say(
                "This is the example model that comes with the program. Yours goes in {file}, in the server's folder.",
                file=MODEL_FILE.as_posix(),
            )
        )


def foot_of(visit: Visit) -> None:
    """Draw the foot: whose model it is, how fresh, what it is not, and where the accessibility statement is."""
    st.html(_foot(store().version, visit.phrases.language))


def short_foot_of(visit: Visit) -> None:
    """In a frame: draw the link to the accessibility statement, which every page must have."""
    st.html(short_foot(visit.phrases, visit.embedded))


@lru_cache(maxsize=8)
def _foot(version: str, language: str) -> str:
    """Return the foot of a version of the model; made once, as every run of every page shows it."""
    return foot(store().current(language), phrases_for(language))
