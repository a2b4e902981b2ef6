"""The development plan: everything the planning talk's form holds, and no name of anybody.

Texts from the model are kept as they were when they were chosen, beside their ids: a plan is a picture of
one talk, and a later change of the model does not alter it. `gone` marks what the model no longer has.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any

from careerpaths.documents.clean_text import LONG, NOTE, SHORT
from careerpaths.locale import LANGUAGE
from careerpaths.model.model import Model

EARLIER_MOST = 300  # rows to look back on


class Direction(StrEnum):
    """What is thought about: one or two other roles, staying and deepening, or nothing decided yet."""

    UNDECIDED = "undecided"
    ROLES = "roles"
    STAY = "stay"


class Held(StrEnum):
    """Whether a requirement is fulfilled, as the two at the screen see it."""

    HAS = "has"
    MISSING = "missing"
    UNKNOWN = "unknown"


class Outcome(StrEnum):
    """What became of something that was planned."""

    DONE = "done"
    ONGOING = "ongoing"
    DROPPED = "dropped"


class Part(StrEnum):
    """Which part of a plan an earlier item stood in."""

    GOAL = "goal"
    ACTIVITY = "activity"
    PREREQUISITE = "prerequisite"


class Maker(StrEnum):
    """Who wrote an activity: the model, or the two in the talk."""

    MODEL = "model"
    OWN = "own"


def _text(most: int) -> Any:
    """Return a text field of at most so many characters, empty until it is filled in."""
    return field(default="", metadata={"most": most})


def _items(most: int) -> Any:
    """Return a list field of at most so many items."""
    return field(default=(), metadata={"most": most})


@dataclass(frozen=True)
class FromModel:
    """Something that may stand in the model: its address there (`id`), empty for what was written in the talk.

    `gone` is worked out against the model when a file is read; it is never written to a file.
    """

    id: str = _text(SHORT)
    gone: bool = field(default=False, kw_only=True, metadata={"written": False})

    @property
    def address(self) -> str:
        """Return where it stands in the model."""
        return self.id


@dataclass(frozen=True)
class Choice(FromModel):
    """A role that was chosen: its id, and its name as it was."""

    text: str = _text(SHORT)

    @property
    def address(self) -> str:
        """Return where the role stands in the model."""
        return f"roles/{self.id}"


@dataclass(frozen=True)
class Gap(FromModel):
    """A requirement (or, for who stays, a merit) by its id, and whether it is fulfilled."""

    text: str = _text(LONG)
    status: Held = Held.UNKNOWN

    @property
    def address(self) -> str:
        """Return where the requirement stands in the model."""
        return f"requirements/{self.id}"


@dataclass(frozen=True)
class Prerequisite(FromModel):
    """Something the employer answers for, and what was agreed about it."""

    text: str = _text(LONG)
    agreed: bool = False
    note: str = _text(LONG)


@dataclass(frozen=True)
class Activity(FromModel):
    """What will be done, when, and which function sees to it."""

    what: str = _text(LONG)
    when: str = _text(SHORT)
    responsible: str = _text(SHORT)

    @property
    def origin(self) -> Maker:
        """Return who wrote it."""
        return Maker.MODEL if self.id else Maker.OWN


@dataclass(frozen=True)
class TalkQuestion(FromModel):
    """A question for the talk, and what was noted about it."""

    text: str = _text(LONG)
    note: str = _text(LONG)


@dataclass(frozen=True, kw_only=True)
class Earlier(FromModel):
    """Something planned in an earlier talk, and what became of it; `status` is None until it is ticked."""

    part: Part
    planned: date
    text: str = _text(LONG)
    details: str = _text(LONG)
    status: Outcome | None = None
    note: str = _text(LONG)


@dataclass(frozen=True)
class Plan:
    """One talk and what it came to. `language` is the one its texts are in, `created` the day of the talk.

    `follow_up_uid` is the follow-up's name in a calendar: random, so that a changed day moves the entry that is there.
    """

    model_version: str = field(metadata={"most": SHORT})
    language: str = field(metadata={"pattern": LANGUAGE.pattern})
    created: date
    role: Choice | None = None
    since: str = _text(SHORT)
    direction: Direction = Direction.UNDECIDED
    goals: tuple[Choice, ...] = _items(2)
    gaps: tuple[Gap, ...] = _items(80)
    prerequisites: tuple[Prerequisite, ...] = _items(60)
    activities: tuple[Activity, ...] = _items(60)
    questions: tuple[TalkQuestion, ...] = _items(60)
    before: str = _text(NOTE)
    during: str = _text(NOTE)
    after: str = _text(NOTE)
    follow_up: date | None = None
    looking_back: tuple[Earlier, ...] = _items(EARLIER_MOST)
    follow_up_uid: str = field(default="", metadata={"pattern": "([0-9a-f]{32})?"})

    @classmethod
    def empty(cls, model: Model, today: date) -> Plan:
        """Return a plan where nothing is filled in, for a talk today on this model."""
        return cls(model.about.version, model.language, today)
