"""What a YAML document is made of, as plain frozen values that know their line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ScalarType(StrEnum):
    """How YAML reads a value; everything in quotes is text."""

    TEXT = "text"
    INTEGER = "whole number"
    DECIMAL = "decimal number"
    BOOLEAN = "yes or no"
    NULL = "nothing"
    DATE = "date"
    FAULTY = "spoilt"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it is written; `FAULTY` when its fault has already been reported."""

    line: int
    value: str
    type: ScalarType = ScalarType.TEXT


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


def is_null(node: Node) -> bool:
    """Return whether there is no value at all after the key."""
    return isinstance(node, Scalar) and node.type is ScalarType.NULL


def is_faulty(node: Node) -> bool:
    """Return whether a fault in this value has been reported already."""
    return isinstance(node, Scalar) and node.type is ScalarType.FAULTY
