"""What the plan of a unit is made of: from mission and challenge to activity and result; and what changed over time.

The library in the model's file and the rows that a unit adds itself are the same `Item`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from careerpaths.model.enums import Level
from careerpaths.model.text import NO_TEXT, Line, Text


class ItemType(StrEnum):
    """The links of the chain, in its order (sources: S16-34, S16-35, S16-36); a cause is one of turnover (S16-22)."""

    MISSION = "mission"
    CHALLENGE = "challenge"
    CAUSE = "cause"
    NEED = "need"
    PREREQUISITE = "prerequisite"
    ACTIVITY = "activity"
    RESULT = "result"


class Evidence(StrEnum):
    """What a row rests on, the strongest first."""

    STRONG_RESEARCH = "strong-research"
    WEAK_RESEARCH = "weak-research"
    OWN_FOLLOW_UP = "own-follow-up"
    EXPERIENCE = "experience"
    ASSUMPTION = "assumption"


class ResultKind(StrEnum):
    """Whether a result is hoped for, or has been told of by a source. The two are never mixed."""

    EXPECTED = "expected"
    REPORTED = "reported"


POSITIONS = {
    ItemType.MISSION: 0,
    ItemType.CHALLENGE: 1,
    ItemType.CAUSE: 2,
    ItemType.NEED: 3,
    ItemType.PREREQUISITE: 3,
    ItemType.ACTIVITY: 4,
    ItemType.RESULT: 5,
}
"""How far along the chain each type stands; a need and a prerequisite stand side by side."""

ORDER = " → ".join(
    ", ".join(kind for kind in ItemType if POSITIONS[kind] == place) for place in sorted({*POSITIONS.values()})
)
"""The chain in the words of the file, for a message."""


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
        """Return whether this is a result that is hoped for."""
        return self.type is ItemType.RESULT and self.result is not ResultKind.REPORTED

    @property
    def is_reported(self) -> bool:
        """Return whether this is a result that a source tells of."""
        return self.type is ItemType.RESULT and self.result is ResultKind.REPORTED


def may_lead(start: ItemType, end: ItemType) -> bool:
    """Return whether a row of one type may lead on to one of another: only ever further along the chain."""
    return POSITIONS[start] < POSITIONS[end]


@dataclass(frozen=True)
class DatedLine:
    """What a source said about something on its day."""

    day: date
    text: Line


@dataclass(frozen=True)
class TimelineEntry:
    """One thing over time: what each source said of it, the oldest first, and how to take the difference (`note`)."""

    id: str
    topic: Text
    moments: tuple[DatedLine, ...]
    note: Line | None = None
    line: int = field(default=0, compare=False)
