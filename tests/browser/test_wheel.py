"""What `pip install` gives: the wheel alone, in an empty environment and an empty folder, is a working program."""

from __future__ import annotations

import subprocess
import sys
import venv
from collections.abc import Iterator
from importlib.metadata import PathDistribution, distribution
from pathlib import Path
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement
from playwright.sync_api import Browser, expect

from tests.support.map_page import box, expect_role_card, open_map
from tests.support.server import ROOT, Server, serving
from tests.support.visiting import visiting

EXAMPLE = "Det här är exempelmodellen som följer med programmet."


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel, with what the tests have installed."""
    folder = tmp_path_factory.mktemp("wheel")
    pip("wheel", "--no-deps", "--no-build-isolation", "--wheel-dir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def scripts(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install it beside nothing but what it asks for, and return the folder of the environment's programs.

    What it asks for is not fetched again: it is linked from the packages that the tests run with.
    """
    home = tmp_path_factory.mktemp("environment")
    made = venv.EnvBuilder(symlinks=True).ensure_directories(home)
    venv.EnvBuilder(symlinks=True).create(home)
    packages = next(home.rglob("site-packages"))
    for name in asked_by(wheel):
        for top in {
            path.parts[0] for path in distribution(name).files or () if path.parts[0] not in ("..", "__pycache__")
        }:
            link(Path(str(distribution(name).locate_file(top))), packages / top)
    pip("--python", made.env_exec_cmd, "install", "--no-deps", "--no-index", str(wheel))
    pip("--python", made.env_exec_cmd, "check")
    return Path(made.bin_path)


def pip(*arguments: str) -> None:
    """Run the environment's pip, quietly."""
    subprocess.run([sys.executable, "-m", "pip", "-q", *arguments], check=True)


def link(source: Path, target: Path) -> None:
    """Let a package of ours stand in another environment too."""
    if not target.exists():
        target.symlink_to(source)


def asked_by(wheel: Path) -> set[str]:
    """Return the names of all that a wheel needs on this machine, and what that needs in turn."""
    with ZipFile(wheel) as opened:
        inside = next(name for name in opened.namelist() if name.endswith("METADATA"))
        path = wheel.parent / inside
        opened.extract(inside, wheel.parent)
    found: set[str] = set()
    waiting = list(needs(PathDistribution(path.parent)))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += needs(distribution(name))
    return found


def needs(one: object) -> Iterator[str]:
    """Yield the names of what a distribution asks for here, without its extras."""
    for requirement in map(Requirement, getattr(one, "requires", None) or ()):
        if not requirement.marker or requirement.marker.evaluate({"extra": ""}):
            yield requirement.name


@pytest.fixture(scope="module")
def installed(scripts: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run the installed program in an empty folder."""
    with serving(
        tmp_path_factory.mktemp("log") / "log.txt",
        command=[str(scripts / "karriarkartan"), "run"],
        folder=tmp_path_factory.mktemp("empty"),
    ) as running:
        yield running


def test_role_can_be_pressed_in_the_installed_program(browser: Browser, installed: Server) -> None:
    """Data, templates, scripts, catalogues and fonts came along: the map answers, in Swedish, with nothing missing.

    Nobody takes the example for the organisation's own model: page and log say what is shown.
    """
    with visiting(browser, installed) as visit:
        page = open_map(visit(installed))
        expect(page.get_by_text(EXAMPLE)).to_be_visible()
        box(page, "mentor").click()
        expect_role_card(page, "Mentor")
    assert "The example model is shown" in installed.log.read_text("utf-8")


def test_installed_program_runs_under_our_settings(installed: Server) -> None:
    """Streamlit's own would send statistics and show a toolbar; ours come along and are read."""
    assert "Deploy" not in installed.page("/").text
    assert installed.ask("/_stcore/host-config").text.count('"allowedOrigins":[]') == 1


def test_installed_program_checks_builds_and_describes(scripts: Path, tmp_path: Path) -> None:
    """Every other command works too, on the model of the folder it is called in."""
    data = tmp_path / "data"
    data.mkdir()
    for file in (ROOT / "tests" / "models").glob("small*.yaml"):
        (data / file.name.replace("small", "roles")).write_bytes(file.read_bytes())
    program = str(scripts / "karriarkartan")
    told = subprocess.run([program, "check"], cwd=tmp_path, capture_output=True, encoding="utf-8", check=True)
    assert "6 roller" in told.stdout
    subprocess.run([program, "build", "karta.html"], cwd=tmp_path, check=True)
    assert (tmp_path / "karta.html").stat().st_size > 100_000
    subprocess.run([program, "schema", "roles.schema.json"], cwd=tmp_path, check=True)
    assert (tmp_path / "roles.schema.json").read_bytes() == (ROOT / "data" / "roles.schema.json").read_bytes()
