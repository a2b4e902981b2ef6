"""A content file and its translation, opened together before anybody knows what they hold."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from careerpaths.content.desk import Desk, Spot
from careerpaths.content.document import read_document
from careerpaths.content.nodes import Mapping, Scalar
from careerpaths.content.problems import Complaints, Problem
from careerpaths.content.section import Section
from careerpaths.content.translation import Translation, read_translation
from careerpaths.content.values import LANGUAGE
from careerpaths.locale import DEFAULT_LANGUAGE, phrases_for


@dataclass(frozen=True)
class Opened:
    """A file's keys, or None where it cannot be read; the language it is read in, and the file of that translation."""

    root: Section | None
    desk: Desk
    language: str
    other: Path

    @property
    def problems(self) -> tuple[Problem, ...]:
        """Return everything that has been found so far, in both files."""
        return (*self.desk.complaints.problems(), *self.desk.translation.complaints.problems())

    def close(self) -> None:
        """Report, when all is read, every key that nobody asked for."""
        self.desk.close()
        if self.desk.translation.present:
            self.desk.translation.close()


def opened(path: Path, language: str, messages: str, head: str) -> Opened:
    """Open a file in a language, or in its own when that is empty; the group `head` says which its own is."""
    complaints = Complaints(str(path), phrases_for(messages))
    root = read_document(path, complaints)
    original = _own_language(root, head)
    language = language or original
    other = translation_of(path, language)
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
    tags = (file.stem.removeprefix(f"{path.stem}.") for file in path.parent.glob(f"{path.stem}.*{path.suffix}"))
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
