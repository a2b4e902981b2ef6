"""Few rooms, one library in each, arrows one way: the rules of the house, read from the code itself."""

from __future__ import annotations

import ast
import json
import sys
from collections.abc import Callable
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path
from typing import TypeVar

import pytest

ROOT = Path(__file__).resolve().parents[2]
HOUSE = ROOT / "careerpaths"
Node = TypeVar("Node", bound=ast.AST)
MODULES = [ROOT / "app.py", *sorted(HOUSE.rglob("*.py"))]
SCRIPTS = sorted(HOUSE.rglob("scripts/**/*.js"))

LONGEST_FUNCTION = 40
LONGEST_MODULE = 250

LAYERS = (
    {"app.py", "__main__"},
    {"cli", "app/screens"},
    {"app/controls"},
    {"app/blocks"},
    {"app"},
    {"app/seam"},
    {"web/plan_api"},
    {"web"},
    {"web/http"},
    {"talk/papers", "single_file"},
    {"talk", "unit", "map"},
    {"documents", "html/pages", "map/layout"},
    {"html"},
    {"analysis", "checks"},
    {"analysis/plan", "analysis/routes", "reading"},
    {"reading/model_parts"},
    {"reading/yaml"},
    {"model"},
    {"locale"},
    {"charts", "browser", "json_log", "worker", "background", "settings", "__init__"},
)
"""The rooms from top to bottom: each asks only those that stand lower, and none beside it; see docs/architecture.md."""

HOMES = {
    "yaml": {"reading/yaml"},
    "networkx": {"analysis", "analysis/plan"},
    "pyvis": {"map"},
    "altair": {"charts"},
    "vl_convert": {"charts"},
    "jinja2": {"html"},
    "markupsafe": {"html/pages"},
    "docx": {"documents"},
    "typst": {"documents", "talk/papers"},
    "icalendar": {"documents"},
    "pikepdf": {"documents"},
    "pydantic": {"documents", "talk", "unit"},
    "rjsmin": {"browser", "single_file"},
    "rcssmin": {"single_file"},
    "brotli": {"web"},
    "anyio": {"web", "web/plan_api", "app/startup"},
    "starlette": {"web", "web/http", "web/plan_api", "app/seam", "app/url_table", "app.py"},
    "streamlit": {"app", "app/controls", "app/screens", "app/seam", "app.py"},
    "uvicorn": {"app/seam"},
    "h11": {"app/seam"},
    "babel": {"locale"},
    "click": {"cli"},
}
"""The only homes of each library: a room, or one module of it."""

MAY_BE_ASKED = {
    "Page", "columns", "components", "container", "context", "html", "navigation", "query_params", "session_state",
    "set_page_config", "switch_page",
}  # fmt: skip
"""What of Streamlit reads no text as Markdown. The rest is called in `app/seam/plain_text` alone, which shows texts to the letter."""


@cache
def tree(module: Path) -> ast.Module:
    """Return a module's syntax."""
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def name_of(module: Path) -> str:
    """Return a module's place in the house: `app/seam/plain_text`, `__main__`, `app.py`."""
    return module.name if module.parent == ROOT else str(module.relative_to(HOUSE).with_suffix(""))


def room(name: str) -> str:
    """Return the innermost room that a module's place or a dotted name lies in, or its own name where it is in none."""
    rooms, parts = set().union(*LAYERS), name.removesuffix("/__init__").split("/")
    ways = ("/".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((way for way in ways if way in rooms), name)


def layer(room: str) -> int:
    """Return how far down a room stands, counted from the top; one that has no place yet stands nowhere."""
    return next((place for place, rooms in enumerate(LAYERS) if room in rooms), -1)


def imported(module: Path) -> set[str]:
    """Return the full name of everything a module imports; an import that is not written in full is «.»."""
    whole = {alias.name for node in nodes(module, ast.Import) for alias in node.names}
    froms = nodes(module, ast.ImportFrom)
    return whole | {"." if one.level else f"{one.module}.{alias.name}" for one in froms for alias in one.names}


def nodes(module: Path, kind: type[Node]) -> list[Node]:
    """Return the parts of a module's syntax that are of one kind."""
    return [node for node in ast.walk(tree(module)) if isinstance(node, kind)]


def offending(found: Callable[[Path], object]) -> dict[str, object]:
    """Return what is found in each module where something is."""
    return {name_of(module): what for module in MODULES if (what := found(module))}


def test_imports_go_one_way() -> None:
    """A room asks only the rooms below it, and says in full whom it asks."""

    def wrong(module: Path) -> set[str]:
        own, asked = room(name_of(module)), imported(module)
        rooms = {
            room(name.removeprefix("careerpaths.").replace(".", "/"))
            for name in asked
            if name.startswith("careerpaths.")
        }
        return {other for other in rooms - {own} if layer(other) <= layer(own)} | (asked & {"."})

    assert offending(wrong) == {}


def test_each_library_stays_in_its_home() -> None:
    """Each library has one room that knows it."""

    def strangers(module: Path) -> set[str]:
        libraries = {name.split(".")[0] for name in imported(module)} - sys.stdlib_module_names - {"careerpaths"}
        return {one for one in libraries if not HOMES.get(one, set()) & {room(name_of(module)), name_of(module)}}

    assert offending(strangers) == {}


def test_every_library_that_is_imported_is_required() -> None:
    """No library is there only because another one brings it: each is named in requirements.txt with its version."""
    required = {line.partition("==")[0].lower() for line in (ROOT / "requirements.txt").read_text().splitlines()}
    named = packages_distributions()
    asked = {name.split(".")[0] for module in MODULES for name in imported(module)}
    libraries = asked - set(sys.stdlib_module_names) - {"careerpaths"}
    assert {one for one in libraries if not {name.lower() for name in named[one]} & required} == set()


def test_every_module_says_what_it_is() -> None:
    """Every module opens with a sentence."""
    assert offending(lambda module: not ast.get_docstring(tree(module))) == {}


def test_modules_are_short() -> None:
    """A module can be read in one sitting."""
    lengths = {name_of(one): len(one.read_text(encoding="utf-8").splitlines()) for one in MODULES}
    assert {name: length for name, length in lengths.items() if length > LONGEST_MODULE} == {}


def test_scripts_say_what_they_are_and_are_short() -> None:
    """Every script opens with a sentence and has one job."""
    lines = {name_of(one): one.read_text(encoding="utf-8").splitlines() for one in SCRIPTS}
    assert {name for name, all_of in lines.items() if not all_of[0].startswith("/* ")} == set()
    assert {name for name, all_of in lines.items() if len(all_of) > LONGEST_MODULE} == set()


def test_functions_are_short() -> None:
    """A function fits on a screen."""

    def long(module: Path) -> list[str]:
        functions: list[ast.FunctionDef | ast.AsyncFunctionDef] = [
            *nodes(module, ast.FunctionDef),
            *nodes(module, ast.AsyncFunctionDef),
        ]
        return [one.name for one in functions if (one.end_lineno or 0) - one.lineno >= LONGEST_FUNCTION]

    assert offending(long) == {}


def test_no_html_passes_unescaped() -> None:
    """HTML comes from the templates, which escape; nothing asks Streamlit or Jinja2 to trust a text."""

    def trusting(module: Path) -> set[str | None]:
        asked = {node.arg for node in nodes(module, ast.keyword)}
        called = {node.func.id for node in nodes(module, ast.Call) if isinstance(node.func, ast.Name)}
        return asked & {"unsafe_allow_html", "unsafe_allow_javascript"} | called & {"Markup", "eval", "exec"}

    assert offending(trusting) == {}


def test_texts_reach_streamlit_to_the_letter() -> None:
    """Streamlit reads what it shows as Markdown; only `app/seam/plain_text`, which escapes it, gives it a text."""

    def shown(module: Path) -> set[str]:
        named = [node for node in nodes(module, ast.Attribute) if isinstance(node.value, ast.Name)]
        asked = {node.attr for node in named if isinstance(node.value, ast.Name) and node.value.id == "st"}
        direct = {name for name in imported(module) if name.startswith("streamlit.") and name.count(".") == 1}
        return (asked - MAY_BE_ASKED) | direct if name_of(module).startswith("app/") else set()

    assert set(offending(shown)) == {"app/seam/plain_text"}


def test_modules_keep_no_state() -> None:
    """No function changes a module's own names."""
    assert offending(lambda module: [node.lineno for node in nodes(module, ast.Global)]) == {}


def test_no_template_trusts_a_text() -> None:
    """No template switches escaping off."""
    for template in HOUSE.rglob("*.j2"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "autoescape" not in text, template


def test_checkers_of_the_scripts_are_pinned_and_name_no_registry() -> None:
    """What checks the scripts is exactly what was tried, fetched from wherever the machine fetches its packages."""
    folder = ROOT / ".ci" / "scripts"
    wanted = json.loads((folder / "package.json").read_text(encoding="utf-8"))
    locked = json.loads((folder / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    assert wanted["devDependencies"] == {
        name: locked[f"node_modules/{name}"]["version"] for name in wanted["devDependencies"]
    }
    assert all("integrity" in package and "resolved" not in package for name, package in locked.items() if name)


def test_no_name_of_the_town_is_in_the_code() -> None:
    """Any organisation can put in its own model: nothing about this one is in the code."""
    for file in (*MODULES, *HOUSE.rglob("*.j2"), *HOUSE.rglob("*.js"), *HOUSE.rglob("*.css"), *HOUSE.rglob("*.po")):
        assert "Borås" not in file.read_text(encoding="utf-8"), file


def test_test_that_is_skipped_says_why_or_fails(pytester: pytest.Pytester) -> None:
    """What was not tried is told with its reason at the end of every run."""
    pytester.makeconftest("from tests.conftest import pytest_runtest_makereport")
    pytester.makepyfile(
        "import pytest\n"
        "def test_silent(): pytest.skip()\n"
        "@pytest.mark.skip\n"
        "def test_marked(): pass\n"
        "@pytest.mark.skip(reason='no printer')\n"
        "def test_told(): pass\n"
    )
    pytester.runpytest("-p", "no:cacheprovider").assert_outcomes(failed=1, errors=1, skipped=1)
