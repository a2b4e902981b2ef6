"""What a paper is made of, before anyone has decided on PDF or Word."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Heading:
    """A heading of level 2 or 3; the paper's title is level 1."""

    level: int
    text: str


@dataclass(frozen=True)
class Prose:
    """A text that is printed line for line; `quiet` for what explains rather than tells."""

    text: str
    quiet: bool = False


@dataclass(frozen=True)
class Facts:
    """Short answers beside what they answer."""

    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class Table:
    """Rows under column heads; `shares` tells how wide the columns are against each other."""

    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    shares: tuple[int, ...]


@dataclass(frozen=True)
class Room:
    """Empty space to write in by hand, so many lines."""

    lines: int


@dataclass(frozen=True)
class Signatures:
    """One line to sign on for each, with a place for the day; nobody's name is printed."""

    who: tuple[str, ...]
    day: str


Block = Heading | Prose | Facts | Table | Room | Signatures


@dataclass(frozen=True)
class Paper:
    """A paper in one language: its title, whose it is, its content, and what stands at the foot of each page."""

    language: str
    title: str
    letterhead: str
    lead: str
    blocks: tuple[Block, ...]
    foot: str
    page: str
