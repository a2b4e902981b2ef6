"""Whatever Planera saves it opens: a hundred hurried visitors, and the reader of their files."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Route

from careerpaths.documents.clean_text import clean
from careerpaths.documents.strict_json import plain
from careerpaths.unit.plan_file import read_unit
from careerpaths.web.assets import address_of, asset
from careerpaths.web.stores import store
from tests.support.axe import THOROUGH
from tests.support.chromium import FLAGS, find
from tests.support.scripts import SITE
from tests.support.server import Server
from tests.support.visiting import visiting

SEQUENCES, PRESSES, ROWS = 500 if THOROUGH else 100, 20, 6
PRESS = (Path(__file__).parent / "random_presses.js").read_text(encoding="utf-8")
BASIS = re.compile(r'<template data-basis="([^"]+)">.*?</template>', re.S)
AGAIN = """async ([site, plans]) => {
  const { fits } = await import(`${site}browser/scripts/base/shape.js`);
  const { UNIT } = await import(`${site}unit/scripts/unit/kept.js`);
  const { filed, unfiled } = await import(`${site}unit/scripts/unit/plan_file.js`);
  return plans.map((file) => {
    const { plan, words } = unfiled(file);
    return [fits(UNIT.plan, plan), filed(plan, (id) => words[id])];
  });
}"""


def small_library() -> str:
    """Return the page's form with a few rows of its library, so that it is drawn quickly."""
    found = asset("unit.sv.json", store().snapshot())
    assert found
    form = json.loads(found.body)
    rows = form["rows"][:2] + form["rows"][-ROWS + 2 :]
    kept = {row["id"] for row in rows}
    html = BASIS.sub(lambda found: found[0] if found[1] in kept else "", form["html"])
    few = {"rows": rows, "roles": form["roles"][:3], "html": html}
    return json.dumps(form | few | {"steps": dict(list(form["steps"].items())[:3])})


@pytest.fixture
def page(browser: Browser, server: Server) -> Iterator[Page]:
    """Return a page of ours on which Planera can be mounted, without Streamlit.

    Its browser compiles the scripts, as a visitor's does: here they run long enough to be worth it.
    """
    body = small_library()

    def answer(route: Route) -> None:
        route.fulfill(body=body, content_type="application/json")

    compiling = browser.browser_type.launch(executable_path=find(), args=FLAGS)
    with visiting(compiling, server) as visit:
        opened = visit(own=True)
        opened.route("**/unit.sv.json", answer)
        opened.goto("/web/x/unit.css")
        yield opened
    compiling.close()


def cleaned(value: Any) -> Any:
    """Return plain values with their texts as any file has them."""
    if isinstance(value, dict):
        return {key: cleaned(one) for key, one in value.items()}
    return [cleaned(one) for one in value] if isinstance(value, list) else clean(value) if type(value) is str else value


def test_whatever_the_page_saves_it_opens(page: Page, scripts: Page) -> None:
    """Rows are added, changed, removed and brought back in any order: the reader takes each file, as it was written."""
    made = page.evaluate(PRESS, [list(range(SEQUENCES)), PRESSES, address_of("unit.css", store().snapshot())])
    files = [one["file"] for one in made if one["file"]]
    assert all(one["refused"] for one in made if not one["file"])
    assert len(files) > SEQUENCES / 2
    read = []
    for file in files:
        plan = read_unit(file.encode())
        assert plan.mended == ()
        read.append(plain(plan))
        assert {"schema": "karriarkartan.unit/1", **read[-1]} == cleaned(json.loads(file))
    assert scripts.evaluate(AGAIN, [SITE, read]) == [
        [True, {"schema": "karriarkartan.unit/1", **plan}] for plan in read
    ]
    rows = [len(plan["rows"]) for plan in read]
    assert max(rows) > 3
    assert any(plan["removed"] for plan in read)
