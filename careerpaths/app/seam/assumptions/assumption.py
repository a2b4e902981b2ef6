"""An assumption, and the ways to see in Streamlit's files whether it holds: each returns what is missing."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from careerpaths import settings
from careerpaths.app.seam.streamlit_files import Installation
from careerpaths.model.known_faults import FRAMEWORK

Check = Callable[[Installation], Iterable[str]]
"""Returns what is missing in an installation: nothing where the assumption holds."""

OPTION = re.compile(r'_create_(?:theme_)?option[s]?\(\s*"([^"]+)"')


@dataclass(frozen=True)
class Assumption:
    """Something that we rely on, and what stops working otherwise; `check` is None where only a browser can tell."""

    name: str
    relied_on: str
    otherwise: str
    check: Check | None = None


def in_page(*patterns: re.Pattern[str]) -> Check:
    """Look for patterns in the page."""
    return lambda one: [pattern.pattern for pattern in patterns if not pattern.search(one.page)]


def in_scripts(*texts: str) -> Check:
    """Look for texts in the scripts."""
    return lambda one: [text for text in texts if text not in one.scripts]


def marked(*names: str) -> Check:
    """Look for values of `data-testid` in the scripts, where each stands in quotes of one kind or another."""
    return lambda one: [name for name in names if not any(f"{q}{name}{q}" in one.scripts for q in "`\"'")]


def in_file(name: str, *texts: str) -> Check:
    """Look for texts in a file."""
    return lambda one: [f"{name}: {text.strip()}" for text in texts if text not in one.text(name)]


def together(*checks: Check) -> Check:
    """Look in several ways."""
    return lambda one: [missing for check in checks for missing in check(one)]


def inline_scripts(one: Installation) -> list[str]:
    """Look for scripts in the page that are neither a file nor the plain element that the content policy hashes."""
    tags = re.findall(r"<script[^>]*>", one.page)
    return [tag for tag in tags if "src=" not in tag and tag != "<script>"]


def settings_known(one: Installation) -> list[str]:
    """Look for the settings of ours in the list of those that there are."""
    known = set(OPTION.findall(one.text("config.py")))
    ours = tomllib.loads((settings.ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))
    names = {name if section == "theme" else f"{section}.{name}" for section, named in ours.items() for name in named}
    return sorted(names - known)


def version(one: Installation) -> list[str]:
    """Compare with the version whose faults are known."""
    return [] if one.version == FRAMEWORK else [FRAMEWORK]
