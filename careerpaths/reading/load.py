"""A content file and its translation, opened together before anybody knows what they hold."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Known
from dataclasses import dataclass, field
from pathlib import Path
from typing import Generic, TypeVar

from careerpaths.locale import DEFAULT_LANGUAGE, LANGUAGE, phrases_for
from careerpaths.model.problems import ContentError, Problem, ProblemLog
from careerpaths.reading.yaml.context import KeySpec, Location, ReadingContext
from careerpaths.reading.yaml.nodes import Mapping, Scalar
from careerpaths.reading.yaml.parse import read_document
from careerpaths.reading.yaml.record import Section
from careerpaths.reading.yaml.translation import MissingTranslation, Translation, read_translation

Content = TypeVar("Content")


@dataclass(frozen=True)
class ReadResult(Generic[Content]):
    """One attempt to read a file: what it holds, what is wrong, and which texts its translation lacks.

    A fault in the file itself leaves no `content`; one in its translation leaves that text in the file's own language.
    """

    content: Content | None
    problems: tuple[Problem, ...]
    missing: tuple[MissingTranslation, ...] = ()
    translation: str = ""
    expected_keys: Known[str, Known[str, KeySpec]] = field(default_factory=dict)

    def content_or_raise(self) -> Content:
        """Return what the file holds; raise `ContentError` when anything is wrong in it or in its translation."""
        if self.content is None or self.problems:
            raise ContentError(self.problems)
        return self.content


@dataclass(frozen=True)
class OpenedFile:
    """A file's keys, or None where it cannot be read; the language it is read in, and the file of that translation."""

    root: Section | None
    context: ReadingContext
    language: str
    translation_file: Path

    def read_by(self, reader: Callable[[Section, str], Content | None]) -> ReadResult[Content]:
        """Return what `reader` makes of the file's keys in the language, and everything that is wrong in both files."""
        if self.root is None:
            return ReadResult(None, self._problems(), translation=str(self.translation_file))
        content = reader(self.root, self.language)
        self._close()
        missing = self.context.translation.missing()
        return ReadResult(
            content if self._usable() else None,
            self._problems(),
            missing,
            str(self.translation_file),
            self.context.expected_keys,
        )

    def _usable(self) -> bool:
        """Return whether the file is without fault, and its translation, where there is one, can be read at all."""
        translation = self.context.translation
        lost = bool(translation.problem_log.problems()) and not translation.present
        return not lost and not self.context.problem_log.problems()

    def _problems(self) -> tuple[Problem, ...]:
        return (*self.context.problem_log.problems(), *self.context.translation.problem_log.problems())

    def _close(self) -> None:
        """Report, when all is read, every key that nobody asked for."""
        self.context.close()
        if self.context.translation.present:
            self.context.translation.close()


def open_file(path: Path, language: str, messages: str, head: str, place: Path | None = None) -> OpenedFile:
    """Open a file in a language, or in its own when that is empty; the group `head` says which its own is.

    `place` is where the file will lie, if elsewhere: the translations there are then its own.
    """
    problem_log = ProblemLog(str(path), phrases_for(messages))
    root = read_document(path, problem_log)
    original = _own_language(root, head)
    language = language or original
    translation_file = translation_of(path, language)
    if place is not None and not translation_file.exists():
        translation_file = translation_of(place, language)
    remarks = ProblemLog(str(translation_file), problem_log.phrases)
    translation = Translation(original, original, remarks)
    if language != original and translation_file.exists():
        translation = read_translation(translation_file, language, original, remarks)
    context = ReadingContext(problem_log, translation)
    return OpenedFile(
        None if root is None else Section(root, context, "file", Location(), 1), context, language, translation_file
    )


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
