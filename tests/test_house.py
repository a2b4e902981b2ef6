"""Few rooms, one library in each, arrows one way: the rules of the house, read from the code itself."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
HOUSE = ROOT / "careerpaths"
MODULES = [ROOT / "app.py", *sorted(HOUSE.rglob("*.py"))]
LONGEST_FUNCTION = 40
LONGEST_MODULE = 250

MAY_IMPORT = {
    "content": {"locale", "settings"},
    "graph": {"content", "locale"},
    "picture": {"graph", "content", "locale"},
    "talk": {"graph", "content", "locale"},
    "server": {"settings", "talk", "picture", "graph", "content", "locale"},
    "ui": {"settings", "server", "talk", "picture", "graph", "content", "locale"},
    "locale": {"settings"},
    "settings": set(),
    "__main__": {"settings", "talk", "picture", "graph", "content", "locale"},
    "__init__": set(),
    "app": {"ui", "server", "settings"},
}
"""Which rooms a room may ask; `__main__` is the command line, `app` the server's start."""

HOMES = {
    "yaml": {"content"},
    "networkx": {"graph"},
    "pyvis": {"picture"},
    "jinja2": {"picture"},
    "streamlit": {"ui", "app", "server/headers"},  # headers.py reads the page that Streamlit ships, for its hash
    "starlette": {"server", "app"},
    "babel": {"locale"},
    "docx": {"talk"},
    "typst": {"talk"},
    "icalendar": {"talk"},
    "pikepdf": {"talk"},
    "click": {"__main__"},
    "numpy": {"picture"},
    "rcssmin": {"picture"},
    "rjsmin": {"picture"},
    "brotli": {"server"},
    "markupsafe": {"picture"},
    "anyio": {"server"},
}
"""The only homes of each library: a room, or one module of it."""

modules = pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))


def tree(module: Path) -> ast.Module:
    """Return a module's syntax."""
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def room(module: Path) -> str:
    """Return the room a module stands in, or its own name where it stands in none."""
    if module.parent == ROOT:
        return module.stem
    parts = module.relative_to(HOUSE).parts
    return parts[0] if len(parts) > 1 else module.stem


def imported(module: Path) -> Iterator[str]:
    """Yield the full name of everything a module imports."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}:{node.lineno}: imports are written in full"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(module: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Yield every function of a module, also those inside others."""
    return (node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@modules
def test_imports_go_one_way(module: Path) -> None:
    """A room asks only the rooms below it."""
    own = room(module)
    asked = {name.split(".")[1] for name in imported(module) if name.startswith("careerpaths.")}
    assert asked - {own} <= MAY_IMPORT[own]


@modules
def test_library_stays_in_its_home(module: Path) -> None:
    """Each library has one room that knows it."""
    here = {room(module), "/".join(module.relative_to(HOUSE).with_suffix("").parts) if module.parent != ROOT else "app"}
    libraries = {name.split(".")[0] for name in imported(module)}
    strangers = libraries - set(sys.stdlib_module_names) - {"careerpaths"}
    assert {library for library in strangers if not HOMES.get(library, set()) & here} == set()


@modules
def test_module_says_what_it_is_and_is_short(module: Path) -> None:
    """Every module opens with a sentence, and can be read in one sitting."""
    assert ast.get_docstring(tree(module))
    assert len(module.read_text(encoding="utf-8").splitlines()) <= LONGEST_MODULE


@modules
def test_functions_are_short(module: Path) -> None:
    """A function fits on a screen."""
    lengths = {one.name: (one.end_lineno or 0) - one.lineno + 1 for one in functions(module)}
    assert {name: length for name, length in lengths.items() if length > LONGEST_FUNCTION} == {}


@modules
def test_no_html_passes_unescaped(module: Path) -> None:
    """HTML comes from the templates, which escape; nothing asks Streamlit or Jinja2 to trust a text."""
    names = {node.arg for node in ast.walk(tree(module)) if isinstance(node, ast.keyword)}
    assert names & {"unsafe_allow_html", "unsafe_allow_javascript"} == set()
    called = {
        node.func.id
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }
    assert called & {"Markup", "eval", "exec"} == set()


@modules
def test_pages_and_modules_keep_no_state(module: Path) -> None:
    """No function changes a module's own names."""
    assert [node.lineno for node in ast.walk(tree(module)) if isinstance(node, ast.Global)] == []


def test_no_template_trusts_a_text() -> None:
    """No template switches escaping off."""
    for template in HOUSE.rglob("*.j2"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "autoescape" not in text, template


def test_no_name_of_the_town_is_in_the_code() -> None:
    """Any organisation can put in its own model: nothing about this one is in the code."""
    for file in (*MODULES, *HOUSE.rglob("*.j2"), *HOUSE.rglob("*.js"), *HOUSE.rglob("*.css"), *HOUSE.rglob("*.po")):
        assert "Borås" not in file.read_text(encoding="utf-8"), file
