"""What pictures are made of and what comes of them, without the libraries that draw."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum
from functools import cache


class Shape(Enum):
    """The two widths that a picture is drawn in, px: for a page or paper, and for a phone."""

    WIDE = 640
    NARROW = 340


@dataclass(frozen=True)
class Drawing:
    """A picture in both widths, of which the style sheet shows one."""

    wide: str
    narrow: str


@dataclass(frozen=True)
class Bar:
    """A row of a bar chart: its name, the length of each piece, and the words at its end."""

    name: str
    pieces: tuple[int, ...]
    said: str


class Mark(IntEnum):
    """The marks in rows and columns, told apart without colour."""

    DOT = 0
    RING = 1
    SQUARE = 2


@dataclass(frozen=True)
class Cell:
    """A number, or a mark, at the place of its row and column."""

    row: int
    column: int
    value: int


@cache
def known_drawings() -> dict[str, str]:
    """Return the SVG of every specification drawn in this process, or by another one, which is put in here."""
    return {}
