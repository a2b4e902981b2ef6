"""The node tree of a YAML document: frozen values that know their line."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ScalarType(StrEnum):
    """The type that YAML gives a scalar; quoted is TEXT; FAULTY has been reported already."""

    TEXT = "text"
    INTEGER = "whole number"
    DECIMAL = "decimal number"
    BOOLEAN = "yes or no"
    NULL = "nothing"
    DATE = "date"
    FAULTY = "spoilt"


@dataclass(frozen=True, slots=True)
class Scalar:
    """A single value, as it is written."""

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
    """Return whether the value is missing or null."""
    return isinstance(node, Scalar) and node.type is ScalarType.NULL


def is_faulty(node: Node) -> bool:
    """Return whether a fault in this value has been reported already."""
    return isinstance(node, Scalar) and node.type is ScalarType.FAULTY
