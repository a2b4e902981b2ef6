"""The app run without a browser, and what its components were given."""

from __future__ import annotations

import json

from streamlit.testing.v1 import AppTest

from careerpaths.html.site_map import headings
from careerpaths.locale import phrases_for
from tests.support.server import ROOT

MAIN = ROOT / "careerpaths" / "app" / "main.py"

PATIENCE = 60  # seconds; the first run imports pyvis and lays out the map


def given(app: AppTest, key: str) -> dict[str, object]:
    """Return the data of one of our components; fails when the page does not have it."""
    found = [one.proto.json for one in app.main if getattr(one, "key", None) == key]
    assert len(found) == 1, f"{len(found)} components are called {key}"
    data = json.loads(found[0])
    values: dict[str, object] = data[0] if isinstance(data, list) else data
    return values


def script_of(page: str) -> str:
    """Return the script of a page, told by its address or by its script's name, as seen from the main script."""
    return next(f"screens/{one.script}.py" for one in headings(phrases_for("sv")) if page in (one.address, one.script))
