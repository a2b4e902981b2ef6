"""The code that frames a view: for the app and, where it has the view, for the single file."""

from __future__ import annotations

import re
from html import unescape

import pytest

from careerpaths.html.pages.iframe_code import VIEWS, Site, iframe_code_html
from careerpaths.locale import phrases_for
from tests.support.html_tree import read
from tests.support.models import shipped

SITE = Site("https://k.example.se/karta/", "https://k.example.se", ("https://intranat.example.se",))
WANTED = {
    "map": ("?embed=true", "embed"),
    "from": ("?embed=true&view=from&role=mentor", "embed?view=from&role=mentor"),
    "list": ("?embed=true&view=list", "embed?view=list"),
    "role": ("?embed=true&role=mentor", "embed?role=mentor"),
    "step": ("?embed=true&step=mentor", "embed?step=mentor"),
    "vagar": ("vagar?embed=true&from=mentor", "embed?view=routes&from=mentor"),
    "jamfor": ("jamfor?embed=true&a=mentor", "embed?view=compare&a=mentor"),
    "samtal": ("samtal?embed=true&role=mentor", None),
    "planera": ("planera?embed=true", None),
    "overblick": ("overblick?embed=true", "embed?view=overview"),
}
"""What a frame asks for, seen from the site's root, when «mentor» is chosen."""


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_has_its_code(view: str) -> None:
    """Address, title and height can be pasted as they are; the page says who may frame the map already."""
    page = read(iframe_code_html(shipped("sv"), phrases_for("sv"), SITE, view, ("mentor", "A & B"), {"lang": "en"}))
    codes = {one.attributes["id"]: one.text for one in page.find("textarea")}
    assert len(codes) == 1 + sum(wanted is not None for wanted in WANTED[view])
    for wanted, code in zip(filter(None, WANTED[view]), codes.values(), strict=False):
        address = f"{SITE.root}{wanted}{'&' if '?' in wanted else '?'}lang=en"
        found = re.match(r'<iframe src="([^"]+)" title="([^"]+)" width="100%" height="\d+"', code)
        assert found
        assert [unescape(part) for part in found.groups()] == [address, "Karriärkartan: A & B"]
    assert SITE.origin in codes["frame-it"]
    assert SITE.allowed[0] in page.text
