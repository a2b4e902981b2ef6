"""`Keys`: the keys of one record, their values and their faults: unknown, missing, twice, empty, of the wrong kind."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Mapping as Known
from typing import TypeVar

from careerpaths.model.problems import shortened
from careerpaths.reading.yaml.context import KeySpec, Location, ReadingContext
from careerpaths.reading.yaml.convert import InvalidValue, Say, describe
from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar, Sequence, is_faulty, is_null

T = TypeVar("T")


class Keys:
    """One group of keys in the file, of one kind (`record`): such as a role, a step or a line."""

    def __init__(self, node: Mapping, context: ReadingContext, record: str, location: Location, line: int) -> None:
        """Index the keys and report duplicates; `text_key` is set where a plain text stands for the record."""
        self.record = record
        self.line = line
        self.location = location
        self.id = location.path[-1] if location.path else ""
        self.context = context
        self.text_key = ""
        self._missing: list[str] = []
        self._cells: dict[str, tuple[Scalar, Node]] = {}
        self._expected = context.expected_keys.setdefault(record, {})
        context.sections.append(self)
        for key, value in node.pairs:
            self._add(key, value)

    def _add(self, key: Scalar, value: Node) -> None:
        if is_faulty(key):
            return
        first = self._cells.setdefault(key.value, (key, value))[0]
        if first is not key:
            self.report(
                key.line,
                self.say(
                    "'{key}' stands here twice, first on line {line}; take one away",
                    key=shortened(key.value),
                    line=first.line,
                ),
            )

    @property
    def say(self) -> Say:
        """Return the function that puts a message into the reader's language."""
        return self.context.problem_log.say

    def report(self, line: int, message: str, *within: str) -> None:
        """Report a problem with the record, or with something within it."""
        self.context.report(self.location, line, message, *(key for key in within if key != self.text_key))

    def has(self, key: str) -> bool:
        """Return whether the key stands here with a value."""
        return key in self._cells and not is_null(self._cells[key][1])

    def length(self, key: str) -> int | None:
        """Return how many items the list after a key has, 0 where the key is missing, None where it is no list."""
        if not self.has(key):
            return 0
        node = self._cells[key][1]
        return len(node.items) if isinstance(node, Sequence) else None

    def line_of(self, key: str) -> int:
        """Return the line of a key, or of the record where the key is missing."""
        return self._cells[key][0].line if key in self._cells else self.line

    def take(self, key: str, spec: KeySpec) -> Node | None:
        """Return the value of a key, or None where it is missing or its fault is already reported."""
        self._expected[key] = spec
        node = self._cells[key][1] if key in self._cells else None
        if spec.required and node is None:
            self._missing.append(key)
        elif spec.required and node is not None and is_null(node):
            self.report(node.line, self.say("is empty; write something after «{key}:»", key=key), key)
        if node is not None and not is_null(node) and not is_faulty(node):
            return node
        if spec.required or node is not None:
            self.context.translation.ignore((*self.location.path, key))
        return None

    def value(self, key: str, convert: Callable[[Node, Say], T | InvalidValue], default: T, spec: KeySpec) -> T:
        """Return the converted value of a key, or `default` after noting what is wrong."""
        node = self.take(key, spec)
        return default if node is None else self.converted(node, convert, default, key)

    def converted(self, node: Node, convert: Callable[[Node, Say], T | InvalidValue], default: T, key: str) -> T:
        """Return a converted value, or `default` after noting what is wrong."""
        value = default if is_faulty(node) else convert(node, self.say)
        if isinstance(value, InvalidValue):
            self.report(node.line, value.message, key)
            return default
        return value

    def items(self, node: Node, key: str) -> tuple[Node, ...]:
        """Return the items of a list, or none after noting that it is not a list."""
        if isinstance(node, Sequence):
            return node.items
        self.context.translation.ignore((*self.location.path, key))
        self.report(
            node.line,
            self.say(
                "must be a list, but here is {found}; write each item on a line of its own after «- »",
                found=describe(node, self.say),
            ),
            key,
        )
        return ()

    def all_known(self, nodes: tuple[Node, ...], known: Known[str, T], key: str, table: str = "") -> tuple[T, ...]:
        """Return what each word stands for, once."""
        seen: dict[str, T] = {}
        for node in nodes:
            thing = self.known_as(node, known, key, table)
            if thing is None or not isinstance(node, Scalar):
                continue
            if node.value in seen:
                self.report(node.line, self.say("'{value}' stands here twice; take one away", value=node.value), key)
            seen.setdefault(node.value, thing)
        return tuple(seen.values())

    def known_as(self, node: Node, known: Known[str, T], key: str, table: str = "") -> T | None:
        """Return what a word stands for, or None after noting that it is not known."""
        if isinstance(node, Scalar) and node.value in known:
            return known[node.value]
        if is_faulty(node) or self._is_broken(node, table):
            return None
        if not isinstance(node, Scalar) or is_null(node):
            message = self.say("must be one word, but here is {found}", found=describe(node, self.say))
        elif table:
            message = self.say("'{value}' is not in {table}", value=shortened(node.value), table=table)
        else:
            message = self.say(
                "must be one of {words}, but here is '{value}'", words=", ".join(known), value=shortened(node.value)
            )
        near = self.context.problem_log.did_you_mean(node.value, known) if isinstance(node, Scalar) else ""
        self.report(node.line, message + near, key)
        return None

    def _is_broken(self, node: Node, table: str) -> bool:
        """Return whether the fault of what a word refers to is reported already."""
        return isinstance(node, Scalar) and not self.context.known_faulty.isdisjoint({(table, ""), (table, node.value)})

    def is_misspelt(self, key: str) -> bool:
        """Return whether a missing key stands here under a name that is almost its own."""
        return key not in self._cells and self.context.problem_log.nearest(key, self._cells) not in {
            "",
            *self._expected,
        }

    def close(self) -> None:
        """Report every key that nobody asked for, and every key that is missing."""
        lost = list(self._missing)
        for name, (key, value) in self._cells.items():
            if name in self._expected:
                continue
            near = self.context.problem_log.nearest(name, self._expected)
            self.context.translation.ignore((*self.location.path, near or name))
            if " " in name and isinstance(value, Scalar):
                hint, lost = self.say("; if the text holds a colon, put quotes around the whole text"), []
            elif near:
                hint = self.say("; did you mean '{near}'?", near=near)
            else:
                hint = self.say("; the keys here are {keys}", keys=", ".join(self._expected))
            self.report(key.line, self.say("'{key}' is not a key here", key=shortened(name)) + hint)
            lost = [other for other in lost if other != near]
        for name in lost:
            self.report(self.line, self.say("'{key}' is missing; add a line «{key}: …»", key=name))
