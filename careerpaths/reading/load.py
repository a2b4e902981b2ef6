"""A content file and its translation, opened together before anybody knows what they hold."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Known
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from careerpaths.locale import DEFAULT_LANGUAGE, LANGUAGE, phrases_for
from careerpaths.model.problems import Complaints, ContentError, Problem
from careerpaths.reading.yaml.context import Asked, Desk, Spot
from careerpaths.reading.yaml.nodes import Mapping, Scalar
from careerpaths.reading.yaml.parse import read_document
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.translation import Missing, Translation, read_translation

Thing = TypeVar("Thing")


@dataclass(frozen=True)
class Reading(Generic[Thing]):
    """One attempt to read a file: what it holds, what is wrong, and which texts its translation lacks.

    A fault in the file itself leaves no `thing`; one in its translation leaves that text in the file's own language.
    """

    thing: Thing | None
    problems: tuple[Problem, ...]
    missing: tuple[Missing, ...] = ()
    translation: str = ""
    asked: Known[str, Known[str, Asked]] = field(default_factory=dict)

    def good(self) -> Thing:
        """Return what the file holds; raise `ContentError` when anything is wrong in it or in its translation."""
        if self.thing is None or self.problems:
            raise ContentError(self.problems)
        return self.thing


@dataclass(frozen=True)
class Opened:
    """A file's keys, or None where it cannot be read; the language it is read in, and the file of that translation."""

    root: Section | None
    desk: Desk
    language: str
    other: Path

    def read_by(self, reader: Callable[[Section, str], Thing | None]) -> Reading[Thing]:
        """Return what `reader` makes of the file's keys in the language, and everything that is wrong in both files."""
        if self.root is None:
            return Reading(None, self._problems(), translation=str(self.other))
        thing = reader(self.root, self.language)
        self._close()
        missing = self.desk.translation.missing()
        return Reading(thing if self._usable() else None, self._problems(), missing, str(self.other), self.desk.asked)

    def _usable(self) -> bool:
        """Return whether the file is without fault, and its translation, where there is one, can be read at all."""
        translation = self.desk.translation
        lost = bool(translation.complaints.problems()) and not translation.present
        return not lost and not self.desk.complaints.problems()

    def _problems(self) -> tuple[Problem, ...]:
        return (*self.desk.complaints.problems(), *self.desk.translation.complaints.problems())

    def _close(self) -> None:
        """Report, when all is read, every key that nobody asked for."""
        self.desk.close()
        if self.desk.translation.present:
            self.desk.translation.close()


def opened(path: Path, language: str, messages: str, head: str, place: Path | None = None) -> Opened:
    """Open a file in a language, or in its own when that is empty; the group `head` says which its own is.

    `place` is where the file will lie, if elsewhere: the translations there are then its own.
    """
    complaints = Complaints(str(path), phrases_for(messages))
    root = read_document(path, complaints)
    original = _own_language(root, head)
    language = language or original
    other = translation_of(path, language)
    if place is not None and not other.exists():
        other = translation_of(place, language)
    remarks = Complaints(str(other), complaints.phrases)
    translation = Translation(original, original, remarks)
    if language != original and other.exists():
        translation = read_translation(other, language, original, remarks)
    desk = Desk(complaints, translation)
    return Opened(None if root is None else Section(root, desk, "file", Spot(), 1), desk, language, other)


def translation_of(path: Path, language: str) -> Path:
    """Return the file that translates a content file, such as `roles.en.yaml` for `roles.yaml`."""
    tag = language if LANGUAGE.fullmatch(language) else "-"
    return path.with_name(f"{path.stem}.{tag}{path.suffix}")


def translations_of(path: Path) -> tuple[str, ...]:
    """Return the languages that a content file is translated to."""
    start = f"{path.stem}."
    try:
        beside = [file for file in path.parent.iterdir() if file.suffix == path.suffix and file.stem.startswith(start)]
    except OSError:
        return ()
    tags = (file.stem.removeprefix(start) for file in beside)
    return tuple(sorted(tag for tag in tags if LANGUAGE.fullmatch(tag)))


def base_of(path: Path) -> tuple[Path, str]:
    """Return the file that `path` would translate, and to which language; no language where it is no translation."""
    stem, _, tag = path.stem.rpartition(".")
    return (path.with_name(stem + path.suffix), tag) if stem and LANGUAGE.fullmatch(tag) else (path, "")


def _own_language(root: Mapping | None, head: str) -> str:
    """Return the language that the file says it is written in."""
    groups = [value for key, value in root.pairs if key.value == head] if root else []
    for group in groups:
        for key, value in group.pairs if isinstance(group, Mapping) else ():
            if key.value == "language" and isinstance(value, Scalar) and LANGUAGE.fullmatch(value.value):
                return value.value
    return DEFAULT_LANGUAGE
