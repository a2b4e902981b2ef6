"""Open a content file together with its translation, for any reader; find translations and base files by name."""

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
    """Result of reading a file: its content, all problems, and which texts its translation lacks.

    `content` is None after a fault in the file itself; a fault in the translation leaves that text untranslated.
    """

    content: Content | None
    problems: tuple[Problem, ...]
    missing: tuple[MissingTranslation, ...] = ()
    translation: str = ""
    expected_keys: Known[str, Known[str, KeySpec]] = field(default_factory=dict)

    def content_or_raise(self) -> Content:
        """Return the content; raise `ContentError` when there are problems in the file or in its translation."""
        if self.content is None or self.problems:
            raise ContentError(self.problems)
        return self.content


@dataclass(frozen=True)
class OpenedFile:
    """An opened file: its root section (None if unreadable), the language to read, and that translation's path."""

    root: Section | None
    context: ReadingContext
    language: str
    translation_file: Path

    def read_by(self, reader: Callable[[Section, str], Content | None]) -> ReadResult[Content]:
        """Apply `reader(root, language)` and return its result with the problems of both files."""
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
        """Whether the file has no problem and its translation, if any, could be parsed."""
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
    """Open a file in a language (empty: its own, which the key `language` of the group `head` gives).

    `place` is the path the file will be moved to, if any: translations that lie there are then used too.
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
    """Return the languages of the translations beside a content file, sorted; none if the folder is unreadable."""
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
