"""Result type of a query to the plan: the rows found, in columns from mission to result, and the links between them.

Expected and reported results are two columns, so that an expectation is never shown as something that has happened.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from careerpaths.model.plan import Item, ItemType

Link = tuple[str, str]
"""The ids of two rows: the first leads on to the second."""

ColumnKind = StrEnum("ColumnKind", "MISSION CHALLENGE CAUSE NEED PREREQUISITE ACTIVITY EXPECTED REPORTED")
"""Kinds of column, in the order of the chain."""


FORWARD = tuple(ColumnKind)
"""Column order of «Vilken utmaning?»: from mission and challenge to results (sources: S16-34, S16-35)."""

BACKWARD = (
    ColumnKind.ACTIVITY,
    ColumnKind.EXPECTED,
    ColumnKind.REPORTED,
    ColumnKind.NEED,
    ColumnKind.PREREQUISITE,
    ColumnKind.CAUSE,
    ColumnKind.CHALLENGE,
    ColumnKind.MISSION,
)
"""Column order of «Vilken åtgärd?»: from an activity to its results and causes (sources: S16-36, S16-37)."""


def column_of(item: Item) -> ColumnKind:
    """Return the column of a row."""
    if item.type is ItemType.RESULT:
        return ColumnKind.REPORTED if item.is_reported else ColumnKind.EXPECTED
    return ColumnKind(item.type.value)


@dataclass(frozen=True)
class Chain:
    """The rows connected with `start`: every column in reading order, and the links between those rows.

    `start` is one row, or every row of the measure that was asked for. A column holds its rows in the order of the plan
    and is empty where the chain has a gap.
    """

    start: tuple[Item, ...]
    columns: Mapping[ColumnKind, tuple[Item, ...]]
    links: tuple[Link, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Return every row, column by column."""
        return tuple(item for column in self.columns.values() for item in column)

    def column(self, kind: ColumnKind) -> tuple[Item, ...]:
        """Return the rows of one column."""
        return self.columns[kind]
