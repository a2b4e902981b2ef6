"""Translated texts by path of ids; reports texts that are missing and keys that translate nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from careerpaths.model.model import Text
from careerpaths.model.problems import ProblemLog, shortened
from careerpaths.reading.yaml.convert import InvalidValue, as_text, describe
from careerpaths.reading.yaml.nodes import Mapping, Node, Sequence, is_faulty, is_null
from careerpaths.reading.yaml.parse import read_document

Ids = tuple[str, ...]


@dataclass(frozen=True)
class MissingTranslation:
    """A record (such as `roles`, `mentor`) whose translation lacks some texts, and the line to add them at."""

    record: Ids
    line: int
    keys: tuple[str, ...]


@dataclass
class Translation:
    """The texts of one language over those of the `original` language; not `present` when there is no file."""

    language: str
    original: str
    problem_log: ProblemLog
    present: bool = False
    _nodes: dict[Ids, Node] = field(default_factory=dict)
    _lines: dict[Ids, int] = field(default_factory=dict)
    _known: dict[Ids, None] = field(default_factory=dict)
    _ignored: set[Ids] = field(default_factory=set)
    _missing: dict[Ids, list[str]] = field(default_factory=dict)

    def text(self, path: Ids, original: str) -> Text:
        """Return the translated text, or the original one in its own language."""
        node = self._leaf(path)
        value = "" if node is None else as_text(node, self.problem_log.say)
        if isinstance(value, InvalidValue):
            self._report(path, value.message)
        elif value:
            return Text(value, self.language)
        elif original:
            self._miss(path)
        return Text(original, self.original)

    def texts(self, path: Ids, originals: list[str]) -> tuple[Text, ...]:
        """Return a translated list of texts, or the original one; the lists may differ in length."""
        node = self._leaf(path)
        if isinstance(node, Sequence):
            return tuple(Text(value, self.language) for value in self._items(path, node))
        if node is not None:
            say = self.problem_log.say
            self._report(path, say("must be a list, but here is {found}", found=describe(node, say)))
        elif originals:
            self._miss(path)
        return tuple(Text(original, self.original) for original in originals)

    def ignore(self, path: Ids) -> None:
        """Report nothing about the texts under a path, because its original is faulty."""
        self._ignored.add(path)

    def missing(self) -> tuple[MissingTranslation, ...]:
        """Return the records that lack texts, in the order of the original."""
        return tuple(
            MissingTranslation(record, self._nearest_line(record), tuple(keys))
            for record, keys in self._missing.items()
        )

    def close(self) -> None:
        """Report every text that translates nothing, and every text that stands where ids were expected."""
        below: dict[Ids, dict[str, None]] = {}
        for known in self._known:
            for length in range(len(known)):
                below.setdefault(known[:length], {})[known[length]] = None
        for path, node in self._nodes.items():
            parent = path[:-1]
            if parent in below and path[-1] not in below[parent] and not self._is_hidden(path):
                message = self.problem_log.say("'{key}' translates nothing", key=shortened(path[-1]))
                near = self.problem_log.did_you_mean(path[-1], below[parent])
                self.problem_log.add(self._lines[path], _within(parent, message + near))
            elif path in below and not (isinstance(node, Mapping) or is_null(node) or is_faulty(node)):
                say = self.problem_log.say
                self._report(path, say("must be keys with texts, but here is {found}", found=describe(node, say)))

    def take(self, node: Mapping, within: Ids = ()) -> None:
        """Take in the texts of a group of keys, and of the groups inside it."""
        for key, value in node.pairs:
            path = (*within, key.value)
            if path in self._nodes:
                say = self.problem_log.say
                message = say(
                    "'{key}' stands here twice, first on line {line}; take one away",
                    key=shortened(key.value),
                    line=self._lines[path],
                )
                self.problem_log.add(key.line, _within(within, message))
            elif not is_faulty(key):
                self._nodes[path], self._lines[path] = value, key.line
                if isinstance(value, Mapping):
                    self.take(value, path)

    def _is_hidden(self, path: Ids) -> bool:
        return any(path[:length] in self._ignored for length in range(len(path) + 1))

    def _items(self, path: Ids, node: Sequence) -> Iterator[str]:
        for item in node.items:
            value = as_text(item, self.problem_log.say)
            if isinstance(value, InvalidValue):
                self.problem_log.add(item.line, _within(path, value.message))
            else:
                yield value

    def _leaf(self, path: Ids) -> Node | None:
        self._known[path] = None
        node = self._nodes.get(path)
        return None if node is None or is_null(node) or is_faulty(node) else node

    def _miss(self, path: Ids) -> None:
        if self.present:
            self._missing.setdefault(path[:2], []).append(".".join(path[2:]) or path[-1])

    def _nearest_line(self, path: Ids) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _report(self, path: Ids, message: str) -> None:
        self.problem_log.add(self._nodes[path].line, _within(path, message))


def read_translation(path: Path, language: str, original: str, problem_log: ProblemLog) -> Translation:
    """Return the translation in a file, empty after noting why it cannot be read."""
    root = read_document(path, problem_log)
    translation = Translation(language, original, problem_log, present=root is not None)
    if root is not None:
        translation.take(root)
    return translation


def _within(path: Ids, message: str) -> str:
    return f"{' → '.join(path)}: {message}" if path else message
