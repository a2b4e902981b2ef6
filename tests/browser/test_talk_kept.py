"""What is written is lost by nothing and kept by nobody: a server is killed, and another one is searched."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.support.server import ROOT
from tests.support.talk_page import (
    AWAY,
    KEY,
    Mortal,
    deed,
    download,
    fill_everything,
    kept,
    load,
    mortal,
    open_talk,
    part,
    ready,
    rows,
    start_with_example,
)
from tests.support.visiting import Visit, visiting

LOST = (
    "ERR_CONNECTION",
    "not responding",
    "server endpoint",
    "DoInitPings",
    "WebSocket",
    "ERR_EMPTY_RESPONSE",
    "ERR_INCOMPLETE",
)
"""What the browser and Streamlit's client say in the console while there is no server."""

MARK = "hemligtmarke"
OWN = "Ny lagstiftning om två år"
SENTENCE = "Vi skriver vidare fast servern är borta, c r C R. "
OURS = (".py", ".pyc", ".js", ".css", ".yaml", ".po", ".md")


@pytest.fixture(scope="module")
def doomed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Mortal]:
    """Run a server that may be killed, with a temp folder of its own."""
    with mortal(tmp_path_factory.mktemp("doomed")) as server:
        yield server


@pytest.fixture
def pages(browser: Browser, doomed: Mortal) -> Iterator[Visit]:
    """Return a maker of pages that forgives what a browser says of a server that is gone."""
    doomed.revive()
    with visiting(browser, doomed.server, forgive=(*LOST, "/plan/read")) as maker:
        yield maker


def open_unit(page: Page) -> Page:
    """Open Planera and write a challenge there."""
    page.goto("/planera?tab=table")
    page.locator(".unit:not([aria-busy])").wait_for()
    page.locator("[data-add=challenge]").press("Enter")
    page.keyboard.type(OWN)
    return page


def goes_on_without_server(unit: Page) -> None:
    """Hold that a row is finished where there is no server, and that a file which needs one says so."""
    unit.locator("[data-do=ready]").click()
    expect(unit.locator("[data-row]", has_text=OWN)).to_be_visible()
    unit.locator("[data-file=docx]").click()
    expect(unit.locator("[data-away=take]")).to_contain_text("Allt du har skrivit finns kvar")


def is_whole_again(unit: Page) -> None:
    """Hold that the row is there after a reload, and that its file comes."""
    unit.reload()
    expect(unit.locator("[data-row]", has_text=OWN)).to_be_visible()
    assert download(unit, unit, "docx").suggested_filename.endswith(".docx")


def test_nothing_is_lost_when_the_server_dies(pages: Visit, doomed: Mortal) -> None:
    """Killed in the middle of a sentence, started anew, reloaded, left and come back to: every letter is there.

    So is what stands in Planera, in another tab.
    """
    unit, page = open_unit(pages()), pages()
    open_talk(page)
    start_with_example(page)
    fill_everything(page, "före")
    field = page.locator("#talk-during")
    field.fill("")
    field.press_sequentially(SENTENCE)
    doomed.kill()
    goes_on_without_server(unit)
    for _ in range(2):
        field.press_sequentially(SENTENCE, delay=20, timeout=90_000)
    page.locator("#talk-goal-0").select_option("enhetschef")
    expect(page.locator("[data-away=offers]")).to_contain_text(AWAY)
    page.locator("[data-file=pdf]").click()
    expect(page.locator("[data-away=take]")).to_contain_text(AWAY)
    assert download(page, page, "json").suggested_filename.endswith(".json")
    expect(page.locator("[role=dialog]")).to_have_count(0)
    doomed.start()
    is_whole_again(unit)
    page.locator("[data-away=offers] button").click()
    expect(page.locator("[data-away=offers]")).to_have_text("")
    field.press_sequentially("Slut.")
    written = kept(page)
    assert written["during"] == SENTENCE * 3 + "Slut."
    assert written["before"].startswith("före")
    page.reload()
    ready(page)
    expect(field).to_have_value(SENTENCE * 3 + "Slut.")
    page.locator("header nav a", has_text="Karta").click()
    page.locator(".explorer:not([aria-busy])").wait_for()
    page.locator("header nav a", has_text="Samtal").click()
    ready(page)
    expect(field).to_have_value(SENTENCE * 3 + "Slut.")
    expect(rows(page, "activities").last.locator("textarea, input").last).to_have_value(
        written["activities"][-1]["responsible"]
    )
    assert kept(page) == written


def test_memory_is_the_tabs_own_and_ends_with_clear(pages: Visit) -> None:
    """Another tab begins empty; nothing is in the address, in cookies or in lasting memory; clearing takes it all."""
    page = pages()
    open_talk(page)
    start_with_example(page)
    page.locator("#talk-before").fill(MARK)
    other = page.context.new_page()
    open_talk(other)
    expect(other.locator("#talk-before")).to_have_value("")
    for one in (page, other):
        assert MARK not in one.url
    assert MARK not in str(page.context.storage_state())
    deed(page, "clear").click()
    deed(page, "clear-yes").click()
    assert page.evaluate(f"() => sessionStorage.getItem('{KEY}')") is None
    page.reload()
    ready(page)
    expect(page.locator("#talk-before")).to_have_value("")


def test_browser_that_keeps_nothing_is_told_of(pages: Visit) -> None:
    """Where the page may not keep anything, it says so, and a change of page still loses nothing."""
    page = pages(own=True)
    page.add_init_script(
        "Object.defineProperty(window, 'sessionStorage', { get() { throw new DOMException('no', 'SecurityError'); } });"
    )
    open_talk(page)
    page.locator("#talk-before").fill("Kvar ändå")
    expect(page.locator("[data-saved]")).to_contain_text("Webbläsaren låter inte sidan minnas något.")
    page.locator("header nav a", has_text="Om modellen").click()
    page.locator("#sources").wait_for()
    page.locator("header nav a", has_text="Samtal").click()
    ready(page)
    expect(page.locator("#talk-before")).to_have_value("Kvar ändå")


def holds(file: Path) -> bool:
    """Return whether the mark is in a file, as text in any of the usual ways to write it."""
    try:
        data = file.read_bytes()
    except OSError:
        return False
    return any(MARK.encode(way) in data for way in ("utf-8", "utf-16-le", "utf-16-be"))


def open_files(process: int) -> list[Path]:
    """Return every regular file that a process has open, also deleted ones."""
    found = Path(f"/proc/{process}/fd").iterdir()
    return [one for one in found if one.is_file()]


def newer(folder: Path, since: float) -> Iterator[Path]:
    """Yield the files of a folder that were written since a moment."""
    for file in folder.rglob("*"):
        if ".git" not in file.parts and file.suffix not in OURS and file.is_file() and file.stat().st_mtime >= since:
            yield file


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="Only Linux shows a process's open files.")
def test_server_writes_and_logs_nothing_of_what_is_typed(pages: Visit, doomed: Mortal) -> None:
    """Marks in every field, every file made and one read back: no log, folder or open file holds a mark."""
    began = time.time()
    page = pages()
    open_talk(page)
    start_with_example(page)
    assert fill_everything(page, MARK) > 10
    page.locator("#talk-follow_up").fill("2027-05-21")
    taken = {kind: download(page, page, kind).path() for kind in ("docx", "pdf", "ics", "json")}
    assert holds(taken["json"])
    process = doomed.lives[-1]
    seen = [file for file in open_files(process) if holds(file)]
    for kind in ("pdf", "json"):
        load(page, taken[kind])
        deed(page, "load-yes").click()
        expect(part(page, "looking_back")).to_be_visible()
        expect(rows(page, "looking_back").filter(has_text=MARK).first).to_be_visible()
    load(page, {"name": f"{MARK}.json", "mimeType": "application/json", "buffer": f'{{"{MARK}": "{MARK}"}}'.encode()})
    deed(page, "load-yes").click()
    expect(page.locator("[data-away=load]")).to_contain_text("Ingenting har ändrats.")
    page.locator("header .language").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Planning talk")
    home, log, cwd = doomed.home, doomed.log, Path(f"/proc/{process}/cwd").readlink()
    shared = Path("/dev/shm")  # noqa: S108 - searched, not used
    places = [log, *(file for file in home.rglob("*") if file.is_file())]
    places += [file for folder in (cwd, ROOT, shared) for file in newer(folder, began)]
    seen += [file for file in [*places, *open_files(process)] if holds(file)]
    assert seen == []
    assert not [file for file in home.rglob("*") if MARK in file.name]
