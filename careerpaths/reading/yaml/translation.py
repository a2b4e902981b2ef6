"""A translation: which path of ids stands for which text, what is missing and what translates nothing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from careerpaths.model.model import Text
from careerpaths.model.problems import Complaints, shortened
from careerpaths.reading.yaml.convert import Misfit, as_text, found
from careerpaths.reading.yaml.nodes import Mapping, Node, Sequence, is_nothing, is_spoilt
from careerpaths.reading.yaml.parse import read_document

Ids = tuple[str, ...]


@dataclass(frozen=True)
class Missing:
    """A record (such as `roles`, `mentor`) whose translation lacks some texts, and the line to add them at."""

    record: Ids
    line: int
    keys: tuple[str, ...]


@dataclass
class Translation:
    """The texts of one language over those of the `original` language; not `present` when there is no file."""

    language: str
    original: str
    complaints: Complaints
    present: bool = False
    _nodes: dict[Ids, Node] = field(default_factory=dict)
    _lines: dict[Ids, int] = field(default_factory=dict)
    _known: dict[Ids, None] = field(default_factory=dict)
    _spoilt: set[Ids] = field(default_factory=set)
    _missing: dict[Ids, list[str]] = field(default_factory=dict)

    def text(self, path: Ids, original: str) -> Text:
        """Return the translated text, or the original one in its own language."""
        node = self._leaf(path)
        value = "" if node is None else as_text(node, self.complaints.say)
        if isinstance(value, Misfit):
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
            say = self.complaints.say
            self._report(path, say("must be a list, but here is {found}", found=found(node, say)))
        elif originals:
            self._miss(path)
        return tuple(Text(original, self.original) for original in originals)

    def spoil(self, path: Ids) -> None:
        """Say nothing about the texts under a path whose original is broken."""
        self._spoilt.add(path)

    def missing(self) -> tuple[Missing, ...]:
        """Return the records that lack texts, in the order of the original."""
        return tuple(Missing(record, self._nearest_line(record), tuple(keys)) for record, keys in self._missing.items())

    def close(self) -> None:
        """Report every text that translates nothing, and every text that stands where ids were expected."""
        below: dict[Ids, dict[str, None]] = {}
        for known in self._known:
            for length in range(len(known)):
                below.setdefault(known[:length], {})[known[length]] = None
        for path, node in self._nodes.items():
            parent = path[:-1]
            if parent in below and path[-1] not in below[parent] and not self._is_hidden(path):
                message = self.complaints.say("'{key}' translates nothing", key=shortened(path[-1]))
                near = self.complaints.meant(path[-1], below[parent])
                self.complaints.add(self._lines[path], _within(parent, message + near))
            elif path in below and not (isinstance(node, Mapping) or is_nothing(node) or is_spoilt(node)):
                say = self.complaints.say
                self._report(path, say("must be keys with texts, but here is {found}", found=found(node, say)))

    def take(self, node: Mapping, within: Ids = ()) -> None:
        """Take in the texts of a group of keys, and of the groups inside it."""
        for key, value in node.pairs:
            path = (*within, key.value)
            if path in self._nodes:
                say = self.complaints.say
                message = say(
                    "'{key}' stands here twice, first on line {line}; take one away",
                    key=shortened(key.value),
                    line=self._lines[path],
                )
                self.complaints.add(key.line, _within(within, message))
            elif not is_spoilt(key):
                self._nodes[path], self._lines[path] = value, key.line
                if isinstance(value, Mapping):
                    self.take(value, path)

    def _is_hidden(self, path: Ids) -> bool:
        return any(path[:length] in self._spoilt for length in range(len(path) + 1))

    def _items(self, path: Ids, node: Sequence) -> Iterator[str]:
        for item in node.items:
            value = as_text(item, self.complaints.say)
            if isinstance(value, Misfit):
                self.complaints.add(item.line, _within(path, value.message))
            else:
                yield value

    def _leaf(self, path: Ids) -> Node | None:
        self._known[path] = None
        node = self._nodes.get(path)
        return None if node is None or is_nothing(node) or is_spoilt(node) else node

    def _miss(self, path: Ids) -> None:
        if self.present:
            self._missing.setdefault(path[:2], []).append(".".join(path[2:]) or path[-1])

    def _nearest_line(self, path: Ids) -> int:
        while path and path not in self._lines:
            path = path[:-1]
        return self._lines.get(path, 1)

    def _report(self, path: Ids, message: str) -> None:
        self.complaints.add(self._nodes[path].line, _within(path, message))


def read_translation(path: Path, language: str, original: str, complaints: Complaints) -> Translation:
    """Return the translation in a file, empty after noting why it cannot be read."""
    root = read_document(path, complaints)
    translation = Translation(language, original, complaints, present=root is not None)
    if root is not None:
        translation.take(root)
    return translation


def _within(path: Ids, message: str) -> str:
    return f"{' → '.join(path)}: {message}" if path else message
