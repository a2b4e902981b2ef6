"""What we rely on in Streamlit holds, and where it does not, the right assumption is named.

CONTRIBUTING.md says how to run this, and tests/browser/test_assumptions.py, against another version.
"""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from careerpaths.app.seam.assumptions.assumption import Assumption
from careerpaths.app.seam.assumptions.of_browser import OF_BROWSER
from careerpaths.app.seam.assumptions.of_files import OF_FILES
from careerpaths.app.seam.assumptions.report import broken, tell
from careerpaths.app.seam.streamlit_files import INSTALLED, Installation
from careerpaths.browser.files import FILES
from tests.support.server import ROOT, serving

PAGE, SCRIPTS, SERVER = "static/index.html", "static/static/js/*.js", "web/server/starlette/starlette_{}.py"
MUTILATED = {
    "page language": (PAGE, '<html lang="en">', '<html lang="en" translate="no">'),
    "page title": (PAGE, "<title>Streamlit</title>", '<title id="title">Streamlit</title>'),
    "page without scripts": (PAGE, "<noscript>", '<noscript class="empty">'),
    "page head": (PAGE, "<head>", '<head prefix="og: https://ogp.me/ns#">'),
    "page root": (PAGE, '<div id="root"></div>', '<div id="app"></div>'),
    "page entry script": (PAGE, '<script type="module" crossorigin src', '<script type="module" defer src'),
    "page preloads": (PAGE, 'rel="modulepreload" crossorigin', 'rel="modulepreload"'),
    "page typeface": (PAGE, "SourceSansVF-Upright", "InterVF-Upright"),
    "page inline scripts": (PAGE, "<script>", '<script nonce="x">'),
    "chrome": (SCRIPTS, "stToolbar`", "stTools`"),
    "main": (SCRIPTS, "`stMain`", "`stContent`"),
    "blocks": (SCRIPTS, "`stMainBlockContainer`", "`stBlock`"),
    "fields": (SCRIPTS, "`stRadio`", "`stChoice`"),
    "keyed containers": (SCRIPTS, "st-key-", "stkey-"),
    "grey page": (SCRIPTS, "`stAppSkeleton`", "`stSkeleton`"),
    "dialog of a lost connection": (SCRIPTS, "`stDialog`", "`stModal`"),
    "history": (SCRIPTS, "history.pushState(", "navigation.navigate("),
    "components": (SCRIPTS, "setTriggerValue:", "fire:"),
    "component text": ("components/v2/component_path_utils.py", '"\\n" in s', '"<" in s'),
    "addresses asked": (SCRIPTS, "_stcore/host-config", "_stcore/settings"),
    "websocket": (SERVER.format("websocket"), '"_stcore/stream"', '"_stcore/socket"'),
    "runtime state": ("runtime/runtime.py", "STOPPING = ", "ENDING = "),
    "loggers": ("logger.py", "    setup_formatter(logger)", "    set_handler(logger)"),
    "application": (SERVER.format("app"), "on_script_error: On", "on_error: On"),
    "settings": ("config.py", '"client.showErrorDetails"', '"client.errorDetails"'),
    "server configuration": (SERVER.format("server"), "uvicorn.Config(", "hypercorn.Config("),
    "listening socket": (SERVER.format("server"), "socket.socket(family=family)", "bound(family)"),
    "known faults": ("../streamlit-*.dist-info", "", "streamlit-1.99.0.dist-info"),
}
"""What a later version might do to each assumption: where, what stands there, and what would."""


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """Return a copy of the Streamlit that is installed."""
    copied = tmp_path_factory.mktemp("site-packages")
    (made,) = INSTALLED.folder.parent.glob("streamlit-*.dist-info")
    for one in (INSTALLED.folder, made):
        shutil.copytree(one, copied / one.name)
    return Installation(copied / INSTALLED.folder.name)


@pytest.fixture
def mutilated(copy: Installation, request: pytest.FixtureRequest) -> Iterator[Installation]:
    """Return the copy with one marker taken away, as long as a test lasts."""
    where, marker, other = MUTILATED[request.param]
    kept = {file: file.read_bytes() for file in copy.folder.glob(where) if file.is_file()}
    touched = {file: text for file, text in kept.items() if marker.encode() in text}
    for file, text in touched.items():
        file.write_bytes(text.replace(marker.encode(), other.encode()))
    moved = [one.rename(one.with_name(other)) for one in copy.folder.glob(where) if one.is_dir()]
    assert touched or moved, f"{marker} is not in {where}"
    yield Installation(copy.folder)
    for file, text in kept.items():
        file.write_bytes(text)
    for one in moved:
        one.rename(one.with_name(f"{INSTALLED.version.lower().replace(' ', '-')}.dist-info"))


@pytest.mark.parametrize("assumed", OF_FILES, ids=lambda one: one.name)
def test_installed_streamlit_is_as_we_assume(assumed: Assumption) -> None:
    """Each assumption holds; where one does not, this says what is missing and what stops working."""
    assert assumed.check is not None
    missing = list(assumed.check(INSTALLED))
    assert missing == [], f"{INSTALLED.version}: {assumed.relied_on} Missing: {missing}. Stops: {assumed.otherwise}"


@pytest.mark.parametrize(("mutilated", "name"), [(name, name) for name in MUTILATED], indirect=["mutilated"])
def test_mutilated_streamlit_breaks_the_one_assumption(mutilated: Installation, name: str) -> None:
    """With one marker gone that assumption is named, and no other."""
    assert set(broken(mutilated)) == {name} | set(broken(INSTALLED))


@pytest.mark.parametrize("mutilated", ["main"], indirect=True)
def test_start_says_in_one_line_what_does_not_hold(mutilated: Installation, tmp_path: Path) -> None:
    """The server starts with a Streamlit that is otherwise, and its log says which assumption and what stops."""
    with serving(tmp_path / "log.txt", PYTHONPATH=str(mutilated.folder.parent)) as server:
        server.until("/readyz", lambda _: "do not hold" in server.log.read_text(encoding="utf-8"))
        (line,) = [one for one in server.log.read_text(encoding="utf-8").splitlines() if "do not hold" in one]
    assert re.search(r"Streamlit [\d.]+: \d of \d+ assumptions do not hold: main \(stMain\)", line)
    assert "What stops working: The skip link, " in line


def test_what_is_looked_up_at_start_and_not_found_is_named(caplog: pytest.LogCaptureFixture) -> None:
    """The server's settings and its socket are found among the objects of the process, or their absence is told."""
    tell({"listening socket": 0, "server configuration": 1})
    assert "listening socket (none found)" in caplog.text
    assert "Every answer waits 40 ms." in caplog.text
    assert "server configuration" not in caplog.text


def test_every_assumption_has_its_own_check() -> None:
    """Names are told apart; what only a browser sees has a test of its name, and everything else a mutilation."""
    drawn = ast.parse((ROOT / "tests" / "browser" / "test_assumptions.py").read_text(encoding="utf-8"))
    tests = [one.name for one in drawn.body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")]
    assert tests == [f"test_{one.name.replace(' ', '_')}" for one in OF_BROWSER]
    assert list(MUTILATED) == [one.name for one in OF_FILES]


def test_every_mark_in_our_scripts_and_rules_is_assumed() -> None:
    """No selector of Streamlit's stands in a script or a rule of ours without an assumption that names it, and none is dead."""
    texts = [file.read_text(encoding="utf-8") for file in FILES.values()]
    used = {name for text in texts for name in re.findall(r'data-testid="?(st\w+)', text)}
    source = (ROOT / "careerpaths/app/seam/assumptions/of_files.py").read_text(encoding="utf-8")
    assert used == set(re.findall(r'"(st[A-Z]\w+)"', source))
