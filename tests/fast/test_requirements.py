"""What is installed is pinned, all of it, with hashes; pyproject.toml is where it is asked for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.support.server import ROOT

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
DIRECT = tuple(map(Requirement, PROJECT["project"]["dependencies"]))
FOR_TESTS = tuple(map(Requirement, PROJECT["dependency-groups"]["dev"]))
FILES = {"requirements.txt": DIRECT, "requirements-dev.txt": (*DIRECT, *FOR_TESTS)}
HASHES = re.compile(r"(?: --hash=sha256:[0-9a-f]{64})+")


@cache
def pins(name: str) -> dict[str, Requirement]:
    """Return the pins of a file by name; every line must be one, and carry hashes."""
    text = re.sub(r"^#.*\n", "", (ROOT / name).read_text("utf-8"), flags=re.M)
    found = {}
    for line in re.sub(r"\s*\\\n\s*", " ", text).splitlines():
        pin, hashes = line.split(" --hash", 1)
        assert HASHES.fullmatch(f" --hash{hashes}"), line
        requirement = Requirement(pin)
        assert str(requirement.specifier).startswith("=="), line
        found[canonicalize_name(requirement.name)] = requirement
    return found


def wanted(requirements: tuple[Requirement, ...]) -> Iterator[Requirement]:
    """Yield what these requirements ask for on this machine, and what that asks for in turn."""
    waiting = list(requirements)
    seen = set()
    while waiting:
        one = waiting.pop()
        if str(one) in seen:
            continue
        seen.add(str(one))
        yield one
        asked = map(Requirement, distribution(one.name).requires or ())
        extras = one.extras or {""}
        waiting += [
            found for found in asked if not found.marker or any(found.marker.evaluate({"extra": x}) for x in extras)
        ]


@pytest.mark.parametrize("name", FILES)
def test_everything_that_is_installed_is_pinned_as_asked_for(name: str) -> None:
    """Direct or not: each package has one version, and it is one that whoever asks for it takes."""
    for asked in wanted(FILES[name]):
        pin = pins(name)[canonicalize_name(asked.name)]
        version = str(pin.specifier).removeprefix("==")
        assert asked.specifier.contains(version, prereleases=True), (asked, pin)


@pytest.mark.parametrize("name", FILES)
def test_nothing_else_is_pinned(name: str) -> None:
    """A package that nobody asks for any more goes; what is only for other systems says so by a marker."""
    asked = {canonicalize_name(one.name) for one in wanted(FILES[name])}
    here = {key for key, pin in pins(name).items() if not pin.marker or pin.marker.evaluate()}
    assert here - asked == set()


def test_tests_run_on_what_the_product_runs_on() -> None:
    """Both files pin the same versions."""
    assert pins("requirements.txt").items() <= pins("requirements-dev.txt").items()


def test_requirements_name_no_place_to_fetch_from() -> None:
    """Where packages come from is a matter of the machine, not of the project."""
    for name in (*FILES, "pyproject.toml"):
        text = (ROOT / name).read_text("utf-8")
        assert not re.search(r"://|--(?:extra-)?index|--find-links|--trusted-host", text), name


@pytest.mark.parametrize("folder", ["careerpaths", "tests", "benchmarks"])
def test_what_is_imported_is_asked_for_by_name(folder: str) -> None:
    """No package is there only because another one happens to bring it."""
    direct = DIRECT if folder == "careerpaths" else (*DIRECT, *FOR_TESTS)
    named = {canonicalize_name(one.name) for one in direct}
    homes = packages_distributions()
    missing = {}
    for file in [*(ROOT / folder).rglob("*.py"), ROOT / "app.py"]:
        for module in imported(file) - set(sys.stdlib_module_names):
            packages = {canonicalize_name(name) for name in homes.get(module, ())}
            if packages and not packages & named:
                missing[module] = file.name
    assert missing == {}


def imported(file: Path) -> set[str]:
    """Return the packages that a file imports."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found
