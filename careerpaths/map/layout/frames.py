"""How many columns and rows of boxes a map has, and in which of them each role may stand."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from careerpaths.map.layout.placing import Frame

ROWS, COLUMNS = 12, 8
"""Rows of boxes that a desktop screen shows; with more, a stage takes a second column while there are so many."""

Cell = tuple[int, int]


@dataclass(frozen=True)
class Plan:
    """A frame with the stage of each column (wide), and the track (wide) or the stage (tall) of each row of boxes."""

    frame: Frame
    columns: tuple[int, ...]
    rows: tuple[int, ...]


def wide_plan(stages: int, tracks: int, cells: Sequence[Cell]) -> Plan:
    """Return a plan with stages as columns and tracks as rows; `cells` are the stage and track of each role."""
    held = Counter(cells)
    files = [1] * stages
    while sum(high := _rows(held, files, tracks)) > ROWS and sum(files) < COLUMNS:
        wider = [[number + (place == one) for place, number in enumerate(files)] for one in range(stages)]
        best = min(wider, key=lambda tried: (sum(_rows(held, tried, tracks)), _boxes_beside(cells, files, tried)))
        if sum(_rows(held, best, tracks)) == sum(high):
            break
        files = best
    columns = tuple(stage for stage, number in enumerate(files) for _ in range(number))
    rows = tuple(track for track, number in enumerate(high) for _ in range(number))
    spots = tuple(
        tuple((2 * x + 1, 2 * y + 1) for y in _where(rows, track) for x in _where(columns, stage))
        for stage, track in cells
    )
    return Plan(Frame(len(columns), len(rows), spots), columns, rows)


def _boxes_beside(cells: Sequence[Cell], files: Sequence[int], tried: Sequence[int]) -> int:
    """Return how many boxes would no longer stand in one line."""
    return sum(files[stage] != tried[stage] for stage, _ in cells)


def _where(owners: Sequence[int], one: int) -> list[int]:
    return [place for place, owner in enumerate(owners) if owner == one]


def _rows(held: Counter[Cell], files: Sequence[int], tracks: int) -> list[int]:
    """Return how many rows each track takes with so many columns a stage."""
    most = [1] * tracks
    for (stage, track), number in held.items():
        most[track] = max(most[track], ceil(number / files[stage]))
    return most


def tall_plan(stages: int, cells: Sequence[Cell]) -> Plan:
    """Return a plan with two columns and stages as rows, each below a row for its name, left of which no line goes."""
    held = Counter(stage for stage, _ in cells)
    rows = tuple(stage for stage in range(stages) for _ in range(1 + ceil(held[stage] / 2)))
    heads = {rows.index(stage) for stage in rows}
    spots = tuple(
        tuple((x, 2 * y + 1) for y in _where(rows, stage) if y not in heads for x in (1, 3)) for stage, _ in cells
    )
    return Plan(Frame(2, len(rows), spots, tuple((1, 2 * y + 1) for y in sorted(heads))), (), rows)
