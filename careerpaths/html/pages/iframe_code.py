"""The HTML with which an intranet page frames a view of the map: the app, or the single file that the server keeps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlencode

from careerpaths.html.templating import render
from careerpaths.locale import Phrases
from careerpaths.model.model import Model

FRAME_HEIGHTS = {"app": 900, "embed": 1000}
"""px of a frame whose host page does not listen for the height."""


class Chosen(StrEnum):
    """What a view is asked about besides itself."""

    NOTHING = ""
    ROLE = "role"
    STEP = "step"


@dataclass(frozen=True)
class FrameView:
    """What a frame can show first.

    `page` is the app's address, `query` what it and the single file are asked for; the single file says pages as
    `view`, and has not all of them (None). `{}` stands for the chosen role or step.
    """

    page: str
    query: Mapping[str, str]
    single: Mapping[str, str] | None
    chosen: Chosen = Chosen.NOTHING


_ROLE, _FROM = {"role": "{}"}, {"view": "from", "role": "{}"}
VIEWS = {
    "map": FrameView("", {}, {}),
    "from": FrameView("", _FROM, _FROM, Chosen.ROLE),
    "list": FrameView("", {"view": "list"}, {"view": "list"}),
    "role": FrameView("", _ROLE, _ROLE, Chosen.ROLE),
    "step": FrameView("", {"step": "{}"}, {"step": "{}"}, Chosen.STEP),
    "vagar": FrameView("vagar", {"from": "{}"}, {"view": "routes", "from": "{}"}, Chosen.ROLE),
    "jamfor": FrameView("jamfor", {"a": "{}"}, {"view": "compare", "a": "{}"}, Chosen.ROLE),
    "samtal": FrameView("samtal", _ROLE, None, Chosen.ROLE),
    "planera": FrameView("planera", {}, None),
    "overblick": FrameView("overblick", {}, {"view": "overview"}),
}
"""Every view by its name in the address (`frame-view`)."""


@dataclass(frozen=True)
class Site:
    """Where the map is, and which other sites may frame it already."""

    root: str
    origin: str
    allowed: Sequence[str]


def iframe_code_html(
    model: Model, phrases: Phrases, site: Site, view: str, subject: tuple[str, str], shared: Mapping[str, str]
) -> str:
    """Return the codes of a view, each with a button that copies it and one that shows it, and the words for IT.

    `subject` is the chosen role or step and its name, or the name of the page; `shared` the language, where it differs.
    """
    asked, (chosen, name) = VIEWS[view], subject
    title = f"Karriärkartan: {name}" if name else "Karriärkartan"
    ways = {
        "app": (asked.page, {"embed": "true", **_filled(asked.query, chosen), **shared}),
        "embed": ("embed", {**_filled(asked.single, chosen), **shared}) if asked.single is not None else None,
    }
    codes = {
        name: {
            "address": f"{site.root}{way[0]}{'?' if way[1] else ''}{urlencode(way[1])}",
            "title": title,
            "height": FRAME_HEIGHTS[name],
        }
        for name, way in ways.items()
        if way
    }
    return render("embedding.html.j2", model, phrases, codes=codes, site=site)


def _filled(query: Mapping[str, str], chosen: str) -> dict[str, str]:
    return {name: value.format(chosen) for name, value in query.items()}
