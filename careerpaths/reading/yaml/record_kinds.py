"""Kinds of records, such as role, step or line: how messages name one, and how it is identified in a list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from careerpaths.reading.yaml.nodes import Mapping, Node, Scalar


def by_id(node: Node) -> Scalar | None:
    """Return the id that a record in a list carries."""
    return _cell(node, "id")


def by_ends(node: Node) -> Scalar | None:
    """Return the address of a step in a list, `FROM.TO`."""
    start, end = _cell(node, "from"), _cell(node, "to")
    return Scalar(start.line, f"{start.value}.{end.value}") if start and end else None


@dataclass(frozen=True)
class RecordKind:
    """A kind of record: what a message calls one (`label`, with its id), what it is for, and how it is read in a list.

    Where the record is a plain text instead of a group of keys, the text is the value of the key `text_key`.
    With `capitals`, the id may hold capital letters.
    """

    record: str
    label: str = "{id}"
    text_key: str = ""
    capitals: bool = False
    id_of: Callable[[Node], Scalar | None] = by_id
    help: str = ""


def _cell(node: Node, key: str) -> Scalar | None:
    """Return the single value after a key, if the node is a group of keys that has it."""
    for name, value in node.pairs if isinstance(node, Mapping) else ():
        if name.value == key and isinstance(value, Scalar) and value.value:
            return value
    return None
