"""The data model of a plan: rows that lead from mission and challenge to activity and result; and the timeline.

Rows of the library in the model's file and rows that a unit adds itself are both `Item`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careerpaths.model.enums import Level
from careerpaths.model.text import NO_TEXT, DatedLine, Line, Text


class Evidence(StrEnum):
    """The evidence for a row, strongest first."""

    STRONG_RESEARCH = "strong-research"
    WEAK_RESEARCH = "weak-research"
    OWN_FOLLOW_UP = "own-follow-up"
    EXPERIENCE = "experience"
    ASSUMPTION = "assumption"


ItemType = StrEnum("ItemType", "MISSION CHALLENGE CAUSE NEED PREREQUISITE ACTIVITY RESULT")
"""Types of row in the order of the chain (sources: S16-34, S16-35, S16-36); a cause is one of turnover (S16-22)."""


ResultKind = StrEnum("ResultKind", "EXPECTED REPORTED")
"""Whether a result is expected or has been reported by a source; the two are never counted together."""


POSITIONS = {
    ItemType.MISSION: 0,
    ItemType.CHALLENGE: 1,
    ItemType.CAUSE: 2,
    ItemType.NEED: 3,
    ItemType.PREREQUISITE: 3,
    ItemType.ACTIVITY: 4,
    ItemType.RESULT: 5,
}
"""Position of each type in the chain; need and prerequisite share one. Links may only lead to a higher position."""

ORDER = " → ".join(
    ", ".join(kind for kind in ItemType if POSITIONS[kind] == place) for place in sorted({*POSITIONS.values()})
)
"""The chain as text for an error message: `mission → challenge → …`."""


@dataclass(frozen=True)
class Item:
    """One row of a plan: what it says, where it belongs, and the ids of the rows that it leads on to (`links`).

    `function` is who is responsible, never a person; `when` is in the unit's own words. An activity may be a
    measure of the model (`measure`, its id). `result` and `day` are of results only: a reported one has the day of
    its report. `roles` and `steps` are the ids of what the row concerns. `own` tells a unit's row from the library's.
    """

    id: str
    type: ItemType
    text: Line
    levels: tuple[Level, ...]
    function: Text = NO_TEXT
    when: Text = NO_TEXT
    status: Text = NO_TEXT
    evidence: Evidence = Evidence.ASSUMPTION
    result: ResultKind | None = None
    day: date | None = None
    measure: str = ""
    roles: tuple[str, ...] = ()
    steps: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    own: bool = False
    line: int = field(default=0, compare=False)

    @property
    def is_expected(self) -> bool:
        """Whether this is a result that has not been reported yet."""
        return self.type is ItemType.RESULT and self.result is not ResultKind.REPORTED

    @property
    def is_reported(self) -> bool:
        """Whether this is a result that a source has reported."""
        return self.type is ItemType.RESULT and self.result is ResultKind.REPORTED


def may_lead(start: ItemType, end: ItemType) -> bool:
    """Return whether a row of type `start` may link to one of type `end`: only to a later position in the chain."""
    return POSITIONS[start] < POSITIONS[end]


@dataclass(frozen=True)
class TimelineEntry:
    """A topic of the timeline: dated lines, oldest first, and how their difference is to be read (`note`)."""

    id: str
    topic: Text
    moments: tuple[DatedLine, ...]
    note: Line | None = None
    line: int = field(default=0, compare=False)
