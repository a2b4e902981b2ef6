"""The HTML with which an intranet page frames the map: the app, or the single file that the server keeps."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from careerpaths.html.templating import render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model, Role

FRAME_HEIGHTS = {"app": 900, "embed": 1000}
"""px of a frame whose host page does not listen for the height."""


def iframe_code_html(model: Model, phrases: Phrases, site: str, role: Role, choices: Mapping[str, str]) -> str:
    """Return both codes, each with a button that copies it; `choices` are view and language, where they differ."""
    query = {"role": role.id, **choices}
    title = f"Karriärkartan: {role.name}"
    codes = {
        "app": _frame(f"{site}?{urlencode({'embed': 'true', **query})}", title, FRAME_HEIGHTS["app"]),
        "embed": _frame(f"{site}embed?{urlencode(query)}", title, FRAME_HEIGHTS["embed"]),
    }
    return render("embedding.html.j2", model, phrases, codes=codes)


def _frame(address: str, title: str, height: int) -> dict[str, object]:
    """Return the parts of a frame's code; the template escapes them once for the code and once for the page."""
    return {"address": address, "title": title, "height": height}
