"""What a YAML document is made of, as plain frozen values that know their line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Meaning(StrEnum):
    """How YAML reads a value; everything in quotes is text."""

    TEXT = "text"
    WHOLE = "whole number"
    DECIMAL = "decimal number"
    YES_NO = "yes or no"
    NOTHING = "nothing"
    DATE = "date"
    SPOILT = "spoilt"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it is written; `SPOILT` when its fault has already been reported."""

    line: int
    value: str
    meaning: Meaning = Meaning.TEXT


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list, from the line of its first item."""

    line: int
    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with values, in the order they are written; a key may stand twice."""

    line: int
    pairs: tuple[tuple[Scalar, Node], ...]


Node = Scalar | Sequence | Mapping


def is_nothing(node: Node) -> bool:
    """Return whether there is no value at all after the key."""
    return isinstance(node, Scalar) and node.meaning is Meaning.NOTHING


def is_spoilt(node: Node) -> bool:
    """Return whether a fault in this value has been reported already."""
    return isinstance(node, Scalar) and node.meaning is Meaning.SPOILT
