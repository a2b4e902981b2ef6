"""What comes from the address or from a file is shown to the letter: no link, picture, formula or format is made of it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urlencode

import pytest
from playwright.sync_api import Page

from careerpaths.app.address import LONGEST
from tests.support.marked import MARKS, WORDS, made_of_marks, marked_model
from tests.support.server import ROOT, Server, serving
from tests.support.visiting import Visit

PAGES = ("", "vagar", "jamfor", "samtal", "planera", "overblick", "om", "embed", "om/tillganglighet")
NAMES = (
    "role", "step", "view", "q", "from", "to", "years", "route", "a", "b", "goals", "level", "challenge", "lang", "embed",
    "frame-view", "frame-lang", "other",
)  # fmt: skip
"""What a page reads from its address, and what none reads."""
FOOT = ".foot, .short-foot, footer"


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run a server whose model has a mark in every text."""
    folder = tmp_path_factory.mktemp("marked")
    model = marked_model(ROOT / "data" / "roles.yaml", folder / "roles.yaml")
    with serving(folder / "log.txt", model) as server:
        server.until("/embed", lambda answer: answer.status == 200)
        yield server


def shown(page: Page, address: str) -> Page:
    """Open a page and wait until it stands still."""
    page.goto(f"/{address}")
    page.locator(FOOT).first.wait_for()
    page.wait_for_load_state("networkidle")
    return page


def together() -> list[str]:
    """Return an even number of texts that hold all the marks, each as long as a page shows what it does not know."""
    made = [""]
    for mark in MARKS:
        if len(f"{made[-1]} {mark}") > LONGEST:
            made.append("")
        made[-1] = f"{made[-1]} {mark}".strip()
    return [*made, "qnothing"] if len(made) % 2 else made


@pytest.mark.parametrize("name", PAGES)
def test_marks_in_the_address_make_nothing(page: Page, name: str) -> None:
    """Every parameter at once, each with its own mark, and others on the next page."""
    turn = 5 * PAGES.index(name)
    asked = {one: MARKS[(number + turn) % len(MARKS)] for number, one in enumerate(NAMES)}
    made, _ = made_of_marks(shown(page, f"{name}?{urlencode(asked)}"))
    assert made == []


@pytest.mark.parametrize(("name", "one", "other"), [("vagar", "from", "to"), ("jamfor", "a", "b")])
def test_unknown_role_is_said_to_the_letter(page: Page, name: str, one: str, other: str) -> None:
    """The sentence that there is no such role holds what was asked, whatever Streamlit would have made of it."""
    told = together()
    for first, second in zip(told[::2], told[1::2], strict=True):
        made, seen = made_of_marks(shown(page, f"{name}?{urlencode({one: first, other: second})}"))
        assert made == []
        assert seen == {word for word, mark in WORDS.items() if mark in f"{first} {second}"}


@pytest.mark.parametrize("name", [f"{name}?part=verify" if name == "om" else name for name in PAGES])
def test_marks_in_the_model_make_nothing(marked: Server, visit: Visit, name: str) -> None:
    """A model with marks in all its texts: each is shown as it is written, also where a choice of roles is open."""
    page = shown(visit(marked), name)
    if name in ("vagar", "jamfor"):
        page.get_by_role("combobox").first.click()
        page.get_by_role("option").first.wait_for()
    made, seen = made_of_marks(page)
    assert made == []
    assert len(seen) > 10 or name == "om/tillganglighet"
