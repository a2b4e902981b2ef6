"""A setting that cannot be right ends the start with a sentence; it is never half obeyed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from careerpaths import settings
from tests.support.server import ROOT

NO_ORIGINS = (
    "*",
    "https:",
    "https://a;script-src",
    "'unsafe-inline'",
    "https://a/b",
    "data:",
    "https://*",
    "intranat.example",
)
WRONG = {
    settings.HOSTS: ("karriar.example.se https://karriar.example.se", "value 2 must be a name"),
    settings.FRAME_ANCESTORS: ("intranat.example.se", "value 1 must be an origin"),
    settings.LOCALES: ("/no/such/folder", "must be one with catalogues"),
    settings.MODEL: (str(ROOT), "must be a file"),
    settings.TIMEZONE: ("Mars/Olympus", "no time zone"),
}


@pytest.mark.parametrize("slip", NO_ORIGINS)
def test_setting_that_is_no_origin_is_refused_and_not_repeated(slip: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip can neither open the map to everybody nor write another rule into the policy."""
    monkeypatch.setenv(settings.FRAME_ANCESTORS, f"https://intranat.example {slip}")
    with pytest.raises(settings.SettingsError, match=r"^KARRIARKARTAN_FRAME_ANCESTORS: value 2 must be an origin"):
        settings.frame_ancestors()


def test_origins_may_have_a_port_and_a_wildcard(monkeypatch: pytest.MonkeyPatch) -> None:
    """What browsers take as an origin in a policy."""
    monkeypatch.setenv(settings.FRAME_ANCESTORS, " https://intranat.example  https://*.example.se:8443 ")
    assert settings.frame_ancestors() == ("https://intranat.example", "https://*.example.se:8443")


def test_names_of_the_server_are_read_in_lower_case(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name of a server is the same in any case; an address of the newer kind is one too."""
    monkeypatch.setenv(settings.HOSTS, "Karriar.Example.se 10.0.0.7 fd00::7")
    assert settings.hosts() == {"karriar.example.se", "10.0.0.7", "fd00::7"}


@pytest.mark.parametrize("command", [["-m", "careerpaths", "check"], ["app.py"]], ids=["check", "app"])
def test_start_ends_with_a_sentence_for_each_setting_that_is_wrong(command: list[str]) -> None:
    """Nobody learns of a slip only when the first visitor is turned away."""
    wrong = {name: value for name, (value, _) in WRONG.items()}
    done = subprocess.run(
        [sys.executable, *command], cwd=ROOT, env=os.environ | wrong, capture_output=True, text=True, check=False
    )
    assert done.returncode == 1
    for name, (_, told) in WRONG.items():
        assert re.search(rf"^{name}: .*{told}", done.stderr, re.M), name
    assert "Traceback" not in done.stderr


def test_model_of_the_working_folder_goes_before_the_one_that_comes_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who starts the program in a folder with data/roles.yaml sees that; a setting goes before both."""
    monkeypatch.chdir(tmp_path)
    assert settings.model_file() == settings.ROOT / settings.MODEL_FILE
    assert not settings.is_example_model()  # a checkout's own model is nobody's example
    own = tmp_path / settings.MODEL_FILE
    own.parent.mkdir()
    own.write_text("model:\n", encoding="utf-8")
    assert settings.model_file() == own
    monkeypatch.setenv(settings.MODEL, "/etc/karriarkartan/roles.yaml")
    assert settings.model_file() == Path("/etc/karriarkartan/roles.yaml")


def test_environment_is_read_in_one_module() -> None:
    """Every setting stands in careerpaths/settings.py, where it is checked and explained."""
    others = [one for one in (ROOT / "careerpaths").rglob("*.py") if one.name != "settings.py"]
    asking = [one.name for one in others if "os.environ" in (text := one.read_text("utf-8")) or "getenv" in text]
    assert asking == []
