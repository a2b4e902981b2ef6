"""Streamlit as it is installed: its page, scripts and Python files, and where in the page we change something."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import streamlit

LANGUAGE = re.compile(r'<html lang="en">')
TITLE = re.compile(r"<title>.*?</title>")
SERVICE = re.compile(r'\s*<link rel="service-desc"[^>]*>')
NO_SCRIPT = re.compile(r"<noscript>.*?</noscript>", re.DOTALL)
HEAD, HEAD_END = re.compile(r"<head>"), re.compile(r"</head>")
ROOT = re.compile(r'<div id="root"></div>')
ENTRY = re.compile(r'<script type="module" crossorigin src="([^"]+)"></script>')
LATER = re.compile(r'\s*<link rel="modulepreload" crossorigin href="(\./static/[^"]+)">')
FONT = re.compile(r'href="([^"]*SourceSansVF-Upright[^"]*)"')
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)


def changed(page: str, pattern: re.Pattern[str], ours: str) -> str:
    """Return the page with ours where a pattern is found first, or as it was where it is not found."""
    return pattern.sub(lambda _: ours, page, count=1)


@dataclass(frozen=True)
class Installation:
    """A folder that holds Streamlit: the one that runs, or a copy that is asked about."""

    folder: Path

    @property
    def static(self) -> Path:
        """Return the folder of the files that Streamlit sends to the browser: its page and what that asks for."""
        return self.folder / "static"

    @property
    def version(self) -> str:
        """Return name and version, as «Streamlit 1.67.0»."""
        made = sorted(self.folder.parent.glob("streamlit-*.dist-info"))
        return f"Streamlit {made[-1].stem.partition('-')[2]}" if made else "Streamlit"

    @cached_property
    def page(self) -> str:
        """Return the page that every visit begins with."""
        return self.text("static/index.html")

    @cached_property
    def scripts(self) -> str:
        """Return the scripts that the page names or that draw something, one after the other (14 MB)."""
        found = ((one.name in self.page, one.read_text(encoding="utf-8")) for one in self.static.rglob("*.js"))
        return "\n".join(text for named, text in found if named or "data-testid" in text)

    def text(self, name: str) -> str:
        """Return a file's text, or nothing where there is no such file."""
        file = self.folder / name
        return file.read_text(encoding="utf-8") if file.is_file() else ""


INSTALLED = Installation(Path(streamlit.__file__).parent)
