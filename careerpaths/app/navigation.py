"""Streamlit's pages, links that keep language and frame, and page changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl

import streamlit as st
from streamlit.navigation.page import Page

from careerpaths.app.page_context import Visit
from careerpaths.html import site_map
from careerpaths.html.pages.render_context import RenderContext

HOME = Path(__file__).parent / "screens"  # not «pages»: Streamlit would run those by itself, without main.py


def pages(visit: Visit) -> list[Page]:
    """Return every page in the order of the head, titled in the visitor's language."""
    return [
        st.Page(HOME / f"{one.script}.py", title=one.title, url_path=one.address, default=not one.address)
        for one in site_map.site_pages(visit.phrases)
    ]


def page_link(visit: Visit, page: str, choices: Mapping[str, str]) -> str:
    """Return a page's relative address with its choices; `{name}` fields stay as they are for a script to fill in."""
    return site_map.page_link(page, {**choices, **shared_query(visit)})


def shared_query(visit: Visit) -> dict[str, str]:
    """Return the query parameters that every link of this visit keeps."""
    return site_map.shared_query(visit.phrases.language, visit.embedded)


def render_context(visit: Visit) -> RenderContext:
    """Return the context in which pages of this visit are rendered."""
    return RenderContext(
        visit.model, visit.phrases, "".join(f"&{name}={value}" for name, value in shared_query(visit).items())
    )


def show(visit: Visit, component: Callable[..., Any], key: str, data: Mapping[str, object], *triggers: str) -> None:
    """Show a component of ours (`app/seam/components`), and follow the link that was pressed in it."""
    result = component(key, data, "go", *triggers)
    if result.go:
        follow_link(visit, result.go)


def follow_link(visit: Visit, asked: Mapping[str, str]) -> None:
    """Switch to the page of a clicked link (`page`, `query`); an unknown page changes nothing."""
    found = {page.url_path: page for page in pages(visit)}.get(asked.get("page", "").removeprefix("./"))
    if found is not None:
        query = dict(parse_qsl(asked.get("query", "").removeprefix("?")))
        query.pop("embed", None)  # Streamlit keeps that itself, and lets nobody set it
        st.switch_page(found, query_params=query)
