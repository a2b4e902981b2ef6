"""The two models that the tests read, each of them once: the one that is shipped, and a small one in two languages."""

from __future__ import annotations

import shutil
from functools import cache
from pathlib import Path

from careerpaths.model.model import Model
from careerpaths.reading.model import read_model
from tests.support.server import ROOT

SHIPPED = ROOT / "data" / "roles.yaml"
SMALL = ROOT / "tests" / "models" / "small.yaml"
SMALL_ENGLISH = SMALL.with_name("small.en.yaml")
GOOD = SMALL.read_text(encoding="utf-8")
GOOD_ENGLISH = SMALL_ENGLISH.read_text(encoding="utf-8")


@cache
def shipped(language: str = "sv") -> Model:
    """Return the model that is shipped."""
    return read_model(SHIPPED, language)


@cache
def small(language: str = "sv") -> Model:
    """Return the small model."""
    return read_model(SMALL, language)


def copy_small(folder: Path, name: str = "roles") -> Path:
    """Put the small model and its translation into a folder; return the model's file there."""
    shutil.copy(SMALL_ENGLISH, folder / f"{name}.en.yaml")
    return shutil.copy(SMALL, folder / f"{name}.yaml")


def edit(file: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file, once."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
