"""A third language made for the tests: every text in ⟦brackets⟧, so that a text in another language shows.

It is called Finnish, since Babel must know how it writes numbers and dates.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import yaml
from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from tests.support.server import ROOT

TAG = "fi"
NAME = "Suomi"
DATA = ROOT / "data"
LOCALE = ROOT / "careerpaths" / "locale"
WORD = re.compile(r"[^\W\d_]{2,}")


@dataclass(frozen=True)
class Site:
    """A folder with the shipped model in three languages and a catalogue of the third."""

    folder: Path

    @property
    def model(self) -> Path:
        """Return the model's file."""
        return self.folder / "roles.yaml"

    @property
    def translation(self) -> Path:
        """Return the model's file in the third language."""
        return self.folder / f"roles.{TAG}.yaml"

    @property
    def catalogue(self) -> Path:
        """Return the catalogue."""
        return self.folder / "words" / f"{TAG}.po"

    @property
    def settings(self) -> dict[str, str]:
        """Return what a server is told to find the catalogue."""
        return {"KARRIARKARTAN_LOCALES": str(self.catalogue.parent)}

    def copied(self, folder: Path) -> Site:
        """Return the same in another folder, to be changed there."""
        return Site(shutil.copytree(self.folder, folder / "copy"))


def made(folder: Path) -> Site:
    """Write the third language: one catalogue and one data file, and nothing else."""
    site = Site(folder)
    for name in ("roles.yaml", "roles.en.yaml"):
        shutil.copy(DATA / name, folder)
    keys = yaml.safe_load((DATA / "roles.en.yaml").read_text(encoding="utf-8"))
    site.translation.write_text(yaml.safe_dump(said(keys), allow_unicode=True, width=1000), encoding="utf-8")
    site.catalogue.parent.mkdir()
    with site.catalogue.open("wb") as file:
        write_po(file, catalogue())
    return site


def catalogue() -> Catalog:
    """Return every text of our own catalogues in the third language; its fields stay."""
    whole = Catalog(locale=TAG)
    for file in sorted(LOCALE.glob("*sv.po")):
        with file.open("rb") as text:
            for message in read_po(text):
                if message.id:
                    whole.add(message.id, said(message.id))
    return whole


def said(value: object) -> object:
    """Return a text, or every text inside a group or a list, in the third language."""
    if isinstance(value, dict):
        return {key: said(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return type(value)(said(part) for part in value)
    return f"⟦{value}⟧"


def outside(text: str) -> str:
    """Return what stands outside every bracket; an amount's unit may."""
    kept, depth = [], 0
    for sign in text:
        depth += (sign == "⟦") - (sign == "⟧")
        kept.append(sign if depth == 0 and sign != "⟧" else " ")
    return "".join(kept)


def strange(text: str) -> Iterator[str]:
    """Yield the words of a text that are not in the third language."""
    yield from WORD.findall(outside(text))
