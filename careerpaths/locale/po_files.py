"""Find and check gettext catalogues: our own in this folder, others in the folder of KARRIARKARTAN_LOCALES.

A language is one file `<tag>.po`, and `<part>.<tag>.po` where a part keeps its own. Files in the folder that
KARRIARKARTAN_LOCALES names add a language, or replace single texts of one that is here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from careerpaths import settings

HOME = Path(__file__).parent
COMPLETE = "sv"  # whose catalogues hold every text; tests/fast/test_language.py sees to it
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}")  # a tag of BCP 47, such as sv, pt-BR or zh-Hant-TW
FIELD = re.compile(r"\{(\w*)\}")
STRAY = re.compile(r"[{}]")


class PlaceholderMismatch(NamedTuple):
    """A translation whose `{fields}` differ from those of its msgid, with file and line."""

    file: Path
    line: int
    text: str


def folders() -> tuple[Path, ...]:
    """Return the folders with catalogues, our own first."""
    added = settings.locales()
    return (HOME, added) if added else (HOME,)


def files_of(language: str, within: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the catalogues of a language; later ones take precedence."""
    return tuple(
        file for folder in within for file in sorted(folder.glob("*.po")) if f".{file.stem}".endswith(f".{language}")
    )


@cache
def tags(within: tuple[Path, ...]) -> frozenset[str]:
    """Return the languages that have a catalogue of their own name, where Babel knows how they write numbers.

    Looked up once: a catalogue that comes later is there after the next start, as are the words in it.
    """
    found = {file.stem for folder in within for file in folder.glob("*.po") if "." not in file.stem}
    return frozenset(tag for tag in found if LANGUAGE.fullmatch(tag) and _is_known(tag))


def untranslated(language: str) -> tuple[str, ...]:
    """Return the msgids that a language's catalogues do not translate."""
    known = {text for file in files_of(language, folders()) for text, said in _messages(file) if all(said)}
    wanted = dict.fromkeys(text for file in files_of(COMPLETE, (HOME,)) for text, _ in _messages(file))
    return tuple(text[0] for text in wanted if text not in known)


def placeholder_mismatches(language: str) -> Iterator[PlaceholderMismatch]:
    """Yield the translations with missing or unknown `{fields}`."""
    for file in files_of(language, folders()):
        for message in read_catalogue(file):
            if not has_same_placeholders(message):
                yield PlaceholderMismatch(file, message.lineno or 1, _forms(message.id)[0])


def has_same_placeholders(message: Message) -> bool:
    """Return whether a text and its translation have the same `{fields}`, and no braces that are none."""
    wanted = {field for text in _forms(message.id) for field in FIELD.findall(text)}
    said = [one for one in _forms(message.string) if one]
    return all(set(FIELD.findall(one)) == wanted and not STRAY.search(FIELD.sub("", one)) for one in said)


def read_catalogue(file: Path) -> Catalog:
    """Return a catalogue's messages."""
    with file.open("rb") as text:
        return read_po(text, locale=file.stem.rpartition(".")[2].replace("-", "_"))


@cache
def _is_known(tag: str) -> bool:
    try:
        Locale.parse(tag, sep="-")
    except (UnknownLocaleError, ValueError):
        return False
    return True


def _messages(file: Path) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Yield (msgid forms, translated forms) of each message in a catalogue."""
    yield from ((_forms(found.id), _forms(found.string)) for found in read_catalogue(file) if found.id)


def _forms(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text or ())
