"""The app run without a browser, and what its components were given."""

from __future__ import annotations

import json
from typing import Any

from streamlit.testing.v1 import AppTest

from careerpaths.html.site_map import site_pages
from careerpaths.locale import phrases_for
from tests.support.server import ROOT

MAIN = ROOT / "careerpaths" / "app" / "main.py"

PATIENCE = 60  # seconds; the first run imports pyvis and lays out the map


def given(app: AppTest, key: str) -> dict[str, object]:
    """Return the data of one of our components; fails when the page does not have it."""
    found = [data_of(one) for one in app.main if getattr(one, "key", None) == key]
    assert len(found) == 1, f"{len(found)} components are called {key}"
    return found[0]


def data_of(element: Any) -> dict[str, Any]:
    """Return the data of a component of ours, in the list in which it gets them; nothing of another element."""
    text = getattr(getattr(element, "proto", None), "json", "")
    values: dict[str, Any] = json.loads(text)[0] if text else {}
    return values


def script_of(page: str) -> str:
    """Return the script of a page, told by its address or by its script's name, as seen from the main script."""
    return next(
        f"screens/{one.script}.py" for one in site_pages(phrases_for("sv")) if page in (one.address, one.script)
    )
